"""Two households become one: the other is searched for, both are shown, relations are asked again, then it is done."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from giamngheo.households import actions
from giamngheo.households.models import Household
from giamngheo.households.queries.households import HouseholdOn
from giamngheo.households.queries.listing import Wanted, listing
from giamngheo.households.queries.pages import household_seen
from giamngheo.office.drafts import draft_key
from giamngheo.office.households.acting import Setting, setting_of
from giamngheo.office.households.acts.choosing import chosen, member_fields
from giamngheo.office.households.fields import Typed, day_and_reason, relation_or_unknown, relations
from giamngheo.office.households.writing import Doing, one_form
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole

SHOWN = 10  # households to choose from; more words find fewer


@login_required
def merge(request: OfficeRequest, pk: int) -> HttpResponse:
    """This household goes into another: `?tim=` searches for it, `?vao=` names it."""
    setting = setting_of(request, pk)
    into = _named(request, setting)
    return _preview(request, setting, into) if into else _search(request, setting)


def _named(request: OfficeRequest, setting: Setting) -> HouseholdOn | None:
    key = whole(request.GET.get("vao"))
    if key is None or key == setting.household.pk:
        return None
    try:
        return household_seen(request.user, key)
    except Household.DoesNotExist:
        return None


def _search(request: OfficeRequest, setting: Setting) -> HttpResponse:
    words, commune = request.GET.get("tim", "").strip()[:100], setting.page.commune
    found: list[Household] = []
    if words and commune is not None:
        homes = listing(request.user, commune, Wanted(setting.today, words=words)).households
        found = list(homes.exclude(pk=setting.household.pk)[: SHOWN + 1])
    context: dict[str, Any] = {
        "home": setting.household, "head": setting.page.here.head, "words": words, "found": found[:SHOWN],
        "cut": len(found) > SHOWN, "gone": "vao" in request.GET,
    }  # fmt: skip
    return render(request, "office/households/merge_search.html", context)


def _preview(request: OfficeRequest, setting: Setting, into: HouseholdOn) -> HttpResponse:
    here, kept = setting.page.here, into.household
    fields = [
        *member_fields(setting, relations(head=into.head is None), "unknown"),
        *day_and_reason(_("Là một hộ từ ngày")),
    ]  # fmt: skip
    context: dict[str, Any] = {
        "home": setting.household, "head": here.head, "here": here, "into": into, "fields": fields,
        "draft": draft_key(request, "household", setting.household.pk, "merge", kept.pk),
    }  # fmt: skip

    def read(typed: Typed) -> Doing:
        on = typed.day("on")
        given = {person.pk: relation_or_unknown(answer) for person, answer in chosen(setting, typed).items()}
        return lambda: actions.merge(
            by=request.user, household=setting.household, into=kept, on=on, relations=given,
            reason=typed.text("reason"),
        )  # fmt: skip

    back = reverse("office:household", args=[kept.pk])
    return one_form(request, "office/households/merge.html", context, read, _("Đã nhập hai hộ."), lambda done: back)
