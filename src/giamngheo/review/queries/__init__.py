"""Reads of the review, each asked by somebody and filtered by the units in which they may see it."""
