"""Households and members by the million, from raw answers to classes, with what cannot be used kept apart.

Prose: docs/algorithms/classify.md. No Django.
"""
