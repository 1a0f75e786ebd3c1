"""One cell read by the meaning of its column: its value, and what is to be told about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from giamngheo.foundation.findings import Entry
from giamngheo.foundation.text import bare, nfc, squeeze
from giamngheo.households.lists import problems as p
from giamngheo.households.lists.sheets import Cell, text_of

OLDEST = 130  # years a person may be old before a birth is taken for a slip
_NAME = re.compile(r"[^\W\d_]+(?:[ '’.\-][^\W\d_]+)*\.?")
_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?")
_MONTH = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})")
_SHORT = re.compile(r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2}|\d{2}")
_BLANKS = re.compile(r"^[\s0\-–._/]*[/.\-]\s*(\d{4})$")
_EXCEL_FIRST, _EXCEL_DAYS = date(1899, 12, 30).toordinal(), (5_000, 60_000)


class Read(NamedTuple):
    """Value of a cell (None: nothing to keep) and the kinds of findings about it with their values."""

    value: object = None
    told: tuple[tuple[Entry, dict[str, object]], ...] = ()


def _tell(entry: Entry, value: object = None, **values: object) -> Read:
    return Read(value, ((entry, values),))


def name(cell: Cell) -> Read:
    """A name as papers write it; one written in capitals gets capital initials."""
    text = squeeze(nfc(text_of(cell)))
    if not text:
        return Read()
    if text.isupper():
        text = " ".join(_initial(word) for word in text.split(" "))
    if not _NAME.fullmatch(text):
        return _tell(p.NAME_MARKS, None, text=text)
    return _tell(p.NAME_SHORT, text, text=text) if " " not in text else Read(text)


def _initial(word: str) -> str:
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def birth(cell: Cell, today: date) -> Read:
    """YYYYMMDD, or YYYY0000 where only the year is known."""
    if isinstance(cell, datetime | date):
        return _possible(cell.year * 10000 + cell.month * 100 + cell.day, text_of(cell), today)
    text = squeeze(nfc(text_of(cell))).strip("'’` ")
    if not text:
        return Read()
    for pattern, order in ((_DAY, (3, 2, 1)), (_ISO, (1, 2, 3))):
        match = pattern.fullmatch(text)
        if match:
            year, month, day = (int(match[group]) for group in order)
            if month == 0 or day == 0:
                return _year_only(year, text, today)
            return _calendar(year, month, day, text, today)
    return _partly(cell, text, today)


def _partly(cell: Cell, text: str, today: date) -> Read:
    """A year, a month with its year, a number Excel shows as a day."""
    if text.isdigit() and len(text) == 4:
        return _possible(int(text) * 10000, text, today)
    if not isinstance(cell, str) and text.isdigit() and _EXCEL_DAYS[0] <= int(text) <= _EXCEL_DAYS[1]:
        day = date.fromordinal(_EXCEL_FIRST + int(text))
        return _possible(day.year * 10000 + day.month * 100 + day.day, f"{day:%d/%m/%Y}", today)
    for pattern in (_MONTH, _BLANKS):
        match = pattern.fullmatch(text)
        if match:
            return _year_only(int(match[match.lastindex or 1]), text, today)
    return _tell(p.BIRTH_SHORT_YEAR if _SHORT.fullmatch(text) else p.BIRTH_UNREADABLE, None, text=text)


def _calendar(year: int, month: int, day: int, text: str, today: date) -> Read:
    try:
        date(year, month, day)
    except ValueError:
        return _tell(p.BIRTH_UNREADABLE, None, text=text)
    return _possible(year * 10000 + month * 100 + day, text, today)


def _year_only(year: int, text: str, today: date) -> Read:
    found = _possible(year * 10000, text, today)
    return found if found.told else _tell(p.BIRTH_YEAR_ONLY, found.value, text=text, year=year)


def _possible(value: int, text: str, today: date) -> Read:
    latest = today.year * 10000 + today.month * 100 + today.day
    if not (today.year - OLDEST) * 10000 <= value <= latest:
        return _tell(p.BIRTH_IMPOSSIBLE, None, text=text)
    return Read(value)


_SEXES = {
    "nam": "male",
    "trai": "male",
    "m": "male",
    "male": "male",
    "nu": "female",
    "gai": "female",
    "f": "female",
    "female": "female",
}


def sex(cell: Cell) -> Read:
    """ "male" or "female"."""
    text = bare(text_of(cell)).strip(" .")
    if not text:
        return Read()
    found = _SEXES.get(text)
    return Read(found) if found else _tell(p.SEX_UNREADABLE, None, text=squeeze(text_of(cell)))


def mark(cell: Cell) -> Read:
    """Whether a cell is ticked: x, 1, có; empty, 0, không are not."""
    text = bare(text_of(cell)).strip(" .")
    return Read(text not in ("", "0", "khong", "false", "-"))


def citizen_id(cell: Cell) -> Read:
    """9 or 12 digits; in a number cell the zero that Excel dropped is put back."""
    was_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    digits = re.sub(r"[\s.'’`\-]", "", text_of(int(cell) if isinstance(cell, float) and cell.is_integer() else cell))
    if not digits:
        return Read()
    if not digits.isdigit():
        return _tell(p.CITIZEN_ID, None, count=sum(char.isdigit() for char in digits))
    if was_number and len(digits) in (8, 11):
        return _tell(p.CITIZEN_ID_ZERO, f"0{digits}", count=len(digits))
    return Read(digits) if len(digits) in (9, 12) else _tell(p.CITIZEN_ID, None, count=len(digits))


def phone(cell: Cell) -> Read:
    """Digits, with the zero that Excel dropped."""
    digits = re.sub(r"[\s.()\-+'’]", "", text_of(cell))
    if not digits:
        return Read()
    if digits.startswith("84") and len(digits) > 10:
        digits = f"0{digits[2:]}"
    if digits.isdigit() and len(digits) == 9 and not digits.startswith("0"):
        digits = f"0{digits}"
    return Read(digits) if digits.isdigit() and 9 <= len(digits) <= 11 else _tell(p.PHONE)


_RELATIONS = {
    "head": ("chu ho",),
    "spouse": ("vo", "chong", "vo chong", "vo/chong"),
    "child": ("con", "con de", "con ruot", "con trai", "con gai", "con nuoi", "con rieng", "con trai/gai"),
    "child_in_law": ("con dau", "con re", "con dau/re"),
    "parent": (
        "bo",
        "me",
        "cha",
        "bo de",
        "me de",
        "bo ruot",
        "me ruot",
        "cha de",
        "bo/me",
        "cha/me",
        "bo nuoi",
        "me nuoi",
    ),
    "parent_in_law": ("bo chong", "me chong", "bo vo", "me vo", "cha chong", "cha vo"),
    "grandparent": ("ong", "ba", "ong noi", "ba noi", "ong ngoai", "ba ngoai", "ong/ba"),
    "grandchild": ("chau noi", "chau ngoai", "chau noi/ngoai"),
    "other_kin": ("chau ho", "ho hang", "ba con"),
    "sibling": (
        "anh",
        "chi",
        "em",
        "anh ruot",
        "chi ruot",
        "em ruot",
        "anh trai",
        "chi gai",
        "em trai",
        "em gai",
        "anh/chi/em",
    ),
}
_RELATION_OF = {word: relation for relation, words in _RELATIONS.items() for word in words}


# Words for a grandchild and for a brother's or sister's child alike: the officer says what they are in this list.
AMBIGUOUS = ("chau", "chau trai", "chau gai", "chau ruot")
AMBIGUOUS_MEANS = ("grandchild", "other_kin")


def ambiguous(cell: Cell) -> str:
    """The word of a relation that may be two, as it is compared; blank for any other."""
    written = _written(cell)
    return written if written in AMBIGUOUS else ""


def relation(cell: Cell, chosen: Mapping[str, str] | None = None) -> Read:
    """One of the relations to the head, "other" for words nobody knows. `chosen`: what an ambiguous word is here."""
    if word := ambiguous(cell):
        here = (chosen or {}).get(word, "")
        return Read(here) if here else _tell(p.RELATION_AMBIGUOUS, "other", text=squeeze(text_of(cell)))
    written = _written(cell)
    if not written:
        return Read()
    found = _RELATION_OF.get("chu ho" if written == "ch" else written)
    return Read(found) if found else _tell(p.RELATION_UNKNOWN, "other", text=squeeze(text_of(cell)))


def _written(cell: Cell) -> str:
    """Without accents, and without the head named again: "vợ chủ hộ"."""
    written = re.sub(r"\s*/\s*", "/", bare(text_of(cell))).strip(" .")
    return written.removesuffix(" chu ho") if written != "chu ho" else written


def text(cell: Cell) -> Read:
    """Words as they stand, None for none."""
    return Read(squeeze(nfc(text_of(cell))) or None)


def whole(cell: Cell) -> Read:
    """A whole number, None for anything else."""
    value = squeeze(text_of(cell))
    return Read(int(value)) if value.isdigit() else Read()
