"""What a book says of itself to the screens of workbooks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from giamngheo.accounts.permissions import Permission
from giamngheo.documents.models import SheetImport, StoredFile
from giamngheo.foundation.findings import Finding
from giamngheo.households.lists.tables import Column, Judged, Table
from giamngheo.office.households.fields import Field
from giamngheo.office.requests import OfficeRequest
from giamngheo.territory.models import Unit

Words = str | Promise
Found = list[tuple[str, Finding]]


@dataclass(frozen=True, slots=True)
class Entering:
    """What the verb of a book is told. `held` of it points at the rows."""

    unit: Unit
    values: Sequence[Any]
    file: StoredFile
    name: str
    left_out: Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Book:
    """`kind`: as `SheetImport.kind`. `back`: where the book's own list is. `shown`: headings of the preview beside who.

    `fields`: what is chosen beside the file. `judge`: the table with what was chosen, or what is wrong with that.
    `prefill`: choices under which the template comes with rows. `undo`: takes an import back; None: it cannot be.
    """

    kind: str
    title: Words
    what: Words
    back: str
    back_title: Words
    permission: Permission
    columns: Sequence[Column]
    who: Words
    shown: Sequence[Words]
    fields: Callable[[OfficeRequest, Unit], list[Field]]
    judge: Callable[[OfficeRequest, Unit, Table], tuple[Judged, Found]]
    enter: Callable[[OfficeRequest, Entering], SheetImport]
    rows: Callable[[OfficeRequest, Unit, str], Iterable[Sequence[Any]]]
    undo: Callable[[OfficeRequest, SheetImport, date, str], object]
    undo_words: Words
    prefill: Callable[[OfficeRequest, Unit], Sequence[tuple[str, Words]]] = lambda _request, _unit: ()
    whole: bool = False
    asks_day: bool = False  # whether undoing is of a day
    everywhere: bool = False  # whether a right in some villages is not enough
