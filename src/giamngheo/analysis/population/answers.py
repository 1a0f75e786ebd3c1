"""Raw answers as the engine wants them: every spelling of an option, every way to write a number, and what is none.

Two steps. `prepared` turns every cell into a whole number or a Boolean: an option into its place (from 1), a yes or no
into 1 or 0, a number or a birth into itself; what cannot be used becomes WRONG, or OUTSIDE what the form can hold.
`RawAnswers` reads that table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from giamngheo.analysis.population import cells
from giamngheo.analysis.population.cells import OUTSIDE, WRONG
from giamngheo.analysis.population.choosing import pick, place
from giamngheo.analysis.population.spellings import Spellings
from giamngheo.standards.answering import limits, oldest
from giamngheo.standards.engines.columns import OTHER, Answer, Columns, null, upto, whole, wide
from giamngheo.standards.engines.over_members import REFUSED
from giamngheo.standards.release import Question

_BAD = 1 << REFUSED


def prepared(
    table: Any, questions: Mapping[str, Question], spellings: dict[str, Spellings], engine: str, texts: bool = True
) -> Any:
    """The table with every answer read; without `texts`, chosen answers written as texts stay as they are.

    A view, so that reading a cell is not written out at every mention of it.
    """
    asked = [each for name, each in questions.items() if name in table.columns]
    if not texts:
        asked = [each for each in asked if not (_is_chosen(each) and table[each.name].type().is_string())]
    made = {each.name: _read(table[each.name], each, spellings, engine) for each in asked}
    table = table.mutate(**made).view() if made else table
    again = {each.name: cells.birth(table[each.name]) for each in asked if each.kind == "birth"}
    again |= {each.name: cells.limited(table[each.name], each) for each in asked if limits(each) is not None}
    return table.mutate(**again).view() if again else table


def _is_chosen(question: Question) -> bool:
    return question.kind in ("yes_no", "option")


def _read(column: Any, question: Question, spellings: dict[str, Spellings], engine: str) -> Any:
    match question.kind:
        case "birth":
            return cells.written_birth(column)
        case "area":
            return cells.area(column)
        case "yes_no" | "option":
            return _chosen(column, question, spellings, engine)
    return cells.number(column)


def _chosen(column: Any, question: Question, spellings: dict[str, Spellings], engine: str) -> Any:
    import ibis

    kind = column.type()
    if kind.is_string():
        known = spellings.setdefault(question.name, Spellings(question)).known
        texts = [text for text, answer in known.items() if answer is not None]
        codes = [code_of(question, known[text]) for text in texts]
        found = pick(codes, place(texts, column), engine)
        blank = column.isnull() | (column.strip() == "").fill_null(False)
        return ibis.coalesce(found, ibis.cases((blank, ibis.null("int64")), else_=whole(WRONG)))
    if question.kind == "yes_no" and kind.is_boolean():
        return column
    if question.kind == "yes_no" and kind.is_numeric():
        told = ibis.cases((column == 1, whole(1)), (column == 0, whole(0)), else_=whole(WRONG))
        return ibis.cases((cells.is_blank(column), ibis.null("int64")), else_=told)
    return ibis.cases((column.isnull(), ibis.null("int64")), else_=whole(WRONG))


def code_of(question: Question, answer: Answer) -> int:
    """1 or 0 for yes or no; the place of an option among its question's, from 1."""
    if question.kind == "yes_no":
        return int(bool(answer))
    return [each.code for each in question.options].index(str(answer)) + 1


