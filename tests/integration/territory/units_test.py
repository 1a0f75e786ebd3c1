"""What was this unit on that day, and what became of it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Count

from giamngheo.audit.models import Event
from giamngheo.territory import queries
from giamngheo.territory.actions import load_units
from giamngheo.territory.models import AreaKind, AreaKindPeriod, ChangeKind, Unit, UnitChange, UnitKind
from giamngheo.territory.names import KIND_WORDS

BEFORE, AFTER, TODAY = date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 23)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("units_loaded")]


def test_counts_of_both_lists_are_right() -> None:
    def count(day: date) -> dict[str, int]:
        return dict(queries.units_on(day).order_by().values_list("level").annotate(Count("pk")))

    assert count(BEFORE) == {"province": 63, "district": 696, "commune": 10_035}
    assert count(AFTER) == {"province": 34, "commune": 3_321}


def test_loading_twice_changes_nothing() -> None:
    events = Event.objects.count()
    loaded = load_units()
    assert (loaded.units, loaded.changes, loaded.area_kinds, loaded.memberships) == (0, 0, 0, 0)
    assert Event.objects.count() == events


def test_code_of_a_day_names_its_unit() -> None:
    kim, phu = queries.unit_on("15889", BEFORE), queries.unit_on("15889", AFTER)
    assert (kim.name, kim.parent.name, kim.parent.parent.name) == ("Xã Hoằng Kim", "Huyện Hoằng Hóa", "Tỉnh Thanh Hóa")
    assert (phu.name, phu.parent.name) == ("Xã Hoằng Phú", "Tỉnh Thanh Hóa")
    assert queries.unit_on("15883", AFTER) is None
    assert queries.unit_on("399", AFTER) is None


def test_old_hoang_phu_became_new_hoang_phu(hoang_phu_old: Unit, hoang_phu_new: Unit) -> None:
    assert list(queries.became(hoang_phu_old)) == [hoang_phu_new]
    assert {unit.short_name for unit in queries.came_from(hoang_phu_new)} == {
        "Hoằng Phú", "Hoằng Quý", "Hoằng Kim", "Hoằng Trung",
    }  # fmt: skip
    assert queries.successor_on(hoang_phu_old, TODAY) == hoang_phu_new
    assert queries.successor_on(hoang_phu_old, BEFORE) == hoang_phu_old


def test_split_commune_has_one_default_successor() -> None:
    split = Unit.objects.filter(changes_out__kind=ChangeKind.SPLIT).distinct()
    assert split.count() == 471
    old = split.first()
    successors = list(queries.became(old))
    assert len(successors) == len(set(successors)) > 1
    assert queries.successor_on(old, AFTER) == successors[0]


def test_former_district_has_no_successor_of_its_own(unit_of) -> None:
    district = unit_of("399", BEFORE)
    assert not queries.became(district).exists()
    assert queries.covered_units(district, BEFORE).filter(level="commune").count() == 36


def test_covered_units_are_those_of_the_day(thanh_hoa: Unit, unit_of) -> None:
    today = queries.covered_units(thanh_hoa, TODAY)
    assert today.filter(level="commune").count() == 166
    assert not queries.covered_units(thanh_hoa, BEFORE).exists()
    assert queries.covered_units(unit_of("38", BEFORE), BEFORE).filter(level="district").count() == 26


def test_predecessors_come_with_their_unit(hoang_phu_new: Unit, thanh_hoa: Unit) -> None:
    assert {(unit.code, unit.name) for unit in queries.with_predecessors(hoang_phu_new)} == {
        ("15889", "Xã Hoằng Phú"),
        ("15883", "Xã Hoằng Phú"),
        ("15889", "Xã Hoằng Kim"),
        ("15892", "Xã Hoằng Trung"),
        ("15916", "Xã Hoằng Quý"),
    }
    assert queries.with_predecessors(thanh_hoa).filter(level="district").count() == 26


def test_scope_of_a_province_takes_one_query(thanh_hoa: Unit, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert len(queries.with_predecessors(thanh_hoa)) > 600


def test_area_kind_follows_the_unit_kind(hoang_phu_old: Unit, unit_of) -> None:
    assert queries.area_kind_on(hoang_phu_old, BEFORE) is AreaKind.RURAL
    assert queries.area_kind_on(unit_of("14797"), TODAY) is AreaKind.URBAN
    but_son = Unit.objects.get(name="Thị trấn Bút Sơn", parent__code="399")
    assert queries.area_kind_on(but_son, BEFORE) is AreaKind.URBAN
    assert queries.area_kind_on(queries.successor_on(but_son, TODAY), TODAY) is AreaKind.RURAL


def test_special_zone_has_no_guessed_area_kind() -> None:
    zones = Unit.objects.filter(kind=UnitKind.SPECIAL_ZONE)
    assert zones.count() == 13
    assert not AreaKindPeriod.objects.filter(unit__in=zones).exists()


def test_kinds_of_the_model_and_of_names_agree() -> None:
    assert {kind for _, kinds in KIND_WORDS for kind in kinds} == set(UnitKind.values)


def test_database_refuses_a_code_twice(hoang_phu_old: Unit, hoang_phu_new: Unit) -> None:
    for unit in (hoang_phu_old, hoang_phu_new):
        unit.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            unit.save(force_insert=True)


def test_database_refuses_a_second_default_successor(hoang_phu_old: Unit, thanh_hoa: Unit) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        UnitChange.objects.create(old=hoang_phu_old, new=thanh_hoa, kind=ChangeKind.SPLIT, on=AFTER)
