"""Revolving money: never more lent than came back plus capital, whoever writes. All invented."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.funds import actions
from giamngheo.funds.actions import Terms, Thing
from giamngheo.funds.models import RevolvingEntry, RevolvingLoan, RevolvingPot
from giamngheo.funds.problems import Refused
from giamngheo.funds.queries import capital_sources, loan_rows, pot_rows
from giamngheo.funds.recipients import Recipient
from tests.integration.funds.ledger_rows import Ledger
from tests.integration.households.conftest import elsewhere, family, register, stranger, villages  # noqa: F401

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
TERMS = Terms(2, 1, DAY + timedelta(30))


@pytest.fixture
def pot(officer, hoang_phu_new):
    return actions.open_pot(by=officer, unit=hoang_phu_new, name="Tổ Giả")


@pytest.fixture
def spent(hoang_phu_new):
    """600 đồng disbursed on the day."""
    ledger = Ledger(hoang_phu_new, 2026)
    line = ledger.line()
    at = {stage: ledger.account(line, stage) for stage in ("assigned", "allocated", "disbursed")}
    ledger.move("assign", 1000, None, at["assigned"], DAY)
    ledger.move("allocate", 1000, at["assigned"], at["allocated"], DAY)
    return ledger.move("disburse", 600, at["allocated"], at["disbursed"], DAY)


def refused(act) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.findings[0].code


def test_money_goes_round_and_never_beyond_what_is_there(officer, other_officer, pot, spent, family, stranger) -> None:  # noqa: F811
    def lend(amount=400, on=DAY, **values):
        given = {"terms": TERMS, "household": family.household} | values
        return actions.lend(by=officer, pot=pot, amount=amount, on=on, **given)

    assert refused(lambda: actions.add_capital(by=officer, pot=pot, source=spent, amount=601, on=DAY)) == (
        "REVOLVING-SOURCE"
    )
    given_ = actions.add_capital(by=officer, pot=pot, source=spent, amount=500, on=DAY)
    assert refused(lambda: actions.reverse(by=officer, entry=spent, on=DAY, reason="nhầm")) == "REVOLVING-STANDS"
    assert refused(lambda: lend(501)) == "REVOLVING-NOT-ENOUGH"
    for values in ({"household": None}, {"group": "Nhóm"}, {"household": stranger.household}):
        assert refused(lambda values=values: lend(**values)) == "REVOLVING-BORROWER"
    for terms in (Terms(0, 1, TERMS.first_due), Terms(2, 13, TERMS.first_due), Terms(2, 1, DAY), Terms(401, 1, DAY)):
        assert refused(lambda terms=terms: lend(terms=terms)) == "REVOLVING-SCHEDULE"
    with pytest.raises(OutOfScope):
        actions.lend(by=other_officer, pot=pot, amount=1, on=DAY, terms=TERMS, group="Nhóm")
    loan = lend()
    assert refused(lambda: actions.repay(by=officer, loan=loan, amount=401, on=DAY)) == "REVOLVING-OWED"
    back = actions.repay(by=officer, loan=loan, amount=150, on=DAY + timedelta(40))
    second = lend(250, DAY + timedelta(41), household=None, group="Nhóm Hai", terms=Terms(1, 1, date(2026, 12, 1)))
    assert refused(lambda: actions.reverse_revolving(by=officer, entry=back, on=back.on, reason="nhầm")) == (
        "REVOLVING-REVERSED"
    ), "it was lent again"
    assert refused(lambda: lend(101, on=DAY)) == "REVOLVING-NOT-ENOUGH", "a later loan took it"
    late = DAY + timedelta(100)
    assert (
        refused(lambda: actions.write_off(by=officer, loan=loan, amount=50, on=late, paper="", reason="mất mùa"))
        == "REVOLVING-NO-REASON"
    )
    actions.write_off(by=officer, loan=loan, amount=50, on=late, paper="9/QĐ", reason="mất mùa")
    [row] = pot_rows(officer, pot.unit, late)
    assert (tuple(row.sums), row.sums.outstanding, row.sums.available) == ((500, 650, 150, 50, 200), 450, 0)
    assert [each.loan.pk for each in loan_rows(officer, [pot], late)] == [loan.pk, second.pk]
    assert RevolvingPot.objects.get().available == 0
    lent = RevolvingEntry.objects.get(loan=second, kind="lend")
    actions.reverse_revolving(by=officer, entry=lent, on=late, reason="nhóm trả lại ngay")
    assert refused(lambda: actions.reverse_revolving(by=officer, entry=given_, on=late, reason="x")) == (
        "REVOLVING-REVERSED"
    )
    assert [each.loan.pk for each in loan_rows(officer, [pot], late)] == [loan.pk]


def test_gift_becomes_capital_once(officer, pot, villages) -> None:  # noqa: F811
    fund = actions.open_gift_fund(by=officer, unit=pot.unit, name="Quỹ Giả", keeper="Mặt trận (giả)")
    gift = actions.receive_gift(by=officer, fund=fund, thing=Thing("money"), amount=900, on=DAY, donor_kind="anonymous")
    used = actions.use_gift(
        by=officer, account=gift.account, recipient=Recipient(village=villages[0]), on=DAY, amount=300
    )
    assert refused(lambda: actions.add_capital(by=officer, pot=pot, source=gift, amount=1, on=DAY)) == (
        "REVOLVING-SOURCE"
    )
    assert [(each.entry, each.left) for each in capital_sources(officer, pot.unit, DAY)] == [(used, 300)]
    capital = actions.add_capital(by=officer, pot=pot, source=used, amount=300, on=DAY)
    assert capital_sources(officer, pot.unit, DAY) == []
    assert refused(lambda: actions.reverse_gift(by=officer, entry=used, on=DAY, reason="x")) == "REVOLVING-STANDS"
    actions.reverse_revolving(by=officer, entry=capital, on=DAY, reason="nhầm nhóm")
    actions.reverse_gift(by=officer, entry=used, on=DAY, reason="x")


def test_database_refuses_by_itself(officer, pot, spent, other_commune) -> None:
    actions.add_capital(by=officer, pot=pot, source=spent, amount=500, on=DAY)
    loan = actions.lend(by=officer, pot=pot, amount=400, on=DAY, terms=TERMS, group="Nhóm")
    theirs = actions.open_pot(by=None, unit=other_commune, name="Tổ Khác")

    def entry(kind, amount, **values):
        RevolvingEntry.objects.create(**{"kind": kind, "amount": amount, "on": DAY, "pot": pot} | values)

    made = {"on": DAY, "count": 1, "months": 1, "first_due": date(2027, 1, 1), "group": "Nhóm"}
    late = RevolvingLoan.objects.create(pot=pot, principal=101, **made)
    for wrong in (
        lambda: entry("lend", 101, loan=late),  # more than is there
        lambda: entry("lend", 100, loan=late),  # not the whole loan
        lambda: entry("repay", 401, loan=loan),
        lambda: entry("write_off", 401, loan=loan, note="x"),
        lambda: entry("write_off", 1, loan=loan),
        lambda: entry("repay", 1, loan=loan, pot=theirs),
        lambda: entry("capital", 101, ledger_entry=spent),
        lambda: entry("capital", 1, ledger_entry=spent, pot=theirs),
        lambda: entry("capital", 1),
        lambda: RevolvingEntry.objects.update(amount=1),
        lambda: RevolvingEntry.objects.all().delete(),
        lambda: RevolvingLoan.objects.filter(pk=loan.pk).update(outstanding=1),
        lambda: RevolvingLoan.objects.filter(pk=loan.pk).update(principal=500),
        lambda: RevolvingPot.objects.filter(pk=pot.pk).update(available=5000),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()


TRIED = st.lists(
    st.tuples(
        st.sampled_from(("capital", "lend", "repay", "write_off", "back")), st.integers(1, 60), st.integers(0, 60),
        st.integers(0, 5),
    ),
    min_size=4, max_size=16,
)  # fmt: skip


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tried=TRIED)
def test_pot_equals_a_plain_count_on_every_day(officer, pot, spent, tried) -> None:
    with transaction.atomic():
        for kind, amount, day, which in tried:
            on = DAY + timedelta(day)
            try:
                _try(officer, pot, spent, kind, amount, on, which)
            except Refused:
                continue
        _same_as_a_plain_count(pot)
        transaction.set_rollback(True)


def _try(officer, pot, spent, kind, amount, on, which) -> None:
    loans, entries = list(RevolvingLoan.objects.all()), list(RevolvingEntry.objects.all())
    if kind == "capital":
        actions.add_capital(by=officer, pot=pot, source=spent, amount=amount * 3, on=on)
    elif kind == "lend":
        actions.lend(by=officer, pot=pot, amount=amount, on=on, terms=Terms(1, 1, date(2027, 1, 1)), group="Nhóm")
    elif kind == "back" and entries:
        actions.reverse_revolving(by=officer, entry=entries[which % len(entries)], on=on, reason="thử")
    elif kind == "repay" and loans:
        actions.repay(by=officer, loan=loans[which % len(loans)], amount=amount, on=on)
    elif kind == "write_off" and loans:
        loan = loans[which % len(loans)]
        actions.write_off(by=officer, loan=loan, amount=amount, on=on, paper="1/QĐ", reason="thử")


def _same_as_a_plain_count(pot) -> None:
    signs = {"capital": (1, 0), "lend": (-1, 1), "repay": (1, -1), "write_off": (0, -1)}
    available, running, owed = 0, {}, {}
    for each in RevolvingEntry.objects.select_related("reverses"):
        sign = [one * (-1 if each.reverses else 1) for one in signs[(each.reverses or each).kind]]
        available += sign[0] * each.amount
        running[each.on] = running.get(each.on, 0) + sign[0] * each.amount
        owed[each.loan_id] = owed.get(each.loan_id, 0) + sign[1] * each.amount
    assert RevolvingPot.objects.get(pk=pot.pk).available == available
    total = 0
    for day in sorted(running):
        total += running[day]
        assert total >= 0, day
    for loan in RevolvingLoan.objects.all():
        assert 0 <= loan.outstanding == owed.get(loan.pk, 0) <= loan.principal


def test_screens_lend_and_take_back(sign_in, officer, other_officer, pot, spent, family) -> None:  # noqa: F811
    client, other = sign_in(officer), sign_in(other_officer)
    client.get("/don-vi/?nam=2026")
    here = f"/kinh-phi/quay-vong/{pot.pk}/"
    source = f"ledger:{spent.pk}"
    assert client.post(f"{here}nhan-von/", {"source": source, "amount": "500", "on": "2/3/2026"}).status_code == 302
    form = {
        "household": "H-01",
        "amount": "700",
        "on": "3/3/2026",
        "count": "3",
        "months": "1",
        "first_due": "1/4/2026",
    }
    refusal = client.post(f"{here}cho-vay/", form)
    assert refusal.status_code == 422
    assert "không đủ 700 đồng" in refusal.content.decode()
    made = client.post(f"{here}cho-vay/", form | {"amount": "400"})
    loan = RevolvingLoan.objects.get()
    assert made.url == f"/kinh-phi/quay-vong/vay/{loan.pk}/"
    assert client.post(f"{made.url}thu/", {"amount": "100", "on": "2/4/2026"}).status_code == 302
    wrong = {"amount": "50", "on": "2/4/2026", "paper": "", "note": "mất mùa"}
    assert client.post(f"{made.url}xoa-no/", wrong).status_code == 422
    page = client.get(made.url).content.decode()
    assert "Quá hạn 300 đồng, từ kỳ 01/04/2026" in page
    assert "Tổ Giả;Hộ H-01;03/03/2026;3;400;100;0;300;300;01/04/2026" in (
        client.get("/kinh-phi/quay-vong/khoan-vay.csv").content.decode()
    )
    addresses = ("/kinh-phi/quay-vong/", here, made.url, "/kinh-phi/quay-vong/khoan-vay.xlsx")
    before = 0
    for _turn in range(2):
        with CaptureQueriesContext(connection) as captured:
            for each in addresses:
                assert client.get(each).status_code == 200
        assert before in (0, len(captured)), "more loans take more queries"
        before = len(captured)
        actions.lend(by=officer, pot=pot, amount=5, on=DAY, terms=TERMS, group="Nhóm")
    assert before <= 53
    assert {other.get(each).status_code for each in (here, made.url, f"{here}cho-vay/")} == {404}


def test_a_loan_follows_its_household_and_comes_back(officer_client, officer, pot, spent, family, register) -> None:  # noqa: F811
    """Two loans of what becomes one household: one debtor, named as it is now; parted again, two."""
    from giamngheo.households import actions as households
    from giamngheo.households.models import Change
    from giamngheo.households.values import PersonValues

    other = register((PersonValues("Trần Văn Vay", "male", 19700000), "head"), code="H-02").household
    actions.add_capital(by=officer, pot=pot, source=spent, amount=500, on=DAY)
    for home in (family.household, other):
        actions.lend(by=officer, pot=pot, amount=100, on=DAY, terms=TERMS, household=home)
    assert pot_rows(officer, pot.unit, DAY)[0].debtors == 2
    households.merge(by=officer, household=other, into=family.household, on=DAY)
    [row] = pot_rows(officer, pot.unit, DAY)
    loans = {each.loan.household_id: each.home for each in loan_rows(officer, [pot], DAY)}
    assert (row.debtors, row.sums.outstanding) == (1, 200)
    assert loans[other.pk] == family.household
    page, words = f"/kinh-phi/quay-vong/{pot.pk}/", f"khi vay là hộ {other.local_code}, đã nhập vào"
    assert words in officer_client.get(page).content.decode()
    households.undo(by=officer, change=Change.objects.latest("pk"), reason="nhập nhầm")
    assert pot_rows(officer, pot.unit, DAY)[0].debtors == 2
    assert (
        f"khi vay là hộ {other.local_code}" not in officer_client.get(f"/kinh-phi/quay-vong/{pot.pk}/").content.decode()
    )
