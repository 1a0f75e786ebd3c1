"""The screens of people entered twice: found, compared, chosen between, merged, said to be two, taken back."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.households import actions
from giamngheo.households.duplicates import engine
from giamngheo.households.models import DuplicatePair, DuplicateRun, Membership, Person
from giamngheo.households.queries.elsewhere import entered_elsewhere
from giamngheo.households.values import HouseholdRow, Member, PersonValues, Place

pytestmark = pytest.mark.django_db
LIST = "/ho-dan/trung/"


@pytest.fixture
def twice(family, register):
    """An of the family a second time, and Chi as well, in a household of 2024."""
    return register(
        (PersonValues("Nguyen Van An", "male", 20010615, phone="0900000001"), "head"),
        (PersonValues("Nguyễn Thị Chí", "female", 20100101), "sibling"),
        formed_on=date(2024, 6, 1), code="H-09", line="Nhà 9",
    )  # fmt: skip


@pytest.fixture
def pairs(family, twice, hoang_phu_new) -> list[DuplicatePair]:
    """An and An, Chi and Chi: as a search would suggest them."""
    run = DuplicateRun.objects.create(unit=hoang_phu_new, state="done", result={"people": 6, "pairs": 2, "new": 2})
    reasons = {
        "levels": {"name": "unaccented", "birth": "same", "number": "other", "village": "same"},
        "weights": {"name": 7, "birth": 12, "number": -3, "village": 2}, "cautions": [],
    }  # fmt: skip
    return [
        DuplicatePair.objects.create(
            first=family[a], second=twice[b], weight=9, probability=p, reasons=reasons, run=run
        )
        for a, b, p in (("An", "An", 0.97), ("Chi", "Chí", 0.4))
    ]


def text(answer) -> str:
    return answer.content.decode()


def test_list_says_why_and_how_likely(officer_client, pairs) -> None:
    page = text(officer_client.get(LIST))
    assert "Cùng ngày sinh, cùng tên, một bên không dấu, cùng thôn" in page
    assert "số định danh khác nhau" in page
    assert page.index("rất có thể") < page.index("nên xem")
    assert "Cần xem (2)" in page


def test_list_asks_the_same_for_few_pairs_and_many(
    officer_client, pairs, register, hoang_phu_new, django_assert_max_num_queries
) -> None:
    officer_client.get(LIST)
    with django_assert_max_num_queries(24) as few:
        officer_client.get(LIST)
    home = register(*[(PersonValues(f"Vũ Thị M{letter}i"), "head" if letter == "a" else "child") for letter in "aâăeê"])
    people = [Membership.objects.filter(household=home.household).values_list("person", flat=True)]
    numbers = sorted(people[0])
    for second in numbers[1:]:
        DuplicatePair.objects.create(
            first_id=numbers[0], second_id=second, weight=1, probability=0.5, run=DuplicateRun.objects.get()
        )
    with django_assert_max_num_queries(len(few)):
        officer_client.get(LIST)


def test_comparison_asks_a_bounded_number_of_queries(officer_client, pairs, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(45):
        officer_client.get(f"{LIST}{pairs[0].pk}/")


def test_button_looks_and_the_list_says_what_was_done(officer_client, family, register) -> None:
    register((PersonValues("Nguyen Van An", "male", 20010615), "head"))
    for number in range(8):  # other people, so that a name says something
        register((PersonValues(f"Bùi Quốc {'ABCDEGHK'[number]}", "male", 19600101 + number), "head"))
    answer = officer_client.post(f"{LIST}tim/", follow=True)
    assert "so 13 người, 1 cặp cần xem, 1 cặp mới" in text(answer)
    assert DuplicatePair.objects.get().second.full_name == "Nguyen Van An"


def test_missing_extra_is_said_with_what_to_run(officer_client, pairs, monkeypatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    page = text(officer_client.get(LIST))
    assert 'pip install "giamngheo[duplicates]"' in page
    assert "Tìm lại" not in page
    assert text(officer_client.get(f"{LIST}{pairs[0].pk}/")).count("Là một người") == 1
    answer = officer_client.post(f"{LIST}tim/", follow=True)
    assert "giamngheo[duplicates]" in text(answer)
    assert DuplicateRun.objects.count() == 1


def test_after_a_list_only_its_people_are_looked_for(officer, officer_client, family, hoang_phu_new, villages) -> None:
    from giamngheo.documents.actions import keep_file
    from giamngheo.households.models import ListImport

    change = actions.begin_import(by=officer, unit=hoang_phu_new)
    head = Member(PersonValues("Nguyen Van An", "male", 20010615), "head")
    actions.import_rows(
        by=officer, change=change, rows=[HouseholdRow(date(2026, 1, 1), Place(villages[0].pk), (head,))]
    )
    file = keep_file(by=officer, name="ds.xlsx", content=b"PK", media_type="")
    held = ListImport.objects.create(
        file=file, name="ds.xlsx", unit=hoang_phu_new, day=date(2026, 1, 1), state="imported", change=change, by=officer
    )
    assert "Tìm người trùng trong số vừa nhập" in text(officer_client.get(f"/ho-dan/nhap-danh-sach/{held.pk}/"))
    officer_client.post(f"{LIST}tim/", {"list": held.pk})
    assert DuplicateRun.objects.get().change == change


def test_clashes_are_chosen_looked_at_and_merged(officer_client, pairs, family, twice) -> None:
    address = f"{LIST}{pairs[0].pk}/"
    page = text(officer_client.get(address))
    assert page.count("khác nhau</span>") == 2  # the name, the household
    assert "<mark>Nguyen</mark>" in page
    unchosen = officer_client.post(address, {"lam": "preview"})
    assert unchosen.status_code == 422
    assert "họ tên, hộ đang ở" in text(unchosen)
    chosen = {"fact-full_name": "first", "home": "second", "reason": "đã hỏi gia đình"}
    preview = officer_client.post(address, {"lam": "preview", **chosen})
    assert preview.status_code == 200
    assert "Sẽ ghi thành một người: Nguyễn Văn An" in text(preview)
    assert not Person.objects.exclude(merged_into=None).exists()
    seen = preview.context["preview"]["seen"]
    done = officer_client.post(address, {"lam": "merge", "seen": seen, **chosen}, follow=True)
    assert "Đã gộp thành một người" in text(done)
    assert done.request["PATH_INFO"] == f"{LIST}{pairs[1].pk}/"  # the next pair of the two households
    an = Person.objects.get(pk=family["An"].pk)
    assert an.phone == "0900000001"
    assert DuplicatePair.objects.get(pk=pairs[0].pk).reason == "đã hỏi gia đình"


def test_preview_names_what_is_removed_and_which_household_ends(officer_client, pairs, family, twice) -> None:
    actions.departure(by=None, household=twice.household, people=[twice["Chí"]], on=date(2025, 1, 1), left_as="abroad")
    chosen = {"fact-full_name": "first", "home": "first", "lam": "preview"}
    page = text(officer_client.post(f"{LIST}{pairs[0].pk}/", chosen))
    assert "<del>Hộ Nguyen Van An, Thôn Thử 1: chủ hộ, 01/06/2024–nay</del>" in page
    assert "Hộ Nguyen Van An không còn ai và kết thúc ngày 31/12/2024." in page


def test_merging_something_that_changed_meanwhile_shows_it_anew(officer_client, officer, pairs, twice) -> None:
    chosen = {"fact-full_name": "first", "home": "first"}
    address = f"{LIST}{pairs[0].pk}/"
    seen = officer_client.post(address, {"lam": "preview", **chosen}).context["preview"]["seen"]
    an = Person.objects.get(pk=twice["An"].pk)
    actions.correct_person(by=officer, person=an, seen=an.changed_in_id, values={"sex": "female"}, reason="nhầm")
    answer = officer_client.post(address, {"lam": "merge", "seen": seen, **chosen})
    assert answer.status_code == 422  # and now the sexes clash as well
    assert "giới tính" in text(answer)
    chosen["fact-sex"] = "first"
    answer = officer_client.post(address, {"lam": "merge", "seen": seen, **chosen})
    assert answer.status_code == 409
    assert "DUPLICATE-CHANGED" in text(answer)
    assert (
        officer_client.post(address, {"lam": "merge", "seen": answer.context["preview"]["seen"], **chosen}).status_code
        == 302
    )


def test_second_officer_is_told_and_sees_the_decision(officer_client, sign_in, leader, pairs) -> None:
    address = f"{LIST}{pairs[0].pk}/"
    other = sign_in(leader)
    chosen = {"fact-full_name": "first", "home": "first"}
    seen = other.post(address, {"lam": "preview", **chosen}).context["preview"]["seen"]
    officer_client.post(f"{address}khac-nhau/", {"reason": "hai thẻ"})
    answer = other.post(address, {"lam": "merge", "seen": seen, **chosen})
    page = text(answer)
    assert "Người thử can-bo ghi lúc" in page
    assert "hai thẻ" in page
    assert not Person.objects.exclude(merged_into=None).exists()


def test_merger_is_taken_back_from_the_list_and_the_person(officer_client, pairs, family, twice) -> None:
    address, chosen = f"{LIST}{pairs[0].pk}/", {"fact-full_name": "first", "home": "first"}
    seen = officer_client.post(address, {"lam": "preview", **chosen}).context["preview"]["seen"]
    officer_client.post(address, {"lam": "merge", "seen": seen, **chosen})
    change = DuplicatePair.objects.get(pk=pairs[0].pk).change
    undo = f"/ho-dan/thay-doi/{change.pk}/hoan-tac/"
    assert undo in text(officer_client.get(f"{LIST}?loc=da-gop"))
    assert undo in text(officer_client.get(f"/ho-dan/nguoi/{family['An'].pk}/"))
    gone = officer_client.get(f"/ho-dan/nguoi/{twice['An'].pk}/")
    assert gone.headers["Location"] == f"/ho-dan/nguoi/{family['An'].pk}/"
    done = officer_client.post(f"{undo}?cap={pairs[0].pk}", {"reason": "hai người khác nhau"}, follow=True)
    assert done.request["PATH_INFO"] == address
    assert "Có phải một người?" in text(done)
    assert "hai người khác nhau" in text(done)
    assert Person.objects.get(pk=twice["An"].pk).merged_into is None


def test_person_page_leads_to_the_pair(officer_client, pairs, family) -> None:
    page = text(officer_client.get(f"/ho-dan/nguoi/{family['An'].pk}/"))
    assert "Có thể trùng với Nguyen Van An." in page
    assert f'href="{LIST}{pairs[0].pk}/"' in page


def test_several_are_looked_at_before_they_are_said_to_be_two(officer_client, pairs) -> None:
    both = {"cap": [each.pk for each in pairs]}
    shown = officer_client.post(f"{LIST}khac-nhau/", both)
    assert "2 cặp không phải một người" in text(shown)
    assert DuplicatePair.objects.filter(state="suggested").count() == 2
    refused = officer_client.post(f"{LIST}khac-nhau/", {**both, "lam": "write", "reason": " "})
    assert refused.status_code == 422
    officer_client.post(f"{LIST}khac-nhau/", {**both, "lam": "write", "reason": "đã hỏi trưởng thôn"})
    assert set(DuplicatePair.objects.values_list("state", "reason")) == {("distinct", "đã hỏi trưởng thôn")}
    page = text(officer_client.get(f"{LIST}?loc=khac-nhau"))
    assert "đã hỏi trưởng thôn" in page
    officer_client.post(f"{LIST}{pairs[0].pk}/xem-lai/")
    assert DuplicatePair.objects.get(pk=pairs[0].pk).state == "suggested"


def test_nothing_ticked_is_said(officer_client, pairs) -> None:
    assert "Chưa đánh dấu cặp nào" in text(officer_client.post(f"{LIST}khac-nhau/", follow=True))


@pytest.mark.parametrize("path", ["", "khac-nhau/", "xem-lai/"])
def test_other_commune_finds_no_pair(other_officer_client, pairs, path) -> None:
    answer = other_officer_client.post(f"{LIST}{pairs[0].pk}/{path}", {"reason": "x", "lam": "merge"})
    assert answer.status_code == 404
    assert set(DuplicatePair.objects.values_list("state", flat=True)) == {"suggested"}


def test_who_only_reads_sees_pairs_and_decides_none(province_client, pairs) -> None:
    page = text(province_client.get(f"{LIST}{pairs[0].pk}/"))
    assert "Là một người" not in page
    assert 'type="radio"' not in page
    for path in ("", "khac-nhau/"):
        answer = province_client.post(f"{LIST}{pairs[0].pk}/{path}", {"reason": "x", "lam": "merge"})
        assert answer.status_code == 403
    assert province_client.post(f"{LIST}tim/").status_code in (403, 404)


def test_ids_are_masked_and_revealed_one_at_a_time(officer_client, pairs, family) -> None:
    page = text(officer_client.get(f"{LIST}{pairs[0].pk}/"))
    assert "038201000002" not in page
    assert "••••••••0002" in page
    assert f"/ho-dan/nguoi/{family['An'].pk}/so-dinh-danh/" in page


def test_names_are_escaped(officer_client, pairs, officer, family) -> None:
    an = Person.objects.get(pk=family["An"].pk)
    evil = "<script>alert(1)</script>"
    actions.correct_person(by=officer, person=an, seen=an.changed_in_id, values={"full_name": evil}, reason="thử")
    for address in (LIST, f"{LIST}{pairs[0].pk}/"):
        assert evil not in text(officer_client.get(address))


def test_list_is_had_as_a_file(officer_client, pairs) -> None:
    lines = officer_client.get(f"{LIST}danh-sach.csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert "Nguyen Van An" in lines[1]
    assert officer_client.get(f"{LIST}danh-sach.xlsx").content.startswith(b"PK")


def test_running_search_is_followed_and_stopped(officer_client, family, officer, hoang_phu_new) -> None:
    from giamngheo.households.actions import duplicates

    run = duplicates.begin_search(by=officer, unit=hoang_phu_new)
    assert "Có thể rời trang này" in text(officer_client.get(LIST))
    officer_client.post(f"{LIST}tim/{run.pk}/dung/")
    assert "Đang dừng" in text(officer_client.get(f"{LIST}tim/{run.pk}/tien-trinh/"))
    DuplicateRun.objects.update(state="stopped")
    ended = officer_client.get(f"{LIST}tim/{run.pk}/tien-trinh/")
    assert ended.headers["HX-Redirect"] == LIST


def test_search_of_another_commune_is_not_found(other_officer_client, family, officer, hoang_phu_new) -> None:
    from giamngheo.households.actions import duplicates

    run = duplicates.begin_search(by=officer, unit=hoang_phu_new)
    assert other_officer_client.get(f"{LIST}tim/{run.pk}/tien-trinh/").status_code == 404
    assert other_officer_client.post(f"{LIST}tim/{run.pk}/dung/").status_code == 404


def test_who_is_in_another_commune_too_is_told_by_the_commune_alone(
    officer, officer_client, family, register, elsewhere, other_officer, province_officer, hoang_phu_new
) -> None:
    there = register(
        (PersonValues("Nguyễn Văn An", "male", 20010615, phone="0912345678"), "head"), village=elsewhere,
        by=other_officer, formed_on=date(2025, 8, 1), line="Ngõ Kín 7",
    )  # fmt: skip
    register(
        (PersonValues("Trần Thị Lan", "female", 19780000), "head"), village=elsewhere, by=other_officer,
        formed_on=date(2025, 8, 1),
    )  # fmt: skip
    page = text(officer_client.get(f"{LIST}xa-khac/"))
    assert "Nguyễn Văn An" in page
    assert "Trần Thị Lan" not in page  # of the year alone nothing is said
    assert elsewhere.memberships.get().commune.name in page
    assert not any(each in page for each in ("Ngõ Kín", "0912345678", "Thôn Khác", f"/nguoi/{there['An'].pk}/"))
    (one,) = entered_elsewhere(officer, hoang_phu_new)
    assert (one.person, one.other, one.why) == (family["An"], None, "name")
    (both,) = entered_elsewhere(province_officer, hoang_phu_new)
    assert both.other == there["An"]  # who sees both communes sees both rows


def test_number_of_the_dead_and_name_without_accents_are_told_with_their_reason(
    officer, officer_client, family, register, elsewhere, other_officer, hoang_phu_new
) -> None:
    there = register(
        (PersonValues("Nguyen Van An", "male", 20010615), "head"),
        (PersonValues("Nguyễn Văn Bốn", "male", 19660202, citizen_id="038066000009"), "sibling"),
        (PersonValues("Nguyễn Thị Chí", "female", 20091001), "child"), village=elsewhere, by=other_officer,
        formed_on=date(2025, 8, 1),
    )  # fmt: skip
    actions.death(by=other_officer, person=there["Bốn"], on=date(2025, 9, 1))
    register((PersonValues("Lê Thị Hoa", "female", 19670000, citizen_id="038066000009"), "head"), line="Nhà 9")
    told = {each.person.given_name: each.why for each in entered_elsewhere(officer, hoang_phu_new)}
    assert told == {"An": "bare_name", "Hoa": "citizen_id"}  # Chi was born on another day than Chí
    page = text(officer_client.get(f"{LIST}xa-khac/"))
    assert "cùng số định danh; ở xã kia đã ghi là mất" in page
    assert "cùng họ tên khi bỏ dấu" in page
    assert "Bốn" not in page


def test_whole_household_is_looked_at_merged_and_taken_back_once(
    officer_client, province_client, pairs, family, twice, django_assert_max_num_queries
) -> None:
    address = f"{LIST}{pairs[0].pk}/ca-ho/"
    assert address in text(officer_client.get(f"{LIST}{pairs[0].pk}/"))
    with django_assert_max_num_queries(85):
        page = text(officer_client.get(address))
    assert "Nguyen Van An và Nguyễn Văn An thành một người (con)" in page
    assert "Họ và tên: Nguyễn Văn An <del>Nguyen Van An</del>" in page
    assert "Trần Thị Lan</a>, 1978: vẫn ở hộ giữ lại" in page
    assert "không còn ai, kết thúc và ghi là đã nhập vào hộ giữ lại" in page
    assert 'id="gop"' not in text(province_client.get(address))
    seen = page.split('name="seen" value="')[1].split('"')[0]
    said = {"chon": "1", "giu": "first", "theo": "1", "cap": [each.pk for each in pairs], "reason": "ghi hai lần"}
    stale = officer_client.post(address, {**said, "seen": "x"})
    assert stale.status_code == 409
    assert "ghi hai lần" in text(stale)
    answer = officer_client.post(address, {**said, "seen": seen})
    assert answer.url == f"/ho-dan/{family.household.pk}/"
    assert not Membership.objects.filter(person__in=[each.pk for each in twice.people.values()]).exists()
    change = DuplicatePair.objects.get(pk=pairs[0].pk).change
    officer_client.post(f"/ho-dan/thay-doi/{change.pk}/hoan-tac/", {"reason": "nhầm"})
    assert set(DuplicatePair.objects.values_list("state", flat=True)) == {"suggested"}


def test_only_who_sees_both_households_is_asked_to_merge_them(other_officer_client, pairs) -> None:
    assert other_officer_client.get(f"{LIST}{pairs[0].pk}/ca-ho/").status_code == 404
