"""The steps the verbs share: words tidied, days in order, rows locked, files judged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone, translation

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze, storable
from giamngheo.programme.models import Post, TaskState, WorkState
from giamngheo.programme.problems import DATES, EMPTY, FILE, FUTURE, PLACE, refuse
from giamngheo.territory.queries import with_predecessors

if TYPE_CHECKING:
    from giamngheo.programme.values import Upload
    from giamngheo.territory.models import Unit

MOST_BYTES = 15 * 1024 * 1024
# ending → the bytes every such file begins with (of .webp also at 8); Office files are ZIP archives
_BEGINS = {
    "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff", "png": b"\x89PNG\r\n\x1a\n", "webp": b"RIFF", "pdf": b"%PDF-",
    "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04",
}  # fmt: skip


def line(text: str, what: tuple[str, str], *, most: int = 300) -> str:
    """A line of words, tidied, that must say something. Raises WORK-EMPTY."""
    if not (tidied := tidy(text, most)):
        raise refuse(EMPTY, what_vi=what[0], what_en=what[1])
    return tidied


def tidy(text: str, most: int = 2000) -> str:
    """Words on one line."""
    return squeeze(nfc(storable(text)))[:most].strip()


def lines(text: str, most: int = 10_000) -> str:
    """Words on several lines, each tidied."""
    return "\n".join(filter(None, (tidy(each) for each in text[:most].splitlines())))


def in_order(start: date, end: date) -> None:
    """Raises WORK-DATES."""
    if end < start:
        raise refuse(DATES, start=format_date(start), end=format_date(end))


def has_come(day: date) -> None:
    """Raises WORK-FUTURE."""
    if day > timezone.localdate():
        raise refuse(FUTURE, day=format_date(day))


def own_post(post: Post | None, unit: Unit) -> None:
    """The post is one of the unit, or of what it was before a merger. Raises WORK-PLACE."""
    if post is not None and not Post.objects.filter(pk=post.pk, unit__in=with_predecessors(unit)).exists():
        raise refuse(PLACE, what_vi="Chức danh", what_en="post")


def check_file(upload: Upload) -> None:
    """The ending is one that is taken, and the bytes begin as its files do. Raises WORK-FILE."""
    _stem, dot, ending = upload.name.lower().rpartition(".")
    begins = _BEGINS.get(ending)
    right = bool(dot) and begins is not None and upload.content.startswith(begins)
    right = right and (ending != "webp" or upload.content[8:12] == b"WEBP")
    if not right or len(upload.content) > MOST_BYTES:
        raise refuse(FILE, name=upload.name[:80], most=MOST_BYTES // (1024 * 1024))


def words(value: WorkState | TaskState) -> tuple[str, str]:
    """A label in both languages."""
    with translation.override("vi"):
        vi = str(value.label)
    with translation.override("en"):
        return vi, str(value.label)
