"""What a judged list looks like before, and what it looked like after it entered: plain JSON, kept with the import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from giamngheo.foundation import citizen_id
from giamngheo.foundation.findings import Finding, Severity
from giamngheo.households.births import printed
from giamngheo.households.importing.judging import Fate, Judged
from giamngheo.households.lists.meaning import Meaning, guess, key
from giamngheo.households.lists.people import ListedHousehold
from giamngheo.households.lists.reading import ReadSheet
from giamngheo.households.lists.sheets import column_letter

FIRST = 5  # households shown as they will enter
ROWS = 100  # findings of one kind kept with their rows; the others are counted
_GRAVEST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
# Read, and kept nowhere: the register of households does not know what poverty is.
NOT_KEPT = (Meaning.POVERTY_CLASS, Meaning.POOR, Meaning.NEAR_POOR, Meaning.MEMBER_COUNT, Meaning.NOTE)


def preview(judged: Judged) -> dict[str, Any]:
    """{"sheets", "counts", "findings", "missing", "first", "not_kept", "words"}: see the functions below."""
    meanings = {meaning for sheet in judged.read.sheets for meaning in sheet.meanings}
    return {
        "sheets": [_sheet(each) for each in judged.read.sheets],
        "counts": counts(judged),
        "findings": groups(judged.read.findings),
        "missing": [{"name": name, "households": count} for name, count in judged.missing.items()],
        "first": [_household(each) for each, _ in judged.entering[:FIRST]],
        "words": dict(
            Counter(one.relation_word for each in judged.read.households for one in each.members if one.relation_word)
        ),
        "not_kept": [each.value for each in NOT_KEPT if each.value in meanings],
    }


def outcome(judged: Judged, opened: Iterable[str]) -> dict[str, Any]:
    """The same after the import, without anybody's name among the first rows."""
    return {**preview(judged), "first": [], "opened": list(opened)}


def counts(judged: Judged) -> dict[str, dict[str, int]]:
    """Fate → households and people, "all" among them."""
    homes: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for household, fate in zip(judged.read.households, judged.fates, strict=True):
        for name in (fate.value, "all"):
            homes[name] += 1
            people[name] += len(household.rows)
    return {
        name: {"households": homes[name], "people": people[name]} for name in ("all", *(each.value for each in Fate))
    }


def groups(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings by kind, the gravest kinds first: how many, what to do, and the first rows of each."""
    kinds: dict[str, list[Finding]] = {}
    for each in findings:
        kinds.setdefault(each.code, []).append(each)
    ordered = sorted(kinds.values(), key=lambda some: (_GRAVEST.index(some[0].severity), -len(some), some[0].code))
    return [
        {
            "code": some[0].code,
            "severity": str(some[0].severity),
            "count": len(some),
            "fixes": [fix.as_dict() for fix in some[0].fixes],
            "rows": [{"line": each.line, "message": each.message.as_dict()} for each in some[:ROWS]],
        }
        for some in ordered
    ]


def _sheet(sheet: ReadSheet) -> dict[str, Any]:
    labels = sheet.heading.labels if sheet.heading else ()
    columns = [
        {
            "letter": column_letter(at),
            "label": label,
            "key": key(label),
            "meaning": meaning,
            "guess": str(guess(label) or ""),
        }
        for at, (label, meaning) in enumerate(zip(labels, sheet.meanings, strict=True))
        if label
    ]
    return {
        "name": sheet.name,
        "columns": columns,
        "rows": {kind.value: count for kind, count in sheet.counts.items()},
        "households": len(sheet.households),
    }


def _household(household: ListedHousehold) -> dict[str, Any]:
    return {
        "code": household.code,
        "village": household.village,
        "address": household.address,
        "members": [
            {
                "name": each.full_name, "birth": printed(each.birth), "sex": each.sex or "",
                "relation": each.relation or "",
                "citizen_id": citizen_id.mask(each.citizen_id) if each.citizen_id else "",
                "ethnic_group": each.ethnic_group or "",
            }
            for each in household.members
        ],
    }  # fmt: skip
