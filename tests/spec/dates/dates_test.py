"""The rulings about dates, one test each."""

import pytest

from tests.spec.case import Case, compare, judge
from tests.spec.dates.cases import CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.ruling)
def test_ruling_gives_exactly_its_findings(case: Case) -> None:
    compare(case, judge(case, ("date",), ("DATE",)))
