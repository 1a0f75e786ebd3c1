"""Where the answers of many stand: columns of an Ibis table, by the names of the questions.

A column that is not there is a question that nobody answered. Types: yes_no Boolean, option string, everything else
int64; a birth is YYYYMMDD or YYYY0000. Ibis is imported when it is needed: the law itself must be readable without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from giamngheo.standards.release import Question
from giamngheo.standards.validation import Kind

TYPES: dict[Kind, str] = {"truth": "boolean", "number": "int64", "word": "string", "birth": "int64", "open": "string"}
KINDS: dict[str, Kind] = {"yes_no": "truth", "option": "word", "birth": "birth"}
_ANY_VALUE: dict[Kind, bool | int | str] = {"truth": False, "number": 0, "word": "", "birth": 0, "open": ""}
OTHER = "\0"  # an answer that is no option of its question
Answer = bool | int | str | None


def kind_of(question: Question) -> Kind:
    """What kind of value its answers are."""
    return KINDS.get(question.kind, "number")


def null(kind: Kind) -> Any:
    """An unknown value of that kind.

    Not a NULL literal: Ibis writes `x = NULL`, which is unknown, as `x IS NULL`, which is true or false.
    """
    import ibis

    value = ibis.literal(_ANY_VALUE[kind], TYPES[kind])
    return value.nullif(value)


class Columns:
    """The answers of a table, in columns of the questions' names behind `prefix`.

    Whoever reads raw answers replaces `value`, `one_of`, `by_option` and `lookup`.
    """

    def __init__(self, table: Any, questions: Mapping[str, Question], prefix: str = "") -> None:
        self.table = table
        self.questions = questions
        self.prefix = prefix

    def at(self, table: Any) -> Columns:
        """The same answers, carried along in another table."""
        return Columns(table, self.questions, self.prefix)

    def has(self, name: str) -> bool:
        return self.prefix + name in self.table.columns

    def raw(self, name: str) -> Any:
        """The column as it is."""
        return self.table[self.prefix + name]

    def value(self, name: str) -> Any:
        """The answer as a value of its kind; unknown where there is no such column."""
        kind = kind_of(self.questions[name])
        return self.raw(name).cast(TYPES[kind]) if self.has(name) else null(kind)

    def one_of(self, name: str, options: Iterable[str]) -> Any:
        """Whether the answer is one of the options; unknown where it is unknown."""
        return self.value(name).isin(tuple(options))

    def by_option(self, name: str, numbers: Mapping[str, int]) -> Any:
        """The number (int64) of the option answered; unknown where none of these is answered."""
        lines = ((option, wide(number)) for option, number in numbers.items())
        return self.value(name).cases(*lines, else_=null("number"))

    def lookup(self, name: str, numbers: Mapping[Answer, int]) -> Any:
        """The whole number (int64) that belongs to the answer.

        `numbers` has True, False and None; every option, OTHER and None; or, for a birth, what `upto` takes.
        """
        if not self.has(name):
            return whole(numbers[None])
        column = self.raw(name)
        match self.questions[name].kind:
            case "yes_no":
                return truth_number(column, ~column, numbers)
            case "option":
                spelled = {each: number for each, number in numbers.items() if isinstance(each, str) and each != OTHER}
                return spelled_number(column, spelled, known=numbers[OTHER], unknown=numbers[None])
        return upto(column, numbers)


def whole(value: int) -> Any:
    """A literal of type int64, whatever its size."""
    import ibis

    return ibis.literal(value, "int64")


def wide(value: int) -> Any:
    """A literal that the engine, too, takes for 64 bits: Ibis writes a plain 1600, and products overflow in 32 bits."""
    import ibis

    return ibis.literal(value, "int32").cast("int64") if abs(value) < 2**31 else whole(value)


def truth_number(yes: Any, no: Any, numbers: Mapping[Answer, int]) -> Any:
    """The number of True, of False or of None, by two conditions."""
    import ibis

    lines = [
        (condition, whole(numbers[answer])) for condition, answer in ((yes, True), (no, False)) if condition is not None
    ]
    return ibis.cases(*lines, else_=whole(numbers[None]))


def spelled_number(column: Any, numbers: Mapping[str, int], *, known: int, unknown: int) -> Any:
    """The number of a text; `known` for texts not in `numbers`. One CASE over one column, which DuckDB works out once
    for each different text of a dictionary."""
    import ibis

    rest = ibis.cases((column.isnull(), whole(unknown)), else_=whole(known))
    return column.cases(*((text, whole(number)) for text, number in numbers.items()), else_=rest) if numbers else rest


def upto(column: Any, numbers: Mapping[Answer, int]) -> Any:
    """The number of the least key that is not below the column; the last key serves all beyond it too."""
    import ibis

    keys: Sequence[int] = sorted(key for key in numbers if isinstance(key, int) and not isinstance(key, bool))
    *cuts, last = keys
    rest = ibis.cases((column.isnull(), whole(numbers[None])), else_=whole(numbers[last]))
    return ibis.cases(*((column <= whole(cut), whole(numbers[cut])) for cut in cuts), else_=rest) if cuts else rest
