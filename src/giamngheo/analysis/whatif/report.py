"""The outcome as text for a terminal, in one language."""

from __future__ import annotations

from collections.abc import Iterable

from giamngheo.analysis.whatif.judging import STATES
from giamngheo.analysis.whatif.outcome import Moves, Outcome
from giamngheo.analysis.whatif.words import (
    STATE_WORDS,
    UNIT_WORDS,
    Local,
    costs,
    in_order,
    layers,
    number,
    rate,
    spread,
)
from giamngheo.foundation.findings import Bilingual, Finding
from giamngheo.standards.wording import threshold

SHOWN = 20  # households listed on a terminal; --out has them all
GROUPS = 40


def said(text: Bilingual, language: str) -> str:
    """The sentence in a language."""
    return text.vi if language == "vi" else text.en


def report(outcome: Outcome, findings: Iterable[Finding], language: str = "vi") -> str:
    """Everything but the full list of households."""
    parts = [
        _head(outcome, language),
        _layers(outcome, language),
        _matrix(outcome.moves, language),
        _groups(outcome, language),
        _unknown(outcome, language),
        _changes(outcome, language),
        _costs(outcome, language),
        _footing(outcome, findings, language),
    ]
    return "\n".join(part for part in parts if part)


def _pick(language: str, vi: str, en: str) -> str:
    return vi if language == "vi" else en


def _head(outcome: Outcome, language: str) -> str:
    lines = []
    for side, vi, en in (("base", "Hôm nay", "Today"), ("other", "Khi đó", "Then")):
        standard = getattr(outcome.sides, side)
        held = standard.held.get("income_line")
        shown = threshold(held.concept, held.entry, "en" if language == "en" else "vi") if held else "–"
        article = held.entry.citation.text() if held else ""
        lines.append(f"{_pick(language, vi, en)}: {standard.key}, {standard.day:%d/%m/%Y}; {shown} ({article})")
    lines.append(
        _pick(language, f"{number(outcome.households)} hộ, {number(outcome.people)} người; "
              f"{number(outcome.changed)} hộ đổi loại", f"{number(outcome.households)} households, "
              f"{number(outcome.people)} people; {number(outcome.changed)} households change")
    )  # fmt: skip
    return "\n".join(lines) + "\n"


def _layers(outcome: Outcome, language: str) -> str:
    """Provinces with a standard of their own: how many households, judged by which, what of it is not loaded."""
    rows = []
    for each in layers(outcome):
        title = next(side.title[language] for side in (each.base, each.other) if side.title)
        base, other = _local(each.base, language), _local(each.other, language)
        count = number(each.households)
        rows.append(
            _pick(
                language,
                f"Tỉnh {each.province} ({title}): {count} hộ, hôm nay theo {base}, khi đó theo {other}",
                f"Province {each.province} ({title}): {count} households, today by {base}, then by {other}",
            )
        )
        told = dict.fromkeys(side.open[language] for side in (each.base, each.other) if side.open)
        rows += [f"  {text}" for text in told]
    return "\n".join(rows) + ("\n" if rows else "")


def _local(side: Local, language: str) -> str:
    whose = _pick(language, "của tỉnh", "its own") if side.own else _pick(language, "quốc gia", "the nation's")
    return f"{side.standard} ({whose})"


def _matrix(moves: Moves, language: str) -> str:
    rows = [_pick(language, "hôm nay → khi đó: hộ (người)", "today → then: households (people)")]
    rows += [
        f"  {said(STATE_WORDS[base], language)} → {said(STATE_WORDS[other], language)}: "
        f"{number(moves.households[base, other])} ({number(moves.people[base, other])})"
        for base in STATES
        for other in STATES
        if moves.households[base, other]
    ]
    return "\n".join(rows) + "\n"


