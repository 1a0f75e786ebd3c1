"""A standard as it stands on one day in one place: a value for every concept, national or the province's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

import msgspec

from giamngheo.standards.nodes import AnyNode, Field, MemberField, Parameter, Ref, walk
from giamngheo.standards.release import Concept, Document, Entry, Layer, Period, Question, Release, Text


class Held(NamedTuple):
    """A concept with the entry in force."""

    concept: Concept
    entry: Entry


class Reading(NamedTuple):
    """What a node reads, itself and below: numbers of the law, other rules and questions by name."""

    parameters: tuple[Parameter, ...]
    rules: tuple[str, ...]
    questions: tuple[str, ...]


class CardUsed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The scorecard by which a standard sums B1, as a verdict keeps it.

    `digest` is the SHA-256 of the card's content; `verified`: signed against the official text, and no demonstration.
    """

    id: str
    version: int
    digest: str
    title: Text
    verified: bool

    @property
    def key(self) -> str:
        """ "b1-2022.3": what a card that nobody signed is cited as."""
        return f"{self.id}.{self.version}"


class Standard:
    """Resolved for `day` and `province`; do not change it. Made by `standards.on` and `standards.by_key`."""

    def __init__(
        self,
        release: Release,
        day: date,
        province: str,
        held: Mapping[str, Held],
        assumed: tuple[str, ...] = (),
        card: CardUsed | None = None,
    ) -> None:
        self.release = release
        self.day = day
        self.province = province
        self.held = dict(held)
        self._readings: dict[int, Reading] = {}  # by identity: the nodes live as long as the standard
        self.assumed = assumed  # concepts that somebody changed to ask "what if"; empty for the law itself
        self.card = card  # the scorecard that was applied; the law itself has none

    def changed(
        self, entries: Mapping[str, Entry], questions: Iterable[Question] = (), concepts: Iterable[Concept] = ()
    ) -> Standard:
        """A copy in which those concepts hold other entries and more questions may be read; never the law any more.

        A concept the standard's release does not know (another standard's indicator) is given in `concepts`.
        Raises KeyError for one that is in neither.
        """
        release, held = self._with(entries, questions, concepts)
        return Standard(release, self.day, self.province, held, (*self.assumed, *entries), self.card)

    def with_card(
        self,
        card: CardUsed,
        entries: Mapping[str, Entry],
        questions: Iterable[Question],
        documents: Iterable[Document] = (),
    ) -> Standard:
        """A copy that sums B1 by a loaded scorecard: no assumption, but verdicts name the card."""
        release, held = self._with(entries, questions)
        release = msgspec.structs.replace(release, documents=(*release.documents, *documents))
        return Standard(release, self.day, self.province, held, self.assumed, card)

    def _with(
        self, entries: Mapping[str, Entry], questions: Iterable[Question], concepts: Iterable[Concept] = ()
    ) -> tuple[Release, dict[str, Held]]:
        known = {each.concept: each for each in (*concepts, *self.release.concepts)}
        held = self.held | {name: Held(known[name], entry) for name, entry in entries.items()}
        names = {each.name for each in self.release.questions}
        more = tuple(each for each in questions if each.name not in names)
        return msgspec.structs.replace(self.release, questions=(*self.release.questions, *more)), held

    @property
    def key(self) -> str:
        return self.release.key

    @cached_property
    def layer(self) -> Layer | None:
        """The province's own standard on that day, None where it has none that is known of."""
        mine = (each for each in self.release.layers if each.province == self.province and each.covers(self.day))
        return next(mine, None) if self.province else None

    @cached_property
    def period(self) -> Period | None:
        """The period the day lies in; None for a day that a stored verdict was judged on outside of all."""
        return next((each for each in self.release.periods if each.start <= self.day <= each.end), None)

    @cached_property
    def day_number(self) -> int:
        """The day as YYYYMMDD."""
        return self.day.year * 10000 + self.day.month * 100 + self.day.day

    @cached_property
    def parameters(self) -> dict[str, int | dict[str, int] | None]:
        """Number of every number concept, or its numbers by area; None where absent."""
        return {
            name: each.entry.number if each.entry.number is not None else each.entry.by_area
            for name, each in self.held.items()
            if each.concept.is_number
        }

    @cached_property
    def rules(self) -> dict[str, AnyNode]:
        """Tree of every rule that is known; rules that are absent are not in it."""
        return {name: each.entry.rule for name, each in self.held.items() if each.entry.rule is not None}

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by name; household and member names never collide."""
        return {each.name: each for each in self.release.questions}

    @cached_property
    def documents(self) -> dict[str, Document]:
        return {each.symbol: each for each in self.release.documents}

    @cached_property
    def indicators(self) -> tuple[str, ...]:
        """Names of the deprivation indicators in the order of the certificate; empty where the list is absent."""
        held = self.held.get("deprivation_indicators")
        return held.entry.names or () if held else ()

    def reading(self, node: AnyNode) -> Reading:
        """Numbers and rules that a node of this standard reads, found once."""
        found = self._readings.get(id(node))
        if found is None:
            below = walk(node)
            parameters = {each.name: each for each in below if isinstance(each, Parameter)}
            rules = {each.name: None for each in below if isinstance(each, Ref)}
            asked = {each.name: None for each in below if isinstance(each, Field | MemberField)}
            found = self._readings[id(node)] = Reading(tuple(parameters.values()), tuple(rules), tuple(asked))
        return found

    def reads(self, name: str) -> frozenset[str]:
        """Names of the questions that rule `name` reads, through the rules it refers to; "area" for numbers by area."""
        return self._reads.get(name, frozenset())

    @cached_property
    def _reads(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}

        def of(name: str) -> frozenset[str]:
            if name not in found:
                names: set[str] = set()
                for node in walk(self.rules[name]) if name in self.rules else ():
                    if isinstance(node, Ref):
                        names |= of(node.name)
                    elif isinstance(node, Field | MemberField):
                        names.add(node.name)
                    elif isinstance(node, Parameter) and isinstance(self.parameters.get(node.name), dict):
                        names.add("area")
                found[name] = frozenset(names)
            return found[name]

        for name in self.rules:
            of(name)
        return found


def resolve(release: Release, day: date, province: str = "") -> Standard:
    """The release on that day in that province: concept by concept the province's entry, else the national one."""
    held: dict[str, Held] = {}
    for concept in release.concepts:
        entries = [each for each in concept.entries if each.covers(day) and each.province in ("", province)]
        if entries:
            held[concept.concept] = Held(concept, max(entries, key=lambda each: each.province))
    return Standard(release, day, province, held)
