"""The rulings about arithmetic, one test each."""

import importlib
import pkgutil

import pytest

from tests.spec import arithmetic
from tests.spec.case import Case, compare, judge

CASES = [
    case
    for module in pkgutil.iter_modules(arithmetic.__path__)
    if not module.name.endswith("_test")
    for case in importlib.import_module(f"tests.spec.arithmetic.{module.name}").CASES
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.ruling)
def test_ruling_gives_exactly_its_findings(case: Case) -> None:
    compare(case, judge(case, ("arith",), ("ARITH",)))
