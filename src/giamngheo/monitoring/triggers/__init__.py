"""What the database itself guards in monitoring, on SQLite and PostgreSQL, whoever writes.

- a report changes only along the table of docs/algorithms/monitoring.md, by a step of its own;
- its cells change in draft and returned only; what was locked never does; a published form never does;
- typed values, assigned targets, assignments of alerts, deadlines, steps, comments, sentences of papers, those a report
  was accepted with and why it was made are added, never changed;
- of inspections and surveys what triggers/inspections.py and triggers/surveys.py say.

SQLite loses triggers when a later migration rebuilds a table: such a migration calls `install` again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.foundation.guards import Guard, no_emptying, statements
from giamngheo.monitoring.triggers import inspections, surveys

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

REPORT = "monitoring_periodreport"
SHEET, CELL = "monitoring_reportsheet", "monitoring_reportcell"
APPEND_ONLY = (
    "alertassignment", "assignedtarget", "owndeadline",
    "reportstep", "reportcomment", "reportsentence", "reportwording", "reportground",
)  # fmt: skip
BEGINS = "a report begins as a draft; a correction follows the locked version it names"
FIXED = "a report keeps its unit, kind, period, window, receiver and version"
BY_STEP = "a report changes only by a step of its own"
NOT_ALLOWED = "this step of a report is not allowed"
SENT = "what was sent does not change: have it returned, or correct it by a new version"
PUBLISHED = "a published form does not change: make a new version"
LOCKED = "nothing is added to a locked report"
TYPED = "a typed value does not change: replace it by another"

_SAME = ("unit_id", "kind", "period", "year", "number")
_BEGINS = (
    "NEW.state = 'draft' AND NEW.step = 0 AND (NEW.corrects_id IS NULL OR EXISTS (SELECT 1 FROM "  # noqa: S608 own names
    + REPORT
    + " AS r WHERE r.id = NEW.corrects_id AND r.state = 'locked' AND NEW.version = r.version + 1 AND "
    + " AND ".join(f"r.{each} = NEW.{each}" for each in _SAME)
    + " AND COALESCE(r.village_id, 0) = COALESCE(NEW.village_id, 0)))"
)
_FIXED = " AND ".join(
    [
        *(f"NEW.{each} = OLD.{each}" for each in ("id", *_SAME, "begins", "ends", "version", "correction_reason")),
        *(
            f"COALESCE(NEW.{each}, 0) = COALESCE(OLD.{each}, 0)"
            for each in ("village_id", "receiver_id", "corrects_id")
        ),
        "COALESCE(CAST(NEW.due_on AS VARCHAR), '') = COALESCE(CAST(OLD.due_on AS VARCHAR), '')",
    ]
)
_BY_STEP = (
    "NEW.step = OLD.step + 1 AND EXISTS (SELECT 1 FROM monitoring_reportstep AS s WHERE s.report_id = NEW.id"
    " AND s.number = NEW.step AND s.from_state = OLD.state AND s.to_state = NEW.state)"
)
STEPS = (
    ("draft", "submitted"), ("returned", "submitted"), ("submitted", "returned"), ("submitted", "accepted"),
    ("accepted", "locked"),
)  # fmt: skip
_ALLOWED = " OR ".join(f"(OLD.state = '{before}' AND NEW.state = '{after}')" for before, after in STEPS)
_OPEN = "EXISTS (SELECT 1 FROM monitoring_periodreport AS r WHERE r.id = {row}.report_id AND r.state IN ({states}))"
_EDITABLE = "'draft', 'returned'"
_CELL_OPEN = (
    "EXISTS (SELECT 1 FROM monitoring_reportsheet AS s JOIN monitoring_periodreport AS r ON r.id = s.report_id"
    " WHERE s.id = {row}.sheet_id AND r.state IN ('draft', 'returned'))"
)
_PUBLISHED = (
    "EXISTS (SELECT 1 FROM monitoring_formversion AS f WHERE f.id = NEW.form_id AND f.published_at IS NOT NULL)"
)
_ROWS = {"INSERT": ("NEW",), "DELETE": ("OLD",), "UPDATE": ("NEW", "OLD")}


def _guards() -> list[Guard]:
    found = [
        Guard(f"monitoring_{table}", verb, "kept", "1 = 0", f"monitoring_{table} is append-only")
        for table in APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    ]
    found += [
        Guard(REPORT, "INSERT", "begins", _BEGINS, BEGINS),
        Guard(REPORT, "UPDATE", "a_fixed", _FIXED, FIXED),
        Guard(REPORT, "UPDATE", "b_step", _BY_STEP, BY_STEP),
        Guard(REPORT, "UPDATE", "c_allowed", _ALLOWED, NOT_ALLOWED),
        Guard(REPORT, "DELETE", "kept", "1 = 0", f"{REPORT}: a row is never removed"),
        Guard(SHEET, "INSERT", "b_published", _PUBLISHED, "a report is made of published forms"),
        Guard(
            "monitoring_reportcomment", "INSERT", "open",
            _OPEN.format(row="NEW", states="'draft', 'submitted', 'returned', 'accepted'"), LOCKED,
        ),
    ]  # fmt: skip
    for verb, rows in _ROWS.items():
        sheet = " AND ".join(_OPEN.format(row=row, states=_EDITABLE) for row in rows)
        cell = " AND ".join(_CELL_OPEN.format(row=row) for row in rows)
        # The report stands still while a cell is written: nobody sends it in between.
        of = f"SELECT s.report_id FROM monitoring_reportsheet AS s WHERE s.id = {rows[0]}.sheet_id"  # noqa: S608 own names
        found.append(Guard(SHEET, verb, "a_open", sheet, SENT, f"{REPORT} WHERE id = {rows[0]}.report_id"))
        found.append(Guard(CELL, verb, "a_open", cell, SENT, f"{REPORT} WHERE id = ({of})"))
    found += [
        Guard("monitoring_formversion", verb, "published", "OLD.published_at IS NULL", PUBLISHED)
        for verb in ("UPDATE", "DELETE")
    ]
    found += [
        Guard("monitoring_indicatorvalue", verb, "typed", "OLD.plan_id IS NOT NULL", TYPED)
        for verb in ("UPDATE", "DELETE")
    ]
    return found


GUARDS = (*_guards(), *inspections.GUARDS, *surveys.GUARDS)
_NEVER_EMPTIED = (
    REPORT, SHEET, CELL, *(f"monitoring_{table}" for table in APPEND_ONLY), *inspections.TABLES, *surveys.TABLES,
)  # fmt: skip
_STANDING = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'monitoring_%%'",
    "postgresql": "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE NOT tgisinternal AND relname LIKE 'monitoring_%%' AND pg_table_is_visible(pg_class.oid)",
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place, anew where it is there; for tables a later migration makes, that migration asks."""
    remove(connection)
    there = set(connection.introspection.table_names())
    guards = tuple(guard for guard in GUARDS if guard.table in there)
    # PostgreSQL asks triggers by name, SQLite the last made first: which message comes first is the same on both.
    ordered = guards if connection.vendor == "postgresql" else tuple(reversed(guards))
    with connection.cursor() as cursor:
        for statement in (
            *(each for guard in ordered for each in statements(connection.vendor, guard)),
            *(each for table in _NEVER_EMPTIED if table in there for each in no_emptying(connection.vendor, table)),
        ):
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take ours away: only for undoing the migration, and for emptying a test database."""
    ours = {f"{guard.table}_{guard.name}_{guard.verb.lower()}" for guard in GUARDS}
    ours |= {f"{table}_{word}" for table in _NEVER_EMPTIED for word in ("no_truncate", "no_replace")}
    with connection.cursor() as cursor:
        cursor.execute(_STANDING[connection.vendor], ())
        for name, table in list(cursor.fetchall()):
            if name in ours:
                cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))
