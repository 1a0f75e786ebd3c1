"""Any, All and Count over millions of members: one whole number a member, joined bit by bit over each household.

Every alternative of every condition has two bits, "certainly holds" and "may hold" (not certainly not). The word of a
member is
the AND over its answers of what each answer leaves possible, so one look-up an answer serves all conditions together.
The bits of a household are the OR over its members. Any is then true when a bit of "certainly" is set, unknown when
only "may" is; All is that nobody is otherwise. Count counts the members with either bit: where both counts differ,
it is unknown. Words are kept upside down (OR of what each answer rules out) until the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Any as Expression
from typing import NamedTuple

from giamngheo.standards import nodes as n
from giamngheo.standards.engines.columns import Columns, null, truth_number, whole
from giamngheo.standards.engines.conditions import alternatives, answers_of, is_simple, reads, values
from giamngheo.standards.engines.expressions import Scope, expression
from giamngheo.standards.standard import Standard

LANES = 30  # alternatives in one word: 60 bits of 64
REFUSED = 62  # a bit for whoever reads raw answers: some answer of the member cannot be used
EVERYONE = n.Constant(True)
Over = n.Any | n.All | n.Count


class Place(NamedTuple):
    """Where one alternative stands: which word, and its two bits."""

    word: int
    certain: int
    possible: int


class OverMembers:
    """The conditions over members in `trees`, laid out in words. `names` are the columns of the aggregate."""

    def __init__(self, standard: Standard, trees: Iterable[n.AnyNode]) -> None:
        self.standard = standard
        self.parts: list[tuple[Place, n.AnyNode]] = []
        self.places: dict[n.AnyNode, list[Place]] = {}
        self.counts: dict[n.AnyNode, int] = {}
        for node in (each for tree in trees for each in n.walk(tree)):
            if isinstance(node, n.Count):
                if node.where != EVERYONE:
                    self._place(node.where)
                self.counts.setdefault(node.where, len(self.counts))
            elif isinstance(node, n.Any | n.All):
                self._place(_negative(node))

    def _place(self, where: n.AnyNode) -> None:
        if where in self.places:
            return
        self.places[where] = []
        for alternative in alternatives(where, self.standard):
            word, lane = divmod(sum(map(len, self.places.values())), LANES)
            place = Place(word, 1 << (2 * lane), 2 << (2 * lane))
            self.places[where].append(place)
            self.parts += [(place, part) for part in alternative]

    @property
    def words(self) -> int:
        return max(1, -(-sum(map(len, self.places.values())) // LANES))

    def word(self, at: int, columns: Columns, also: Iterable[str] = ()) -> Expression:
        """Word `at` of every member; `also` are questions to look up whatever they say, for the REFUSED bit."""
        mine = [(place, part) for place, part in self.parts if place.word == at]
        by_question: dict[str, list[tuple[Place, n.AnyNode]]] = {name: [] for name in also}
        terms, always = [], 0
        for place, part in mine:
            if not is_simple(part, self.standard):
                terms.append(_ruled_out_whole(place, part, columns, self.standard))
            elif reads(part):
                by_question.setdefault(min(reads(part)), []).append((place, part))
            else:
                always |= _ruled_out(place, values(part, self.standard, {None: None})[None])
        for name, parts in by_question.items():
            terms.append(self._looked_up(name, parts, columns))
        mask = sum(place.certain | place.possible for places in self.places.values() for place in places
                   if place.word == at)  # fmt: skip
        return reduce(lambda a, b: a | b, [*terms, whole(always)]) ^ whole(mask)

    def _looked_up(self, name: str, parts: list[tuple[Place, n.AnyNode]], columns: Columns) -> Expression:
        answers = answers_of(self.standard.questions[name], [part for _, part in parts], self.standard)
        numbers = dict.fromkeys(answers, 0)
        for place, part in parts:
            for answer, value in values(part, self.standard, answers).items():
                numbers[answer] |= _ruled_out(place, value)
        return columns.lookup(name, numbers)

    def aggregates(self, words: list[Expression]) -> dict[str, Expression]:
        """What to compute by household of the members' words, by column name."""
        found = {f"word_{at}": bit_or()(word) for at, word in enumerate(words)}
        for where, at in self.counts.items():
            if where == EVERYONE:
                found[f"certain_{at}"] = words[0].count()
                continue
            for which in ("certain", "possible"):
                masks = self._masks(where, which)
                ours = [(words[word] & whole(mask)) != whole(0) for word, mask in masks.items()]
                found[f"{which}_{at}"] = _one_where(reduce(lambda a, b: a | b, ours)).count()
        return found

    @property
    def names(self) -> list[str]:
        return [f"word_{at}" for at in range(self.words)] + [
            f"{which}_{at}"
            for where, at in self.counts.items()
            for which in ("certain", "possible")
            if where != EVERYONE or which == "certain"
        ]

    @property
    def nobody(self) -> dict[str, int]:
        """The aggregates of a household of which nobody is listed: every condition may hold, none certainly does."""
        found = dict.fromkeys(self.names, 0)
        for place in (place for places in self.places.values() for place in places):
            found[f"word_{place.word}"] |= place.possible
        return found | {name: 1 for name in found if name.startswith("possible_")}

    def _masks(self, where: n.AnyNode, which: str) -> dict[int, int]:
        masks: dict[int, int] = {}
        for place in self.places[where]:
            masks[place.word] = masks.get(place.word, 0) | getattr(place, which)
        return masks

    def value(self, node: Over, row: Expression) -> Expression:
        """The node for a household whose aggregates are the columns of `row` (`nobody` where no members are listed)."""
        import ibis

        if isinstance(node, n.Count):
            at = self.counts[node.where]
            if node.where == EVERYONE:
                listed = row[f"certain_{at}"]
                return ibis.cases((listed > whole(0), listed), else_=null("number"))
            certain, possible = row[f"certain_{at}"], row[f"possible_{at}"]
            return ibis.cases((certain == possible, certain), else_=null("number"))
        where = _negative(node)
        some, may = (
            reduce(
                lambda a, b: a | b, [(row[f"word_{word}"] & whole(mask)) != whole(0) for word, mask in masks.items()]
            )
            for masks in (self._masks(where, "certain"), self._masks(where, "possible"))
        )
        found = isinstance(node, n.Any)
        return ibis.cases((some, ibis.literal(found)), (may, null("truth")), else_=ibis.literal(not found))


def _negative(node: n.Any | n.All) -> n.AnyNode:
    """Of whom one is enough: all are, when nobody is otherwise."""
    return node.where if isinstance(node, n.Any) else n.Not(node.where)


def _ruled_out(place: Place, value: bool | None) -> int:
    return 0 if value else place.certain if value is None else place.certain | place.possible


def _ruled_out_whole(place: Place, part: n.AnyNode, columns: Columns, standard: Standard) -> Expression:
    holds = expression(part, Scope(standard, member=columns), "truth")
    return truth_number(holds, ~holds, {each: _ruled_out(place, each) for each in (True, False, None)})


def _one_where(condition: Expression) -> Expression:
    import ibis

    return ibis.cases((condition, whole(1)), else_=ibis.null("int64"))


def bit_or() -> Expression:
    """The engines' own aggregate of that name; Ibis knows it for DuckDB and not for Spark."""
    import ibis

    @ibis.udf.agg.builtin(name="bit_or", signature=(("int64",), "int64"))
    def aggregate(word: int) -> int:  # type: ignore[empty-body]
        """Bits that are set in some word."""

    return aggregate
