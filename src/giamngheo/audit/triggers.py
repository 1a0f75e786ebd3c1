"""The triggers that make `audit_event` append-only, for SQLite and PostgreSQL.

SQLite loses triggers when a later migration rebuilds the table: such a migration calls `install` again
(tests/integration/audit fail when it forgets).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

MESSAGE = "audit_event is append-only"

_REFUSE = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
_SQLITE = {
    "audit_event_no_update": "BEFORE UPDATE ON audit_event",
    "audit_event_no_delete": "BEFORE DELETE ON audit_event",
    # INSERT OR REPLACE removes the old row without firing its delete trigger.
    "audit_event_no_replace": (
        "BEFORE INSERT ON audit_event WHEN EXISTS (SELECT 1 FROM audit_event AS held WHERE held.id = NEW.id)"
    ),
}
_SQLITE_INSTALL = tuple(f"CREATE TRIGGER IF NOT EXISTS {name} {when} {_REFUSE}" for name, when in _SQLITE.items())
_SQLITE_REMOVE = tuple(f"DROP TRIGGER IF EXISTS {name}" for name in _SQLITE)

_POSTGRES_INSTALL = (
    "CREATE OR REPLACE FUNCTION audit_event_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE OR REPLACE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE ON audit_event "
    "FOR EACH ROW EXECUTE FUNCTION audit_event_append_only()",
    "CREATE OR REPLACE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_event_append_only()",
)
_POSTGRES_REMOVE = (
    "DROP TRIGGER IF EXISTS audit_event_no_change ON audit_event",
    "DROP TRIGGER IF EXISTS audit_event_no_truncate ON audit_event",
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; harmless when they are there. Raises on a database we have not prepared."""
    _run(connection, {"sqlite": _SQLITE_INSTALL, "postgresql": _POSTGRES_INSTALL}[connection.vendor])


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: only for undoing the migration and for emptying a test database."""
    _run(connection, {"sqlite": _SQLITE_REMOVE, "postgresql": _POSTGRES_REMOVE}[connection.vendor])


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
