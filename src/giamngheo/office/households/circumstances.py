"""A person's circumstances: one begins, one ends. What was entered wrongly is corrected (`corrections`)."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.households import actions
from giamngheo.households.models import CircumstanceKind, Person
from giamngheo.households.queries.one_row import circumstance_row
from giamngheo.office.drafts import draft_key
from giamngheo.office.households.corrections.views import detail_field
from giamngheo.office.households.corrections.words import LABELS
from giamngheo.office.households.fields import Field, Typed, day_and_reason
from giamngheo.office.households.person import page_or_404
from giamngheo.office.households.writing import Doing, one_form
from giamngheo.office.requests import OfficeRequest

_TEMPLATE = "office/households/circumstance.html"


@login_required
def add(request: OfficeRequest, pk: int) -> HttpResponse:
    """A circumstance of a person from a day on."""
    found = page_or_404(request, pk)
    if not found.may_edit:
        raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
    someone = found.person.person
    fields = [
        Field("kind", LABELS["kind"], options=CircumstanceKind.choices), detail_field(),
        *day_and_reason(_("Có từ ngày")),
    ]  # fmt: skip
    return one_form(
        request, _TEMPLATE, _context(request, someone, fields, _("Ghi hoàn cảnh"), "circumstance", pk),
        partial(_begin, request, someone), _("Đã ghi hoàn cảnh."), lambda done: reverse("office:person", args=[pk]),
    )  # fmt: skip


def _begin(request: OfficeRequest, someone: Person, typed: Typed) -> Doing:
    kind, since = typed.text("kind"), typed.day("on")
    return lambda: actions.add_circumstance(
        by=request.user, person=someone, kind=kind if kind in CircumstanceKind.values else CircumstanceKind.DISABILITY,
        detail=typed.text("detail"), valid_from=since, reason=typed.text("reason"),
    )  # fmt: skip


@login_required
def end(request: OfficeRequest, pk: int) -> HttpResponse:
    """The last day of a circumstance."""
    try:
        row, rights = circumstance_row(request.user, pk)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    if Permission.EDIT_HOUSEHOLD not in rights:
        raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
    someone = row.person
    fields = day_and_reason(_("Ngày cuối cùng còn hoàn cảnh này"))
    context = _context(request, someone, fields, _("Kết thúc hoàn cảnh"), "circumstance-end", pk)
    context["row"] = row

    def read(typed: Typed) -> Doing:
        last: date = typed.day("on")
        return lambda: actions.end_circumstance(by=request.user, circumstance=row, on=last, reason=typed.text("reason"))

    back = reverse("office:person", args=[someone.pk])
    return one_form(request, _TEMPLATE, context, read, _("Đã ghi ngày kết thúc."), lambda done: back)


def _context(
    request: OfficeRequest, someone: Person, fields: list[Field], title: str, draft: str, pk: int
) -> dict[str, Any]:
    return {"someone": someone, "fields": fields, "title": title, "draft": draft_key(request, draft, pk)}