def _groups(outcome: Outcome, language: str) -> str:
    if not outcome.by:
        return ""
    rows = [_pick(language, f"Theo {outcome.by}: nghèo, cận nghèo hôm nay → khi đó (chưa rõ)",
                  f"By {outcome.by}: poor, near-poor today → then (not known)")]  # fmt: skip
    for name, moves in sorted(outcome.groups.items(), key=in_order)[:GROUPS]:
        counted = {
            (side, state): sum(count for cell, count in moves.households.items() if cell[at] == state)
            for at, side in enumerate(("base", "other"))
            for state in STATES
        }
        open_ = counted["other", "either"] + counted["other", "unknown"]
        rows.append(
            f"  {name}: {counted['base', 'poor']}, {counted['base', 'near_poor']} → "
            f"{counted['other', 'poor']}, {counted['other', 'near_poor']} ({open_})"
        )
    if len(outcome.groups) > GROUPS:
        rows.append(f"  … {len(outcome.groups) - GROUPS}")
    return "\n".join(rows) + "\n"


def _unknown(outcome: Outcome, language: str) -> str:
    rows = []
    for side, vi, en in (
        ("base", "Hôm nay chưa xếp được", "Not classed today"),
        ("other", "Khi đó chưa xếp được", "Not classed then"),
    ):
        if outcome.not_known(side):
            rows.append(f"{_pick(language, vi, en)}: {number(outcome.not_known(side))}")
            for cause, count in outcome.unknown[side].most_common(10):
                rows.append(
                    f"  {number(count)}: {said(cause.text, language)}" + (f" ({cause.source})" if cause.source else "")
                )
    return "\n".join(rows) + ("\n" if rows else "")  # fmt: skip


def _changes(outcome: Outcome, language: str) -> str:
    rows = []
    for each in outcome.changes[:SHOWN]:
        reasons = "; ".join(said(reason, language) for reason in each.reasons)
        moved = f"{said(STATE_WORDS[each.base.state], language)} → {said(STATE_WORDS[each.other.state], language)}"
        rows.append(f"  {each.household.id}: {moved}. {reasons}")
    more = number(outcome.changed - SHOWN)
    if outcome.changed > SHOWN:
        rows.append(_pick(language, f"  … và {more} hộ nữa (--out TỆP)", f"  … and {more} more (--out FILE)"))
    return "\n".join([_pick(language, "Hộ đổi loại:", "Households that change:"), *rows]) + "\n" if rows else ""


def _costs(outcome: Outcome, language: str) -> str:
    rows = [_pick(language, "Chính sách hỗ trợ, hôm nay → khi đó:", "Support, today → then:")]
    for base, other in costs(outcome):
        each = base.entitlement
        unit = said(UNIT_WORDS[base.support.measure], language)
        amount = ""
        if base.amount is not None or other.amount is not None:
            kind = _pick(language, "hạn mức ", "ceiling ") if base.support.measure == "credit_ceiling" else ""
            amount = f"; {kind}{spread(base.amount, language)} → {spread(other.amount, language)} đồng"
        mark = "" if each.verified else _pick(language, " [chưa kiểm chứng]", " [not verified]")
        rows.append(
            f"  {base.support.title.vi if language == 'vi' else base.support.title.en}, "
            f"{said(STATE_WORDS[each.klass], language)}, {said(rate(base), language)}: "
            f"{spread(base.units, language)} → {spread(other.units, language)} {unit}{amount} "
            f"({each.citation.text()}){mark}"
        )
    return "\n".join(rows) + "\n"


def _footing(outcome: Outcome, findings: Iterable[Finding], language: str) -> str:
    rows = [_pick(language, "Giả định:", "Assumed:"), *(f"  - {said(each, language)}" for each in outcome.assumed)]
    if outcome.average_unknown is not None:
        rows.append(f"  - {said(outcome.average_unknown.text, language)}")
    if outcome.unverified:
        rows.append(_pick(language, "Chưa kiểm chứng trong văn bản:", "Not verified in the texts:"))
        rows += [f"  - {said(each, language)}" for each in outcome.unverified]
    told = list(findings)
    if told:
        rows.append(_pick(language, "Dữ liệu:", "Data:"))
        rows += [f"  - {each.code}: {said(each.message, language)}" for each in told]
    return "\n".join(rows) + "\n"
