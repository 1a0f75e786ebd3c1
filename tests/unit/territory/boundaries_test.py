"""Boundaries: which features of a file are taken, what is said of the others, what thinning leaves. All invented."""

from __future__ import annotations

import itertools
import json
from math import cos, pi, sin
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.foundation.findings import FindingError
from giamngheo.territory.boundaries import problems as p
from giamngheo.territory.boundaries.reading import MOST_BYTES, properties_of, read
from giamngheo.territory.boundaries.thinning import _distance, crosses, thinned

SQUARE = [[105.7, 19.8], [105.9, 19.8], [105.9, 20.0], [105.7, 20.0], [105.7, 19.8]]


def file_of(*shapes: Any, code: Any = "15889") -> bytes:
    features = [
        {
            "type": "Feature",
            "properties": {"ma": code, "ten": "Giả"},
            "geometry": {"type": "Polygon", "coordinates": each},
        }
        for each in shapes
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def codes(content: bytes) -> list[str]:
    return [each.code for each in read(content, "ma").findings]


def test_a_good_feature_is_taken_and_a_code_gets_its_noughts_back() -> None:
    found = read(b"\xef\xbb\xbf" + file_of([SQUARE], code=271), "ma")
    [shape] = found.shapes
    assert (shape.code, shape.places, shape.polygons) == ("00271", 5, [[[tuple(each) for each in SQUARE]]])
    assert not found.findings
    assert properties_of(file_of([SQUARE])) == ["ma", "ten"]


@pytest.mark.parametrize(
    ("ring", "code"),
    [
        ([[y, x] for x, y in SQUARE], "BOUNDARY-SWAPPED"),
        ([[580_000 + 1000 * x, 2_200_000 + 1000 * y] for x, y in SQUARE], "BOUNDARY-METRES"),
        ([[x - 10, y] for x, y in SQUARE], "BOUNDARY-OUTSIDE"),
        (SQUARE[:-1], "BOUNDARY-RING"),
        (SQUARE[:2] + SQUARE[:1], "BOUNDARY-RING"),
        ([[105.7, 19.8], [105.8, 19.9], [105.9, 20.0], [105.7, 19.8]], "BOUNDARY-RING"),
        ([[105.7, 19.8], [105.9, 20.0], [105.9, 19.8], [105.7, 20.1], [105.7, 19.8]], "BOUNDARY-RING"),
        ([["a", 1], *SQUARE], "BOUNDARY-RING"),
        ([], "BOUNDARY-RING"),
    ],
)
def test_a_bad_feature_is_left_out_and_the_others_are_taken(ring: list[Any], code: str) -> None:
    content = file_of([ring], [SQUARE])
    assert codes(content) == [code]
    assert [each.number for each in read(content, "ma").shapes] == [2]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "BOUNDARY-FILE"), (b"[]", "BOUNDARY-FILE"), (b'{"features": []}', "BOUNDARY-FILE"),
        (b'{"features": [1]}', "BOUNDARY-FILE"), (b" " * (MOST_BYTES + 1), "BOUNDARY-LARGE"),
        (b'{"features": [{"properties": {"ten": 1}, "geometry": null}]}', "BOUNDARY-PROPERTY"),
        (b"[" * 100_000, "BOUNDARY-FILE"),
    ],
)  # fmt: skip
def test_a_file_of_something_else_is_refused_whole(content: bytes, code: str) -> None:
    with pytest.raises(FindingError) as refused:
        read(content, "ma")
    assert refused.value.finding.code == code


@given(
    st.lists(st.floats(0.3, 1), min_size=8, max_size=200).map(
        lambda radii: [
            (r * cos(2 * pi * at / len(radii)), r * sin(2 * pi * at / len(radii))) for at, r in enumerate(radii)
        ]
    ),
    st.floats(0, 0.3),
)
def test_no_place_left_out_lies_farther_away_than_allowed(ring: list[tuple[float, float]], within: float) -> None:
    closed = [*ring, ring[0]]
    kept = thinned(closed, within)
    assert (kept[0], kept[-1]) == (closed[0], closed[0])
    assert set(kept) <= set(closed)
    assert not crosses(kept)
    sides = list(itertools.pairwise(kept))
    assert all(min(_distance(each, *side) for side in sides) <= within + 1e-9 for each in closed)


def test_every_sentence_is_given_its_values() -> None:
    slots = dict.fromkeys(["number", "code", "day", "why", "x", "y", "size", "most", "name", "there"], "1")
    for entry in p.CATALOGUE.entries.values():
        assert entry.at(**slots).message.en
