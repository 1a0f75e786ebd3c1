"""Puts a question to a population, household by household, in plain Python."""

from __future__ import annotations

from collections.abc import Iterable

from giamngheo.analysis.population.household import Answers, Household, Value
from giamngheo.analysis.whatif.judging import KNOWN, Cause, Compared, Verdict, judge
from giamngheo.analysis.whatif.outcome import Moves, Outcome
from giamngheo.analysis.whatif.question import NOT_LAW, Pair, Question, sides
from giamngheo.analysis.whatif.reasons import crossed, reasons
from giamngheo.analysis.whatif.support import AVERAGE, NO_RULE, Prices
from giamngheo.foundation.findings import Bilingual
from giamngheo.standards import nodes as n
from giamngheo.standards.engines.in_memory import World
from giamngheo.standards.standard import Standard

_SUPPORT = Bilingual(
    "Chính sách hỗ trợ: đếm mọi người của hộ, không trừ người đã được hỗ trợ mức cao hơn theo nhóm khác; mức tính theo "
    "văn bản có hiệu lực ở ngày so sánh, cho cả hai bên",
    "Support: everybody of a household is counted, also those who draw a higher support from another group; amounts "
    "are those in force on the other day, for both sides",
)


def ask(
    population: Iterable[Household],
    question: Question,
    *,
    by: str = "",
    prices: Prices = Prices(),  # noqa: B008 frozen
) -> Outcome:
    """The outcome. `by`: a column of the place or a question about the household. Raises FindingError WHATIF-OPTION."""
    outcome = begun(question, by, prices)
    for household in population:
        _count(outcome, household)
    return ended(outcome)


def read_by(outcome: Outcome) -> tuple[str, ...]:
    """The questions whose answers decide classes under either standard."""
    rules = ("class_by_income", "class_by_points")
    asked = [standard for pair in _pairs(outcome) for standard in pair]
    return tuple(sorted({name for standard in asked for rule in rules for name in standard.reads(rule)}))


def _pairs(outcome: Outcome) -> list[Pair]:
    """Every pair before which a household may stand."""
    return [outcome.sides.of(""), *(outcome.sides.provinces[code] for code in outcome.sides.own)]


def begun(question: Question, by: str, prices: Prices) -> Outcome:
    """An outcome in which nobody is counted yet."""
    outcome = Outcome(question, sides(question), by, prices)
    _note_absent(outcome)
    return outcome


def ended(outcome: Outcome) -> Outcome:
    """The outcome with what it assumed and what is not verified, now that everybody is counted."""
    outcome.assumed = [*_how(outcome), *outcome.sides.assumed]
    outcome.unverified = _unverified(outcome)
    return outcome


def compared(outcome: Outcome, household: Household) -> tuple[Compared, World, World]:
    """A household under both standards, and the worlds in which it was judged."""
    province = household.place.get("province", "").strip()
    pair = outcome.sides.of(province)
    base, before = judge(pair.base, household.answers, household.members, decided=True)
    members = insured(household, base.state, outcome.question)
    other, after = judge(pair.other, household.answers, members, decided=False)
    line = crossed(before, after) if base.state != other.state else None
    names = outcome.sides.name(province, "base"), outcome.sides.name(province, "other")
    return Compared(household, base, other, reasons(base, before, other, after), line, names), before, after


def _count(outcome: Outcome, household: Household) -> None:
    found, before, after = compared(outcome, household)
    base, other = found.base, found.other
    outcome.layers[outcome.sides.code(household.place.get("province", "").strip())] += 1
    outcome.ways["base", base.way] += 1
    outcome.ways["other", other.way] += 1
    recognised = household.answers.get("recognised_class")
    outcome.differs += recognised is not None and base.state in KNOWN and recognised != base.state
    cell = (base.state, other.state)
    group = _group(household.place.get(outcome.by), household.answers.get(outcome.by))
    for moves in (outcome.moves, outcome.groups.setdefault(group, Moves.none())) if outcome.by else (outcome.moves,):
        moves.households[cell] += 1
        moves.people[cell] += household.people
    for side, verdict, world in (("base", base, before), ("other", other, after)):
        outcome.counts[side].add(verdict.state, household)
        if verdict.cause is not None:
            outcome.unknown[side][verdict.cause] += 1
        _average(outcome, side, verdict, world, household)
    if base.state != other.state:
        outcome.changes.append(found)


