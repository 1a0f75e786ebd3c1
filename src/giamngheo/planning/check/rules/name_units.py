"""Units against the territory register: names that do not exist, one unit spelt two ways.

Prose: docs/algorithms/check-names.md, section 2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.text import bare
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.places import Mention, found, mentions, own_unit

if TYPE_CHECKING:
    from giamngheo.planning.check.register_shapes import UnitFact

SPELLING = CATALOGUE.add(
    "NAME-UNIT",
    Severity.ERROR,
    title=("Tên đơn vị hành chính sai chính tả", "A unit's name is misspelt"),
    message=(
        "Danh mục đơn vị hành chính không có “{name}” ({count} lần trong văn bản); gần nhất là {near}.",
        "The register of units has no “{name}” ({count} times here); the nearest is {near}.",
    ),
    fixes=(
        ("Sửa thành “{first}” ở tất cả {count} chỗ.", "Write “{first}” in all {count} places."),
        (
            "Nếu là đơn vị khác, tra tên trong danh mục đơn vị hành chính.",
            "If another unit is meant, look it up in the register.",
        ),
    ),
    source="Danh mục đơn vị hành chính (đến 30/06/2025 và từ 01/07/2025)",
)
UNKNOWN = CATALOGUE.add(
    "NAME-UNIT-UNKNOWN",
    Severity.WARNING,
    title=("Không thấy đơn vị hành chính trong danh mục", "A unit is not in the register"),
    message=(
        "Danh mục đơn vị hành chính không có “{name}” ({count} lần trong văn bản){near}.",
        "The register of units has no “{name}” ({count} times here){near}.",
    ),
    fixes=(
        ("Kiểm tra lại tên và cấp (xã, phường, thị trấn, huyện).", "Check the name and the kind of unit."),
        (
            "Nếu tên đúng nhưng đã đổi trước 2025, ghi cả tên hiện nay.",
            "If the name is right but was changed before 2025, add today's.",
        ),
    ),
    source="Danh mục đơn vị hành chính (đến 30/06/2025 và từ 01/07/2025)",
)
TWO = CATALOGUE.add(
    "NAME-TWO-SPELLINGS",
    Severity.ERROR,
    title=("Một đơn vị viết hai cách", "One unit is spelt two ways"),
    message=(
        "“{name}” ({count} lần) và “{other}” ({others} lần) trong cùng một văn bản{register_vi}.",
        "“{name}” ({count} times) and “{other}” ({others} times) in one document{register_en}.",
    ),
    fixes=(
        ("Thống nhất một cách viết{right_vi}.", "Use one spelling{right_en}."),
        (
            "Nếu là hai đơn vị khác nhau, ghi thêm huyện hoặc tỉnh của mỗi đơn vị.",
            "If they are two units, add each one's district or province.",
        ),
    ),
)
PARENT = CATALOGUE.add(
    "NAME-PARENT",
    Severity.WARNING,
    title=("Đơn vị không thuộc cấp trên đã ghi", "A unit is not in the one named above it"),
    message=("Danh mục không có {name} thuộc {parent}.", "The register has no {name} in {parent}."),
    fixes=(
        ("Sửa tên đơn vị cấp trên thành {right}.", "Write {right}."),
        ("Nếu cấp trên đúng, sửa tên đơn vị.", "If the unit above is right, correct the name."),
    ),
)


@rule
def units_are_in_the_register(context: Context) -> Iterator[Finding]:
    """Each name once, at its first place, with the number of places."""
    groups: dict[tuple[str, str], list[Mention]] = {}
    names: dict[tuple[str, str], list[UnitFact]] = {}
    for mention in mentions(context):
        short, units = found(context, mention.kind, mention.name) if context.registers.units else (mention.name, [])
        key = (mention.kind, (short or " ".join(mention.name.split()[:2])).lower())
        groups.setdefault(key, []).append(mention)
        names[key] = units
    if context.registers.units:
        for key, group in groups.items():
            if not names[key]:
                yield from _unknown(context, group)
    yield from _two_ways(context, groups, names)


def _unknown(context: Context, group: list[Mention]) -> Iterator[Finding]:
    first = group[0]
    name = _printed(first)
    shown = " ".join(first.quote.split()[: len(name.split())])
    if len(name.split()) <= len(first.kind.split()) + 1:  # "xã An toàn khu": one capital word is rarely a name
        return
    near = context.registers.units.near(name)
    alike = [unit for unit in near if bare(unit.name) == bare(name)]
    said: dict[str, Any] = {"name": shown, "count": len(group)}
    if alike:
        alike = _of_own_district(context, alike)
        listed = ", ".join(dict.fromkeys(unit.name for unit in alike[:3]))
        yield SPELLING.at(first.passage.line, shown, **said, near=listed, first=alike[0].name)
    else:
        listed = ", ".join(dict.fromkeys(unit.name for unit in near[:3]))
        yield UNKNOWN.at(first.passage.line, shown, **said, near=f" – {listed}" if listed else "")


def _printed(mention: Mention) -> str:
    """Kind and the two words most names have: what follows may be no part of an unknown name."""
    return f"{mention.kind} {' '.join(mention.name.split()[:2])}"


def _of_own_district(context: Context, units: list[UnitFact]) -> list[UnitFact]:
    """Those with the most words in common with the rest of the document's units first: Hoằng before Hoàng."""
    if context.year and context.year <= 2025:
        return sorted(units, key=lambda unit: unit.valid_from is not None)
    return units


