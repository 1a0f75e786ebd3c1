"""A kept result as the page shows it: sentences first, then the tables behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from giamngheo.office.planning.findings import in_language

STATES: dict[str, str | Promise] = {
    "poor": gettext_lazy("Hộ nghèo"),
    "near_poor": gettext_lazy("Hộ cận nghèo"),
    "either": gettext_lazy("Nghèo hoặc cận nghèo (chưa phân được)"),
    "not_poor": gettext_lazy("Hộ không nghèo"),
    "unknown": gettext_lazy("Chưa rõ"),
}
CLASSES = {**STATES, "average_living_standard": gettext_lazy("Hộ có mức sống trung bình")}
SHORT: dict[str, str | Promise] = {
    "poor": gettext_lazy("Nghèo"),
    "near_poor": gettext_lazy("Cận nghèo"),
    "either": gettext_lazy("Nghèo hoặc cận nghèo"),
    "not_poor": gettext_lazy("Không nghèo"),
    "unknown": gettext_lazy("Chưa rõ"),
}
WITHIN = ("poor", "near_poor", "either")
KNOWN = ("poor", "near_poor", "not_poor")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the movement table: households of one state today, by their state then."""

    title: str | Promise
    cells: list[tuple[str | Promise, int, int]]  # title of the column, households, people
    households: int
    people: int


@dataclass(frozen=True, slots=True)
class Chip:
    """A movement to filter the list by."""

    title: str
    query: str
    current: bool
    count: int


def count(found: dict[str, Any], before: tuple[str, ...], after: tuple[str, ...], what: str = "households") -> int:
    """Households (or people) that go from one of the states to one of the others."""
    return sum(cell[what] for cell in found["moves"] if cell["from"] in before and cell["to"] in after)


def sentences(found: dict[str, Any]) -> list[str]:
    """The result in words, the most important first; nothing is said about movements that do not occur."""
    enter, people = (count(found, ("not_poor",), WITHIN, what) for what in ("households", "people"))
    told = [_entering(enter, people)]
    poor, near = count(found, ("not_poor",), ("poor",)), count(found, ("not_poor",), ("near_poor",))
    if poor or near:
        told.append(
            _("Trong đó %(poor)s hộ sẽ là hộ nghèo, %(near)s hộ sẽ là hộ cận nghèo.") % {"poor": poor, "near": near}
        )
    worse, better = count(found, ("near_poor",), ("poor",)), count(found, ("poor",), ("near_poor",))
    leave = count(found, WITHIN, ("not_poor",))
    if worse:
        told.append(_("Số hộ cận nghèo hôm nay sẽ là hộ nghèo: %(n)s.") % {"n": worse})
    if better:
        told.append(_("Số hộ nghèo hôm nay sẽ là hộ cận nghèo: %(n)s.") % {"n": better})
    if leave:
        told.append(_("Số hộ sẽ ra khỏi diện nghèo, cận nghèo: %(n)s.") % {"n": leave})
    told += _undecided(found)
    return told


def _entering(households: int, people: int) -> str:
    if not households:
        return _("Không hộ không nghèo nào hôm nay rơi vào diện nghèo, cận nghèo vì chuẩn mới.")
    return ngettext(
        "%(n)s hộ không nghèo hôm nay (%(people)s người) sẽ thuộc diện nghèo hoặc cận nghèo.",
        "%(n)s hộ không nghèo hôm nay (%(people)s người) sẽ thuộc diện nghèo hoặc cận nghèo.",
        households,
    ) % {"n": households, "people": people}


def _undecided(found: dict[str, Any]) -> list[str]:
    either = count(found, tuple(STATES), ("either",))
    unknown = count(found, tuple(STATES), ("unknown",))
    told = []
    if either:
        told.append(_("Số hộ chắc chắn trong diện, nhưng chưa biết là nghèo hay cận nghèo: %(n)s.") % {"n": either})
    if unknown:
        told.append(_("Số hộ chưa xếp được: %(n)s.") % {"n": unknown})
    return told


