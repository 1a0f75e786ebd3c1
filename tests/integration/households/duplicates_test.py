"""Looking for people entered twice: what is suggested and why, what is not, and what a search leaves behind."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta

import pytest
from django.utils import timezone

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.foundation.findings import FindingError
from giamngheo.households import actions
from giamngheo.households.actions import duplicates
from giamngheo.households.duplicates import engine, jobs
from giamngheo.households.duplicates.reasons import reasons_against, reasons_for
from giamngheo.households.keeping.merging import merger
from giamngheo.households.models import DuplicatePair, DuplicateRun, Person
from giamngheo.households.queries.duplicates import comparison, pair_seen, pairs_for
from giamngheo.households.values import HouseholdRow, Member, MergeChoices, PersonValues, Place

pytestmark = pytest.mark.django_db


@pytest.fixture
def commune(register, villages):
    """A crowd of other names, so that a name says something; 40 people in two villages."""
    words = ("Mai", "Đào", "Cúc", "Trúc", "Sen", "Huệ", "Lê", "Bưởi", "Cam", "Quýt")
    for number in range(10):
        register(
            (PersonValues(f"Bùi Thị {words[number]}", "female", 19700101 + number), "head"),
            (PersonValues(f"Đỗ Văn {words[number]}", "male", 19680202 + number), "spouse"),
            (PersonValues(f"Ngô Đình {words[number]}", "male", 19950303 + number), "other_kin"),
            (PersonValues(f"Vũ Thanh {words[number]}", "male", 20010404 + number), "other_kin"),
            village=villages[number % 2],
        )


@pytest.fixture
def look(officer, hoang_phu_new):
    """look(): a search of the commune, done here and now."""

    def make(by=officer, unit=None, change=None) -> DuplicateRun:
        run = duplicates.begin_search(by=by, unit=unit or hoang_phu_new, change=change)
        jobs.start(run, inline=True)
        run.refresh_from_db()
        return run

    return make


def names(pairs) -> set[tuple[str, str]]:
    return {(pair.first.full_name, pair.second.full_name) for pair in pairs}


def levels(pair: DuplicatePair) -> dict[str, str | None]:
    return pair.reasons["levels"]


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        (PersonValues("Nguyen Van An", "male", 20010615), ("unaccented", "same", None)),
        (PersonValues("Nguyễn Văn An", "male", 20010115), ("same", "one_off", None)),
        (PersonValues("Nguyễn An", "male", 20010615), ("middle_shorter", "same", None)),
        (PersonValues("Nguyễn V. An", "male", 20010000), ("middle_shorter", "year_only", None)),
        (PersonValues("Nguyễn Văn Ân", "male", 20010615), ("other_accents", "same", None)),
        (PersonValues("Nguyễn Văn An", "male", None, citizen_id="038201000020"), ("same", None, "one_off")),
        (PersonValues("Nguyễn Văn An", "male", 20010615, citizen_id="171234567"), ("same", "same", None)),
        (PersonValues("Nguyễn Văn An", "male", 20020615), ("same", "one_off", None)),
        (PersonValues("Trần Văn An", "male", 20010615), ("surname_other", "same", None)),
    ],
)
def test_second_entry_is_suggested_with_its_reasons(commune, family, register, look, again, expected) -> None:
    register((again, "head"), line="Nhà 9")
    assert look().state == "done"
    (pair,) = DuplicatePair.objects.filter(first=family["An"])
    assert tuple(levels(pair)[name] for name in ("name", "birth", "number")) == expected
    assert 0.2 <= pair.probability <= 1
    assert reasons_for(pair.reasons)


def test_tone_placement_counts_as_the_same_name(commune, register, look) -> None:
    register((PersonValues("Hoàng Thị Hoà", "female", 19800312), "head"))
    register((PersonValues("Hoàng Thị Hòa", "female", 19801203), "head"))
    look()
    (pair,) = pairs_for_names("Hoàng Thị Hoà")
    assert (levels(pair)["name"], levels(pair)["birth"]) == ("tone_placement", "swapped")
    assert [words.vi for words in reasons_for(pair.reasons)][:2] == [
        "ngày và tháng sinh đảo nhau", "tên chỉ khác cách đặt dấu thanh",
    ]  # fmt: skip


def pairs_for_names(name: str) -> list[DuplicatePair]:
    return list(DuplicatePair.objects.filter(first__full_name=name))


def test_people_alike_who_are_two_are_not_suggested(commune, register, look) -> None:
    register(
        (PersonValues("Nguyễn Văn Hùng", "male", 19700101), "head"),
        (PersonValues("Nguyễn Văn Hùng", "male", 19950505), "child"),  # named like his father
        (PersonValues("Nguyễn Thị Lan", "female", 20000305), "child"),  # twins
        (PersonValues("Nguyễn Thị Loan", "female", 20000305), "child"),
        (
            PersonValues("Nguyễn Văn Hưng", "male", 20030101, citizen_id="038203111111"),
            "child",
        ),  # twins by accents only
        (PersonValues("Nguyễn Văn Hững", "male", 20030101, citizen_id="038203222222"), "child"),
    )
    look()
    assert names(DuplicatePair.objects.all()) == set()


def test_twins_by_accents_without_ids_are_shown_with_a_caution(commune, register, look) -> None:
    register(
        (PersonValues("Phạm Văn Sơn", "male", 19700101), "head"),
        (PersonValues("Phạm Thị Hằng", "female", 20000305), "child"),
        (PersonValues("Phạm Thị Hắng", "female", 20000305), "child"),
    )
    look()
    (pair,) = DuplicatePair.objects.all()
    assert pair.reasons["cautions"] == ["twins"]


def test_different_ids_speak_against(commune, family, register, look) -> None:
    register((PersonValues("Nguyễn Văn An", "male", 20010615, citizen_id="038201999999"), "head"))
    look()
    (pair,) = DuplicatePair.objects.all()
    assert [words.vi for words in reasons_against(pair.reasons)] == ["số định danh khác nhau"]


def test_second_search_changes_nothing_and_forgets_what_was_put_right(commune, family, register, officer, look) -> None:
    twin = register((PersonValues("Nguyen Van An", "male", 20010615), "head"))["An"]
    assert look().result == {"people": 45, "pairs": 1, "new": 1, "gone": 0}
    assert look().result == {"people": 45, "pairs": 1, "new": 0, "gone": 0}
    actions.correct_person(
        by=officer, person=twin, seen=twin.changed_in_id, reason="nhầm",
        values={"full_name": "Đinh Quốc Khánh", "birth": 19500101},
    )  # fmt: skip
    assert look().result == {"people": 45, "pairs": 0, "new": 0, "gone": 1}


def test_what_was_said_to_be_two_is_not_suggested_again_also_through_a_merger(
    commune, family, register, officer, look
) -> None:
    one = register((PersonValues("Nguyen Van An", "male", 20010615), "head"))["An"]
    other = register((PersonValues("Nguyễn Van An", "male", 20010615), "head"))["An"]
    look()
    assert DuplicatePair.objects.count() == 3
    with_other = DuplicatePair.objects.get(first=family["An"], second=other)
    actions.say_distinct(by=officer, pairs=[with_other], reason="hai người")
    pair = DuplicatePair.objects.get(first=one, second=other)
    choices = MergeChoices({"full_name": "first"}, "first")
    actions.merge_people(by=officer, pair=pair, choices=choices, seen=merger(one, other, choices).mark)
    DuplicatePair.objects.filter(state="suggested").delete()
    look()
    assert not DuplicatePair.objects.filter(state="suggested").exists()


def test_search_after_a_list_is_about_its_people_only(
    commune, family, register, officer, hoang_phu_new, villages, look
):
    register((PersonValues("Bui Thi Mai", "female", 19700101), "head"))  # a pair of before
    change = actions.begin_import(by=officer, unit=hoang_phu_new)
    head = Member(PersonValues("Nguyen Van An", "male", 20010615), "head")
    actions.import_rows(
        by=officer, change=change, rows=[HouseholdRow(date(2026, 1, 1), Place(villages[0].pk), (head,))]
    )
    look(change=change)
    assert names(DuplicatePair.objects.all()) == {("Nguyễn Văn An", "Nguyen Van An")}


def test_people_of_another_commune_are_not_compared(commune, family, register, elsewhere, other_officer, look) -> None:
    register((PersonValues("Nguyễn Văn An", "male", 20010615), "head"), village=elsewhere, by=other_officer,
             formed_on=date(2025, 8, 1))  # fmt: skip
    look()
    assert not DuplicatePair.objects.exists()


def test_pair_is_seen_by_who_sees_both_and_by_nobody_else(
    commune, family, register, officer, other_officer, province_officer, look
) -> None:
    register((PersonValues("Nguyen Van An", "male", 20010615), "head"))
    look()
    pair = DuplicatePair.objects.get()
    assert pair_seen(officer, pair.pk) == pair
    assert pair_seen(province_officer, pair.pk) == pair
    with pytest.raises(DuplicatePair.DoesNotExist):
        pair_seen(other_officer, pair.pk)
    assert not pairs_for(other_officer).exists()


def test_comparison_says_what_clashes_and_who_else_waits_between_the_households(
    commune, family, register, officer, look
) -> None:
    register(
        (PersonValues("Nguyen Van Binh", "male", 19751004), "head"), (PersonValues("Tran Thi Lan", "female", 19780000),
        "spouse"), formed_on=date(2024, 1, 1), code="H-77",
    )  # fmt: skip
    look()
    pair = pair_seen(officer, DuplicatePair.objects.get(first=family["Bình"]).pk)
    found = comparison(officer, pair, MergeChoices())
    assert [fact.name for fact in found.found.facts if fact.open] == ["full_name", "birth"]
    assert found.found.home_asked
    assert [each.first.full_name for each in found.others] == ["Trần Thị Lan"]
    assert [(home.head, home.village) for home in found.second.homes] == [("Nguyen Van Binh", "Thôn Thử 1")]
    assert found.second.entered.kind == "registered"


def test_search_is_for_those_who_write_there(family, province_officer, other_officer, hoang_phu_new) -> None:
    with pytest.raises(NotPermitted):
        duplicates.begin_search(by=province_officer, unit=hoang_phu_new)
    with pytest.raises(OutOfScope):
        duplicates.begin_search(by=other_officer, unit=hoang_phu_new)


def test_one_search_of_a_commune_at_a_time(family, officer, hoang_phu_new) -> None:
    duplicates.begin_search(by=officer, unit=hoang_phu_new)
    with pytest.raises(FindingError, match="DUPLICATE-RUNNING"):
        duplicates.begin_search(by=officer, unit=hoang_phu_new)


def test_missing_extra_is_said_and_nothing_begins(family, officer, hoang_phu_new, monkeypatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    with pytest.raises(FindingError, match="DUPLICATE-ENGINE") as caught:
        duplicates.begin_search(by=officer, unit=hoang_phu_new)
    assert 'pip install "giamngheo[duplicates]"' in caught.value.finding.fixes[0].vi
    assert not DuplicateRun.objects.exists()


def test_stopped_search_leaves_the_pairs_of_before(commune, family, register, officer, hoang_phu_new, look) -> None:
    register((PersonValues("Nguyen Van An", "male", 20010615), "head"))
    look()
    Person.objects.filter(full_name="Nguyen Van An").update(
        bare_name="x", changed_in=actions.begin_import(by=officer, unit=hoang_phu_new)
    )
    run = duplicates.begin_search(by=officer, unit=hoang_phu_new)
    duplicates.stop_search(by=officer, run=run)
    jobs.start(run, inline=True)
    run.refresh_from_db()
    assert (run.state, run.result["finding"]["code"]) == ("stopped", "DUPLICATE-STOPPED")
    assert DuplicatePair.objects.count() == 1


def test_search_that_breaks_is_told_and_leaves_the_pairs_of_before(commune, family, look, monkeypatch, caplog) -> None:
    def broken(*_arguments, **_options):
        raise RuntimeError("trial")

    monkeypatch.setattr(engine, "connected", broken)
    run = look()
    assert (run.state, run.result["finding"]["code"]) == ("failed", "DUPLICATE-FAILED")
    assert "trial" in caplog.text


def test_search_whose_process_died_is_buried(family, officer, hoang_phu_new) -> None:
    run = duplicates.begin_search(by=officer, unit=hoang_phu_new)
    assert duplicates.bury_searches(by=None) == 0
    DuplicateRun.objects.update(changed_at=timezone.now() - timedelta(minutes=11))
    assert duplicates.bury_searches(by=None) == 1
    run.refresh_from_db()
    assert run.result["finding"]["code"] == "DUPLICATE-DIED"


def test_commune_with_one_person_or_nobody_has_no_pairs(register, look) -> None:
    assert look().result["people"] == 0
    register((PersonValues("Nguyễn Văn An", "male", 20010615), "head"))
    assert look().result == {"people": 1, "pairs": 0, "new": 0, "gone": 0}


def test_module_is_loaded_without_the_extra() -> None:
    """A server without the extra starts: nothing imports splink, DuckDB or Arrow before a search is asked for."""
    program = (
        "import sys, django; django.setup(); import giamngheo.office.urls, giamngheo.households.duplicates.jobs;"
        "assert not {'splink', 'duckdb', 'pyarrow'} & set(sys.modules), sorted(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={"DJANGO_SETTINGS_MODULE": "giamngheo.config.settings", "PATH": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_command_looks_and_tells_in_json(commune, family, register, capsys) -> None:
    from giamngheo.config.commands.duplicates import main

    register((PersonValues("Nguyen Van An", "male", 20010615), "head"))
    assert main(["--commune", "15889", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["commune"]["code"], told["people"], told["new"]) == ("15889", 45, 1)
    assert main(["--commune", "99999"]) == 1
