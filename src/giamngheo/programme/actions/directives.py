"""Directives received and issued; what each asks is given as tasks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.documents.actions import Citation, register_cited, register_own
from giamngheo.foundation.dates import format_date
from giamngheo.programme.keeping import has_come, in_order, line
from giamngheo.programme.models import Direction, Directive
from giamngheo.programme.problems import DIRECTIVE_TWICE, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


@transaction.atomic
def register_directive(
    *, by: User, unit: Unit, subject: str, arrived_on: date, received: Citation | None = None, sign: str = "",
    serial: int | None = None,
) -> Directive:  # fmt: skip
    """One received (cited as it stands), or one of our own under the next number of its sign.

    Raises WORK-EMPTY, WORK-FUTURE, WORK-DATES, WORK-DIRECTIVE-TWICE, DOCUMENT-*; OutOfScope, NotPermitted.
    """
    require(by, Permission.EDIT_PLAN, unit)
    subject = line(subject, ("trích yếu", "subject"))
    has_come(arrived_on)
    if received is not None:
        if received.issued_on is not None:
            in_order(received.issued_on, arrived_on)
        (document,) = register_cited(by=by, citations=[received]).values()
        direction = Direction.RECEIVED
    else:
        document = register_own(by=by, issuer=unit, sign=sign, day=arrived_on, subject=subject, serial=serial)
        direction = Direction.ISSUED
    if Directive.objects.filter(unit=unit, document=document).exists():
        day = format_date(document.issued_on) if document.issued_on else "–"
        raise refuse(DIRECTIVE_TWICE, symbol=document.symbol, day=day)
    made = Directive.objects.create(
        unit=unit, document=document, direction=direction, subject=subject, arrived_on=arrived_on, by=by
    )
    after = {"symbol": document.symbol, "direction": direction, "subject": subject}
    record(by=by, action="programme.register_directive", subject=made, unit=unit, after=after)
    return made
