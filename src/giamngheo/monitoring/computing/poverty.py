"""Poverty: who is poor and near poor, what moved since 1 January, what poor households lack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from giamngheo.foundation.dates import format_date
from giamngheo.households.models import Circumstance, CircumstanceKind
from giamngheo.monitoring.computing.asked import Asked, year_of
from giamngheo.monitoring.computing.counted import RATE_DECIMALS, Counted, Fold, Row, missing
from giamngheo.review.movements import Line
from giamngheo.review.reports.homes import Home
from giamngheo.territory.queries import valid_on

POOR, NEAR = "poor", "near_poor"
STANDARDS_BREAK = date(2027, 1, 1)  # NĐ 351/2025/NĐ-CP
# In the order of the indicators of NĐ 07/2021/NĐ-CP, by the names of the standards.
LACKING = (
    "employment", "dependants", "nutrition", "health_insurance", "adult_education", "child_schooling",
    "housing_quality", "housing_area", "water", "toilet", "telecom", "information_means",
)  # fmt: skip


def across_break(earlier: date, later: date) -> bool:
    """Whether two days may be judged by two standards: the review of 2026, in force on 01/01/2027, is by the old."""
    return year_of(earlier) < STANDARDS_BREAK.year <= year_of(later)


def _unknown(asked: Asked) -> Counted | None:
    if asked.classes_known:
        return None
    why = _("Chưa có quyết định nào công nhận hộ nghèo, hộ cận nghèo có hiệu lực đến ngày %(day)s trong phần mềm.")
    return missing(asked.day, why % {"day": format_date(asked.day)}, _source())


def _source() -> str:
    return _("sổ hộ và các quyết định đã ký")


def _homes(asked: Asked, where: Callable[[Home], bool]) -> list[Home]:
    return [each for each in asked.sets.homes.values() if asked.village in (None, each.village) and where(each)]


def _row(home: Home, asked: Asked, above: int = 1) -> Row:
    village = asked.sets.villages.get(home.village)
    query = {"ngay": format_date(asked.day)}
    head = home.head.name if home.head else _("chưa rõ chủ hộ")
    return Row(head, village.name if village else "", above, 0, "office:household", (home.pk,), query)


def _below(asked: Asked, group: str | None = None) -> list[Row]:
    """The households a share is of, a row for each village: the register lists them."""
    found: dict[int, int] = {}
    for (village, each), number in asked.living.households.items():
        if asked.village in (None, village) and group in (None, each):
            found[village] = found.get(village, 0) + number
    names = asked.place.villages
    words = _("Tất cả các hộ") if group is None else _("Tất cả hộ dân tộc thiểu số")
    return [
        Row(words, names[key].name if key in names else "", 0, number, "office:households",
            (), {"ngay": format_date(asked.day), "thon": str(key)})
        for key, number in found.items()
    ]  # fmt: skip


def number_of(*classes: str) -> Callable[[Asked], Counted]:
    """Households of these classes."""

    def count(asked: Asked) -> Counted:
        above = sum(asked.counts.get(each, 0) for each in classes) if asked.classes_known else None
        return _unknown(asked) or Counted(
            asked.day, above=above, source=_source(),
            rows=lambda: [_row(each, asked) for each in _homes(asked, lambda home: home.value in classes)],
        )  # fmt: skip

    return count


def rate_of(*classes: str) -> Callable[[Asked], Counted]:
    """The same as a share of all households."""

    def count(asked: Asked) -> Counted:
        if unknown := _unknown(asked):
            return unknown
        everybody = asked.lived()
        if not everybody:
            return missing(asked.day, _("Sổ hộ không có hộ nào vào ngày này."), _source())
        return Counted(
            asked.day, Fold.SHARE, sum(asked.counts.get(each, 0) for each in classes), everybody, RATE_DECIMALS,
            _source(),
            rows=lambda: [*(_row(each, asked) for each in _homes(asked, lambda home: home.value in classes)),
                          *_below(asked)],
        )  # fmt: skip

    return count


def _minority_rate(asked: Asked) -> Counted:
    """Poor households with a head of a minority, of all such households."""
    if unknown := _unknown(asked):
        return unknown
    homes, everybody = _homes(asked, lambda home: home.value == POOR and home.minority), asked.lived("minority")
    if not everybody:
        return missing(asked.day, _("Không có hộ dân tộc thiểu số nào trong sổ hộ."), _source())
    return Counted(
        asked.day, Fold.SHARE, len(homes), everybody, RATE_DECIMALS, _source(),
        rows=lambda: [*(_row(each, asked) for each in homes), *_below(asked, "minority")],
    )  # fmt: skip


def fall_of(rate: Callable[[Asked], Counted], code: str) -> Callable[[Asked], Counted]:
    """How far a rate fell since the end of the year before: the difference of two rounded rates."""

    def count(asked: Asked) -> Counted:
        if across_break(asked.before.day, asked.day):
            why = _("Hai thời điểm theo hai chuẩn nghèo khác nhau (trước và từ 01/01/2027), không trừ được cho nhau.")
            return missing(asked.day, why, _source())
        earlier, later = rate(asked.before), rate(asked)
        if later.value is None:
            return later
        if earlier.value is None:
            why = _("Không có tỷ lệ ngày %(day)s để so: %(why)s")
            return missing(asked.day, why % {"day": format_date(asked.before.day), "why": earlier.why_missing})
        above = Fraction(earlier.value) - Fraction(later.value)

        def rows() -> list[Row]:
            words = _("Tỷ lệ ngày %(day)s")
            return [
                Row(words % {"day": format_date(day)}, _("bớt đi") if sign < 0 else "", sign * Fraction(value), 0,
                    "office:monitoring-rows", (code,), {"ngay": format_date(day)})
                for day, value, sign in ((asked.before.day, earlier.value, 1), (asked.day, later.value, -1))
                if value is not None
            ]  # fmt: skip

        return Counted(asked.day, Fold.SUM, above, 0, RATE_DECIMALS, _source(), rows=rows)

    return count


def _halved(asked: Asked) -> Counted:
    """Q06: how many fewer poor and near-poor households than at the programme's beginning."""
    start = date(2022, 1, 1)
    if asked.day > date(2025, 12, 31):
        return missing(asked.day, _("Chỉ tiêu của giai đoạn 2021-2025, so với đầu kỳ; không tính cho năm sau 2025."))
    before = asked.on(start)
    if not before.classes_known or not (was := before.counts.get(POOR, 0) + before.counts.get(NEAR, 0)):
        why = _("Không có danh sách hộ nghèo, hộ cận nghèo ngày %(day)s trong phần mềm để so.")
        return missing(asked.day, why % {"day": format_date(start)}, _source())
    now = asked.counts.get(POOR, 0) + asked.counts.get(NEAR, 0)

    def rows() -> list[Row]:
        query = {"ngay": format_date(start)}
        return [
            Row(_("Số hộ ngày %(day)s") % {"day": format_date(start)}, "", was, was, "office:monitoring-rows",
                ("M20",), query),
            Row(_("Số hộ ngày %(day)s") % {"day": format_date(asked.day)}, _("bớt đi"), -now, 0,
                "office:monitoring-rows", ("M20",), {"ngay": format_date(asked.day)}),
        ]  # fmt: skip

    return Counted(asked.day, Fold.SHARE, was - now, was, RATE_DECIMALS, _source(), rows=rows)


