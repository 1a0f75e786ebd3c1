"""One form for every correction. Two officers at once: the second sees both, and loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from giamngheo.foundation.findings import Finding
from giamngheo.households.actions import Done
from giamngheo.households.problems import Refused, Stale
from giamngheo.office.drafts import draft_key, mark_of
from giamngheo.office.households.corrections.words import LABELS, as_field, shown
from giamngheo.office.households.fields import Field, Typed, Words, placed, problems_of, reason_field, show
from giamngheo.office.households.writing import say_done
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole

CORRECTED = gettext_lazy("Đã đính chính.")
KEPT_SECRET = frozenset({"citizen_id"})  # never sent out whole: a blank field leaves it as it is


@dataclass(frozen=True, slots=True)
class Correction:
    """What may be corrected of one row, and how. `fields` carry the names of the row's columns; `write` takes by, seen,
    values, reason; `back` is the address of the page the row stands on, called `trail`; `places` say where findings
    belong that stand elsewhere in other forms; `reason`: what stands in that field before anybody types; `must`: it may
    not stay blank; `more`: for the template."""

    row: Any
    title: Words
    trail: Words
    back: str
    fields: list[Field]
    read: Callable[[Typed], dict[str, Any]]
    write: Callable[..., Done]
    help: Words = ""
    places: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    must: bool = True
    template: str = "office/households/correct.html"
    saved: Words = CORRECTED
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        return [each.name for each in self.fields]


def correct(request: OfficeRequest, wanted: Correction) -> HttpResponse:
    """The form; a refusal keeps every field."""
    row, reason = wanted.row, reason_field(must=wanted.must)
    now = {name: as_field(name, getattr(row, name)) for name in wanted.names if name not in KEPT_SECRET}
    for each in wanted.fields:
        each.value = now.get(each.name, "")
    reason.value = wanted.reason
    fields = [*wanted.fields, reason]
    draft = draft_key(request, "correct", row._meta.model_name, row.pk)
    context: dict[str, Any] = {
        "wanted": wanted, "fields": fields, "based_on": row.changed_in_id, "was": mark_of(now), "draft": draft,
        **wanted.more,
    }  # fmt: skip
    if request.method != "POST":
        return render(request, wanted.template, context)
    typed = Typed(request.POST, request.scope.today)
    values = wanted.read(typed)
    findings: list[tuple[str, Finding]] = list(typed.findings)
    post: Mapping[str, str] = request.POST
    if not findings:
        try:
            seen = whole(typed.text("based_on")) or 0
            done = wanted.write(by=request.user, seen=seen, values=values, reason=typed.text("reason"))
        except Stale as stale:
            post, both = _together(request.POST, wanted.names, stale.theirs)
            context["both"], findings = both, placed(stale.findings)
        except Refused as refused:
            findings = [(wanted.places.get(name, name), finding) for name, finding in placed(refused.findings)]
        else:
            say_done(request, str(wanted.saved), draft, done)
            return redirect(wanted.back)
    if "both" not in context:
        context |= {"based_on": typed.text("based_on"), "was": typed.text("was")}
    show(fields, post, findings)
    context |= {"problems": problems_of(findings), "touched": True}
    return render(request, wanted.template, context, status=409 if "both" in context else 422)


def _together(
    post: Mapping[str, str], names: list[str], theirs: Mapping[str, tuple[Any, Any]]
) -> tuple[dict[str, str], list[tuple[Words, str, str, bool]]]:
    """The fields to send again: what the first officer wrote where the second left it alone, what the second typed
    everywhere else; and (label, as it was, as it is now, whether both wrote it)."""
    fields, both = {name: str(post[name]) for name in post}, []
    for name, (before, now) in theirs.items():
        if name not in LABELS:
            continue
        was, typed = as_field(name, before), fields.get(name, "").strip()
        clash = name in names and (bool(typed) if name in KEPT_SECRET else typed not in (was, as_field(name, now)))
        if name in names and not clash and name not in KEPT_SECRET:
            fields[name] = as_field(name, now)
        both.append((LABELS[name], shown(name, before), shown(name, now), clash))
    return fields, both
