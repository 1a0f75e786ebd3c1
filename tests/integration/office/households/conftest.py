"""The invented families of the register, behind the screens."""

from tests.integration.households.conftest import (  # noqa: F401 fixtures
    elsewhere,
    family,
    neighbours,
    register,
    stranger,
    village,
    villages,
)
