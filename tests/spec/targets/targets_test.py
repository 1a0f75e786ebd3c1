"""The rulings about targets, one test each."""

import pytest

from tests.spec.case import Case, compare, judge
from tests.spec.targets.cases import CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.ruling)
def test_ruling_gives_exactly_its_findings(case: Case) -> None:
    compare(case, judge(case, ("target",), ("TARGET",)))