def _group(place: str | None, answer: Value) -> str:
    if place is not None:
        return place
    return "–" if answer is None else str(int(answer)) if isinstance(answer, bool) else str(answer)


def insured(household: Household, state: str, question: Question) -> list[Answers]:
    """The members, all insured where the question says so of households in that state today."""
    if "all" in question.insured or state in question.insured:
        return [{**each, "insured": True} for each in household.members]
    return household.members


def _average(outcome: Outcome, side: str, verdict: Verdict, world: World, household: Household) -> None:
    """Farming households between the line and the upper line: not poor, and entitled all the same."""
    if verdict.state != "not_poor":
        return
    if AVERAGE not in world.standard.rules:
        outcome.counts[side].add(NO_RULE, household)
    elif world.rule(AVERAGE):
        outcome.average[side] += 1
        outcome.counts[side].add(AVERAGE, household)


def _note_absent(outcome: Outcome) -> None:
    """Whether a side has no rule for households of average living standard, and which text would give it."""
    for side in ("base", "other"):
        standard = getattr(outcome.sides, side)
        if AVERAGE in standard.rules:
            continue
        outcome.counts[side].absent.add(AVERAGE)
        line = standard.held.get("average_living_line")
        if side == "other" and line is not None and line.entry.absent is not None:
            text = line.entry.absent
            source = line.entry.citation.text()
            outcome.average_unknown = Cause("absent", line.concept.concept, Bilingual(text.vi, text.en), source)


def _how(outcome: Outcome) -> list[Bilingual]:
    """How both sides were judged, in words."""
    told = [
        Bilingual(
            "Cả hai bên xếp loại theo thu nhập bình quân và số chỉ số thiếu hụt (điểm B1 không dùng được cho cả hai)",
            "Both sides are judged by income per person and deprivations (B1 points do not serve both)",
        )
    ]
    points, decided = outcome.ways["base", "points"], outcome.ways["base", "recognised"]
    if points:
        told.append(Bilingual(f"{points} hộ chưa có thu nhập: hôm nay xếp theo điểm B1, B2",
                              f"{points} households without income: today by B1 and B2"))  # fmt: skip
    if decided:
        told.append(
            Bilingual(
                f"{decided} hộ chưa có thu nhập và điểm: hôm nay lấy loại đang được công nhận",
                f"{decided} households without income and points: today the class recognised",
            )
        )
    return [*told, _SUPPORT]


def _unverified(outcome: Outcome) -> list[Bilingual]:
    """Values of either standard, used by the verdicts, that were only remembered."""
    found: dict[str, Bilingual] = {}
    used = [outcome.sides.of(code) for code in sorted(outcome.layers)] or [outcome.sides.of("")]
    for standard in (each for side in zip(*used, strict=True) for each in side):
        for name in _used(standard):
            held = standard.held[name]
            if not held.entry.verified and held.entry.citation != NOT_LAW:
                article = held.entry.citation.text()
                found[name] = Bilingual(f"{held.concept.title.vi} ({article})", f"{held.concept.title.en} ({article})")
    return list(found.values())


def _used(standard: Standard) -> list[str]:
    names, waiting = [], ["class_by_income"]
    while waiting:
        name = waiting.pop()
        if name in names or name not in standard.held:
            continue
        names.append(name)
        rule = standard.held[name].entry.rule
        waiting += [node.name for node in (n.walk(rule) if rule else ()) if isinstance(node, (n.Ref, n.Parameter))]
    return names
