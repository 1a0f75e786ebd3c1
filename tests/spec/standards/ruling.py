"""A ruling on a household: what it answers, what a rule gives, and which answer would settle what is unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from giamngheo.standards import on
from giamngheo.standards.engines.in_memory import Value, World, evaluate
from giamngheo.standards.standard import Standard

TODAY = date(2026, 11, 24)
Answers = Mapping[str, Value]


@dataclass(frozen=True)
class Ruling:
    """`gives` None: refused. Then `settled` answers are added (about the household, or about member `settles`) and the
    rule must give `then`; without them, the law itself is missing and `lacks` names the concept that is absent.
    """

    ruling: str
    rule: str
    gives: Value
    household: Answers = field(default_factory=dict)
    members: Sequence[Answers] = ()
    day: date = TODAY
    province: str = ""
    person: int | None = None
    settled: Answers = field(default_factory=dict)
    settles: int | None = None
    then: Value = None
    lacks: str = ""

    def standard(self) -> Standard:
        return on(self.day, self.province)


def judge(ruling: Ruling, *, settled: bool = False, standard: Standard | None = None) -> Value:
    """What the rule gives the household, or person `ruling.person` of it; with the settling answers where asked.

    `standard` stands in for the law of the ruling's day.
    """
    law = standard or ruling.standard()
    household = dict(ruling.household)
    members = [dict(each) for each in ruling.members]
    if settled:
        (household if ruling.settles is None else members[ruling.settles]).update(ruling.settled)
    world = World(law, household, members)
    if ruling.person is None:
        return world.rule(ruling.rule)
    tree = law.rules.get(ruling.rule)
    return None if tree is None else evaluate(tree, world, members[ruling.person])
