"""The last result in the session, without names or births: gone when the user signs out, forgets it or asks again."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable
from typing import Any

from giamngheo.analysis.whatif import Outcome
from giamngheo.analysis.whatif.words import as_dict
from giamngheo.foundation.findings import Finding
from giamngheo.office.requests import OfficeRequest

_KEY = "from_2027"
SHAPE = 3  # of what is kept: a result of an older version is forgotten, not shown wrongly


def keep(
    request: OfficeRequest, outcome: Outcome, findings: Iterable[Finding], *, sample: bool, form: dict[str, Any]
) -> None:
    """Keep what the screen shows: of a household its id, village, classes and reasons; of a finding no cell's words."""
    found = as_dict(outcome, findings)
    for change in found["changes"]:
        change["place"] = {"village": change["place"].get("village", "")}
    for finding in found["findings"]:
        finding["quote"] = ""
    found |= {
        "shape": SHAPE,
        "sample": sample,
        "form": form,
        "unit": request.scope.unit.pk if request.scope.unit else None,
    }
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    request.session[_KEY] = base64.b85encode(zlib.compress(text, 6)).decode()


def kept(request: OfficeRequest) -> dict[str, Any] | None:
    """The result for the unit at the top; None where there is none, or it is another unit's."""
    text = request.session.get(_KEY)
    if not text:
        return None
    found: dict[str, Any] = json.loads(zlib.decompress(base64.b85decode(text)))
    unit = request.scope.unit
    return found if unit is not None and (found.get("shape"), found["unit"]) == (SHAPE, unit.pk) else None


def drop(request: OfficeRequest) -> None:
    """Forget the result."""
    request.session.pop(_KEY, None)
