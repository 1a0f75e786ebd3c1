"""The invented commune of the review's tests, in which everything happened once in 2026."""

from tests.integration.households.conftest import village  # noqa: F401 fixture
from tests.integration.review.conftest import (  # noqa: F401 fixtures
    bare_world,
    elsewhere,
    family,
    neighbours,
    register,
    stranger,
    villages,
    world,
)
