"""What was read and what it was held against, in words: answers, scores, counts of people, lines, citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giamngheo.standards.phrases import COUNTED, LINE, MEMBERS, PERSON, ROSTER, UNKNOWN, UNVERIFIED
from giamngheo.standards.reasons import Input, Reason, Threshold
from giamngheo.standards.release import Concept
from giamngheo.standards.standard import Standard
from giamngheo.standards.wording import Language, answer, lowered, quantity, say


class Inputs:
    """Names the parts of reasons of one standard in one language; `names` are the members' in the order given."""

    def __init__(self, standard: Standard, language: Language, names: Sequence[str]) -> None:
        self.standard, self.language, self.names = standard, language, names

    def concept(self, name: str) -> Concept | None:
        held = self.standard.held.get(name)
        if held is not None:
            return held.concept
        return next((each for each in self.standard.release.concepts if each.concept == name), None)

    def title(self, name: str) -> str:
        """Title of a concept, or label of a question."""
        concept = self.concept(name)
        if concept is not None:
            return say(concept.title, self.language)
        question = self.standard.questions.get(name)
        return say(question.label, self.language) if question else name

    def titles(self, names: Sequence[str]) -> str:
        return ", ".join(lowered(self.title(each)) for each in names)

    def person(self, member: int) -> str:
        name = self.names[member] if member < len(self.names) else ""
        return name or say(PERSON, self.language).format(number=member + 1)

    def citation(self, document: str, article: str) -> str:
        """ "Điều 3 Nghị định 07/2021/NĐ-CP"."""
        card = self.standard.card
        if card is not None and document == card.key:
            return say(card.title, self.language)
        known = self.standard.documents.get(document)
        kind = f"{say(known.kind, self.language)} " if known else ""
        return f"{article} {kind}{document}" if article else f"{kind}{document}"

    def label(self, given: Input) -> str:
        if given.source == "count":
            told = ROSTER if given.value is None else MEMBERS if given.name == "members" else COUNTED
            return say(told, self.language)
        label = lowered(self.title(given.name))
        return label if given.member is None else f"{self.person(given.member)} – {label}"

    def value(self, given: Input) -> str:
        if given.source == "question":
            return lowered(answer(self.standard.questions[given.name], given.value, self.language))
        if given.value is None:
            return lowered(say(UNKNOWN, self.language))
        if given.source == "count" and given.name != "members" and given.members:
            return f"{given.value} ({', '.join(self.person(each) for each in given.members)})"
        concept = self.concept(given.name) if given.source == "rule" else None
        unit = concept.gives if concept else None
        return quantity(int(given.value), unit, self.language) if unit else str(given.value)

    def given(self, given: Input) -> str:
        return f"{self.label(given)}: {self.value(given)}"

    def compared(self, leaf: Reason, rule: Reason) -> Iterator[str]:
        """What was held against which line. Ages only say who is counted: the rule's own sentence names them."""
        lines = [each for each in leaf.thresholds if (found := self.concept(each.concept)) and found.unit != "years"]
        alone = len(leaf.inputs) == 1
        for given in leaf.inputs:
            if not (alone and given.value is None):
                yield self.value(given) if alone else self.given(given)
        yield from (self.line(each, rule.document) for each in lines)

    def line(self, threshold: Threshold, document: str) -> str:
        """The line, with its own document where that is not the rule's: a province's line in a national rule."""
        concept = self.concept(threshold.concept)
        unknown = lowered(say(UNKNOWN, self.language))
        known = threshold.value is not None and concept is not None
        value = quantity(threshold.value or 0, concept.unit, self.language) if known and concept else unknown
        marks = [] if threshold.document == document else [self.citation(threshold.document, threshold.article)]
        marks += [] if threshold.verified else [say(UNVERIFIED, self.language)]
        return say(LINE, self.language).format(value=value) + (f" ({'; '.join(marks)})" if marks else "")

    def who(self, reason: Reason) -> Iterator[str]:
        """The members who settle a condition, each with the choices that do."""
        for each in reason.children:
            choices = [self.value(given) for given in _inputs(each) if self._is_choice(given)]
            for member in each.members:
                yield self.person(member) + (f" ({', '.join(dict.fromkeys(choices))})" if choices else "")

    def _is_choice(self, given: Input) -> bool:
        asked = self.standard.questions.get(given.name) if given.source == "question" else None
        return asked is not None and asked.kind == "option" and given.value not in (None, "none")


def _inputs(reason: Reason) -> Iterator[Input]:
    yield from reason.inputs
    for each in reason.children:
        yield from _inputs(each)
