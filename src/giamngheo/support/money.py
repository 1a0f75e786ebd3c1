"""What the norms say of money given to an activity that is a livelihood project. docs/algorithms/livelihood.md."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q, QuerySet, Sum

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import format_number
from giamngheo.funds.models import EntryKind, LedgerEntry
from giamngheo.support import problems_livelihood as p
from giamngheo.support.conditions import figures_of, finding_of
from giamngheo.support.counterpart import CENTRAL, LOCAL
from giamngheo.support.models import LivelihoodProject, Stage
from giamngheo.support.norms import Judged, judge

if TYPE_CHECKING:
    from giamngheo.funds.models import FundLine
    from giamngheo.programme.models import WorkItem

STATE = (*CENTRAL, *LOCAL)


class MoneyFacts(NamedTuple):
    """State money of an activity in đồng. `project`: None where the activity is none; then nothing is judged."""

    allocated: int
    contracted: int
    direct: int
    project: LivelihoodProject | None
    judged: Sequence[Judged]
    findings: Sequence[Finding]

    @property
    def state(self) -> int:
        """Allocating comes before contracting and paying: the same money is not counted twice."""
        return max(self.allocated, self.contracted + self.direct)

    @property
    def broken(self) -> list[Finding]:
        return [each for each in self.findings if each.severity == Severity.ERROR]


def money_facts(
    item: WorkItem, day: date, *, line: FundLine | None = None, kind: str = "", adding: int = 0
) -> MoneyFacts:
    """An activity's money by the ledger, with `adding` đồng of a `line` that an entry of that kind would add."""
    counts = adding if line is not None and line.source.code in STATE else 0
    of = Q(work_item=item) | Q(contract__work_item=item)
    entries = LedgerEntry.objects.filter(of, reverses=None, reversed_by=None)
    entries = entries.filter(Q(source_account__line__source__code__in=STATE))
    free = entries.filter(contract=None)
    sums = (
        _net(entries, EntryKind.ALLOCATE, EntryKind.RETURN) + counts * (kind == EntryKind.ALLOCATE),
        _net(entries, EntryKind.COMMIT, EntryKind.RELEASE) + counts * (kind == EntryKind.COMMIT),
        _net(free, EntryKind.DISBURSE, EntryKind.REPAY) + counts * (kind == EntryKind.DISBURSE),
    )
    project = LivelihoodProject.objects.select_related("unit", "period").filter(work__work_item=item).first()
    facts = MoneyFacts(*sums, project, (), ())
    if project is None:
        return facts
    judged = _judged(project, day, facts.state, line.period.code if line is not None else project.period.code)
    findings = [finding_of(each) for each in judged if not each.kept]
    if facts.state > project.state:
        findings.insert(0, _above(project, facts.state))
    return facts._replace(judged=judged, findings=findings)


def _net(entries: QuerySet[LedgerEntry], plus: str, minus: str) -> int:
    found = dict(entries.order_by().values_list("kind").annotate(sum=Sum("amount")).filter(kind__in=(plus, minus)))
    return found.get(plus, 0) - found.get(minus, 0)


def _judged(project: LivelihoodProject, day: date, state: int, period: str) -> list[Judged]:
    """The state's share of the money there is; every other norm of the project as it was proposed, by the norms of
    the period whose money pays."""
    figures = figures_of(project, day)._replace(period=period)
    paid = {each.norm: each for each in judge(figures._replace(state=state))}
    return [paid[each.norm] if each.norm.norm == "state_share" else each for each in judge(figures)]


def _above(project: LivelihoodProject, state: int) -> Finding:
    approved = project.steps.filter(stage__gte=Stage.APPROVAL).exists()
    return p.MONEY_ABOVE.at(
        severity=Severity.ERROR if approved else Severity.WARNING, project=project.name, found=format_number(state),
        limit=format_number(project.state),
    )  # fmt: skip
