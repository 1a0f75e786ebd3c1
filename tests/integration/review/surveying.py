"""Short ways to rounds, classes and filled-in forms for the tests of surveys."""

from __future__ import annotations

from datetime import date

from giamngheo.documents.models import Document
from giamngheo.households.models import Household, Membership
from giamngheo.review.actions import assessing, requests, rounds
from giamngheo.review.models import Decision, DecisionItem, HouseholdClass, ReviewCase
from giamngheo.review.values import Seat, Seen, Survey

DAY = date(2026, 10, 5)
HEAD = (Seat("Lê Giả Trưởng", "head", "Chủ tịch UBND xã"), Seat("Vũ Giả Viên", "member", "Công chức"))
HOUSE = {
    "wall": "durable", "pillar": "durable", "roof": "durable", "dwelling_area": 8000, "water_source": "piped",
    "toilet_kind": "septic", "television": True, "radio": False, "desktop_computer": False, "telephone": True,
    "laptop": False, "tablet": False, "smartphone": True, "income_score_typed": 120,
}  # fmt: skip
PERSON = {
    "employment_status": "own_work", "monthly_allowance": "none", "malnutrition": "none", "insured": True,
    "attends": "primary", "diploma": "upper_secondary", "certified_training": False, "uses_internet": True,
}  # fmt: skip
BAD_HOUSE = {"wall": "non_durable", "pillar": "non_durable", "water_source": "unprotected", "toilet_kind": "none"}
SOURCES = ("crops", "livestock", "forestry", "fishery", "salt", "services", "business")
SHEET = {f"{side}_{name}": 0 for name in SOURCES for side in ("receipts", "costs")}
SHEET |= {"receipts_wages": 0, "receipts_other": 0, "area": "rural"}


def holds(
    household: Household, value: str, unit, *, since: date = date(2026, 1, 1), path: str = "poverty", person=None
):
    """The household holds a class, by a signed opening list of its own."""
    decision = Decision.objects.create(kind="opening", unit=unit, effective_from=since)
    item = DecisionItem.objects.create(
        decision=decision, household=household, person=person, outcome="recognised", path=path, given=value
    )
    number = Document.objects.count() + 1
    decision.document = Document.objects.create(symbol=f"{number}/QĐ-UBND", reference_key=f"giả {number}")
    decision.signed_on, decision.signer, decision.signed_at = since, "Chủ Tịch Giả", f"{since}T00:00:00Z"
    decision.save()
    return HouseholdClass.objects.create(
        household=household, person=person, path=path, value=value, valid_from=since, begun_by=item
    )


def annual(by, unit, **values):
    """An annual round of 2026 by vn-2022, being prepared."""
    plan = {"judged_on": date(2026, 9, 1), "committee": HEAD} | values
    return rounds.create_round(
        by=by, unit=unit, kind="annual", year=2026, starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 14), **plan
    ).round  # fmt: skip


def monthly(by, unit, kind: str = "monthly", month: int = 10, **values):
    """A round within a month of 2026, open."""
    made = rounds.create_round(
        by=by, unit=unit, kind=kind, year=2026, month=month, starts_on=date(2026, month, 15),
        ends_on=date(2026, month, 30), judged_on=date(2026, month, 15), committee=HEAD, **values,
    ).round  # fmt: skip
    return rounds.open_round(by=by, review_round=made).round


def asked(by, unit, household: Household, form: str = "review", day: date = DAY, **values):
    """A request of the household."""
    given = {"applicant": "Nguyễn Văn Bình"} | values
    return requests.receive_request(
        by=by, unit=unit, form=form, household=household.pk, received_on=day, **given
    ).request  # fmt: skip


def case_of(household: Household) -> ReviewCase:
    return ReviewCase.objects.select_related("round__unit").get(household=household)


def seen(case: ReviewCase) -> Seen:
    """The case as it stands now."""
    case.refresh_from_db()
    last = case.assessments.order_by("number").last()
    return Seen(case.step, last.number if last else 0)


def survey(household: Household, *, day: date = DAY, home: dict | None = None, **values) -> Survey:
    """A whole Phiếu B of a household that lacks nothing, changed by `home`."""
    people = Membership.objects.filter(household=household, valid_to=None).values_list("person", flat=True)
    members = {pk: dict(PERSON) for pk in people}
    return Survey(day, "Rà Soát Giả", HOUSE | (home or {}), members, **values)


def assessed(by, case: ReviewCase, **values):
    """The case surveyed now."""
    return assessing.assess(by=by, case=case, seen=seen(case), survey=survey(case.household, **values))
