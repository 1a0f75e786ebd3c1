"""Papers of the review: from plain values to official documents, and from the tables to those values.

Each module is one paper: its values, `compose` (pure) and `from_rows` (a constant number of queries). Nothing else in
the product writes these sentences. Prose: docs/algorithms/papers.md.
"""
