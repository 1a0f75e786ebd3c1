"""Sources of the standards: the law's values as YAML, its rules as trees in Python, and the build that joins them.

Read at build time and by `giamngheo standards lint`; verdicts read the released files only.
"""
