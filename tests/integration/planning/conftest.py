"""The made-up plan in the database, and helpers of the planning tests."""

import pytest

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.actions import import_plan
from tests.factories.plan_text import plan_text


@pytest.fixture(autouse=True)
def _files_in_tmp(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def bring(officer):
    """bring(**changes): import the made-up plan with words replaced, as the officer; options: by, dry_run, ..."""

    def make(by=officer, dry_run=False, based_on=None, **changes):
        text = plan_text(**changes)
        return import_plan(
            by=by, document=read_text(text), file_content=text.encode(), file_name="ke-hoach.txt",
            dry_run=dry_run, based_on=based_on,
        )  # fmt: skip

    return make


@pytest.fixture
def plan(bring):
    return bring().plan


@pytest.fixture
def text_with(plan):
    """text_with("words"): the plan's text whose template or source has them."""

    def find(words):
        return next(text for text in plan.texts.order_by("order") if words in text.template + text.source_text)

    return find
