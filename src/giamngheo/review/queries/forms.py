"""What the form of a case begins with: the register's people and answers, the last form, the village's reviewer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from giamngheo.accounts.queries import can
from giamngheo.review.judging.asking import Form
from giamngheo.review.keeping.allowing import assesses
from giamngheo.review.keeping.forms import PURPOSES, awaits_screening
from giamngheo.review.keeping.ground import Ground, ground_of
from giamngheo.review.keeping.judged import Judged, form_of, judged, law_of
from giamngheo.review.keeping.listing import called
from giamngheo.review.models import Assessment, AssessmentPurpose, CaseState, ReviewCase, ReviewerAssignment, Screening
from giamngheo.review.permissions import Permission
from giamngheo.review.queries.cases import case_seen
from giamngheo.review.values import Seen, Survey
from giamngheo.standards.borderline import Change, borderline
from giamngheo.standards.standard import Standard
from giamngheo.standards.verdict import Verdict

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_REMEMBERED = "region"  # the same for the whole commune: the last form of the round says it


class SurveyForm(NamedTuple):
    """The form of a case on a day. `household`, `members` (by place): what its fields begin with; `last`: the
    last assessment; `purpose`: None where no form can be written in this state. `screening_first`: Phiếu A has to say
    yes. `surveys_here`: the user is a reviewer of the village, so no paper is copied."""

    case: ReviewCase
    head: str
    standard: Standard
    ground: Ground
    form: Form
    household: Mapping[str, Any]
    members: Sequence[Mapping[str, Any]]
    last: Assessment | None
    reviewer: str
    reviewers: Sequence[str]
    surveys_here: bool
    purpose: AssessmentPurpose | None
    screening_first: bool
    seen: Seen


def survey_form(user: User, pk: int, day: date, *, scores_only: bool = False) -> SurveyForm:
    """Raises ReviewCase.DoesNotExist for a case of others; REVIEW-ROUND-SCORECARD."""
    case = case_seen(user, pk)
    standard = law_of(case, scores_only=scores_only)
    ground = ground_of(user, case, day)
    last = case.assessments.select_related("by").order_by("number").last()
    household, members = _begun(case, ground, last)
    names = list(
        ReviewerAssignment.objects.filter(round=case.round, village=case.village).order_by("user", "name")
        .values_list("name", "user")
    )  # fmt: skip
    mine = next((name for name, account in names if account == user.pk), "")
    return SurveyForm(
        case, called([case.household_id]).get(case.household_id, ""), standard, ground,
        form_of(case, standard, ground, scores_only=scores_only), household, members, last,
        mine or next((name for name, _account in names), "") or (last.reviewer if last else ""),
        [name for name, _account in names], bool(mine), PURPOSES.get(CaseState(case.state)),
        awaits_screening(case, standard), Seen(case.step, last.number if last else 0),
    )  # fmt: skip


class Preview(NamedTuple):
    """A form judged, nothing kept. `changes`: answers that alone would give another class, where one is known."""

    judged: Judged
    changes: Sequence[Change]


def previewed(user: User, case: ReviewCase, survey: Survey) -> Preview:
    """What saving the form would keep; nothing for a case of others (ReviewCase.DoesNotExist)."""
    found = judged(user, case_seen(user, case.pk), survey)
    said = found.said
    near: Sequence[Change] = ()
    if said is not None and said.outcome and isinstance(said.verdict, Verdict):
        near = borderline(found.standard, found.household, found.members).changes
    return Preview(found, near)


def may_survey(user: User, case: ReviewCase) -> bool:
    """Whether the user may write forms of the case: by role, and a reviewer where they were assigned."""
    return can(user, Permission.ASSESS, case.round.unit) and assesses(user, case)


class ScreeningForm(NamedTuple):
    """Phiếu A of a case: the last one, and the reviewer of the village."""

    case: ReviewCase
    head: str
    standard: Standard
    last: Screening | None
    reviewer: str
    seen: Seen


def screening_form(user: User, pk: int) -> ScreeningForm:
    """Raises ReviewCase.DoesNotExist for a case of others; REVIEW-ROUND-SCORECARD."""
    case = case_seen(user, pk)
    last = case.screenings.select_related("by").order_by("number").last()
    names = ReviewerAssignment.objects.filter(round=case.round, village=case.village).order_by("name")
    return ScreeningForm(
        case, called([case.household_id]).get(case.household_id, ""), law_of(case, scores_only=False), last,
        names.values_list("name", flat=True).first() or "", Seen(case.step, last.number if last else 0),
    )  # fmt: skip


def _begun(case: ReviewCase, ground: Ground, last: Assessment | None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The last form's answers, else what the register proposes; what it settles goes before either."""
    record = last.record if last else {}
    before = dict(zip(last.members, record.get("members", ()), strict=False)) if last else {}
    household = dict(record.get("household", {}))
    if not last:
        household |= _remembered(case)
    household |= ground.fixed
    members = []
    for each, proposed in zip(ground.members, ground.proposed, strict=True):
        members.append(dict(before.get(each.person_id) or proposed))
    return household, members


def _remembered(case: ReviewCase) -> dict[str, Any]:
    latest = Assessment.objects.filter(case__round=case.round_id).order_by("-pk").first()
    region = latest.record.get("household", {}).get(_REMEMBERED) if latest else None
    return {_REMEMBERED: region} if region else {}
