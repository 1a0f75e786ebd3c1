"""Charts of poverty, the same of a commune and of a province: over time, movements, what is lacking."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import dropwhile
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from giamngheo.monitoring.dashboards.days import YearPoint, breaks
from giamngheo.monitoring.dashboards.indicators import indicators_on
from giamngheo.monitoring.dashboards.queries import Counts, Flow, Numbers
from giamngheo.office.monitoring_watch.charts import Cell, Chart, Column, printed, rate
from giamngheo.office.typed import printed_day

if TYPE_CHECKING:
    from giamngheo.territory.models import Boundary

STATES = {
    "poor": gettext_lazy("Hộ nghèo"),
    "near_poor": gettext_lazy("Hộ cận nghèo"),
    "none": gettext_lazy("Không thuộc diện"),
    "away": gettext_lazy("Không ở địa bàn"),
}
_TONES = {"poor": "poor", "near_poor": "near", "none": "other", "away": "plain"}


class Place(NamedTuple):
    """A row of a table of places: a village, or a commune of a province."""

    pk: int
    name: str
    numbers: Sequence[Numbers]
    href: str = ""


def trend(points: Sequence[YearPoint], counts: Counts) -> Chart:
    """Rates by year. Years before the first list of classes in the register are left out: nobody poor would be read
    out of nothing entered."""
    every = list(zip(points, counts.whole(), strict=True))
    told = list(dropwhile(lambda each: not (each[1].poor or each[1].near), every))
    rows: list[list[Cell]] = [
        [_year(point), now.homes, now.poor, rate(now.poor, now.homes), now.near, rate(now.near, now.homes)]
        for point, now in told
    ]
    changes = breaks([point for point, _now in told])
    words = _("Sổ chưa có danh sách hộ nghèo, hộ cận nghèo nào.")
    if told:
        last, now = told[-1]
        # Of years under one standard only: across a break nothing is compared.
        alike = [each for each in told if each[0].standard == last.standard]
        first, then = alike[0]
        values = {
            "first": _year(first), "last": _year(last), "before": printed(rate(then.poor, then.homes), 2),
            "after": printed(rate(now.poor, now.homes), 2), "near": printed(rate(now.near, now.homes), 2),
        }  # fmt: skip
        words = _("Tỷ lệ hộ nghèo năm %(first)s là %(before)s %%, năm %(last)s là %(after)s %%; cận nghèo %(near)s %%.")
        words = (
            _("Năm %(last)s: hộ nghèo %(after)s %%, cận nghèo %(near)s %%.") if len(alike) == 1 else words
        ) % values
    notes = [_("Số liệu một năm là loại hộ có hiệu lực từ 01/01 năm sau, theo quyết định đã ký.")]
    if changes:
        notes.append(_("Chuẩn nghèo thay đổi: số liệu hai bên vạch không so sánh được với nhau."))
    columns = [
        Column(_("Năm"), None), Column(_("Tổng số hộ")), Column(_("Hộ nghèo")), Column(_("Tỷ lệ hộ nghèo (%)"), 2),
        Column(_("Hộ cận nghèo")), Column(_("Tỷ lệ hộ cận nghèo (%)"), 2),
    ]  # fmt: skip
    return Chart(
        "ngheo-theo-nam", "lines", _("Hộ nghèo, hộ cận nghèo qua các năm"), words, columns, rows, "%", 2, (0, 3, 5),
        ("poor", "near"), [(_year(before), _("chuẩn mới")) for before, _after in changes], notes=notes,
    )  # fmt: skip


def movement(found: Sequence[Flow], since: date, until: date) -> Chart:
    """Where the households of one day's classes are on the other."""
    rows: list[list[Cell]] = [[str(STATES[each.before]), str(STATES[each.after]), each.households] for each in found]
    of = {(each.before, each.after): each.households for each in found}
    left = sum(number for (before, after), number in of.items() if before == "poor" and after != "poor")
    came = sum(number for (before, after), number in of.items() if after == "poor" and before != "poor")
    values = {"since": printed_day(since), "until": printed_day(until), "left": left, "came": came}
    words = _("Từ %(since)s đến %(until)s: %(left)s hộ không còn là hộ nghèo, %(came)s hộ thành hộ nghèo.") % values
    order = list(dict.fromkeys([each.before for each in found] + [each.after for each in found]))
    columns = [
        Column(_("Ngày %(day)s") % {"day": printed_day(since)}, None),
        Column(_("Ngày %(day)s") % {"day": printed_day(until)}, None), Column(_("Số hộ")),
    ]  # fmt: skip
    return Chart(
        "bien-dong", "flows", _("Biến động hộ nghèo, hộ cận nghèo"), words, columns, rows, _("hộ"),
        tones=[_TONES[each] for each in order],
        notes=[
            _("Hộ không thuộc diện cả hai ngày không vẽ. “Không ở địa bàn”: ngày ấy chưa có, đã chuyển đi hoặc hết hộ.")
        ],
    )  # fmt: skip


def lacking(
    day: date, places: Sequence[Place], found: Mapping[int, Mapping[str, int]], place_word: str, most: int = 0
) -> Chart:
    """Places by indicator: how many poor and near-poor households lack each."""
    words_of = indicators_of(day)
    kept = [each for each in places if each.numbers[-1].poor + each.numbers[-1].near]
    rows: list[list[Cell]] = [[each.name, *(found.get(each.pk, {}).get(name, 0) for name in words_of)] for each in kept]
    sums = {name: sum(found.get(each.pk, {}).get(name, 0) for each in kept) for name in words_of}
    first = sorted(sums, key=lambda name: -sums[name])[:3]
    said = "; ".join(f"{words_of[name]}: {printed(sums[name])}" for name in first if sums[name])
    words = (
        _("Thiếu hụt nhiều nhất: %(which)s (hộ).") % {"which": said} if said else _("Chưa ghi thiếu hụt của hộ nào.")
    )
    return Chart(
        "thieu-hut", "heat", _("Thiếu hụt dịch vụ xã hội cơ bản của hộ nghèo, hộ cận nghèo"), words,
        [Column(place_word, None), *(Column(each) for each in words_of.values())], rows, _("hộ"), most=most,
        links=[each.href for each in kept],
        notes=[_("Theo phiếu đứng sau quyết định gần nhất cho hay giữ loại hộ; một hộ có thể thiếu nhiều chỉ số.")],
    )  # fmt: skip


