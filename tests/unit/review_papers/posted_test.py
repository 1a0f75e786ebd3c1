"""What hangs on a wall holds no id, no birth, nothing of health or origin, whoever the households are."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giamngheo.foundation.citizen_id import grouped, mask
from giamngheo.households.births import printed
from giamngheo.review.papers import announcement, income_posted_list, posted_list
from giamngheo.review.papers.values import Listed
from tests.factories import review_papers as make

names = st.builds(
    lambda *words: " ".join(words),
    st.sampled_from(make.SURNAMES), st.sampled_from(make.MIDDLES), st.sampled_from(make.GIVEN),
)  # fmt: skip
ids = st.one_of(
    st.integers(1_000_000_000, 96_999_999_999).map(lambda number: f"{number:012}"),
    st.integers(100_000_000, 999_999_999).map(str),
)
births = st.builds(
    lambda day, known: day.year * 10_000 + (day.month * 100 + day.day if known else 0),
    st.dates(date(1930, 1, 1), date(2019, 12, 31)), st.booleans(),
)  # fmt: skip
people = st.lists(st.tuples(names, ids, births, st.integers(0, 300), st.integers(0, 12)), max_size=20)
COMPOSED = (posted_list.compose, income_posted_list.compose, announcement.compose)


@pytest.mark.parametrize("compose", COMPOSED)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50)
@given(found=people)
def test_no_id_birth_score_or_deprivation_is_posted(compose, found) -> None:
    """Everything the register and the survey hold of them goes in; only name and result come out."""
    households = tuple(
        Listed(
            name, "Xóm 1", 4, before="poor", after="near_poor", income_score=1_000 + score,
            deprivation_score=700 + lacks,
            income=9_876_543, deprivations=tuple(range(1, lacks + 1)),
        )
        for name, _, _, score, lacks in found
    )  # fmt: skip
    text = "\n".join(line.text for line in compose(make.posted(households=households)).lines())
    for _, number, birth, score, lacks in found:
        shown = (number, grouped(number), mask(number), printed(birth), str(birth), str(birth // 10_000))
        assert not [each for each in (*shown, f"1.{score:03}", str(700 + lacks), "9.876.543") if each in text]
    for word in ("dân tộc", "khuyết tật", "bảo hiểm", "dinh dưỡng", "định danh", "sinh năm", "ngày sinh", "B1", "B2"):
        assert word not in text
    assert not re.search(r"\d{9}", text)
