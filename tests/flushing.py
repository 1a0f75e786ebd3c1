"""How a transactional test leaves the database empty: only tables that hold something, their triggers standing aside.

Django empties every table there is, and our triggers refuse to let most of them be emptied. Here one question tells
which tables hold rows; in one transaction their triggers stand aside, the rows go, and the triggers stand again, as
they were. Reference data stays; content types and permissions too, so nothing has to be made anew after a flush.
"""

from __future__ import annotations

from typing import Any

# Reference data that migrations and `units_loaded` bring once; no row of it points at a table that is emptied.
KEPT = {
    "territory_unit",
    "territory_unitchange",
    "territory_areakindperiod",
    "programme_programmeperiod",
    "programme_programmenode",
    "programme_nodecrosswalk",
    "programme_beneficiarygroup",
    "funds_fundsource",
    "funds_periodend",
    "monitoring_indicator",
    "django_content_type",
    "auth_permission",
}


def install(connection: Any) -> None:
    """From now on, in this process, a flush empties what holds rows and keeps what is in `KEPT`."""
    from django.core.management.commands import flush

    operations = type(connection.ops)

    def sql_flush(self: Any, style: Any, tables: list[str], **options: Any) -> list[str]:
        return [table for table in tables if table not in KEPT]

    def execute_sql_flush(self: Any, tables: list[str]) -> None:
        empty(self.connection, tables)

    operations.sql_flush, operations.execute_sql_flush = sql_flush, execute_sql_flush
    flush.emit_post_migrate_signal = lambda *given, **named: None  # what it would make is kept


def empty(connection: Any, tables: list[str]) -> None:
    """Remove every row of these tables in one transaction; constraints are asked at its end."""
    from django.db import transaction

    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        held = _holding(cursor, connection, tables)
        aside = _aside(cursor, connection, held)
        for table in held:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else the waiting checks forbid to alter the table
        for statement in aside:
            cursor.execute(statement)


def end_other_sessions(connection: Any) -> None:
    """Every session with this database but our own ends; SQLite has none."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def _holding(cursor: Any, connection: Any, tables: list[str]) -> list[str]:
    held = []
    for start in range(0, len(tables), 100):  # SQLite joins at most 500 questions
        questions = [
            f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {connection.ops.quote_name(table)})"
            for table in tables[start : start + 100]
        ]
        cursor.execute(" UNION ALL ".join(questions))
        held += [name for (name,) in cursor.fetchall()]
    return held


def _aside(cursor: Any, connection: Any, held: list[str]) -> list[str]:
    """Put the triggers of these tables aside; returns what puts them back."""
    if connection.vendor == "postgresql":
        for table in held:
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
        return [f'ALTER TABLE "{table}" ENABLE TRIGGER USER' for table in held]
    cursor.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
    mine = [(name, sql) for name, table, sql in cursor.fetchall() if table in held]
    for name, _ in mine:
        cursor.execute(f'DROP TRIGGER "{name}"')
    return [sql for _, sql in mine]
