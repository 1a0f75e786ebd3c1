"""Which column answers which question: by the question's name, its label in either language, or as somebody says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from giamngheo.analysis.population.findings import NOT_ASKED, UNUSED
from giamngheo.analysis.runners.reading.opened import no_column
from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.foundation.text import bare, fold
from giamngheo.standards.release import Question

ID, MEMBER_ID = "household_id", "member_id"
TABLES = ("households", "members")
CARRIED = ("province", "commune", "village", "name")
M2 = " (m²)"
LABELS = {  # headings of the template for what is no question
    ID: "Mã hộ", "province": "Tỉnh (mã)", "commune": "Xã (mã)", "village": "Thôn", "name": "Họ và tên",
}  # fmt: skip
_WORDS = {
    ID: ("mã hộ", "ma_ho", "id hộ"), MEMBER_ID: ("mã thành viên", "mã nhân khẩu", "ma_thanh_vien"),
    "province": ("tỉnh", "mã tỉnh"), "commune": ("xã", "mã xã"), "village": ("thôn", "mã thôn", "thôn, bản"),
    "name": ("họ và tên", "họ tên", "chủ hộ"),
}  # fmt: skip


class Named(NamedTuple):
    """`taken` is {name of the question, or of what is carried along: column}; `unused` the file's other columns."""

    taken: dict[str, str]
    unused: tuple[str, ...]


def label_of(question: Question) -> str:
    """The heading of a question in the template: its Vietnamese label, areas with their unit."""
    return question.label.vi + (M2 if question.kind == "area" else "")


def named(
    columns: Sequence[str], table: str, mapping: Mapping[str, str], questions: Mapping[str, Question], also: str = ""
) -> Named:
    """The columns of one table as mapped, else as named, else by label. `also` is carried along under its own name.

    Raises FindingError DATA-NO-COLUMN where nothing is the household's id.
    """
    scope = table.removesuffix("s")
    wanted = [ID, *([MEMBER_ID, "name"] if scope == "member" else CARRIED)]
    wanted += [each.name for each in questions.values() if each.scope == scope]
    labels = _labels(wanted, questions)
    taken = {name: column for name, column in mapping.items() if name in wanted and column in columns}
    for column in columns:
        name = column if column in wanted else labels.get(fold(column)) or labels.get(bare(column))
        if name and name not in taken and column not in taken.values():
            taken[name] = column
    if ID not in taken:
        raise FindingError(no_column(ID, columns))
    if also and also not in taken and also in columns:
        taken[also] = also
    return Named(taken, tuple(column for column in columns if column not in taken.values()))


def _labels(wanted: Iterable[str], questions: Mapping[str, Question]) -> dict[str, str]:
    """Names by how people write them; without accents too, where that means one thing only."""
    exact: dict[str, str] = {}
    plain: dict[str, set[str]] = {}
    for name in wanted:
        texts = [*_WORDS.get(name, ()), LABELS.get(name, name), name]
        if (question := questions.get(name)) is not None:
            texts += [question.label.vi, question.label.en, label_of(question)]
        for text in texts:
            exact[fold(text)] = name
            plain.setdefault(bare(text), set()).add(name)
    return {text: next(iter(names)) for text, names in plain.items() if len(names) == 1} | exact


def every_mapping_is_there(mapping: Mapping[str, str], columns: Sequence[str]) -> None:
    """Raise FindingError DATA-NO-COLUMN for the first column that is mapped and in neither table."""
    for wanted in mapping.values():
        if wanted not in columns:
            raise FindingError(no_column(wanted, columns))


def about_columns(tables: Iterable[Named], questions: Mapping[str, Question], read: Iterable[str]) -> list[Finding]:
    """What is not there of the questions `read`, and which columns are not used; nothing is ignored silently."""
    tables = list(tables)
    there = {name for each in tables for name in each.taken}
    missing = [f"{name} ({questions[name].label.vi})" for name in read if name not in there]
    unused = [column for each in tables for column in each.unused]
    findings = [NOT_ASKED.at(names=", ".join(missing))] if missing else []
    return findings + ([UNUSED.at(names=", ".join(unused))] if unused else [])
