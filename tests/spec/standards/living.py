"""Rulings on Form A, on the average living standard, and on low-income workers."""

from datetime import date

from tests.spec.standards.households import home, people, person, screened
from tests.spec.standards.ruling import Ruling

S, N, A, W = "to_be_reviewed", "screening_count", "average_living_standard", "low_income_worker"
_LAST_DAY_BEFORE, _FIRST_DAY = date(2025, 2, 23), date(2025, 2, 24)


def _income(amount: int, area: str = "rural", **changes: object) -> dict[str, object]:
    return home(area=area, income_per_person=amount, **changes)


def _works(status: str | None, ruling: str, gives: object, household: dict[str, object], **more: object) -> Ruling:
    return Ruling(ruling, W, gives, household, (person(employment_status=status), person()), person=0, **more)  # type: ignore[arg-type]


_NOT_POOR = {"recognised_class": "not_poor"}
CASES = (
    Ruling("a household with three criteria of Form A is to be reviewed", S, True, screened(3)),
    Ruling("a household with four criteria is not to be reviewed", S, False, screened(4)),
    Ruling("a household with no criterion is to be reviewed", S, True, screened(0)),
    Ruling("four certain criteria settle it, whatever the other columns would say", S, False,
           screened(4, unanswered=5)),
    Ruling("two certain and one open criterion stay fewer than four", S, True, screened(2, unanswered=1)),
    Ruling("three certain and one open criterion leave it open", S, None, screened(3, unanswered=1),
           settled={"screening_labour_contract": True}, then=False),
    Ruling("the criteria are counted", N, 5, screened(5)),
    Ruling("the count is open while a column is", N, None, screened(5, unanswered=1),
           settled={"screening_labour_contract": False}, then=5),
    Ruling("a rural farming household with 2.250.000 a person is of average living standard", A, True,
           _income(2_250_000),
           people(4)),
    Ruling("a rural farming household with 2.250.001 a person is not of average living standard", A, False,
           _income(2_250_001), people(4)),
    Ruling("a farming household within the line of poor households is not of average living standard", A, False,
           _income(1_500_000), people(4)),
    Ruling("a farming household one đồng above that line is of average living standard", A, True, _income(1_500_001),
           people(4)),
    Ruling("an urban farming household with 3.000.000 a person is of average living standard", A, True,
           _income(3_000_000, "urban"), people(4)),
    Ruling("an urban farming household with 2.000.000 a person is not of average living standard", A, False,
           _income(2_000_000, "urban"),
           people(4)),
    Ruling("a household that does not farm is not of average living standard", A, False,
           _income(2_000_000, farming=False),
           people(4)),
    Ruling("108.000.000 in twelve months are 2.250.000 a month for each of four", A, True,
           home(income_12_months=108_000_000), people(4)),
    Ruling("108.000.001 in twelve months are above the average living standard of four", A, False,
           home(income_12_months=108_000_001), people(4)),
    Ruling("the average living standard waits for the income", A, None, home(), people(4),
           settled={"income_per_person": 2_000_000}, then=True),
    Ruling("a farming household recognised as poor is not of average living standard, whatever its income", A, False,
           _income(2_000_000, recognised_class="poor"), people(4)),
    Ruling("a farming household recognised as near-poor is not of average living standard", A, False,
           _income(2_000_000, recognised_class="near_poor"), people(4)),
    Ruling("recognised as not poor, but within the line, is not of average living standard either", A, False,
           _income(1_400_000, recognised_class="not_poor"), people(4)),
    Ruling("a household that does not farm needs no income to be none", A, False, home(farming=False), people(4)),
    Ruling("whether the household farms decides within the amounts", A, None, _income(2_000_000, farming=None),
           people(4),
           settled={"farming": True}, then=True),
    _works("contract", "a worker of a rural household that is not poor, with 2.250.000 a person, has a low income",
           True,
           _income(2_250_000, **_NOT_POOR)),
    _works("contract", "a worker of a rural household with 2.250.001 a person has no low income", False,
           _income(2_250_001, **_NOT_POOR)),
    _works("contract", "a worker of an urban household with 3.000.000 a person has a low income", True,
           _income(3_000_000, "urban", **_NOT_POOR)),
    _works("own_work", "somebody who works on their own is a worker", True, _income(2_000_000, **_NOT_POOR)),
    _works("no_contract", "somebody with a job without a contract is a worker", True, _income(2_000_000, **_NOT_POOR)),
    _works("seeking", "somebody without a job is no worker", False, _income(2_000_000, **_NOT_POOR)),
    _works("contract", "a worker of a near-poor household is no low-income worker", False,
           _income(1_000_000, recognised_class="near_poor")),
    _works("contract", "a worker of a poor household is no low-income worker", False,
           _income(1_000_000, recognised_class="poor")),
    _works("contract", "a household above the line of poor households by income is not poor", True, _income(2_000_000)),
    _works(None, "somebody of whom nobody said whether they work leaves it open", None, _income(2_000_000, **_NOT_POOR),
           settled={"employment_status": "own_work"}, settles=0, then=True),
    _works("contract", "a worker whose household gave no income stays open", None, home(**_NOT_POOR),
           settled={"income_per_person": 2_000_000},
           then=True),
    _works("contract", "from 24/02/2025 there are low-income workers", True, _income(2_000_000, **_NOT_POOR),
           day=_FIRST_DAY),
    _works("contract", "on 23/02/2025 there were none yet", None, _income(2_000_000, **_NOT_POOR), day=_LAST_DAY_BEFORE,
           lacks="low_income_worker"),
    Ruling("an urban farming household with 3.000.001 a person is not of average living standard", A, False,
           _income(3_000_001, "urban"), people(4)),
    _works("contract", "a worker of an urban household with 3.000.001 a person has no low income", False,
           _income(3_000_001, "urban", **_NOT_POOR)),
    _works("contract", "54.000.000 in twelve months for two people are a low income", True,
           home(income_12_months=54_000_000, **_NOT_POOR)),
    _works("contract", "54.000.001 in twelve months for two people are not", False,
           home(income_12_months=54_000_001, **_NOT_POOR)),
)  # fmt: skip
