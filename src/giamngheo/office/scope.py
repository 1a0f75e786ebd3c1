"""Which unit and which year the officer is working in: always visible at the top, remembered in the session.

Only units of the user's own scope can be chosen; one outside it is ignored, exactly like one that does not exist.
Units are chosen by id, not by code: after the merger of 01/07/2025 some codes mean another commune than before.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from giamngheo.foundation.alphabet import alphabetical
from giamngheo.foundation.text import bare
from giamngheo.office.typed import whole

if TYPE_CHECKING:
    from giamngheo.territory.models import Unit

FIRST_YEAR = 2021  # the first year of the programme period that the system knows
FEW = 40  # more communes than this are searched for, not listed


class Scope:
    """The current unit and year of one request; asks the database only when a page shows them."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._session = request.session

    @property
    def today(self) -> date:
        """The day in Vietnam."""
        return timezone.localdate()

    @cached_property
    def _units(self) -> list[Unit]:
        """At most FEW + 1 communes of the user's scope."""
        user = self._request.user
        if not user.is_authenticated:
            return []
        found = list(_communes(user, self.today)[: FEW + 1])
        return sorted(found, key=_order)

    @property
    def units(self) -> list[Unit]:
        """The communes to choose from, when they are few enough for a list."""
        return self._units[:FEW]

    @property
    def many(self) -> bool:
        """More communes than a list can hold: the officer searches by name."""
        return len(self._units) > FEW

    @cached_property
    def unit(self) -> Unit | None:
        """The chosen commune; else the first of the user's own. None for somebody without any, and for somebody with
        too many to guess who has not chosen yet."""
        chosen = self._session.get("unit")
        listed = next((unit for unit in self._units if unit.pk == chosen), None)
        if listed or not self.many:
            return listed or next(iter(self._units), None)
        return _communes(self._request.user, self.today).filter(pk=chosen).first() if chosen else None

    @cached_property
    def year(self) -> int:
        """The chosen year, else this one."""
        return int(self._session.get("year") or self.today.year)

    @property
    def years(self) -> list[int]:
        """Years to choose from, the next one first: plans are written the autumn before."""
        return list(range(max(self.today.year + 1, self.year), min(FIRST_YEAR, self.year) - 1, -1))

    def search(self, words: str) -> list[Unit]:
        """Communes of the scope whose name has these words (accents do not matter) or whose code they are."""
        wanted = bare(words)
        named = _communes(self._request.user, self.today).values_list("pk", "name", "code")
        found = [pk for pk, name, code in named if wanted in bare(name) or wanted == code]
        units = _communes(self._request.user, self.today).filter(pk__in=found[:500])
        return sorted(units, key=_order)[:FEW]

    def named(self, pk: str) -> Unit | None:
        """The commune of that id, if it is the user's."""
        number = whole(pk)
        if number is None:
            return None
        return _communes(self._request.user, self.today).filter(pk=number).first()

    def choose(self, *, unit: str = "", year: str = "") -> bool:
        """Remember a unit (its id) or a year; False, and nothing changed, when either is not one of the user's."""
        chosen, number = whole(unit), whole(year)
        if unit and (chosen is None or not _communes(self._request.user, self.today).filter(pk=chosen).exists()):
            return False
        if year and (number is None or not 2000 <= number <= self.today.year + 10):
            return False
        if unit:
            self._session["unit"] = chosen
            self.__dict__.pop("unit", None)
        if year:
            self._session["year"] = number
            self.__dict__.pop("year", None)
        return True


def _communes(user: Any, day: date) -> QuerySet[Unit]:
    """The user's communes, today's before those that were merged."""
    from giamngheo.accounts.queries import scope_units

    units = scope_units(user, day).filter(level="commune").select_related("parent")
    return units.order_by(F("valid_to").desc(nulls_first=True), "pk")


def _order(unit: Unit) -> tuple[bool, Any, int]:
    """Today's communes first, then by name in Vietnamese alphabetical order."""
    return unit.valid_to is not None, alphabetical(unit.short_name), unit.pk


class CurrentUnitMiddleware:
    """Gives every request its `scope`; `?don-vi=ID` and `?nam=YEAR` in an address choose, as the switch does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.scope = scope = Scope(request)  # type: ignore[attr-defined]
        asked = request.GET.get("don-vi", ""), request.GET.get("nam", "")
        if any(asked) and request.user.is_authenticated:
            scope.choose(unit=asked[0], year=asked[1])
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Whoever was given a password by somebody else chooses their own before anything else."""
        if not getattr(request.user, "must_change_password", False):
            return None
        allowed = {"office:password", "office:sign-out", "office:language"}
        match = request.resolver_match
        return None if match and match.view_name in allowed else redirect("office:password")

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Another unit's page does not exist for this user (404); a missing role is said openly (403); who waited too
        long for another writer is told what is being written (503)."""
        from django.db import OperationalError

        from giamngheo.accounts.permissions import NotPermitted, OutOfScope
        from giamngheo.office import errors

        if isinstance(exception, OutOfScope):
            return errors.not_found(request, exception)
        if isinstance(exception, NotPermitted):
            return errors.forbidden(request, exception)
        if isinstance(exception, OperationalError) and "locked" in str(exception):  # SQLite has one writer at a time
            return errors.busy(request)
        return None
