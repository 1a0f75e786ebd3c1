"""Beside the matrix: what hinders a line, who sees to it, and whether it will be spent. All invented."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.funds.actions import tell_difficulty
from giamngheo.funds.models import LineDifficulty
from giamngheo.funds.problems import Refused
from giamngheo.funds.queries import AsLast, as_last_year_went, difficulties, difficulties_of, matrix
from giamngheo.programme.actions import appoint, open_post
from giamngheo.programme.models import ProgrammeNode, WorkItem
from giamngheo.programme.queries import responsible_in
from tests.integration.funds.ledger_rows import Ledger

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


@pytest.fixture
def line(hoang_phu_new):
    """100 đồng of 2025, of which 60 were paid out in November and 40 carried over: of 2026's 40, 10 in February."""
    old, new = Ledger(hoang_phu_new, 2025), Ledger(hoang_phu_new, 2026)
    made = old.line()
    at = {stage: old.account(made, stage) for stage in ("assigned", "allocated", "disbursed")}
    old.move("assign", 100, None, at["assigned"])
    old.move("allocate", 100, at["assigned"], at["allocated"])
    old.move("disburse", 60, at["allocated"], at["disbursed"], date(2025, 11, 5))
    now = new.account(made, "allocated")
    old.move("carry_over", 40, at["allocated"], now, date(2026, 1, 20))
    new.move("disburse", 10, now, new.account(made, "disbursed"), date(2026, 2, 10))
    return made


def refused(act) -> None:
    with pytest.raises(Refused) as caught:
        act()
    assert caught.value.findings[0].code == "LEDGER-DIFFICULTY"


