"""A guard as both databases say it: "before VERB on TABLE, refuse with MESSAGE unless CONDITION". Text only.

Conditions are SQL both understand over NEW and OLD; names are our own, never people's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Guard(NamedTuple):
    """One trigger. `verb`: INSERT, UPDATE or DELETE. `holds`: the condition that must hold. `lock`: on PostgreSQL, rows
    locked first so that two transactions cannot each miss what the other writes, as "table WHERE ..."."""

    table: str
    verb: str
    name: str
    holds: str
    message: str
    lock: str = ""


def statements(vendor: str, guard: Guard) -> list[str]:
    """What puts one guard in place."""
    name = f"{guard.table}_{guard.name}_{guard.verb.lower()}"
    if vendor != "postgresql":
        return [
            f"CREATE TRIGGER {name} BEFORE {guard.verb} ON {guard.table} BEGIN\n"
            f"  SELECT RAISE(ABORT, '{guard.message}') WHERE NOT COALESCE(({guard.holds}), 0);\nEND"
        ]
    row = "OLD" if guard.verb == "DELETE" else "NEW"
    lock = f"  PERFORM 1 FROM {guard.lock} FOR NO KEY UPDATE;\n" if guard.lock else ""
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n{lock}"
        f"  IF NOT COALESCE(({guard.holds}), false) THEN\n"
        f"    RAISE EXCEPTION '{guard.message}' USING ERRCODE = 'integrity_constraint_violation';\n  END IF;\n"
        f"  RETURN {row};\nEND $$",
        f"CREATE TRIGGER {name} BEFORE {guard.verb} ON {guard.table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def after_insert(vendor: str, table: str, name: str, body: Sequence[str]) -> list[str]:
    """What is written in the same statement after a row came in: sums that the database alone keeps."""
    lines, name = ";\n  ".join(body), f"{table}_{name}"
    if vendor != "postgresql":
        return [f"CREATE TRIGGER {name} AFTER INSERT ON {table} BEGIN\n  {lines};\nEND"]
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$\n"
        f"BEGIN\n  {lines};\n  RETURN NULL;\nEND $$",
        f"CREATE TRIGGER {name} AFTER INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def no_emptying(vendor: str, table: str) -> list[str]:
    """PostgreSQL's TRUNCATE passes row triggers by; SQLite's INSERT OR REPLACE removes a row without its trigger."""
    if vendor == "postgresql":
        return [
            "CREATE OR REPLACE FUNCTION guards_refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " RAISE EXCEPTION '% is never emptied', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';"
            " END $$",
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT"
            " EXECUTE FUNCTION guards_refuse_truncate()",
        ]
    held = f"SELECT 1 FROM {table} AS held WHERE held.id = NEW.id"  # noqa: S608 own names
    return [
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS ({held})"
        f" BEGIN SELECT RAISE(ABORT, '{table}: a row is never replaced'); END"
    ]
