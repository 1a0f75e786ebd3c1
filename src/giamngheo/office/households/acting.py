"""Writing what happened to a household: one view for every kind of act, each of which says what it asks and writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from giamngheo.accounts.models import User
from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.households.actions import Done
from giamngheo.households.models import Household
from giamngheo.households.queries.listing import villages_in
from giamngheo.households.queries.pages import HouseholdPage, household_page
from giamngheo.office.drafts import draft_key
from giamngheo.office.households.fields import Field, Typed
from giamngheo.office.households.writing import one_form
from giamngheo.office.requests import OfficeRequest
from giamngheo.territory.models import Village


@dataclass(frozen=True, slots=True)
class Setting:
    """Who writes, about which household as it stands today, and the villages to choose from. `asked`: what the address
    asks; `more`: what an act finds besides, for its own template."""

    by: User
    page: HouseholdPage
    villages: list[Village]
    today: date
    asked: Mapping[str, str] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def household(self) -> Household:
        return self.page.here.household


@dataclass(frozen=True, slots=True)
class Act:
    """`fields`: what is asked; `write`: does it, or None where `typed.findings` says why nothing could be read."""

    slug: str
    title: str | Promise
    help: str | Promise
    fields: Callable[[Setting], list[Field]]
    write: Callable[[Setting, Typed], Callable[[], Done]]
    template: str = "office/households/form.html"


@login_required
def household_act(request: OfficeRequest, pk: int, slug: str) -> HttpResponse:
    """The form of one act; a refusal keeps every field and says what to do."""
    from giamngheo.office.households.acts import ACTS

    if slug not in ACTS:
        raise Http404
    act, setting = ACTS[slug], setting_of(request, pk)
    context: dict[str, Any] = {
        "act": act, "title": act.title, "help": act.help, "fields": act.fields(setting), "home": setting.household,
        "head": setting.page.here.head, "draft": draft_key(request, "household", pk, slug),
        "more": setting.more,
    }  # fmt: skip
    return one_form(
        request, act.template, context, lambda typed: act.write(setting, typed),
        _("Đã ghi: %(act)s.") % {"act": act.title},
        lambda done: reverse("office:household", args=[done.households[-1].pk]),
    )  # fmt: skip


def setting_of(request: OfficeRequest, pk: int) -> Setting:
    """The household as it stands today; raises Http404 for others' households, NotPermitted."""
    today = request.scope.today
    try:
        page = household_page(request.user, pk, today)
    except Household.DoesNotExist as missing:
        raise Http404 from missing
    if not page.may_edit:
        raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
    villages = villages_in(request.user, page.commune, today, Permission.EDIT_HOUSEHOLD) if page.commune else []
    return Setting(request.user, page, villages, today, request.GET)
