"""The ways out to one person: a calendar's address, an address for reminders. Each person's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.programme.models import CalendarFeed, ReminderAddress
from giamngheo.programme.problems import ADDRESS, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@transaction.atomic
def open_feed(*, by: User) -> CalendarFeed:
    """A new address; the one before answers nothing any more."""
    revoke_feed(by=by)
    feed = CalendarFeed.objects.create(user=by)
    record(by=by, action="programme.open_feed", subject=feed)
    return feed


@transaction.atomic
def revoke_feed(*, by: User) -> None:
    """No address of theirs answers any more."""
    for feed in CalendarFeed.objects.select_for_update(no_key=True).filter(user=by, revoked_at=None):
        feed.revoked_at = timezone.now()
        feed.save()
        record(by=by, action="programme.revoke_feed", subject=feed)


@transaction.atomic
def set_address(*, by: User, address: str) -> None:
    """Where reminders go, "" for nowhere. Raises WORK-ADDRESS."""
    address = address.strip()
    if address:
        try:
            validate_email(address)
        except ValidationError as error:
            raise refuse(ADDRESS, text=address[:80]) from error
        ReminderAddress.objects.update_or_create(user=by, defaults={"address": address})
    else:
        ReminderAddress.objects.filter(user=by).delete()
    record(by=by, action="programme.set_address", subject=by, after={"has_address": bool(address)})
