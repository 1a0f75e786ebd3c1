"""The guarantees of docs/algorithms/support.md "The ledger of deliveries", as conditions over NEW."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

KEPT = "support_supportdelivery is append-only"
MIRROR = "a counter-row equals the row it takes back"
OF_HOUSEHOLD = "a person is or was of the household"
LINE_OF_UNIT = "a fund line is of the same commune"
REPEAT = "the same help was recorded already"
DOUBLE = "the same content is recorded beside another only with a reason"

DELIVERY, FILE = "support_supportdelivery", "support_deliveryfile"
FILE_KEPT = "what shows a delivery is append-only"
_COPIED = (
    "unit_id", "household_id", "recipient_id", "kind", "content", "year", "instalment", "item", "measure",
    "donor",
)  # fmt: skip
_MIRROR = (
    "NEW.reverses_id IS NULL OR EXISTS (SELECT 1 FROM support_supportdelivery AS d WHERE d.id = NEW.reverses_id"  # noqa: S608 own names
    " AND d.reverses_id IS NULL AND d.\"on\" <= NEW.\"on\" AND "
    + " AND ".join(f"d.{name} = NEW.{name}" for name in _COPIED)
    + "".join(f" AND COALESCE(d.{name}, 0) = COALESCE(NEW.{name}, 0)" for name in (
        "person_id", "amount", "quantity", "fund_line_id",
    ))
    + ")"
)  # fmt: skip
_MEMBER = (
    "SELECT 1 FROM households_membership AS m WHERE m.household_id = NEW.household_id AND m.person_id = NEW.{field}"
)
_OF_HOUSEHOLD = (
    "NEW.reverses_id IS NOT NULL OR ((NEW.person_id IS NULL OR EXISTS ("
    + _MEMBER.format(field="person_id")
    + ")) AND EXISTS ("
    + _MEMBER.format(field="recipient_id")
    + "))"
)
_LINE = (
    "NEW.fund_line_id IS NULL"
    " OR EXISTS (SELECT 1 FROM funds_fundline AS l WHERE l.id = NEW.fund_line_id AND l.unit_id = NEW.unit_id)"
)
# Rows of the same subject, content and year that stand: neither taken back nor taking back.
_STANDING = (
    "SELECT 1 FROM support_supportdelivery AS d WHERE d.year = NEW.year AND d.content = NEW.content"
    " AND ((NEW.person_id IS NULL AND d.person_id IS NULL AND d.household_id = NEW.household_id)"
    " OR d.person_id = NEW.person_id) AND d.reverses_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM support_supportdelivery AS r WHERE r.reverses_id = d.id)"
)
_REPEATED = (
    " AND d.kind = NEW.kind AND d.instalment = NEW.instalment AND d.donor = NEW.donor AND d.item = NEW.item"
    " AND COALESCE(d.fund_line_id, 0) = COALESCE(NEW.fund_line_id, 0)"
)
_MEETING = " AND (d.instalment = NEW.instalment OR d.instalment = 0 OR NEW.instalment = 0)"
_COUNTER = "NEW.reverses_id IS NOT NULL"
_HOME = "households_household AS h WHERE h.id = NEW.household_id"
_PERSON = "households_person AS p WHERE p.id = NEW.person_id"
GUARDS = (
    *(Guard(FILE, verb, "kept", "1 = 0", FILE_KEPT) for verb in ("UPDATE", "DELETE")),
    Guard(DELIVERY, "INSERT", "a_mirror", _MIRROR, MIRROR, _HOME),
    Guard(DELIVERY, "INSERT", "b_member", _OF_HOUSEHOLD, OF_HOUSEHOLD, _PERSON),
    Guard(DELIVERY, "INSERT", "c_line", _LINE, LINE_OF_UNIT),
    Guard(DELIVERY, "INSERT", "d_repeat", f"{_COUNTER} OR NOT EXISTS ({_STANDING}{_REPEATED})", REPEAT),
    Guard(
        DELIVERY, "INSERT", "e_double", f"{_COUNTER} OR NEW.reason <> '' OR NOT EXISTS ({_STANDING}{_MEETING})", DOUBLE
    ),
    *(Guard(DELIVERY, verb, "kept", "1 = 0", KEPT) for verb in ("UPDATE", "DELETE")),
)
