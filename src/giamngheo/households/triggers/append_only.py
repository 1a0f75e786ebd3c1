"""Changes and history stand for ever; nothing of the register is emptied or overwritten past its triggers."""

from __future__ import annotations

from collections.abc import Iterable

MESSAGE = "is append-only"
NO_EMPTYING = "the register is never emptied"

_POSTGRES = (
    "CREATE OR REPLACE FUNCTION households_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "RAISE EXCEPTION '% %', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$"
)


def statements(vendor: str, tables: Iterable[str]) -> list[str]:
    """No UPDATE, no DELETE, no TRUNCATE, no INSERT OR REPLACE."""
    if vendor == "postgresql":
        return [_POSTGRES, *(each for table in tables for each in _postgres(table))]
    return [each for table in tables for each in _sqlite(table)]


def no_replacing(vendor: str, tables: Iterable[str]) -> list[str]:
    """PostgreSQL: no TRUNCATE. SQLite: INSERT OR REPLACE removes the old row without firing its delete trigger."""
    if vendor == "postgresql":
        return [
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT"
            f" EXECUTE FUNCTION households_refuse('{NO_EMPTYING}')"
            for table in tables
        ]
    return [_sqlite_no_replace(table, "a row of the register is written again by UPDATE") for table in tables]


def _postgres(table: str) -> list[str]:
    refuse = f"EXECUTE FUNCTION households_refuse('{MESSAGE}')"
    return [
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW {refuse}",
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuse}",
    ]


def _sqlite(table: str) -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} {MESSAGE}'); END"
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
        _sqlite_no_replace(table, f"{table} {MESSAGE}"),
    ]


def _sqlite_no_replace(table: str, message: str) -> str:
    return f"""CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
  WHEN EXISTS (SELECT 1 FROM {table} AS held WHERE held.id = NEW.id)
  BEGIN SELECT RAISE(ABORT, '{message}'); END"""  # noqa: S608 own names
