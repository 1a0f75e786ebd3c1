"""The reports R1-R15 and the summing-up table: titles and columns as provinces use them, each over the computed sets.

Source of titles, splits and columns: the report code of a province (Đắk Nông, 2023-2024) and a real summing-up table.
What a column counts where the source only names it: docs/algorithms/review-reports.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from giamngheo.review.models import PovertyCause
from giamngheo.review.reports import notes as n
from giamngheo.review.reports.columns import Column, Counted, Lived, Moved, OfGroup, Sets, Share, Text
from giamngheo.review.reports.groups import (
    OF_CLASS,
    average,
    both,
    caused,
    deprived,
    female_head,
    kinh,
    merit,
    minority,
    near_poor,
    neither,
    no_labour,
    of_group,
    poor,
    unknown_group,
)
from giamngheo.review.reports.homes import Home

POOR, NEAR = _("Hộ nghèo"), _("Hộ cận nghèo")
TITLES: dict[str, Text] = {"poor": POOR, "near_poor": NEAR}
TOTAL = _("Tổng số")
CAUSES: dict[str, Text] = {
    PovertyCause.LAND: _("Thiếu đất sản xuất"),
    PovertyCause.CAPITAL: _("Thiếu vốn"),
    PovertyCause.LABOUR: _("Thiếu lao động"),
    PovertyCause.TOOLS: _("Thiếu công cụ sản xuất"),
    PovertyCause.KNOWLEDGE: _("Thiếu kiến thức sản xuất"),
    PovertyCause.SKILLS: _("Thiếu kỹ năng lao động"),
    PovertyCause.ILLNESS: _("Ốm đau, tai nạn"),
    PovertyCause.OTHER: _("Khác"),
}
Columns = Callable[[Sets], Sequence[Column]]
Notes = Callable[[Sets], Sequence[Text]]


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `split`: each row twice, households and people. `members`: a list of members of that class instead
    of a table. `preliminary`: the title where the numbers are."""

    slug: str
    title: Text
    columns: Columns
    split: bool = False
    members: str = ""
    preliminary: Text = ""
    notes: Notes = n.nothing

    @property
    def number(self) -> str:
        """ "R1"; "" of the table that has none."""
        return self.slug.upper() if self.slug[1:].isdecimal() else ""


HOUSEHOLDS, PEOPLE = Lived("ho", (_("Số hộ"),)), Lived("khau", (_("Nhân khẩu"),), people=True)


def _results(_sets: Sets) -> list[Column]:
    """R1: households and people of each class, with their share."""
    columns: list[Column] = [HOUSEHOLDS, PEOPLE]
    of = (
        ("hn", POOR, poor),
        ("cn", NEAR, near_poor),
        ("tb", _("Hộ nông, lâm, ngư nghiệp có mức sống trung bình"), average),
    )
    for key, title, where in of:
        count = Counted(key, (title, _("Số hộ")), where)
        columns += [count, Share(f"{key}-tl", (title, _("Tỷ lệ %")), count, HOUSEHOLDS)]
    people = (("kn", _("Khẩu nghèo"), poor), ("kcn", _("Khẩu cận nghèo"), near_poor),
              ("ktb", _("Khẩu mức sống trung bình"), average))  # fmt: skip
    for key, title, where in people:
        count = Counted(key, (title, _("Số khẩu")), where, people=True)
        columns += [count, Share(f"{key}-tl", (title, _("Tỷ lệ %")), count, PEOPLE)]
    return columns


def _moved(of_class: str, down: Sequence[tuple[str, Text]], up: Sequence[tuple[str, Text]]) -> Columns:
    """R2, R3: opening, three decreases, four increases, closing."""
    fell, rose = _("Giảm trong kỳ"), _("Tăng trong kỳ")
    columns: list[Column] = [
        Moved("dau-ky", (_("Đầu kỳ"),), of_class, "opening"),
        *(Moved(f"g{at}", (fell, title), of_class, side) for at, (side, title) in enumerate(down, 1)),
        *(Moved(f"t{at}", (rose, title), of_class, side) for at, (side, title) in enumerate(up, 1)),
        Moved("cuoi-ky", (_("Cuối kỳ"),), of_class, "ending"),
    ]
    return lambda _sets: columns


def _deprivations(value: str) -> Columns:
    """R4, R6: households, deprivations in all, and in each indicator."""

    def columns(sets: Sets) -> list[Column]:
        where = OF_CLASS[value]
        title = _("Tổng số hộ nghèo") if value == "poor" else _("Tổng số hộ cận nghèo")
        group = _("Số hộ thiếu hụt")
        return [
            Counted("tong", (title,), where),
            Counted("thieu-hut", (_("Tổng số thiếu hụt"),), where, weight=lambda home: len(home.deprivations)),
            *(
                Counted(f"cs-{name}", (group, words), both(where, deprived(name)))
                for name, words in sets.indicators.items()
            ),
        ]

    return columns


