"""The demonstration's annual review: who was poor before, a round, requests, screenings, surveys.

All of it is invented; what comes after the surveys stands in demonstration_deciding.
Through the verbs that the screens call, but for the list recognised before, which is written as its signed decision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo import standards
from giamngheo.documents.actions import Citation, register_cited
from giamngheo.households.demonstration import MARK
from giamngheo.households.models import Household
from giamngheo.households.queries.households import households_in, members_on
from giamngheo.review.actions import committee, requests, rounds
from giamngheo.review.actions.assessing import assess
from giamngheo.review.actions.screening import screen
from giamngheo.review.demonstration_deciding import Who, annual, monthly
from giamngheo.review.judging.asking import points_form
from giamngheo.review.judging.asking import screening as screening_questions
from giamngheo.review.judging.laws import standard_of
from giamngheo.review.keeping.ground import ground_of
from giamngheo.review.models import (
    CaseState,
    ClassPath,
    Decision,
    DecisionItem,
    DecisionKind,
    HouseholdClass,
    ItemOutcome,
    PovertyCause,
    PovertyClass,
    ReviewCase,
    ReviewRound,
    RoundKind,
)
from giamngheo.review.values import Seat, Seen, Survey

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit, Village

YEAR = 2026
STARTS, ENDS, RECOGNISED = date(YEAR, 9, 1), date(YEAR, 12, 14), date(YEAR - 1, 12, 20)
FIRST_SURVEY, FIRST_REQUEST = date(YEAR, 10, 5), date(YEAR, 9, 21)
POOR, NEAR_POOR, ASKING, LEAVING = 21, 13, 8, 2
_SEED = 2026
_COMMITTEE = (
    Seat("Trần Văn Thử (mẫu)", "head", "Chủ tịch UBND xã"),
    Seat("Lê Thị Bìa (mẫu)", "deputy", "Phó Chủ tịch UBND xã"),
    Seat("Nguyễn Thị Mẫu", "standing", "Công chức Phòng Văn hóa - Xã hội"),
    Seat("Phạm Văn Nháp (mẫu)", "member", "Chủ tịch Ủy ban MTTQ Việt Nam xã"),
    Seat("Hoàng Thị Thảo (mẫu)", "member", "Chủ tịch Hội Liên hiệp Phụ nữ xã"),
)
_REVIEWERS = ("Đỗ Thị Rà (mẫu)", "Vũ Văn Soát (mẫu)", "Bùi Thị Viên (mẫu)", "Ngô Văn Ghi (mẫu)", "Lý Thị Chép (mẫu)")


class Made(NamedTuple):
    """How many of each stand in the demonstration."""

    listed: int
    requests: int
    surveyed: int


@transaction.atomic
def prepare(
    *, by: User, unit: Unit, villages: Sequence[Village], reviewer: User | None = None, leader: User | None = None
) -> Made:
    """The reviews of 2026, once. `reviewer`: an account that surveys in the first village; `leader`: one that signs,
    without whom nothing is decided."""
    if ReviewRound.objects.filter(unit=unit).exists():
        return Made(0, 0, 0)
    random = Random(_SEED)  # noqa: S311 invents answers, guards nothing
    homes = list(households_in(by, unit, timezone.localdate()).filter(local_code__startswith=MARK).order_by("pk"))
    random.shuffle(homes)
    held = dict.fromkeys(homes[:POOR], PovertyClass.POOR)
    held |= dict.fromkeys(homes[POOR : POOR + NEAR_POOR], PovertyClass.NEAR_POOR)
    recognised_before(unit, held)
    who = Who(by, leader, unit) if leader else None

    def answers(case: ReviewCase, day: date) -> Survey:
        return _answers(by, case, day, random, poor=case.round.kind == RoundKind.MONTHLY)

    if who is not None:
        monthly(who, _COMMITTEE, homes[-1], _head(by, homes[-1]), answers)
    made = rounds.create_round(
        by=by, unit=unit, kind=RoundKind.ANNUAL, year=YEAR, starts_on=STARTS, ends_on=ENDS, judged_on=STARTS,
        committee=_COMMITTEE,
    ).round  # fmt: skip
    names = [reviewer.full_name if reviewer else _REVIEWERS[0], *_REVIEWERS[1:]]
    for place, (village, name) in enumerate(zip(villages, names, strict=False)):
        account = None if place else reviewer
        committee.assign_reviewer(by=by, review_round=made, villages=[village.pk], name=name, user=account)
    made = rounds.open_round(by=by, review_round=made).round
    others = [each for each in homes[:-1] if each not in held]
    asked = _requests(by, unit, made, others[:ASKING], homes[:LEAVING])
    _average(by, unit, others[ASKING])
    _screen(by, made, random)
    surveyed = _survey(by, made, villages, random)
    if who is not None:
        annual(who, made, villages, answers)
    return Made(made.cases.count(), asked + 1, surveyed)


def recognised_before(unit: Unit, held: Mapping[Household, PovertyClass]) -> Decision:
    """The list that stood before the program came, as a signed decision with its classes."""
    symbol = "321/QĐ-UBND"
    cited = Citation(
        key=f"{symbol} {MARK}", symbol=symbol, doc_type="QĐ", number="321", issued_on=RECOGNISED,
        issuer_name=f"UBND {unit.name.lower()} (mẫu)", issuer=unit,
    )  # fmt: skip
    (document,) = register_cited(by=None, citations=[cited]).values()
    start = date(YEAR, 1, 1)
    decision = Decision.objects.create(kind=DecisionKind.OPENING, unit=unit, document=document, effective_from=start)
    items = DecisionItem.objects.bulk_create(
        DecisionItem(
            decision=decision,
            household=home,
            outcome=ItemOutcome.RECOGNISED,
            path=ClassPath.POVERTY,
            given=value,
            deprivations=_lacked(number, poor=value == PovertyClass.POOR),
        )
        for number, (home, value) in enumerate(held.items())
    )
    decision.signer, decision.signer_post = "Trần Văn Thử (mẫu)", "Chủ tịch UBND xã"
    decision.signed_on, decision.signed_at = RECOGNISED, datetime(*RECOGNISED.timetuple()[:3], 8, tzinfo=UTC)
    decision.save()
    HouseholdClass.objects.bulk_create(
        HouseholdClass(
            household=each.household, path=each.path, value=each.given, valid_from=start, begun_by=each
        )
        for each in items
    )  # fmt: skip
    return decision


def _lacked(number: int, *, poor: bool) -> list[str]:
    """What an earlier list says a household lacked: three or four of the indicators, or one."""
    names = sorted(standards.on(date(YEAR, 1, 1)).indicators)
    random = Random(_SEED + number)  # noqa: S311 invents, guards nothing
    return sorted(random.sample(names, random.choice((3, 3, 4)) if poor else 1))


def _requests(
    by: User, unit: Unit, made: ReviewRound, asking: Sequence[Household], leaving: Sequence[Household]
) -> int:
    received = [
        requests.receive_request(
            by=by, unit=unit, form=form, household=home.pk, applicant=_head(by, home),
            received_on=_past(FIRST_REQUEST + timedelta(days=2 * number)), content="(mẫu)",
        ).request
        for number, (form, home) in enumerate(
            [*(("review", each) for each in asking), *(("exit", each) for each in leaving)]
        )
    ]  # fmt: skip
    requests.place_requests(by=by, review_round=made, requests=received[:-1])  # the last one waits
    return len(received)


def _average(by: User, unit: Unit, home: Household) -> None:
    """A request of another path, which waits for a round of its own."""
    requests.receive_request(
        by=by, unit=unit, form="average_living_standard", household=home.pk, applicant=_head(by, home),
        received_on=_past(date(YEAR, 11, 9)),
    )  # fmt: skip


def _screen(by: User, made: ReviewRound, random: Random) -> None:
    """Most who asked are on the list; two are not; one waits."""
    asked = [each.name for each in screening_questions(standard_of(made))]
    waiting = made.cases.filter(request__form="review").order_by("pk")
    for number, case in enumerate(waiting[: ASKING - 1]):
        holding = 5 + number if number < 2 else random.randrange(4)
        marked = set(random.sample(asked, holding))
        screen(
            by=by, case=case, seen=Seen(0, 0), answers={name: name in marked for name in asked},
            screened_on=_past(FIRST_SURVEY), screened_by=_reviewer(made, case),
        )  # fmt: skip


def _survey(by: User, made: ReviewRound, villages: Sequence[Village], random: Random) -> int:
    """Three villages are done, of the others some households."""
    done, order = 0, {village.pk: place for place, village in enumerate(villages)}
    cases = made.cases.select_related("round__unit", "household", "request").filter(state=CaseState.LISTED)
    for number, case in enumerate(cases.order_by("pk")):
        screened = case.request is None or case.request.form != "review" or case.screenings.exists()
        if not screened or (order.get(case.village_id, 0) >= 3 and number % 3):
            continue
        day = _past(FIRST_SURVEY + timedelta(days=number % 25))
        assess(by=by, case=case, seen=Seen(0, 0), survey=_answers(by, case, day, random))
        done += 1
    return done


def _answers(by: User, case: ReviewCase, day: date, random: Random, *, poor: bool = False) -> Survey:
    """Invented answers: the poor lack more. `poor`: whoever it is."""
    ground = ground_of(by, case, day)
    form = points_form(standard_of(case.round), ground.births)
    lacking = 0.95 if poor else 0.75 if case.class_before == PovertyClass.POOR else 0.35
    home: dict[str, Any] = {
        name: random.choices(values, (1 - lacking, lacking))[0] for name, values in _HOME.items()
    }  # fmt: skip
    low = poor or random.random() < (0.9 if case.class_before in (PovertyClass.POOR, PovertyClass.NEAR_POOR) else 0.4)
    home["income_score_typed"] = 5 * (random.randrange(16, 28) if low else random.randrange(29, 45))
    home["dwelling_area"] = 100 * random.randrange(6 if lacking > 0.5 else 9, 22) * max(1, len(ground.members))
    home["area"] = "rural"
    people = {
        person: {each.name: _of_person(each.name, birth, lacking, random) for each in asked}
        for person, birth, asked in zip(ground.people, ground.births, form.members, strict=True)
    }
    causes = random.sample(PovertyCause.values, random.randrange(1, 4)) if low else []
    return Survey(day, _reviewer(case.round, case), home, people, from_paper=True, causes=causes,
                  no_labour=low and random.random() < 0.15)  # fmt: skip


_YES_NO = (True, False)
_HOME: dict[str, tuple[Any, Any]] = {
    "wall": ("durable", "non_durable"), "pillar": ("durable", "non_durable"), "roof": ("durable", "non_durable"),
    "water_source": ("drilled_well", "unprotected"), "toilet_kind": ("septic", "other"), "television": _YES_NO,
    "radio": (False, False), "desktop_computer": (False, False), "telephone": _YES_NO, "laptop": (False, False),
    "tablet": (False, False), "smartphone": _YES_NO,
}  # fmt: skip


def _of_person(name: str, birth: int | None, lacking: float, random: Random) -> Any:
    year = (birth or 19800000) // 10_000
    adult, old = YEAR - year >= 16, YEAR - year >= 65
    level = "preschool" if YEAR - year < 6 else "primary" if YEAR - year < 11 else "lower_secondary"
    bad = random.random() < lacking / 3
    return {
        "employment_status": "not_seeking" if not adult or old else "no_contract" if bad else "own_work",
        "monthly_allowance": "elderly" if old and YEAR - year >= 80 else "none",
        "malnutrition": "stunted" if bad else "none", "insured": not bad,
        "attends": "none" if adult or (bad and YEAR - year > 3) else level,
        "diploma": "lower_secondary" if bad else "upper_secondary", "certified_training": False,
        "uses_internet": not bad and YEAR - year > 8, "birth": birth or 19500000,
    }[name]  # fmt: skip


def _head(by: User, home: Household) -> str:
    first = members_on(by, home, timezone.localdate()).first()
    return first.person.full_name if first else "–"


def _reviewer(made: ReviewRound, case: ReviewCase) -> str:
    found = made.reviewers.filter(village=case.village_id).first()
    return found.name if found else "Nguyễn Thị Mẫu"


def _past(day: date) -> date:
    """The day, or today where it has not come."""
    return min(day, timezone.localdate())
