"""Correcting a signed decision: which households were wrong, and what is right."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.foundation.text import bare
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_deciding.decisions import PER_PAGE
from giamngheo.office.review_deciding.fields import Form, Input, Reading
from giamngheo.office.review_deciding.present import class_label
from giamngheo.review.actions.corrections import CLASSES, draft_correction
from giamngheo.review.models import ClassPath, Decision, DecisionKind
from giamngheo.review.queries.decisions import ItemRow, decision_page
from giamngheo.review.queries.opening import homes_named

_PLACES = {"REVIEW-DECIDING-REASON": "reason"}


@login_required
def correct(request: OfficeRequest, pk: int) -> HttpResponse:
    """A class chosen for each household that was wrong makes the draft of a correction."""
    try:
        page = decision_page(request.user, pk)
    except Decision.DoesNotExist as missing:
        raise Http404 from missing
    if not page.may_run:
        raise NotPermitted(str(Permission.RUN_REVIEW))
    found = page.decision
    if page.is_draft:
        return redirect("office:review-decision", pk)
    form = Form([Input("reason", _("Lý do đính chính"), "", "area", most=2000, must=True)],
                draft_key(request, "correct", pk), _PLACES)  # fmt: skip
    if request.method == "POST":

        def read(typed: Reading) -> dict[str, Any]:
            changes = {row.item.pk: typed.text(f"loai-{row.item.pk}") for row in page.rows}
            return {
                "by": request.user, "decision": found, "reason": typed.text("reason"), "added": typed.chosen("them-"),
                "changes": {key: value for key, value in changes.items() if value},
            }  # fmt: skip

        made = form.tried(request, draft_correction, read)
        if made is not None:
            say_saved(request, _("Đã lập dự thảo đính chính; lãnh đạo xã ký thì có hiệu lực."), form.draft)
            return redirect("office:review-decision", made.pk)
    words = request.GET.get("tim", "").strip()[:100]
    rows = [row for row in page.rows if bare(words) in bare(row.name)] if words else list(page.rows)
    opening = found.kind == DecisionKind.OPENING
    shown = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page, "decision": found, "form": form, "words": words, "opening": opening,
        "rows": shown, "lines": [_line(request, row) for row in shown],
        "page_query": f"tim={words}&" if words else "",
        "classes": {path: [(each.value, class_label(each)) for each in given] for path, given in CLASSES.items()},
        "found": homes_named(request.user, found.unit, words)
        if opening and words else [],
        "to_add": [(value, class_label(value)) for value in CLASSES[ClassPath.POVERTY] if value != "none"],
    }  # fmt: skip
    return render(request, "office/review_deciding/correct.html", context, status=form.status)


def _line(request: OfficeRequest, row: ItemRow) -> dict[str, Any]:
    """A household with the field for its right class, and what was chosen there."""
    name = f"loai-{row.item.pk}"
    return {"row": row, "name": name, "value": request.POST.get(name, "")}
