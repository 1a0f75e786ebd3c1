"""What the database itself guards in the register, on SQLite and PostgreSQL, whoever writes.

- history: every UPDATE of a row must name another change and leaves the old row in `households_history`; a row goes by
  DELETE only when an undoing has signed it, or the merging of its person, and leaves its last state there too
  (triggers/history.py);
- `households_change` and `households_history` are never changed, removed or emptied (triggers/append_only.py);
- a person is in one household at a time, a household has one address and at most one head (triggers/overlap.py);
- whoever was merged into another is a member of nothing (triggers/merged.py).

SQLite loses triggers when a later migration rebuilds a table, and columns may have come or gone: such a migration
calls `install` again (tests/integration/households fail when it forgets).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.households.triggers import append_only, history, merged, overlap

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = tuple(f"households_{name}" for name in ("household", "address", "person", "membership", "circumstance"))
KEPT = ("households_change", "households_history")


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place, anew where it is there. Raises on a database we have not prepared."""
    remove(connection)
    with connection.cursor() as cursor:
        for table in TABLES:
            columns = [each.name for each in connection.introspection.get_table_description(cursor, table)]
            _run(cursor, history.statements(connection.vendor, table, columns))
        _run(cursor, append_only.statements(connection.vendor, KEPT))
        _run(cursor, append_only.no_replacing(connection.vendor, TABLES))
        _run(cursor, overlap.statements(connection.vendor))
        _run(cursor, merged.statements(connection.vendor))


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take them away: only for undoing the migration, and for emptying a test database."""
    with connection.cursor() as cursor:
        for name, table in _ours(connection):
            cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def names(connection: BaseDatabaseWrapper) -> set[str]:
    """The triggers that stand now."""
    return {name for name, _table in _ours(connection)}


def _ours(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    found = {
        "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'households_%%'",
        "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
        " WHERE NOT tgisinternal AND relname LIKE 'households_%%' AND pg_table_is_visible(pg_class.oid)",
    }
    with connection.cursor() as cursor:
        cursor.execute(found[connection.vendor], ())
        return list(cursor.fetchall())


def _run(cursor: object, statements: list[str]) -> None:
    for statement in statements:
        cursor.execute(statement)  # type: ignore[attr-defined]
