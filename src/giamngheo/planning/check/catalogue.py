"""The catalogue of everything the plan check can find. Entries stand beside their rule, in the rule's own file."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue

CATALOGUE = Catalogue("plan")
