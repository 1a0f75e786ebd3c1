"""The list recognised before the system: a decision as printed, and a class chosen for each household of it, village by
village or from an Excel list."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import OutOfScope, Permission, require
from giamngheo.foundation.findings import FindingError
from giamngheo.households.queries.listing import villages_in
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_deciding.fields import NUMBER_PLACES, Form, Input, Reading, day_input
from giamngheo.office.review_deciding.present import LEFT_OUT
from giamngheo.office.typed import whole
from giamngheo.review.actions.opening_list import Listed, Printed, enter_opening_list
from giamngheo.review.keeping.opening import GIVEN
from giamngheo.review.problems_deciding import FILE_LARGE
from giamngheo.review.queries import opening as queries
from giamngheo.territory.models import Unit

_PLACES = {
    "REVIEW-OPENING-DAY": "effective_from", "REVIEW-DAY-FUTURE": "signed_on", "REVIEW-DECISION-SIGNER": "signer",
    **NUMBER_PLACES,
}  # fmt: skip
_LISTS = (".xlsx", ".xls", ".ods")


@login_required
def opening_list(request: OfficeRequest) -> HttpResponse:
    """The form; `lam` doc lays out what an Excel list says, and saves nothing."""
    unit = request.scope.unit
    if unit is None:
        raise OutOfScope
    require(request.user, Permission.RUN_REVIEW, unit)
    issuers = queries.issuers_of(request.user, unit)
    form = Form(_fields(unit, issuers, request.scope.today), draft_key(request, "opening", unit.pk), _PLACES)
    reading = request.POST.get("lam") == "doc"
    if request.method == "POST" and not reading:
        made = form.tried(request, enter_opening_list, lambda typed: _given(request, typed, unit, issuers))
        if made is not None:
            words = _("Đã ghi %(count)d hộ theo %(symbol)s.")
            say_saved(request, words % {"count": made.items.count(), "symbol": str(made.document)}, form.draft)
            return redirect("office:review-decision", made.pk)
    context: dict[str, Any] = {
        "unit": unit, "form": form, "may_open": queries.may_open(request.user, unit),
        "villages": villages_in(request.user, unit, request.scope.today),
        "given": [(each.value, each.label) for each in GIVEN],
    }  # fmt: skip
    if reading:
        form.show(request.POST, [])
        context |= _read(request, unit)
    else:
        context |= _choices(request, unit)
    failed = bool(context.get("file_problem"))
    return render(request, "office/review_deciding/opening.html", context, status=422 if failed else form.status)


def _given(request: OfficeRequest, typed: Reading, unit: Unit, issuers: list[Unit]) -> dict[str, Any]:
    """The decision as printed and the households with their classes, as they were sent."""
    issuer = next((each for each in issuers if str(each.pk) == typed.text("issuer")), unit)
    serial = typed.number("serial")
    printed = Printed(
        serial or 0, typed.day("signed_on"), typed.text("signer"), typed.text("sign"), typed.text("signer_post"), issuer
    )
    wanted, since = typed.chosen("ho-"), typed.day("effective_from")
    homes = {each.pk: each for each in queries.homes_of(request.user, unit, list(wanted))}
    items = [Listed(homes[key], value) for key, value in wanted.items() if key in homes]
    return {"by": request.user, "unit": unit, "printed": printed, "effective_from": since, "items": items}


def _choices(request: OfficeRequest, unit: Unit) -> dict[str, Any]:
    """The households of the village asked for, or those just sent."""
    village = next(
        (each for each in villages_in(request.user, unit, request.scope.today)
         if each.pk == whole(request.GET.get("thon"))), None,
    )  # fmt: skip
    if village is not None:
        choices = queries.choices_of(request.user, unit, village, request.scope.today)
        return {"village": village, "choices": _typed(request, choices)}
    keys = [int(key[3:]) for key in request.POST if key[:3] == "ho-" and whole(key[3:])]
    if keys:
        return {"choices": _typed(request, queries.choices_named(request.user, unit, keys, request.scope.today))}
    return {"choices": []}


def _typed(request: OfficeRequest, choices: list[queries.Choice]) -> list[queries.Choice]:
    return [each._replace(value=request.POST.get(f"ho-{each.household}", each.value)) for each in choices]


def _read(request: OfficeRequest, unit: Unit) -> dict[str, Any]:
    """What an Excel list says, laid out to be looked at."""
    file = request.FILES.get("file")
    if file is None:
        return {"choices": [], "file_problem": {"message": _("Chưa chọn tệp."), "fixes": [], "code": "LIST-FILE"}}
    if (file.size or 0) > settings.MAX_UPLOAD_BYTES:
        most = settings.MAX_UPLOAD_BYTES // (1024 * 1024)
        return {"choices": [], "file_problem": problem_of(FILE_LARGE.at(most=most))}
    ending = next((each for each in _LISTS if (file.name or "").lower().endswith(each)), ".xlsx")
    with NamedTemporaryFile(suffix=ending, delete=False) as kept:
        kept.write(file.read())
    try:
        found = queries.from_list(request.user, unit, Path(kept.name), request.scope.today)
    except FindingError as error:
        return {"choices": [], "file_problem": problem_of(error.finding)}
    finally:
        Path(kept.name).unlink(missing_ok=True)
    left = [(each, LEFT_OUT[each.why]) for each in found.left_out if each.why is not None]
    return {"choices": list(found.choices), "left_out": left, "read": file.name}


def _fields(unit: Unit, issuers: list[Unit], today: date) -> list[Input]:
    fields = [
        Input("serial", _("Số quyết định"), _("Như trên quyết định đã ký, ví dụ 125."), "short", most=6, must=True),
        Input("sign", _("Ký hiệu"), "", "short", "QĐ-UBND", most=40, must=True),
        day_input("signed_on", _("Ngày quyết định"), None),
        Input("signer", _("Người ký"), most=150, must=True),
        Input("signer_post", _("Chức vụ"), value="Chủ tịch"),
        day_input("effective_from", _("Là hộ nghèo, hộ cận nghèo từ ngày"), date(today.year, 1, 1),
                  _("Của rà soát định kỳ là 01/01 năm sau năm rà soát.")),
    ]  # fmt: skip
    if len(issuers) > 1:
        options = [(str(each.pk), each.name if each.pk == unit.pk else _("%(name)s (cũ)") % {"name": each.name})
                   for each in issuers]  # fmt: skip
        fields.insert(0, Input("issuer", _("Đơn vị ban hành"), kind="choice", value=str(unit.pk), options=options))
    return fields
