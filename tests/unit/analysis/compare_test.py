"""`giamngheo compare`: movements between rounds, errors against a second source, bad rows, small counts."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.analysis.measures.disclosure import THRESHOLD, Sum, hidden_related
from giamngheo.config.cli import main

BEFORE = """household_id,class,members,xa
1,Hộ nghèo,4,A
2,poor,3,A
3,HO NGHEO,2,A
4,poor,6,B
5,near_poor,5,B
6,not_poor,1,A
7,not_poor,2,B
"""
AFTER = """household_id,class,members,relapsed,xa
1,near_poor,4,,A
2,not_poor,2,,A
4,poor,7,,B
5,poor,5,,B
6,poor,1,1,A
7,poor,2,0,A
8,poor,9,,B
"""
ROW = ("opening", "to_other", "exceeded", "other_decrease", "from_other", "relapsed", "newly", "other_increase",
       "closing")  # fmt: skip


class Ran(NamedTuple):
    code: int
    told: dict[str, Any]
    err: str

    @property
    def everybody(self) -> dict[str, Any]:
        return self.told["groups"][0]


@pytest.fixture
def compare(tmp_path: Path, capsys) -> Callable[..., Ran]:
    """Put two lists (texts of CSV files) to the command."""

    def go(before: str, after: str, *options: str) -> Ran:
        for name, text in (("before", before), ("after", after)):
            (tmp_path / f"{name}.csv").write_text(text, "utf-8")
        words = [str(tmp_path / "before.csv"), str(tmp_path / "after.csv"), "--json", "--quiet", *options]
        code = main(["compare", *words])
        printed = capsys.readouterr()
        return Ran(code, json.loads(printed.out), printed.err)

    return go


def row(group: dict[str, Any], klass: str = "poor", unit: str = "households") -> list[int]:
    return [group["movement"][klass][unit][name] for name in ROW]


def test_movements_and_transitions_of_two_rounds(compare) -> None:
    done = compare(BEFORE, AFTER)
    assert done.code == 0
    assert row(done.everybody) == [4, 1, 1, 1, 1, 1, 1, 1, 5]
    assert row(done.everybody, unit="people") == [15, 4, 3, 2, 5, 1, 2, 10, 24]
    assert row(done.everybody, "near_poor") == [1, 1, 0, 0, 1, 0, 0, 0, 1]
    cells = {(cell["from"], cell["to"]): cell["households"] for cell in done.everybody["transitions"]}
    assert cells["not_poor", "poor"] == 2
    assert cells["poor", "absent"] == cells["absent", "poor"] == 1
    assert (done.everybody["before"]["total"], done.everybody["before"]["poor_rate"]) == (7, 4 / 7)
    assert done.everybody["after"]["people"]["multidimensional_rate"] == (24 + 4) / 30


def test_household_that_moved_leaves_one_unit_and_enters_the_other(compare) -> None:
    done = compare(BEFORE, AFTER, "--by", "xa")
    _, here, there = done.told["groups"]
    assert [group["by"] for group in done.told["groups"]] == [{}, {"xa": "A"}, {"xa": "B"}]
    assert row(here) == [3, 1, 1, 1, 0, 1, 0, 1, 2]  # household 7 came from B, poor
    assert row(there) == [1, 0, 0, 0, 1, 0, 0, 1, 3]
    for group in done.told["groups"]:
        for unit in ("households", "people"):
            opening, to, out, gone, came, fell, new, more, closing = row(group, unit=unit)
            assert closing == opening - to - out - gone + came + fell + new + more


def test_lists_without_people_have_no_people(compare) -> None:
    done = compare("household_id,class\n1,poor\n", "household_id,class\n1,not_poor\n")
    assert done.everybody["movement"]["poor"]["people"] is None
    assert done.everybody["before"]["people"] is None


def test_household_without_a_class_stands_apart_and_gives_no_rates(compare) -> None:
    done = compare(BEFORE, AFTER + "9,unknown,3,,B\n")
    assert done.everybody["after"]["unknown"] == 1
    assert done.everybody["after"]["poor_rate"] is None
    assert [each["code"] for each in done.told["findings"]] == ["COMPARE-UNKNOWN"]
    assert row(done.everybody) == [4, 1, 1, 1, 1, 1, 1, 1, 5]


def test_rows_that_cannot_be_counted_are_told_and_kept_apart(compare, tmp_path: Path) -> None:
    wrong = "9,giàu,2,B\n10,poor,hai,B\n11,poor,1.5,B\n,poor,1,B\n12,,1,B\n13,poor,1,B\n13,poor,2,B\n14,poor\n"
    bad = tmp_path / "bad.csv"
    done = compare(BEFORE + wrong, AFTER, "--bad-rows", str(bad))
    told = done.told["rounds"]["before"]
    assert (done.code, told["rows"]) == (1, {"read": 15, "counted": 7, "bad": 8})
    found = {each["code"]: each for each in told["findings"]}
    assert found.keys() == {"COMPARE-CLASS", "DATA-NUMBER", "DATA-BLANK", "DATA-ID-TWICE", "DATA-ROW"}
    assert found["COMPARE-CLASS"]["line"] == 9
    assert "giàu" in found["COMPARE-CLASS"]["message"]["vi"]
    rows = {row["row"]: row["reasons"] for row in csv.DictReader(bad.open(encoding="utf-8-sig"))}
    assert rows.keys() == {"9", "10", "11", "12", "13", "14", "15", "16"}
    assert (rows["9"], rows["12"]) == ("COMPARE-CLASS class", "DATA-BLANK household_id")
    assert row(done.everybody) == [4, 1, 1, 1, 1, 1, 1, 1, 5]


def test_exclusion_and_inclusion_errors_against_a_second_source(compare) -> None:
    listed = "household_id,class\n1,poor\n2,poor\n3,poor\n4,not_poor\n5,near_poor\n6,unknown\n"
    second = "ma,ngheo\n1,1\n2,true\n3,0\n4,1\n9,1\n6,1\n5,0\n"
    names = ("--map", "household_id=ma", "--map", "class=ngheo")
    done = compare(listed, second, "--targeting", *names)
    told = {name: done.everybody[name] for name in ("both", "listed_only", "poor_only", "neither", "apart")}
    assert told == {"both": 2, "listed_only": 1, "poor_only": 1, "neither": 1, "apart": 2}
    assert (done.everybody["exclusion_error"], done.everybody["inclusion_error"]) == (1 / 3, 1 / 3)
    wider = compare(listed, second, "--targeting", "--poor", "poor,near_poor", *names)
    assert wider.everybody["listed_only"] == 2


def test_result_of_classify_is_a_round(tmp_path: Path, capsys) -> None:
    for name, day in (("one", "2026-11-24"), ("two", "2027-01-01")):
        homes = "household_id,area,income_per_person\nA,rural,1900000\nB,rural,9000000\n"
        (tmp_path / "households.csv").write_text(homes, "utf-8")
        (tmp_path / "members.csv").write_text("household_id,birth\nA,1980\nB,1990\n", "utf-8")
        out = str(tmp_path / f"{name}.parquet")
        assert main(["classify", str(tmp_path), "--out", out, "--on", day, "--quiet", "--json"]) == 0
    capsys.readouterr()
    assert main(["compare", str(tmp_path / "one.parquet"), str(tmp_path / "two.parquet"), "--json", "--quiet"]) == 0
    cells = json.loads(capsys.readouterr().out)["groups"][0]["transitions"]
    assert {(cell["from"], cell["to"]) for cell in cells} == {("not_poor", "unknown"), ("not_poor", "not_poor")}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--by", "thôn"), "DATA-NO-COLUMN"), (("--map", "class=loại"), "DATA-NO-COLUMN"),
        (("--poor", "poor"), "DATA-OPTION"), (("--targeting", "--poor", "rich"), "DATA-OPTION"),
        (("--public", "--by", "xa,members"), "DATA-OPTION"), (("--map", "x"), "DATA-OPTION"),
        (("--engine", "abacus"), "DATA-OPTION"),
    ],
)  # fmt: skip
def test_wrong_use_is_refused_in_words(compare, options, code: str) -> None:
    done = compare(BEFORE, AFTER, *options)
    assert (done.code, [each["code"] for each in done.told["findings"]]) == (2, [code])


def test_empty_and_foreign_lists_are_told(compare) -> None:
    assert compare("household_id,class\n", AFTER).told["findings"][0]["code"] == "DATA-EMPTY"
    assert compare("id,class\n1,poor\n", AFTER).told["findings"][0]["code"] == "DATA-NO-COLUMN"
    strangers = compare("household_id,class\nx,poor\n", AFTER)
    assert [each["code"] for each in strangers.told["findings"]] == ["COMPARE-NOBODY"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_table_shows_what_the_json_says(compare, tmp_path: Path, capsys, language: str) -> None:
    compare(BEFORE, AFTER)
    paths = [str(tmp_path / "before.csv"), str(tmp_path / "after.csv")]
    assert main(["compare", *paths, "--lang", language, "--by", "xa"]) == 0
    out = capsys.readouterr().out
    for part in {"vi": ("57,14", "tái nghèo", "hộ không nghèo → hộ nghèo: 2 (3 → 3)"),
                 "en": ("57.14", "relapsed", "not poor → poor: 2 (3 → 3)")}[language]:  # fmt: skip
        assert part in out
    assert main(["compare", *paths, "--targeting", "--lang", language]) == 0
    assert {"vi": "bỏ sót %", "en": "exclusion %"}[language] in capsys.readouterr().out


@pytest.mark.spark
def test_spark_compares_as_duckdb_does(compare, spark) -> None:
    for options in (("--by", "xa"), ("--targeting",)):
        there = compare(BEFORE, AFTER, *options, "--engine", "spark", "--master", "local[2]")
        assert there.told == compare(BEFORE, AFTER, *options).told


def rounds(sizes: dict[tuple[str, str], int]) -> tuple[str, str]:
    """Two lists in which so many households go from one class to another."""
    old, new, number = ["household_id,class,members,xa"], ["household_id,class,members,xa"], 0
    for (before, after), size in sizes.items():
        for _ in range(size):
            number += 1
            if before != "absent":
                old.append(f"{number},{before},3,{'AB'[number % 2]}")
            if after != "absent":
                new.append(f"{number},{after},3,{'AB'[number % 2]}")
    return "\n".join(old) + "\n", "\n".join(new) + "\n"


def counts_of(value: Any) -> Iterator[int]:
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(each, int) and not isinstance(each, bool):
            yield each
        yield from counts_of(each)


def test_public_figures_hold_no_small_count_and_no_quote(compare) -> None:
    lists = rounds({
        ("poor", "poor"): 40, ("poor", "near_poor"): 2, ("poor", "not_poor"): 30, ("near_poor", "poor"): 12,
        ("near_poor", "near_poor"): 20, ("not_poor", "not_poor"): 200, ("not_poor", "poor"): 9, ("absent", "poor"): 1,
    })  # fmt: skip
    done = compare(lists[0] + "zz,giàu,1,A\n", lists[1], "--public", "--by", "xa")
    assert not [count for count in counts_of(done.told["groups"]) if 0 < count < THRESHOLD]
    assert (done.told["rounds"]["before"]["findings"], "giàu" in done.err) == ([], True)
    everybody = done.everybody
    assert everybody["suppressed"]
    assert everybody["movement"]["poor"]["households"]["to_other"] is None
    assert (row(everybody)[0], row(everybody)[-1]) == (72, 62)
    hidden = [cell for cell in everybody["transitions"] if cell["from"] == "poor" and cell["households"] is None]
    assert len(hidden) > 1  # one alone would come out of the total


def test_public_errors_of_few_households_are_hidden(compare) -> None:
    listed = "household_id,class\n" + "".join(f"{at},{'poor' if at < 40 else 'not_poor'}\n" for at in range(80))
    second = "household_id,class\n" + "".join(f"{at},{'poor' if 2 <= at < 60 else 'not_poor'}\n" for at in range(80))
    done = compare(listed, second, "--targeting", "--public")
    assert done.everybody["listed_only"] is None
    assert done.everybody["inclusion_error"] is None
    assert not [count for count in counts_of(done.told["groups"]) if 0 < count < THRESHOLD]


@given(st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=3, max_size=3))
def test_no_sum_gives_a_hidden_count_back(table: list[list[int]]) -> None:
    """Cells, totals of rows and of columns, and the whole: of no sum is one count alone unknown and its size known."""
    names = range(len(table))
    counts: dict[Any, int] = {(r, c): table[r][c] for r in names for c in names}
    counts |= {("row", r): sum(table[r]) for r in names} | {("column", c): sum(row[c] for row in table) for c in names}
    counts["all"] = sum(map(sum, table))
    sums = [Sum(("row", r), tuple((r, c) for c in names)) for r in names]
    sums += [Sum(("column", c), tuple((r, c) for r in names)) for c in names]
    sums += [Sum("all", tuple((kind, at) for at in names)) for kind in ("row", "column")]
    gone = hidden_related(counts, sums)
    assert all(name in gone for name, count in counts.items() if 0 < count < THRESHOLD)
    for each in sums:
        unknown = [name for name in (each.total, *each.parts) if name in gone]
        assert len(unknown) != 1
        if unknown and each.total not in gone:
            assert sum(counts[name] for name in unknown) >= THRESHOLD
