"""Postings of a round as a calendar, what waits to be put up, complaints and their days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Exists, OuterRef, QuerySet

from giamngheo.accounts.queries import permissions_in
from giamngheo.review.keeping.days import today
from giamngheo.review.keeping.naming import called, names_of, with_heads
from giamngheo.review.keeping.readiness import to_post
from giamngheo.review.models import (
    AssessmentPurpose,
    CaseState,
    Complaint,
    ComplaintAnswer,
    Posting,
    PostingItem,
    ReviewCase,
    ReviewRound,
)
from giamngheo.review.permissions import Permission
from giamngheo.review.queries.deciding import deciding_rounds
from giamngheo.territory.models import Village

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class ToPost(NamedTuple):
    """Households of a village (None: of the commune) that can be put up now; `again`: results of rechecks."""

    village: Village | None
    households: int
    again: bool


class PostedCase(NamedTuple):
    """A household of a posted list. `late`: a complaint now would be late; `may_complain`: one can be entered."""

    item: PostingItem
    name: str
    complaints: Sequence[Complaint]
    may_complain: bool


class PostingPage(NamedTuple):
    """A posted list."""

    posting: Posting
    rows: Sequence[PostedCase]
    may_run: bool


class ComplaintRow(NamedTuple):
    """A complaint with the household's name. `answer` None: open. `late`: its last day lies behind."""

    complaint: Complaint
    name: str
    answer: ComplaintAnswer | None
    overdue: bool


class ComplaintPage(NamedTuple):
    """A complaint; `recheck`: the result to answer with, is there."""

    complaint: Complaint
    name: str
    answer: ComplaintAnswer | None
    recheck: bool
    overdue: bool
    may_run: bool


def postings_of(user: User, round_: ReviewRound) -> QuerySet[Posting]:
    """The calendar: by first day, the latest first; with `households` and `complained` (any complaint)."""
    rows = Posting.objects.filter(round__in=deciding_rounds(user).filter(pk=round_.pk)).select_related("village", "by")
    complained = Exists(Complaint.objects.filter(posting=OuterRef("pk")))
    return rows.annotate(households=Count("items"), complained=complained).order_by("-starts_on", "-pk")


def to_put_up(user: User, round_: ReviewRound) -> list[ToPost]:
    """What waits to be posted, by village; three queries."""
    seen = deciding_rounds(user).filter(pk=round_.pk).first()
    if seen is None:
        return []
    counted = [(village, count, again) for again in (False, True) for village, count in _by_village(seen, again=again)]
    villages = Village.objects.in_bulk([village for village, _, _ in counted if village])
    found = [ToPost(villages.get(village or 0), count, again) for village, count, again in counted]
    return sorted(found, key=lambda each: (each.again, each.village.code if each.village else ""))


def cases_to_post(user: User, round_: ReviewRound, village: Village | None, *, again: bool) -> QuerySet[ReviewCase]:
    """The households of one list that can be put up, by the names of their heads."""
    cases = to_post(round_, after_recheck=again).filter(round__in=deciding_rounds(user))
    if village is not None:
        cases = cases.filter(village=village)
    return with_heads(cases.select_related("assessment", "village", "household", "person"), today())


def posting_page(user: User, pk: int) -> PostingPage:
    """Raises Posting.DoesNotExist for others'; a constant number of queries."""
    posting = (
        Posting.objects.filter(round__in=deciding_rounds(user)).select_related("round__unit", "village").get(pk=pk)
    )
    items = list(posting.items.select_related("case__household", "case__person", "assessment"))
    said: dict[int, list[Complaint]] = {}
    for complaint in Complaint.objects.filter(posting=posting).order_by("pk"):
        said.setdefault(complaint.case_id, []).append(complaint)
    names = names_of((item.case.household_id for item in items), today())
    may_run = Permission.RUN_REVIEW in permissions_in(user, posting.round.unit)
    rows = [
        PostedCase(item, called(item.case, names), said.get(item.case_id, []), may_run and _open(item))
        for item in items
    ]
    return PostingPage(posting, sorted(rows, key=lambda row: row.item.pk), may_run)


def complaints_of(user: User, round_: ReviewRound) -> list[ComplaintRow]:
    """Complaints of a round: the open ones first, by the day they are due; three queries."""
    rows = Complaint.objects.filter(case__round__in=deciding_rounds(user).filter(pk=round_.pk))
    found = list(rows.select_related("case__person", "case__village", "posting", "answer").order_by("answer_due", "pk"))
    names = names_of((each.case.household_id for each in found), today())
    shown = [ComplaintRow(each, called(each.case, names), _answer(each), _overdue(each)) for each in found]
    return sorted(shown, key=lambda row: row.answer is not None)


def case_posted(user: User, pk: int) -> tuple[ReviewCase, Posting | None, str]:
    """A case with the posting of its present result (None: there is none) and its name, for a complaint about it.

    Raises ReviewCase.DoesNotExist for others'.
    """
    rows = ReviewCase.objects.filter(round__in=deciding_rounds(user)).select_related("round__unit", "village", "person")
    case = rows.get(pk=pk)
    own = Posting.objects.filter(items__case=case, items__assessment=case.assessment_id).order_by("-pk")
    return case, own.first(), called(case, names_of([case.household_id], today()))


def complaint_page(user: User, pk: int) -> ComplaintPage:
    """Raises Complaint.DoesNotExist for others'."""
    rows = Complaint.objects.filter(case__round__in=deciding_rounds(user))
    found = rows.select_related(
        "case__round__unit",
        "case__person",
        "case__village",
        "case__assessment",
        "posting",
        "answer__assessment",
        "file",
        "by",
    ).get(pk=pk)
    case, answer = found.case, _answer(found)
    posted = found.posting.items.select_related("assessment").get(case=case).assessment
    last = case.assessment
    recheck = last is not None and last.purpose == AssessmentPurpose.RECHECK and last.number > posted.number
    return ComplaintPage(
        found, called(case, names_of([case.household_id], today())), answer, recheck, _overdue(found),
        Permission.RUN_REVIEW in permissions_in(user, case.round.unit),
    )  # fmt: skip


def _by_village(round_: ReviewRound, *, again: bool) -> list[tuple[int | None, int]]:
    cases = to_post(round_, after_recheck=again)
    if round_.kind in ("annual", "monthly"):
        return list(cases.order_by().values_list("village").annotate(Count("pk")))
    number = cases.count()
    return [(None, number)] if number else []


def _open(item: PostingItem) -> bool:
    state = item.case.state
    return state in (CaseState.POSTED, CaseState.RECHECKING) and item.case.assessment_id == item.assessment_id


def _answer(complaint: Complaint) -> ComplaintAnswer | None:
    return getattr(complaint, "answer", None)


def _overdue(complaint: Complaint) -> bool:
    return _answer(complaint) is None and complaint.answer_due < today()
