"""Writes of the document register: entering documents that were cited, keeping files."""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.conf import settings
from django.db import OperationalError, transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.documents import numbering
from giamngheo.documents.holding import hold_to_keep, hold_to_sweep
from giamngheo.documents.leftovers import Lying, is_old, lying
from giamngheo.documents.models import Document, DocumentSource, SheetImport, StoredFile
from giamngheo.documents.reference import Known
from giamngheo.foundation.text import squeeze, storable

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


_NAME = 255  # characters of a file's name that are kept
_NAMED = 100  # hashes the audit names of one sweep
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as somebody cited it; `key` as `Document.reference_key`."""

    key: str
    symbol: str
    doc_type: str = ""
    number: str = ""
    issued_on: date | None = None
    issuer_name: str = ""
    issuer: Unit | None = None
    text: str = ""


@transaction.atomic
def register_cited(*, by: User | None, citations: Iterable[Citation]) -> Mapping[tuple[str, date | None], Document]:
    """The register's entries of `citations`, by (key, day); those not there yet are entered. Known entries keep what
    they say: a citation never changes the register, it only fills an issuer nobody had named."""
    wanted = {(each.key, each.issued_on): each for each in citations}
    known = {
        (document.reference_key, document.issued_on): document
        for document in Document.objects.filter(reference_key__in={key for key, _ in wanted})
    }
    # In one order for everybody and passing over what another import enters at this moment: no clash, no deadlock.
    new = sorted((_entry(each) for place, each in wanted.items() if place not in known), key=_order)
    Document.objects.bulk_create(new, ignore_conflicts=True)
    for document in Document.objects.filter(reference_key__in={each.reference_key for each in new}):
        known[document.reference_key, document.issued_on] = document
    filled = []
    for place, each in wanted.items():
        if each.issuer_name and not known[place].issuer_name:
            known[place].issuer_name, known[place].issuer = each.issuer_name, each.issuer
            filled.append(known[place])
    filled.sort(key=_order)
    Document.objects.bulk_update(filled, ["issuer_name", "issuer"])
    if new or filled:
        after = {"entered": [document.symbol for document in new], "filled": [each.symbol for each in filled]}
        record(by=by, action="documents.register_cited", subject=None, after=after)
    return {place: known[place] for place in wanted}


def _order(document: Document) -> tuple[str, str]:
    return document.reference_key, str(document.issued_on or "")


def _entry(cited: Citation) -> Document:
    """A new entry; what the packaged register knows of the document and has verified is taken from there."""
    entry = Document(
        reference_key=cited.key, symbol=cited.symbol, doc_type=cited.doc_type, number=cited.number,
        issued_on=cited.issued_on, issuer_name=cited.issuer_name, issuer=cited.issuer, reference_text=cited.text,
    )  # fmt: skip
    # The register names documents of the state by their symbol alone; a local body's symbol could be anybody's.
    fact = Known.packaged().lookup(cited.symbol, cited.issued_on) if cited.key == cited.symbol.upper() else None
    if fact is not None and fact.verified and cited.issued_on in (None, fact.issued):
        entry.source, entry.subject = DocumentSource.REGISTER, fact.title
        entry.issuer_name = fact.issuer or entry.issuer_name
        entry.effective_from, entry.effective_to = fact.effective_from, fact.effective_to
    return entry


@transaction.atomic
def register_own(
    *, by: User | None, issuer: Unit, sign: str, day: date, subject: str, serial: int | None = None
) -> Document:
    """Enter a document of `issuer` signed on `day`: the next number of its type and year, or `serial` from the clerk's
    book. `sign`: what stands behind the number ("QĐ-UBND"). Whoever signs was asked for the right before.

    A citation of that very document becomes the document. Raises FindingError DOCUMENT-NUMBER-TAKEN,
    DOCUMENT-NUMBER-WRONG, DOCUMENT-SIGN-WRONG.
    """
    sign = numbering.sign_of(sign)
    doc_type, year = numbering.type_of(sign), day.year
    numbering.hold(issuer)
    if serial is None:
        serial = numbering.next_serial(issuer, doc_type, year)
    numbering.check_free(issuer, doc_type, year, serial)
    symbol = f"{serial:02}/{sign}"
    key = numbering.key_of(symbol, issuer)
    document = Document.objects.filter(reference_key=key, issued_on=day).first() or Document()
    for name, value in {
        "doc_type": doc_type, "number": f"{serial:02}", "symbol": symbol, "reference_key": key, "issuer": issuer,
        "issuer_name": numbering.issuer_name(issuer), "issued_on": day, "subject": squeeze(subject),
        "source": DocumentSource.OWN, "serial": serial, "series_year": year,
    }.items():  # fmt: skip
        setattr(document, name, value)
    document.save()
    record(by=by, action="documents.register_own", subject=document, unit=issuer, after={"symbol": symbol, "day": day})
    return document


@transaction.atomic
def keep_file(*, by: User | None, name: str, content: bytes, media_type: str = "") -> StoredFile:
    """Keep the bytes for ever under their hash; the same bytes again are the same row.

    The file is written whole under another name first, so that a broken write never looks like a kept file.
    """
    name = file_name(name)
    digest = hashlib.sha256(content).hexdigest()
    hold_to_keep()
    _put(file_path(digest), content)
    stored, created = StoredFile.objects.get_or_create(
        sha256=digest,
        defaults={"name": name, "media_type": media_type[:100], "size": len(content), "stored_by": by},
    )
    if created:
        record(by=by, action="documents.keep_file", subject=stored, after={"sha256": digest, "size": len(content)})
    return stored


@transaction.atomic
def enter_sheet(
    *, by: User | None, kind: str, unit: Unit, file: StoredFile, name: str, entered: int,
    left_out: Sequence[Mapping[str, Any]] = (),
) -> SheetImport:  # fmt: skip
    """What holds the rows of a workbook together; the room that writes them asked for the right before."""
    held = SheetImport.objects.create(
        kind=kind, unit=unit, file=file, name=file_name(name), entered=entered, left_out=list(left_out), by=by
    )
    after = {"kind": kind, "sha256": file.sha256, "entered": entered, "left_out": len(left_out)}
    record(by=by, action="documents.enter_sheet", subject=held, unit=unit, after=after)
    return held


@transaction.atomic
def undo_sheet(*, by: User | None, held: SheetImport, reason: str) -> bool:
    """Say that a whole import was undone; its room undoes the rows and asked for the right before. False where it was
    undone already."""
    now = SheetImport.objects.select_for_update().get(pk=held.pk)
    if now.undone_at is not None:
        return False
    now.undone_by, now.undone_at, now.reason = by, timezone.now(), reason
    now.save(update_fields=["undone_by", "undone_at", "reason"])
    record(by=by, action="documents.undo_sheet", subject=now, unit=now.unit, reason=reason)
    return True


def _put(path: Path, content: bytes) -> None:
    """Bytes that lie there already become young again: a sweep that looks at the clock leaves them alone."""
    try:
        os.utime(path)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{uuid4().hex}")
        part.write_bytes(content)
        os.replace(part, path)


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep removed, or would remove: files and bytes. `busy`: somebody was keeping a file, nothing was done."""

    files: int = 0
    size: int = 0
    busy: bool = False


