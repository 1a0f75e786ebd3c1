"""Two households that hold the same people made one: all of it or nothing, and taken back in one step."""

from datetime import date

import pytest
from django.utils import timezone

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.households import actions
from giamngheo.households.keeping.whole import whole
from giamngheo.households.models import Change, DuplicatePair, DuplicateRun, Household, Membership, PairState, Person
from giamngheo.households.problems import Refused
from giamngheo.households.queries import members_on
from giamngheo.households.queries.whole_households import both_of
from giamngheo.households.values import PersonValues
from tests.integration.households.states import everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def again(family, register):
    """The family a second time, of a list of 2024, with a child the first entry lacks and without An."""
    return register(
        (PersonValues("Nguyen Van Binh", "male", 19751004), "head"),
        (PersonValues("Trần Thị Lan", "female", 19780512), "spouse"),
        (PersonValues("Nguyễn Thị Chí", "female", 20100101), "child"),
        (PersonValues("Nguyễn Văn Út", "male", 20230808), "child"),
        formed_on=date(2024, 6, 1), code="H-09", line="Nhà 9",
    )  # fmt: skip


@pytest.fixture
def pairs(family, again, hoang_phu_new) -> list[DuplicatePair]:
    run = DuplicateRun.objects.create(unit=hoang_phu_new)
    names = (("Bình", "Binh"), ("Lan", "Lan"), ("Chi", "Chí"))
    return [
        DuplicatePair.objects.create(first=family[a], second=again[b], weight=9, probability=0.9, run=run)
        for a, b in names
    ]


@pytest.fixture
def merge(family, again, pairs, officer):
    """merge(kept, gone, ...): looked at and made one."""

    def make(kept=None, gone=None, *, some=None, by=officer, **options):
        kept, gone, some = kept or family.household, gone or again.household, pairs if some is None else some
        fresh = list(DuplicatePair.objects.select_related("first", "second").filter(pk__in=[each.pk for each in some]))
        fresh.sort(key=lambda each: each.pk)
        options.setdefault("seen", whole(*(Household.objects.get(pk=each.pk) for each in (kept, gone)), fresh).mark)
        return actions.merge_households(by=by, kept=kept, gone=gone, pairs=some, **options)

    return make


def homes(household: Household) -> list[tuple[str, str]]:
    rows = Membership.objects.filter(household=household, valid_to=None).order_by("person__birth")
    return [(row.person.full_name, row.relation) for row in rows]


def test_all_become_one_household_in_one_change(family, again, merge, officer) -> None:
    done = merge(reason="ghi hai lần")
    assert homes(family.household) == [
        ("Nguyễn Văn Bình", "head"), ("Trần Thị Lan", "spouse"), ("Nguyễn Văn An", "child"),
        ("Nguyễn Thị Chi", "child"), ("Nguyễn Văn Út", "child"),
    ]  # fmt: skip
    gone = Household.objects.get(pk=again.household.pk)
    assert (gone.ended_as, gone.merged_into_id) == ("merged", family.household.pk)
    assert Person.objects.get(pk=family["Lan"].pk).birth == 19780512  # the day, where the other knew the year
    assert set(DuplicatePair.objects.values_list("state", "change")) == {(PairState.MERGED, done.change.pk)}
    assert Change.objects.filter(kind="merge_people").count() == 1
    assert members_on(officer, gone, timezone.localdate()).count() == 0


@pytest.mark.parametrize("bring", [True, False])
def test_one_undoing_parts_all_of_them_again(family, again, merge, officer, bring) -> None:
    before = everything()
    done = merge(bring=bring)
    actions.undo(by=officer, change=done.change, reason="là hai hộ")
    assert everything() == before
    assert set(DuplicatePair.objects.values_list("state", flat=True)) == {PairState.SUGGESTED}


def test_the_younger_household_may_be_the_one_that_stays(family, again, merge) -> None:
    merge(again.household, family.household)
    assert ("Nguyen Van Binh", "head") in homes(again.household)
    assert ("Nguyễn Văn An", "child") in homes(again.household)
    assert Person.objects.get(pk=again["Binh"].pk).merged_into == family["Bình"]  # the older row stays all the same
    assert Household.objects.get(pk=family.household.pk).merged_into_id == again.household.pk


def test_who_is_not_brought_along_keeps_the_other_household(family, again, merge) -> None:
    merge(bring=False)
    assert homes(again.household) == [("Nguyễn Văn Út", "child")]
    assert Household.objects.get(pk=again.household.pk).ended_on is None


def test_relation_is_asked_anew_where_the_heads_are_two(family, again, merge, pairs) -> None:
    merge(some=pairs[1:])
    assert ("Nguyen Van Binh", "unknown") in homes(family.household)
    assert ("Nguyễn Văn Út", "unknown") in homes(family.household)


def test_what_cannot_be_is_refused_and_nothing_written(family, again, merge, pairs, officer, hoang_phu_new) -> None:
    before = everything()
    with pytest.raises(Refused, match="DUPLICATE-CHANGED"):
        merge(seen="old")
    with pytest.raises(Refused, match="DUPLICATE-NO-PAIRS"):
        merge(some=[], seen="")
    both = DuplicatePair.objects.create(
        first=family["An"], second=again["Chí"], weight=1, probability=0.3, run=pairs[0].run
    )
    with pytest.raises(Refused, match="DUPLICATE-TWO-PAIRS"):
        merge(some=[*pairs, both])
    actions.say_distinct(by=officer, pairs=pairs[:1], reason="hai người")
    with pytest.raises(Refused, match="DUPLICATE-NOT-BETWEEN"):
        merge()
    assert everything() == before


def test_a_refusal_half_way_undoes_what_was_written(family, again, merge, officer) -> None:
    today = timezone.localdate()
    actions.birth(by=officer, household=again.household, newborn=PersonValues("Nguyễn Thị Bé", "female"), on=today)
    before = everything()
    with pytest.raises(Refused, match="REGISTER-OUT-OF-ORDER"):  # came today: cannot leave yesterday
        merge()
    assert everything() == before


def test_other_communes_officer_may_not(merge, make_user, other_commune) -> None:
    with pytest.raises(OutOfScope):
        merge(by=make_user("ban", "commune_officer", other_commune))


def test_both_households_and_the_clear_pairs_are_found(family, again, pairs, officer, other_officer) -> None:
    found = both_of(officer, pairs[0])
    assert (found.first, found.second) == (family.household, again.household)
    assert found.clear == {each.pk for each in pairs}
    assert [row.person.full_name for row in found.merged(keep_second=False, ticked=found.clear).alone] == [
        "Nguyễn Văn Út"
    ]
    assert both_of(other_officer, pairs[0]).pairs == []
    assert DuplicatePair.objects.count() == 3
