"""What the review says on pages of other domains: they include it by name and import nothing of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.translation import get_language

from giamngheo.office.requests import OfficeRequest
from giamngheo.review.queries.life import review_life

if TYPE_CHECKING:
    from giamngheo.households.models import Household

register = template.Library()


@register.inclusion_tag("office/review_reports/life.html", takes_context=True)
def review_of_household(context: dict[str, Any], household: Household, day: date) -> dict[str, Any]:
    """Classes, verdicts with reasons, requests, decisions and certificates of a household."""
    request: OfficeRequest = context["request"]
    life = context.get("review_life")  # the page may have read it already, for its time line
    if life is None:
        life = review_life(request.user, household, "en" if get_language() == "en" else "vi")
    return {"life": life, "now": life.held_on(day), "day": day, "household": household}
