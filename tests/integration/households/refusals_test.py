"""Every refusal: its code, that it names what stands in the way, and that nothing was written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from giamngheo.audit.models import Event
from giamngheo.foundation.citizen_id import CATALOGUE as IDS
from giamngheo.foundation.findings import Severity
from giamngheo.households import actions
from giamngheo.households.models import (
    Address,
    Change,
    Circumstance,
    History,
    Household,
    Membership,
    Person,
    SearchEntry,
    SearchWord,
)
from giamngheo.households.problems import CATALOGUE, Refused
from giamngheo.households.queries.listing import Wanted
from giamngheo.households.values import Location, Member, PersonValues, Place

pytestmark = pytest.mark.django_db
D = date(2026, 5, 20)
TODAY = date(2026, 11, 24)
NEW = PersonValues("Vũ Thị Mới", "female", 20000101)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *a: TODAY)


@dataclass
class World:
    """Who acts, and on what."""

    by: Any
    family: Any
    neighbours: Any
    stranger: Any
    villages: Any
    elsewhere: Any

    @property
    def home(self) -> Household:
        return self.family.household

    def act(self, name: str, **options: Any) -> Any:
        options = {"by": self.by, **options}
        if name in {"birth", "arrival", "departure", "split", "change_head", "move_within"}:
            options = {"household": self.home, "on": D, **options}
        return getattr(actions, name)(**options)

    def place(self, n: int = 1, line: str = "Nhà 3", **options: Any) -> Place:
        return Place(self.villages[n].pk, line, **options)

    def register(self, *members: tuple, **options: Any) -> Any:
        members = [Member(*each) for each in (members or ((NEW, "head"),))]
        return self.act("register_household", **{"place": self.place(), "members": members, "formed_on": D, **options})

    def join(self, *values: PersonValues, **options: Any) -> Any:
        return self.act("arrival", members=[Member(each, "not_kin") for each in values], **options)

    def address(self) -> Address:
        return Address.objects.get(household=self.home)

    def locate(self, location: Location | None, **options: Any) -> Any:
        row = self.address()
        return self.act("locate", address=row, location=location, **{"seen": row.changed_in_id, **options})

    def correct(self, what: str = "person", row: Any = None, **options: Any) -> Any:
        row = row or self.family["An"]
        row.refresh_from_db()
        options = {"seen": row.changed_in_id, "reason": "nhập nhầm", **options}
        return self.act(f"correct_{what}", **{what: row}, **options)


@pytest.fixture
def world(officer, family, neighbours, stranger, villages, elsewhere) -> World:
    return World(officer, family, neighbours, stranger, villages, elsewhere)


def gone(w: World) -> None:
    w.act("departure", people=[w.family["An"]], left_as="abroad")


def dead(w: World) -> None:
    w.act("death", person=w.family["An"], on=D)


def ended(w: World) -> None:
    w.act("departure", household=w.neighbours.household, people=list(w.neighbours.people.values()), left_as="abroad")


def held(w: World) -> None:
    w.act("add_circumstance", person=w.family["An"], kind="merit", valid_from=D)


def named(values: PersonValues | None = None, **options: Any) -> PersonValues:
    return PersonValues(**{"full_name": "Vũ Thị Mới", **options})


CASES: list[tuple[str, str, Callable[[World], Any] | None, Callable[[World], Any]]] = [
    ("REGISTER-DAY-FUTURE", "25/11/2026", None, lambda w: w.act("death", person=w.family["An"], on=date(2026, 11, 25))),
    ("REGISTER-DAY-FUTURE", "25/11/2026", None, lambda w: w.register(formed_on=date(2026, 11, 25))),
    ("REGISTER-DAY-FUTURE", "20/12/2026", None, lambda w: w.register((NEW, "head", date(2026, 12, 20)))),
    ("REGISTER-BEFORE-HOUSEHOLD", "H-01", None, lambda w: w.join(NEW, on=date(2020, 2, 1))),
    ("REGISTER-BEFORE-HOUSEHOLD", "20/5/2026", None, lambda w: w.register((NEW, "head", D - timedelta(1)))),
    ("REGISTER-BEFORE-HOUSEHOLD", "H-01", None,
     lambda w: w.correct("household", w.home, values={"formed_on": date(2021, 1, 1)})),
    ("REGISTER-BEFORE-HOUSEHOLD", "H-01", None,
     lambda w: w.correct("membership", w.family.row("An"), values={"valid_from": date(2020, 1, 1)})),
    ("REGISTER-OUT-OF-ORDER", "Nguyễn Văn An", None,
     lambda w: w.act("departure", people=[w.family["An"]], left_as="abroad", on=date(2020, 3, 1))),
    ("REGISTER-OUT-OF-ORDER", "chuyển chỗ ở", lambda w: w.act("move_within", place=w.place()),
     lambda w: w.act("move_within", place=w.place(0, "Nhà 8"), on=D - timedelta(3))),
    ("REGISTER-OUT-OF-ORDER", "chuyển đi", gone, lambda w: w.act(
        "arrival", household=w.neighbours.household, members=[Member(w.family["An"])], on=D - timedelta(2))),
    ("REGISTER-OUT-OF-ORDER", "đổi chủ hộ", lambda w: w.act("change_head", head=w.family["An"]),
     lambda w: w.act("split", leaving=[w.family["An"]], head=w.family["An"], place=w.place(), on=D - timedelta(9))),
    ("REGISTER-OUT-OF-ORDER", "mất", lambda w: w.act("death", person=w.family["Bình"], on=D),
     lambda w: w.act("change_head", head=w.family["Lan"], on=D)),
    ("REGISTER-OUT-OF-ORDER", "Lê Văn Dũng", lambda w: w.act("death", person=w.neighbours["Dũng"], on=D),
     lambda w: w.act("departure", household=w.neighbours.household, people=[w.neighbours["Hoa"]], left_as="abroad",
                     on=D - timedelta(5))),
    ("REGISTER-BEFORE-BIRTH", "01/06/2026", None, lambda w: w.join(named(birth=20260601))),
    ("REGISTER-BEFORE-BIRTH", "01/01/2010", lambda w: w.correct(
        "household", w.home, values={"formed_on": date(2000, 1, 1)}),
     lambda w: w.correct("membership", w.family.row("Chi"), values={"valid_from": date(2009, 12, 31)})),
    ("REGISTER-BEFORE-BIRTH", "2021", None, lambda w: w.correct(values={"birth": 20210000})),
    ("REGISTER-BEFORE-BIRTH", "15/06/2001", None,
     lambda w: w.act("add_circumstance", person=w.family["An"], kind="merit", valid_from=date(2001, 6, 14))),
    ("REGISTER-AFTER-DEATH", "20/5/2026", dead, lambda w: w.act("death", person=w.family["An"], on=D)),
    ("REGISTER-AFTER-DEATH", "Nguyễn Văn An", dead, lambda w: w.act(
        "arrival", household=w.neighbours.household, members=[Member(w.family["An"])], on=D + timedelta(9))),
    ("REGISTER-HOUSEHOLD-ENDED", "H-02", ended, lambda w: w.join(NEW, household=w.neighbours.household, on=TODAY)),
    ("REGISTER-ALREADY-MEMBER", "H-01", None, lambda w: w.act(
        "arrival", household=w.neighbours.household, members=[Member(w.family["An"])])),
    ("REGISTER-NOT-MEMBER", "Lê Văn Dũng", None,
     lambda w: w.act("departure", people=[w.neighbours["Dũng"]], left_as="abroad")),
    ("REGISTER-NOT-MEMBER", "Nguyễn Văn Bình", None, lambda w: w.act(
        "split", leaving=[w.family["An"]], head=w.family["Bình"], place=w.place())),
    ("REGISTER-NO-HOUSEHOLD", "Nguyễn Văn An", gone, lambda w: w.act("death", person=w.family["An"], on=TODAY)),
    ("REGISTER-NOBODY", "", None, lambda w: w.act("departure", people=[], left_as="abroad")),
    ("REGISTER-NOBODY", "", None, lambda w: w.register(members=[])),
    ("REGISTER-TWICE", "Nguyễn Văn An", None,
     lambda w: w.act("departure", people=[w.family["An"]] * 2, left_as="abroad")),
    ("REGISTER-TWICE", "Vũ Thị Mới", None, lambda w: w.join(*[named(citizen_id="038300000777")] * 2)),
    ("REGISTER-ONE-HEAD", "0", None, lambda w: w.register((NEW, "child"))),
    ("REGISTER-ONE-HEAD", "2", None, lambda w: w.register((NEW, "head"), (named(full_name="B"), "head"))),
    ("REGISTER-HEAD-ALREADY", "Nguyễn Văn Bình", None, lambda w: w.act("change_head", head=w.family["Bình"])),
    ("REGISTER-HAS-HEAD", "H-01", None, lambda w: w.act("arrival", members=[Member(NEW, "head")])),
    ("REGISTER-HAS-HEAD", "H-01", None, lambda w: w.act(
        "merge", household=w.neighbours.household, into=w.home, on=D, relations={w.neighbours["Hoa"].pk: "head"})),
    ("REGISTER-ID-HELD", "••••••••0002", None, lambda w: w.join(named(citizen_id="038201000002"))),
    ("REGISTER-ID-HELD", "Nguyễn Văn Bình", None, lambda w: w.correct(values={"citizen_id": "038075000001"})),
    ("REGISTER-ID-HELD", "một người ở nơi khác", None, lambda w: w.join(named(citizen_id="038090000009"))),
    ("CITIZEN-ID-FORM", "5", None, lambda w: w.join(named(citizen_id="12345"))),
    ("REGISTER-NAME-EMPTY", "100", None, lambda w: w.join(named(full_name=" \u200b "))),
    ("REGISTER-NAME-EMPTY", "100", None, lambda w: w.correct(values={"full_name": "A" * 101})),
    ("REGISTER-BIRTH-WRONG", "19990231", None, lambda w: w.join(named(birth=19990231))),
    ("REGISTER-BIRTH-WRONG", "2027", None, lambda w: w.join(named(birth=20270000))),
    ("REGISTER-SEX", "nam", None, lambda w: w.join(named(sex="nam"))),
    ("REGISTER-ETHNIC-GROUP", "55", None, lambda w: w.join(named(ethnic_group="55"))),
    ("REGISTER-PHONE", "", None, lambda w: w.join(named(phone="chưa có"))),
    ("REGISTER-TOO-LONG", "địa chỉ", None, lambda w: w.register(place=w.place(line="x" * 201))),
    ("REGISTER-TOO-LONG", "mã hộ", None, lambda w: w.register(local_code="x" * 31)),
    ("REGISTER-TOO-LONG", "mã hộ", None, lambda w: w.correct("household", w.home, values={"local_code": "x" * 31})),
    ("REGISTER-TOO-LONG", "mã hộ", None, lambda w: w.act(
        "split", leaving=[w.family["An"]], head=w.family["An"], place=w.place(), local_code="x" * 31)),
    ("REGISTER-TOO-LONG", "nơi đến", None,
     lambda w: w.act("departure", people=[w.family["An"]], left_as="abroad", left_to="x" * 201)),
    ("REGISTER-TOO-LONG", "mức độ, loại", None, lambda w: w.act(
        "add_circumstance", person=w.family["An"], kind="merit", valid_from=D, detail="x" * 201)),
    ("REGISTER-COORDINATES", "", None, lambda w: w.act("move_within", place=w.place(latitude=Decimal(19)))),
    ("REGISTER-COORDINATES", "", None,
     lambda w: w.act("move_within", place=w.place(latitude=Decimal("91"), longitude=Decimal(105)))),
    ("REGISTER-COORDINATES", "", None, lambda w: w.locate(Location(Decimal(91), Decimal(105)))),
    ("REGISTER-COORDINATES", "", None, lambda w: w.locate(Location(Decimal("NaN"), Decimal(105)))),
    ("REGISTER-ACCURACY", "100000", None, lambda w: w.locate(Location(Decimal(19), Decimal(105), 100_001))),
    ("REGISTER-NOTHING", "", None, lambda w: w.locate(None)),
    ("REGISTER-STALE", "địa chỉ", lambda w: w.correct("address", w.address(), values={"line": "Nhà 7"}),
     lambda w: w.locate(Location(Decimal(19), Decimal(105)), seen=w.family.done.change.pk)),
    ("REGISTER-VILLAGE", "20/5/2026", None, lambda w: w.act("move_within", place=Place(w.elsewhere.pk))),
    ("REGISTER-SAME-PLACE", "", None, lambda w: w.act("move_within", place=w.place(0, "Nhà 1"))),
    ("REGISTER-SAME-HOUSEHOLD", "", None, lambda w: w.act("merge", household=w.home, into=w.home, on=D)),
    ("REGISTER-SPLIT-ALL", "", None, lambda w: w.act(
        "split", leaving=list(w.family.people.values()), head=w.family["An"], place=w.place())),
    ("REGISTER-NO-REASON", "", None, lambda w: w.correct(values={"sex": "female"}, reason=" ")),
    ("REGISTER-NO-REASON", "", None, lambda w: w.act("undo", change=w.neighbours.done.change, reason="")),
    ("REGISTER-FIELD", "ngày mất", None, lambda w: w.correct(values={"died_on": D})),
    ("REGISTER-FIELD", "died", None, lambda w: w.act("departure", people=[w.family["An"]], left_as="died")),
    ("REGISTER-NOTHING", "", None, lambda w: w.correct(values={"sex": "male"})),
    ("REGISTER-STALE", "họ tên", lambda w: w.correct(values={"full_name": "Nguyễn Văn Ân"}),
     lambda w: w.correct(values={"sex": "female"}, seen=w.family.done.change.pk)),
    ("REGISTER-UNDO-LATER", "chuyển đi", gone,
     lambda w: w.act("undo", change=w.family.done.change, reason="nhầm")),
    ("REGISTER-UNDO-TWICE", "", lambda w: w.act("undo", change=w.neighbours.done.change, reason="nhầm"),
     lambda w: w.act("undo", change=w.neighbours.done.change, reason="nhầm")),
    ("REGISTER-UNDO-TWICE", "", lambda w: w.act("undo", change=w.neighbours.done.change, reason="nhầm"),
     lambda w: w.act("undo", change=Change.objects.get(kind="undo"), reason="nhầm")),
    ("REGISTER-CIRCUMSTANCE-HELD", "20/5/2026", held, held),
    ("REGISTER-CIRCUMSTANCE-ENDED", "21/5/2026", lambda w: (held(w), w.act(
        "end_circumstance", circumstance=Circumstance.objects.get(), on=D + timedelta(1))),
     lambda w: w.act("end_circumstance", circumstance=Circumstance.objects.get(), on=TODAY)),
    ("REGISTER-DAY-ORDER", "19/5/2026", held,
     lambda w: w.act("end_circumstance", circumstance=Circumstance.objects.get(), on=D - timedelta(1))),
    ("REGISTER-DAY-ORDER", "20/5/2026", held, lambda w: w.correct(
        "circumstance", Circumstance.objects.get(), values={"valid_to": D - timedelta(1)})),
    ("REGISTER-WRONG-IMPORT", "", None,
     lambda w: w.act("import_rows", change=w.family.done.change, rows=[])),
    ("REGISTER-PURPOSE", "", None, lambda w: w.act(
        "export_people", unit=w.family.done.change.unit, wanted=Wanted(D), form="csv", full_ids=True)),
    ("REGISTER-NOT-DEPARTED", "", None, lambda w: w.act(
        "arrival_of_departed", code="1-00000-00000", place=w.place(), relations={}, on=D)),
    ("REGISTER-SOUGHT-TOO-OFTEN", "20 lần", lambda w: [
        w.act("seek_departed", unit=w.family.done.change.unit, code=f"{n}") for n in range(20)],
     lambda w: w.act("seek_departed", unit=w.family.done.change.unit, code="21")),
    ("REGISTER-CONFLICT", "chủ hộ", None, lambda w: w.correct(
        "membership", w.family.row("An"), values={"relation": "head"})),
]  # fmt: skip
TABLES = (Change, Household, Address, Person, Membership, Circumstance, History, SearchEntry, SearchWord, Event)


def everything() -> dict[str, list]:
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in TABLES}


@pytest.mark.parametrize(("code", "said", "before", "refused"), CASES, ids=[f"{n}-{c[0]}" for n, c in enumerate(CASES)])
def test_refusal_is_told_and_nothing_written(world, code, said, before, refused) -> None:
    if before:
        before(world)
    kept = everything()
    with pytest.raises(Refused) as caught:
        refused(world)
    finding = caught.value.findings[0]
    assert finding.code == code
    assert said in finding.message.vi
    assert finding.message.en
    assert len(finding.fixes) >= 2
    assert everything() == kept


def test_every_code_of_the_catalogue_has_a_case() -> None:
    refusing = {code for code, entry in CATALOGUE.entries.items() if entry.severity is Severity.ERROR}
    assert refusing == {case[0] for case in CASES} - {*IDS.entries}


def test_all_reasons_come_at_once_with_their_lines(world) -> None:
    with pytest.raises(Refused) as caught:
        world.join(NEW, named(full_name="", sex="x"), named(birth=20269999), named(citizen_id="038201000002"))
    assert [(each.line, each.code) for each in caught.value.findings] == [
        (2, "REGISTER-NAME-EMPTY"), (2, "REGISTER-SEX"), (3, "REGISTER-BIRTH-WRONG"), (4, "REGISTER-ID-HELD"),
    ]  # fmt: skip


def test_findings_never_show_a_whole_id(world) -> None:
    for values in (named(citizen_id="038201000002"), named(citizen_id="038090000009")):
        with pytest.raises(Refused) as caught:
            world.join(values)
        told = str(caught.value.finding) + str(caught.value)
        assert values.citizen_id not in told


def test_somebody_of_another_commune_is_not_named(world) -> None:
    with pytest.raises(Refused) as caught:
        world.join(named(citizen_id="038090000009"))
    assert "Khoa" not in str(caught.value.finding)
