"""States, movements and supports in the words of a report, in Vietnamese and English; also the shape of the JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from giamngheo.analysis.whatif.judging import EITHER, STATES, UNKNOWN, Cause, Compared
from giamngheo.analysis.whatif.outcome import Moves, Outcome
from giamngheo.analysis.whatif.support import Line, Range, drawn
from giamngheo.foundation.findings import Bilingual, Finding
from giamngheo.standards.standard import Standard

STATE_WORDS = {
    "poor": Bilingual("Hộ nghèo", "Poor"),
    "near_poor": Bilingual("Hộ cận nghèo", "Near-poor"),
    "not_poor": Bilingual("Hộ không nghèo", "Not poor"),
    EITHER: Bilingual("Nghèo hoặc cận nghèo, chưa phân được", "Poor or near-poor, not known which"),
    UNKNOWN: Bilingual("Chưa rõ", "Not known"),
    "average_living_standard": Bilingual("Hộ có mức sống trung bình", "Average living standard"),
}
UNIT_WORDS = {
    "premium_percent": Bilingual("người", "people"), "kwh_month": Bilingual("hộ", "households"),
    "pupil_month": Bilingual("học sinh", "pupils"), "credit_ceiling": Bilingual("hộ", "households"),
}  # fmt: skip


def number(value: int) -> str:
    """1.234.567"""
    return f"{value:,}".replace(",", ".")


def rate(entitlement_line: Line) -> Bilingual:
    """What one of its class gets: "70 % mức đóng"."""
    each = entitlement_line.entitlement
    amount = number(each.amount)
    return {
        "premium_percent": Bilingual(f"{amount} % mức đóng", f"{amount} % of the premium"),
        "kwh_month": Bilingual(f"{amount} kWh một tháng", f"{amount} kWh a month"),
        "pupil_month": Bilingual(
            f"{amount} đồng một tháng, {each.months} tháng", f"{amount} đồng a month, {each.months} months"
        ),
        "credit_ceiling": Bilingual(f"vay tối đa {amount} đồng", f"a loan of {amount} đồng at most"),
    }[entitlement_line.support.measure]  # fmt: skip


def spread(units: Range | None, language: str = "vi") -> str:
    """ "68", "0–253" where some classes are not known, or that nobody can say."""
    if units is None:
        return "chưa rõ" if language == "vi" else "not known"
    least, most = number(units.least), number(units.most)
    return least if least == most else f"{least}–{most}"


def in_order(item: tuple[str, object]) -> tuple[bool, int, str]:
    """Numbers by their value, then words."""
    name = item[0]
    return not name.isdecimal(), int(name) if name.isdecimal() else 0, name


def costs(outcome: Outcome) -> list[tuple[Line, Line]]:
    """Every support today beside the same then; both sides are counted with the supports in force then, so that the
    difference is the standard's alone."""
    day = outcome.sides.other.day
    base, other = (drawn(outcome.counts[side], day, outcome.prices) for side in ("base", "other"))
    return list(zip(base, other, strict=True))


class Local(NamedTuple):
    """A province on one side: the standard applied, whether by values of its own, and what of its own is not loaded."""

    standard: str
    own: bool
    title: dict[str, str] | None
    open: dict[str, str] | None


class Layer(NamedTuple):
    """A province of which a standard of its own is known, and how many households of the list lie there."""

    province: str
    households: int
    base: Local
    other: Local


def layers(outcome: Outcome) -> list[Layer]:
    """The provinces with a standard of their own in which households of the list lie, or that was asked for all."""
    asked = outcome.sides.base.province
    counts = {asked: outcome.households} if asked else {code: n for code, n in sorted(outcome.layers.items()) if code}
    found = [
        Layer(code, n, _local(outcome, code, "base"), _local(outcome, code, "other")) for code, n in counts.items()
    ]
    return [each for each in found if each.base.title or each.other.title]


def _local(outcome: Outcome, code: str, side: str) -> Local:
    standard: Standard = getattr(outcome.sides.of(code), side)
    layer = standard.layer
    title = {"vi": layer.title.vi, "en": layer.title.en} if layer else None
    return Local(
        outcome.sides.name(code, side), outcome.sides.is_own(code, side), title,
        {"vi": layer.open.vi, "en": layer.open.en} if layer and layer.open else None,
    )  # fmt: skip


