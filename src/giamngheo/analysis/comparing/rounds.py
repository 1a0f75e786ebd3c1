"""A list as it comes in: one row a household, its id and its class; people and a relapse where they are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from giamngheo.analysis.comparing.findings import CLASS
from giamngheo.analysis.measures.rates import NOT_POOR, POOR
from giamngheo.analysis.measures.transitions import UNKNOWN
from giamngheo.analysis.population.naming import every_mapping_is_there
from giamngheo.analysis.population.spellings import Spellings
from giamngheo.analysis.runners.checking import bad_findings, ids_twice
from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.question import Question, Reading
from giamngheo.analysis.runners.reading import Opened, open_table, require_columns
from giamngheo.analysis.runners.reading.cells import group_text, is_missing, number, truth
from giamngheo.analysis.runners.reading.opening import renamed
from giamngheo.analysis.synthesis.columns import every_question
from giamngheo.foundation.findings import Finding

ID, CLASS_COLUMN, MEMBERS, RELAPSED = "household_id", "class", "members", "relapsed"
SPELLINGS = 1000  # more different words are no classes


@dataclass(frozen=True)
class Round:
    """`table` has the good rows: id, class, members (NULL without a column), relapsed, and the columns of `by`."""

    path: Path
    table: Any
    reading: Reading
    read: int
    bad: int
    people: bool  # whether the list says how many people a household has
    findings: tuple[Finding, ...]


def open_rounds(
    engine: Engine, paths: Sequence[Path], mapping: Mapping[str, str], by: Sequence[str], sheet: str = ""
) -> list[Round]:
    """The lists behind the files. Rows without an id, with one that stands twice, or with no class are left out, told.

    `mapping` is {name: column of a file}, applied to each file that has the column: lists may be written differently.
    Raises FindingError.
    """
    opened = [open_table(engine, path, sheet=sheet) for path in paths]
    every_mapping_is_there(mapping, [column for each in opened for column in each.columns])
    return [_round(engine, path, _named(each, mapping), by) for path, each in zip(paths, opened, strict=True)]


def _named(opened: Opened, mapping: Mapping[str, str]) -> Opened:
    return renamed(opened, {name: column for name, column in mapping.items() if column in opened.columns})


def _round(engine: Engine, path: Path, opened: Opened, by: Sequence[str]) -> Round:
    require_columns(opened, [ID, CLASS_COLUMN, *by])
    reading, table = _read(engine, opened, by)
    twice, ids = ids_twice(engine, opened, reading.question)
    reading = Reading(
        opened, reading.question, (), (), wrong=reading.wrong, blank=reading.blank, twice=twice, kinds=reading.kinds
    )
    bad = reading.bad()
    counts = engine.arrow(opened.table.aggregate(n=opened.table.count(), bad=bad.sum())).to_pylist()[0]
    wrong = int(counts["bad"] or 0)
    findings = [*opened.findings(), *(bad_findings(engine, reading, ids) if wrong else [])]
    broken = len(opened.broken)
    good = table.filter(~bad).select(*kept(by)) if wrong else table.select(*kept(by))
    rows = int(counts["n"]) + broken
    return Round(path, good, reading, rows, wrong + broken, MEMBERS in opened.columns, tuple(findings))


def kept(by: Sequence[str]) -> list[str]:
    """The columns of a round's table."""
    return ["id_", "class_", "members_", "relapsed_", *(f"by{at}_" for at in range(len(by)))]


def _read(engine: Engine, opened: Opened, by: Sequence[str]) -> tuple[Reading, Any]:
    """Every column as a value, and which of its cells cannot be used."""
    import ibis

    table = opened.table
    wrong, blank, people, fell = {}, {ID: is_missing(table[ID])}, ibis.null("int64"), ibis.literal(False)
    class_, wrong[CLASS_COLUMN] = _classes(engine, table[CLASS_COLUMN])
    blank[CLASS_COLUMN] = is_missing(table[CLASS_COLUMN])
    if MEMBERS in opened.columns:
        told = number(table[MEMBERS])
        people, blank[MEMBERS] = told.value.round().cast("int64"), told.missing
        wrong[MEMBERS] = told.wrong | (told.value != told.value.round()).fill_null(False)
    if RELAPSED in opened.columns:
        flag = truth(table[RELAPSED])
        fell, wrong[RELAPSED] = (flag.value == 1).fill_null(False), flag.wrong
    groups = {f"by{at}_": group_text(table[name]).cast("string") for at, name in enumerate(by)}
    id_ = table[ID].cast("string").strip()
    question = Question((), id=ID)
    reading = Reading(opened, question, (), (), wrong=wrong, blank=blank, kinds={CLASS_COLUMN: CLASS})
    return reading, table.mutate(id_=id_, class_=class_, members_=people, relapsed_=fell, **groups)


def _classes(engine: Engine, column: Any) -> tuple[Any, Any]:
    """The class as a word of CLASSES or UNKNOWN, and whether it is none. 1 and 0, true and false are poor and not."""
    import ibis

    text = column.cast("string").strip()
    different = text.name("text_").as_table().distinct()
    seen = engine.arrow(different.order_by("text_").limit(SPELLINGS)).column(0).to_pylist()
    known = {each: found for each in seen if each and (found := _word(each))}
    value = text.cases(*known.items(), else_=ibis.null("string")) if known else ibis.null("string")
    return value, (value.isnull() & ~is_missing(column)).fill_null(False)


def _word(text: str) -> str:
    spellings = Spellings(every_question()["recognised_class"])
    if spellings.understands(text):
        return str(spellings.answer(text))
    plain = text.lower()
    if plain in ("1", "1.0", "true"):
        return POOR
    if plain in ("0", "0.0", "false"):
        return NOT_POOR
    return UNKNOWN if plain == UNKNOWN else ""
