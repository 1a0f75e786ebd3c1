"""The made-up plan as content, without a database."""

import pytest

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.importing.build import build_content
from giamngheo.territory.reference import Units
from tests.factories.plan_text import plan_text


@pytest.fixture
def build():
    """build(**changes): content of the made-up plan with words replaced."""

    def make(**changes):
        return build_content(read_text(plan_text(**changes)), units=Units.packaged())

    return make


@pytest.fixture
def content(build):
    return build()