def _deprivation_shares(value: str) -> Columns:
    """R5, R7: the same as shares of the households of the class."""

    def columns(sets: Sets) -> list[Column]:
        total, _all, *each = _deprivations(value)(sets)
        group = _("Tỷ lệ hộ thiếu hụt (%)")
        shares = [Share(f"{one.key}-tl", (group, one.heads[-1]), one, total) for one in each]  # type: ignore[arg-type]
        return [total, *shares]

    return columns


def _groups(_sets: Sets) -> list[Column]:
    """R8: minority, nobody able to work, merit, none of these."""
    named = (
        ("tong", TOTAL, lambda _home: True),
        ("dtts", _("Hộ dân tộc thiểu số"), minority),
        ("kld", _("Hộ không có khả năng lao động"), no_labour),
        ("cong", _("Hộ có người có công"), merit),
        ("khac", _("Khác"), neither),
    )
    return [
        Counted(f"{key[:1]}-{name}", (TITLES[key], title), both(where, condition))
        for key, where in OF_CLASS.items()
        for name, title, condition in named
    ]


def _ethnic_groups(sets: Sets) -> list[Column]:
    """R9: Kinh, minorities together, each group that is there, and not known."""
    there = sorted({home.ethnic_group for home in sets.homes.values() if home.value and home.minority})
    columns: list[Column] = []
    for key, where in OF_CLASS.items():
        head = TITLES[key]
        columns += [
            Counted(f"{key[:1]}-tong", (head, TOTAL), where),
            Counted(f"{key[:1]}-kinh", (head, _("Kinh")), both(where, kinh)),
            Counted(f"{key[:1]}-dtts", (head, _("Tổng dân tộc thiểu số")), both(where, minority)),
            *(
                Counted(f"{key[:1]}-{code}", (head, sets.ethnic_groups.get(code, code)), both(where, of_group(code)))
                for code in there
            ),
            Counted(f"{key[:1]}-khac", (head, _("Khác")), both(where, unknown_group)),
        ]
    return columns


def _causes(_sets: Sets) -> list[Column]:
    """R10: causes of poor households, several each."""
    return [
        Counted(f"nn-{cause}", (format_lazy("{}. {}", at, title),), both(poor, caused(cause)))
        for at, (cause, title) in enumerate(CAUSES.items(), 1)
    ]


def _children(_sets: Sets) -> list[Column]:
    """R11: children, and how many of them lack health, education."""
    lacks_health, lacks_education = _("Thiếu hụt y tế (bảo hiểm y tế, dinh dưỡng)"), _("Thiếu hụt giáo dục")
    named: tuple[tuple[str, Text, Callable[[Home], int]], ...] = (
        ("tre", _("Tổng số trẻ em"), lambda home: home.children.number),
        ("yte", lacks_health, lambda home: home.children.health),
        ("gd", lacks_education, lambda home: home.children.education),
    )
    return [
        Counted(f"{key[:1]}-{name}", (TITLES[key], title), where, weight=weight)
        for key, where in OF_CLASS.items()
        for name, title, weight in named
    ]


def _standard(value: str) -> Columns:
    """R12, R13: everybody, the class, and its shares, by Kinh and minority."""
    where = OF_CLASS[value]
    lived, there = _("Hộ dân cư"), _("Nhân khẩu")
    homes, people, share = (
        (POOR, _("Khẩu nghèo"), _("Tỷ lệ hộ nghèo (%)"))
        if value == "poor"
        else (NEAR, _("Khẩu cận nghèo"), _("Tỷ lệ hộ cận nghèo (%)"))
    )
    kin, minor = _("Kinh"), _("Dân tộc thiểu số")
    all_homes = (
        Lived("ho", (lived, TOTAL)),
        Lived("ho-kinh", (lived, kin), "kinh"),
        Lived("ho-dtts", (lived, minor), "minority"),
    )
    held = (
        Counted("hn", (homes, TOTAL), where), Counted("hn-kinh", (homes, kin), both(where, kinh)),
        Counted("hn-dtts", (homes, minor), both(where, minority)),
    )  # fmt: skip
    columns: list[Column] = [
        *all_homes,
        Lived("nk", (there, TOTAL), people=True),
        Lived("nk-kinh", (there, kin), "kinh", people=True),
        Lived("nk-dtts", (there, minor), "minority", people=True),
        *held,
        Counted("hn-cong", (homes, _("Có người có công")), both(where, merit)),
        Counted("hn-kld", (homes, _("Không có khả năng lao động")), both(where, no_labour)),
        Counted("hn-nu", (homes, _("Chủ hộ là nữ")), both(where, female_head)),
        Counted("kn", (people, TOTAL), where, people=True),
        OfGroup("kn-kinh", (people, kin), where, "kinh"),
        OfGroup("kn-dtts", (people, minor), where, "minority"),
        *(
            Share(f"{part.key}-tl", (share, title), part, whole)
            for part, whole, title in zip(held, all_homes, (_("Chung"), kin, minor), strict=True)
        ),
    ]
    return lambda _sets: columns


