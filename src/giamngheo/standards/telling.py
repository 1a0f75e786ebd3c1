"""A verdict in words, for the family it is about: what, why, by which article, and what is not certain.

Words come from the titles and labels of the release, so an old verdict is told in the words of its own standard.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from giamngheo.standards.reasons import Input, Reason, Threshold
from giamngheo.standards.release import Text
from giamngheo.standards.standard import Held, Standard
from giamngheo.standards.verdict import Verdict
from giamngheo.standards.wording import Language, answer, lowered, quantity, say


class Line(NamedTuple):
    """One line of the account. `depth` counts from 0; `holds` is the value of what it tells, None where unknown."""

    text: str
    depth: int = 0
    holds: bool | None = None


_CLASSES = {
    "poor": Text("Hộ nghèo", "Poor household"),
    "near_poor": Text("Hộ cận nghèo", "Near-poor household"),
    "not_poor": Text("Hộ không nghèo", "Not a poor household"),
    None: Text("Chưa kết luận được loại hộ", "The class cannot be said yet"),
}
_BY = Text("theo {title}, tính ngày {day}", "by the {title}, as of {day}")
_UNVERIFIED = Text("chưa đối chiếu văn bản", "not checked against the text")
_NO_ARTICLE = Text("chưa rõ điều", "article not seen")
_LINE = Text("mức", "line")
_NOT_DEPRIVED = Text("Không thiếu hụt", "Not deprived")
_UNKNOWN = Text("Chưa rõ", "Not known")
_NEEDS = Text("Cần trả lời thêm", "Answers needed")
_NEEDS_LAW = Text("Cần văn bản", "Text needed")
_TYPED = Text(
    "Điểm ghi từ phiếu giấy, không tính lại từ câu trả lời",
    "Scores copied from a paper form, not computed from answers",
)
_ASSUMED = Text("Giả định, không phải quy định", "An assumption, not the law")
_COUNTED = Text("số người được tính", "people counted")
_MEMBERS = Text("số người trong hộ", "people in the household")
_PERSON = Text("người thứ {number}", "person {number}")
_AT_LEAST = Text("{left} trong {total}, mức từ {right}", "{left} of {total}, line {right} or more")


def tell(
    verdict: Verdict, standard: Standard, *, language: Language = "vi", names: Sequence[str] = ()
) -> tuple[Line, ...]:
    """The account of a verdict; `names` are the members' in the order they were given, numbers stand in for none."""
    return tuple(_Teller(verdict, standard, language, names).lines())


