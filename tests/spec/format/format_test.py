"""The rulings about format, one test each."""

import pytest

from tests.spec.format.table import CASES
from tests.spec.tables import Ruling, expect, judge


@pytest.mark.parametrize("ruling", CASES, ids=lambda ruling: ruling.says)
def test_ruling_gives_exactly_its_findings(ruling: Ruling) -> None:
    expect(ruling, judge(ruling, "FORMAT"))
