"""One form of the funds outside the budget: shown, written by one verb, shown again with what was refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from django.http import HttpResponse
from django.shortcuts import redirect, render

from giamngheo.foundation.findings import Finding
from giamngheo.funds.problems import Refused
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.funds import fields as f
from giamngheo.office.households.fields import Field, problems_of, show
from giamngheo.office.requests import OfficeRequest

# Which field a refusal is shown beside, as fields.PLACES says of the ledger.
PLACES = {
    "GIFT-NAME": "name", "GIFT-TWICE": "name", "GIFT-DONOR": "donor_name", "GIFT-AMOUNT": "amount",
    "GIFT-QUANTITY": "quantity", "GIFT-RECIPIENT": "household", "GIFT-NOT-ENOUGH": "amount", "GIFT-FUTURE": "on",
    "GIFT-NO-REASON": "note", "GIFT-YEAR-CLOSED": "on", "GIFT-YEAR-RUNNING": "year",
    "REVOLVING-NAME": "name", "REVOLVING-AMOUNT": "amount", "REVOLVING-SOURCE": "source",
    "REVOLVING-NOT-ENOUGH": "amount", "REVOLVING-SCHEDULE": "count", "REVOLVING-BORROWER": "household",
    "REVOLVING-OWED": "amount", "REVOLVING-FUTURE": "on", "REVOLVING-NO-REASON": "note",
    "LEDGER-DIFFICULTY": "text",
}  # fmt: skip


class Form(NamedTuple):
    """`trail`: pages above as (address, title), the last one is where giving up leads; `draft`: what it is about."""

    title: str
    fields: Sequence[Field]
    trail: Sequence[tuple[str, str]]
    draft: tuple[object, ...]
    about: str = ""


def blank(request: OfficeRequest, form: Form) -> HttpResponse:
    """The form as it is first seen."""
    return _shown(request, form)


def written(
    request: OfficeRequest,
    form: Form,
    typed: f.MoneyTyped,
    write: Callable[[], Any],
    told: str,
    to: Callable[[Any], str],
) -> HttpResponse:
    """Write what was typed and go on `to` its page; a refusal keeps every field and says what to do."""
    findings = list(typed.findings)
    if not findings:
        try:
            made = write()
        except Refused as refused:
            findings = placed(refused.findings)
        else:
            say_saved(request, told, draft_key(request, "funds", *form.draft))
            return redirect(to(made))
    show(form.fields, request.POST, findings)
    return _shown(request, form, findings)


def placed(findings: Iterable[Finding]) -> list[tuple[str, Finding]]:
    """Findings with the field each belongs to, "" for the form as a whole."""
    return [(PLACES.get(each.code, ""), each) for each in findings]


def _shown(request: OfficeRequest, form: Form, findings: Sequence[tuple[str, Finding]] = ()) -> HttpResponse:
    context = {
        "form": form, "back": form.trail[-1][0], "draft": draft_key(request, "funds", *form.draft),
        "problems": problems_of(findings), "touched": bool(findings),
    }  # fmt: skip
    return render(request, "office/funds/own_form.html", context, status=422 if findings else 200)
