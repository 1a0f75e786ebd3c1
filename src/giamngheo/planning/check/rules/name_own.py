"""The commune's own name typed as another commune's that really exists: xã Hoằng Phụ for xã Hoằng Phú.

The register knows both, so only the place in the document tells. Prose: docs/algorithms/check-names.md, section 6.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.text import bare, fold
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, Passage, rule
from giamngheo.planning.check.places import Mention, found, mentions, own_unit

OWN = CATALOGUE.add(
    "NAME-OWN-OTHER",
    Severity.WARNING,
    title=("Tên xã mình viết thành tên xã khác có thật", "The commune's own name is written as another commune's"),
    message=(
        "“{name}” ({count} chỗ) là một đơn vị khác có thật; ở đây hẳn là “{own}”, đơn vị ban hành văn bản.",
        "“{name}” ({count} times) is another unit that exists; here “{own}”, which issues the document, must be meant.",
    ),
    fixes=(
        ("Sửa dấu: “{own}”.", "Correct the accent: “{own}”."),
        (
            "Nếu đúng là đơn vị kia, ghi rõ “{name}” là xã phối hợp hay xã liền kề.",
            "If the other unit is meant, say that it is a neighbour or a partner.",
        ),
    ),
    source="Danh mục đơn vị hành chính (đến 30/06/2025 và từ 01/07/2025)",
)
# Words of a line in which another commune may well be meant.
_OTHERS = (
    "giáp", "phối hợp", "học tập", "kinh nghiệm", "xã bạn", "liền kề", "lân cận", "cùng với", "các xã", "liên xã",
    "giao lưu", "tuyến", "đường", "kết nghĩa", "sáp nhập", "hợp nhất", "nhập vào", "chuyển đến", "chuyển đi",
    "trước đây", "cũ", "so với xã", "hai xã", "thăm quan", "tham quan", "thuộc xã", "tại xã", "về xã", "từ xã",
    "sang xã", "và xã", "/",
)  # fmt: skip

# Somebody goes to the other commune, or its people come.
_TOWARDS = (" với ", " tại ", " sang ", " đến ", " từ ", " ở ")
_COMING = (" sang ", " dự ", " đến ", " giúp ", " chia sẻ ", " tham dự ")


@cache
def _acts() -> Pattern[str]:
    """Right before the name: what only the commune itself is called in its own plan."""
    return compile_pattern(
        r"(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|hđnd|đảng ủy|đảng uỷ|chủ tịch|trên địa bàn|địa bàn"
        r"|nhân dân|toàn|giảm nghèo(?: năm \d{4})?(?: của)?|kế hoạch này của)\s*$"
    )


@rule
def own_name_is_not_anothers(context: Context) -> Iterator[Finding]:
    """Each wrong name once, at its first telling place."""
    own = own_unit(context)
    units = context.registers.units
    if own is None or not units:
        return
    kind, name = own
    named = [each for each in mentions(context) if each.kind == kind and bare(each.name).startswith(bare(name))]
    locality = context.document.place_and_date.locality if context.document.place_and_date else ""
    slipped = _slips(locality, name)
    if not slipped and not any(_slips(each.name, name) for each in named):
        return
    known, here = found(context, kind, name)
    if not here or fold(known) != fold(name):
        return
    told: dict[str, list[Mention]] = {}
    for mention in named:
        other, there = found(context, kind, mention.name)
        if there and _slips(other, name):
            told.setdefault(fold(other), []).append(mention)
    rest = [each for each in named if not _slips(each.name, name) and not each.quote.isupper()]
    if slipped and told and not rest:  # the date and every sentence say the other name: the slip is the issuer's line
        line = next(each for each in reversed(context.document.issuer) if name in each.text)
        others = next(iter(told.values()))
        right = found(context, kind, others[0].name)[1][0].name
        yield OWN.at(line.place.line, line.text, name=line.text, count=1, own=right)
        return
    for others in told.values():
        yield from _judge(context, others, here[0].name, kind, name)
    if slipped and found(context, kind, locality)[1] and context.document.place_and_date:
        place = context.document.place_and_date.place
        yield OWN.at(place.line, locality, name=f"{kind} {locality}", count=1, own=here[0].name)


def _judge(context: Context, others: list[Mention], own: str, kind: str, name: str) -> Iterator[Finding]:
    """`others` bear the other name: the first that can only mean the issuer, `kind` and `name`, is reported."""
    # A document that tells of the other commune as a neighbour anywhere may mean it in its sentences.
    partner = any(_is_partner(each, kind, name) for each in others if not _is_frame(context, each.passage))
    group = [each for each in others if _is_frame(context, each.passage) or (not partner and _acts_here(each))]
    if group:
        first = group[0]
        yield OWN.at(first.passage.line, first.quote, name=first.quote, count=len(group), own=own)


def _slips(name: str, own: str) -> bool:
    """The same letters with other accents."""
    words = name.split()[: len(own.split())]
    return bare(" ".join(words)) == bare(own) and fold(" ".join(words)) != fold(own)


def _acts_here(mention: Mention) -> bool:
    """Whether the name stands where only the issuing commune is called by it."""
    return bool(_acts().search(mention.passage.lower[: mention.start]))


def _is_partner(mention: Mention, kind: str, name: str) -> bool:
    """Whether the line tells of another commune: both names side by side, or a neighbour's words around it."""
    lower, end = mention.passage.lower, mention.start + len(mention.quote)
    around = lower[max(0, mention.start - 60) : mention.start] + lower[mention.start : end + 40]
    if f"{kind} {name}".lower() in lower or any(word in around for word in _OTHERS):
        return True
    before, after = lower[max(0, mention.start - 40) : mention.start], lower[end : end + 25]
    return any(word in before for word in _TOWARDS) or any(word in after for word in _COMING)


def _is_frame(context: Context, passage: Passage) -> bool:
    """The subject and the closing speak of the commune that issues the plan."""
    document = context.document
    lines = [each.place.line for each in (document.subject, document.closing) if each is not None]
    return passage.line in lines
