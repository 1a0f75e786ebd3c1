"""A workbook that was sent: kept under its hash; who sent it for which commune is signed into the form."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.core import signing

from giamngheo.documents.actions import file_name, file_path, keep_file
from giamngheo.documents.models import StoredFile
from giamngheo.foundation.findings import FindingError
from giamngheo.households.lists.sheets import open_sheets
from giamngheo.households.lists.tables_problems import FILE
from giamngheo.office.requests import OfficeRequest
from giamngheo.territory.models import Unit

_DAY = 24 * 60 * 60


class Sent(NamedTuple):
    """The file, and the word that this person sent it for this commune and this book."""

    sha256: str
    name: str
    token: str


def received(request: OfficeRequest, unit: Unit, salt: str) -> Sent:
    """Keep what was sent, if it is a workbook at all. Raises FindingError."""
    file = request.FILES.get("file")
    if file is None or (file.size or 0) > settings.MAX_UPLOAD_BYTES:
        raise FindingError(FILE.at())
    content, name = file.read(), file_name(file.name or "")
    with _lying(content, name) as path:
        for _sheet in open_sheets(path):
            break
    stored = keep_file(by=request.user, name=name, content=content, media_type=file.content_type or "")
    return Sent(stored.sha256, name, signing.dumps([stored.sha256, name, request.user.pk, unit.pk], salt=salt))


def sent_before(request: OfficeRequest, unit: Unit, salt: str) -> Sent:
    """The file this person sent for this commune a while ago. Raises FindingError for anything else."""
    token = request.POST.get("tep", "")
    try:
        sha256, name, user, commune = signing.loads(token, salt=salt, max_age=_DAY)
    except (signing.BadSignature, ValueError) as error:
        raise FindingError(FILE.at()) from error
    if (user, commune) != (request.user.pk, unit.pk) or not file_path(sha256).exists():
        raise FindingError(FILE.at())
    return Sent(sha256, name, token)


@contextmanager
def opened(sent: Sent | StoredFile) -> Iterator[Path]:
    """The file under a name with its ending, as readers want it."""
    with _lying(file_path(sent.sha256).read_bytes(), sent.name) as path:
        yield path


def stored(request: OfficeRequest, sent: Sent) -> StoredFile:
    """The kept file's row."""
    return keep_file(by=request.user, name=sent.name, content=file_path(sent.sha256).read_bytes())


@contextmanager
def _lying(content: bytes, name: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"danh-sach{Path(name).suffix.lower()[:6]}"
        path.write_bytes(content)
        yield path