def matrix(found: dict[str, Any]) -> tuple[list[str | Promise], list[Row]]:
    """Headings of the columns, and the rows; states that do not occur are left out."""
    cells = {(cell["from"], cell["to"]): cell for cell in found["moves"]}
    columns = [state for state in STATES if any(to == state for _from, to in cells)]
    rows = []
    for state, title in STATES.items():
        mine = [cells.get((state, to), {"households": 0, "people": 0}) for to in columns]
        if any(cell["households"] for cell in mine):
            shown = [(STATES[to], cell["households"], cell["people"]) for to, cell in zip(columns, mine, strict=True)]
            rows.append(
                Row(title, shown, sum(each[1] for each in shown), sum(each[2] for each in shown))
            )  # fmt: skip
    return [STATES[state] for state in columns], rows


def chips(found: dict[str, Any], asked: str) -> list[Chip]:
    """Every movement of households that change, and all of them."""
    everything = [Chip(_("Tất cả"), "", not asked, len(found["changes"]))]
    for cell in found["moves"]:
        if cell["from"] != cell["to"]:
            key = f"{cell['from']}-{cell['to']}"
            title = f"{SHORT[cell['from']]} → {SHORT[cell['to']]}"
            everything.append(Chip(title, urlencode({"doi": key}), asked == key, cell["households"]))
    return everything


def listed(found: dict[str, Any], asked: str) -> list[dict[str, Any]]:
    """Households that change with every reason in full, of one movement or all: the file that is taken away."""
    return [
        {
            "id": each["id"],
            "village": each["place"]["village"],
            "people": each["people"],
            "before": STATES[each["from"]],
            "after": STATES[each["to"]],
            "reasons": [in_language(reason) for reason in each["reasons"]],
        }
        for each in chosen(found, asked)
    ]


def rows(changes: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Changes as rows of the page: short, without the texts that `common` says once for all of them."""
    return [
        {
            "id": each["id"],
            "village": each["place"]["village"],
            "people": each["people"],
            "before": SHORT[each["from"]],
            "after": SHORT[each["to"]],
            "reasons": _own(each) or [_("như nêu trên")],
        }
        for each in changes
    ]


def _own(change: dict[str, Any]) -> list[str]:
    """What is this household's alone: its income between the lines, its deprivations, its open questions."""
    line = change["line"]
    told = [] if line is None else [
        _("Thu nhập %(income)s đồng/người/tháng; chuẩn %(today)s → %(then)s đồng")
        % {name: number_format(value, force_grouping=True) for name, value in line.items()}
    ]  # fmt: skip
    rest = [reason for reason in change["reasons"] if reason != change["absent"]]
    return told + [in_language(reason) for reason in rest[1 if line is not None else 0 :]]


def common(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Texts of the law that are absent, once each, with how many of the households wait for them."""
    counts = Counter(in_language(each["absent"]) for each in changes if each["absent"])
    return [{"text": text, "count": count} for text, count in counts.most_common()]


def chosen(found: dict[str, Any], asked: str) -> list[dict[str, Any]]:
    """The households that change, of one movement or all, as they are kept."""
    return [each for each in found["changes"] if not asked or f"{each['from']}-{each['to']}" == asked]


def villages(found: dict[str, Any]) -> list[dict[str, Any]]:
    """By village: within the poverty standards today and then, and not known."""
    rows = []
    for name, cells in found["groups"].items():
        part = {"moves": cells}
        rows.append(
            {
                "name": name,
                "households": sum(cell["households"] for cell in cells),
                "before": count(part, WITHIN, tuple(STATES)),
                "after": count(part, tuple(STATES), WITHIN),
                "unknown": count(part, tuple(STATES), ("unknown",)),
            }
        )
    return rows


def unknowns(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Why households have no class then, how many, and what can be done about it."""
    return [
        {
            "count": each["households"],
            "text": in_language(each["text"]),
            "source": each["source"],
            "do": _(
                "Chờ văn bản chính thức; muốn ước tính ngay thì đánh dấu “Tạm dùng 12 chỉ số hiện hành” rồi tính lại."
            )
            if each["kind"] == "absent"
            else _("Hỏi các hộ này, điền vào danh sách rồi tải lên lại."),
        }
        for each in found["unknown"]["other"]
    ]