def _two_ways(
    context: Context, groups: dict[tuple[str, str], list[Mention]], names: dict[tuple[str, str], list[UnitFact]]
) -> Iterator[Finding]:
    """Names of one kind that differ in accents only, unless the register has them all as units of their own."""
    by_letters: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for kind, name in groups:
        by_letters.setdefault((kind, bare(name)), []).append((kind, name))
    for keys in by_letters.values():
        spellings = Counter({key: len(groups[key]) for key in keys})
        if len({_folded(key) for key in keys}) < 2 or all(names[key] for key in keys):
            continue
        (common, count), *others = spellings.most_common()
        for other, times in others:
            known = next((key for key in (common, other) if names[key]), None)
            mention, usual = groups[other][0], groups[common][0]
            right = names[known][0].name if known else ""
            yield TWO.at(
                mention.passage.line,
                _cut(mention, other),
                name=_cut(usual, common),
                count=count,
                other=_cut(mention, other),
                others=times,
                register_vi=f"; danh mục có “{right}”" if right else "",
                register_en=f"; the register has “{right}”" if right else "",
                right_vi=f": {right}" if right else "",
                right_en=f": {right}" if right else "",
            )


def _folded(key: tuple[str, str]) -> str:
    from giamngheo.foundation.text import fold

    return fold(key[1])


def _cut(mention: Mention, key: tuple[str, str]) -> str:
    """The mention as printed, no longer than the name it is counted under."""
    return " ".join(mention.quote.split()[: len(f"{key[0]} {key[1]}".split())])


@rule
def communes_are_in_their_district(context: Context) -> Iterator[Finding]:
    """ "xã A, huyện B" side by side: the register must have A in B."""
    units = context.registers.units
    if not units:
        return
    own = own_unit(context)
    ordered = mentions(context)
    seen: set[tuple[str, str]] = set()
    for lower, upper in pairwise(ordered):
        between = lower.passage.text[lower.start + len(lower.quote) : upper.start]
        pair = (lower.quote, upper.quote)
        if lower.passage is not upper.passage or between.strip() not in (",", "-", "–") or pair in seen:
            continue
        seen.add(pair)
        yield from _in_district(context, lower, upper, own)


def _in_district(context: Context, lower: Mention, upper: Mention, own: object) -> Iterator[Finding]:
    rank = ("xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "tỉnh", "thành phố")
    if rank.index(upper.kind) <= 3 or rank.index(lower.kind) >= rank.index(upper.kind):
        return
    name, here = found(context, lower.kind, lower.name)
    _, above = found(context, upper.kind, upper.name)
    if not here or not above:
        return
    fits = any(context.registers.units.search(f"{lower.kind} {name}", within=unit.code) for unit in above)
    if not fits:
        yield PARENT.at(
            lower.passage.line,
            lower.passage.text[lower.start : upper.start + len(upper.quote)],
            name=f"{lower.kind} {name}",
            parent=upper.quote,
            right=f"cấp trên của {here[0].name} trong danh mục",
        )
