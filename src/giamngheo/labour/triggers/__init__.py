"""What the database itself guards of work, on SQLite and PostgreSQL. docs/algorithms/labour.md.

SQLite loses triggers when a later migration rebuilds a table: such a migration calls `install` again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.foundation.guards import Guard, no_emptying, statements
from giamngheo.labour.triggers import courses

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

KEPT = "what was told or placed is append-only"
MIRROR = "a counter-row equals the placement it takes back"
CONTRACT = "a person has a contract number once"
OPEN_ONLY = "a vacancy that is no longer open stays as it is"
BEGINS_OPEN = "a vacancy begins open"
FOLLOW = "a follow-up is of a placement that stands, not before it begins"

RECORD, PLACEMENT, FOLLOW_UP, VACANCY = (
    f"labour_{name}" for name in ("labourrecord", "placement", "followup", "vacancy")
)
_SAME = " AND ".join(
    f"COALESCE(CAST(d.{name} AS VARCHAR(400)), '') = COALESCE(CAST(NEW.{name} AS VARCHAR(400)), '')"
    for name in (
        "unit_id", "person_id", "kind", "vacancy_id", "company", "country", "contract_number", "valid_from",
        "valid_to", "wage", "deposit",
    )
)  # fmt: skip
_MIRROR = (
    "NEW.reverses_id IS NULL OR EXISTS (SELECT 1 FROM labour_placement AS d"  # noqa: S608 own names
    f" WHERE d.id = NEW.reverses_id AND d.reverses_id IS NULL AND {_SAME})"
)
_CONTRACT = (
    "NEW.reverses_id IS NOT NULL OR NEW.contract_number = '' OR NOT EXISTS (SELECT 1 FROM labour_placement AS d"
    " WHERE d.person_id = NEW.person_id AND d.contract_number = NEW.contract_number AND d.reverses_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM labour_placement AS r WHERE r.reverses_id = d.id))"
)
_FOLLOW = (
    "EXISTS (SELECT 1 FROM labour_placement AS d WHERE d.id = NEW.placement_id AND d.reverses_id IS NULL"
    ' AND d.valid_from <= NEW."on" AND NOT EXISTS (SELECT 1 FROM labour_placement AS r WHERE r.reverses_id = d.id))'
)
GUARDS = (
    Guard(PLACEMENT, "INSERT", "a_mirror", _MIRROR, MIRROR),
    Guard(PLACEMENT, "INSERT", "b_contract", _CONTRACT, CONTRACT, "households_person AS p WHERE p.id = NEW.person_id"),
    Guard(FOLLOW_UP, "INSERT", "a_follow", _FOLLOW, FOLLOW),
    Guard(VACANCY, "INSERT", "a_open", "NEW.state = 'open'", BEGINS_OPEN),
    Guard(VACANCY, "UPDATE", "a_once", "OLD.state = 'open'", OPEN_ONLY),
    *(
        Guard(table, verb, "kept", "1 = 0", KEPT)
        for table in (RECORD, PLACEMENT, FOLLOW_UP)
        for verb in ("UPDATE", "DELETE")
    ),
    *courses.GUARDS,
)
_STANDING = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'labour_%%'",
    "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE NOT tgisinternal AND relname LIKE 'labour_%%' AND pg_table_is_visible(pg_class.oid)",
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger of the tables that are there in place, anew where it is there."""
    remove(connection)
    there = set(connection.introspection.table_names())
    kept = [each for each in (RECORD, PLACEMENT, FOLLOW_UP, *courses.TABLES) if each in there]
    ordered = [each for each in GUARDS if each.table in there]
    with connection.cursor() as cursor:
        for statement in (
            *(
                each
                for guard in (ordered if connection.vendor == "postgresql" else reversed(ordered))
                for each in statements(connection.vendor, guard)
            ),
            *(each for table in kept for each in no_emptying(connection.vendor, table)),
        ):
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take them away: only for undoing the migration, and for emptying a test database."""
    with connection.cursor() as cursor:
        for name, table in _ours(connection):
            cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def _ours(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_STANDING[connection.vendor], ())
        return list(cursor.fetchall())
