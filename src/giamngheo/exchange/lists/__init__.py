"""Lists of households and people as communes keep them, read from workbooks into values. docs/algorithms/lists.md."""