def sweep_files(*, by: User | None, older_than: timedelta = timedelta(hours=24), dry_run: bool = False) -> Swept:
    """Remove bytes that no row refers to, if they lay there for `older_than`; `by` None: the machine itself.

    Never beside an import under way, never what a row refers to (docs/algorithms/keeping-files.md).
    """
    limit = time.time() - older_than.total_seconds()
    found = list(lying(Path(settings.MEDIA_ROOT), limit))
    if not found:
        return Swept()
    try:
        with transaction.atomic():
            return _sweep(found, limit, by=by, dry_run=dry_run)
    except OperationalError as error:  # SQLite: somebody has been writing for longer than we wait
        if "locked" not in str(error):
            raise
        return Swept(busy=True)


def _sweep(found: list[Lying], limit: float, *, by: User | None, dry_run: bool) -> Swept:
    if not hold_to_sweep():
        return Swept(busy=True)
    known = set(StoredFile.objects.values_list("sha256", flat=True))
    gone = [each for each in found if known and each.sha256 not in known and is_old(each.path, limit)]
    size = sum(each.size for each in gone)
    if gone and not dry_run:
        hashes = sorted({each.sha256 for each in gone if each.sha256})[:_NAMED]
        after = {"files": len(gone), "bytes": size, "sha256": hashes}
        record(by=by, action="documents.sweep_files", subject=None, after=after)
        for each in gone:
            _remove(each.path)
    return Swept(len(gone), size)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # held open by a reader (Windows): the next sweep comes by
        log.info("cannot remove %s now", path.name)


def file_name(name: str) -> str:
    """What a sender called a file, as it is kept and shown: no folders, no line breaks, at most 255 characters
    with the ending still there."""
    last = squeeze(storable(name)).replace("\\", "/").rstrip("/ .").rpartition("/")[2].strip()
    if len(last) > _NAME:
        stem, dot, ending = last.rpartition(".")
        last = f"{stem[: _NAME - 1 - len(ending)]}.{ending}" if dot and len(ending) < 10 else last[:_NAME]
    return last or "tep"


def file_path(sha256: str) -> Path:
    """Where the bytes of a kept file lie."""
    return Path(settings.MEDIA_ROOT) / sha256[:2] / sha256
