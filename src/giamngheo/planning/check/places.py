"""Administrative units a document names, read once and shared: kind, name as printed, where.

Prose: docs/algorithms/check-names.md, section 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

from giamngheo.foundation.text import bare, fold
from giamngheo.planning.check.engine import Context, Passage
from giamngheo.planning.check.letters import UPPER
from giamngheo.planning.check.record import Record

if TYPE_CHECKING:
    from giamngheo.planning.check.register_shapes import UnitFact

KINDS = ("thị trấn", "thị xã", "thành phố", "đặc khu", "tỉnh", "huyện", "quận", "phường", "xã")
_NOT_NAMES = frozenset(
    (
        "hội",
        "nhà",
        "năm",
        "giai",
        "đoạn",
        "và",
        "về",
        "công",
        "chức",
        "nông",
        "mặt",
        "trận",
        "ủy",
        "đoàn",
        "đảng",
        "ban",
        "phòng",
        "chủ",
        "tịch",
        "hội đồng",
        "chương",
        "kế",
        "kết",
        "triển",
        "thực",
        "theo",
        "quyết",
        "nghị",
        "thông",
        "bí",
        "thư",
        "trưởng",
        "các",
        "đến",
        "trên",
        "trong",
        "thuộc",
        "tại",
        "văn",
        "trạm",
        "quân",
        "đội",
        "i",
        "ii",
        "tỉnh",
        "huyện",
        "xã",
        "thành",
        "phố",
    )
)


class Mention(Record):
    """A unit named in a line: `quote` as printed with its kind ("xã Hoằng Phú"), `name` without it."""

    passage: Passage
    kind: str
    name: str
    quote: str
    start: int

    @property
    def key(self) -> tuple[str, str]:
        """Kind and name in matching form: spellings that mean the same are one."""
        return self.kind, fold(self.name)

    @property
    def letters(self) -> tuple[str, str]:
        """Kind and name without accents."""
        return self.kind, bare(self.name)


@cache
def _unit() -> re.Pattern[str]:
    kinds = "|".join(f"{kind}|{kind.capitalize()}|{kind.upper()}" for kind in KINDS)
    word = rf"[{UPPER}][\w'’]*(?:-\w+)?"
    return re.compile(rf"(?P<kind>{kinds})\s+(?P<name>{word}(?:\s+{word}){{0,3}})")


def mentions(context: Context) -> tuple[Mention, ...]:
    """Every unit named with its kind, the locality of box 4 included (as the issuer's own name)."""
    known = context.memo.get("places")
    if known is None:
        known = context.memo["places"] = tuple(_mentions(context))
    return cast("tuple[Mention, ...]", known)


_KIND_ENDINGS = (
    "ã ", "ện ", "ỉnh ", "ường ", "ận ", "phố ", "trấn ", "khu ", "Ã ", "ỆN ", "ỈNH ", "ƯỜNG ", "ẬN ", "PHỐ ",
    "TRẤN ", "KHU ",
)  # fmt: skip


def _mentions(context: Context) -> Iterator[Mention]:
    whole = "\n".join([passage.text for passage in context.everything])
    endings = [ending for ending in _KIND_ENDINGS if ending in whole]
    for passage in context.everything:
        if not any(map(passage.text.__contains__, endings)):
            continue
        for match in _unit().finditer(passage.text):  # begins with letters it can skip to: no look behind
            if match.start() and passage.text[match.start() - 1].isalnum():
                continue
            name = _proper(match["name"], capitals=match["kind"].isupper())
            if name:
                end = match.start("name") + len(name)
                yield Mention(passage, match["kind"].lower(), name, passage.text[match.start() : end], match.start())


def _proper(name: str, *, capitals: bool) -> str:
    """The leading words of a name that can be part of it: "Hoằng Phú Năm" is Hoằng Phú, and "NTM" in "xã NTM" none
    (unless the whole line is in `capitals`)."""
    kept: list[str] = []
    end = 0
    for match in re.finditer(r"\S+", name):
        if match.group().lower() in _NOT_NAMES and not (kept and match.group().lower() in ("phú", "thành")):
            break
        if not capitals and len(match.group()) > 1 and match.group().isupper():
            break
        kept.append(match.group())
        end = match.end()
    return name[:end]


def own_unit(context: Context) -> tuple[str, str] | None:
    """Kind and name of the unit that issues the document, from the last line of box 2: ("xã", "HOẰNG PHÚ")."""
    for line in reversed(context.document.issuer):
        lower = line.text.lower()
        for kind in KINDS:
            if lower.startswith(f"{kind} "):
                return kind, line.text[len(kind) + 1 :].strip()
            at = lower.find(f" {kind} ")
            if at >= 0:
                return kind, line.text[at + len(kind) + 2 :].strip()
    return None


def found(context: Context, kind: str, name: str) -> tuple[str, list[UnitFact]]:
    """The longest leading part of `name` the register knows as a `kind`, and those units; ("", []) when none."""
    known = cast("dict[tuple[str, str], tuple[str, list[UnitFact]]]", context.memo.setdefault("found", {}))
    if (kind, name) not in known:
        known[kind, name] = _found(context, kind, name)
    return known[kind, name]


def _found(context: Context, kind: str, name: str) -> tuple[str, list[UnitFact]]:
    parts = name.split()
    for size in range(len(parts), 0, -1):
        shorter = " ".join(parts[:size])
        units = list(context.registers.units.search(f"{kind} {shorter}"))
        if units:
            return shorter, units
    return "", []
