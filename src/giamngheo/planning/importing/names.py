"""The commune of a plan in the register, and the names of its units in running text, misspelt or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import bare, squeeze
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.planning.importing.problems import NO_COMMUNE, SEVERAL_COMMUNES, UNKNOWN_CODE
from giamngheo.territory.names import split_kind
from giamngheo.territory.reference import UnitFact, Units

_COMMUNES = ("commune", "ward", "township", "special_zone")
_ISSUER = re.compile(r"(?:ủy|uỷ) ban nhân dân\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Home:
    """The commune a plan is of, and the units above it, nearest first."""

    commune: UnitFact
    above: tuple[UnitFact, ...]

    @property
    def all(self) -> tuple[UnitFact, ...]:
        return (self.commune, *self.above)


def home_of(document: OfficialDocument, units: Units, year: int, code: str = "") -> Home:
    """The commune that issued `document`, as the register knew it in `year`; `code` when a person says which.

    The register is asked for the printed name and its other spellings; among several the one whose district and
    province the document names, then the one whose name is printed with the fewest other letters.
    Raises FindingError IMPORT-COMMUNE-* when none or more than one is left.
    """
    day = document_day(document, year)
    if code:
        return home_at(units, code, day)
    name = issuer_name(document)
    if not name:
        raise FindingError(NO_COMMUNE.at(name="(trống)"))
    found = units.search(name, day, _COMMUNES) + units.near(name, day, _COMMUNES)
    homes = [Home(unit, tuple(units.chain(unit))) for unit in found]
    if len(homes) > 1:
        text = bare(" ".join(line.text for line in document.lines()))
        ranks = [(-sum(_named(unit, text) for unit in home.above), _apart(home.commune, name)) for home in homes]
        homes = [home for home, rank in zip(homes, ranks, strict=True) if rank == min(ranks)]
    place = document.issuer[-1] if document.issuer else None
    line, quote = (place.place.line, place.text) if place else (None, "")
    if not homes:
        raise FindingError(NO_COMMUNE.at(line, quote, name=name))
    if len(homes) > 1:
        listed = "; ".join(f"{home.commune.code} {home.commune.name}, {_where(home)}" for home in homes[:6])
        raise FindingError(SEVERAL_COMMUNES.at(line, quote, name=name, listed=listed))
    return homes[0]


def document_day(document: OfficialDocument, year: int) -> date:
    """The day the document speaks from: its date; a half-filled date counts as 1 January of the plan's year."""
    dated = document.place_and_date
    if dated and dated.year and dated.month and dated.day:
        try:
            return date(dated.year, dated.month, dated.day)
        except ValueError:
            pass
    return date(year, 1, 1)


def issuer_name(document: OfficialDocument) -> str:
    """ "XÃ HOẰNG PHÚ" of the issuer's lines, "" when there is no such line."""
    # A blank number ("Số: /KH-UBND") printed below the issuer is sometimes read as one more line of it.
    joined = squeeze(" ".join(line.text for line in document.issuer if "/" not in line.text))
    parts = _ISSUER.split(joined)
    return parts[-1].strip(" .,-") if len(parts) > 1 or joined else ""


def home_at(units: Units, code: str, day: date) -> Home:
    """The commune that bore `code` on a day; raises FindingError IMPORT-COMMUNE-CODE."""
    unit = units.by_code(code, day)
    if unit is None or unit.level != "commune":
        raise FindingError(UNKNOWN_CODE.at(code=code, day=f"{day:%d/%m/%Y}"))
    return Home(unit, tuple(units.chain(unit)))


def _apart(unit: UnitFact, name: str) -> int:
    """How many letters of the printed name differ: "Hoàng Phú" is one letter from Hoằng Phú, two from Hoằng Phụ."""
    printed = split_kind(name)[1].lower()
    return sum(left != right for left, right in zip_longest(printed, unit.short_name.lower()))


def _where(home: Home) -> str:
    return ", ".join(unit.name for unit in home.above)


def _named(unit: UnitFact, text: str) -> bool:
    return bare(unit.name) in text


def find_units(text: str, home: Home) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, code, style) of every mention of the commune or a unit above it, in whatever accents it is written.

    A name of one syllable counts only behind its kind ("xã Hải"); style is "upper" for capitals.
    """
    lowered = bare(text)
    if len(lowered) != len(text):
        return
    for unit in home.all:
        words = unit.short_name.split()
        if bare(unit.short_name) not in lowered:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(bare(unit.short_name))}(?!\w)", lowered):
            printed = text[match.start() : match.end()]
            if not all(word[:1].isupper() for word in printed.split()):
                continue
            kind = bare(unit.name)[: -len(bare(unit.short_name))].strip()
            if len(words) == 1 and not lowered[: match.start()].rstrip().endswith(kind):
                continue
            yield match.start(), match.end(), unit.code, "upper" if printed.isupper() else ""