def test_last_difficulty_stands_until_it_is_over_and_all_are_kept(officer, other_officer, line) -> None:
    def tell(text, on=DAY, by=officer):
        return tell_difficulty(by=by, line=line, on=on, text=text)

    refused(lambda: tell(" "))
    tell("Chưa có  hướng dẫn")
    for values in (("Chưa có hướng dẫn",), ("Khác", DAY - timedelta(1)), ("Khác", timezone.localdate() + timedelta(1))):
        refused(lambda values=values: tell(*values))
    with pytest.raises(OutOfScope):
        tell("Khác", by=other_officer)
    tell("Thiếu đối ứng", DAY + timedelta(5))
    tell("", DAY + timedelta(9))
    stands = [
        [each.text for each in difficulties(officer, [line], DAY + timedelta(days)).values()] for days in (-1, 0, 5, 9)
    ]
    assert stands == [[], ["Chưa có hướng dẫn"], ["Thiếu đối ứng"], []]
    assert len(difficulties_of(officer, line)) == 3
    assert not difficulties(other_officer, [line], DAY)
    for wrong in (lambda: LineDifficulty.objects.update(text="x"), lambda: LineDifficulty.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()


def test_last_years_pace_is_of_the_same_project_and_source(officer, hoang_phu_new, line) -> None:
    rows = matrix(officer, 2026, date(2026, 3, 31), unit=hoang_phu_new)
    assert as_last_year_went(officer, rows, hoang_phu_new, 2026, date(2026, 3, 31)) == {
        line.pk: AsLast(10 + 40 * 60 // 100)
    }
    assert as_last_year_went(officer, rows, hoang_phu_new, 2026, date(2026, 11, 30)) == {line.pk: AsLast(10)}
    before = matrix(officer, 2025, date(2025, 12, 31), unit=hoang_phu_new)
    assert as_last_year_went(officer, before, hoang_phu_new, 2025, date(2025, 12, 31)) == {line.pk: None}


def test_pace_of_a_new_programme_is_of_the_projects_it_goes_on_from(officer_client, officer, hoang_phu_new) -> None:
    """H1.10 goes on from DA6, which goes on in H2.05 too, and from DA7; H1.04 from DA4 alone, with those below it."""
    old, new = Ledger(hoang_phu_new, 2025), Ledger(hoang_phu_new, 2026)
    for code, money, paid in (("DA6", 100, 20), ("DA7", 300, 180), ("DA4", 50, 50)):
        _spent(old, old.line(node=code), money, paid, date(2025, 11, 5))
    ours = {code: new.line(node=code, year=2026, period="2026-2030") for code in ("H1.10", "H1.04", "H1.01")}
    for line in ours.values():
        _spent(new, line, 80, 10, date(2026, 2, 10))
    rows = matrix(officer, 2026, date(2026, 3, 31), unit=hoang_phu_new)
    found = as_last_year_went(officer, rows, hoang_phu_new, 2026, date(2026, 3, 31))
    both, one = found[ours["H1.10"].pk], found[ours["H1.04"].pk]
    assert both.amount == 10 + 80 * 200 // 400
    assert ([each.code for each in both.followed.olds], [each.code for each in both.followed.elsewhere]) == (
        ["DA6", "DA7"], ["H2.05"],
    )  # fmt: skip
    assert (one.amount, one.followed.elsewhere) == (80, ())
    assert found[ours["H1.01"].pk] is None, "nobody knows what it goes on from"
    officer_client.get("/don-vi/?nam=2026")
    page = officer_client.get("/kinh-phi/?den=31/3/2026").content.decode()
    assert "theo DA6, DA7 của giai đoạn trước" in page
    assert "còn tiếp nối ở H2.05 nên không phải một đổi một" in page


def _spent(ledger: Ledger, line, money: int, paid: int, on: date) -> None:
    at = {stage: ledger.account(line, stage) for stage in ("assigned", "allocated", "disbursed")}
    first = date(on.year, 1, 5)
    ledger.move("assign", money, None, at["assigned"], first)
    ledger.move("allocate", money, at["assigned"], at["allocated"], first)
    ledger.move("disburse", paid, at["allocated"], at["disbursed"], on)


def test_matrix_of_one_unit_is_the_same_as_all_units_and_filtered(
    province_officer, hoang_phu_new, line, other_commune
) -> None:
    other = Ledger(other_commune, 2026)
    theirs = other.line()
    other.move("assign", 7, None, other.account(theirs, "assigned"), date(2026, 2, 1))
    whole = matrix(province_officer, 2026, date(2026, 2, 20), date(2026, 2, 5))
    one = matrix(province_officer, 2026, date(2026, 2, 20), date(2026, 2, 5), unit=hoang_phu_new)
    assert len(whole) == 2
    assert one == [row for row in whole if row.line.unit_id == hoang_phu_new.pk]


def test_short_line_names_who_sees_to_it(sign_in, officer, leader, hoang_phu_new, line) -> None:
    client = sign_in(officer)
    client.get("/don-vi/?nam=2026")
    page = "/kinh-phi/?den=28/2/2026"
    assert "chưa có người phụ trách" in client.get(page).content.decode()
    chief = open_post(by=officer, unit=hoang_phu_new, name="Công chức Tài chính - Kế toán")
    lead = open_post(by=officer, unit=hoang_phu_new, name="Công chức Nông nghiệp")
    appoint(by=officer, post=chief, user=leader, valid_from=date(2026, 1, 1))
    assert "Kế toán: Người thử lanh-dao" in client.get(page).content.decode()
    node = ProgrammeNode.objects.get(code="DA2", period__code="2021-2025")
    WorkItem.objects.create(
        unit=hoang_phu_new, node=node, year=2026, title="Nuôi bò", starts_on=DAY, ends_on=DAY, lead=lead
    )
    appoint(by=officer, post=lead, user=officer, valid_from=date(2026, 1, 1))
    found = responsible_in(officer, hoang_phu_new, 2026, DAY)
    assert {key: (each.post, each.user) for key, each in found.items()} == {
        node.pk: (lead, officer), None: (chief, leader),
    }  # fmt: skip
    shown = client.get(page).content.decode()
    assert "việc của bạn" in shown
    assert "Bạn phụ trách." in client.get("/").content.decode()
    here = f"/kinh-phi/dong/{line.pk}/kho-khan/"
    assert client.post(here, {"text": "", "on": "27/2/2026"}).status_code == 422
    assert client.post(here, {"text": "Chưa có hướng dẫn", "on": "27/2/2026"}).status_code == 302
    file = client.get("/kinh-phi/bang.csv?den=28/2/2026").content.decode()
    assert "34;Công chức Nông nghiệp: Người thử can-bo;Chưa có hướng dẫn;27/02/2026" in file
    with CaptureQueriesContext(connection) as captured:
        assert "Chưa có hướng dẫn" in client.get(page).content.decode()
    assert len(captured) <= 34
