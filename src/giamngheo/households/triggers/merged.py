"""Whoever was merged into another is a member of nothing and bears no circumstance of their own.

The merger itself may sign such rows, just before it removes them. On PostgreSQL the person is locked first, so that two
transactions cannot each miss what the other is writing."""

from __future__ import annotations

MESSAGE = "nobody is a member who was merged into another person"
TABLES = ("membership", "circumstance")
_MERGED = """EXISTS (SELECT 1 FROM households_person AS gone WHERE gone.id = NEW.person_id
    AND gone.merged_into_id IS NOT NULL AND gone.changed_in_id <> NEW.changed_in_id)"""


def statements(vendor: str) -> list[str]:
    """What puts the guard in place."""
    make = _postgres if vendor == "postgresql" else _sqlite
    return [each for table in TABLES for each in make(table)]


def _sqlite(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER households_{table}_of_merged_{verb} BEFORE {verb} ON households_{table} WHEN {_MERGED}"
        f" BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        for verb in ("insert", "update")
    ]


def _postgres(table: str) -> list[str]:
    name = f"households_{table}_of_merged"
    return [
        f"""CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM households_person WHERE id = NEW.person_id FOR NO KEY UPDATE;
  IF {_MERGED} THEN
    RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$""",
        f"CREATE TRIGGER {name} BEFORE INSERT OR UPDATE ON households_{table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]
