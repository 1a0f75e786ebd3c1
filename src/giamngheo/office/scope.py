"""Which unit and which year the officer is working in: always visible at the top, remembered in the session.

Only units of the user's own scope can be chosen; a code outside it is ignored, exactly like one that does not exist.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

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
        """At most FEW + 1 communes of the user's scope: those of today first, then those that were merged."""
        user = self._request.user
        if not user.is_authenticated:
            return []
        return list(_communes(user, self.today)[: FEW + 1])

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
        """The chosen commune; else the first of the user's own; None for somebody without any."""
        code = self._session.get("unit")
        listed = next((unit for unit in self._units if unit.code == code), None)
        if listed or not code or not self.many:
            return listed or (self._units[0] if self._units else None)
        return _communes(self._request.user, self.today).filter(code=code).first() or self._units[0]

    @cached_property
    def year(self) -> int:
        """The chosen year, else this one."""
        return int(self._session.get("year") or self.today.year)

    @property
    def years(self) -> list[int]:
        """Years to choose from, the next one first: plans are written the autumn before."""
        return list(range(max(self.today.year + 1, self.year), FIRST_YEAR - 1, -1))

    def search(self, words: str) -> list[Unit]:
        """Communes of the scope whose name contains the words as typed or whose code they are; at most FEW."""
        from django.db.models import Q

        matching = _communes(self._request.user, self.today).filter(Q(name__icontains=words) | Q(code=words))
        return list(matching[:FEW])

    def choose(self, *, code: str = "", year: str = "") -> bool:
        """Remember a unit or a year; False (and nothing changed) when the unit is not the user's or the year not one."""
        if code and not _communes(self._request.user, self.today).filter(code=code).exists():
            return False
        if year and not (year.isdecimal() and FIRST_YEAR - 10 <= int(year) <= self.today.year + 10):
            return False
        if code:
            self._session["unit"] = code
            self.__dict__.pop("unit", None)
        if year:
            self._session["year"] = int(year)
            self.__dict__.pop("year", None)
        return True


def _communes(user, day: date):
    from giamngheo.accounts.queries import scope_units

    return scope_units(user, day).filter(level="commune").select_related("parent").order_by("-valid_from", "name")


class CurrentUnitMiddleware:
    """Gives every request its `scope`; `?don-vi=CODE` and `?nam=YEAR` in an address choose, as the switch does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.scope = Scope(request)  # type: ignore[attr-defined]
        if request.user.is_authenticated and ("don-vi" in request.GET or "nam" in request.GET):
            request.scope.choose(code=request.GET.get("don-vi", ""), year=request.GET.get("nam", ""))  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Another unit's page does not exist for this user (404); a missing role is said openly (403)."""
        from giamngheo.accounts.permissions import NotPermitted, OutOfScope
        from giamngheo.office import errors

        if isinstance(exception, OutOfScope):
            return errors.not_found(request, exception)
        if isinstance(exception, NotPermitted):
            return errors.forbidden(request, exception)
        return None
