"""Reports of policy credit as the database guards them: kept as they came, corrected only by a newer one."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

REPORT, ROW = "funds_creditreport", "funds_creditrow"
TABLES = (REPORT, ROW)
KEPT = "a report of policy credit is append-only"
OTHER_MONTH = "a correction is of the same commune and month"
COMPLETE = "a report of policy credit has the rows it was made with"
GUARDS = (
    *(Guard(table, verb, "kept", "1 = 0", KEPT) for table in TABLES for verb in ("UPDATE", "DELETE")),
    Guard(
        REPORT, "INSERT", "same_month",
        "NEW.replaces_id IS NULL OR EXISTS (SELECT 1 FROM funds_creditreport AS r WHERE r.id = NEW.replaces_id"
        " AND r.unit_id = NEW.unit_id AND r.year = NEW.year AND r.month = NEW.month)",
        OTHER_MONTH,
    ),
    Guard(
        ROW, "INSERT", "complete",
        "EXISTS (SELECT 1 FROM funds_creditreport AS r WHERE r.id = NEW.report_id AND NEW.position <= r.row_count)",
        COMPLETE,
    ),
)  # fmt: skip
