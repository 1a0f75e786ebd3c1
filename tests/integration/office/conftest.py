"""The made-up plan behind the screens."""

import pytest

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.actions import import_plan
from tests.factories.plan_text import plan_text


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.PLANNING_JOBS_INLINE = True


@pytest.fixture
def plan(officer):
    text = plan_text()
    return import_plan(by=officer, document=read_text(text), file_content=text.encode(), file_name="ke-hoach.txt").plan
