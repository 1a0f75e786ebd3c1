"""Growth of children: age, WHO's tables, z-scores, what they say. Pure. docs/algorithms/growth.md."""
