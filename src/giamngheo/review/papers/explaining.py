"""A stored verdict in the words of the family's slip: why, what is lacking, what is uncertain, what would change it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from giamngheo.foundation.dates import find_dates, format_date
from giamngheo.review.models.kinds import PovertyClass
from giamngheo.standards import NoStandardError, by_key
from giamngheo.standards.borderline import Change, borderline
from giamngheo.standards.phrases import CLASSES
from giamngheo.standards.scorecards.applying import apply
from giamngheo.standards.scorecards.card import Scorecard
from giamngheo.standards.standard import Standard
from giamngheo.standards.telling import Line, tell
from giamngheo.standards.verdict import Decision, Record, Verdict
from giamngheo.standards.wording import answer, lowered


class Explained(NamedTuple):
    """The parts of the account, each a sentence without its full stop.

    `result` names class and standard; `because`: what decided; `lacks`: what the household lacks; `enough`: in what it
    is not deprived; `notes`: what is less than the law read; `changes`: single answers that would give another class.
    `asked`: labels of the questions that were answered.
    """

    result: str
    because: tuple[str, ...]
    lacks: tuple[str, ...]
    enough: str
    notes: tuple[str, ...]
    changes: tuple[str, ...]
    asked: tuple[str, ...]


def explain(verdict: str, record: Any, names: Sequence[str], card: Scorecard | None = None) -> Explained | None:
    """The account of a stored verdict; None where it is no verdict of a standard we hold.

    `verdict`: its bytes as text; `record`: its answers as data; `card`: the scorecard the record names.
    """
    found = _decoded(verdict)
    if found is None:
        return None
    try:
        standard = by_key(found.standard, found.day, found.province)
    except NoStandardError:
        return None
    if card is not None and found.scorecard is not None and card.digest == found.scorecard.digest:
        standard = apply(card, standard)
    kept = _recorded(record)
    lines = tell(found, standard, names=names, cited=False)
    lacks, enough = _indicators(lines)
    return Explained(
        result=_days(lines[0].text),
        because=tuple(each.text for each in lines if each.depth == 1 and each.holds is not None),
        lacks=lacks,
        enough=enough,
        notes=tuple(each.text for each in lines[1:] if each.depth == 1 and each.holds is None),
        changes=tuple(_changes(kept, standard, names)) if kept and isinstance(found, Verdict) else (),
        asked=tuple(_asked(kept, standard)) if kept else (),
    )


def _decoded(verdict: str) -> Verdict | Decision | None:
    try:
        if "rule" in json.loads(verdict):
            return msgspec.json.decode(verdict, type=Decision)
        return msgspec.json.decode(verdict, type=Verdict)
    except (ValueError, TypeError, msgspec.MsgspecError):
        return None


def _recorded(record: Any) -> Record | None:
    try:
        return msgspec.convert(record, Record, strict=False)
    except msgspec.ValidationError:
        return None


def _days(text: str) -> str:
    """Days as the papers print them: 07/9/2026."""
    for day in find_dates(text):
        if day.value is not None:
            text = text.replace(day.text, format_date(day.value))
    return text


def _indicators(lines: Sequence[Line]) -> tuple[tuple[str, ...], str]:
    """The sentences of what is lacking, and the one of what is not."""
    deep = [each for each in lines if each.depth == 2]
    enough = next((each.text for each in deep if each.holds is False), "")
    return tuple(each.text for each in deep if each.holds is True), enough


def _asked(record: Record, standard: Standard) -> Iterator[str]:
    answered = {
        name for given in (record.household, *record.members) for name, value in given.items() if value is not None
    }
    for question in standard.release.questions:
        if question.name in answered:
            yield question.label.vi


def _changes(record: Record, standard: Standard, names: Sequence[str]) -> Iterator[str]:
    """Each change once: the answers to one question that lead to one class are one sentence."""
    if record.scorecard is not None and standard.card is None:
        return  # the card is not here: nothing can be judged again
    found = borderline(standard, record.household, record.members, method=record.method).changes
    together: dict[tuple[Any, ...], list[Change]] = {}
    for change in found:
        together.setdefault((change.question, change.household_class, change.member), []).append(change)
    for changes in together.values():
        yield _change(changes, standard, names)


def _change(changes: Sequence[Change], standard: Standard, names: Sequence[str]) -> str:
    first = changes[0]
    question = standard.questions[first.question]
    who = ""
    if first.member is not None:
        who = f"{names[first.member] if first.member < len(names) else f'người thứ {first.member + 1}'} – "
    new = " hoặc ".join(lowered(answer(question, each.new, "vi")) for each in changes)
    then = lowered(CLASSES[first.household_class].vi)
    return f"{who}{lowered(question.label.vi)}: {new} (nay: {lowered(answer(question, first.old, 'vi'))}) thì là {then}"


def class_said(value: str) -> str:
    """A class of a verdict in words, for a case whose verdict cannot be told."""
    return CLASSES[value].vi if value in CLASSES else str(PovertyClass(value).label) if value else ""
