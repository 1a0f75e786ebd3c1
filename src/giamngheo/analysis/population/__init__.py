"""Households and members that come in, by the one or by the million: found, named, read, and kept apart where they
cannot be used. The one reader of `giamngheo classify`, `giamngheo whatif` and the screens.

Prose: docs/algorithms/population.md. No Django.
"""
