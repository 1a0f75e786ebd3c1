"""A photo or a document that shows a delivery: kept while the batch is looked at, handed out as a download."""

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
from giamngheo.support.models import SupportDelivery
from giamngheo.support.queries import delivery_with_file
from giamngheo.territory.models import Unit

_SALT, _DAY = "delivery-evidence", 24 * 60 * 60
NAME, TOKEN = "evidence", "evidence-kept"


class Kept(NamedTuple):
    """What was sent with a batch, and the word that this person sent it for this commune."""

    file: StoredFile
    name: str
    token: str


def evidence_of(request: OfficeRequest, unit: Unit) -> tuple[Kept | None, list[tuple[str, Finding]]]:
    """What was sent now or a step before; None with what is wrong with it."""
    sent = request.FILES.get(NAME)
    if sent is None:
        return _before(request, unit), []
    name = sent.name or ""
    if (sent.size or 0) > MOST_BYTES:
        return None, [(NAME, FILE.at(name=name[:80], most=MOST_BYTES // (1024 * 1024)))]
    upload = Upload(name, sent.read())
    try:
        check_file(upload)
    except FindingError as error:
        return None, [(NAME, error.finding)]
    file = keep_file(by=request.user, name=upload.name, content=upload.content)
    token = signing.dumps([file.sha256, file.name, request.user.pk, unit.pk], salt=_SALT)
    return Kept(file, file.name, token), []


def _before(request: OfficeRequest, unit: Unit) -> Kept | None:
    token = request.POST.get(TOKEN, "")
    try:
        sha256, name, user, commune = signing.loads(token, salt=_SALT, max_age=_DAY)
    except (signing.BadSignature, ValueError):
        return None
    if (user, commune) != (request.user.pk, unit.pk) or not file_path(sha256).exists():
        return None
    return Kept(keep_file(by=request.user, name=name, content=file_path(sha256).read_bytes()), name, token)


@login_required
@require_safe
def delivery_file(request: OfficeRequest, pk: int) -> HttpResponse | FileResponse:
    """Always as a download."""
    try:
        stored = delivery_with_file(request.user, pk).file
        if stored is None:
            raise Http404
        content = file_path(stored.sha256).open("rb")
    except (SupportDelivery.DoesNotExist, FileNotFoundError) as missing:
        raise Http404 from missing
    return FileResponse(content, as_attachment=True, filename=stored.name, content_type="application/octet-stream")
