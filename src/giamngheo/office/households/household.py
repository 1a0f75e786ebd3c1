"""A household's page: where it lives, its members on a day, its life."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.foundation import citizen_id
from giamngheo.households.births import earliest, printed
from giamngheo.households.ethnic_groups import ethnic_groups
from giamngheo.households.models import Household, Membership
from giamngheo.households.queries.pages import HouseholdPage, household_page
from giamngheo.office.households.acts import ACTS
from giamngheo.office.households.asking import day_asked
from giamngheo.office.households.corrections.words import corrections
from giamngheo.office.households.life import by_year, help_received, reviewed, whole_life
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day


@login_required
@require_safe
def household(request: OfficeRequest, pk: int) -> HttpResponse:
    """The household on the day asked for, or on the nearest day it was one."""
    asked = day_asked(request)
    try:
        found = household_page(request.user, pk, asked.day)
    except Household.DoesNotExist as missing:
        raise Http404 from missing
    today = found.day == request.scope.today
    given = help_received(request.user, found.here.household)
    review = reviewed(request.user, found.here.household)
    context: dict[str, Any] = {
        "asked": asked,
        "found": found,
        "home": found.here.household,
        "address": found.here.address,
        "title": head_title(found),
        "today": today,
        "day_query": "" if today else f"?ngay={printed_day(found.day)}",
        "acts": [(act.title, reverse("office:household-act", args=[pk, act.slug])) for act in ACTS.values()]
        + [(_("Nhập vào hộ khác"), reverse("office:household-merge", args=[pk]))],
        "corrections": corrections(found.versions),
        "back": f"ho={pk}",
        "another_day": found.day != asked.day,
        "help": by_year(given, asked.day),
        "life": whole_life(found.events, given, review),
        "review_life": review,
        "members": [_member(each, found) for each in found.here.members],
        "may_edit": found.may_edit and found.here.household.ended_on is None,
    }
    return render(request, "office/households/household.html", context)


def head_title(found: HouseholdPage) -> str:
    """The head's name, which is what a village calls a household; blank without head."""
    return found.here.head.person.full_name if found.here.head else ""


def age_on(birth: int | None, day: date) -> int | None:
    """Whole years on the day; of somebody whose year alone is known, those the year makes."""
    if birth is None:
        return None
    born = earliest(birth)
    by_year = day.year - born.year
    return by_year if birth % 10_000 == 0 else by_year - ((day.month, day.day) < (born.month, born.day))


def _member(row: Membership, found: HouseholdPage) -> dict[str, Any]:
    person = row.person
    return {
        "row": row,
        "person": person,
        "birth": printed(person.birth),
        "age": age_on(person.birth, found.day),
        "about": person.birth is not None and person.birth % 10_000 == 0,
        "ethnic_group": ethnic_groups().get(person.ethnic_group, ""),
        "circumstances": found.circumstances[person.pk],
        "masked_id": citizen_id.mask(person.citizen_id),
    }
