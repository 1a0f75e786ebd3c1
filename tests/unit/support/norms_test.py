"""Norms of livelihood projects: bounds by form and area, judged in whole numbers."""

from __future__ import annotations

import pytest

from giamngheo.support.norms import Project, judge, norms


def kept(project: Project) -> dict[str, bool | None]:
    return {each.norm.norm: each.kept for each in judge(project)}


@pytest.mark.parametrize(
    ("form", "area", "share"),
    [
        ("chain", "especially_difficult", 80), ("chain", "difficult", 70), ("chain", "other", 50),
        ("community", "especially_difficult", 95), ("community", "difficult", 80), ("community", "other", 60),
    ],
)  # fmt: skip
def test_state_pays_at_most_its_share(form, area, share: int) -> None:
    total = 300_000_000
    most = total * share // 100
    assert kept(Project(form, area, "2021-2025", total, most))["state_share"] is True
    assert kept(Project(form, area, "2021-2025", total, most + 1))["state_share"] is False


def test_a_task_costs_at_most_three_billion_mostly_for_production() -> None:
    good = Project("task", "other", "2021-2025", 3_000_000_000, 2_000_000_000, 1_400_000_000, 20, 10)
    assert kept(good) == {"project_ceiling": True, "direct_production": True, "target_participants": True}
    bad = good._replace(total=3_000_000_001, direct=1_399_999_999, of_target=9)
    assert kept(bad) == {"project_ceiling": False, "direct_production": False, "target_participants": False}


def test_choosing_a_project_takes_at_most_a_twentieth_from_2026() -> None:
    project = Project("community", "other", "2026-2030", 100, choosing=5)
    assert kept(project)["choosing_cost"] is True
    assert kept(project._replace(choosing=6))["choosing_cost"] is False


def test_of_2026_nothing_is_judged_that_was_not_read() -> None:
    judged = judge(Project("chain", "other", "2026-2030", 100, 100, participants=2, of_target=0))
    unread = [each for each in judged if each.norm.absent]
    assert {each.norm.norm for each in unread} == {"state_share", "project_ceiling", "target_participants"}
    assert {each.kept for each in unread} == {None}


def test_an_unknown_figure_is_not_judged() -> None:
    assert set(kept(Project("task", "other", "2021-2025")).values()) == {None}


def test_every_norm_names_its_text() -> None:
    assert all(each.document and each.article for each in norms())
