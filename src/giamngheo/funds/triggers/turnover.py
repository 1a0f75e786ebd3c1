"""After an entry: balances of its two accounts and their turnover of the month, in the same statement."""

from __future__ import annotations

from giamngheo.foundation.guards import after_insert

_MONTH = "CAST(REPLACE(SUBSTR(CAST(NEW.\"on\" AS VARCHAR), 1, 7), '-', '') AS INTEGER)"
# A counter-entry lowers the turnover of the kind it takes back, so that the kind's sum is what stands.
_KIND = "COALESCE((SELECT e.kind FROM funds_ledgerentry AS e WHERE e.id = NEW.reverses_id), NEW.kind)"
_SIDES = (("target", "+", "came_in"), ("source", "-", "went_out"))


def statements(vendor: str) -> list[str]:
    """What keeps balances and turnovers."""
    return after_insert(vendor, "funds_ledgerentry", "turnover", _body())


def _body() -> list[str]:
    found = []
    for side, sign, _column in _SIDES:
        found.append(
            f"UPDATE funds_ledgeraccount SET balance = balance {sign} NEW.amount, last_entry = NEW.id"  # noqa: S608
            f" WHERE id = NEW.{side}_account_id"
        )
    for side, _sign, column in _SIDES:
        opposite = "went_out" if column == "came_in" else "came_in"
        came, went = (_amount(wanted, column, opposite) for wanted in ("came_in", "went_out"))
        found.append(
            "INSERT INTO funds_ledgermonth (account_id, month, kind, came_in, went_out)"
            f" SELECT NEW.{side}_account_id, {_MONTH}, {_KIND},"
            f" {came}, {went}"
            f" WHERE NEW.{side}_account_id IS NOT NULL"
            " ON CONFLICT (account_id, month, kind) DO UPDATE SET"
            " came_in = funds_ledgermonth.came_in + excluded.came_in,"
            " went_out = funds_ledgermonth.went_out + excluded.went_out"
        )
    return found


def _amount(wanted: str, column: str, opposite: str) -> str:
    """What an entry adds to one column; a counter-entry takes it off the other."""
    usual, reversing = ("NEW.amount" if wanted == each else "0" for each in (column, opposite))
    return f"CASE WHEN NEW.kind = 'reverse' THEN -{reversing} ELSE {usual} END"
