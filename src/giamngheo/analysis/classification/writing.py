"""The result as Parquet, CSV or Excel, part after part, in a thread of its own; it appears only when it is whole."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from giamngheo.analysis.population.findings import OUTPUT
from giamngheo.foundation.findings import FindingError

ENDINGS = (".parquet", ".csv", ".xlsx")
EXCEL_ROWS = 1_048_575


class _Writer(Protocol):
    def write(self, table: Any) -> None: ...
    def close(self) -> None: ...


class Output:
    """A context.

    `put` takes an Arrow table and returns at once; what is left to do to it, `finish` does in the thread, while the
    next part is judged. What goes wrong there is raised by the next.
    """

    def __init__(self, path: Path) -> None:
        if path.suffix.lower() not in ENDINGS:
            raise FindingError(OUTPUT.at(path=path, why=f"đuôi tệp / ending “{path.suffix}”"))
        self.path = path
        self._part = path.with_name(f".{path.name}.part")
        self._queue: queue.Queue[Any] = queue.Queue(maxsize=1)
        self._failed: BaseException | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Output:
        self._part.parent.mkdir(parents=True, exist_ok=True)
        self._part.touch()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()
        return self

    def put(self, table: Any, finish: Callable[[Any], Any] = lambda table: table) -> None:
        self._raise()
        self._queue.put((table, finish))

    def _raise(self) -> None:
        if self._failed is not None:
            raise self._failed

    def _work(self) -> None:
        writer: _Writer | None = None
        while (given := self._queue.get()) is not None:
            if self._failed is not None:
                continue
            try:
                table, finish = given
                table = finish(table)
                writer = writer or _WRITERS[self.path.suffix.lower()](self._part, table.schema)
                writer.write(table)
            except BaseException as error:
                self._failed = error
        try:
            if writer is not None:
                writer.close()
        except BaseException as error:
            self._failed = self._failed or error

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join()
        try:
            if kind is None:
                self._raise()
                os.replace(self._part, self.path)
        finally:
            self._part.unlink(missing_ok=True)


class _Parquet:
    def __init__(self, path: Path, schema: Any) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        # A dictionary is worth its time for words only; numbers and truths are small already.
        words = [each.name for each in schema if pa.types.is_string(each.type) or pa.types.is_dictionary(each.type)]
        ids = [each.name for each in schema if each.name.endswith("_id")]
        # Numbers that only rise take little room as differences: a third less file for no more time.
        rising = {name: "DELTA_BINARY_PACKED" for name in ids if pa.types.is_integer(schema.field(name).type)}
        self._writer = pq.ParquetWriter(
            path, schema, use_dictionary=words or False, write_statistics=ids, column_encoding=rising or None
        )

    def write(self, table: Any) -> None:
        self._writer.write_table(table)

    def close(self) -> None:
        self._writer.close()


class _Csv:
    def __init__(self, path: Path, schema: Any) -> None:
        import pyarrow.csv

        self._stream = path.open("wb")
        self._stream.write(b"\xef\xbb\xbf")  # Excel takes it for UTF-8 only so
        self._writer = pyarrow.csv.CSVWriter(self._stream, schema)

    def write(self, table: Any) -> None:
        self._writer.write_table(table)

    def close(self) -> None:
        self._writer.close()
        self._stream.close()


class _Excel:
    def __init__(self, path: Path, schema: Any) -> None:
        import xlsxwriter

        self._book = xlsxwriter.Workbook(
            str(path), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._sheet = self._book.add_worksheet("households" if "class" in schema.names else "members")
        self._sheet.write_row(0, 0, schema.names)
        self._rows = 0
        self._path = path

    def write(self, table: Any) -> None:
        if self._rows + table.num_rows > EXCEL_ROWS:
            raise FindingError(OUTPUT.at(path=self._path.name, why="quá 1.048.575 dòng / over 1,048,575 rows"))
        for row in table.to_pylist():
            self._rows += 1
            self._sheet.write_row(self._rows, 0, list(row.values()))

    def close(self) -> None:
        self._book.close()


_WRITERS: dict[str, Any] = {".parquet": _Parquet, ".csv": _Csv, ".xlsx": _Excel}
