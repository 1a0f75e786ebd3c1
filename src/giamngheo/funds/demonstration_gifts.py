"""The demonstration's gifts of 2025 and 2026: donors, sums and papers are invented and say so ("mẫu")."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.funds import actions
from giamngheo.funds.actions import Thing
from giamngheo.funds.models import GiftAccount, GiftEntry, GiftFund
from giamngheo.funds.recipients import Recipient
from giamngheo.households.queries.villages import addresses_seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit, Village

MILLION = 1_000_000
HOUSES = "Sửa nhà cho hộ nghèo"
_GIFTS = (  # day, kind of donor, name, named in public, thing, millions
    (date(2025, 11, 14), "organisation", "Công ty May (mẫu)", True, Thing("money"), 30),
    (date(2025, 12, 20), "person", "Ông Lê Văn Hảo Tâm (mẫu)", True, Thing("money", earmark=HOUSES), 20),
    (date(2026, 1, 28), "organisation", "Hợp tác xã Chăn nuôi (mẫu)", True, Thing("goods", "gạo", "kg", 400_00), 6),
    (date(2026, 2, 3), "anonymous", "", False, Thing("money"), 5),
    (date(2026, 4, 15), "organisation", "Đoàn Thanh niên xã (mẫu)", True, Thing("work", "đào móng", "công", 25_00), 5),
    (date(2026, 9, 2), "person", "Bà Trần Thị Thiện (mẫu)", False, Thing("money"), 12),
)  # fmt: skip


@transaction.atomic
def prepare(*, by: User, unit: Unit, villages: Sequence[Village]) -> int:
    """A fund with its book, once; gives how many entries stand in it."""
    if GiftFund.objects.filter(unit=unit).exists():
        return GiftEntry.objects.count()
    fund = actions.open_gift_fund(
        by=by, unit=unit, name="Quỹ Vì người nghèo xã (mẫu)", keeper="Ủy ban Mặt trận Tổ quốc xã (mẫu)"
    )
    for number, (day, kind, name, published, thing, millions) in enumerate(_GIFTS, 1):
        actions.receive_gift(
            by=by, fund=fund, thing=thing, amount=millions * MILLION, on=_past(day), donor_kind=kind, donor_name=name,
            published=published, paper=f"PT {number:02} (mẫu)",
        )  # fmt: skip
    wrong = actions.receive_gift(
        by=by, fund=fund, thing=Thing("money"), amount=50 * MILLION, on=_past(date(2026, 9, 7)), donor_kind="person",
        donor_name="Ông Phạm Văn Giúp (mẫu)",
    )  # fmt: skip
    actions.reverse_gift(by=by, entry=wrong, on=_past(date(2026, 9, 8)), reason="Ghi nhầm 5 triệu thành 50 triệu (mẫu)")
    _uses(by, unit, fund, villages)
    return GiftEntry.objects.count()


def _uses(by: User, unit: Unit, fund: GiftFund, villages: Sequence[Village]) -> None:
    held = {(each.form, each.earmark): each for each in GiftAccount.objects.filter(fund=fund)}
    day = _past(date(2026, 5, 12))
    homes = [each.household for each in addresses_seen(by, day, unit).select_related("household").order_by("pk")[:2]]
    for home, account, sum_, note in zip(
        homes, (held["money", HOUSES], held["money", ""]), (15, 3), ("Thay mái tôn (mẫu)", "Ốm đau (mẫu)"), strict=False
    ):
        actions.use_gift(by=by, account=account, recipient=Recipient(home), on=day, amount=sum_ * MILLION, note=note)
    for village, kilos in zip(villages, (150, 110), strict=False):
        actions.use_gift(
            by=by, account=held["goods", ""], recipient=Recipient(village=village), on=_past(date(2026, 2, 10)),
            hundredths=kilos * 100, paper="BB 02 (mẫu)",
        )  # fmt: skip


def _past(day: date) -> date:
    """The day, or today where it has not come."""
    return min(day, timezone.localdate())
