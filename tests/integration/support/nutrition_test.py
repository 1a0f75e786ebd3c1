"""Weighing days: all or nothing, one a day, counter-rows, target group, due, follow-up, rates, rights."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.audit.models import Event
from giamngheo.households.values import PersonValues
from giamngheo.support import triggers
from giamngheo.support.actions import nutrition as verbs
from giamngheo.support.models import Maternity, NutritionFollowUp, NutritionMeasurement
from giamngheo.support.nutrition_checking import Weighed
from giamngheo.support.problems import Refused
from giamngheo.support.problems_nutrition import WeighingRefused
from giamngheo.support.queries.nutrition import growth_list, growth_of, prevalence
from giamngheo.support.triggers import nutrition as guards

pytestmark = [
    pytest.mark.django_db,
]
DAY = date(2026, 10, 1)


@pytest.fixture
def home(register, classes):
    """Tí (3 years, boy) and Na (born in 2025, nobody knows the day), their mother Hoa: poor."""
    made = register(
        (PersonValues("Lê Thị Hoa", "female", 19980101), "head"),
        (PersonValues("Lê Văn Tí", "male", 20231001), "child"),
        (PersonValues("Lê Thị Na", "female", 20250000), "child"),
        formed_on=date(2024, 1, 1),
    )
    classes.give(made.household, "poor")
    return made


@pytest.fixture
def weigh(officer, hoang_phu_new):
    def act(*rows, on=DAY, by=officer, unit=hoang_phu_new):
        return verbs.weigh(by=by, unit=unit, on=on, rows=list(rows))

    return act


def row(person, kg=14.3, cm=96.0, **more) -> Weighed:
    return Weighed(person.pk, round(kg * 1000), round(cm * 10), **more)


def refused(act, match: str) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        act()


def test_one_wrong_row_and_nothing_is_written(weigh, home, family) -> None:
    with pytest.raises(WeighingRefused) as told:
        weigh(row(home["Tí"]), row(home["Na"], 143.0, 96.0), row(family["Bình"], 60, 165), row(home["Hoa"]))
    codes = [[each.code for each in found] for found in told.value.rows]
    # Na's day of birth is not known: nothing can be said of her 143 kg; grown-ups are not of the group
    assert codes == [[], [], ["NUTRITION-NOT-OF-GROUP"], ["NUTRITION-NOT-OF-GROUP"]]
    assert not NutritionMeasurement.objects.exists()


def test_implausible_is_asked_back_and_written_when_measured_again(weigh, home) -> None:
    with pytest.raises(WeighingRefused) as told:
        weigh(row(home["Tí"], 14.3, 130))
    assert "NUTRITION-IMPLAUSIBLE" in {each.code for each in told.value.rows[0]}
    made = weigh(row(home["Tí"], 14.3, 130, repeated=True))
    assert made[0].repeated


def test_shorter_than_before_is_asked_back(weigh, home) -> None:
    weigh(row(home["Tí"]), on=date(2026, 6, 1))
    with pytest.raises(WeighingRefused, match="NUTRITION-SHRUNK"):
        weigh(row(home["Tí"], cm=94.0))


def test_second_measurement_of_a_day_is_a_correction(weigh, home, officer) -> None:
    first = weigh(row(home["Tí"], 14.0))[0]
    with pytest.raises(WeighingRefused, match="NUTRITION-SAME-DAY"):
        weigh(row(home["Tí"], 14.3))
    with pytest.raises(Refused, match="NUTRITION-NO-REASON"):
        verbs.correct_measurement(by=officer, measurement=first, weighed=row(home["Tí"]), reason=" ")
    right = verbs.correct_measurement(by=officer, measurement=first, weighed=row(home["Tí"]), reason="Cân lại")
    assert right.weight_g == 14_300
    assert NutritionMeasurement.objects.count() == 3
    with pytest.raises(Refused, match="NUTRITION-REVERSED"):
        verbs.take_back_measurement(by=officer, measurement=first, reason="Nhầm")
    assert "14300" not in str(list(Event.objects.values_list("after", flat=True)))


def test_days_to_come_before_birth_and_other_communes(weigh, home, stranger, other_officer) -> None:
    with pytest.raises(WeighingRefused, match="NUTRITION-NOT-HERE"):
        weigh(row(stranger["Khoa"]))
    with pytest.raises(WeighingRefused, match="NUTRITION-DAY"):
        weigh(row(home["Tí"]), on=date(2027, 3, 1))
    with pytest.raises(OutOfScope):
        weigh(row(home["Tí"]), by=other_officer)


def test_database_guards_what_was_measured(weigh, home, officer, hoang_phu_new) -> None:
    assert triggers.names(connection) >= {f"{each.table}_{each.name}_{each.verb.lower()}" for each in guards.GUARDS}
    made = weigh(row(home["Tí"]))[0]
    same = {
        field.attname: getattr(made, field.attname)
        for field in made._meta.concrete_fields
        if field.name not in ("id", "at")
    }
    refused(lambda: NutritionMeasurement.objects.create(**same), guards.SAME_DAY)
    wrong = {**same, "weight_g": 1_000, "reverses_id": made.pk, "reason": "x"}
    refused(lambda: NutritionMeasurement.objects.create(**wrong), guards.MIRROR)
    refused(lambda: NutritionMeasurement.objects.filter(pk=made.pk).update(weight_g=1_000), guards.KEPT)
    refused(lambda: NutritionMeasurement.objects.filter(pk=made.pk).delete(), guards.KEPT)
    held = verbs.begin_maternity(
        by=officer, unit=hoang_phu_new, person=home["Hoa"], kind="pregnant", since=date(2026, 5, 1)
    )
    values = {"unit": hoang_phu_new, "person": home["Hoa"], "kind": "nursing", "valid_from": date(2026, 6, 1)}
    refused(lambda: Maternity.objects.create(**values), guards.OVERLAP)
    refused(lambda: Maternity.objects.filter(pk=held.pk).update(kind="nursing"), guards.ENDED)


def test_list_has_children_and_mothers_of_target_households(weigh, home, family, officer, hoang_phu_new) -> None:
    """Grown-ups are not on it; a year only is marked, a household without class absent."""
    names = [each.person.given_name for each in growth_list(officer, hoang_phu_new, DAY)]
    assert names == ["Na", "Tí"]
    held = verbs.begin_maternity(
        by=officer, unit=hoang_phu_new, person=home["Hoa"], kind="pregnant", since=date(2026, 5, 1)
    )
    weigh(Weighed(home["Hoa"].pk, 52_000, None, arm_mm=245))
    weigh(row(home["Na"], 9.0, 75.0), row(home["Tí"], 10.3, 86.0))  # Tí is stunted and underweight
    found = {each.person.given_name: each for each in growth_list(officer, hoang_phu_new, DAY)}
    assert (found["Hoa"].maternity, found["Hoa"].judged, found["Hoa"].due_on) == ("pregnant", None, date(2026, 12, 1))
    assert found["Na"].judged.height.why == "year_only"
    assert (found["Tí"].judged.stunted, found["Tí"].due_on) == ("moderate", date(2026, 11, 1))
    verbs.end_maternity(by=officer, maternity=held, on=date(2026, 9, 1))
    assert len(growth_list(officer, hoang_phu_new, DAY)) == 2


def test_due_moves_with_what_was_agreed(weigh, home, officer, hoang_phu_new) -> None:
    weigh(row(home["Tí"]))
    found = growth_list(officer, hoang_phu_new, DAY)[1]
    assert (found.due_on, found.is_due(DAY)) == (date(2027, 4, 1), False)
    verbs.follow_up_nutrition(
        by=officer, unit=hoang_phu_new, person=home["Tí"], on=DAY, kind="advice", next_on=date(2026, 10, 20)
    )
    assert growth_list(officer, hoang_phu_new, DAY)[1].due_on == date(2026, 10, 20)
    with pytest.raises(Refused, match="NUTRITION-FOLLOW-UP"):
        verbs.follow_up_nutrition(by=officer, unit=hoang_phu_new, person=home["Tí"], on=DAY, kind="other")
    refused(lambda: NutritionFollowUp.objects.update(note="x"), guards.KEPT)


def test_outcome_is_told_from_first_finding_to_last(weigh, home, officer, hoang_phu_new) -> None:
    for month, kg, cm in ((2, 9.3, 83.0), (5, 10.6, 88.5), (10, 14.3, 96.0)):
        weigh(row(home["Tí"], kg, cm), on=date(2026, month, 1))
    history = growth_of(officer, hoang_phu_new, home["Tí"])
    assert history.outcome == "recovered"
    assert [each.on.month for each, _judged in history.rows] == [10, 5, 2]


def test_rates_by_village_and_only_the_total_without_the_right(weigh, home, officer, province_officer, hoang_phu_new):
    weigh(row(home["Tí"], 10.3, 86.0))
    seen = prevalence(officer, hoang_phu_new, DAY)
    assert [(each.village, each.children, each.found["stunted"]) for each in seen.villages] == [
        ("Thôn Thử 1", 2, (1, 1))
    ]
    assert seen.total.percent("stunted") == 100
    assert seen.total.is_small("stunted")
    assert seen.total.found["wasted"] == (0, 1)
    other = prevalence(province_officer, hoang_phu_new, DAY)
    assert (list(other.villages), other.hidden) == ([], {"stunted", "underweight"})
    with pytest.raises(NotPermitted):
        growth_list(province_officer, hoang_phu_new, DAY)


def test_list_takes_the_same_queries_whatever_its_length(
    weigh, home, register, classes, officer, hoang_phu_new
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            growth_list(officer, hoang_phu_new, DAY)
        return len(captured)

    weigh(row(home["Tí"]))
    before = queries()
    for name in ("Sửu", "Dần"):
        made = register((PersonValues(f"Lê Văn {name}", "male", 20200101), "head"), formed_on=date(2020, 2, 1))
        classes.give(made.household, "near_poor")
        weigh(row(made[name], 18.0, 112.0))
    assert queries() == before <= 16
