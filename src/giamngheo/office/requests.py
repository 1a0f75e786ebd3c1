"""The request as a signed-in view meets it: `login_required` and the scope's middleware have been before."""

from __future__ import annotations

from django.http import HttpRequest

from giamngheo.accounts.models import User
from giamngheo.office.scope import Scope


class OfficeRequest(HttpRequest):
    """Only for type checking; nobody makes one."""

    user: User
    scope: Scope
