"""Old rows into `households_history`. Names of tables and columns come from the database itself, never from people."""

from __future__ import annotations

from collections.abc import Iterable

UNSIGNED = "a row of the register is written again only in a change of its own"
NOT_UNDONE = "a row of the register is removed only by an undoing, or a merging of people"
MERGED = ("membership", "circumstance")  # what a merging of people may remove of the two

# The row is signed by an undoing, and the change it undoes had made the row, not written it again.
_MADE_BY_UNDONE = """SELECT 1 FROM households_change AS undoing WHERE undoing.id = OLD.changed_in_id
    AND undoing.kind = 'undo' AND NOT EXISTS (SELECT 1 FROM households_history AS older WHERE older.row_kind = {kind}
      AND older.row_id = OLD.id AND older.replaced_in_id = undoing.undoes_id AND NOT older.removed)"""
# The row is signed by a merging of people, and is of one of the two.
_MADE_OF_MERGED = """SELECT 1 FROM households_change AS merging JOIN households_person AS gone
    ON gone.changed_in_id = merging.id AND gone.merged_into_id IS NOT NULL
    WHERE merging.id = OLD.changed_in_id AND merging.kind = 'merge_people'
      AND {person} IN (gone.id, gone.merged_into_id)"""
_POSTGRES = """
CREATE OR REPLACE FUNCTION households_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.changed_in_id = OLD.changed_in_id OR NEW.id <> OLD.id THEN
      RAISE EXCEPTION '{unsigned}' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    INSERT INTO households_history (row_kind, row_id, "row", removed, written_in_id, replaced_in_id)
      VALUES (TG_ARGV[0], OLD.id, to_jsonb(OLD), false, OLD.changed_in_id, NEW.changed_in_id);
    RETURN NEW;
  END IF;
  IF NOT EXISTS ({made_by_undone})
      AND NOT (TG_ARGV[0] IN ({merged}) AND EXISTS ({made_of_merged})) THEN
    RAISE EXCEPTION '{not_undone}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  INSERT INTO households_history (row_kind, row_id, "row", removed, written_in_id, replaced_in_id)
    VALUES (TG_ARGV[0], OLD.id, to_jsonb(OLD), true, OLD.changed_in_id, OLD.changed_in_id);
  RETURN OLD;
END $$"""

_SQLITE_UPDATE = """
CREATE TRIGGER {table}_history BEFORE UPDATE ON {table} BEGIN
  SELECT RAISE(ABORT, '{unsigned}') WHERE NEW.changed_in_id = OLD.changed_in_id OR NEW.id <> OLD.id;
  INSERT INTO households_history (row_kind, row_id, "row", removed, written_in_id, replaced_in_id)
    VALUES ('{kind}', OLD.id, json_object({columns}), 0, OLD.changed_in_id, NEW.changed_in_id);
END"""
_SQLITE_DELETE = """
CREATE TRIGGER {table}_removal BEFORE DELETE ON {table} BEGIN
  SELECT RAISE(ABORT, '{not_undone}')
    WHERE NOT EXISTS ({made_by_undone}){and_not_merged};
  INSERT INTO households_history (row_kind, row_id, "row", removed, written_in_id, replaced_in_id)
    VALUES ('{kind}', OLD.id, json_object({columns}), 1, OLD.changed_in_id, OLD.changed_in_id);
END"""


def statements(vendor: str, table: str, columns: Iterable[str]) -> list[str]:
    """What puts the history of one table in place."""
    kind = table.removeprefix("households_")
    if vendor == "postgresql":
        return [
            _POSTGRES.format(
                unsigned=UNSIGNED,
                not_undone=NOT_UNDONE,
                made_by_undone=_MADE_BY_UNDONE.format(kind="TG_ARGV[0]"),
                merged=", ".join(f"'{each}'" for each in MERGED),
                made_of_merged=_MADE_OF_MERGED.format(person="(to_jsonb(OLD) ->> 'person_id')::bigint"),
            ),
            f"CREATE TRIGGER {table}_history BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW"
            f" EXECUTE FUNCTION households_keep_history('{kind}')",
        ]
    pairs = ", ".join(f"'{name}', OLD.{name}" for name in columns)
    values = {"table": table, "kind": kind, "columns": pairs, "unsigned": UNSIGNED, "not_undone": NOT_UNDONE}
    values["made_by_undone"] = _MADE_BY_UNDONE.format(kind=f"'{kind}'")
    of_merged = f" AND NOT EXISTS ({_MADE_OF_MERGED.format(person='OLD.person_id')})" if kind in MERGED else ""
    values["and_not_merged"] = of_merged
    return [_SQLITE_UPDATE.format(**values), _SQLITE_DELETE.format(**values)]