class _Teller:
    """Puts one verdict in words of one language."""

    def __init__(self, verdict: Verdict, standard: Standard, language: Language, names: Sequence[str]) -> None:
        self.verdict, self.standard, self.language, self.names = verdict, standard, language, names

    def say(self, text: Text, **values: object) -> str:
        return say(text, self.language).format(**values)

    def lines(self) -> Iterator[Line]:
        title = lowered(say(self.standard.release.title, self.language))
        by = self.say(_BY, title=title, day=f"{self.verdict.day:%d/%m/%Y}")
        yield Line(f"{self.say(_CLASSES[self.verdict.household_class])}, {by}")
        for each in self.verdict.reasons.children:
            yield from self.reason(each, 1)
        yield from self.needs()
        if self.verdict.typed:
            yield Line(self.say(_TYPED), 1)
        if self.verdict.assumed:
            yield Line(f"{self.say(_ASSUMED)}: {self.titles(self.verdict.assumed)}", 1)

    def needs(self) -> Iterator[Line]:
        """What is missing for a class: answers, and texts of the law."""
        if self.verdict.missing:
            asked = (self.label(Input(each.question, None, member=each.member)) for each in self.verdict.missing)
            yield Line(f"{self.say(_NEEDS)}: {'; '.join(asked)}", 1)
        for each in self.verdict.refusals:
            held = self.standard.held.get(each.concept)
            absent = held.entry.absent if held else None
            where = self.citation(each.document, each.article, True)
            yield Line(f"{self.say(_NEEDS_LAW)}: {say(absent, self.language) if absent else where}", 1)

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
        for text, value in ((_NOT_DEPRIVED, False), (_UNKNOWN, None)):
            of_value = [each.concept for each in indicators if each.value is value]
            if of_value:
                yield Line(f"{self.say(text)}: {self.titles(of_value)}", depth + 1, value)

    def sentence(self, reason: Reason) -> str:
        held = self.standard.held[reason.concept]
        title = say(held.concept.title, self.language)
        said = held.concept.holds if reason.value is True else held.concept.fails if reason.value is False else None
        text = say(said, self.language) if said else title
        if reason.value is None and reason.concept not in self.standard.indicators:
            text = f"{self.say(_UNKNOWN)}: {lowered(title)}"
        if reason.concept in self.standard.indicators:
            text = f"{title}: {lowered(text)}" if said else title
        details = "; ".join(self.details(reason))
        cited = self.citation(reason.document, reason.article, reason.verified)
        return f"{text}{': ' + details if details else ''} ({cited})"

    def details(self, reason: Reason) -> list[str]:
        """The answers and the lines of a rule, without those of the rules below it."""
        found: list[str] = []
        for each in reason.children:
            if each.kind == "rule":
                continue
            if each.kind == "at_least":
                total = len(each.children)
                found.append(self.say(_AT_LEAST, left=each.left, total=total, right=each.right))
            elif each.kind == "members":
                found.extend([", ".join(self.person(member) for member in each.members)] if each.members else [])
                continue
            if each.kind == "compare":
                found.extend(self.compared(each, reason))
            else:
                found.extend(self.input(given) for given in each.inputs)
            if not _only_rules(each):
                found.extend(self.details(each))
        return list(dict.fromkeys(found))

    def compared(self, leaf: Reason, rule: Reason) -> Iterator[str]:
        """What was held against which line; ages only say who is counted, the rule's own sentence names them."""
        lines = [each for each in leaf.thresholds if self.held(each.concept).concept.unit != "years"]
        alone = len(leaf.inputs) == 1
        yield from (self.value(given) if alone else self.input(given) for given in leaf.inputs)
        yield from (self.line(each, rule.document) for each in lines)

    def input(self, given: Input) -> str:
        return f"{self.label(given)}: {self.value(given)}"

    def label(self, given: Input) -> str:
        if given.source == "count":
            return self.say(_MEMBERS if given.name == "members" else _COUNTED)
        if given.source == "rule":
            return say(self.held(given.name).concept.title, self.language)
        label = lowered(say(self.standard.questions[given.name].label, self.language))
        return label if given.member is None else f"{self.person(given.member)} – {label}"

    def value(self, given: Input) -> str:
        if given.source == "question":
            return answer(self.standard.questions[given.name], given.value, self.language)
        if given.value is None:
            return self.say(_UNKNOWN).lower()
        text = str(given.value)
        if given.source == "count" and given.name != "members" and given.members:
            return f"{text} ({', '.join(self.person(each) for each in given.members)})"
        unit = self.held(given.name).concept.gives if given.source == "rule" else None
        return quantity(int(given.value), unit, self.language) if unit else text

    def line(self, threshold: Threshold, document: str) -> str:
        """The line, with its own document where that is not the rule's: a province's line in a national rule."""
        unit = self.held(threshold.concept).concept.unit
        unknown = self.say(_UNKNOWN).lower()
        value = unknown if threshold.value is None else quantity(threshold.value, unit, self.language)
        marks = [] if threshold.document == document else [threshold.document]
        marks += [] if threshold.verified else [self.say(_UNVERIFIED)]
        return f"{self.say(_LINE)} {value}{' (' + '; '.join(marks) + ')' if marks else ''}"

    def citation(self, document: str, article: str, verified: bool) -> str:
        where = f"{article}, {document}" if article else f"{document}, {self.say(_NO_ARTICLE)}"
        return where if verified else f"{where}; {self.say(_UNVERIFIED)}"

    def titles(self, concepts: Sequence[str]) -> str:
        return ", ".join(lowered(say(self.held(each).concept.title, self.language)) for each in concepts)

    def person(self, member: int) -> str:
        name = self.names[member] if member < len(self.names) else ""
        return name or self.say(_PERSON, number=member + 1)

    def held(self, concept: str) -> Held:
        return self.standard.held[concept]


def _rules(reason: Reason) -> Iterator[Reason]:
    """The rules directly below, through groups that have no sentence of their own."""
    for each in reason.children:
        if each.kind == "rule":
            yield each
        elif each.kind != "members":
            yield from _rules(each)


def _only_rules(reason: Reason) -> bool:
    return all(each.kind == "rule" for each in reason.children)
