"""Groups, options and points of a draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from giamngheo.foundation.text import fold
from giamngheo.standards.release import Text
from giamngheo.standards.scorecards import findings as f
from giamngheo.standards.scorecards.card import Choice, Group, GroupKind
from giamngheo.standards.scorecards.draft import NOTHING, Cell, DraftGroup, DraftOption
from giamngheo.standards.scorecards.headings import KINDS

if TYPE_CHECKING:
    from giamngheo.standards.scorecards.checking import Checker

NO_POINTS = "no_points"  # the answer every single group has; no card may use it for a line with points
STEP = 5


class Points:
    """Reads the groups for a checker, which collects what is wrong."""

    def __init__(self, checker: Checker, regions: tuple[str, ...]) -> None:
        self.checker = checker
        self.regions = regions

    def groups(self) -> tuple[Group, ...]:
        seen: dict[str, str] = {}
        if not self.checker.draft.groups:
            self.checker.found.append(f.SHEET.at(where=self.checker.draft.name, what="nhóm (groups)"))
        return tuple(self.group(each, seen) for each in self.checker.draft.groups)

    def group(self, draft: DraftGroup, seen: dict[str, str]) -> Group:
        code = self.checker.code(draft.code, seen, "nhóm (group)")
        title = self.checker.title(draft.title, draft.title_en, f"nhóm (group) “{code}”", draft.code)
        if not draft.options:
            self.checker.tell(f.GROUP_EMPTY, draft.code, group=title.vi or code)
        codes = {NO_POINTS: "no_points"}
        options = tuple(self.option(each, at, codes) for at, each in enumerate(draft.options, 1))
        note = Text(draft.note.text, draft.note_en.text or draft.note.text) if draft.note.text else None
        return Group(code, title, self.kind(draft), options, note)

    def kind(self, draft: DraftGroup) -> GroupKind:
        kind = KINDS.get(fold(draft.kind.text))
        if kind is None:
            self.checker.tell(f.GROUP_KIND, draft.kind if draft.kind.where else draft.code, value=draft.kind.text)
        return "multiple" if kind == "multiple" else "single"

    def option(self, draft: DraftOption, at: int, codes: dict[str, str]) -> Choice:
        """An option without a code gets its number within the group."""
        cell = draft.code if draft.code.text else Cell(at, draft.label.where, draft.label.line)
        code = self.checker.code(cell, codes, "lựa chọn (option)")
        label = self.checker.title(draft.label, draft.label_en, f"lựa chọn (option) “{code}”", draft.code)
        points = {region: self.points(draft, region) for region in self.regions}
        self.empty(draft, label.vi or code)
        return Choice(code, label, points)

    def empty(self, draft: DraftOption, option: str) -> None:
        """Cells without points, told once a line; a region nobody wrote a column for is told elsewhere."""
        columns = {each.text for each in self.checker.draft.columns}
        lacking = [each for each in self.regions if each in columns and not draft.points.get(each, NOTHING).text]
        if lacking:
            cell = draft.points.get(lacking[0], Cell(None, draft.label.where, draft.label.line))
            self.checker.tell(f.POINTS_EMPTY, cell, option=option, region=", ".join(lacking))

    def points(self, draft: DraftOption, region: str) -> int:
        tell = self.checker.tell
        cell = draft.points.get(region, NOTHING)
        if not cell.text:
            return 0
        value = _whole(cell)
        if value is None:
            tell(f.POINTS_TEXT, cell, value=cell.text)
            return 0
        if value < 0:
            tell(f.POINTS_NEGATIVE, cell, value=value)
        elif value % STEP:
            tell(f.POINTS_STEP, cell, value=value)
        return value


def _whole(cell: Cell) -> int | None:
    """A whole number, also one that Excel keeps as text; None for anything else (12,5; yes; "10 điểm")."""
    if isinstance(cell.value, bool) or not re.fullmatch(r"[-−]?[0-9]{1,6}", cell.text):
        return None
    return int(cell.text.replace("−", "-"))
