"""A GeoJSON file as shapes by code, with what is wrong in it. Prose: docs/algorithms/boundaries.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from giamngheo.foundation.findings import Bilingual, Finding, FindingError
from giamngheo.territory.boundaries import problems as p
from giamngheo.territory.boundaries.thinning import Place, Ring, area, crosses, thinned, tolerance

MOST_BYTES = 20_000_000
EAST, NORTH = (101.9, 118.0), (5.5, 23.6)
METRES = 1_000
DECIMALS = 6  # of a degree: a tenth of a metre
Polygons = list[list[list[Place]]]


class Shape(NamedTuple):
    """A feature that can be drawn. `number`: from 1, as in the file; `places`: how many it had before thinning."""

    number: int
    code: str
    polygons: Polygons
    places: int


class Read(NamedTuple):
    """What a file gives."""

    shapes: list[Shape]
    findings: list[Finding]


class _Wrong(Exception):  # noqa: N818 reads as what happened
    """A feature that is left out; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read(content: bytes, code_property: str) -> Read:
    """Shapes by code; a bad feature is left out and named. Raises FindingError (BOUNDARY-FILE, -LARGE, -PROPERTY)."""
    if len(content) > MOST_BYTES:
        size = -(-len(content) // 1_000_000)
        raise FindingError(p.LARGE.at(size=size, most=MOST_BYTES // 1_000_000))
    features = _features(content)
    properties = [each.get("properties") or {} for each in features]
    if not any(code_property in each for each in properties):
        there = sorted({str(name) for each in properties for name in each})
        raise FindingError(p.PROPERTY.at(name=code_property, there=", ".join(there[:20]) or "–"))
    shapes, findings = [], []
    for number, (feature, held) in enumerate(zip(features, properties, strict=True), 1):
        code = _code(held.get(code_property))
        try:
            shapes.append(_shape(number, code, feature.get("geometry")))
        except _Wrong as wrong:
            findings.append(wrong.finding)
    return Read(shapes, findings)


def properties_of(content: bytes) -> list[str]:
    """Names a code may stand under, in alphabetical order. Raises FindingError (BOUNDARY-FILE)."""
    return sorted({str(name) for each in _features(content) for name in (each.get("properties") or {})})


def _features(content: bytes) -> list[dict[str, Any]]:
    try:
        whole = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise FindingError(p.FILE.at(why=Bilingual("không phải JSON", "it is no JSON"))) from None
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list) or not features or not all(isinstance(each, dict) for each in features):
        raise FindingError(p.FILE.at(why=Bilingual("không có danh sách đối tượng", "there is no list of features")))
    return [each if isinstance(each.get("properties"), dict) else {**each, "properties": {}} for each in features]


def _code(value: Any) -> str:
    """Codes that a spreadsheet turned into numbers get back the noughts of a commune's five digits."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:05}" if isinstance(value, int) else str(value).strip()[:20]


def _shape(number: int, code: str, geometry: Any) -> Shape:
    known: dict[str, Any] = {"number": number, "code": code}
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    held = geometry.get("coordinates") if kind in ("Polygon", "MultiPolygon") else None
    parts = [held] if kind == "Polygon" else held
    if not isinstance(parts, list) or not parts:
        raise _Wrong(p.RING.at(**known, why=Bilingual(*p.NO_SHAPE)))
    polygons = [[_ring(ring, known) for ring in _listed(part, known)] for part in parts]
    rings = [ring for part in polygons for ring in part]
    _in_viet_nam([place for ring in rings for place in ring], known)
    for ring in rings:
        if why := _broken(ring):
            raise _Wrong(p.RING.at(**known, why=Bilingual(*why)))
    within = tolerance(rings)
    thin = [[thinned(ring, within) for ring in part] for part in polygons]
    if any(crosses(ring) for part in thin for ring in part):
        raise _Wrong(p.RING.at(**known, why=Bilingual(*p.CROSSES)))
    return Shape(number, code, thin, sum(map(len, rings)))


def _listed(part: Any, known: dict[str, Any]) -> list[Any]:
    if not isinstance(part, list) or not part:
        raise _Wrong(p.RING.at(**known, why=Bilingual(*p.NO_SHAPE)))
    return part


def _ring(ring: Any, known: dict[str, Any]) -> list[Place]:
    return list(_places(_listed(ring, known), known))


def _places(ring: list[Any], known: dict[str, Any]) -> Iterator[Place]:
    for each in ring:
        pair = each[:2] if isinstance(each, list) else []
        if len(pair) < 2 or not all(type(value) in (int, float) for value in pair):
            raise _Wrong(p.RING.at(**known, why=Bilingual(*p.NO_NUMBER)))
        yield round(float(pair[0]), DECIMALS), round(float(pair[1]), DECIMALS)


def _broken(ring: Ring) -> tuple[str, str] | None:
    if len(ring) < 4:
        return p.SHORT
    if ring[0] != ring[-1]:
        return p.NOT_CLOSED
    return None if area(ring) else p.FLAT


def _in_viet_nam(places: list[Place], known: dict[str, Any]) -> None:
    """Degrees of Viet Nam, longitude first."""
    beyond = next((each for each in places if not _here(*each)), None)
    if beyond is None:
        return
    x, y = (f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",") for value in beyond)
    if any(abs(value) > METRES for each in places for value in each):
        raise _Wrong(p.METRES.at(**known, x=x, y=y))
    if all(_here(lon, lat) for lat, lon in places):
        raise _Wrong(p.SWAPPED.at(**known))
    raise _Wrong(p.OUTSIDE.at(**known, x=x, y=y))


def _here(lon: float, lat: float) -> bool:
    return EAST[0] <= lon <= EAST[1] and NORTH[0] <= lat <= NORTH[1]
