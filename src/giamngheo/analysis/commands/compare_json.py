"""Two lists side by side as the JSON object that `giamngheo compare --json` promises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from giamngheo.analysis.commands.compare_options import Options
from giamngheo.analysis.commands.compare_public import hide_flows, hide_targeting
from giamngheo.analysis.comparing.rounds import Round
from giamngheo.analysis.comparing.running import Group
from giamngheo.analysis.measures.movement import HOUSEHOLDS, PEOPLE, movement
from giamngheo.analysis.measures.rates import CLASSES, NEAR_POOR, POOR, Rates
from giamngheo.analysis.measures.targeting import Targeting
from giamngheo.analysis.measures.transitions import ABSENT, UNKNOWN, Flow
from giamngheo.foundation.findings import Finding

STATES = (*CLASSES, UNKNOWN, ABSENT)


def shape_of_flows(
    options: Options,
    before: Round,
    after: Round,
    flows: Mapping[Group, Sequence[Flow]],
    findings: Sequence[Finding],
) -> dict[str, Any]:
    """The object of two rounds; everybody is the group whose "by" is empty."""
    people = before.people and after.people
    groups = [_group(options.by, key, told, people) for key, told in flows.items()]
    if options.public:
        hide_flows(groups)
    return {"rounds": _rounds(options, before, after), "groups": groups, "findings": _told(options, findings)}


def shape_of_targeting(
    options: Options,
    listed: Round,
    second: Round,
    found: Mapping[Group, tuple[Targeting, int]],
    findings: Sequence[Finding],
) -> dict[str, Any]:
    """The object of a list and a second source."""
    groups = []
    for key, (told, apart) in found.items():
        errors = {"exclusion_error": told.exclusion_error, "inclusion_error": told.inclusion_error}
        groups.append({
            "by": _by(options.by, key), "households": told.both + told.listed_only + told.poor_only + told.neither,
            **asdict(told), "apart": apart,
            **{name: None if value is None else float(value) for name, value in errors.items()},
        })  # fmt: skip
    if options.public:
        hide_targeting(groups)
    return {
        "sources": _rounds(options, listed, second, ("list", "second")), "poor": list(options.poor), "groups": groups,
        "findings": _told(options, findings),
    }  # fmt: skip


def _rounds(
    options: Options, before: Round, after: Round, names: tuple[str, str] = ("before", "after")
) -> dict[str, Any]:
    return {
        name: {
            "path": str(each.path),
            "rows": {"read": each.read, "counted": each.read - each.bad, "bad": each.bad},
            "findings": _told(options, each.findings),
        }
        for name, each in zip(names, (before, after), strict=True)
    }


def _told(options: Options, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Findings quote the data: in what is published they have no place, and go to stderr instead."""
    return [] if options.public else [finding.as_dict() for finding in findings]


def _by(names: Sequence[str], key: Group) -> dict[str, Any]:
    return dict(zip(names, key, strict=True)) if key else {}


def _group(names: Sequence[str], key: Group, flows: Sequence[Flow], people: bool) -> dict[str, Any]:
    return {
        "by": _by(names, key),
        "before": _classes(flows, 0, people),
        "after": _classes(flows, 1, people),
        "transitions": _transitions(flows, people),
        "movement": {
            name: {
                HOUSEHOLDS: asdict(movement(flows, name, HOUSEHOLDS)),
                PEOPLE: asdict(movement(flows, name, PEOPLE)) if people else None,
            }
            for name in (POOR, NEAR_POOR)
        },
    }


def _classes(flows: Sequence[Flow], at: int, people: bool) -> dict[str, Any]:
    """Households by class in one round, its rates, and the same of people where they are known."""
    count, heads = dict.fromkeys(STATES, 0), dict.fromkeys(STATES, 0)
    for flow in flows:
        name = (flow.before, flow.after)[at]
        count[name] += flow.households
        heads[name] += (flow.people_before, flow.people_after)[at]
    return {**_rates(count), PEOPLE: _rates(heads) if people else None}


def _rates(count: Mapping[str, int]) -> dict[str, Any]:
    """Counts by class; rates only where every household has one, for without a class they would be too low."""
    total = sum(count[name] for name in (*CLASSES, UNKNOWN))
    found = Rates(total, count[POOR], count[NEAR_POOR])
    known = not count[UNKNOWN]
    rates = {"poor_rate": found.poor_rate, "near_poor_rate": found.near_poor_rate,
             "multidimensional_rate": found.multidimensional_rate}  # fmt: skip
    return {
        "total": total, **{name: count[name] for name in (*CLASSES, UNKNOWN)},
        **{name: float(value) if known and value is not None else None for name, value in rates.items()},
    }  # fmt: skip


def _transitions(flows: Sequence[Flow], people: bool) -> list[dict[str, Any]]:
    rows = []
    for before in STATES:
        for after in STATES:
            mine = [flow for flow in flows if (flow.before, flow.after) == (before, after)]
            if mine:
                rows.append({
                    "from": before, "to": after, "households": sum(flow.households for flow in mine),
                    "people_before": sum(flow.people_before for flow in mine) if people else None,
                    "people_after": sum(flow.people_after for flow in mine) if people else None,
                })  # fmt: skip
    return rows
