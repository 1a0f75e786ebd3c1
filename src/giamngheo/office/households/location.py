"""Where a household's house stands: typed, or taken by the device that shows the page."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _

from giamngheo.accounts.models import User
from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.households import actions
from giamngheo.households.actions import Done
from giamngheo.households.models import Address, LocatedAs
from giamngheo.households.queries.one_row import address_row
from giamngheo.households.values import Location
from giamngheo.office.households.corrections.form import Correction, correct
from giamngheo.office.households.corrections.words import LABELS
from giamngheo.office.households.fields import Field, Typed
from giamngheo.office.households.problems import ACCURACY_UNREADABLE, DEGREES_UNREADABLE
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import degrees, whole


@login_required
def locate(request: OfficeRequest, pk: int) -> HttpResponse:
    """The location of an address; both fields blank take it out."""
    try:
        row, found = address_row(request.user, pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    if not found.rights >= {Permission.EDIT_HOUSEHOLD, Permission.SEE_SENSITIVE}:
        raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
    return correct(request, Correction(
        row=row, title=_("Vị trí nhà của hộ"), trail=_("Hộ %(code)s") % {"code": found.household},
        back=reverse("office:household", args=[found.household.pk]), fields=_fields(), read=_read,
        write=partial(_write, row), must=False, template="office/households/locate.html", saved=_("Đã ghi vị trí."),
        more={"address": row},
    ))  # fmt: skip


def _fields() -> list[Field]:
    return [
        Field("latitude", LABELS["latitude"], _("Độ thập phân, ví dụ 19.812345. Dán cả hai số vào đây cũng được."),
              most=40),
        Field("longitude", LABELS["longitude"], _("Ví dụ 105.871234."), most=20),
        Field("accuracy", LABELS["accuracy"], _("Thiết bị cho biết; gõ tay thì để trống."), most=6),
    ]  # fmt: skip


def _read(typed: Typed) -> dict[str, Any]:
    """`location`: a Location, or None where both fields are blank."""
    first, second = typed.text("latitude"), typed.text("longitude")
    if first and not second:
        first, second = _parted(first)
    if not first and not second:
        return {"location": None}
    latitude, longitude = _degrees(typed, "latitude", first), _degrees(typed, "longitude", second)
    words = typed.text("accuracy")
    accuracy = whole(words)
    if words and accuracy is None:
        typed.findings.append(("accuracy", ACCURACY_UNREADABLE.at(text=words)))
    if typed.findings:
        return {}
    at = _taken(typed.text("located_at"))
    return {"location": Location(
        latitude, longitude, accuracy, LocatedAs.DEVICE if at is not None else LocatedAs.TYPED, at
    )}  # fmt: skip


def _parted(words: str) -> tuple[str, str]:
    """Two numbers pasted into one field: "19.81, 105.87"."""
    for mark in (";", ", ", " ", ","):
        one, found, other = words.partition(mark)
        if found and other.strip():
            return one.strip(), other.strip()
    return words, ""


def _degrees(typed: Typed, name: str, words: str) -> Decimal:
    found = degrees(words)
    if found is None:
        typed.findings.append((name, DEGREES_UNREADABLE.at(text=words)))
    return found or Decimal(0)


def _taken(words: str) -> datetime | None:
    """When the device took it; None where nobody's device did, or it does not say when."""
    try:
        found = parse_datetime(words)
    except ValueError:
        return None
    return found if found is not None and is_aware(found) else None


def _write(row: Address, *, by: User, seen: int, values: dict[str, Any], reason: str) -> Done:
    return actions.locate(by=by, address=row, seen=seen, location=values["location"], reason=reason)
