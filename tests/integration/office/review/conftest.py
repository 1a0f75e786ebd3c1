"""A round under way behind the screens; all invented."""

from __future__ import annotations

import pytest

from giamngheo.review.actions import listing
from tests.integration.households.conftest import (  # noqa: F401 fixtures
    elsewhere,
    family,
    neighbours,
    register,
    stranger,
    village,
    villages,
)
from tests.integration.review.surveying import case_of, monthly


@pytest.fixture
def month(officer, hoang_phu_new, villages):  # noqa: F811 the fixture above
    """The round of October 2026, open."""
    return monthly(officer, hoang_phu_new)


@pytest.fixture
def case(officer, month, family):  # noqa: F811
    """The family in that round, to be surveyed."""
    listing.add_households(by=officer, review_round=month, households=[family.household.pk], reason="Lũ")
    return case_of(family.household)


@pytest.fixture
def rows(hoang_phu_new, villages, officer):  # noqa: F811
    """Rows of a round, written without any verb."""
    from tests.integration.review.conftest import Rows

    return Rows(hoang_phu_new, villages[0], officer)