def moved(of_class: str, *sides: str) -> Callable[[Asked], Counted]:
    """Households that left or entered a class since 1 January."""

    def count(asked: Asked) -> Counted:
        if unknown := _unknown(asked):
            return unknown
        lines = [
            each for each in asked.sets.lines
            if each.of_class == of_class and each.movement in sides and asked.village in (None, each.village)
        ]  # fmt: skip
        return Counted(asked.day, above=len(lines), source=_source(), rows=lambda: _moved_rows(asked, lines))

    return count


def _moved_rows(asked: Asked, lines: Sequence[Line]) -> list[Row]:
    names, villages = _names(asked, [each.household for each in lines]), asked.sets.villages
    return [
        Row(names.get(each.household, _("hộ số %(number)s") % {"number": each.household}),
            villages[each.village].name if each.village in villages else "", 1, 0, "office:household",
            (each.household,))
        for each in lines
    ]  # fmt: skip


def _names(asked: Asked, wanted: Sequence[int]) -> dict[int, str]:
    """Heads; of a household without class any more as the register names it."""
    from giamngheo.households.queries import households_in

    found = {key: home.head.name for key in wanted if (home := asked.sets.homes.get(key)) and home.head}
    for day in (asked.begins, asked.day):
        if left := [key for key in wanted if key not in found]:
            rows: Any = households_in(asked.user, asked.unit, day).filter(pk__in=left).order_by()
            found |= {key: name for key, name in rows.values_list("pk", "head_name") if name}
    return found


