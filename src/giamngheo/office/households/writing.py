"""A form that writes one thing: shown, read, done, or given back with every field kept and every reason said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from giamngheo.foundation.findings import Finding
from giamngheo.households.actions import Done
from giamngheo.households.problems import Refused
from giamngheo.office.drafts import say_saved
from giamngheo.office.households.fields import Field, Typed, placed, problems_of, show
from giamngheo.office.planning.findings import spoken
from giamngheo.office.requests import OfficeRequest

Doing = Callable[[], Done]


def one_form(
    request: OfficeRequest,
    template: str,
    context: dict[str, Any],
    read: Callable[[Typed], Doing],
    saved: str,
    back: Callable[[Done], str],
) -> HttpResponse:
    """`context` has "fields" and "draft"; `read` answers what to do, unless its `Typed` has findings; `saved`: what is
    said afterwards, on the page `back` names."""
    fields: list[Field] = context["fields"]
    if request.method != "POST":
        return render(request, template, context)
    typed = Typed(request.POST, request.scope.today)
    doing = read(typed)
    findings: list[tuple[str, Finding]] = list(typed.findings)
    if not findings:
        try:
            done = doing()
        except Refused as refused:
            findings = placed(refused.findings)
        else:
            say_done(request, saved, context["draft"], done)
            return redirect(back(done))
    show(fields, request.POST, findings)
    context |= {"problems": problems_of(findings), "touched": True}
    return render(request, template, context, status=422)


def say_done(request: OfficeRequest, words: str, draft: str, done: Done) -> None:
    """Tell the next page that it is written, and what is doubtful about it all the same."""
    say_saved(request, words, draft)
    for each in done.warnings:
        messages.warning(request, spoken(each.message))
