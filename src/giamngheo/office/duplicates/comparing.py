"""Two people side by side: what differs is chosen between, the result looked at, then they are one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.foundation import citizen_id
from giamngheo.households.actions import merge_people
from giamngheo.households.duplicates.problems import CHANGED, CHOOSE
from giamngheo.households.keeping.merging_facts import FACTS, Fact
from giamngheo.households.models import CircumstanceKind, DuplicatePair, PairState
from giamngheo.households.problems import Refused
from giamngheo.households.queries.duplicates import Comparison, comparison, pair_seen, pairs_for
from giamngheo.households.values import MergeChoices
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.duplicates.present import row, said, why
from giamngheo.office.households.corrections.words import LABELS, shown
from giamngheo.office.households.fields import placed, problems_of, reason_field, show
from giamngheo.office.requests import OfficeRequest

SIDES = ("first", "second", "both")
_OTHERS = 12  # pairs between the same households that the page names


@login_required
@require_http_methods(["GET", "POST"])
def compare(request: OfficeRequest, pk: int) -> HttpResponse:
    """The comparison; `lam` preview shows what would be written, merge writes it. Neither loses a choice."""
    pair = pair_or_404(request, pk)
    order = request.POST.get("lam", "") if request.method == "POST" else ""
    found = comparison(request.user, pair, choices_of(request.POST))
    if order and not found.may_decide:
        raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
    reason, draft = reason_field(), draft_key(request, "duplicate", pk)
    context: dict[str, Any] = {
        "found": found, "pair": pair, "draft": draft, "reason": reason, **why(pair), **sides(found),
        "distinct_draft": draft_key(request, "distinct", pk),
        "others": [row(each) for each in found.others[:_OTHERS]],
    }  # fmt: skip
    if not order:
        return render(request, "office/duplicates/pair.html", context)
    show([reason], request.POST, [])
    findings = list(found.open)
    if order == "merge" and not findings and found.found is not None:
        try:
            merge_people(
                by=request.user, pair=pair, choices=found.found.choices, seen=request.POST.get("seen", ""),
                reason=request.POST.get("reason", ""),
            )  # fmt: skip
        except Refused as refused:
            findings = list(refused.findings)
            found = comparison(request.user, pair_or_404(request, pk), choices_of(request.POST))
            context |= {"found": found, "pair": found.pair, **sides(found)}
        else:
            say_saved(request, _("Đã gộp thành một người. Hoàn tác được ở trang của người đó."), draft)
            return redirect(*_next(request, found))
    context |= {"problems": problems_of(placed(findings)), "touched": True}
    if found.pair.state == PairState.SUGGESTED and not [each for each in findings if each.code != CHANGED.code]:
        context["preview"] = result(found)
    if [each for each in findings if each.code == CHOOSE.code]:
        context["unchosen"] = True
    return render(request, "office/duplicates/pair.html", context, status=_status(findings))


def pair_or_404(request: OfficeRequest, pk: int) -> DuplicatePair:
    """A pair both of whom the user sees."""
    try:
        return pair_seen(request.user, pk)
    except DuplicatePair.DoesNotExist as missing:
        raise Http404 from missing


def choices_of(post: Mapping[str, str]) -> MergeChoices:
    """What was chosen so far; anything that is no side is not chosen."""
    facts = {name: post.get(f"fact-{name}", "") for name in FACTS}
    kinds = {kind: post.get(f"kind-{kind}", "") for kind in CircumstanceKind.values}
    return MergeChoices(
        {name: side for name, side in facts.items() if side in SIDES[:2]},
        post.get("home", "") if post.get("home") in SIDES[:2] else "",
        {kind: side for kind, side in kinds.items() if side in SIDES},
    )


def sides(found: Comparison) -> dict[str, Any]:
    """What the two say, fact by fact, and what is to be chosen."""
    merger = found.found
    if merger is None:
        return {"facts": [_decided(found, name) for name in FACTS], "home_asked": False, "disputes": []}
    chosen = merger.choices
    labels = dict(CircumstanceKind.choices)
    return {
        "facts": [_fact(each, chosen.facts.get(each.name, "")) for each in merger.facts],
        "home_asked": merger.home_asked,
        "home": chosen.home,
        "disputes": [(kind, labels[kind], chosen.circumstances.get(kind, "")) for kind in merger.disputes],
    }


def result(found: Comparison) -> dict[str, Any]:
    """What would be written, in the words of the page."""
    merger = found.found
    if merger is None:
        return {}
    heads = {home.row.household_id: home for entry in (found.first, found.second) for home in entry.homes}
    return {
        "facts": [(LABELS[each.name], _said(each.name, each.result)) for each in merger.facts if each.result],
        "name": merger.fact("full_name"),
        "homes": [(heads[each.row.household_id], each) for each in reversed(merger.pieces)],
        "removed": [(heads[each.household_id], each) for each in merger.removed],
        "circumstances": merger.bearings,
        "dropped": merger.dropped,
        "endings": [(heads[each.household.pk], each) for each in merger.endings],
        "headless": [heads[each.pk] for each in merger.headless],
        "seen": merger.mark,
    }


def _fact(fact: Fact, side: str) -> dict[str, Any]:
    first, second = said(_said(fact.name, fact.first), _said(fact.name, fact.second))
    return {
        "name": fact.name, "label": LABELS[fact.name], "first": first, "second": second, "clash": fact.clash,
        "side": side,
        "differs": fact.first != fact.second and bool(fact.first) and bool(fact.second),
        "number": fact.name == "citizen_id",
    }  # fmt: skip


def _decided(found: Comparison, name: str) -> dict[str, Any]:
    first, second = (getattr(each.person, name) for each in (found.first, found.second))
    return _fact(Fact(name, first, second, None), "")


def _said(name: str, value: Any) -> str:
    return citizen_id.mask(value or "") if name == "citizen_id" else shown(name, value)


def _next(request: OfficeRequest, found: Comparison) -> tuple[Any, ...]:
    """The next pair between the same households, else the next of the list, else the list."""
    if found.others:
        return "office:duplicate", found.others[0].pk
    following = pairs_for(request.user, request.scope.unit).first()
    return ("office:duplicate", following.pk) if following else ("office:duplicates",)


def _status(findings: list[Any]) -> int:
    return 200 if not findings else 409 if findings[0].code == CHANGED.code else 422
