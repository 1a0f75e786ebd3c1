"""Job fairs: planned, employers and their numbers, who was hired, closed or cancelled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.labour import problems as p
from giamngheo.labour.course_rules import among, empty, may
from giamngheo.labour.keeping import standing
from giamngheo.labour.models import Employer, FairEmployer, FairHire, FairState, JobFair, Placement, VisitorMethod

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_COUNTS = range(1_000_000)


@transaction.atomic
def plan_fair(*, by: User, unit: Unit, title: str, on: date, place: str) -> JobFair:
    """A fair that is to be held, or was. Raises Refused (LABOUR-*), OutOfScope, NotPermitted."""
    may(by, unit)
    title, place = squeeze(nfc(title))[:200], squeeze(nfc(place))[:200]
    found = empty((title, "tên phiên", "The title"), (place, "địa điểm", "The place"))
    if found:
        raise p.Refused(*found)
    made = JobFair.objects.create(unit=unit, title=title, on=on, place=place, by=by)
    record(by=by, action="labour.plan_fair", subject=made, unit=unit, after={"title": title, "on": on})
    return made


def _held(by: User, fair: JobFair) -> JobFair:
    may(by, fair.unit)
    held = JobFair.objects.select_for_update().get(pk=fair.pk)
    if held.state != FairState.PLANNED:
        raise p.refuse(p.COURSE_STATE, title=held.title, state=held.get_state_display())
    return held


@transaction.atomic
def count_employer(
    *, by: User, fair: JobFair, employer: str, offered: int, interviewed: int = 0, hired: int = 0
) -> FairEmployer:
    """An employer at a fair, with their numbers; written again, the numbers are replaced. Raises Refused (LABOUR-*)."""
    held = _held(by, fair)
    name = squeeze(nfc(employer))[:200]
    found = empty((name, "nơi tuyển", "The employer")) + among(
        name, (offered, _COUNTS, "số chỗ tuyển", "places offered"),
        (interviewed, _COUNTS, "số phỏng vấn", "interviewed"), (hired, _COUNTS, "số tuyển", "hired"),
    )  # fmt: skip
    row = FairEmployer.objects.filter(fair=held, employer__name=name).first()
    linked = standing(Placement.objects.filter(fair_hire__at_fair=row)).count() if row else 0
    if not linked <= hired <= interviewed:
        found.append(p.FAIR_NUMBERS.at(who=name, hired=hired, interviewed=interviewed, linked=linked))
    if held.on > timezone.localdate() and (interviewed or hired):
        found.append(p.DAY.at(day=format_date(held.on)))
    if found:
        raise p.Refused(*found)
    known, _made = Employer.objects.get_or_create(unit=held.unit, name=name, defaults={"by": by})
    numbers = {"offered": offered, "interviewed": interviewed, "hired": hired}
    row, _made = FairEmployer.objects.update_or_create(
        fair=held, employer=known, defaults=numbers, create_defaults={**numbers, "by": by}
    )
    record(by=by, action="labour.count_employer", subject=held, unit=held.unit, after={"employer": name, **numbers})
    return row


@transaction.atomic
def link_hire(*, by: User, at_fair: FairEmployer, placement: Placement) -> FairHire:
    """Say that a placement came of a fair: of its commune and employer, from its day on. Raises Refused (LABOUR-*)."""
    held = _held(by, at_fair.fair)
    row = FairEmployer.objects.select_for_update().select_related("employer").get(pk=at_fair.pk)
    linked = standing(Placement.objects.filter(fair_hire__at_fair=row)).count()
    who = placement.person.full_name
    fits = (
        placement.unit_id == held.unit_id and placement.valid_from >= held.on
        and placement.company.casefold() == row.employer.name.casefold()
        and standing(Placement.objects.filter(pk=placement.pk, fair_hire=None)).exists()
    )  # fmt: skip
    if not fits:
        raise p.refuse(p.FAIR_HIRE, who=who, day=format_date(held.on))
    if linked >= row.hired:
        raise p.refuse(
            p.FAIR_NUMBERS, who=row.employer.name, hired=row.hired, interviewed=row.interviewed, linked=linked + 1
        )
    made = FairHire.objects.create(at_fair=row, placement=placement, by=by)
    record(by=by, action="labour.link_hire", subject=held, unit=held.unit, after={"placement": placement.pk})
    return made


@transaction.atomic
def close_fair(*, by: User, fair: JobFair, visitor_method: str, visitors: int | None = None) -> JobFair:
    """Say how many came and how that is known, and close. Raises Refused (LABOUR-*), OutOfScope, NotPermitted."""
    held = _held(by, fair)
    counted = visitor_method != VisitorMethod.NOT_COUNTED
    found = among(held.title, (visitor_method, VisitorMethod.values, "cách đếm", "method of counting"))
    if counted and visitors is None:
        found += empty(("", "số người đến", "The number of visitors"))
    elif visitors is not None:
        found += among(held.title, (visitors, _COUNTS if counted else (), "số người đến", "visitors"))
    if held.on > timezone.localdate():
        found.append(p.DAY.at(day=format_date(held.on)))
    if found:
        raise p.Refused(*found)
    held.state, held.visitors, held.visitor_method = FairState.CLOSED, visitors, visitor_method
    held.save()
    after = {"visitors": visitors, "visitor_method": visitor_method}
    record(by=by, action="labour.close_fair", subject=held, unit=held.unit, after=after)
    return held


@transaction.atomic
def cancel_fair(*, by: User, fair: JobFair, reason: str) -> JobFair:
    """Planned → cancelled, with a reason. Raises Refused (LABOUR-*), OutOfScope, NotPermitted."""
    held = _held(by, fair)
    held.reason = squeeze(nfc(reason))[:300]
    if not held.reason:
        raise p.Refused(*empty((held.reason, "lý do", "A reason")))
    held.state = FairState.CANCELLED
    held.save()
    record(by=by, action="labour.cancel_fair", subject=held, unit=held.unit, reason=held.reason)
    return held
