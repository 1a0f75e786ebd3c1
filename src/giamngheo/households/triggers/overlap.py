"""No two rows of one person, or of one household, on the same day. Partial unique indexes guard the open rows; these
triggers guard closed ones too. On PostgreSQL the row above is locked first, so that two transactions cannot each miss
what the other is writing."""

from __future__ import annotations

TWO_HOUSEHOLDS = "a person is in one household at a time"
TWO_HEADS = "a household has one head at a time"
TWO_ADDRESSES = "a household has one address at a time"

# table, owner column, table of the owner, further condition on both rows, message
_RULES = (
    ("membership", "person_id", "person", "", TWO_HOUSEHOLDS),
    ("membership", "household_id", "household", "{row}.relation = 'head'", TWO_HEADS),
    ("address", "household_id", "household", "", TWO_ADDRESSES),
)
_FAR = "9999-12-31"


def statements(vendor: str) -> list[str]:
    """What puts the three guards in place."""
    make = _postgres if vendor == "postgresql" else _sqlite
    return [each for rule in _RULES for each in make(*rule)]


def _clash(table: str, owner: str, condition: str, far: str) -> str:
    held = f" AND {condition.format(row='held')}" if condition else ""
    return f"""EXISTS (SELECT 1 FROM households_{table} AS held WHERE held.{owner} = NEW.{owner}{held}
    AND (NEW.id IS NULL OR held.id <> NEW.id) AND held.valid_from <= COALESCE(NEW.valid_to, {far})
    AND COALESCE(held.valid_to, {far}) >= NEW.valid_from)"""  # noqa: S608 own names


def _sqlite(table: str, owner: str, _above: str, condition: str, message: str) -> list[str]:
    wanted = f"{condition.format(row='NEW')} AND " if condition else ""
    when = f"WHEN {wanted}{_clash(table, owner, condition, repr(_FAR))}"
    name, refuse = f"households_{table}_one_{owner}", f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
    return [
        f"CREATE TRIGGER {name}_{verb} BEFORE {verb} ON households_{table} {when} {refuse}"
        for verb in ("insert", "update")
    ]


def _postgres(table: str, owner: str, above: str, condition: str, message: str) -> list[str]:
    name = f"households_{table}_one_{owner}"
    when = f" WHEN ({condition.format(row='NEW')})" if condition else ""
    return [
        f"""CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM households_{above} WHERE id = NEW.{owner} FOR NO KEY UPDATE;
  IF {_clash(table, owner, condition, f"DATE '{_FAR}'")} THEN
    RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$""",
        f"CREATE TRIGGER {name} BEFORE INSERT OR UPDATE ON households_{table} FOR EACH ROW{when}"
        f" EXECUTE FUNCTION {name}()",
    ]
