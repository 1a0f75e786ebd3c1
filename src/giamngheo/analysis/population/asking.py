"""Two raw tables before one standard: which questions they answer, how their cells are read, which rules come out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from giamngheo.analysis.population.answers import RawAnswers, prepared
from giamngheo.analysis.population.naming import ID
from giamngheo.analysis.population.spellings import Spellings
from giamngheo.standards.engines import ibis as engine
from giamngheo.standards.engines.columns import whole
from giamngheo.standards.engines.over_members import REFUSED, OverMembers
from giamngheo.standards.standard import Standard

STATUS, MEMBERS = "status_", "members_"
HOUSEHOLD_REFUSED, MEMBER_REFUSED, NO_HOUSEHOLD = 1, 2, 4
Sums = Callable[[RawAnswers], Mapping[str, Any]]  # numbers of a member, by name, to be added up over the household


@dataclass
class Asking:
    """One standard, and how raw cells are read for it. `spellings` is filled while texts are met."""

    standard: Standard
    engine: str = "duckdb"
    spellings: dict[str, Spellings] = field(default_factory=dict)

    def prepared(self, table: Any, *, texts: bool = True) -> Any:
        return prepared(table, self.standard.questions, self.spellings, self.engine, texts)

    def answers(self, table: Any) -> RawAnswers:
        """The answers of a prepared table."""
        return RawAnswers(table, self.standard.questions, self.spellings, self.standard.day_number, self.engine)

    def asked(self, table: Any, scope: str) -> list[str]:
        """The questions of that scope that the table has a column for."""
        return [name for name, each in self.standard.questions.items() if each.scope == scope and name in table.columns]


def ruled(
    asking: Asking,
    rules: Sequence[str],
    households: Any,
    members: Any,
    *,
    strangers: bool = True,
    where: Callable[[Any], Any] = lambda table: table,
    sums: Sums = lambda answers: {},
) -> Any:
    """The households with their prepared answers, a column for each rule, STATUS (0: can be judged), MEMBERS, `sums`.

    `strangers`: members of no household are rows too, with their mark. `where` leaves households out before they are
    judged.
    """
    over = OverMembers(asking.standard, engine.trees(asking.standard, rules))
    households, members = asking.prepared(households), asking.prepared(members, texts=False)
    summed = _summed(asking, over, members, sums)
    nobody = over.nobody | {name: 0 for name in summed.columns if name not in (ID, *over.nobody)}
    joined = (households.outer_join if strangers else households.left_join)(summed, ID)
    table = joined.mutate(
        known_=joined[ID].notnull(),
        **{ID: joined[ID].fill_null(joined[f"{ID}_right"]) if strangers else joined[ID]},
        **{name: joined[name].fill_null(whole(value)) for name, value in nobody.items()},
    ).drop(f"{ID}_right")
    table = where(table).view()
    told = engine.ruled(asking.standard, table, asking.answers(table), over, rules)
    return told.mutate(**{STATUS: _status(asking, told)})


def _summed(asking: Asking, over: OverMembers, members: Any, sums: Sums) -> Any:
    """As engine.summed, with the number of members and `sums` beside."""
    answers = asking.answers(members)
    words = {f"word_{at}": over.word(at, answers, asking.asked(members, "member") if at == 0 else ())
             for at in range(over.words)}  # fmt: skip
    more = dict(sums(answers))
    table = members.select(**{ID: members[ID]}, **words, **more).view()
    totals = {name: table[name].sum() for name in more}
    return table.group_by(ID).aggregate(
        **over.aggregates([table[name] for name in words]), **{MEMBERS: table.count()}, **totals
    )


def _status(asking: Asking, table: Any) -> Any:
    import ibis

    bad = asking.answers(table).any_refused(asking.asked(table, "household"))
    return (
        ibis.cases((bad, whole(HOUSEHOLD_REFUSED)), else_=whole(0))
        + ibis.cases(((table["word_0"] & whole(1 << REFUSED)) != whole(0), whole(MEMBER_REFUSED)), else_=whole(0))
        + ibis.cases((table["known_"], whole(0)), else_=whole(NO_HOUSEHOLD))
    )
