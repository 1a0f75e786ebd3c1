"""The table of docs/algorithms/ledger.md "Entries", as conditions over NEW and the accounts it names."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

NOT_ALLOWED = "an entry of this kind does not move money so"
CLOSED = "the budget year is closed"
AFTER_END = "the money of this period has ended"
LOAN = "a loan is no entry of the ledger"
NOT_ACCEPTED = "a contract is paid no more than was accepted"
TOO_EARLY = "an entry lies in its budget year or after"
KEPT = "is append-only"
BALANCE = "a balance follows its entries"

_SIDE = (
    "SELECT {what} FROM funds_ledgeraccount AS a JOIN funds_fundline AS l ON l.id = a.line_id"
    " JOIN funds_fundsource AS s ON s.id = l.source_id WHERE a.id = NEW.{side}_account_id"
)
_PAIR = (
    "EXISTS (SELECT 1 FROM funds_ledgeraccount AS a JOIN funds_fundline AS l ON l.id = a.line_id,"
    " funds_ledgeraccount AS b JOIN funds_fundline AS m ON m.id = b.line_id"
    " WHERE a.id = NEW.source_account_id AND b.id = NEW.target_account_id AND {condition})"
)
_SAME = "a.line_id = b.line_id AND a.budget_year = b.budget_year"
_SISTER = (
    "l.unit_id = m.unit_id AND l.source_id = m.source_id AND l.year = m.year AND l.period_id = m.period_id"
    " AND a.budget_year = b.budget_year"
)
_OPEN = "('assigned', 'allocated', 'committed', 'advanced')"
_DECIDED = "NEW.document_id IS NOT NULL"
_CONTRACTED = "NEW.contract_id IS NOT NULL"


def _move(kind: str, before: str, after: str, how: str = _SAME, *needs: str) -> str:
    condition = f"a.stage IN ({before}) AND b.stage IN ({after}) AND {how}"
    return " AND ".join([f"NEW.kind = '{kind}'", _PAIR.format(condition=condition), *needs])


def _outside(kind: str, side: str, other: str) -> str:
    stage = f"EXISTS ({_SIDE.format(what='1', side=side)} AND a.stage = 'assigned')"
    return f"NEW.kind = '{kind}' AND NEW.{other}_account_id IS NULL AND {stage} AND {_DECIDED}"


_REVERSED = (
    "NEW.kind = 'reverse' AND NEW.note <> ''"
    " AND EXISTS (SELECT 1 FROM funds_ledgerentry AS e WHERE e.id = NEW.reverses_id"
    " AND e.kind <> 'reverse' AND e.amount = NEW.amount"
    " AND COALESCE(e.source_account_id, 0) = COALESCE(NEW.target_account_id, 0)"
    " AND COALESCE(e.target_account_id, 0) = COALESCE(NEW.source_account_id, 0)"
    " AND COALESCE(e.contract_id, 0) = COALESCE(NEW.contract_id, 0))"
)
# One line of the table each.
KINDS = (
    _outside("assign", "target", "source"),
    _outside("reduce", "source", "target"),
    _move(
        "allocate", "'assigned'", "'allocated'", f"{_SISTER} AND (l.node_id IS NULL OR l.node_id = m.node_id)", _DECIDED
    ),
    _move("return", "'allocated'", "'assigned'", _SISTER, _DECIDED),
    _move("commit", "'allocated'", "'committed'", _SAME, _CONTRACTED),
    _move("release", "'committed'", "'allocated'", _SAME, _CONTRACTED),
    _move("advance", "'committed', 'allocated'", "'advanced'"),
    _move("recover", "'advanced'", "'committed', 'allocated'"),
    _move("disburse", "'committed', 'advanced', 'allocated'", "'disbursed'"),
    _move("repay", "'disbursed'", "'allocated'", _SAME, "NEW.note <> ''"),
    _move(
        "carry_over", _OPEN.strip("()"), _OPEN.strip("()"),
        "a.line_id = b.line_id AND a.stage = b.stage AND b.budget_year = a.budget_year + 1", _DECIDED,
    ),
    _move(
        "transfer", "'assigned', 'allocated'", "'assigned'",
        "l.unit_id = m.unit_id AND l.source_id = m.source_id AND a.budget_year = b.budget_year"
        " AND EXISTS (SELECT 1 FROM programme_programmeperiod AS p, programme_programmeperiod AS q"
        " WHERE p.id = l.period_id AND q.id = m.period_id AND q.from_year = p.to_year + 1)", _DECIDED,
    ),
    _move("cancel", _OPEN.strip("()"), "'cancelled'", _SAME, f"({_DECIDED} OR NEW.note <> '')"),
    _move("settle", "'disbursed'", "'settled'"),
    _REVERSED,
)  # fmt: skip
_NOT_CLOSED = (
    "NOT EXISTS (SELECT 1 FROM funds_yearclosing AS c JOIN funds_fundline AS l ON l.unit_id = c.unit_id"
    " JOIN funds_ledgeraccount AS a ON a.line_id = l.id AND a.budget_year = c.budget_year"
    " WHERE a.id IN (NEW.source_account_id, NEW.target_account_id))"
)
_NOT_LOAN = (
    "NOT EXISTS (SELECT 1 FROM funds_ledgeraccount AS a JOIN funds_fundline AS l ON l.id = a.line_id"
    " JOIN funds_fundsource AS s ON s.id = l.source_id"
    " WHERE a.id IN (NEW.source_account_id, NEW.target_account_id) AND s.is_loan = true)"
)
_NOT_ENDED = (
    "NOT EXISTS (SELECT 1 FROM funds_ledgeraccount AS a JOIN funds_fundline AS l ON l.id = a.line_id"
    " JOIN funds_periodend AS e ON e.period_id = l.period_id"
    " WHERE a.id IN (NEW.source_account_id, NEW.target_account_id) AND (a.budget_year > e.last_budget_year"
    " OR (NEW.\"on\" > e.last_day AND NEW.kind NOT IN ('cancel', 'settle', 'reverse', 'reduce'))))"
)
_IN_YEAR = (
    "NOT EXISTS (SELECT 1 FROM funds_ledgeraccount AS a"
    " WHERE a.id = COALESCE(NEW.source_account_id, NEW.target_account_id)"
    ' AND CAST(SUBSTR(CAST(NEW."on" AS VARCHAR), 1, 4) AS INTEGER) < a.budget_year)'
)
_PAID = (
    "(SELECT COALESCE(SUM(CASE WHEN e.kind = 'disburse' THEN e.amount ELSE -e.amount END), 0)"
    " FROM funds_ledgerentry AS e LEFT JOIN funds_ledgerentry AS r ON r.id = e.reverses_id"
    " WHERE e.contract_id = NEW.contract_id AND (e.kind IN ('disburse', 'repay') OR r.kind = 'disburse'))"
)
_ACCEPTED = "(SELECT COALESCE(SUM(x.amount), 0) FROM funds_acceptance AS x WHERE x.contract_id = NEW.contract_id)"
_WITHIN_ACCEPTED = f"NEW.kind <> 'disburse' OR NEW.contract_id IS NULL OR NEW.amount + {_PAID} <= {_ACCEPTED}"
ENTRY = "funds_ledgerentry"
_ACCOUNT = "funds_ledgeraccount"
# The balance moved by exactly the entry it names.
_FOLLOWS = (
    "NEW.id = OLD.id AND NEW.line_id = OLD.line_id AND NEW.budget_year = OLD.budget_year AND NEW.stage = OLD.stage"
    " AND NEW.last_entry <> OLD.last_entry AND EXISTS (SELECT 1 FROM funds_ledgerentry AS e WHERE e.id = NEW.last_entry"
    " AND NEW.balance - OLD.balance = CASE WHEN e.target_account_id = NEW.id THEN e.amount"
    " WHEN e.source_account_id = NEW.id THEN -e.amount ELSE NULL END)"
)
_LOCK = "funds_ledgeraccount AS a WHERE a.id IN (NEW.source_account_id, NEW.target_account_id) ORDER BY a.id"
GUARDS = (
    Guard(ENTRY, "INSERT", "a_kind", " OR ".join(f"({each})" for each in KINDS), NOT_ALLOWED, _LOCK),
    Guard(ENTRY, "INSERT", "b_closed", _NOT_CLOSED, CLOSED),
    Guard(ENTRY, "INSERT", "c_loan", _NOT_LOAN, LOAN),
    Guard(ENTRY, "INSERT", "d_ended", _NOT_ENDED, AFTER_END),
    Guard(ENTRY, "INSERT", "e_year", _IN_YEAR, TOO_EARLY),
    Guard(
        ENTRY, "INSERT", "f_accepted", _WITHIN_ACCEPTED, NOT_ACCEPTED,
        "funds_contract AS c WHERE c.id = NEW.contract_id",
    ),
    *(
        Guard(f"funds_{table}", verb, "kept", "1 = 0", f"funds_{table} {KEPT}")
        for table in ("ledgerentry", "acceptance", "yearclosing", "linedifficulty")
        for verb in ("UPDATE", "DELETE")
    ),
    Guard(_ACCOUNT, "INSERT", "begins", "NEW.balance = 0 AND NEW.last_entry = 0", BALANCE),
    Guard(_ACCOUNT, "UPDATE", "follows", _FOLLOWS, BALANCE),
    Guard(
        "funds_contract", "UPDATE", "kept",
        "NOT EXISTS (SELECT 1 FROM funds_ledgerentry AS e WHERE e.contract_id = OLD.id)",
        "a contract money moved by does not change",
    ),
)  # fmt: skip
