"""What the database guards of revolving money: never more lent than came back plus capital, nor paid back than lent."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard, after_insert

POT, LOAN, ENTRY = "funds_revolvingpot", "funds_revolvingloan", "funds_revolvingentry"
TABLES = (ENTRY, LOAN)
KEPT = "an entry of revolving money is append-only"
REVERSED = "an entry of revolving money is taken back as it was"
OWN_POT = "a loan is lent whole from its own pot"
SOURCE = "capital is no more than what its source gave to this commune"
STANDS = "what gave capital to revolving money is not taken back while it stands"
SUMS = "sums of revolving money follow their entries"
_SIGNS = {
    POT: {"capital": 1, "lend": -1, "repay": 1, "write_off": 0},
    LOAN: {"capital": 0, "lend": 1, "repay": -1, "write_off": -1},
}


def _sign(table: str, row: str) -> str:
    """+1, 0 or -1 as an entry moves that table's sum; a counter-entry the other way."""
    taken_back = f"(SELECT r.kind FROM {ENTRY} AS r WHERE r.id = {row}.reverses_id)"  # noqa: S608 own names
    cases = " ".join(
        f"WHEN {row}.kind = '{kind}' THEN {sign} WHEN {taken_back} = '{kind}' THEN {-sign}"
        for kind, sign in _SIGNS[table].items()
    )
    return f"CASE {cases} ELSE 0 END"


def _follows(table: str, key: str, total: str, same: tuple[str, ...]) -> str:
    moved = (
        f"e.id = NEW.last_entry AND e.{key} = NEW.id AND NEW.{total} - OLD.{total} = e.amount * ({_sign(table, 'e')})"
    )
    kept = " AND ".join(f'NEW."{each}" = OLD."{each}"' for each in same)
    return f"{kept} AND NEW.last_entry <> OLD.last_entry AND EXISTS (SELECT 1 FROM {ENTRY} AS e WHERE {moved})"  # noqa: S608


def _within(column: str, table: str, condition: str) -> str:
    """Capital standing from one source entry, with this one, is no more than the entry; and it is the commune's."""
    standing = (
        f"(SELECT COALESCE(SUM(c.amount), 0) FROM {ENTRY} AS c WHERE c.{column} = NEW.{column}"  # noqa: S608
        f" AND NOT EXISTS (SELECT 1 FROM {ENTRY} AS r WHERE r.reverses_id = c.id))"
    )
    return (
        f"NEW.{column} IS NULL OR EXISTS (SELECT 1 FROM {table} AS s WHERE s.id = NEW.{column} AND {condition}"  # noqa: S608
        f" AND NOT EXISTS (SELECT 1 FROM {table} AS b WHERE b.reverses_id = s.id)"
        f" AND NEW.amount + {standing} <= s.amount)"
    )


_UNIT = f"(SELECT p.unit_id FROM {POT} AS p WHERE p.id = NEW.pot_id)"  # noqa: S608
_OURS = f" AND {_UNIT} = "
_FROM_LEDGER = _within(
    "ledger_entry_id", "funds_ledgerentry",
    "s.kind = 'disburse'" + _OURS + "(SELECT l.unit_id FROM funds_ledgeraccount AS a"  # noqa: S608 own names
    " JOIN funds_fundline AS l ON l.id = a.line_id WHERE a.id = s.source_account_id)",
)  # fmt: skip
_FROM_GIFT = _within(
    "gift_entry_id", "funds_giftentry",
    "s.kind = 'use'" + _OURS + "(SELECT f.unit_id FROM funds_giftaccount AS a"  # noqa: S608
    " JOIN funds_giftfund AS f ON f.id = a.fund_id WHERE a.id = s.account_id AND a.form = 'money')",
)  # fmt: skip


def _stands(column: str) -> str:
    return (
        f"NEW.reverses_id IS NULL OR NOT EXISTS (SELECT 1 FROM {ENTRY} AS c WHERE c.{column} = NEW.reverses_id"  # noqa: S608
        f" AND NOT EXISTS (SELECT 1 FROM {ENTRY} AS r WHERE r.reverses_id = c.id))"
    )


_REVERSED = (
    f"NEW.kind <> 'reverse' OR EXISTS (SELECT 1 FROM {ENTRY} AS e WHERE e.id = NEW.reverses_id"  # noqa: S608
    " AND e.kind <> 'reverse' AND e.pot_id = NEW.pot_id AND COALESCE(e.loan_id, 0) = COALESCE(NEW.loan_id, 0)"
    " AND e.amount = NEW.amount)"
)
_OWN_POT = (
    f"NEW.loan_id IS NULL OR EXISTS (SELECT 1 FROM {LOAN} AS l WHERE l.id = NEW.loan_id AND l.pot_id = NEW.pot_id"  # noqa: S608
    " AND (NEW.kind <> 'lend' OR l.principal = NEW.amount))"
)
_SAME_HOUSEHOLD = " AND COALESCE(NEW.household_id, 0) = COALESCE(OLD.household_id, 0)"
_SAME_LOAN = ("id", "pot_id", "group", "principal", "on", "count", "months", "first_due", "paper")
ON_SOURCES = (
    Guard("funds_ledgerentry", "INSERT", "g_revolving", _stands("ledger_entry_id"), STANDS,
          "funds_ledgerentry AS s WHERE s.id = NEW.reverses_id"),
    Guard("funds_giftentry", "INSERT", "d_revolving", _stands("gift_entry_id"), STANDS,
          "funds_giftentry AS s WHERE s.id = NEW.reverses_id"),
)  # fmt: skip
GUARDS = (
    *(Guard(ENTRY, verb, "kept", "1 = 0", KEPT) for verb in ("UPDATE", "DELETE")),
    Guard(LOAN, "DELETE", "kept", "1 = 0", KEPT),
    Guard(ENTRY, "INSERT", "a_reversed", _REVERSED, REVERSED),
    Guard(ENTRY, "INSERT", "b_own_pot", _OWN_POT, OWN_POT),
    Guard(ENTRY, "INSERT", "c_ledger", _FROM_LEDGER, SOURCE, "funds_ledgerentry AS s WHERE s.id = NEW.ledger_entry_id"),
    Guard(ENTRY, "INSERT", "d_gift", _FROM_GIFT, SOURCE, "funds_giftentry AS s WHERE s.id = NEW.gift_entry_id"),
    *ON_SOURCES,
    Guard(POT, "INSERT", "begins", "NEW.available = 0 AND NEW.last_entry = 0", SUMS),
    Guard(LOAN, "INSERT", "begins", "NEW.outstanding = 0 AND NEW.last_entry = 0", SUMS),
    Guard(POT, "UPDATE", "follows", _follows(POT, "pot_id", "available", ("id", "unit_id", "name")), SUMS),
    Guard(LOAN, "UPDATE", "follows", _follows(
        LOAN, "loan_id", "outstanding", _SAME_LOAN) + _SAME_HOUSEHOLD, SUMS),
)  # fmt: skip


def sums(vendor: str) -> list[str]:
    """What keeps the pots and loans."""
    body = [
        f"UPDATE {table} SET {total} = {total} + NEW.amount * ({_sign(table, 'NEW')}),"  # noqa: S608 own names
        f" last_entry = NEW.id WHERE id = NEW.{key}"
        for table, key, total in ((POT, "pot_id", "available"), (LOAN, "loan_id", "outstanding"))
    ]
    return after_insert(vendor, ENTRY, "sums", body)
