"""What hinders the money of a line, told on a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds.models import FundLine, LineDifficulty
from giamngheo.funds.problems import DIFFICULTY, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@transaction.atomic
def tell_difficulty(*, by: User | None, line: FundLine, on: date, text: str) -> LineDifficulty:
    """Told after what stands, and other than it; "" says that it is over. Raises LEDGER-DIFFICULTY, OutOfScope,
    NotPermitted."""
    if by is not None:
        require(by, Permission.EDIT_FUNDS, line.unit)
    FundLine.objects.select_for_update(no_key=True).get(pk=line.pk)
    text = squeeze(nfc(text))
    last = LineDifficulty.objects.filter(line=line).order_by("-on", "-id").first()
    first = last.on if last else date(2016, 1, 1)
    if text == (last.text if last else "") or not first <= on <= timezone.localdate():
        raise refuse(DIFFICULTY, day=format_date(on))
    told = LineDifficulty.objects.create(line=line, on=on, text=text, by=by)
    record(by=by, action="funds.tell_difficulty", subject=told, unit=line.unit, after={"line": line.pk, "on": on})
    return told
