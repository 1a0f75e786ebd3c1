"""What the database guards of gifts: entries as they came, accounts that follow them, never more used than came."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard, after_insert

FUND, ACCOUNT, ENTRY, CLOSING = "funds_giftfund", "funds_giftaccount", "funds_giftentry", "funds_giftclosing"
TABLES = (ENTRY, CLOSING)
KEPT = "a gift entry is append-only"
REVERSED = "a gift entry is taken back as it was"
MEASURED = "money has no quantity, goods and days of work have one"
DONOR = "a donor gives to funds of its commune"
CLOSED = "a closed year of a fund takes no entry"
CARRIED = "a fund carries over what its entries leave, one year after another"
BALANCE = "what a fund holds follows its entries"


def _sign(row: str) -> str:
    taken_back = f"(SELECT r.kind FROM {ENTRY} AS r WHERE r.id = {row}.reverses_id)"  # noqa: S608 own names
    return (
        f"CASE WHEN {row}.kind = 'receive' THEN 1 WHEN {row}.kind = 'use' THEN -1"
        f" WHEN {taken_back} = 'receive' THEN -1 ELSE 1 END"
    )


_MOVED = " AND ".join((
    "e.id = NEW.last_entry", "e.account_id = NEW.id", f"NEW.balance - OLD.balance = e.amount * ({_sign('e')})",
    f"NEW.hundredths - OLD.hundredths = e.hundredths * ({_sign('e')})",
))  # fmt: skip
_FOLLOWS = " AND ".join((
    *(f"NEW.{same} = OLD.{same}" for same in ("id", "fund_id", "form", "what", "measure", "earmark")),
    "NEW.last_entry <> OLD.last_entry", f"EXISTS (SELECT 1 FROM {ENTRY} AS e WHERE {_MOVED})",  # noqa: S608 own names
))  # fmt: skip


def _year(row: str) -> str:
    return f'CAST(SUBSTR(CAST({row}."on" AS VARCHAR), 1, 4) AS INTEGER)'


_FUND_OF = f"(SELECT a.fund_id FROM {ACCOUNT} AS a WHERE a.id = NEW.account_id)"  # noqa: S608 own names
_TAKEN_BACK = f"(SELECT {_year('r')} FROM {ENTRY} AS r WHERE r.id = NEW.reverses_id)"  # noqa: S608 own names
_LEFT = (
    f"(SELECT COALESCE(SUM(e.amount * ({_sign('e')})), 0) FROM {ENTRY} AS e, {ACCOUNT} AS a"  # noqa: S608 own names
    f" WHERE a.id = e.account_id AND a.fund_id = NEW.fund_id AND a.form = 'money' AND {_year('e')} <= NEW.year)"
)
# On the entries, who are older than the closings.
ON_CLOSINGS = (
    Guard(
        ENTRY, "INSERT", "d_open",
        f"NOT EXISTS (SELECT 1 FROM {CLOSING} AS c WHERE c.fund_id = {_FUND_OF}"  # noqa: S608 own names
        f" AND (c.year >= {_year('NEW')} OR c.year >= COALESCE({_TAKEN_BACK}, 9999)))",
        CLOSED, f"{FUND} AS f WHERE f.id = {_FUND_OF}",
    ),
)  # fmt: skip
GUARDS = (
    *ON_CLOSINGS,
    *(Guard(CLOSING, verb, "kept", "1 = 0", KEPT) for verb in ("UPDATE", "DELETE")),
    Guard(
        CLOSING, "INSERT", "a_carried",
        f"NEW.carried = {_LEFT} AND NOT EXISTS (SELECT 1 FROM {CLOSING} AS c"  # noqa: S608 own names
        " WHERE c.fund_id = NEW.fund_id AND c.year >= NEW.year)",
        CARRIED, f"{FUND} AS f WHERE f.id = NEW.fund_id",
    ),
    *(Guard(ENTRY, verb, "kept", "1 = 0", KEPT) for verb in ("UPDATE", "DELETE")),
    Guard(
        ENTRY, "INSERT", "a_reversed",
        "NEW.kind <> 'reverse' OR EXISTS (SELECT 1 FROM funds_giftentry AS e WHERE e.id = NEW.reverses_id"
        " AND e.kind <> 'reverse' AND e.account_id = NEW.account_id AND e.amount = NEW.amount"
        " AND e.hundredths = NEW.hundredths)",
        REVERSED,
    ),
    Guard(
        ENTRY, "INSERT", "b_measured",
        "EXISTS (SELECT 1 FROM funds_giftaccount AS a WHERE a.id = NEW.account_id"
        " AND ((a.form = 'money' AND NEW.hundredths = 0) OR (a.form <> 'money' AND NEW.hundredths > 0)))",
        MEASURED,
    ),
    Guard(
        ENTRY, "INSERT", "c_donor",
        "NEW.donor_id IS NULL OR EXISTS (SELECT 1 FROM funds_donor AS d, funds_giftaccount AS a, funds_giftfund AS f"
        " WHERE d.id = NEW.donor_id AND a.id = NEW.account_id AND f.id = a.fund_id AND d.unit_id = f.unit_id)",
        DONOR,
    ),
    Guard(
        ACCOUNT, "INSERT", "begins", "NEW.balance = 0 AND NEW.hundredths = 0 AND NEW.last_entry = 0", BALANCE
    ),
    Guard(ACCOUNT, "UPDATE", "follows", _FOLLOWS, BALANCE),
)  # fmt: skip


def sums(vendor: str) -> list[str]:
    """What keeps the accounts."""
    sign = _sign("NEW")
    return after_insert(vendor, ENTRY, "sums", [
        f"UPDATE {ACCOUNT} SET balance = balance + NEW.amount * ({sign}),"  # noqa: S608 own names
        f" hundredths = hundredths + NEW.hundredths * ({sign}), last_entry = NEW.id WHERE id = NEW.account_id"
    ])  # fmt: skip
