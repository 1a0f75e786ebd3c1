"""Tables come in whole, numbered as people number them, and what is wrong is told."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from giamngheo.analysis.runners.reading import ROW, open_table, require_columns
from giamngheo.foundation.findings import FindingError


def rows_of(engine, opened, *names: str) -> list[tuple]:
    table = engine.arrow(opened.table.select(ROW, *names).order_by(ROW))
    return list(zip(*(table[name].to_pylist() for name in (ROW, *names)), strict=True))


def rows_by_id(engine, opened) -> list[dict]:
    return sorted(engine.arrow(opened.table.select("id", "a")).to_pylist(), key=lambda row: row["id"])


def refused(engine, path, **options) -> str:
    with pytest.raises(FindingError) as caught:
        open_table(engine, path, **options)
    return caught.value.finding.code


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(("separator", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16")])
def test_csv_rows_are_numbered_like_a_spreadsheet(duck, tmp_path, separator, encoding) -> None:
    text = "Mã hộ,Nước\nH1, 1 \nH2,\nH3,0\n".replace(",", separator)
    opened = open_table(duck, write(tmp_path / "a.csv", text, encoding), mapping={"water": "Nước"})
    assert rows_of(duck, opened, "Mã hộ", "water") == [(2, "H1", "1"), (3, "H2", None), (4, "H3", "0")]
    assert opened.text
    assert opened.columns == ("water", "Mã hộ")


def test_broken_csv_rows_are_kept_apart_and_the_rest_keep_their_numbers(duck, tmp_path) -> None:
    opened = open_table(duck, write(tmp_path / "a.csv", "id,a\n1,0\n2\n3,1\n4,1,9\n5,0\n"))
    assert [each.row for each in opened.broken] == [3, 5]
    assert rows_of(duck, opened, "id") == [(2, "1"), (4, "3"), (6, "5")]
    (finding,) = opened.findings()
    assert (finding.code, finding.line) == ("DATA-ROW", 3)
    assert "3, 5" in finding.message.vi


def test_letters_of_another_encoding_break_their_row_only(duck, tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id,a\n1,0\n" + b"\xff\xfe,1\n3,1\n")
    opened = open_table(duck, path)
    assert [each.row for each in opened.broken] == [3]
    assert rows_of(duck, opened, "id") == [(2, "1"), (4, "3")]


def test_quoted_line_breaks_count_as_one_row(duck, tmp_path) -> None:
    opened = open_table(duck, write(tmp_path / "a.csv", 'id,note\n1,"two\nlines"\n2,x\n'))
    assert rows_of(duck, opened, "note") == [(2, "two\nlines"), (3, "x")]


def test_parquet_folder_is_one_table_with_bounds(duck, tmp_path) -> None:
    folder = tmp_path / "in" / "province=1"
    folder.mkdir(parents=True)
    pq.write_table(pa.table({"a": pa.array([0, 1, None], pa.int8())}), folder / "1.parquet")
    pq.write_table(pa.table({"a": pa.array([0, 0], pa.int8())}), folder / "2.parquet")
    (tmp_path / "in" / "_SUCCESS").write_text("")
    opened = open_table(duck, tmp_path / "in")
    assert sorted(rows_of(duck, opened, "a"), key=str) == [(1, 0), (1, 0), (2, 0), (2, 1), (3, None)]
    assert tuple(opened.bounds("a")) == (0, 1, 1)
    assert opened.bounds("nowhere") is None


def test_parquet_without_statistics_promises_nothing(duck, tmp_path) -> None:
    pq.write_table(pa.table({"a": [0, 1]}), tmp_path / "a.parquet", write_statistics=False)
    assert open_table(duck, tmp_path / "a.parquet").bounds("a") is None


def test_excel_cells_read_as_typed(duck, tmp_path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet("Hộ")
    sheet.write_row(1, 0, ["Mã", "Nước", "Điểm"])
    sheet.write_row(2, 0, ["H1", True, 1])
    sheet.write_row(4, 0, ["H2", "", 0.5])
    book.close()
    opened = open_table(duck, tmp_path / "a.xlsx")
    assert rows_of(duck, opened, "Mã", "Nước", "Điểm") == [(3, "H1", "true", "1"), (5, "H2", None, "0.5")]
    assert refused(duck, tmp_path / "a.xlsx", sheet="Khác") == "DATA-UNREADABLE"


def test_what_cannot_be_read_is_said(duck, tmp_path) -> None:
    assert refused(duck, tmp_path / "nothing.csv") == "DATA-UNREADABLE"
    assert refused(duck, write(tmp_path / "empty.csv", "")) == "DATA-EMPTY"
    assert refused(duck, write(tmp_path / "header.csv", "a,b\n")) == "DATA-EMPTY"
    assert refused(duck, write(tmp_path / "bad.parquet", "not parquet")) == "DATA-UNREADABLE"
    assert refused(duck, write(tmp_path / "bad.xlsx", "not a workbook")) == "DATA-UNREADABLE"
    assert refused(duck, write(tmp_path / "old.csv", "Xã,a\n1,0\n", "cp1252")) == "DATA-UNREADABLE"
    assert refused(duck, write(tmp_path / "a.pdf", "x")) == "DATA-UNREADABLE"
    assert refused(duck, write(tmp_path / "twice.csv", "a,b,A\n1,1,0\n")) == "DATA-COLUMN-TWICE"
    assert refused(duck, write(tmp_path / "map.csv", "a\n1\n"), mapping={"x": "b"}) == "DATA-NO-COLUMN"
    (tmp_path / "void").mkdir()
    assert refused(duck, tmp_path / "void") == "DATA-EMPTY"


def test_missing_column_names_those_there(duck, tmp_path) -> None:
    opened = open_table(duck, write(tmp_path / "a.csv", "a,b\n1,1\n"))
    with pytest.raises(FindingError) as caught:
        require_columns(opened, ["a", "c"])
    assert caught.value.finding.code == "DATA-NO-COLUMN"
    assert "a, b" in caught.value.finding.message.en


def test_unlike_files_are_not_joined(duck, tmp_path) -> None:
    write(tmp_path / "1.csv", "a,b\n1,1\n")
    write(tmp_path / "2.csv", "a,c\n1,1\n")
    assert refused(duck, tmp_path / "*.csv") == "DATA-UNREADABLE"


@pytest.mark.spark
def test_spark_reads_what_duckdb_reads(spark, duck, tmp_path) -> None:
    csv = write(tmp_path / "a.csv", 'id;a\n1;0\n2\n3;" 1 "\n4;\n')
    one, other = open_table(duck, csv), open_table(spark, csv)
    assert rows_by_id(duck, one) == rows_by_id(spark, other)
    assert len(one.broken) == len(other.broken) == 1
    pq.write_table(pa.table({"a": [5, 6]}), tmp_path / "a.parquet")
    assert rows_of(spark, open_table(spark, tmp_path / "a.parquet"), "a") == [(1, 5), (2, 6)]