class RawAnswers(Columns):
    """The answers of a prepared table. What a row says means nothing where `any_refused` is true."""

    def __init__(
        self, table: Any, questions: Mapping[str, Question], spellings: dict[str, Spellings], day: int, engine: str
    ) -> None:
        super().__init__(table, questions)
        self.spellings = spellings
        self.day = day
        self.engine = engine

    def at(self, table: Any) -> RawAnswers:
        return RawAnswers(table, self.questions, self.spellings, self.day, self.engine)

    def raw(self, name: str) -> Any:
        """The column, prepared where it was left a text."""
        column, question = super().raw(name), self.questions[name]
        if _is_chosen(question) and column.type().is_string():
            return _chosen(column, question, self.spellings, self.engine)
        return column

    def value(self, name: str) -> Any:
        import ibis

        question = self.questions[name]
        if not self.has(name):
            return super().value(name)
        column = self.raw(name)
        if question.kind == "yes_no" and not column.type().is_boolean():
            return ibis.cases(
                (column == 1, ibis.literal(True)), (column == 0, ibis.literal(False)), else_=null("truth")
            )
        if question.kind == "option":
            lines = [(at, ibis.literal(each.code)) for at, each in enumerate(question.options, start=1)]
            return column.cases(*lines, else_=null("word"))
        return column

    def one_of(self, name: str, options: Iterable[str]) -> Any:
        question = self.questions[name]
        if not self.has(name):
            return super().one_of(name, options)
        codes = [each.code for each in question.options]
        return self.raw(name).isin([codes.index(each) + 1 for each in options if each in codes])

    def by_option(self, name: str, numbers: Mapping[str, int]) -> Any:
        if not self.has(name):
            return super().by_option(name, numbers)
        codes = [each.code for each in self.questions[name].options]
        lines = [(codes.index(option) + 1, wide(number)) for option, number in numbers.items() if option in codes]
        return self.raw(name).cases(*lines, else_=null("number")) if lines else null("number")

    def lookup(self, name: str, numbers: Mapping[Answer, int]) -> Any:
        """As in Columns, with the bit REFUSED for every answer that cannot be used."""
        import ibis

        if not self.has(name):
            return whole(numbers[None])
        question = self.questions[name]
        if _is_chosen(question) and super().raw(name).type().is_string():
            return self._of_text(super().raw(name), question, numbers)
        column = self.raw(name)
        match question.kind:
            case "yes_no" if column.type().is_boolean():
                return ibis.cases(
                    (column, whole(numbers[True])), (~column, whole(numbers[False])), else_=whole(numbers[None])
                )
            case "yes_no":
                told = [_BAD, numbers[False], numbers[True]]
            case "option":
                told = [_BAD, numbers[OTHER], *(numbers[each.code] for each in question.options)]
            case "birth":
                return upto(column, self._within_a_life(numbers))
            case _:
                return ibis.cases((column < 0, whole(_BAD)), else_=whole(0))
        return pick(told, column + (1 - WRONG), self.engine).fill_null(whole(numbers[None]))

    def _of_text(self, column: Any, question: Question, numbers: Mapping[Answer, int]) -> Any:
        """From the text to the number at once, which an engine can do for each different text of a column."""
        import ibis

        known = self.spellings.setdefault(question.name, Spellings(question)).known
        texts = list(known)
        found = pick([numbers[known[text]] for text in texts], place(texts, column), self.engine)
        return ibis.coalesce(found, ibis.cases((column.isnull(), whole(numbers[None])), else_=whole(_BAD)))

    def _within_a_life(self, numbers: Mapping[Answer, int]) -> dict[Answer, int]:
        """`numbers` by births, refusing those after the day and those that nobody believes."""
        keys = sorted(key for key in numbers if key is not None)
        inside = {key: numbers[key] for key in keys if self.oldest <= key < self.day}  # type: ignore[operator]
        at_day = next((numbers[key] for key in keys if key >= self.day), numbers[keys[-1]])  # type: ignore[operator]
        found: dict[Answer, int] = dict(inside.items())
        return found | {self.oldest - 1: _BAD, self.day: at_day, self.day + 1: _BAD, None: numbers[None]}

    @property
    def oldest(self) -> int:
        """The earliest birth that is believed."""
        return oldest(self.day)

    def refused(self, name: str) -> Any:
        """Whether the answer cannot be used; NULL or false where it can."""
        import ibis

        column = self.raw(name)
        if column.type().is_boolean():
            return ibis.literal(False)
        if self.questions[name].kind == "birth":
            return (column < self.oldest) | (column > self.day)
        return column < 0

    def outside(self, name: str) -> Any:
        """Whether the answer is a number that the form cannot hold; NULL or false where it is not."""
        return self.raw(name) == OUTSIDE

    def any_refused(self, names: Iterable[str]) -> Any:
        """Whether some answer of the row cannot be used; never NULL."""
        import ibis

        usable = [name for name in names if self.has(name) and not self.raw(name).type().is_boolean()]
        return (
            ibis.cases(*((self.refused(name), ibis.literal(True)) for name in usable), else_=ibis.literal(False))
            if usable
            else ibis.literal(False)
        )
