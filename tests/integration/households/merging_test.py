"""Two entries of one person made one, and parted again: facts, households, circumstances, and what refuses."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.households import actions
from giamngheo.households.keeping import followers
from giamngheo.households.keeping.merging import merger
from giamngheo.households.merged import standing
from giamngheo.households.models import (
    Change,
    Circumstance,
    DuplicateDecision,
    DuplicatePair,
    DuplicateRun,
    Household,
    Membership,
    PairState,
    Person,
    SearchEntry,
)
from giamngheo.households.problems import Refused
from giamngheo.households.queries import household_on, members_on, search
from giamngheo.households.queries.timeline import timeline_of_household, timeline_of_person
from giamngheo.households.values import Member, MergeChoices, PersonValues
from tests.integration.households.states import everything

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
D = date(2026, 5, 20)
FIRST = dict.fromkeys(("full_name", "sex", "birth", "ethnic_group", "citizen_id", "phone", "died_on"), "first")
TAKE_FIRST = MergeChoices(FIRST, "first", dict.fromkeys(("disability", "merit", "social_assistance"), "first"))
TAKE_SECOND = MergeChoices(
    dict.fromkeys(FIRST, "second"), "second", dict.fromkeys(("disability", "merit", "social_assistance"), "second")
)


@pytest.fixture
def pair_of(hoang_phu_new):
    """pair_of(a, b): a pair of people, as a run would suggest it."""

    def make(*people: Person) -> DuplicatePair:
        run = DuplicateRun.objects.create(unit=hoang_phu_new)
        first, second = sorted(people, key=lambda each: each.pk)
        return DuplicatePair.objects.create(first=first, second=second, weight=9, probability=0.99, run=run)

    return make


@pytest.fixture
def merge(pair_of, officer):
    """merge(a, b, choices): looked at and merged at once."""

    def make(a: Person, b: Person, choices: MergeChoices = TAKE_FIRST, by=officer, seen=None, **options):
        pair = DuplicatePair.objects.filter(first=min(a.pk, b.pk), second=max(a.pk, b.pk)).first() or pair_of(a, b)
        people = Person.objects.in_bulk([a.pk, b.pk])
        mark = merger(people[pair.first_id], people[pair.second_id], choices).mark if seen is None else seen
        return actions.merge_people(by=by, pair=pair, choices=choices, seen=mark, **options)

    return make


@pytest.fixture
def twice(family, register) -> Person:
    """An of the family a second time: without accents, alone in a household of 2024."""
    values = PersonValues("Nguyen Van An", "male", 20010615, phone="0900000001")
    return register((values, "head"), formed_on=date(2024, 6, 1), code="H-09", line="Nhà 9")["An"]


def memberships(person: Person) -> list[tuple[str, str, date, date | None, str]]:
    rows = Membership.objects.filter(person=person).order_by("valid_from")
    return [(str(row.household), row.relation, row.valid_from, row.valid_to, row.left_as) for row in rows]


def test_merged_person_is_in_no_household_list_or_search(family, twice, merge, officer) -> None:
    done = merge(family["An"], twice)
    assert done.change.kind == "merge_people"
    gone = Person.objects.get(pk=twice.pk)
    assert gone.merged_into == family["An"]
    assert not Membership.objects.filter(person=twice).exists()
    assert not SearchEntry.objects.filter(person=twice).exists()
    assert [each.person_id for each in search(officer, "nguyen van an")] == [family["An"].pk]
    assert standing([twice.pk, family["An"].pk]) == {twice.pk: family["An"].pk, family["An"].pk: family["An"].pk}


def test_facts_one_lacks_are_taken_and_clashes_chosen(family, twice, merge) -> None:
    merge(family["An"], twice, replace(TAKE_FIRST, facts={"full_name": "second"}))
    an = Person.objects.get(pk=family["An"].pk)
    assert (an.full_name, an.bare_name, an.given_name) == ("Nguyen Van An", "nguyen van an", "An")
    assert (an.phone, an.citizen_id) == ("0900000001", "038201000002")


def test_nothing_is_merged_before_every_clash_is_chosen(family, twice, merge) -> None:
    with pytest.raises(Refused, match="DUPLICATE-CHOOSE") as caught:
        merge(family["An"], twice, MergeChoices())
    assert "họ tên" in caught.value.finding.message.vi
    assert "household" in caught.value.finding.message.en
    assert Person.objects.get(pk=twice.pk).merged_into is None
    assert not Change.objects.filter(kind="merge_people").exists()


def test_year_alone_gives_way_to_the_day(family, register, merge) -> None:
    again = register((PersonValues("Trần Thị Lan", "female", 19780512), "head"))["Lan"]
    merge(family["Lan"], again, MergeChoices(home="first"))
    assert Person.objects.get(pk=family["Lan"].pk).birth == 19780512


@pytest.mark.parametrize(
    ("choices", "expected", "ended"),
    [
        (TAKE_FIRST, [("H-01", "child", date(2020, 3, 1), None, "")], date(2024, 6, 1)),
        (
            TAKE_SECOND,
            [
                ("H-01", "child", date(2020, 3, 1), date(2024, 5, 31), "merged_people"),
                ("H-09", "head", date(2024, 6, 1), None, ""),
            ],
            None,
        ),
    ],
)
def test_household_that_counts_is_chosen(family, twice, merge, choices, expected, ended) -> None:
    merge(family["An"], twice, choices)
    assert memberships(family["An"]) == expected
    other = Household.objects.get(local_code="H-09")
    assert other.ended_on == ended
    assert (other.ended_as, other.merged_into) == (("merged", family.household) if ended else ("", None))


def test_entries_in_one_household_need_no_choice(family, officer, merge) -> None:
    born = actions.arrival(by=officer, household=family.household, on=date(2023, 1, 1),
                           members=[Member(PersonValues("Nguyen V. An", "male", 20010615), "child")])  # fmt: skip
    merge(family["An"], born.people[0], MergeChoices({"full_name": "first"}))
    assert memberships(family["An"]) == [("H-01", "child", date(2020, 3, 1), None, "")]
    assert len(list(members_on(officer, family.household, D))) == 4


def test_household_that_loses_its_head_says_so(family, neighbours, officer, merge, register) -> None:
    other = register(
        (PersonValues("Nguyễn Văn Bỉnh", "male", 19750410), "head"), (PersonValues("Đỗ Thị Mơ"), "spouse"), code="H-08"
    )
    plan = merger(family["Bình"], other["Bỉnh"], TAKE_FIRST)
    assert [str(each) for each in plan.headless] == ["H-08"]
    merge(family["Bình"], other["Bỉnh"])
    left = household_on(officer, other.household.pk, D)
    assert left.head is None
    assert left.household.ended_on is None


def test_death_entered_of_one_ends_both(family, register, officer, merge) -> None:
    actions.death(by=officer, person=family["An"], on=D)
    again = register((PersonValues("Nguyen Van An", "male", 20010615), "head"), formed_on=date(2026, 1, 1))["An"]
    merge(family["An"], again, TAKE_SECOND)
    an = Person.objects.get(pk=family["An"].pk)
    assert an.died_on == D
    assert [(since, until, left) for _, _, since, until, left in memberships(an)] == [
        (date(2020, 3, 1), date(2025, 12, 31), "merged_people"),
        (date(2026, 1, 1), D, "died"),
    ]
    assert not Household.objects.filter(ended_on=None).exclude(pk=family.household.pk).exists()


def test_circumstances_of_both_remain_and_the_same_becomes_one(family, twice, officer, merge) -> None:
    for person, kind, detail, since in (
        (family["An"], "disability", "nặng", date(2022, 1, 1)),
        (twice, "disability", "nặng", date(2024, 7, 1)),
        (twice, "merit", "con thương binh", date(2024, 8, 1)),
    ):
        actions.add_circumstance(by=officer, person=person, kind=kind, detail=detail, valid_from=since)
    merge(family["An"], twice)
    rows = Circumstance.objects.filter(person=family["An"]).order_by("kind")
    assert [(row.kind, row.detail, row.valid_from, row.valid_to) for row in rows] == [
        ("disability", "nặng", date(2022, 1, 1), None),
        ("merit", "con thương binh", date(2024, 8, 1), None),
    ]
    assert not Circumstance.objects.filter(person=twice).exists()


@pytest.mark.parametrize(("side", "left"), [("first", ["nặng"]), ("second", ["nhẹ"]), ("both", ["nhẹ", "nặng"])])
def test_two_details_of_one_kind_are_chosen_between(family, twice, officer, merge, side, left) -> None:
    for person, detail in ((family["An"], "nặng"), (twice, "nhẹ")):
        actions.add_circumstance(
            by=officer, person=person, kind="disability", detail=detail, valid_from=date(2025, 1, 1)
        )
    with pytest.raises(Refused, match="khuyết tật"):
        merge(family["An"], twice, replace(TAKE_FIRST, circumstances={}))
    merge(family["An"], twice, replace(TAKE_FIRST, circumstances={"disability": side}))
    rows = Circumstance.objects.filter(person=family["An"]).order_by("detail")
    assert sorted(row.detail for row in rows) == sorted(left)


def test_id_of_the_merged_goes_over_and_both_stay_lawful(family, register, merge, officer) -> None:
    again = register((PersonValues("Tran Thi Lan", "female", 19780000, citizen_id="038178000077"), "head"))["Lan"]
    done = merge(family["Lan"], again, TAKE_SECOND)
    assert Person.objects.get(pk=family["Lan"].pk).citizen_id == "038178000077"
    actions.undo(by=officer, change=done.change, reason="nhầm")
    assert Person.objects.get(pk=family["Lan"].pk).citizen_id == ""
    assert Person.objects.get(pk=again.pk).citizen_id == "038178000077"


@pytest.mark.parametrize("choices", [TAKE_FIRST, TAKE_SECOND])
def test_undone_merger_restores_every_row(family, twice, officer, merge, choices) -> None:
    actions.add_circumstance(by=officer, person=twice, kind="merit", detail="x", valid_from=date(2024, 8, 1))
    before = everything()
    done = merge(family["An"], twice, choices)
    assert everything() != before
    actions.undo(by=officer, change=done.change, reason="hai người khác nhau")
    assert everything() == before
    assert {each.person_id for each in search(officer, "nguyen van an")} == {family["An"].pk, twice.pk}
    pair = DuplicatePair.objects.get()
    assert (pair.state, pair.change, pair.at) == ("suggested", None, None)
    assert [each.state for each in DuplicateDecision.objects.all()] == ["merged", "suggested"]


def test_merger_is_not_undone_under_what_came_later(family, twice, officer, merge) -> None:
    done = merge(family["An"], twice, TAKE_SECOND)
    home = Household.objects.get(local_code="H-09")
    later = actions.departure(by=officer, household=home, people=[family["An"]], on=D, left_as="abroad")
    with pytest.raises(Refused, match="UNDO-LATER") as caught:
        actions.undo(by=officer, change=done.change, reason="nhầm")
    assert str(later.change.pk) in caught.value.finding.message.vi
    actions.undo(by=officer, change=later.change, reason="nhầm")
    actions.undo(by=officer, change=done.change, reason="nhầm")
    assert Person.objects.get(pk=twice.pk).merged_into is None


def test_chain_of_mergers_is_resolved_and_parted_from_its_end(family, twice, register, officer, merge) -> None:
    third = register((PersonValues("N. V. An", "male", 20010615), "head"), formed_on=date(2025, 8, 1))["An"]
    first = merge(twice, third, TAKE_SECOND)  # the third's membership goes over, and then once more
    second = merge(family["An"], twice, TAKE_SECOND)
    assert standing([third.pk]) == {third.pk: family["An"].pk}
    with pytest.raises(Refused, match="UNDO-LATER"):
        actions.undo(by=officer, change=first.change, reason="nhầm")
    actions.undo(by=officer, change=second.change, reason="nhầm")
    actions.undo(by=officer, change=first.change, reason="nhầm")
    assert standing([third.pk]) == {third.pk: third.pk}


def test_who_was_merged_is_not_merged_again_nor_joins_a_household(
    family, twice, register, officer, merge, pair_of
) -> None:
    other = register((PersonValues("Nguyễn Văn An", "male", 20010616), "head"), formed_on=date(2025, 8, 1))["An"]
    pair = pair_of(twice, other)
    merge(family["An"], twice)
    with pytest.raises(Refused, match="DUPLICATE-MERGED"):
        actions.merge_people(by=officer, pair=DuplicatePair.objects.get(pk=pair.pk), choices=TAKE_FIRST, seen="")
    with pytest.raises(Refused, match="DUPLICATE-MERGED"):
        actions.arrival(by=None, household=family.household, members=[Member(Person.objects.get(pk=twice.pk))], on=D)


def test_second_officer_is_told_who_merged(family, twice, officer, leader, merge) -> None:
    merge(family["An"], twice)
    with pytest.raises(Refused, match="DUPLICATE-DECIDED") as caught:
        merge(family["An"], twice, by=leader)
    assert str(officer) in caught.value.finding.message.vi


def test_merger_looked_at_before_a_change_is_refused(family, twice, officer, merge) -> None:
    mark = merger(family["An"], twice, TAKE_FIRST).mark
    actions.correct_person(
        by=officer, person=twice, seen=twice.changed_in_id, values={"phone": "0900000002"}, reason="nhầm"
    )
    with pytest.raises(Refused, match="DUPLICATE-CHANGED"):
        merge(family["An"], twice, seen=mark)


def test_birth_after_a_membership_began_is_refused(family, register, merge) -> None:
    again = register((PersonValues("Nguyễn Thị Chi", "female", 20240101), "head"), formed_on=date(2025, 1, 1))["Chi"]
    with pytest.raises(Refused, match="BEFORE-BIRTH"):
        merge(family["Chi"], again, replace(TAKE_FIRST, facts={"birth": "second"}))


def test_other_communes_people_are_not_merged(
    family, stranger, pair_of, officer, other_officer, province_officer
) -> None:
    pair = pair_of(family["An"], stranger["Khoa"])
    for who in (officer, other_officer):
        with pytest.raises(OutOfScope):
            actions.merge_people(by=who, pair=pair, choices=TAKE_FIRST, seen="")
    with pytest.raises(NotPermitted):
        actions.merge_people(by=province_officer, pair=pair, choices=TAKE_FIRST, seen="")
    with pytest.raises(Refused, match="DUPLICATE-COMMUNES"):
        actions.merge_people(by=None, pair=pair, choices=TAKE_FIRST, seen="")


def test_who_only_reads_merges_nothing(family, twice, pair_of, province_officer) -> None:
    with pytest.raises(NotPermitted):
        actions.merge_people(by=province_officer, pair=pair_of(family["An"], twice), choices=TAKE_FIRST, seen="")
    with pytest.raises(NotPermitted):
        actions.say_distinct(by=province_officer, pairs=DuplicatePair.objects.all(), reason="thử")


def test_distinct_needs_a_reason_and_is_kept_with_its_officer(family, twice, pair_of, officer) -> None:
    pair = pair_of(family["An"], twice)
    with pytest.raises(Refused, match="DUPLICATE-NO-REASON"):
        actions.say_distinct(by=officer, pairs=[pair], reason="  ")
    actions.say_distinct(by=officer, pairs=[pair], reason="hai thẻ căn cước")
    pair.refresh_from_db()
    assert (pair.state, pair.by, pair.reason) == (PairState.DISTINCT, officer, "hai thẻ căn cước")
    with pytest.raises(Refused, match="DUPLICATE-DECIDED"):
        actions.say_distinct(by=officer, pairs=[pair], reason="lần nữa")
    actions.reconsider(by=officer, pair=pair, reason="xem lại")
    pair.refresh_from_db()
    assert pair.state == "suggested"
    assert [each.state for each in pair.decisions.all()] == ["distinct", "suggested"]
    with pytest.raises(Refused, match="DUPLICATE-NOT-DECIDED"):
        actions.reconsider(by=officer, pair=pair)


def test_bulk_distinct_leaves_out_what_was_decided(family, twice, neighbours, pair_of, officer, merge) -> None:
    pairs = [pair_of(family["An"], twice), pair_of(family["Bình"], neighbours["Dũng"])]
    merge(family["An"], twice)
    done = actions.say_distinct(by=officer, pairs=pairs, reason="đã hỏi")
    assert [each.pk for each in done] == [pairs[1].pk]


def test_merger_stands_in_the_life_of_person_and_household(family, twice, officer, merge) -> None:
    merge(family["An"], twice)
    an = Person.objects.get(pk=family["An"].pk)
    assert "merge_people" in [event.change.kind for event in timeline_of_person(officer, an)]
    other = Household.objects.get(local_code="H-09")
    assert "merge_people" in [event.change.kind for event in timeline_of_household(officer, other)]


def test_followers_are_told_and_may_refuse(family, twice, officer, merge) -> None:
    heard = []
    followers.follow("test", merging=lambda *told: heard.append(("merge", told[0].pk, told[1].pk)),
                     parting=lambda *told: heard.append(("part", told[0].pk, told[1].pk)))  # fmt: skip
    try:
        done = merge(family["An"], twice)
        actions.undo(by=officer, change=done.change, reason="nhầm")
        both = (family["An"].pk, twice.pk)
        assert heard == [("merge", *both), ("part", *both)]

        def refuse(kept, gone, change):
            from giamngheo.households.problems import NOTHING
            from giamngheo.households.problems import refuse as refusal

            raise refusal(NOTHING)

        followers.follow("test", merging=refuse, parting=refuse)
        with pytest.raises(Refused, match="NOTHING"):
            merge(family["An"], twice)
        assert Person.objects.get(pk=twice.pk).merged_into is None
    finally:
        followers.unfollow("test")


def test_import_is_undone_only_after_its_mergers(family, officer, hoang_phu_new, villages, merge, pair_of) -> None:
    from giamngheo.households.values import HouseholdRow, Place

    change = actions.begin_import(by=officer, unit=hoang_phu_new)
    row = HouseholdRow(date(2025, 12, 1), Place(villages[0].pk), (Member(PersonValues("Nguyen Van An"), "head"),))
    actions.import_rows(by=officer, change=change, rows=[row])
    new = Person.objects.latest("pk")
    done = merge(family["An"], new, TAKE_FIRST)
    with pytest.raises(Refused, match="UNDO-LATER"):
        actions.undo(by=officer, change=change, reason="nhầm tệp")
    actions.undo(by=officer, change=done.change, reason="nhầm")
    actions.undo(by=officer, change=change, reason="nhầm tệp")
    assert not Person.objects.filter(pk=new.pk).exists()
    assert not DuplicatePair.objects.exists()


def test_import_whose_person_others_were_merged_into_is_not_undone(
    officer, hoang_phu_new, villages, register, merge
) -> None:
    """The older row stays, so somebody of the list may have been entered before who was merged into it."""
    from giamngheo.households.values import HouseholdRow, Place

    change = actions.begin_import(by=officer, unit=hoang_phu_new)
    row = HouseholdRow(
        date(2020, 12, 1), Place(villages[0].pk), (Member(PersonValues("Lê Văn Tý", "male", 19800101), "head"),)
    )
    actions.import_rows(by=officer, change=change, rows=[row])
    older = Person.objects.latest("pk")
    newer = register((PersonValues("Le Van Ty", "male", 19800101), "head"), formed_on=date(2025, 1, 1))["Ty"]
    merge(older, newer, TAKE_FIRST)
    with pytest.raises(Refused, match="UNDO-LATER"):
        actions.undo(by=officer, change=change, reason="nhầm tệp")
    assert Person.objects.filter(pk=older.pk).exists()


def test_database_lets_nobody_merged_be_a_member(family, twice, merge, officer) -> None:
    done = merge(family["An"], twice)
    other = Change.objects.create(kind="correction", unit=done.change.unit, reason="thử")
    with pytest.raises(IntegrityError, match="merged into another"), transaction.atomic():
        Membership.objects.create(
            household=family.household, person=twice, relation="child", valid_from=TODAY, changed_in=other
        )


def test_database_removes_in_a_merger_only_rows_of_the_two(family, twice, merge, officer) -> None:
    done = merge(family["An"], twice)
    chi = Membership.objects.get(person=family["Chi"])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE households_membership SET changed_in_id = %s WHERE id = %s", [done.change.pk, chi.pk])
        with pytest.raises(IntegrityError, match="removed only by"), transaction.atomic():
            cursor.execute("DELETE FROM households_membership WHERE id = %s", [chi.pk])


def test_list_knows_the_merged_under_their_old_name(family, twice, merge, officer, hoang_phu_new) -> None:
    from giamngheo.households.importing.known import known, villages_of

    merge(family["An"], twice)
    found = known(officer, villages_of(hoang_phu_new), [])
    village = villages_of(hoang_phu_new).find("Thôn Thử 1")[0]
    assert [one.household for one in found.names["nguyen van an", 20010615, village]] == ["H-01"]
