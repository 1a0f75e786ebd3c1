"""Two lists of households and their classes side by side: movements and transitions, or errors against a second source.

Prose: docs/algorithms/compare.md. No Django.
"""
