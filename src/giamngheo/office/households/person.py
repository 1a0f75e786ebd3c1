"""A person's page, and seeing their citizen id in full."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from giamngheo.households.actions import reveal_citizen_id
from giamngheo.households.births import printed
from giamngheo.households.ethnic_groups import ethnic_groups
from giamngheo.households.merged import standing
from giamngheo.households.models import PairState, Person
from giamngheo.households.queries.duplicates import pairs_of
from giamngheo.households.queries.pages import PersonPage, person_page
from giamngheo.office.households.corrections.words import corrections
from giamngheo.office.households.household import age_on
from giamngheo.office.requests import OfficeRequest


@login_required
@require_safe
def person(request: OfficeRequest, pk: int) -> HttpResponse:
    """What the register holds of somebody, and what it said before."""
    now = standing([pk])[pk]
    if now != pk:  # merged into somebody else: that is who this is
        return redirect("office:person", now)
    found = page_or_404(request, pk)
    someone = found.person.person
    pairs = pairs_of(request.user, someone)
    context: dict[str, Any] = {
        "waiting": [each for each in pairs if each.state == PairState.SUGGESTED],
        "merged": [each for each in pairs if each.state == PairState.MERGED],
        "found": found,
        "someone": someone,
        "birth": printed(someone.birth),
        "age": age_on(someone.birth, someone.died_on or request.scope.today),
        "about": someone.birth is not None and someone.birth % 10_000 == 0,
        "ethnic_group": ethnic_groups().get(someone.ethnic_group, ""),
        "back": f"nguoi={pk}",
        "corrections": corrections(found.versions),
    }
    return render(request, "office/households/person.html", context)


@never_cache
@login_required
@require_POST
def reveal(request: OfficeRequest, pk: int) -> HttpResponse:
    """The whole citizen id of one person; that it was seen is recorded. Part of a page, or a page without script."""
    someone = page_or_404(request, pk).person.person
    context = {"someone": someone, "number": reveal_citizen_id(by=request.user, person=someone)}
    partial = request.headers.get("HX-Request") == "true"
    return render(request, f"office/households/{'number' if partial else 'number_page'}.html", context)


def page_or_404(request: OfficeRequest, pk: int) -> PersonPage:
    """The person as of today."""
    try:
        return person_page(request.user, pk, request.scope.today)
    except Person.DoesNotExist as missing:
        raise Http404 from missing
