"""Gifts: never more used than came, whoever writes; a publication names nobody poor. All invented."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.funds import actions
from giamngheo.funds.actions import Thing
from giamngheo.funds.models import GiftAccount, GiftClosing, GiftEntry
from giamngheo.funds.problems import Refused
from giamngheo.funds.queries import gift_publication
from giamngheo.funds.recipients import Recipient
from tests.integration.households.conftest import elsewhere, family, register, stranger, villages  # noqa: F401

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
MONEY, RICE = Thing("money"), Thing("goods", "gạo", "kg", 100_00)


@pytest.fixture
def fund(officer, hoang_phu_new):
    return actions.open_gift_fund(by=officer, unit=hoang_phu_new, name="Quỹ Giả", keeper="Mặt trận xã (giả)")


@pytest.fixture
def give(officer, fund):
    def make(amount=1_000_000, thing=MONEY, on=DAY, **values):
        given = {"donor_kind": "person", "donor_name": "Đỗ Thị Hảo (giả)"} | values
        return actions.receive_gift(by=officer, fund=fund, thing=thing, amount=amount, on=on, **given)

    return make


def refused(act) -> str:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.findings[0].code


def test_gift_is_used_for_its_purpose_and_no_more(give, officer, villages, family, stranger, other_officer) -> None:  # noqa: F811
    whole, tied = give(), give(500_000, Thing("money", earmark="sửa nhà"), donor_kind="anonymous", donor_name="")
    rice = give(1_500_000, RICE)
    give(900_000, RICE._replace(hundredths=50_00), on=DAY + timedelta(3))
    home, village = Recipient(household=family.household), Recipient(village=villages[0])

    def use(entry, by=officer, to=home, on=DAY, **values):
        account = GiftAccount.objects.get(pk=entry.account_id)
        return actions.use_gift(by=by, account=account, recipient=to, on=on, **values)

    assert refused(lambda: use(whole, amount=1_000_001)) == "GIFT-NOT-ENOUGH"
    assert refused(lambda: use(whole, amount=1, on=DAY - timedelta(1))) == "GIFT-NOT-ENOUGH", "before it came"
    assert refused(lambda: use(rice, hundredths=100_01)) == "GIFT-NOT-ENOUGH", "more rice comes three days later"
    assert refused(lambda: use(whole, hundredths=5)) == "GIFT-AMOUNT"
    assert refused(lambda: use(rice, amount=5)) == "GIFT-QUANTITY"
    for wrong in (Recipient(), Recipient(family.household, village=villages[0]), Recipient(stranger.household)):
        assert refused(lambda wrong=wrong: use(whole, amount=5, to=wrong)) == "GIFT-RECIPIENT"
    with pytest.raises(OutOfScope):
        use(whole, by=other_officer, amount=5)
    late = DAY + timedelta(4)
    assert use(rice, hundredths=40_00, on=late).amount == 640_000
    last = use(rice, hundredths=110_00, to=village, on=late)
    assert last.amount == 1_760_000, "the last of it takes what is left"
    assert refused(lambda: actions.reverse_gift(by=officer, entry=rice, on=late, reason="nhầm")) == "GIFT-USED"
    actions.reverse_gift(by=officer, entry=last, on=late, reason="nhầm thôn")
    assert refused(lambda: actions.reverse_gift(by=officer, entry=last, on=late, reason="x")) == "GIFT-REVERSED"
    use(tied, amount=500_000)
    held = {each.earmark or each.what: (each.balance, each.hundredths) for each in GiftAccount.objects.all()}
    assert held == {"": (1_000_000, 0), "sửa nhà": (0, 0), "gạo": (1_760_000, 110_00)}


def test_receipt_says_who_gave_what(give) -> None:
    for values in ({"donor_name": ""}, {"donor_kind": "anonymous"}, {"donor_kind": "ai"}):
        assert refused(lambda values=values: give(**values)) == "GIFT-DONOR"
    for thing in (Thing("goods", "gạo", "", 5), Thing("work", "", "ngày công", 5), MONEY._replace(hundredths=5)):
        assert refused(lambda thing=thing: give(thing=thing)) == "GIFT-QUANTITY"
    assert refused(lambda: give(0)) == "GIFT-AMOUNT"
    assert refused(lambda: give(on=date(2100, 1, 1))) == "GIFT-FUTURE"
    assert give(0, Thing("work", "đào móng", "ngày công", 300)).amount == 0, "nobody estimated it"


def test_database_refuses_by_itself(give, other_commune, villages) -> None:  # noqa: F811
    entry = give()
    account = GiftAccount.objects.get()
    theirs = actions.open_gift_fund(by=None, unit=other_commune, name="Quỹ Khác", keeper="Khác")
    stranger_gift = actions.receive_gift(
        by=None, fund=theirs, thing=MONEY, amount=5, on=DAY, donor_kind="organisation", donor_name="Công ty (giả)"
    )

    def use(**values):
        GiftEntry.objects.create(**{"kind": "use", "on": DAY, "account": account, "village": villages[0]} | values)

    back = {"kind": "reverse", "on": DAY, "account": account, "note": "x", "reverses": entry}
    for wrong in (
        lambda: use(amount=1_000_001),
        lambda: use(amount=5, hundredths=5),
        lambda: use(amount=5, village=None),
        lambda: use(amount=5, kind="receive", village=None, donor=stranger_gift.donor),
        lambda: GiftEntry.objects.create(**back, amount=999_999),
        lambda: GiftEntry.objects.filter(pk=entry.pk).update(amount=1),
        lambda: GiftEntry.objects.filter(pk=entry.pk).delete(),
        lambda: GiftAccount.objects.filter(pk=account.pk).update(balance=5),
        lambda: GiftAccount.objects.create(fund=theirs, form="money", earmark="mới", balance=5),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()
    GiftEntry.objects.create(**back, amount=1_000_000)
    assert GiftAccount.objects.get(pk=account.pk).balance == 0


TRIED = st.lists(
    st.tuples(
        st.sampled_from(("receive", "use", "back")), st.booleans(), st.integers(1, 30), st.integers(0, 60),
        st.integers(0, 5),
    ),
    min_size=3, max_size=14,
)  # fmt: skip


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tried=TRIED)
def test_fund_equals_a_plain_count_on_every_day(officer, fund, give, villages, tried) -> None:  # noqa: F811
    with transaction.atomic():
        made = []
        for kind, money, amount, day, which in tried:
            on = DAY + timedelta(day)
            try:
                if kind == "receive":
                    made.append(give(amount, MONEY if money else RICE._replace(hundredths=amount), on=on))
                elif kind == "use":
                    account = GiftAccount.objects.filter(form="money" if money else "goods").first()
                    if account:
                        sums = {"amount": amount} if money else {"hundredths": amount}
                        to = Recipient(village=villages[0])
                        made.append(actions.use_gift(by=officer, account=account, recipient=to, on=on, **sums))
                elif made:
                    actions.reverse_gift(by=officer, entry=made[which % len(made)], on=on, reason="thử")
            except Refused:
                continue
        _same_as_a_plain_count()
        transaction.set_rollback(True)


def _same_as_a_plain_count() -> None:
    for account in GiftAccount.objects.all():
        days: Counter[date] = Counter()
        value = number = 0
        for each in account.entries.select_related("reverses"):
            kind = each.kind if each.reverses is None else {"receive": "use", "use": "receive"}[each.reverses.kind]
            sign = 1 if kind == "receive" else -1
            value, number = value + sign * each.amount, number + sign * each.hundredths
            days[each.on] += sign * (each.amount if account.form == "money" else each.hundredths)
        assert (account.balance, account.hundredths) == (value, number)
        running = 0
        for day in sorted(days):
            running += days[day]
            assert running >= 0, day


def test_publication_adds_up_and_names_nobody_poor(give, officer, sign_in, fund, family, other_officer) -> None:  # noqa: F811
    officer_client, other_client = sign_in(officer), sign_in(other_officer)
    officer_client.get("/don-vi/?nam=2026")
    gift = give(2_000_000, on=date(2025, 12, 30), published=True, note="bí mật 1")
    give(700_000, donor_name="Lê Văn Kín (giả)")
    wrong = give(9_000_000)
    actions.reverse_gift(by=officer, entry=wrong, on=DAY, reason="gõ nhầm")
    address = f"/kinh-phi/quy/{fund.pk}/"
    form = {"account": gift.account_id, "amount": "300 triệu", "household": "H-01", "on": "3/3/2026", "note": "ốm nặng"}
    assert officer_client.post(f"{address}su-dung/", form).status_code == 422
    assert officer_client.post(f"{address}su-dung/", form | {"amount": "300.000"}).status_code == 302
    found = gift_publication(officer, fund, date(2026, 1, 1), date(2026, 12, 31))
    assert tuple(found.money) == (2_000_000, 700_000, 300_000)
    assert [each.left for each in found.rows] == [2_700_000, 2_400_000]
    for name in ("cong-khai/?tu=1/12/2025", "cong-khai.csv?tu=1/12/2025"):
        page = officer_client.get(f"{address}{name}").content.decode()
        shown = officer_client.get(f"{address}{name.split('?')[0]}").content.decode() + page
        assert "một hộ dân" in shown.lower()
        for secret in ("H-01", "Bình", "ốm nặng", "Kín", "bí mật", "Thôn"):
            assert secret not in shown, secret
    assert "2400000" in officer_client.get(f"{address}cong-khai.csv").content.decode()
    assert "Hộ H-01" in officer_client.get(f"{address}so.csv").content.decode()
    before = 0
    for _turn in range(2):
        with CaptureQueriesContext(connection) as captured:
            for each in (address, f"{address}cong-khai/", "/kinh-phi/quy/"):
                assert officer_client.get(each).status_code == 200
        assert before in (0, len(captured)), "more entries take more queries"
        before = len(captured)
        give(5)
    assert before <= 37
    assert {other_client.get(f"{address}{each}").status_code for each in ("", "su-dung/", "cong-khai/", "so.xlsx")} == {
        404
    }


def test_a_closed_year_carries_its_money_over_and_takes_no_entry(
    give,
    officer,
    leader,
    fund,
    officer_client,
    sign_in,
    villages,  # noqa: F811
) -> None:
    year = DAY.year - 1
    old = give(on=date(year, 5, 4))
    give(900_000, RICE, on=date(year, 6, 1))
    account, to = GiftAccount.objects.get(pk=old.account_id), Recipient(village=villages[0])
    used = actions.use_gift(by=officer, account=account, recipient=to, on=date(year, 7, 1), amount=300_000)
    page = f"/kinh-phi/quy/{fund.pk}/"
    assert officer_client.get(f"{page}khoa-so/").status_code == 403, "the leader closes, as the ledger"
    chief = sign_in(leader)
    assert (
        "GIFT-YEAR-RUNNING" in chief.post(f"{page}khoa-so/", {"year": str(timezone.localdate().year)}).content.decode()
    )
    closed = chief.post(f"{page}khoa-so/", {"year": str(year)})
    assert closed.status_code == 302
    made = GiftClosing.objects.get()
    assert (made.received, made.used, made.carried, made.valued) == (1_000_000, 300_000, 700_000, 900_000)
    published = chief.get(closed.url).content.decode()
    assert "700.000 đồng chuyển sang năm sau" in published
    assert gift_publication(officer, fund, date(year + 1, 1, 1), DAY).money.opening == made.carried
    assert f"Công khai năm {year}" in officer_client.get(page).content.decode()

    for act in (
        lambda: give(on=date(year, 12, 31)),
        lambda: give(on=date(year - 1, 1, 1)),
        lambda: actions.reverse_gift(by=officer, entry=used, on=DAY, reason="nhầm"),
        lambda: actions.close_gift_year(by=leader, fund=fund, year=year),
    ):
        assert refused(act) == "GIFT-YEAR-CLOSED"
    give(on=DAY)
    back = {"account": account, "amount": 300_000, "reverses": used, "note": "x"}
    closed_ = {"fund": fund, "opening": 0, "received": 1, "used": 0, "carried": 1, "valued": 0}
    copied = {"account": old.account, "amount": 5, "donor": old.donor}
    for wrong in (
        lambda: GiftEntry.objects.create(kind="receive", on=date(year, 12, 31), **copied),
        lambda: GiftEntry.objects.create(kind="reverse", on=DAY, **back),
        lambda: GiftClosing.objects.update(note="x"),
        lambda: GiftClosing.objects.all().delete(),
        lambda: GiftClosing.objects.create(year=year + 1, **closed_),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()
