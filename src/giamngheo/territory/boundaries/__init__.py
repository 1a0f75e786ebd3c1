"""Boundaries: read from a file, checked, thinned for the screen, placed. Prose: docs/algorithms/boundaries.md."""
