"""Reading tables that come in: Parquet (a file, a folder, a glob), CSV and Excel become an Ibis table, with findings.

    from giamngheo.analysis.runners.engines import open_engine
    from giamngheo.analysis.runners.reading import ROW, open_table, require_columns

    with open_engine("duckdb") as engine:
        opened = open_table(engine, "ho-ngheo.csv", mapping={"income": "Thu nhập"})
        require_columns(opened, ["income", "area"])          # FindingError DATA-NO-COLUMN
        opened.table                                          # ibis table: the columns, plus ROW (and FILE)
        opened.broken                                         # rows of a CSV that could not be split, with numbers

- `mapping` renames: {name you want: column of the file}. Other columns keep their names.
- `opened.table[ROW]` is the row as a spreadsheet counts it (the header is row 1; in Parquet the first row of data
  is 1). It is None for CSV on Spark, which does not know. `opened.table[FILE]` is the file's name.
- Parquet columns keep their types. **CSV and Excel columns are all text**, blanks around cut off, empty cells NULL:
  turn them into values with `cells` (`truth`, `number`, `group_text`), which say of every cell whether it is valid,
  missing or wrong, alike on both engines. Nothing is dropped here; the caller keeps good and bad rows apart.
- `opened.bounds(column)` is what Parquet's footer promises about a column: (least, greatest, number of blanks),
  or None where it promises nothing.
- Raises FindingError: DATA-UNREADABLE, DATA-EMPTY, DATA-COLUMN-TWICE, DATA-NO-COLUMN. Never anything half-read.
"""

from giamngheo.analysis.runners.reading.opened import FILE, ROW, BrokenRow, Opened, require_columns
from giamngheo.analysis.runners.reading.opening import open_table

__all__ = ["FILE", "ROW", "BrokenRow", "Opened", "open_table", "require_columns"]
