"""Whatever is tried in whatever order, the ledger says the same as a plain count of what passed."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giamngheo.documents.actions import Citation
from giamngheo.funds import actions
from giamngheo.funds.models import EntryKind, FundSource, LedgerAccount, Stage
from giamngheo.funds.problems import Refused
from giamngheo.funds.queries import matrix
from giamngheo.funds.routes import ENTERED, after_of, before_of
from giamngheo.programme.models import ProgrammeNode, ProgrammePeriod

pytestmark = pytest.mark.django_db
PAPER = Citation(key="1/QĐ-UBND|giả", symbol="1/QĐ-UBND", doc_type="QĐ", issued_on=date(2025, 1, 2))
KINDS = [kind for kind in ENTERED if kind not in (EntryKind.COMMIT, EntryKind.RELEASE, EntryKind.TRANSFER)]
TRIED = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(1, 40), st.integers(0, 360), st.booleans()), min_size=1, max_size=25
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tried=TRIED)
def test_ledger_equals_a_plain_count(officer, hoang_phu_new, tried) -> None:
    with transaction.atomic():
        _try(officer, hoang_phu_new, tried)
        transaction.set_rollback(True)


def _try(officer, unit, tried) -> None:
    period = ProgrammePeriod.objects.get(code="2021-2025")
    node = ProgrammeNode.objects.get(code="DA2", period=period)
    source = FundSource.objects.get(code="TW-SN")
    line = actions.open_line(by=None, unit=unit, source=source, year=2025, period=period, node=node)
    plain: Counter[Stage] = Counter()
    came = 0
    last = None
    for kind, amount, day, back in tried:
        on = date.fromordinal(date(2025, 1, 1).toordinal() + day)
        try:
            if back and last is not None:
                actions.reverse(by=officer, entry=last[0], on=on, reason="thử")
                moved = (last[2], last[1], last[0].amount)
                last = None
            else:
                entry = actions.enter(
                    by=officer, kind=kind, line=line, budget_year=2025, amount=amount, on=on, paper=PAPER, note="thử"
                )
                before = before_of(kind, None, False)
                moved = (before, after_of(kind, before, False), amount)
                last = (entry, *moved[:2])
        except Refused:
            continue
        source, target, sum_ = moved
        came += sum_ * ((source is None) - (target is None))
        plain[source] -= sum_
        plain[target] += sum_
    held = {each.stage: each.balance for each in LedgerAccount.objects.filter(line=line)}
    assert all(balance >= 0 for balance in held.values())
    assert {stage: balance for stage, balance in held.items() if balance} == {
        str(stage): balance for stage, balance in plain.items() if stage is not None and balance
    }
    assert sum(held.values()) == came
    rows = matrix(officer, 2025, date(2025, 12, 31))
    spent = held.get("disbursed", 0) + held.get("settled", 0)
    assert [(row.total, row.disbursed) for row in rows] == ([(came, spent)] if came or spent else [])
