"""A commune's list from its file into the register: all of what is good, nothing twice, nothing by halves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import python_calamine
from django.db import connection

from giamngheo.audit.models import Event
from giamngheo.foundation.findings import FindingError
from giamngheo.households import actions
from giamngheo.households.actions import list_imports
from giamngheo.households.importing import desk, jobs
from giamngheo.households.keeping import loading
from giamngheo.households.models import Change, Circumstance, Household, ListImport, ListMapping, Membership, Person
from giamngheo.households.permissions import NotPermitted, OutOfScope
from giamngheo.households.problems import Refused
from giamngheo.households.queries.list_imports import list_imports_for
from giamngheo.households.values import PersonValues
from giamngheo.territory.models import Village
from tests.factories.lists import official_list, simple_list

pytestmark = pytest.mark.django_db
DAY = date(2025, 12, 10)
HEAD = ("STT hộ", "Thôn", "Họ và tên", "Ngày sinh", "Giới tính", "Quan hệ với chủ hộ", "Số CCCD")


@pytest.fixture(autouse=True)
def _ground(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.PLANNING_JOBS_INLINE = True


@pytest.fixture
def receive(officer, hoang_phu_new):
    def make(path: Path, by=officer, unit=hoang_phu_new) -> ListImport:
        held = list_imports.receive_list(by=by, unit=unit, name=path.name, content=path.read_bytes(), day=DAY)
        jobs.start(held)
        return ListImport.objects.get(pk=held.pk)

    return make


@pytest.fixture
def confirm(officer):
    def make(held: ListImport, *new_villages: str) -> ListImport:
        jobs.start(list_imports.confirm_list(by=officer, held=held, new_villages=new_villages))
        return ListImport.objects.get(pk=held.pk)

    return make


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "danh-sach.xlsx"


def of(held: ListImport, fate: str) -> tuple[int, int]:
    counted = held.result["counts"][fate]
    return counted["households"], counted["people"]


def codes(held: ListImport) -> list[str]:
    return [each["code"] for each in held.result["findings"]]


def homes(*people, villages=("Thôn Thử 1",)) -> list[list]:
    """Households of one head each, two in every village."""
    return [[number, villages[0], name, birth, "Nam", "Chủ hộ", number_of] for number, (name, birth, number_of) in
            enumerate(people, 1)]  # fmt: skip


def many(count: int) -> list[list]:
    words = ("An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khánh", "Lâm", "Minh", "Nam")
    return homes(*(
        (f"Nguyễn {words[at % 10]} {words[at // 10 % 10]}", str(1950 + at // 100), f"03805{at:07}")
        for at in range(count)
    ))  # fmt: skip


def test_official_list_enters_with_its_new_villages(book, receive, confirm, villages) -> None:
    held = receive(official_list(book))
    assert (held.state, of(held, "all"), of(held, "waits")) == ("ready", (3, 6), (3, 6))
    assert [each["name"] for each in held.result["missing"]] == ["Thôn Đông", "Thôn Tây"]
    assert not Person.objects.exists()
    held = confirm(held, "Thôn Đông", "Thôn Tây")
    assert (held.state, of(held, "enters")) == ("imported", (3, 6))
    assert held.change.file == held.file
    told = Person.objects.order_by("pk").values_list("full_name", "birth", "sex", "ethnic_group", "citizen_id")
    assert list(told) == [
        ("Trần Văn Mẫu", 19800000, "male", "01", "038080000001"),
        ("Nguyễn Thị Hoà", 19820315, "female", "01", "038182000002"),
        ("Trần Văn Con", 20150905, "male", "01", ""),
        ("Lê Thị Giả", 19500000, "female", "06", "038150000003"),
        ("Phạm Văn Thử", 19750000, "male", "01", "123456789"),
        ("Phạm Thị Nháp", 20101102, "female", "03", ""),
    ]
    rows = Membership.objects.order_by("pk").values_list(
        "relation", "valid_from", "household__addresses__village__name"
    )
    assert list(rows)[:4] == [("head", DAY, "Thôn Đông"), ("spouse", DAY, "Thôn Đông"), ("child", DAY, "Thôn Đông"),
                              ("head", DAY, "Thôn Đông")]  # fmt: skip
    assert Event.objects.filter(action="households.enter_list").count() == 1


def test_village_is_created_only_when_ticked(book, receive, confirm, villages) -> None:
    held = confirm(receive(official_list(book)), "Thôn Đông", "Thôn Chẳng Ai Ghi")
    assert (of(held, "enters"), of(held, "waits")) == ((2, 4), (1, 2))
    assert held.result["opened"] == ["Thôn Đông"]
    assert not Village.objects.filter(name__in=["Thôn Tây", "Thôn Chẳng Ai Ghi"]).exists()


@pytest.mark.parametrize("written", ["thôn thử 1", "THÔN THỬ 1", "Thon Thu 1", "Thử 1"])
def test_village_is_found_however_it_is_spelled(book, receive, villages, written) -> None:
    held = receive(simple_list(book, homes(("Lê Văn A", "1980", ""), villages=(written,)), HEAD))
    assert of(held, "enters") == (1, 1)


def test_same_file_twice_changes_nothing(book, receive, confirm, villages) -> None:
    path = simple_list(book, [
        *homes(("Lê Văn An", "1980", "038080000001"), ("Lê Văn Bé", "1981", "")),
        [None, "Thôn Thử 1", "Trần Thị Cúc", "1985", "Nữ", "Vợ", ""],
    ], HEAD)  # fmt: skip
    assert of(confirm(receive(path)), "enters") == (2, 3)
    before = list(Person.objects.values()), list(Household.objects.values()), Change.objects.count()
    held = receive(path)
    assert (of(held, "already"), of(held, "enters"), of(held, "kept_out")) == ((2, 3), (0, 0), (0, 0))
    held = confirm(held)
    assert (held.state, held.change) == ("imported", None)
    assert (list(Person.objects.values()), list(Household.objects.values()), Change.objects.count()) == before


def test_somebody_of_another_household_stays_out_with_the_place(book, receive, confirm, family, stranger) -> None:
    held = receive(simple_list(book, homes(
        ("Nguyễn Văn An", "15/06/2001", "038201000002"), ("Đặng Văn Khoa", "1990", "038090000009"),
        ("Hồ Văn Mới", "1990", ""),
    ), HEAD))  # fmt: skip
    told = {row["line"]: row["message"]["vi"] for each in held.result["findings"] if each["code"] == "LIST-IN-REGISTER"
            for row in each["rows"]}  # fmt: skip
    assert "hộ H-01, Thôn Thử 1" in told[2]
    assert told[3].endswith("ở đơn vị khác.")  # whose commune is not the officer's: no more than that
    before = Person.objects.count()
    assert of(confirm(held), "enters") == (1, 1)
    assert Person.objects.count() == before + 1


def test_new_member_of_a_known_household_is_told(book, receive, family) -> None:
    rows = [
        [1, "Thôn Thử 1", "Nguyễn Văn Bình", "10/04/1975", "Nam", "Chủ hộ", "038075000001"],
        [None, "Thôn Thử 1", "Nguyễn Văn Út", "2024", "Nam", "Con", ""],
    ]
    held = receive(simple_list(book, rows, HEAD))
    assert (codes(held), of(held, "kept_out")) == (["LIST-NEW-MEMBER"], (1, 2))


def test_two_ids_are_two_people_of_one_name(book, receive, family) -> None:
    held = receive(simple_list(book, homes(("Nguyễn Văn Bình", "10/04/1975", "038075000009")), HEAD))
    assert of(held, "enters") == (1, 1)


def test_somebody_twice_in_the_file_enters_once(book, receive, villages) -> None:
    held = receive(simple_list(book, homes(("Lê Văn An", "1980", ""), ("Lê Văn An", "1980", "")), HEAD))
    assert (of(held, "enters"), codes(held)) == ((1, 1), ["LIST-PERSON-TWICE"])


def test_good_enter_bad_come_back_corrected(book, tmp_path, receive, confirm, officer, villages) -> None:
    path = simple_list(book, homes(("Lê Văn An", "1980", ""), ("Lê Văn Bé", "ngày xưa", "")), HEAD)
    held = confirm(receive(path))
    assert (of(held, "enters"), of(held, "kept_out")) == ((1, 1), (1, 1))
    again = tmp_path / "can-sua.xlsx"
    again.write_bytes(actions.export_to_correct(by=officer, held=held))
    ((head, row),) = [python_calamine.load_workbook(again).get_sheet_by_index(0).to_python()]
    assert (row[2], head[-1]) == ("Lê Văn Bé", "Cần sửa")
    assert "ngày xưa" in row[-1]
    corrected = simple_list(tmp_path / "da-sua.xlsx", [[*row[:3], "1981", *row[4:]]], head)
    held = confirm(receive(corrected))
    assert of(held, "enters") == (1, 1)
    assert set(Person.objects.values_list("full_name", "birth")) == {("Lê Văn An", 19800000), ("Lê Văn Bé", 19810000)}


def test_formulas_in_the_corrected_file_stay_text(book, tmp_path, receive, officer, villages) -> None:
    heading = (*HEAD, "Ghi chú")
    rows = [[*homes(("Lê Văn Bé", "xưa", ""))[0][:7], evil] for evil in ("@SUM(1)", "+1+cmd|' /C calc'!A0", "-2+3")]
    rows.append([*rows[0][:7], "x"])
    rows[3][7] = "\u200b=HYPERLINK(1)"
    held = receive(simple_list(book, rows, heading))
    again = tmp_path / "can-sua.xlsx"
    again.write_bytes(actions.export_to_correct(by=officer, held=held))
    import zipfile

    with zipfile.ZipFile(again) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower()
    read = [row[7] for row in python_calamine.load_workbook(again).get_sheet_by_index(0).to_python()[1:]]
    assert read == [row[7] for row in rows]


def test_circumstances_enter_with_their_words(book, receive, confirm, villages) -> None:
    heading = (*HEAD, "Khuyết tật", "Người có công")
    rows = [[*each, *marks] for each, marks in zip(
        homes(("Lê Văn An", "1980", ""), ("Lê Văn Bé", "1981", ""), ("Lê Văn Cả", "1982", "")),
        (("", ""), ("Nặng", "x"), ("", "Thương binh")), strict=True)]  # fmt: skip
    held = confirm(receive(simple_list(book, rows, heading)))
    told = Circumstance.objects.order_by("pk").values_list("person__full_name", "kind", "detail", "valid_from")
    assert list(told) == [
        ("Lê Văn Bé", "disability", "Nặng", DAY), ("Lê Văn Bé", "merit", "", DAY),
        ("Lê Văn Cả", "merit", "Thương binh", DAY),
    ]  # fmt: skip
    assert set(Circumstance.objects.values_list("changed_in", flat=True)) == {held.change_id}


def nothing_entered() -> bool:
    return not (Person.objects.exists() or Household.objects.exists() or Change.objects.exists())


@pytest.fixture
def pieces(monkeypatch):
    """pieces(before): written three rows at a time; `before` is called with how many pieces were begun."""

    def make(before) -> list[int]:
        monkeypatch.setattr(loading, "PIECE", 3)
        really, seen = loading._insert, []

        def insert(*given):
            seen.append(len(seen) + 1)
            before(len(seen))
            return really(*given)

        monkeypatch.setattr(loading, "_insert", insert)
        return seen

    return make


@pytest.mark.parametrize("piece", [1, 2, 5, 9, 14, 20, 27])
def test_failure_before_any_piece_leaves_nothing(book, receive, confirm, villages, pieces, piece) -> None:
    def failing(count: int) -> None:
        if count == piece:
            raise OSError("power off")

    held = receive(simple_list(book, many(10), HEAD))
    seen = pieces(failing)
    held = confirm(held)
    assert (held.state, len(seen)) == ("failed", piece)
    assert held.result["finding"]["code"] == "LIST-FAILED"
    assert nothing_entered()
    assert not Village.objects.exclude(pk__in=[each.pk for each in villages]).exists()


@pytest.mark.parametrize("piece", [1, 6, 13, 26])
def test_stop_before_any_piece_leaves_nothing(book, receive, confirm, villages, pieces, piece) -> None:
    held = receive(simple_list(book, many(10), HEAD))
    seen = pieces(lambda count: desk.ask_to_stop(held.pk) if count == piece else None)
    held = confirm(held)
    assert (held.state, held.result["finding"]["code"], len(seen)) == ("stopped", "LIST-STOPPED", piece)
    assert nothing_entered()


@pytest.mark.django_db(transaction=True)
def test_stop_asked_in_another_process_is_obeyed(book, receive, confirm, villages, pieces) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("one process serves a SQLite file: desk.ask_to_stop is its way")
    held, seen = receive(simple_list(book, many(10), HEAD)), []

    def stopping(_count: int) -> None:
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("UPDATE households_listimport SET cancel_asked = true RETURNING state, percent")
            seen.append(cursor.fetchone())
        other.close()

    pieces(stopping)
    assert confirm(held).state == "stopped"
    assert seen == [("importing", 64)]  # progress is seen beside the transaction
    assert nothing_entered()


def test_import_buried_meanwhile_does_not_commit(book, receive, confirm, villages, pieces) -> None:
    held = receive(simple_list(book, many(2), HEAD))
    pieces(lambda count: ListImport.objects.filter(pk=held.pk).update(state="failed"))
    confirm(held)
    assert nothing_entered()


def test_what_somebody_wrote_meanwhile_is_judged_again(
    book, receive, confirm, officer, register, villages, monkeypatch
) -> None:
    """Between the judging, which needs no lock, and the writing, which has it."""
    held = receive(simple_list(book, many(3), HEAD))
    really = list_imports._alone

    def meanwhile(unit):
        register((PersonValues("Nguyễn An An", "male", 19500000, citizen_id="038050000000"), "head"), code="M-1")
        return really(unit)

    monkeypatch.setattr(list_imports, "_alone", meanwhile)
    held = confirm(held)
    assert held.state == "imported"
    assert of(held, "enters") != (3, 3)
    assert Person.objects.filter(citizen_id="038050000000").count() == 1
    assert Person.objects.count() == 3


def test_villages_are_opened_with_the_rows_that_live_there(book, receive, confirm, villages) -> None:
    held = confirm(receive(official_list(book)), "Thôn Đông", "Thôn Tây")
    rows = Household.objects.order_by("pk").values_list("addresses__village__name", flat=True)
    assert list(rows) == ["Thôn Đông", "Thôn Đông", "Thôn Tây"]
    assert held.result["opened"] == ["Thôn Đông", "Thôn Tây"]
    entries = Person.objects.order_by("pk").values_list("search_entry__village__name", flat=True)
    assert list(entries) == ["Thôn Đông"] * 4 + ["Thôn Tây"] * 2


def test_whole_import_is_undone_with_a_reason(book, receive, confirm, officer, villages) -> None:
    held = confirm(receive(simple_list(book, many(5), HEAD)))
    actions.undo(by=officer, change=held.change, reason="nhầm tệp")
    assert not Person.objects.exists()
    assert not Household.objects.exists()
    assert of(receive(simple_list(book, many(5), HEAD)), "enters") == (5, 5)


def test_undo_is_refused_when_somebody_was_touched_later(book, receive, confirm, officer, villages) -> None:
    held = confirm(receive(simple_list(book, many(5), HEAD)))
    actions.death(by=officer, person=Person.objects.first(), on=date(2026, 1, 1))
    with pytest.raises(Refused) as refused:
        actions.undo(by=officer, change=held.change, reason="nhầm tệp")
    assert refused.value.finding.code == "REGISTER-UNDO-LATER"
    assert Person.objects.count() == 5


def test_what_a_heading_means_is_remembered_for_the_commune(book, receive, officer, villages) -> None:
    heading = ("STT hộ", "Thôn", "Họ và tên", "Ra đời", "Giới tính", "Quan hệ với chủ hộ", "Số CCCD")
    path = simple_list(book, homes(("Lê Văn An", "1980", "")), heading)
    held = receive(path)
    assert held.result["first"][0]["members"][0]["birth"] == ""
    jobs.start(list_imports.map_list(by=officer, held=held, mapping={"ra doi": "birth", "stt ho": "nonsense"}))
    held.refresh_from_db()
    assert (held.state, held.result["first"][0]["members"][0]["birth"]) == ("ready", "1980")
    assert list(ListMapping.objects.values_list("heading", "meaning")) == [("ra doi", "birth")]
    assert receive(path).result["first"][0]["members"][0]["birth"] == "1980"


def test_rows_without_a_village_live_in_the_chosen_one(book, receive, officer, villages, elsewhere) -> None:
    held = receive(simple_list(book, [[1, "Lê Văn An", "1980", "Nam", "Chủ hộ", ""]]))
    assert codes(held) == ["LIST-NO-VILLAGE"]
    with pytest.raises(OutOfScope):
        list_imports.map_list(by=officer, held=held, mapping={}, village_id=elsewhere.pk)
    jobs.start(list_imports.map_list(by=officer, held=held, mapping={}, village_id=villages[1].pk))
    held.refresh_from_db()
    assert (of(held, "enters"), codes(held)) == ((1, 1), [])


@pytest.mark.parametrize(
    ("name", "content"), [("trong.xlsx", b""), ("x.xlsx", b"PK\x03\x04 broken"), ("y.xls", b"text")]
)
def test_what_is_no_workbook_is_told_by_its_name(tmp_path, receive, name, content) -> None:
    (tmp_path / name).write_bytes(content)
    held = receive(tmp_path / name)
    assert (held.state, held.result["finding"]["code"]) == ("failed", "LIST-UNREADABLE")
    assert name in held.result["finding"]["message"]["vi"]


def test_others_see_and_do_nothing(book, receive, villages, other_officer, province_officer, hoang_phu_new) -> None:
    held = receive(simple_list(book, many(1), HEAD))
    assert not list_imports_for(other_officer).exists()
    assert not list_imports_for(province_officer).exists()
    with pytest.raises(OutOfScope):
        actions.export_to_correct(by=other_officer, held=held)
    for verb in (list_imports.confirm_list, list_imports.stop_list):
        with pytest.raises(OutOfScope):
            verb(by=other_officer, held=held)
        with pytest.raises(NotPermitted):
            verb(by=province_officer, held=held)
    with pytest.raises(OutOfScope):
        receive(book, by=other_officer)


def test_list_is_confirmed_once(book, receive, confirm, officer, villages) -> None:
    held = confirm(receive(simple_list(book, many(1), HEAD)))
    with pytest.raises(FindingError) as refused:
        list_imports.confirm_list(by=officer, held=held)
    assert refused.value.finding.code == "LIST-NOT-READY"


def test_people_just_imported_are_named_in_order(officer, hoang_phu_new, villages) -> None:
    from giamngheo.households.values import HouseholdRow, Member, PersonValues, Place

    rows = [
        HouseholdRow(DAY, Place(villages[n].pk), (Member(PersonValues(f"Lê Văn {a}"), "head"),
                     Member(PersonValues(f"Lê Thị {b}"), "child")))
        for n, (a, b) in enumerate((("An", "Bé"), ("Cúc", "Dự")))
    ]  # fmt: skip
    change = actions.begin_import(by=officer, unit=hoang_phu_new)
    done = actions.import_rows(by=officer, change=change, rows=rows)
    people = Person.objects.in_bulk(done.person_ids)
    assert [people[each].given_name for each in done.person_ids] == ["An", "Bé", "Cúc", "Dự"]
    homes = Membership.objects.filter(relation="head").order_by("pk").values_list("household", flat=True)
    assert list(done.household_ids) == list(homes)
    event = Event.objects.filter(action="households.imported").latest("pk")
    assert event.after == {"households": 2, "people": 4}


KIN = [
    [1, "Thôn Thử 1", "Lê Văn An", "1950", "Nam", "Chủ hộ", ""],
    [None, "Thôn Thử 1", "Lê Văn Bé", "2010", "Nam", "Cháu", ""],
    [None, "Thôn Thử 1", "Lê Thị Cúc", "2011", "Nữ", "cháu gái chủ hộ", ""],
    [None, "Thôn Thử 1", "Lê Thị Dự", "2012", "Nữ", "cháu nội", ""],
    [None, "Thôn Thử 1", "Lê Thị Giang", "2013", "Nữ", "cháu họ", ""],
]


def relations_of() -> dict[str, str]:
    return dict(Membership.objects.values_list("person__given_name", "relation"))


def test_word_for_two_relations_is_warned_about_and_never_guessed(book, receive, confirm, villages) -> None:
    held = receive(simple_list(book, KIN, HEAD))
    assert codes(held) == ["LIST-RELATION-AMBIGUOUS"]
    assert held.result["words"] == {"chau": 1, "chau gai": 1}
    confirm(held)
    assert relations_of() == {
        "An": "head", "Bé": "unknown", "Cúc": "unknown", "Dự": "grandchild", "Giang": "other_kin",
    }  # fmt: skip


def test_officer_says_what_the_word_is_in_this_list(book, receive, confirm, officer, villages) -> None:
    held = receive(simple_list(book, KIN, HEAD))
    chosen = {"chau": "other_kin", "chau gai": "grandchild", "con": "spouse", "chau ruot": "head"}
    jobs.start(list_imports.map_list(by=officer, held=held, mapping={}, words=chosen))
    held.refresh_from_db()
    assert (held.words, codes(held)) == ({"chau": "other_kin", "chau gai": "grandchild"}, [])
    confirm(held)
    assert relations_of() == {
        "An": "head", "Bé": "other_kin", "Cúc": "grandchild", "Dự": "grandchild", "Giang": "other_kin",
    }  # fmt: skip
    assert codes(receive(simple_list(book, [[9, *KIN[0][1:]]], HEAD))) == ["LIST-ALREADY-THERE"]
    again = receive(simple_list(book.with_name("khac.xlsx"), KIN, HEAD))
    assert again.words == {}  # another list asks again


@pytest.fixture
def imported(book, receive, confirm, villages):
    held = confirm(receive(simple_list(book, many(30), HEAD)))
    assert (held.state, Person.objects.count()) == ("imported", 30)
    return held


def take_back(by, held: ListImport, reason: str = "nhầm tệp") -> ListImport:
    begun = list_imports.begin_undo(by=by, held=held, reason=reason)
    jobs.start(begun, undoing=jobs.Undoing(by, reason))
    return ListImport.objects.get(pk=held.pk)


def test_import_is_taken_back_as_a_job_with_its_progress(officer, imported, monkeypatch) -> None:
    told = []
    usual = jobs._Teller.__call__
    monkeypatch.setattr(jobs._Teller, "__call__", lambda self, percent, step: (
        told.append(percent), usual(self, percent, step)))  # fmt: skip
    held = take_back(officer, imported)
    assert (held.state, held.percent) == ("imported", 100)
    assert held.change.undone_by_change.reason == "nhầm tệp"
    assert not Person.objects.exists()
    assert told == sorted(told)
    assert len(set(told)) > 3
    assert Event.objects.filter(action="households.list_undone").count() == 1
    with pytest.raises(FindingError) as caught:
        list_imports.begin_undo(by=officer, held=held, reason="lần nữa")
    assert caught.value.finding.code == "REGISTER-UNDO-TWICE"


def test_what_came_after_keeps_the_import_and_is_named(officer, imported) -> None:
    person = Person.objects.order_by("pk")[0]
    actions.correct_person(
        by=officer, person=person, seen=person.changed_in_id, values={"sex": "female"}, reason="theo thẻ"
    )
    held = take_back(officer, imported)
    assert (held.state, held.result["finding"]["code"]) == ("imported", "REGISTER-UNDO-LATER")
    assert person.full_name in held.result["finding"]["message"]["vi"]
    assert held.result["counts"]["enters"]["people"] == 30
    assert Person.objects.count() == 30
    assert not Change.objects.filter(kind="undo").exists()


def test_taking_back_is_stopped_and_nothing_changed(officer, imported) -> None:
    begun = list_imports.begin_undo(by=officer, held=imported, reason="nhầm")
    list_imports.stop_list(by=officer, held=begun)
    jobs.start(begun, undoing=jobs.Undoing(officer, "nhầm"))
    held = ListImport.objects.get(pk=begun.pk)
    assert (held.state, held.result["finding"]["code"]) == ("imported", "LIST-STOPPED")
    assert Person.objects.count() == 30


def test_taking_back_whose_process_died_leaves_it_imported(officer, imported) -> None:
    from datetime import timedelta

    from django.utils import timezone

    begun = list_imports.begin_undo(by=officer, held=imported, reason="nhầm")
    ListImport.objects.filter(pk=begun.pk).update(changed_at=timezone.now() - timedelta(minutes=11))
    assert list_imports.bury_lists(by=None) == 1
    held = ListImport.objects.get(pk=begun.pk)
    assert (held.state, held.result["finding"]["code"]) == ("imported", "LIST-DIED")
    with pytest.raises(FindingError):  # what was buried does not end well after all
        list_imports.undo_list(by=officer, held=held, reason="nhầm", said=lambda part: None)
    assert Person.objects.count() == 30
    assert take_back(officer, held).change.undone_by_change is not None


def test_others_take_nothing_back(other_officer, province_officer, imported) -> None:
    with pytest.raises(OutOfScope):
        list_imports.begin_undo(by=other_officer, held=imported, reason="x")
    with pytest.raises(NotPermitted):
        list_imports.begin_undo(by=province_officer, held=imported, reason="x")


def test_list_imported_again_after_a_merger_enters_nobody(
    receive, confirm, book, villages, officer, hoang_phu_new
) -> None:
    """Who was merged is known under the old name, birth and id: the same file a second time still changes nothing."""
    from giamngheo.households.keeping.merging import merger
    from giamngheo.households.models import DuplicatePair, DuplicateRun
    from giamngheo.households.values import MergeChoices

    rows = [
        [1, "Thôn Thử 1", "Nguyễn Văn An", "10/04/1975", "Nam", "Chủ hộ", "038075000001"],
        [1, "Thôn Thử 1", "Trần Thị Lan", "12/05/1978", "Nữ", "Vợ", ""],
        [2, "Thôn Thử 1", "Nguyen Van An", "04/10/1975", "Nam", "Chủ hộ", "038075000010"],
    ]
    simple_list(book, rows, HEAD)
    confirm(receive(book))
    first, second = Person.objects.filter(bare_name="nguyen van an").order_by("pk")
    run = DuplicateRun.objects.create(unit=hoang_phu_new)
    pair = DuplicatePair.objects.create(first=first, second=second, weight=9, probability=0.9, run=run)
    choices = MergeChoices(dict.fromkeys(("full_name", "birth", "citizen_id"), "first"), "first")
    actions.merge_people(by=officer, pair=pair, choices=choices, seen=merger(first, second, choices).mark)
    again = receive(book)
    assert (of(again, "enters"), of(again, "already")) == ((0, 0), (2, 3))
    confirm(again)
    assert Person.objects.filter(merged_into=None).count() == 2
