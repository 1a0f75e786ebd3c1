"""Files that leave: masked for whom it must be, and never without a record of who took what."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.accounts.actions import grant
from giamngheo.audit.models import Event
from giamngheo.households import actions
from giamngheo.households.permissions import NotPermitted, OutOfScope
from giamngheo.households.problems import Refused
from giamngheo.households.queries.listing import Living, Wanted

pytestmark = pytest.mark.django_db
D = date(2026, 5, 20)


@pytest.fixture
def told(officer, family, neighbours):
    """Lan is Mường and disabled."""
    lan = family["Lan"]
    actions.correct_person(by=officer, person=lan, seen=lan.changed_in_id, values={"ethnic_group": "06"}, reason="x")
    actions.add_circumstance(by=officer, person=lan, kind="disability", detail="nặng", valid_from=date(2024, 1, 1))


def taken(by, unit, wanted=None, **options):
    return actions.export_people(by=by, unit=unit, wanted=wanted or Wanted(D), form="csv", **options)


def last() -> Event:
    return Event.objects.filter(action="households.exported").latest("pk")


def test_people_leave_with_masked_ids_and_it_is_recorded(officer, hoang_phu_new, told) -> None:
    rows = taken(officer, hoang_phu_new, Wanted(D, words="binh 038 075 000 001"))
    assert [(each.row.person.given_name, each.citizen_id) for each in rows] == [
        ("Bình", "••••••••0001"), ("Lan", ""), ("An", "••••••••0002"), ("Chi", ""),
    ]  # fmt: skip
    event = last()
    assert (event.actor_name, event.unit_code, event.reason) == ("can-bo", "15889", "")
    assert (event.after["what"], event.after["rows"], event.after["full_ids"]) == ("people", 4, False)
    assert event.after["filter"]["day"] == "2026-05-20"
    assert "0001" not in str(event.after)


def test_whole_ids_leave_for_a_purpose_that_is_recorded(officer, hoang_phu_new, told) -> None:
    before = Event.objects.count()
    for purpose in ("", "  "):
        with pytest.raises(Refused) as caught:
            taken(officer, hoang_phu_new, full_ids=True, purpose=purpose)
        assert caught.value.finding.code == "REGISTER-PURPOSE"
    assert Event.objects.count() == before
    rows = taken(officer, hoang_phu_new, full_ids=True, purpose="đối chiếu thẻ")
    assert rows[0].citizen_id == "038075000001"
    assert (last().after["full_ids"], last().reason) == (True, "đối chiếu thẻ")


def test_what_a_role_may_not_see_does_not_leave(make_user, hoang_phu_new, officer, told) -> None:
    reader = make_user("kiem-tra", "auditor", hoang_phu_new)
    rows = taken(reader, hoang_phu_new)
    assert {each.citizen_id for each in rows} == {"••••••••0001", "••••••••0002", ""}
    assert not any(each.sensitive or each.circumstances for each in rows)
    assert any(each.circumstances for each in taken(officer, hoang_phu_new))
    with pytest.raises(NotPermitted):
        taken(reader, hoang_phu_new, full_ids=True, purpose="xem")


def test_ids_are_whole_only_in_villages_where_they_may_be(make_user, hoang_phu_new, villages, register, told) -> None:
    from giamngheo.households.values import PersonValues

    register((PersonValues("Lê Văn Xa", "male", 19700000, citizen_id="038070000055"), "head"), village=villages[1])
    user = make_user("hai-vai", "auditor", hoang_phu_new)
    grant(user=user, role="commune_officer", unit=hoang_phu_new, by=None, valid_from=date(2025, 7, 1),
          villages=villages[1:])  # fmt: skip
    ids = {each.citizen_id for each in taken(user, hoang_phu_new, full_ids=True, purpose="đối chiếu")}
    assert ids == {"••••••••0001", "••••••••0002", "", "038070000055"}


def test_reviewer_takes_the_people_of_the_village_alone(make_user, hoang_phu_new, villages, register, told) -> None:
    from giamngheo.households.values import PersonValues

    register((PersonValues("Lê Văn Xa", "male", 19700000), "head"), village=villages[1])
    user = make_user("truong-thon")
    grant(user=user, role="village_reviewer", unit=hoang_phu_new, by=None, valid_from=date(2025, 7, 1),
          villages=villages[1:])  # fmt: skip
    assert [each.row.person.given_name for each in taken(user, hoang_phu_new)] == ["Xa"]
    homes = actions.export_households(by=user, unit=hoang_phu_new, wanted=Wanted(D), form="csv", columns=[])
    assert [each.head_name for each in homes] == ["Lê Văn Xa"]


def test_people_of_those_that_ended_leave_as_they_were(officer, family, hoang_phu_new) -> None:
    actions.departure(
        by=officer, household=family.household, people=list(family.people.values()), on=D, left_as="abroad"
    )
    assert len(taken(officer, hoang_phu_new, Wanted(date(2026, 6, 1), living=Living.ENDED))) == 4
    assert not taken(officer, hoang_phu_new, Wanted(date(2026, 6, 1)))


def test_others_take_nothing_and_nothing_is_recorded(other_officer, hoang_phu_new, told) -> None:
    before = Event.objects.count()
    with pytest.raises(OutOfScope):
        taken(other_officer, hoang_phu_new)
    with pytest.raises(OutOfScope):
        actions.export_households(by=other_officer, unit=hoang_phu_new, wanted=Wanted(D), form="csv", columns=[])
    assert Event.objects.count() == before


def test_export_asks_the_same_however_many_people(
    officer, hoang_phu_new, register, told, django_assert_max_num_queries
) -> None:
    from giamngheo.households.values import PersonValues

    with django_assert_max_num_queries(16) as few:
        taken(officer, hoang_phu_new)
    for letter in "AĂÂBCD":
        register((PersonValues(f"Lê Văn {letter}n"), "head"), (PersonValues(f"Lê Thị {letter}i"), "child"))
    with django_assert_max_num_queries(len(few)):
        assert len(taken(officer, hoang_phu_new)) == 18
