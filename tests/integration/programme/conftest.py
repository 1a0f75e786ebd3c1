"""Posts, an item of work, a chief: of the officer's commune, as little as tests need."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from giamngheo.programme.actions import appoint, create_work_item, give_task, open_post
from giamngheo.programme.models import ProgrammeNode
from giamngheo.programme.values import Work


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def node(db) -> ProgrammeNode:
    return ProgrammeNode.objects.select_related("period").get(period__code="2026-2030", code="H1.04")


@pytest.fixture
def chief(officer, leader, hoang_phu_new):
    """The leader is vice-chairman since last year."""
    post = open_post(by=officer, unit=hoang_phu_new, name="Phó Chủ tịch UBND xã")
    appoint(by=officer, post=post, user=leader, valid_from=date(2025, 7, 1))
    return post


@pytest.fixture
def post(officer, hoang_phu_new, chief):
    """The officer holds it, under the vice-chairman."""
    made = open_post(by=officer, unit=hoang_phu_new, name="Công chức giảm nghèo", chief=chief)
    appoint(by=officer, post=made, user=officer, valid_from=date(2025, 7, 1))
    return made


@pytest.fixture
def work(node, today) -> Work:
    start = today - timedelta(60)
    return Work(node, 2026, "Hỗ trợ bò sinh sản", start, start + timedelta(99))


@pytest.fixture
def item(officer, hoang_phu_new, work):
    return create_work_item(by=officer, unit=hoang_phu_new, work=work)


@pytest.fixture
def make_task(officer, hoang_phu_new, post, today):
    def make(due: date, **given):
        values = {"title": "Nộp danh sách", "post": post, "given_on": min(due, today) - timedelta(20), **given}
        return give_task(by=officer, unit=hoang_phu_new, due_on=due, **values)

    return make
