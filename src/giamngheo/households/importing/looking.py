"""A list read with what its commune's headings mean, and the ground it is judged on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from giamngheo.documents.actions import file_path
from giamngheo.households.importing.judging import Ground, Judged, judge, numbers_of
from giamngheo.households.importing.known import known, villages_of
from giamngheo.households.lists.corrected import REASON
from giamngheo.households.lists.meaning import key
from giamngheo.households.lists.reading import ReadList, read_list
from giamngheo.households.models import ListImport, ListMapping

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


def read(held: ListImport, progress: Callable[[float, str], None] | None = None) -> ReadList:
    """The list. What the commune said before holds, then what was said of this file; the column of reasons of a
    corrected file is left out. Raises FindingError."""
    mapping = {key(word): "" for word in REASON.values()}
    mapping |= dict(ListMapping.objects.filter(unit=held.unit).values_list("heading", "meaning"))
    mapping |= held.mapping
    return read_list(file_path(held.file.sha256), today=held.day, mapping=mapping, words=held.words,
                     progress=progress)  # fmt: skip


def ground_of(by: User | None, held: ListImport, read: ReadList) -> Ground:
    """What the list is judged on, as the register stands now."""
    villages = villages_of(held.unit)
    return Ground(held.day, held.unit.name, villages, known(by, villages, numbers_of(read)), held.village_id)


def look(by: User | None, held: ListImport, progress: Callable[[float, str], None] | None = None) -> Judged:
    """Read and judge; nothing is written. Raises FindingError."""
    found = read(held, progress)
    return judge(found, ground_of(by, held, found))
