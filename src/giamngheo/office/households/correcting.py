"""Correcting what the register says of a person. Two officers at once: the second sees both, and loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.foundation.findings import Finding
from giamngheo.households.actions import correct_person
from giamngheo.households.births import printed
from giamngheo.households.models import Person
from giamngheo.households.problems import Refused, Stale
from giamngheo.office.drafts import draft_key, mark_of, say_saved
from giamngheo.office.households.fields import Field, Typed, person_fields, placed, problems_of, reason_field, show
from giamngheo.office.households.person import LABELS, page_or_404, shown
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole

_NO_ID = "-"  # typed to take a wrong citizen id out


@login_required
def correct(request: OfficeRequest, pk: int) -> HttpResponse:
    """The form; a refusal keeps every field."""
    found = page_or_404(request, pk)
    if not found.may_edit:
        raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
    someone = found.person.person
    fields, now = _fields(found.person.masked_id), _now(someone)
    for each in fields:
        each.value = now.get(each.name, "")
    draft = draft_key(request, "person", pk)
    context: dict[str, Any] = {
        "someone": someone, "fields": fields, "based_on": someone.changed_in_id, "was": mark_of(now), "draft": draft,
    }  # fmt: skip
    if request.method != "POST":
        return render(request, "office/households/correct.html", context)
    typed = Typed(request.POST, request.scope.today)
    values = _values(typed)
    findings: list[tuple[str, Finding]] = list(typed.findings)
    post: Mapping[str, str] = request.POST
    if not findings:
        try:
            seen = whole(typed.text("based_on")) or 0
            correct_person(by=request.user, person=someone, seen=seen, values=values, reason=typed.text("reason"))
        except Stale as stale:
            post, both = _together(request.POST, stale.theirs)
            context["both"], findings = both, placed(stale.findings)
        except Refused as refused:
            findings = placed(refused.findings)
            context |= {"based_on": typed.text("based_on"), "was": typed.text("was")}
        else:
            say_saved(request, _("Đã đính chính."), draft)
            return redirect("office:person", pk)
    show(fields, post, findings)
    context |= {"problems": problems_of(findings), "touched": True}
    return render(request, "office/households/correct.html", context, status=409 if "both" in context else 422)


def _fields(masked: str) -> list[Field]:
    fields = person_fields(relation=False)
    number = next(each for each in fields if each.name == "citizen_id")
    number.help = (
        _("Đang ghi %(masked)s. Để trống: giữ nguyên. Gõ số mới để thay, gõ dấu - để bỏ.") % {"masked": masked}
        if masked
        else _("12 chữ số trên thẻ; chưa có thì để trống.")
    )
    phone = Field("phone", _("Điện thoại"), most=20)
    return [*fields, phone, reason_field(must=True)]


def _now(someone: Person) -> dict[str, str]:
    """What the fields say before anybody types; the citizen id is never sent out whole."""
    return {
        "full_name": someone.full_name,
        "sex": someone.sex,
        "birth": printed(someone.birth),
        "ethnic_group": someone.ethnic_group,
        "phone": someone.phone,
    }


def _values(typed: Typed) -> dict[str, Any]:
    values: dict[str, Any] = {name: typed.text(name) for name in ("full_name", "sex", "ethnic_group", "phone")}
    values["birth"] = typed.birth("birth")
    number = typed.text("citizen_id")
    return values | ({"citizen_id": "" if number == _NO_ID else number} if number else {})


def _together(
    post: Mapping[str, str], theirs: Mapping[str, tuple[Any, Any]]
) -> tuple[dict[str, str], list[tuple[Any, str, str, bool]]]:
    """The fields to send again: what the first officer wrote where the second left it alone, what the second typed
    everywhere else; and (label, as it was, as it is now, whether both wrote it)."""
    fields, both = {name: str(post[name]) for name in post}, []
    for name, label in LABELS.items():
        if name not in theirs:
            continue
        before, now = theirs[name]
        was, typed = _as_field(name, before), fields.get(name, "").strip()
        clash = typed not in (was, _as_field(name, now)) if name != "citizen_id" else bool(typed)
        if name in fields and not clash:
            fields[name] = _as_field(name, now)
        both.append((label, shown(name, before), shown(name, now), clash))
    return fields, both


def _as_field(name: str, value: Any) -> str:
    if name == "citizen_id" or value is None:
        return ""
    return printed(value) if name == "birth" else str(value)
