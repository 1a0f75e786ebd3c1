"""What the database itself guards in the rows of help, on SQLite and PostgreSQL. docs/algorithms/support.md,
growth.md, outreach.md, livelihood.md.

SQLite loses triggers when a later migration rebuilds a table: such a migration calls `install` again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.foundation.guards import no_emptying, statements
from giamngheo.support.triggers import deliveries, livelihood, nutrition, outreach

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

GUARDS = (*deliveries.GUARDS, *livelihood.GUARDS, *nutrition.GUARDS, *outreach.GUARDS)
TABLES = (deliveries.DELIVERY, deliveries.FILE, *livelihood.KEPT_TABLES, *nutrition.TABLES, *outreach.TABLES)
_STANDING = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'support_%%'",
    "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE NOT tgisinternal AND relname LIKE 'support_%%' AND pg_table_is_visible(pg_class.oid)",
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place, anew where it is there; for tables a later migration makes, that migration asks."""
    remove(connection)
    there = set(connection.introspection.table_names())
    guards = [guard for guard in GUARDS if guard.table in there]
    # PostgreSQL asks triggers by name, SQLite the last made first: which message comes first is the same on both.
    ordered = guards if connection.vendor == "postgresql" else list(reversed(guards))
    with connection.cursor() as cursor:
        for statement in (
            *(each for guard in ordered for each in statements(connection.vendor, guard)),
            *(each for table in TABLES if table in there for each in no_emptying(connection.vendor, table)),
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
