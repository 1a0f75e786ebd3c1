"""The list of findings beside the plan, filtered by severity and family; every filter is an address."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from giamngheo.office.planning.findings import FAMILIES, SEVERITIES, FindingView


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter: its words, how many findings it leaves, its address."""

    title: str | Promise
    count: int
    query: str
    current: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Findings shown, and how to filter them. `open` counts those nobody has decided about yet."""

    shown: list[FindingView]
    total: int
    open: int
    severities: list[Chip]
    families: list[Chip]  # `query` is the value of the choice
    kept: dict[str, str]
    query: str


def panel_of(findings: list[FindingView], asked: QueryDict) -> Panel:
    """The panel for a filter in an address: `muc` severity, `loai` family, `xong` 1 for those already decided."""
    severity, family = asked.get("muc", ""), asked.get("loai", "")
    done = asked.get("xong") == "1"
    waiting = [finding for finding in findings if not finding.decision]
    pool = [finding for finding in findings if finding.decision] if done else waiting
    of_severity = [finding for finding in pool if severity in ("", finding.severity)]
    shown = [finding for finding in of_severity if family in ("", finding.family)]
    by_severity = Counter(finding.severity for finding in waiting)
    chips = [Chip(_("Tất cả"), len(waiting), _query(), not severity and not done)]
    chips += [
        Chip(title, by_severity[name], _query(muc=name), severity == name and not done)
        for name, title in SEVERITIES.items()
        if by_severity[name]
    ]
    decided = len(findings) - len(waiting)
    if decided:
        chips.append(Chip(_("Đã quyết định"), decided, _query(xong="1"), done))
    kept = {"muc": severity, "xong": "1" if done else ""}
    query = _query(**kept, loai=family)
    return Panel(shown, len(findings), len(waiting), chips, _families(of_severity, family), kept, query)


def _families(findings: list[FindingView], current: str) -> list[Chip]:
    counts = Counter(finding.family for finding in findings)
    if len(counts) < 2 and not current:
        return []
    chips = [Chip(_("Mọi loại"), len(findings), "", not current)]
    chips += [
        Chip(FAMILIES.get(name, name), counts[name], name, current == name)
        for name in [*FAMILIES, *(name for name in counts if name not in FAMILIES)]
        if counts[name]
    ]
    return chips


def _query(**parts: str) -> str:
    return urlencode({name: value for name, value in parts.items() if value})