def poor_where(where: Callable[[Home], bool], *, needs_form: bool = False) -> Callable[[Asked], Counted]:
    """Poor households of which something holds; `needs_form`: known only of households with an assessment."""

    def count(asked: Asked) -> Counted:
        if unknown := _unknown(asked):
            return unknown
        homes = _homes(asked, lambda home: home.value == POOR and where(home))
        poor = _homes(asked, lambda home: home.value == POOR)
        silent = sum(not each.assessed and not each.deprivations for each in poor) if needs_form else 0
        if 2 * silent > len(poor):
            why = _("%(n)s trong %(all)s hộ nghèo chưa có phiếu khảo sát trong phần mềm: chưa đủ để tính.")
            return missing(asked.day, why % {"n": silent, "all": len(poor)}, _source())
        note = _("%(n)s hộ nghèo chưa có phiếu khảo sát trong phần mềm nên chưa tính được.") % {"n": silent}
        return Counted(
            asked.day, above=len(homes), source=_source(), note=note if silent else "",
            rows=lambda: [_row(each, asked) for each in homes],
        )  # fmt: skip

    return count


def lacking(name: str) -> Callable[[Asked], Counted]:
    """Poor households that lack one service, as the decision that gave the class says."""

    def count(asked: Asked) -> Counted:
        if unknown := _unknown(asked):
            return unknown
        if asked.sets.indicators and name not in asked.sets.indicators:
            why = _("Chuẩn nghèo của ngày này không có chỉ số đó: %(standard)s.")
            return missing(asked.day, why % {"standard": asked.sets.standard}, _source())
        return poor_where(lambda home: name in home.deprivations, needs_form=True)(asked)

    return count


def _assisted(asked: Asked) -> Counted:
    """Poor households with a member on social assistance."""
    if unknown := _unknown(asked):
        return unknown
    poor = _homes(asked, lambda home: home.value == POOR)
    people = {member.person for home in poor for member in home.members}
    rows = Circumstance.objects.filter(valid_on(asked.day), kind=CircumstanceKind.SOCIAL_ASSISTANCE, person__in=people)
    helped = set(rows.values_list("person_id", flat=True))
    homes = [home for home in poor if any(member.person in helped for member in home.members)]
    return Counted(
        asked.day, above=len(homes), source=_source(), rows=lambda: [_row(each, asked) for each in homes]
    )  # fmt: skip


COMPUTED: dict[str, Callable[[Asked], Counted]] = {
    "S01": number_of(POOR), "S02": rate_of(POOR), "M01": rate_of(POOR, NEAR), "M02": rate_of(POOR),
    "M03": rate_of(NEAR), "M20": number_of(POOR, NEAR), "M21": number_of(NEAR), "M22": _minority_rate,
    "Q01": fall_of(rate_of(POOR), "M02"), "Q02": fall_of(_minority_rate, "M22"), "Q06": _halved,
    "M04": moved(POOR, "became_near_poor", "exited_above"), "M04X": moved(POOR, "other_decrease"),
    "M05": moved(POOR, "newly", "relapsed"), "M06": moved(NEAR, "exited_above"),
    "M06X": moved(NEAR, "became_poor"),
    "M07A": poor_where(lambda home: home.merit), "M07B": poor_where(lambda home: home.minority),
    "M07C": poor_where(lambda home: home.female_head),
    "M07D": poor_where(lambda home: home.no_labour, needs_form=True), "M07E": _assisted,
    **{f"M{number:02}": lacking(name) for number, name in enumerate(LACKING, 8)},
}  # fmt: skip