def as_dict(outcome: Outcome, findings: Iterable[Finding] = ()) -> dict[str, Any]:
    """The JSON object of `giamngheo whatif --json`."""
    return {
        "base": _standard(outcome, "base"),
        "other": _standard(outcome, "other"),
        "rows": {
            name: {"read": judged + aside, "judged": judged, "set_aside": aside}
            for name, (judged, aside) in outcome.rows.items()
        },
        "layers": [
            layer._asdict() | {side: getattr(layer, side)._asdict() for side in ("base", "other")}
            for layer in layers(outcome)
        ],
        "households": outcome.households,
        "people": outcome.people,
        "moves": _moves(outcome.moves),
        "by": outcome.by,
        "groups": {name: _moves(moves) for name, moves in sorted(outcome.groups.items(), key=in_order)},
        "unknown": {side: _causes(outcome, side) for side in ("base", "other")},
        "recognised_differs": outcome.differs,
        "changed": outcome.changed,  # of a nation, `changes` lists the first thousand
        "changes": [change(each) for each in outcome.changes],
        "support": [_cost(base, other) for base, other in costs(outcome)],
        "average_living_standard": {
            **outcome.average,
            "unknown": outcome.average_unknown and outcome.average_unknown.text.as_dict(),
        },
        "assumed": [each.as_dict() for each in outcome.assumed],
        "unverified": [each.as_dict() for each in outcome.unverified],
        "findings": [each.as_dict() for each in findings],
    }


def _standard(outcome: Outcome, side: str) -> dict[str, Any]:
    standard = getattr(outcome.sides, side)
    held = standard.held.get("income_line")
    return {
        "standard": standard.key,
        "day": standard.day.isoformat(),
        "province": standard.province,
        "income_line": standard.parameters.get("income_line"),
        "article": held.entry.citation.text() if held else "",
        "changed": list(standard.assumed),
        "ways": {way: count for (of, way), count in outcome.ways.items() if of == side},
    }


def _moves(moves: Moves) -> list[dict[str, Any]]:
    order = {state: at for at, state in enumerate(STATES)}
    cells = sorted(moves.households, key=lambda cell: (order[cell[0]], order[cell[1]]))
    return [
        {"from": cell[0], "to": cell[1], "households": moves.households[cell], "people": moves.people[cell]}
        for cell in cells
    ]


def _causes(outcome: Outcome, side: str) -> list[dict[str, Any]]:
    return [_cause(cause, count) for cause, count in outcome.unknown[side].most_common()]


def _cause(cause: Cause, count: int) -> dict[str, Any]:
    return {
        "households": count, "kind": cause.kind, "key": cause.key, "text": cause.text.as_dict(), "source": cause.source,
    }  # fmt: skip


def change(each: Compared) -> dict[str, Any]:
    """One household that changes class. `absent` is the text of the law without which the class is not known, which is
    one of its reasons; `line` where the income lies between the lines of both sides."""
    return {
        "id": each.household.id,
        "place": each.household.place,
        "people": each.household.people,
        "from": each.base.state,
        "to": each.other.state,
        "standards": {"base": each.standards[0], "other": each.standards[1]},
        "reasons": [reason.as_dict() for reason in each.reasons],
        "line": each.line and each.line._asdict(),
        "absent": each.other.cause.text.as_dict() if each.other.cause and each.other.cause.kind == "absent" else None,
    }


def _cost(base: Line, other: Line) -> dict[str, Any]:
    each = base.entitlement
    return {
        "support": base.support.support, "title": {"vi": base.support.title.vi, "en": base.support.title.en},
        "class": each.klass, "measure": base.support.measure, "each": each.amount,
        "cost": base.support.measure != "credit_ceiling", "months": each.months,
        "units": {"base": base.units and list(base.units), "other": other.units and list(other.units)},
        "amount": {"base": base.amount and list(base.amount), "other": other.amount and list(other.amount)},
        "source": each.citation.text(), "verified": each.verified,
        "note": each.note and each.note.as_dict(),
    }  # fmt: skip
