"""What the database itself guards of money, on SQLite and PostgreSQL, whoever writes.

docs/algorithms/ledger.md, credit.md, gifts.md, revolving.md.

SQLite loses triggers when a later migration rebuilds a table: such a migration calls `install` again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.foundation.guards import no_emptying, statements
from giamngheo.funds.triggers import credit, entries, gifts, revolving, turnover

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

_STANDING = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'funds_%%'",
    "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE NOT tgisinternal AND relname LIKE 'funds_%%' AND pg_table_is_visible(pg_class.oid)",
}
GUARDS = (*entries.GUARDS, *credit.GUARDS, *gifts.GUARDS, *revolving.GUARDS)
# Tables whose rows move sums that the database keeps, and what keeps them.
_SUMS = ((entries.ENTRY, turnover.statements), (gifts.ENTRY, gifts.sums), (revolving.ENTRY, revolving.sums))
# On tables older than those they read.
_LATER = {
    **dict.fromkeys(revolving.ON_SOURCES, revolving.ENTRY),
    **dict.fromkeys(gifts.ON_CLOSINGS, gifts.CLOSING),
}
_NEVER_EMPTIED = (
    "funds_ledgerentry",
    "funds_acceptance",
    "funds_yearclosing",
    *credit.TABLES,
    *gifts.TABLES,
    *revolving.TABLES,
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place, anew where it is there; for tables a later migration makes, that migration asks."""
    remove(connection)
    there = set(connection.introspection.table_names())
    guards = [guard for guard in GUARDS if guard.table in there and _LATER.get(guard, guard.table) in there]
    # PostgreSQL asks triggers by name, SQLite the last made first: which message comes first is the same on both.
    ordered = guards if connection.vendor == "postgresql" else list(reversed(guards))
    with connection.cursor() as cursor:
        for statement in (
            *(each for table, kept in _SUMS if table in there for each in kept(connection.vendor)),
            *(each for guard in ordered for each in statements(connection.vendor, guard)),
            *(each for table in _NEVER_EMPTIED if table in there for each in no_emptying(connection.vendor, table)),
        ):
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take them away: only for undoing the migration, and for emptying a test database."""
    with connection.cursor() as cursor:
        for name, table in _ours(connection):
            cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def names(connection: BaseDatabaseWrapper) -> set[str]:
    """The triggers that stand now."""
    return {name for name, _table in _ours(connection)}


def _ours(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_STANDING[connection.vendor], ())
        return list(cursor.fetchall())
