"""A verdict in words, for the family it is about: what, why, by which article, and what is not certain.

Words come from the titles and labels of the release, so an old verdict is told in the words of its own standard.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from giamngheo.standards.describing_inputs import Inputs
from giamngheo.standards.phrases import (
    AND_TYPED,
    ASSUMED,
    AT_LEAST,
    BY,
    CARD,
    CLASSES,
    LOCAL,
    NEEDS,
    NEEDS_LAW,
    NO,
    NO_ARTICLE,
    NOT_DEPRIVED,
    SIGNED,
    TYPED,
    UNKNOWN,
    UNSIGNED,
    UNVERIFIED,
    UNVERIFIED_LIST,
    YES,
)  # fmt: skip
from giamngheo.standards.reasons import Input, Reason
from giamngheo.standards.release import Text
from giamngheo.standards.standard import Standard
from giamngheo.standards.verdict import Decision, Missing, Verdict
from giamngheo.standards.wording import Language, lowered, say


class Line(NamedTuple):
    """One line of the account. `depth` counts from 0; `holds` is the value of what it tells, None where unknown."""

    text: str
    depth: int = 0
    holds: bool | None = None


def tell(
    verdict: Verdict | Decision,
    standard: Standard,
    *,
    language: Language = "vi",
    names: Sequence[str] = (),
    cited: bool = True,
) -> tuple[Line, ...]:
    """The account of a verdict; `names` are the members' in the order they were given, numbers stand in for none.

    Without `cited` no sentence names its article: for a sheet too small for it, whose first line names the standard.
    """
    return tuple(_Teller(verdict, standard, language, names, cited=cited).lines())


class _Teller:
    """Puts one verdict in words of one language."""

    def __init__(
        self, verdict: Verdict | Decision, standard: Standard, language: Language, names: Sequence[str], *, cited: bool
    ) -> None:
        self.verdict, self.standard, self.language, self.cited = verdict, standard, language, cited
        self.inputs = Inputs(standard, language, names)

    def say(self, text: Text, **values: object) -> str:
        return say(text, self.language).format(**values)

    def lines(self) -> Iterator[Line]:
        yield Line(f"{self.result()}, {self.standard_named()}")
        for note in self.cautions():
            yield Line(note, 1)
        if isinstance(self.verdict, Decision):
            yield from self.reason(self.verdict.reasons, 1)
        else:
            for each in self.verdict.reasons.children:
                yield from self.reason(each, 1)
        yield from self.needs()
        yield from self.marks()

    def result(self) -> str:
        if isinstance(self.verdict, Verdict):
            return self.say(CLASSES[self.verdict.household_class])
        title = self.inputs.title(self.verdict.rule)
        who = "" if self.verdict.member is None else f"{self.inputs.person(self.verdict.member)} – "
        value = self.verdict.value
        said = UNKNOWN if value is None else YES if value is True else NO if value is False else None
        return f"{who}{title}: {lowered(self.say(said)) if said else value}"

    def standard_named(self) -> str:
        """The standard, the text that puts it in force on the day, and the way of classing."""
        period, reason = self.standard.period, self.verdict.reasons
        title = lowered(say(self.standard.release.title, self.language))
        cited = self.inputs.citation(period.citation.document, period.citation.article) if period else ""
        by = self.say(BY, title=f"{title} ({cited})" if cited else title, day=f"{self.verdict.day:%d/%m/%Y}")
        if isinstance(self.verdict, Decision) or reason.kind != "rule":
            return by
        way = lowered(self.inputs.title(reason.concept))
        mark = "" if reason.verified else f"; {self.say(UNVERIFIED)}"
        return f"{by}; {way} ({self.inputs.citation(reason.document, reason.article)}{mark})"

    def cautions(self) -> Iterator[str]:
        """The province's own standard, and what was not seen about it or about the period."""
        layer, period = self.standard.layer, self.standard.period
        if layer is not None:
            yield self.say(LOCAL, title=say(layer.title, self.language))
        for note in (layer.open if layer else None, period.note if period else None):
            if note is not None:
                yield say(note, self.language)

    def needs(self) -> Iterator[Line]:
        """What is missing for a class: answers, and texts of the law."""
        typed = [each for each in self.verdict.missing if each.question.endswith("_typed")]
        asked = [each for each in self.verdict.missing if each not in typed]
        if asked or typed:
            text = "; ".join(self.asked(each) for each in asked or typed)
            either = self.say(AND_TYPED, typed=", ".join(self.asked(each) for each in typed)) if asked and typed else ""
            yield Line(f"{self.say(NEEDS)}: {text}{either}", 1)
        for text in dict.fromkeys(
            self.absent(each.concept, each.document, each.article) for each in self.verdict.refusals
        ):
            yield Line(f"{self.say(NEEDS_LAW)}: {text}", 1)

    def asked(self, missing: Missing) -> str:
        source = "count" if missing.question == "members" else "question"
        return self.inputs.label(Input(missing.question, None, source, missing.member))  # type: ignore[arg-type]

    def absent(self, concept: str, document: str, article: str) -> str:
        held = self.standard.held.get(concept)
        absent = held.entry.absent if held else None
        return say(absent, self.language) if absent else self.inputs.citation(document, article)

    def marks(self) -> Iterator[Line]:
        """What of the verdict is less than the law read: remembered parts, copied scores, assumptions."""
        named = [each for each in self.verdict.unverified if each != "local_standard"]
        if named:
            yield Line(f"{self.say(UNVERIFIED_LIST)}: {self.inputs.titles(named)}", 1)
        if self.cited and any(not part.article for part in _cited(self.verdict.reasons)):
            yield Line(self.say(NO_ARTICLE), 1)
        if self.verdict.typed:
            yield Line(self.say(TYPED), 1)
        card = self.verdict.scorecard
        if card is not None:
            mark = self.say(SIGNED if card.verified else UNSIGNED)
            yield Line(self.say(CARD, title=say(card.title, self.language), version=card.version) + mark, 1)
        if self.verdict.assumed:
            yield Line(f"{self.say(ASSUMED)}: {self.inputs.titles(self.verdict.assumed)}", 1)

    def reason(self, reason: Reason, depth: int) -> Iterator[Line]:
        """A rule as one line with what was read, the rules below it one step further in."""
        if reason.kind != "rule":
            for each in reason.children:
                yield from self.reason(each, depth)
            return
        below = list(_rules(reason))
        holds = reason.value if isinstance(reason.value, bool) else None
        if len(below) == 1 and not self.details(reason):
            yield from self.reason(below[0], depth)  # a rule that only passes another on adds nothing for a reader
            return
        yield Line(self.sentence(reason), depth, holds)
        indicators = [each for each in below if each.concept in self.standard.indicators]
        for each in below:
            if each not in indicators or each.value is True:
                yield from self.reason(each, depth + 1)
        for text, value in ((NOT_DEPRIVED, False), (UNKNOWN, None)):
            of_value = [each.concept for each in indicators if each.value is value]
            if of_value:
                yield Line(f"{self.say(text)}: {self.inputs.titles(of_value)}", depth + 1, value)

    def sentence(self, reason: Reason) -> str:
        concept = self.standard.held[reason.concept].concept
        title = say(concept.title, self.language)
        said = concept.holds if reason.value is True else concept.fails if reason.value is False else None
        text = say(said, self.language) if said else title
        if reason.concept in self.standard.indicators:
            text = f"{title}: {lowered(text)}" if said else title
        elif reason.value is None:
            text = f"{self.say(UNKNOWN)}: {lowered(title)}"
        details = "; ".join(self.details(reason))
        found = f"{text}{' – ' + details if details else ''}"
        marks = [self.inputs.citation(reason.document, reason.article)] if self.cited else []
        marks += [] if reason.verified else [self.say(UNVERIFIED)]
        return f"{found} ({'; '.join(marks)})" if marks else found

    def details(self, reason: Reason, rule: Reason | None = None) -> list[str]:
        """The answers and the lines of a rule, without those of the rules below it."""
        found: list[str] = []
        rule = rule or reason
        for each in reason.children:
            if each.kind == "rule":
                continue
            if each.kind == "members":
                found.extend(self.inputs.who(each))
                continue
            if each.kind == "at_least":
                found.append(self.at_least(each, rule))
            elif each.kind == "compare":
                found.extend(self.inputs.compared(each, rule))
                continue
            found.extend(self.inputs.given(given) for given in each.inputs)
            if not all(part.kind == "rule" for part in each.children):
                found.extend(self.details(each, rule))
        return list(dict.fromkeys(found))

    def at_least(self, counted: Reason, rule: Reason) -> str:
        line = self.inputs.line(counted.thresholds[0], rule.document) if counted.thresholds else counted.right
        return self.say(AT_LEAST, left=counted.left, total=len(counted.children), line=line)


def _rules(reason: Reason) -> Iterator[Reason]:
    """The rules directly below, through groups that have no sentence of their own."""
    for each in reason.children:
        if each.kind == "rule":
            yield each
        elif each.kind != "members":
            yield from _rules(each)


def _cited(reason: Reason) -> Iterator[Reason]:
    if reason.document:
        yield reason
    for each in reason.children:
        yield from _cited(each)
