"""From where to where each kind of entry moves money: the table of docs/algorithms/ledger.md, for verbs and screens."""

from __future__ import annotations

from typing import NamedTuple

from giamngheo.funds.models import OPEN_STAGES, EntryKind, Stage


class Route(NamedTuple):
    """`before`: stages money may come from, the usual one first (empty: outside). `after`: where to (empty: outside).

    `same_stage`: it stays at its stage (a carry-over). `paper`, `contract`, `reason`: what must be given.
    """

    before: tuple[Stage, ...]
    after: tuple[Stage, ...]
    paper: bool = False
    contract: bool = False
    reason: bool = False
    same_stage: bool = False


ROUTES: dict[EntryKind, Route] = {
    EntryKind.ASSIGN: Route((), (Stage.ASSIGNED,), paper=True),
    EntryKind.REDUCE: Route((Stage.ASSIGNED,), (), paper=True),
    EntryKind.ALLOCATE: Route((Stage.ASSIGNED,), (Stage.ALLOCATED,), paper=True),
    EntryKind.RETURN: Route((Stage.ALLOCATED,), (Stage.ASSIGNED,), paper=True),
    EntryKind.COMMIT: Route((Stage.ALLOCATED,), (Stage.COMMITTED,), contract=True),
    EntryKind.RELEASE: Route((Stage.COMMITTED,), (Stage.ALLOCATED,), contract=True),
    EntryKind.ADVANCE: Route((Stage.ALLOCATED, Stage.COMMITTED), (Stage.ADVANCED,)),
    EntryKind.RECOVER: Route((Stage.ADVANCED,), (Stage.ALLOCATED, Stage.COMMITTED)),
    EntryKind.DISBURSE: Route((Stage.ALLOCATED, Stage.COMMITTED, Stage.ADVANCED), (Stage.DISBURSED,)),
    EntryKind.REPAY: Route((Stage.DISBURSED,), (Stage.ALLOCATED,), reason=True),
    EntryKind.CARRY_OVER: Route(OPEN_STAGES, OPEN_STAGES, paper=True, same_stage=True),
    EntryKind.TRANSFER: Route((Stage.ASSIGNED, Stage.ALLOCATED), (Stage.ASSIGNED,), paper=True),
    EntryKind.CANCEL: Route(OPEN_STAGES, (Stage.CANCELLED,), reason=True),
    EntryKind.SETTLE: Route((Stage.DISBURSED,), (Stage.SETTLED,)),
}
# What verbs a clerk enters one by one; carrying over, cancelling and settling are done for a year at once as well.
ENTERED = tuple(kind for kind in ROUTES if kind != EntryKind.CARRY_OVER)


def before_of(kind: EntryKind, asked: Stage | None, with_contract: bool) -> Stage | None:
    """The stage money leaves: the one asked for, else committed for a contract's money, else the usual one."""
    route = ROUTES[kind]
    if asked is not None or not route.before:
        return asked
    return Stage.COMMITTED if with_contract and Stage.COMMITTED in route.before else route.before[0]


def after_of(kind: EntryKind, before: Stage | None, with_contract: bool) -> Stage | None:
    """The stage money comes to."""
    route = ROUTES[kind]
    if not route.after:
        return None
    if route.same_stage:
        return before
    return Stage.COMMITTED if with_contract and Stage.COMMITTED in route.after else route.after[0]
