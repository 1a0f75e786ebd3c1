"""The signed address of a calendar: what it says can be checked without a table, whether it still holds cannot."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer

from giamngheo.accounts.models import User
from giamngheo.programme.models import CalendarFeed

_SALT = "giamngheo.programme.calendar-feed"


def token_of(feed: CalendarFeed) -> str:
    """What stands in its address: letters, figures, "-", "_" and ":" only."""
    return Signer(salt=_SALT).sign(str(feed.pk))


def owner_of(token: str) -> User | None:
    """Whose calendar an address shows; None for a forged or revoked one, and for an account switched off."""
    try:
        pk = int(Signer(salt=_SALT).unsign(token))
    except (BadSignature, ValueError):
        return None
    feed = CalendarFeed.objects.filter(pk=pk, revoked_at=None, user__is_active=True).select_related("user").first()
    return feed.user if feed else None
