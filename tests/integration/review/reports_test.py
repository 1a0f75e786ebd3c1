"""The fifteen reports of a commune in which everything happened, against tables counted by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.review.actions.closing import close_movements
from giamngheo.review.models import ReviewRound
from giamngheo.review.queries.reports import opened, report, whole_set
from giamngheo.review.reports.catalogue import BY_SLUG, REPORTS
from giamngheo.review.reports.columns import Lived, Share
from giamngheo.review.reports.gathering import Asked, gather
from giamngheo.review.reports.table import behind, fill
from tests.integration.review.world import CLOSING, OPENING

pytestmark = pytest.mark.django_db
V1, V2, ALL = "Thôn Thử 1", "Thôn Thử 2", "Tổng cộng"


def asked(world, **values) -> Asked:
    return Asked(world.unit, CLOSING, OPENING)._replace(**values)


def numbers(table) -> dict[str, list]:
    """Values of each row by its title and half, percentages as printed."""
    return {
        f"{row.title} {row.split}".strip(): [
            str(cell.value) if isinstance(cell.value, Decimal) else cell.value for cell in row.cells
        ]
        for row in table.rows
    }


def test_r1_results(world, officer) -> None:
    assert numbers(report(officer, asked(world), "r1")) == {
        V1: [14, 40, 7, "50.00", 4, "28.57", 0, "0.00", 21, "52.50", 9, "22.50", 0, "0.00"],
        V2: [4, 9, 1, "25.00", 1, "25.00", 1, "25.00", 2, "22.22", 3, "33.33", 2, "22.22"],
        ALL: [18, 49, 8, "44.44", 5, "27.78", 1, "5.56", 23, "46.94", 12, "24.49", 2, "4.08"],
    }


def test_r2_movements_of_poor_households(world, officer) -> None:
    assert numbers(report(officer, asked(world), "r2")) == {
        f"{V1} households": [8, 1, 1, 4, 2, 1, 1, 1, 7],
        f"{V1} people": [21, 3, 3, 10, 7, 4, 2, 3, 21],
        f"{V2} households": [1, 0, 0, 1, 0, 0, 0, 1, 1],
        f"{V2} people": [2, 0, 0, 2, 0, 0, 0, 2, 2],
        f"{ALL} households": [9, 1, 1, 5, 2, 1, 1, 2, 8],
        f"{ALL} people": [23, 3, 3, 12, 7, 4, 2, 5, 23],
    }


def test_r3_movements_of_near_poor_households(world, officer) -> None:
    assert numbers(report(officer, asked(world), "r3")) == {
        f"{V1} households": [3, 1, 1, 0, 1, 1, 1, 0, 4],
        f"{V1} people": [10, 5, 3, 0, 3, 3, 1, 0, 9],
        f"{V2} households": [1, 1, 0, 0, 0, 0, 0, 1, 1],
        f"{V2} people": [2, 2, 0, 0, 0, 0, 0, 3, 3],
        f"{ALL} households": [4, 2, 1, 0, 1, 1, 1, 1, 5],
        f"{ALL} people": [12, 7, 3, 0, 3, 3, 1, 3, 12],
    }


def test_r4_to_r7_deprivations(world, officer) -> None:
    """Total, all deprivations; work, dependants, nutrition, insurance, adults, children, quality, area, water, toilet,
    telecom, means."""
    r4, r5, r6, r7 = (numbers(report(officer, asked(world), slug)) for slug in ("r4", "r5", "r6", "r7"))
    assert r4[V1] == [7, 14, 2, 0, 2, 0, 0, 0, 0, 2, 4, 2, 2, 0]
    assert r4[V2] == [1, 3, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0]
    assert r4[ALL] == [8, 17, 2, 0, 3, 0, 0, 0, 0, 2, 5, 3, 2, 0]
    shares = {"employment": "25.00", "nutrition": "37.50", "area": "25.00", "water": "62.50", "toilet": "37.50"}
    none = "0.00"
    assert r5[ALL] == [
        8, shares["employment"], none, shares["nutrition"], none, none, none, none, shares["area"], shares["water"],
        shares["toilet"], "25.00", none,
    ]  # fmt: skip
    assert r6[ALL] == [5, 3, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]
    assert r6[V2] == [1, *[0] * 13]
    assert r7[ALL][:2] == [5, "40.00"]


def test_r8_groups(world, officer) -> None:
    found = numbers(report(officer, asked(world), "r8"))
    assert found[f"{ALL} households"] == [8, 1, 1, 1, 5, 5, 1, 0, 1, 3]
    assert found[f"{ALL} people"] == [23, 4, 2, 4, 13, 12, 1, 0, 2, 9]
    assert found[f"{V2} households"] == [1, 0, 0, 0, 1, 1, 0, 0, 0, 1]


def test_r9_ethnic_groups_that_are_there(world, officer) -> None:
    table = report(officer, asked(world), "r9")
    assert [head.text for head in table.heads if head.row == 1][:5] == [
        "Tổng số", "Kinh", "Tổng dân tộc thiểu số", "Thái", "Khác",
    ]  # fmt: skip
    assert numbers(table)[ALL] == [8, 7, 1, 1, 0, 5, 4, 1, 1, 0]


def test_r10_causes(world, officer) -> None:
    assert numbers(report(officer, asked(world), "r10"))[ALL] == [0, 2, 2, 0, 0, 0, 0, 0]


def test_r11_children_by_the_rule_applied_to_each(world, officer) -> None:
    table = report(officer, asked(world), "r11")
    assert numbers(table)[ALL] == [6, 2, 1, 0, 0, 0]
    assert any("2 hộ có trẻ em mà không có câu trả lời" in note for note in table.notes)


def test_r12_and_r13_everybody_by_kinh_and_minority(world, officer) -> None:
    r12, r13 = (numbers(report(officer, asked(world), slug))[ALL] for slug in ("r12", "r13"))
    assert r12 == [18, 16, 2, 49, 44, 5, 8, 7, 1, 1, 1, 1, 23, 19, 4, "44.44", "43.75", "50.00"]
    assert r13 == [18, 16, 2, 49, 44, 5, 5, 4, 1, 1, 0, 1, 12, 11, 1, "27.78", "25.00", "50.00"]


def test_r15_lists_every_member_once(world, officer) -> None:
    table = report(officer, asked(world), "r15")
    lines = [[cell.value for cell in row.cells] for row in table.rows if row.kind == "line"]
    assert len(lines) == 23
    assert lines[0] == [1, 1, "Hộ 1 An", "", "1980", "Thái", "chủ hộ", "Cũ", "", ""]
    assert lines[1][:4] == [None, 2, "Hộ 1 Chi", "2015"]
    newness = {line[2].split(" An")[0]: line[7] for line in lines if line[0]}
    assert newness == {
        "Hộ 1": "Cũ", "Hộ 7": "Mới", "Hộ 10": "Tái", "Hộ 11": "Mới", "Hộ 16": "Cũ", "Hộ 16 Chi": "Cũ", "Hộ 18": "Mới",
        "Hộ 6": "Cũ",
    }  # fmt: skip
    assert table.rows[-1].title == "Tổng cộng: 8 hộ, 23 nhân khẩu"
    assert [row.title for row in table.rows if row.kind == "section"] == [V1, V2]


def test_summing_up_table(world, officer) -> None:
    found = numbers(report(officer, asked(world), "tong-hop"))
    assert found[f"{ALL} households"] == [18, 2, 8, 5, 1, 1, 1, 0, 1, 1]
    assert found[f"{ALL} people"] == [49, 5, 23, 12, 4, 1, 2, 0, 4, 2]


def test_province_adds_up_its_communes_by_the_same_code(world, province_officer, thanh_hoa, stranger) -> None:
    of_province = asked(world, unit=thanh_hoa)
    found = {slug: numbers(report(province_officer, of_province, slug)) for slug in ("r1", "r2", "r8")}
    of_commune = {slug: numbers(report(province_officer, asked(world), slug)) for slug in ("r1", "r2", "r8")}
    assert found["r1"][world.unit.name] == of_commune["r1"][ALL]
    assert found["r1"][ALL][:3] == [19, 50, 8]
    for slug in ("r2", "r8"):
        assert found[slug][f"{world.unit.name} people"] == of_commune[slug][f"{ALL} people"]
        assert found[slug][f"{ALL} households"] == of_commune[slug][f"{ALL} households"]


def test_a_number_opens_the_households_it_was_counted_from(world, officer) -> None:
    """Every count of every table, in every row: what is behind it adds up to it."""
    sets = gather(officer, asked(world))
    seen = 0
    for each in (one for one in REPORTS if not one.members):
        columns = {column.key: column for column in each.columns(sets)}
        for row in fill(each, sets).rows:
            for cell in row.cells:
                column = columns.get(cell.column)
                if column is None or isinstance(column, (Lived, Share)) or not cell.value:
                    continue
                people = row.split == "people" or (not row.split and column.people)
                given = [one[2] if people else one[1] for one in behind(column, sets, row.key)]
                assert sum(given) == cell.value, (each.slug, row, cell)
                seen += 1
    assert seen > 150


def test_who_left_is_named_as_the_register_named_them_then(world, officer) -> None:
    found = opened(officer, asked(world), "r2", "g3", "")
    assert [(one.head, one.village, one.households, one.people) for one in found.households] == [
        ("Hộ 1 An", V1, 0, 1), ("Hộ 14 An", V1, 1, 2), ("Hộ 16 An", V1, 0, 2), ("Hộ 4 An", V1, 1, 2),
        ("Hộ 5 An", V1, 1, 1), ("Hộ 21 An", V2, 1, 2), ("Hộ 6 An", V2, 1, 2),
    ]  # fmt: skip
    with pytest.raises(KeyError):
        opened(officer, asked(world), "r2", "khong-co", "")


def test_tables_agree_among_themselves(world, officer) -> None:
    found = {table.report.slug: numbers(table) for table in whole_set(officer, asked(world))}
    assert found["r1"][ALL][2] == found["r2"][f"{ALL} households"][-1] == found["r4"][ALL][0] == found["r9"][ALL][0]
    assert found["r1"][ALL][4] == found["r3"][f"{ALL} households"][-1] == found["r6"][ALL][0]
    assert found["r1"][ALL][8] == found["r8"][f"{ALL} people"][0] == found["r12"][ALL][12]


def test_kept_closing_is_what_r2_says_from_then_on(world, officer) -> None:
    before = numbers(report(officer, asked(world), "r2"))
    close_movements(by=officer, unit=world.unit, opening_on=OPENING, closing_on=CLOSING)
    from giamngheo.households import actions

    actions.death(by=officer, person=world.people[7][4], on=CLOSING.replace(year=2026, month=10))
    table = report(officer, asked(world), "r2")
    assert numbers(table) == before
    assert "đã chốt" in table.notes[0]
    assert numbers(report(officer, asked(world), "r1"))[ALL][8] == 22


def test_preliminary_counts_assessments_and_says_how_many_are_missing(world, officer) -> None:
    """The round says 8 is not poor, 3 still is; 12 waits."""
    world.assess(8, "not_poor")
    world.assess(3, "poor", deprivations=("water", "toilet", "telecom"))
    world.round.cases.create(household=world.homes[12], village=world.villages[0], source="listed")
    found = asked(world, round=world.round, preliminary=True)
    table = report(officer, found, "r1")
    assert "sơ bộ" in table.title
    assert numbers(table)[ALL][2:5] == [9, "50.00", 4]
    assert any("Còn 1 hộ" in note for note in table.notes)
    assert numbers(report(officer, found, "r2"))[f"{ALL} households"] == [9, 1, 0, 5, 2, 1, 1, 2, 9]
    assert numbers(report(officer, found, "r3"))[f"{ALL} households"] == [4, 2, 2, 0, 1, 1, 1, 1, 4]
    assert "chính thức" in report(officer, asked(world, round=world.round), "r1").title


def test_report_of_another_commune_is_not_theirs(world, other_officer) -> None:
    with pytest.raises(OutOfScope):
        report(other_officer, asked(world), "r1")


def test_whole_set_is_a_constant_number_of_questions(world, officer, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(22) as few:
        whole_set(officer, asked(world))
    for number in range(30, 36):
        world.home(number, 3, births=(19800101, 20150101))
        world.give(number, "poor", OPENING, deprivations=("water",))
    with django_assert_max_num_queries(len(few)):
        assert numbers(whole_set(officer, asked(world))[0])[ALL][2] == 14


def test_every_report_of_the_catalogue_has_a_title_of_its_own() -> None:
    assert [each.number for each in REPORTS] == [*(f"R{n}" for n in range(1, 16)), ""]
    assert len({str(each.title) for each in REPORTS}) == 16
    assert set(BY_SLUG) == {each.slug for each in REPORTS}


def test_r4_has_the_indicators_of_the_standard_of_its_day(world, officer) -> None:
    old = report(officer, asked(world, day=date(2020, 12, 31), opening_on=date(2020, 1, 1)), "r4")
    assert [head.text for head in old.heads if head.row == 1][:2] == ["Tiếp cận các dịch vụ y tế", "Bảo hiểm y tế"]
    assert old.width == 2 + 2 + 10
    assert any("Chỉ số của chuẩn" in note for note in old.notes)


def test_r4_says_that_the_standard_of_the_round_has_no_list(world, officer) -> None:
    """From 2027 the list of indicators is not loaded; another standard's would be a guess."""
    round_ = ReviewRound.objects.create(
        kind="annual", unit=world.unit, year=2027, standard="vn-2027.1", judged_on=date(2027, 9, 7),
        starts_on=date(2027, 9, 1), ends_on=date(2027, 12, 14),
    )  # fmt: skip
    table = report(officer, asked(world, round=round_), "r5")
    assert table.width == 2 + 1
    assert any("Chưa lập được theo từng chỉ số" in note and "351/2025" in note for note in table.notes)