def by_place(places: Sequence[Place], place_word: str, most: int = 0) -> Chart:
    """Poor and near-poor households of each place, the highest share first."""
    counted = [each for each in places if each.numbers[-1].homes]
    ordered = sorted(counted, key=lambda each: -_share(each))
    rows: list[list[Cell]] = [_of_place(each) for each in ordered]
    words = _("Chưa có hộ nào.")
    if ordered:
        top = ordered[0].numbers[-1]
        words = _("Cao nhất là %(name)s: %(number)s hộ nghèo và cận nghèo trên %(homes)s hộ.") % {
            "name": ordered[0].name, "number": printed(top.poor + top.near), "homes": printed(top.homes),
        }  # fmt: skip
    left = len(places) - len(counted)
    words_of = ngettext("%(n)s nơi chưa có hộ nào trong sổ.", "%(n)s nơi chưa có hộ nào trong sổ.", left)
    notes = [words_of % {"n": left}] if left else []
    columns = [
        Column(place_word, None), Column(_("Tổng số hộ")), Column(_("Hộ nghèo")), Column(_("Hộ cận nghèo")),
        Column(_("Nghèo và cận nghèo (%)"), 2),
    ]  # fmt: skip
    return Chart(
        "theo-dia-ban", "bars", _("Hộ nghèo, hộ cận nghèo theo địa bàn"), words, columns, rows, _("hộ"),
        drawn=(0, 2, 3), tones=("poor", "near"), links=[each.href for each in ordered], most=most, notes=notes,
    )  # fmt: skip


def on_map(
    places: Sequence[Place], where: Callable[[int], tuple[float, float] | None], place_word: str, note: str,
    areas: Mapping[int, Boundary],
) -> Chart:  # fmt: skip
    """Places as areas where a boundary is loaded, else as points sized by households, darker where poverty is higher;
    those with neither beside it."""
    rows: list[list[Cell]] = []
    shapes: list[Any] = []
    lost = []
    for each in places:
        now, point = each.numbers[-1], where(each.pk)
        share = rate(now.poor + now.near, now.homes)
        lat, lon = (None, None) if point is None else (_degrees(point[0]), _degrees(point[1]))
        shape = areas.get(each.pk)
        drawn = _("một vùng") if shape else _("một điểm") if point else _("chưa có vị trí")
        rows.append([each.name, lat, lon, now.homes, share, drawn])
        shapes.append(shape.polygons if shape else None)
        if point is None and shape is None:
            lost.append(each.name)
    notes = [note, *_of_boundaries(areas, len(places))]
    if lost:
        notes.append(_("Chưa có vị trí: %(names)s.") % {"names": ", ".join(lost)})
    columns = [
        Column(place_word, None), Column(_("Vĩ độ"), 4), Column(_("Kinh độ"), 4), Column(_("Tổng số hộ")),
        Column(_("Nghèo và cận nghèo (%)"), 2), Column(_("Trên bản đồ"), None),
    ]  # fmt: skip
    words = _("%(placed)s trên %(all)s nơi có vị trí; nơi càng đậm thì tỷ lệ hộ nghèo và cận nghèo càng cao.")
    return Chart(
        "ban-do", "points", _("Bản đồ"), words % {"placed": len(rows) - len(lost), "all": len(rows)}, columns,
        rows, "%", 2,
        links=[each.href for each in places], notes=notes, areas=shapes if areas else (),
    )  # fmt: skip


def _of_boundaries(areas: Mapping[int, Boundary], all_: int) -> list[str]:
    """What is said under the map of the boundaries in it: whose, under which licence, and what they are not."""
    if not areas:
        return [_("Chưa nạp ranh giới: mỗi nơi là một điểm, không phải một vùng.")]
    said = dict.fromkeys((each.source, each.licence) for each in areas.values())
    notes = [
        _("Ranh giới: %(source)s. Giấy phép: %(licence)s.") % {"source": source, "licence": licence}
        for source, licence in said
    ]
    notes.append(_("Ranh giới đã làm đơn giản để xem trên màn hình, không dùng để đo đạc."))
    if len(areas) < all_:
        notes.append(_("Nơi chưa nạp ranh giới thì vẽ là một điểm."))
    return notes


def _of_place(each: Place) -> list[Cell]:
    now = each.numbers[-1]
    return [each.name, now.homes, now.poor, now.near, rate(now.poor + now.near, now.homes)]


def _share(each: Place) -> float:
    now = each.numbers[-1]
    return (now.poor + now.near) / now.homes


def _year(point: YearPoint) -> str:
    return str(point.year) if point.whole else _("%(year)s (đến %(day)s)") % {
        "year": point.year, "day": f"{point.day:%d/%m}",
    }  # fmt: skip


def _degrees(value: float) -> Cell:
    return Decimal(f"{value:.4f}")


def indicators_of(day: date) -> dict[str, str]:
    """Name → words of the standard of a day, in the language of the screen."""
    return indicators_on(day, "en" if get_language() == "en" else "vi")
