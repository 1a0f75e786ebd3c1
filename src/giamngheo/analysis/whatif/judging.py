"""One household before both standards: its classes, why they differ, and what is not known.

A verdict is by income where income is known; else by points where the standard still has its own point lines; the base
falls back on the recognised class at last. Income comes first because it is the only way both standards share.
"""

from __future__ import annotations

from typing import NamedTuple

from giamngheo.analysis.population.household import Answers, Household
from giamngheo.foundation.findings import Bilingual
from giamngheo.standards.engines.in_memory import World
from giamngheo.standards.standard import Standard

EITHER, UNKNOWN = "either", "unknown"  # within the line, so poor or near-poor; nothing known
KNOWN = ("poor", "near_poor", "not_poor")
STATES = (*KNOWN, EITHER, UNKNOWN)
CHANGES_POINTS = {"income_line", "poor_deprivations", "enough_deprivations"}


class Cause(NamedTuple):
    """Why a verdict is not known: an absent text (`key` its concept) or answers that are missing (`key` the first)."""

    kind: str  # "absent" or "answers"
    key: str
    text: Bilingual
    source: str = ""


class Verdict(NamedTuple):
    """`way`: income, points or recognised. `cause` where the state is not one of KNOWN."""

    state: str
    way: str
    cause: Cause | None


class Crossed(NamedTuple):
    """Income per person a month against the line of each side, in đồng, where the sides place it differently."""

    income: int
    today: int
    then: int


class Compared(NamedTuple):
    """A household under both. `line` where the income lies between both lines; `standards`: their names."""

    household: Household
    base: Verdict
    other: Verdict
    reasons: tuple[Bilingual, ...]
    line: Crossed | None = None
    standards: tuple[str, str] = ("", "")


def judge(standard: Standard, answers: Answers, members: list[Answers], *, decided: bool) -> tuple[Verdict, World]:
    """The verdict, and the world it was found in. `decided`: a recognised class may stand where nothing else is."""
    world = World(standard, answers, members)
    income = world.rule("class_by_income")
    if income is not None:
        return Verdict(str(income), "income", None), world
    if not CHANGES_POINTS & set(standard.assumed) and (points := world.rule("class_by_points")) is not None:
        return Verdict(str(points), "points", None), world
    recognised = answers.get("recognised_class")
    if decided and world.rule("within_income_line") is None and isinstance(recognised, str):
        return Verdict(recognised, "recognised", None), world
    state = EITHER if world.rule("within_income_line") and "enough_deprivations" in standard.held else UNKNOWN
    return Verdict(state, "income", cause(world)), world


def cause(world: World) -> Cause:
    """What would have to be known for a class by income."""
    standard = world.standard
    for concept in ("class_by_income", "income_line"):
        if (found := _absent(standard, concept)) is not None:
            return found
    if world.rule("within_income_line") is None:
        return _unanswered(standard, world, ("income_per_person", "income_12_months", "area"))
    if (found := _absent(standard, "enough_deprivations")) is not None:
        return found
    unknown = [name for name in standard.indicators if world.rule(name) is None]
    names = tuple(sorted({question for name in unknown for question in standard.reads(name)}))
    return _unanswered(standard, world, names) if names else _near_poor(standard)


def _near_poor(standard: Standard) -> Cause:
    """A layer whose near-poor rule was not seen."""
    found = next((found for name in standard.held if (found := _absent(standard, name)) is not None), None)
    return found or Cause("absent", "class_by_income", Bilingual("Chưa rõ quy định", "The rule is not known"))


def _absent(standard: Standard, concept: str) -> Cause | None:
    held = standard.held.get(concept)
    if held is None or held.entry.absent is None:
        return None
    text = held.entry.absent
    return Cause("absent", concept, Bilingual(text.vi, text.en), held.entry.citation.text())


def _unanswered(standard: Standard, world: World, names: tuple[str, ...]) -> Cause:
    """The questions nobody answered, among those asked of the household or of some member."""
    open_ = [
        standard.questions[name] for name in names if name in standard.questions and _is_open(standard, world, name)
    ]
    if names[0].startswith("income") and len(open_) > 1:
        open_ = open_[:1] if open_[0].name == "income_per_person" else open_
    if not open_:
        return Cause("answers", "", Bilingual("Câu trả lời chưa đủ", "Answers are missing"))
    vi = ", ".join(each.label.vi for each in open_[:4])
    en = ", ".join(each.label.en for each in open_[:4])
    return Cause("answers", open_[0].name, Bilingual(f"Chưa có câu trả lời: {vi}", f"Not answered: {en}"))


def _is_open(standard: Standard, world: World, name: str) -> bool:
    if standard.questions[name].scope == "household":
        return world.household.get(name) is None
    if not world.members:
        return True
    if name == "birth":
        return any((value := each.get(name)) is None or int(value) % 10000 == 0 for each in world.members)
    return any(each.get(name) is None for each in world.members)
