"""What of the review was taken away as a file, by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.accounts.permissions import require
from giamngheo.audit.actions import record
from giamngheo.review.permissions import Permission

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


@transaction.atomic
def record_export(
    *,
    by: User,
    unit: Unit,
    reports: Sequence[str],
    rows: int,
    day: date,
    form: str,
    asked: Mapping[str, str] | None = None,
) -> None:
    """Somebody took these reports of the unit, `rows` rows together, as a file. Raises OutOfScope, NotPermitted."""
    require(by, Permission.VIEW_REVIEW, unit)
    record(
        by=by, action="review.export_report", subject=None, unit=unit,
        after={"reports": list(reports), "rows": rows, "day": day, "form": form, **(asked or {})},
    )  # fmt: skip
