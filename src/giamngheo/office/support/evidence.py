"""Photos and documents that show a delivery: kept while the batch is looked at, handed out as a download."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_safe

from giamngheo.documents.actions import file_path, keep_file
from giamngheo.documents.models import StoredFile
from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.office.requests import OfficeRequest
from giamngheo.programme.keeping import MOST_BYTES, check_file
from giamngheo.programme.problems import FILE
from giamngheo.programme.values import Upload
from giamngheo.support.models import DeliveryFile, SupportDelivery
from giamngheo.support.queries import delivery_with_file, more_file
from giamngheo.territory.models import Unit

_SALT, _DAY = "delivery-evidence", 24 * 60 * 60
NAME, TOKEN = "evidence", "evidence-kept"


class Kept(NamedTuple):
    """What was sent with a batch, and the word that this person sent it for this commune."""

    file: StoredFile
    name: str
    token: str


def evidence_of(request: OfficeRequest, unit: Unit) -> tuple[list[Kept], list[tuple[str, Finding]]]:
    """What was sent now, else a step before; nothing with what is wrong with each."""
    sent = request.FILES.getlist(NAME)
    if not sent:
        return _before(request, unit), []
    kept, found = [], []
    for each in sent:
        name = each.name or ""
        if (each.size or 0) > MOST_BYTES:
            found.append((NAME, FILE.at(name=name[:80], most=MOST_BYTES // (1024 * 1024))))
            continue
        upload = Upload(name, each.read())
        try:
            check_file(upload)
        except FindingError as error:
            found.append((NAME, error.finding))
            continue
        file = keep_file(by=request.user, name=upload.name, content=upload.content)
        token = signing.dumps([file.sha256, file.name, request.user.pk, unit.pk], salt=_SALT)
        kept.append(Kept(file, file.name, token))
    return ([], found) if found else (kept, [])


def _before(request: OfficeRequest, unit: Unit) -> list[Kept]:
    kept = []
    for token in dict.fromkeys(request.POST.getlist(TOKEN)):
        try:
            sha256, name, user, commune = signing.loads(token, salt=_SALT, max_age=_DAY)
        except (signing.BadSignature, ValueError):
            continue
        if (user, commune) == (request.user.pk, unit.pk) and file_path(sha256).exists():
            file = keep_file(by=request.user, name=name, content=file_path(sha256).read_bytes())
            kept.append(Kept(file, name, token))
    return kept


@login_required
@require_safe
def delivery_file(request: OfficeRequest, pk: int) -> HttpResponse | FileResponse:
    """Always as a download."""
    try:
        return _download(delivery_with_file(request.user, pk).file)
    except SupportDelivery.DoesNotExist as missing:
        raise Http404 from missing


@login_required
@require_safe
def further_file(request: OfficeRequest, pk: int) -> HttpResponse | FileResponse:
    """Another file of a delivery, likewise."""
    try:
        return _download(more_file(request.user, pk).file)
    except DeliveryFile.DoesNotExist as missing:
        raise Http404 from missing


def _download(stored: StoredFile | None) -> FileResponse:
    try:
        if stored is None:
            raise Http404
        content = file_path(stored.sha256).open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    return FileResponse(content, as_attachment=True, filename=stored.name, content_type="application/octet-stream")
