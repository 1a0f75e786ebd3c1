"""M1 and M2 against exact arithmetic on the four persons of Alkire and Foster (2011)."""

from __future__ import annotations

from fractions import Fraction as F

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from giamngheo.analysis.measures.weights import Weighting, scaled_cutoff
from giamngheo.analysis.runners import question
from giamngheo.analysis.runners.measuring import ask, measures
from giamngheo.analysis.runners.reading import open_table
from giamngheo.config.cli import main

NAMES, CUTOFFS = ("a", "b", "c", "d"), (F(13), F(12), F(3), F(1))
ROWS = [(13.1, 14, 4, 1), (15.2, 7, 5, 0), (12.5, 10, 1, 0), (20.0, 11, 3, 1)]
EXPECTED = {
    1: (F(7, 16), F(263, 1248), F(32297, 194688)), 2: (F(3, 8), F(171, 832), F(21475, 129792)),
    3: (F(1, 4), F(73, 624), F(4483, 48672)), 4: (F(1, 4), F(73, 624), F(4483, 48672)),
}  # fmt: skip


def asked(engine, path, rows, names=NAMES, cutoffs=CUTOFFS, **options):
    columns = {name: [row[at] for row in rows] for at, name in enumerate(names)}
    pq.write_table(pa.table(columns), path)
    return ask(engine, open_table(engine, path), question.of(names[: len(cutoffs)], cutoffs=cutoffs, **options))


def test_gaps_of_the_four_persons(duck, tmp_path) -> None:
    found = asked(duck, tmp_path / "a.parquet", ROWS)
    cuts = [F(count, 4) for count in EXPECTED]
    (whole,) = measures(found.cells, [Weighting.equal(NAMES)], cuts)
    for result, gaps, expected in zip(whole.results, whole.gaps, EXPECTED.values(), strict=True):
        assert (result.groups[0].M0, *gaps[0]) == expected


def test_weights_count_a_person_as_often(duck, tmp_path) -> None:
    rows = [(*row, weight) for row, weight in zip(ROWS, (1, 1, 3, 1), strict=True)]
    often = [*ROWS, ROWS[2], ROWS[2]]
    one = asked(duck, tmp_path / "a.parquet", rows, (*NAMES, "w"), design=("-", "-", "w"))
    other = asked(duck, tmp_path / "b.parquet", often)
    margins = [measures(each.cells, [Weighting.equal(NAMES)], [F(1, 2)])[0] for each in (one, other)]
    assert margins[0].gaps == margins[1].gaps
    assert margins[0].results[0].groups[0].M0 == margins[1].results[0].groups[0].M0


def test_person_without_an_answer_is_left_out(duck, tmp_path) -> None:
    found = asked(duck, tmp_path / "a.parquet", [*ROWS, (None, 1, 1, 0), (float("nan"), 1, 1, 0), (-1.0, 1, 1, 1)])
    (whole,) = measures(found.cells, [Weighting.equal(NAMES)], [F(1, 2)])
    assert (found.blanks.left_out, found.bad) == (2, 1)
    assert whole.gaps[0][0] == EXPECTED[2][1:]


def test_incomes_in_dong_do_not_overflow(duck, tmp_path) -> None:
    found = asked(duck, tmp_path / "a.parquet", [(0,)] * 4000, ("x",), (F(10**9),))
    assert found.cells.squares[0, 0] == 4000 * 10**18
    assert measures(found.cells, [Weighting.equal(("x",))], [F(1)])[0].gaps == ([(F(1), F(1))],)


def test_command_takes_cutoffs_of_achievements(tmp_path, capsys) -> None:
    import json

    path = tmp_path / "a.csv"
    path.write_text("a,b,c,d\n" + "".join(",".join(map(str, row)) + "\n" for row in ROWS))
    assert (
        main(["measure", str(path), "--indicators", "a,b,c,d", "--cutoffs", "13,12,3,1", "--k", "2/4", "--json"]) == 0
    )
    (group,) = json.loads(capsys.readouterr().out)["groups"]
    assert (group["M0"], group["M1"], group["M2"]) == (3 / 8, 171 / 832, 21475 / 129792)
    for wrong in ("13", "13,12,3,0", "13,12,3,1/3"):
        assert main(["measure", str(path), "--indicators", "a,b,c,d", "--cutoffs", wrong, "--json"]) == 2
        assert "DATA-OPTION" in capsys.readouterr().out


def test_cutoff_must_be_whole_at_the_scale() -> None:
    assert scaled_cutoff(F(31, 10), 10) == 31
    for cutoff in (F(1, 3), F(0), F(10**9)):
        with pytest.raises(ValueError, match="more than 0"):
            scaled_cutoff(cutoff, 10)


@pytest.mark.spark
def test_spark_sums_the_same_gaps(spark, duck, tmp_path) -> None:
    rows = [(*row, weight) for row, weight in zip(ROWS, (1.5, 1, 3, 0.25), strict=True)]
    told = [asked(each, tmp_path / "a.parquet", rows, (*NAMES, "w"), design=("-", "-", "w")) for each in (duck, spark)]
    one, other = (measures(each.cells, [Weighting.equal(NAMES)], [F(1, 2)])[0] for each in told)
    assert one.gaps == other.gaps