def _summing_up(_sets: Sets) -> list[Column]:
    """The summing-up table of a commune."""
    named = (
        ("tong", _("Tổng hộ nghèo"), _("Tổng hộ cận nghèo"), lambda _home: True),
        ("dtts", _("Hộ nghèo dân tộc thiểu số"), _("Hộ cận nghèo dân tộc thiểu số"), minority),
        ("kld", _("Hộ nghèo không có khả năng lao động"), _("Hộ cận nghèo không có khả năng lao động"), no_labour),
        ("cong", _("Hộ nghèo có công"), _("Hộ cận nghèo có công"), merit),
    )
    return [
        Lived("ho", (_("Tổng số hộ dân cư"),)),
        Lived("ho-dtts", (_("Số hộ dân tộc thiểu số"),), "minority"),
        *(
            Counted(f"{key[:1]}-{name}", (title,), both(where, condition))
            for name, *titles, condition in named
            for (key, where), title in zip(OF_CLASS.items(), titles, strict=True)
        ),
    ]


def _no_columns(_sets: Sets) -> list[Column]:
    return []


REPORTS = (
    Report(
        "r1",
        _(
            "Tổng hợp kết quả chính thức rà soát hộ nghèo; hộ cận nghèo; "
            "hộ làm nông, lâm, ngư nghiệp có mức sống trung bình"
        ),
        _results,
        preliminary=_(
            "Tổng hợp kết quả sơ bộ rà soát hộ nghèo; hộ cận nghèo; hộ làm nông, lâm, ngư nghiệp có mức sống trung bình"
        ),
    ),
    Report(
        "r2", _("Tổng hợp diễn biến hộ nghèo"),
        _moved(
            "poor",
            (("became_near_poor", _("Trở thành hộ cận nghèo")), ("exited_above", _("Vượt chuẩn cận nghèo")),
             ("other_decrease", _("Số hộ khác giảm"))),
            (("from_near_poor", _("Hộ cận nghèo trở thành")), ("relapsed", _("Tái nghèo")),
             ("newly", _("Phát sinh mới")), ("other_increase", _("Số hộ khác tăng"))),
        ),
        split=True, notes=n.of_movements,
    ),
    Report(
        "r3", _("Tổng hợp diễn biến hộ cận nghèo"),
        _moved(
            "near_poor",
            (("became_poor", _("Trở thành hộ nghèo")), ("exited_above", _("Vượt chuẩn cận nghèo")),
             ("other_decrease", _("Khác giảm"))),
            (("from_poor", _("Hộ nghèo trở thành hộ cận nghèo")), ("relapsed", _("Tái cận nghèo")),
             ("newly", _("Phát sinh mới")), ("other_increase", _("Khác tăng"))),
        ),
        split=True, notes=n.of_movements,
    ),
    Report("r4", _("Phân tích các chỉ số thiếu hụt dịch vụ xã hội cơ bản của hộ nghèo"), _deprivations("poor"),
           notes=n.of_indicators),
    Report("r5", _("Phân tích tỷ lệ các chỉ số thiếu hụt dịch vụ xã hội cơ bản của hộ nghèo"),
           _deprivation_shares("poor"), notes=n.of_indicators),
    Report("r6", _("Phân tích các chỉ số thiếu hụt dịch vụ xã hội cơ bản của hộ cận nghèo"),
           _deprivations("near_poor"), notes=n.of_indicators),
    Report("r7", _("Phân tích tỷ lệ các chỉ số thiếu hụt dịch vụ xã hội cơ bản của hộ cận nghèo"),
           _deprivation_shares("near_poor"), notes=n.of_indicators),
    Report("r8", _("Phân tích hộ nghèo, hộ cận nghèo theo các nhóm đối tượng"), _groups, split=True,
           notes=n.of_groups),
    Report("r9", _("Phân tích hộ nghèo, hộ cận nghèo theo dân tộc"), _ethnic_groups, notes=n.of_ethnic_groups),
    Report("r10", _("Phân nhóm hộ nghèo theo các nguyên nhân nghèo"), _causes, notes=n.of_causes),
    Report("r11", _("Tổng hợp chỉ tiêu thiếu hụt của trẻ em"), _children, notes=n.of_children),
    Report("r12", _("Tổng hợp kết quả rà soát hộ nghèo theo chuẩn đa chiều"), _standard("poor"),
           notes=n.of_the_standard),
    Report("r13", _("Tổng hợp kết quả rà soát hộ cận nghèo theo chuẩn đa chiều"), _standard("near_poor"),
           notes=n.of_the_standard),
    Report("r14", _("Danh sách chi tiết hộ cận nghèo"), _no_columns, members="near_poor", notes=n.of_lists),
    Report("r15", _("Danh sách chi tiết hộ nghèo"), _no_columns, members="poor", notes=n.of_lists),
    Report("tong-hop", _("Tổng hợp kết quả rà soát hộ nghèo, hộ cận nghèo"), _summing_up, split=True,
           notes=n.of_groups),
)  # fmt: skip
BY_SLUG = {each.slug: each for each in REPORTS}
