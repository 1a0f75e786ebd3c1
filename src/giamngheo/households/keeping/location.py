"""Whether a location may be one of Vietnam's: a rough box around the land and the islands, to catch slips.

The box is remembered, not read: latitude 6 to 24, longitude 102 to 118 degrees, wide enough for Trường Sa. Some of
what lies in it is sea or another country; what lies outside is a slip, told as a warning and kept all the
same. Swapped degrees need no word of their own: a longitude of ours is no latitude of the globe, and refused.
"""

from __future__ import annotations

from decimal import Decimal

from giamngheo.foundation.findings import Finding
from giamngheo.households.problems import LOCATION_OUTSIDE
from giamngheo.households.values import Location

LATITUDES, LONGITUDES = (Decimal(6), Decimal(24)), (Decimal(102), Decimal(118))


def doubts(location: Location) -> list[Finding]:
    """REGISTER-LOCATION-OUTSIDE, or nothing."""
    inside = LATITUDES[0] <= location.latitude <= LATITUDES[1] and LONGITUDES[0] <= location.longitude <= LONGITUDES[1]
    return [] if inside else [LOCATION_OUTSIDE.at()]
