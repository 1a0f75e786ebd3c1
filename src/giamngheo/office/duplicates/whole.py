"""Two households that hold the same people, made one at once: who becomes whom, who is in one only, what else is
touched; then all of it in one step."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.households.actions import merge_households
from giamngheo.households.births import printed
from giamngheo.households.duplicates.problems import CHANGED
from giamngheo.households.keeping.merging_facts import FACTS
from giamngheo.households.keeping.whole import Couple
from giamngheo.households.models import Household
from giamngheo.households.problems import Refused
from giamngheo.households.queries.duplicates import may_decide
from giamngheo.households.queries.whole_households import Both, both_of
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.duplicates.comparing import _said, pair_or_404
from giamngheo.office.duplicates.present import likely, row
from giamngheo.office.households.corrections.words import LABELS
from giamngheo.office.households.fields import placed, problems_of, reason_field, show
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole as number
from giamngheo.review.queries.touching import touching
from giamngheo.support.queries import received_count


@login_required
@require_http_methods(["GET", "POST"])
def whole_households(request: OfficeRequest, pk: int) -> HttpResponse:
    """What is chosen (which household stays, which pairs, whether the others come along) stands in the address or the
    form, and what it gives below; POST writes that, and nothing else."""
    pair = pair_or_404(request, pk)
    both = both_of(request.user, pair)
    if both is None:
        raise Http404
    asked = request.POST if request.method == "POST" else request.GET
    keep_second, bring = asked.get("giu") == "second", not asked.get("chon") or asked.get("theo") == "1"
    ticked = _ticked(both, asked)
    found = both.merged(keep_second=keep_second, ticked=ticked)
    may = may_decide(request.user, pair.run.unit)
    reason, draft = reason_field(), draft_key(request, "whole", pk)
    findings = list(found.wrong)
    if request.method == "POST":
        if not may:
            raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
        show([reason], request.POST, [])
        try:
            merge_households(
                by=request.user, kept=found.kept, gone=found.gone, pairs=[each.pair for each in found.couples],
                seen=request.POST.get("seen", ""), bring=bring, reason=request.POST.get("reason", ""),
            )  # fmt: skip
        except Refused as refused:
            findings = list(refused.findings)
        else:
            say_saved(request, _("Đã gộp hai hộ thành một. Hoàn tác được một lần cho tất cả."), draft)
            return redirect("office:household", found.kept.pk)
    context: dict[str, Any] = {
        "pair": pair, "may": may, "reason": reason, "draft": draft, "found": found, "bring": bring,
        "keep_second": keep_second, "problems": problems_of(placed(findings)),
        "homes": [_home(request, both, each) for each in (both.first, both.second)],
        "pairs": [_pair(both, each, each.pk in ticked) for each in both.pairs],
        "couples": [_couple(each) for each in found.couples],
        "alone": [(each, printed(each.person.birth), found.relation(each)) for each in found.alone],
        "staying": [(each, printed(each.person.birth)) for each in found.staying],
        "ends": bring or not found.alone, "ready": bool(found.couples) and not found.wrong,
        "kept_title": _title(both, found.kept), "gone_title": _title(both, found.gone),
    }  # fmt: skip
    return render(request, "office/duplicates/whole.html", context, status=_status(request, findings))


def _ticked(both: Both, asked: QueryDict) -> set[int]:
    """The pairs chosen; before anybody chose, those that leave no doubt."""
    if not asked.get("chon"):
        return set(both.clear)
    return {key for each in asked.getlist("cap") if (key := number(each)) is not None}


def _home(request: OfficeRequest, both: Both, home: Household) -> dict[str, Any]:
    """One of the two, and what other rooms hold about it: that stays where it is."""
    place = both.villages.get(home.pk)
    return {
        "row": home, "title": _title(both, home), "village": place.village.name if place else "",
        "line": place.line if place else "",
        "review": touching(request.user, [home.pk], request.scope.today)[home.pk],
        "help": received_count(request.user, home),
    }  # fmt: skip


def _title(both: Both, home: Household) -> str:
    return both.heads.get(home.pk) or str(home)


def _pair(both: Both, pair: Any, ticked: bool) -> dict[str, Any]:
    return {"row": row(pair), "ticked": ticked, "clear": pair.pk in both.clear, "likely": likely(pair.probability)}


def _couple(couple: Couple) -> dict[str, Any]:
    """Who becomes whom, and each fact in which the two differ with what it will be."""
    facts = [
        (LABELS[each.name], _said(each.name, each.first), _said(each.name, each.second), _said(each.name, each.result))
        for each in couple.found.facts
        if each.name in FACTS and each.first != each.second and each.result not in (None, "")
    ]
    return {
        "pair": couple.pair, "gone": couple.in_gone.person, "kept": couple.in_kept.person,
        "relation": couple.in_kept.get_relation_display(),
        "facts": [(label, _other(first, second, now), now) for label, first, second, now in facts],
    }  # fmt: skip


def _other(first: str, second: str, now: str) -> str:
    return second if first == now else first


def _status(request: OfficeRequest, findings: list[Any]) -> int:
    if request.method != "POST" or not findings:
        return 200
    return 409 if findings[0].code == CHANGED.code else 422
