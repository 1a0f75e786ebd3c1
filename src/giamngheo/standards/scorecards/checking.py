"""From a draft to a card, or to everything that is wrong with it, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from giamngheo.foundation.findings import Entry, Finding, FindingError, Severity
from giamngheo.foundation.text import fold
from giamngheo.standards.asking import a_day
from giamngheo.standards.release import Text
from giamngheo.standards.scorecards import findings as f
from giamngheo.standards.scorecards.card import Group, Region, Scorecard, Signature
from giamngheo.standards.scorecards.checking_points import Points
from giamngheo.standards.scorecards.draft import Cell, Draft
from giamngheo.standards.scorecards.headings import INFORMATION_LINES, YES_NO

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,40}")
_CODE = re.compile(r"[a-z0-9][a-z0-9_]{0,40}")
_INVENTED = tuple(fold(word) for word in ("minh họa", "giả định", "trình diễn"))
_NO_SHAPE = ("SCORE-UNREADABLE", "SCORE-LARGE", "SCORE-SHEET")  # what else could be said would only confuse
_SIGNED = ("by", "on", "document", "article")


class Checked(NamedTuple):
    """The card, None where an error stands among the findings."""

    card: Scorecard | None
    findings: tuple[Finding, ...]


def check(draft: Draft, found: Iterable[Finding], standards: Iterable[str]) -> Checked:
    """Judge a draft; `found` is what its reader found, `standards` the ids a card may serve."""
    checker = Checker(draft, tuple(standards))
    checker.found += found
    card = None if any(each.code in _NO_SHAPE for each in checker.found) else checker.card()
    wrong = any(each.severity is Severity.ERROR for each in checker.found)
    return Checked(None if wrong else card, tuple(sorted(checker.found, key=lambda each: (each.line or 0, each.code))))


class Checker:
    """Collects findings while it builds the card; what is built is used only when no error was found."""

    def __init__(self, draft: Draft, standards: tuple[str, ...]) -> None:
        self.draft = draft
        self.standards = standards
        self.found: list[Finding] = []

    def tell(self, entry: Entry, cell: Cell, **values: object) -> None:
        self.found.append(entry.at(cell.line, cell.text, severity=None, where=cell.where or self.draft.name, **values))

    def title(self, vi: Cell, en: Cell, what: str, place: Cell) -> Text:
        """Vietnamese is needed; English is the Vietnamese where it is not given."""
        if not vi.text:
            self.tell(f.TITLE, vi if vi.where else place, what=what)
        return Text(vi.text, en.text or vi.text)

    def code(self, cell: Cell, seen: dict[str, str], what: str) -> str:
        """A code that can be part of a name, and is not taken."""
        code = cell.text
        if not _CODE.fullmatch(code):
            self.tell(f.CODE, cell, value=code)
        elif code in seen:
            self.tell(f.DUPLICATE, cell, what=what, value=code, first=seen[code])
        seen.setdefault(code, cell.where)
        return code

    def card(self) -> Scorecard:
        draft = self.draft
        regions = self.regions()
        groups = Points(self, tuple(each.code for each in regions)).groups()
        self.names(groups)
        signature = self.signature()
        missing = tuple(Text(vi.text, en.text or vi.text) for vi, en in draft.missing)
        title = self.title(draft.of("title"), draft.of("title_en"), "bảng điểm (the card)", draft.of("title"))
        demonstration = self.demonstration(title, signature)
        if missing:
            self.tell(f.PARTIAL, draft.missing[0][0], what="; ".join(each.vi for each in missing))
        return Scorecard(
            id=self.identifier(), standard=self.standard(), version=self.version(), title=title, regions=regions,
            groups=groups, demonstration=demonstration, signature=signature, missing=missing,
        )  # fmt: skip

    def identifier(self) -> str:
        cell = self.draft.of("id")
        if not _ID.fullmatch(cell.text):
            self.tell(f.HEAD, cell, what=INFORMATION_LINES["id"], value=cell.text, wanted="b1-2022")
        return cell.text

    def standard(self) -> str:
        cell = self.draft.of("standard")
        if cell.text not in self.standards:
            self.tell(f.STANDARD, cell, value=cell.text, known=", ".join(self.standards))
        return cell.text

    def version(self) -> int:
        cell = self.draft.of("version")
        if not re.fullmatch(r"[1-9][0-9]{0,5}", cell.text):
            self.tell(f.HEAD, cell, what=INFORMATION_LINES["version"], value=cell.text, wanted="1, 2, 3, …")
            return 1
        return int(cell.text)

    def regions(self) -> tuple[Region, ...]:
        seen: dict[str, str] = {}
        regions = []
        for each in self.draft.regions:
            code = self.code(each.code, seen, "vùng (region)")
            regions.append(Region(code, self.title(each.vi, each.en, f"vùng (region) “{code}”", each.code)))
        written = {each.text: each for each in self.draft.columns}
        if not regions:
            self.found.append(f.SHEET.at(where=self.draft.name, what="vùng (regions)"))
        elif self.draft.groups:
            for each in self.draft.regions:
                if each.code.text not in written:
                    self.tell(f.REGION_MISSING, each.code, region=each.code.text)
        for code, cell in written.items():
            if regions and code not in seen:
                self.tell(f.REGION_UNKNOWN, cell, region=code)
        return tuple(regions)

    def names(self, groups: tuple[Group, ...]) -> None:
        """No two questions of the card get one name: group a_b, and option b of a group a of several options."""
        singles = {each.code for each in groups if each.kind == "single"}
        for group in groups:
            for option in group.options if group.kind == "multiple" else ():
                name = f"{group.code}_{option.code}"
                if name in singles:
                    what = "nhóm và lựa chọn (group and option)"
                    self.found.append(f.DUPLICATE.at(where=self.draft.name, what=what, value=name, first=group.code))

    def signature(self) -> Signature | None:
        cells = {name: self.draft.of(name) for name in _SIGNED}
        lacking = [INFORMATION_LINES[name] for name, cell in cells.items() if not cell.text]
        place = next((cell for cell in cells.values() if cell.text), self.draft.of("signature"))
        if len(lacking) == len(_SIGNED):
            if not self.yes("demonstration"):
                self.tell(f.UNSIGNED, place)
            return None
        day = self.day(cells["on"]) if cells["on"].text else None
        if lacking:
            self.tell(f.SIGNATURE, place, what=", ".join(lacking))
        if lacking or day is None:
            return None
        return Signature(cells["by"].text, day, cells["document"].text, cells["article"].text)

    def day(self, cell: Cell) -> date | None:
        if isinstance(cell.value, datetime):
            return cell.value.date()
        if isinstance(cell.value, date):
            return cell.value
        try:
            return a_day(cell.text)
        except FindingError:
            self.tell(f.HEAD, cell, what=INFORMATION_LINES["on"], value=cell.text, wanted="24/11/2026")
            return None

    def yes(self, name: str) -> bool:
        cell = self.draft.of(name)
        if isinstance(cell.value, bool):
            return cell.value
        return YES_NO.get(fold(cell.text), False)

    def demonstration(self, title: Text, signature: Signature | None) -> bool:
        cell = self.draft.of("demonstration")
        if not isinstance(cell.value, bool) and fold(cell.text) not in YES_NO:
            self.tell(
                f.HEAD, cell, what=INFORMATION_LINES["demonstration"], value=cell.text, wanted="có / không (yes / no)"
            )
        marked = self.yes("demonstration")
        if title.vi and marked != any(word in fold(title.vi) for word in _INVENTED):
            self.tell(f.DEMONSTRATION, self.draft.of("title"))
        if marked and signature is not None:
            self.tell(f.SIGNED_DEMONSTRATION, self.draft.of("by"))
        return marked
