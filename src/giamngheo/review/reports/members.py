"""R14 and R15: every member of the households of a class, a line each, under the head's number; beside it what somebody
above the review counted of the member, on the first line of the household also what is the household's own."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from giamngheo.households.births import printed
from giamngheo.households.models import Relation, Sex
from giamngheo.review.reports.cells import Cell, Head, Row
from giamngheo.review.reports.columns import Beside, Sets
from giamngheo.review.reports.homes import Home, Member

_NEWNESS = {"stayed": "cũ", "other_increase": "cũ", "relapsed": "tái", "newly": "mới",
            "from_poor": "mới", "from_near_poor": "mới"}  # fmt: skip


_WIDTH = 10
HELP = "help"  # what a number beside a member opens: the help on the page of the household


def width(sets: Sets) -> int:
    """How many columns the list has."""
    return _WIDTH + (len(sets.beside.titles) if sets.beside else 0)


def member_rows(value: str, sets: Sets) -> tuple[list[Head], list[Row]]:
    """Headings, and rows: a village, the members of its households, and the total."""
    told = {"cũ": _("Cũ"), "tái": _("Tái"), "mới": _("Mới")}
    newness = {
        line.household: told[_NEWNESS[line.movement]] for line in sets.lines if line.of_class == value and line.ending
    }
    homes = [home for home in sets.homes.values() if home.value == value]
    rows: list[Row] = []
    number = 0
    for key, village in sets.villages.items():
        here = sorted((home for home in homes if home.village == key), key=_order)
        if here:
            title = f"{village.name} ({village.commune})" if sets.place.of_communes else village.name
            rows.append(Row("section", "", title, [], str(key)))
        for home in here:
            number += 1
            for at, member in enumerate(home.members, 1):
                values = _line(number, at, member, home, newness.get(home.pk, ""), sets)
                cells = [Cell(each, "text") for each in values] + _beside(member, home, at == 1, sets.beside)
                rows.append(Row("line", "", "", cells, str(home.pk)))
    people = sum(home.people for home in homes)
    total = _("Tổng cộng: %(homes)s hộ, %(people)s nhân khẩu") % {"homes": len(homes), "people": people}
    return _heads(value) + _heads_beside(sets.beside), [*rows, Row("total", "", total, [])]


def _beside(member: Member, home: Home, first: bool, beside: Beside | None) -> list[Cell]:
    """The first line also takes what was given to the household, and to who is no member on the day."""
    if beside is None:
        return []
    given = beside.given.get(home.pk, {})
    others = {each.person for each in home.members[1:]}
    counted = [numbers for whom, numbers in given.items() if whom == member.person or (first and whom not in others)]
    sums = [sum(each) for each in zip(*counted, strict=True)] or [0] * len(beside.titles)
    return [Cell(each or None, "count", opens=HELP) for each in sums]


def _heads_beside(beside: Beside | None) -> list[Head]:
    if beside is None:
        return []
    under = [Head(str(title), 1, at, 1, 1) for at, title in enumerate(beside.titles, _WIDTH)]
    return [Head(str(beside.head), 0, _WIDTH, 1, len(under)), *under]


def _heads(value: str) -> list[Head]:
    new = _("Nghèo mới, tái nghèo, nghèo cũ") if value == "poor" else _("Cận nghèo mới, tái cận nghèo, cận nghèo cũ")
    words = [
        _("STT chủ hộ"), _("STT thành viên"), _("Họ và tên"), "", "", _("Dân tộc"), _("Quan hệ với chủ hộ"), new,
        _("Hộ có người có công"), _("Hộ không có khả năng lao động"),
    ]  # fmt: skip
    found = [Head(word, 0, at, 2, 1) for at, word in enumerate(words) if word]
    return [*found, Head(_("Năm sinh"), 0, 3, 1, 2), Head(_("Nam"), 1, 3, 1, 1), Head(_("Nữ"), 1, 4, 1, 1)]


def _line(number: int, at: int, member: Member, home: Home, newness: str, sets: Sets) -> list[Any]:
    year, first = printed(member.birth)[-4:], at == 1
    mark = {True: "x", False: ""}
    name = member.name
    if not member.sex:  # the form has no column for a birth of somebody whose sex is not known
        name = _("%(name)s (%(year)s, chưa rõ giới tính)") % {"name": name, "year": year or "–"}
    return [
        number if first else None, at, name, year if member.sex == Sex.MALE else "",
        year if member.sex == Sex.FEMALE else "", sets.ethnic_groups.get(member.ethnic_group, ""),
        str(Relation(member.relation).label), newness if first else "", mark[home.merit and first],
        mark[home.no_labour and first],
    ]  # fmt: skip


def _order(home: Home) -> tuple[Any, ...]:
    return (home.head is None, home.head.sort_key if home.head else "", home.pk)
