"""Administrative units with validity dates, what became of them, their area kind, villages, boundaries."""

from giamngheo.territory.models.boundary import Boundary
from giamngheo.territory.models.unit import AreaKind, AreaKindPeriod, ChangeKind, Level, Unit, UnitChange, UnitKind
from giamngheo.territory.models.village import Village, VillageMembership

__all__ = [
    "AreaKind",
    "AreaKindPeriod",
    "Boundary",
    "ChangeKind",
    "Level",
    "Unit",
    "UnitChange",
    "UnitKind",
    "Village",
    "VillageMembership",
]
