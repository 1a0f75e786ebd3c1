"""Ways between the pages of the review, to other parts only where those are there; the head of a round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import permissions_in
from giamngheo.office.requests import OfficeRequest
from giamngheo.review.models import ReviewRound, RoundKind
from giamngheo.review.queries.deciding import Steps, round_to_decide, steps_of


def way_to(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page, "" where no part of the program has it."""
    try:
        return reverse(name, args=args, kwargs=kwargs)
    except NoReverseMatch:
        return ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that can be printed from a page."""

    title: str | Promise
    docx: str
    pdf: str


def papers(*wanted: tuple[str | Promise, str, int]) -> list[Paper]:
    """Papers as (title, kind, key of the row): none where nobody makes them."""
    found = []
    for title, kind, pk in wanted:
        docx, pdf = (way_to("office:review-paper", kind=kind, pk=pk, form=form) for form in ("docx", "pdf"))
        if docx:
            found.append(Paper(title, docx, pdf))
    return found


@dataclass(frozen=True, slots=True)
class Tab:
    """A step of the round: its page, how much waits there."""

    title: str | Promise
    url: str
    count: int
    current: bool


def round_here(request: OfficeRequest, pk: int) -> ReviewRound:
    """The round of an address; others' rounds do not exist (404)."""
    try:
        return round_to_decide(request.user, pk)
    except ReviewRound.DoesNotExist as missing:
        raise Http404 from missing


def head(request: OfficeRequest, round_: ReviewRound, here: str) -> dict[str, Any]:
    """What the head of every page of a round shows: its name, where its page is, the steps with what waits."""
    steps = steps_of(request.user, round_, request.scope.today)
    rights = permissions_in(request.user, round_.unit)
    return {
        "round": round_,
        "round_url": way_to("office:review-round", round_.pk),
        "poverty": RoundKind(round_.kind).judges_poverty,
        "steps": steps,
        "tabs": _tabs(round_, steps, here),
        "may_run": Permission.RUN_REVIEW in rights and round_.state == "open",
        "may_sign": Permission.SIGN_REVIEW in rights,
    }


def _tabs(round_: ReviewRound, steps: Steps, here: str) -> list[Tab]:
    wanted: list[tuple[str | Promise, str, int]] = [
        (_("Niêm yết"), "review-postings", steps.to_post + steps.to_post_again),
        (_("Ý kiến, khiếu nại"), "review-complaints", steps.complaints),
        (_("Trình danh sách"), "review-proposals", steps.to_propose + steps.opinions),
        (_("Quyết định"), "review-decide", steps.to_decide),
    ]
    if RoundKind(round_.kind).judges_poverty:
        wanted.insert(0, (_("Họp dân"), "review-meetings", steps.to_meet))
    return [
        Tab(title, reverse(f"office:{name}", args=[round_.pk]), count, name == here) for title, name, count in wanted
    ]
