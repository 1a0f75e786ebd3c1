"""Invented boundaries of villages for the demonstration: a patchwork around a middle, like no real one."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from datetime import date
from random import Random

from giamngheo.territory.actions import BoundariesLoaded, load_boundaries
from giamngheo.territory.models import Village

SOURCE = "ranh giới dựng để xem thử, không có thật / invented for the demonstration"
LICENCE = "dữ liệu giả, không dùng vào việc gì khác / synthetic, of no other use"
_WIDE, _HIGH, _SEED = 0.022, 0.018, 35


def invent_boundaries(villages: Sequence[Village], middle: tuple[float, float], since: date) -> BoundariesLoaded:
    """Patches for the villages, in two rows. `middle`: latitude, longitude. A second time takes nothing."""
    lat, lon = middle
    columns = -(-len(villages) // 2)
    features = []
    for at, village in enumerate(villages):
        column, row = at // 2, at % 2
        corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1), (column, row)]
        ring = []
        for begins, ends in itertools.pairwise(corners):
            for step in range(4):
                x, y = (a + (b - a) * step / 4 for a, b in zip(begins, ends, strict=True))
                dx, dy = _bend(x, y)
                ring.append([lon + (x - columns / 2 + dx) * _WIDE, lat + (y - 1 + dy) * _HIGH])
        features.append({
            "type": "Feature", "properties": {"ma_thon": village.code},
            "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
        })  # fmt: skip
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    return load_boundaries(
        by=None, content=content, code_property="ma_thon", valid_from=since, source=SOURCE, licence=LICENCE
    )


def _bend(x: float, y: float) -> tuple[float, float]:
    """The same for the same place, so that neighbours share their sides."""
    random = Random(f"{_SEED} {x:.2f} {y:.2f}")  # noqa: S311 invents, guards nothing
    return random.uniform(-0.09, 0.09), random.uniform(-0.09, 0.09)
