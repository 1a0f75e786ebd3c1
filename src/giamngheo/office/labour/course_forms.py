"""What the screens of courses and fairs share: the commune, writing with findings, numbers typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from giamngheo.accounts.permissions import Permission, require
from giamngheo.labour.problems import VALUE, Refused
from giamngheo.office.drafts import say_saved
from giamngheo.office.households.fields import Typed
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.territory.models import Unit

Found = list[tuple[str, Any]]


def unit_of(request: OfficeRequest, permission: Permission = Permission.VIEW_LABOUR) -> Unit:
    """The commune at the top. Raises Http404, OutOfScope, NotPermitted."""
    if request.scope.unit is None:
        raise Http404
    require(request.user, permission, request.scope.unit)
    return request.scope.unit


def number(typed: Typed, name: str, vi: str, en: str, blank: int | None = None) -> int | None:
    """A whole number as typed; what is none is noted. `blank`: what an empty field stands for."""
    words = typed.text(name)
    found = whole(words)
    if words and found is None:
        typed.findings.append((name, VALUE.at(who="", value=words, field_vi=vi, field_en=en)))
    return blank if found is None else found


def write(request: OfficeRequest, findings: Found, act: Callable[[], object], words: str, draft: str) -> Found:
    """What stands against it; nothing where it was written."""
    if findings:
        return list(findings)
    try:
        act()
    except Refused as refused:
        return [("", each) for each in refused.findings]
    say_saved(request, words, draft)
    return []


def shown(
    request: OfficeRequest, template: str, context: dict[str, Any], findings: Found, again: tuple[Any, ...]
) -> HttpResponse:
    """The page again with what stands against it, or on to where `again` says after a save."""
    if request.method == "POST" and not findings:
        return redirect(*again)
    return render(request, f"office/labour/{template}.html", context, status=422 if findings else 200)
