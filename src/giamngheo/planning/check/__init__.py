"""The plan check: pure rules over an OfficialDocument; no Django."""

from giamngheo.planning.check.engine import check

__all__ = ["check"]
