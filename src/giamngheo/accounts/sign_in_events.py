"""Signing in, signing out, failing and being locked out become audit events.

The only signals in the project: these four acts happen inside django.contrib.auth and django-axes, which offer no other
door. A failed attempt names an account only when that account exists: people type passwords into the name field.
"""

from __future__ import annotations

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from giamngheo.accounts.models import User
from giamngheo.audit.actions import record


@receiver(user_logged_in, dispatch_uid="accounts.signed_in")
def _signed_in(sender: Any, user: User, **_: Any) -> None:
    record(by=user, action="accounts.signed_in", subject=user)


@receiver(user_logged_out, dispatch_uid="accounts.signed_out")
def _signed_out(sender: Any, user: User | None, **_: Any) -> None:
    if user is not None:
        record(by=user, action="accounts.signed_out", subject=user)


@receiver(user_login_failed, dispatch_uid="accounts.sign_in_failed")
def _failed(sender: Any, credentials: dict[str, Any], **_: Any) -> None:
    record(by=None, action="accounts.sign_in_failed", subject=_known(credentials.get("username")))


@receiver(user_locked_out, dispatch_uid="accounts.locked_out")
def _locked_out(sender: Any, username: str | None = None, **_: Any) -> None:
    record(by=None, action="accounts.locked_out", subject=_known(username))


def _known(username: str | None) -> User | None:
    return User.objects.filter(username=(username or "").strip().lower()).first()
