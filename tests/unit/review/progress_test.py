"""Every state of a case is counted somewhere, once; the finished ones are those of the model."""

from __future__ import annotations

from giamngheo.review.keeping.progress import STAGES, Progress, added
from giamngheo.review.models import FINAL, CaseState


def test_every_state_belongs_to_one_stage_or_is_withdrawn() -> None:
    counted = [state for states in STAGES.values() for state in states]
    assert sorted([*counted, CaseState.WITHDRAWN]) == sorted(CaseState)
    assert {*STAGES["final"], CaseState.WITHDRAWN} == set(FINAL)


def test_per_cent_is_whole_only_when_nobody_is_left() -> None:
    assert Progress().percent_surveyed == 0
    assert Progress(to_survey=1, surveyed=199).percent_surveyed == 99
    assert Progress(surveyed=3, final=1, withdrawn=5).percent_surveyed == 100


def test_villages_add_up() -> None:
    whole = added([Progress(to_survey=1, posted=2), Progress(to_survey=3, withdrawn=1)])
    assert (whole.to_survey, whole.posted, whole.withdrawn, whole.total) == (4, 2, 1, 6)
