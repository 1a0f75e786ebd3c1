"""Letters of the daily commands: plain text, one to a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


def send(user: User, subject: str, lines: Sequence[str], page: str) -> bool:
    """Whether the server took it; what happens after that is no longer known, and not tried again."""
    from smtplib import SMTPException

    from django.core.mail import send_mail

    from giamngheo.programme.queries import address_of

    body = "\n".join(lines)
    text = f"Kính gửi {user.full_name},\n\n{body}\n\nXem ở trang {page} của phần mềm Giảm Nghèo.\n"
    try:
        return bool(send_mail(subject, text, None, [address_of(user)]))
    except (SMTPException, OSError):
        return False
