"""A count told before a list, against the list: "gồm 4 nội dung sau:" and three points.

Prose: docs/algorithms/check-numbering.md, section 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.paperwork.document import NodeKind
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, Passage, rule
from giamngheo.planning.check.record import Record

ANNOUNCED = CATALOGUE.add(
    "NUM-ANNOUNCED",
    Severity.WARNING,
    title=("Số mục nêu trước không bằng số mục liệt kê", "The list is not as long as announced"),
    message=("Nêu “{announced}” nhưng liệt kê {found}.", "“{announced}” is announced, and {found} are listed."),
    fixes=(
        ("Sửa số nêu trước thành {found}.", "Announce {found}."),
        (
            "Nếu số nêu trước đúng, bổ sung hoặc bỏ bớt cho đủ {count} mục.",
            "If the count is right, list {count} items.",
        ),
    ),
)
_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_THINGS = (
    "nhóm giải pháp", "nhóm nhiệm vụ", "nhóm nội dung", "nhóm vấn đề", "nhóm việc", "nội dung", "giải pháp", "nhiệm vụ",
    "đợt", "bước", "giai đoạn", "mục tiêu", "hoạt động", "phần", "công việc", "việc", "nguyên nhân",
    "bài học kinh nghiệm", "bài học", "kiến nghị", "đề xuất", "tồn tại", "hạn chế", "khó khăn", "yêu cầu", "nguyên tắc",
    "hình thức", "điều kiện", "vấn đề", "lĩnh vực", "tiểu dự án", "dự án", "mô hình", "trường hợp", "biện pháp",
)  # fmt: skip
_OPEN = ("...", "…", "v.v", "tiêu biểu", "một số", "ví dụ", "chẳng hạn", "nổi bật", "điển hình")
# The word right before a count that announces: gồm, có, chia làm, thực hiện, triển khai, tập trung, đề ra, xác định.
_VERBS = frozenset(
    ("gồm", "có", "làm", "thành", "theo", "qua", "với", "các", "hiện", "khai", "trung", "ra", "định", "bằng", "là")
)
# A list under these is of something else: results, money or aims of the things counted.
_OF_THEM = ("kết quả", "kinh phí", "tình hình", "tiến độ", "mục tiêu", "đánh giá", "so sánh", "đối tượng", "của từng")
_NEUTRAL = frozenset(
    (
        "chính", "chủ", "yếu", "cụ", "thể", "trọng", "tâm", "lớn", "cơ", "bản", "thành", "phần", "quan", "hỗ", "trợ",
        "như", "sau", "đây", "là", "gồm", "bao", "đó",
    )
)  # fmt: skip
_MOST, _NEAR = 20, 14  # items of a list; words between a count and its colon


class Announcement(Record):
    """ "gồm 4 nội dung sau:": what is counted, how many, the words as printed, where the list may begin."""

    thing: str
    count: int
    quote: str
    end: int


def _announcements(passage: Passage) -> Iterator[Announcement]:
    """Read by hand and not by a pattern: one over so many things costs more to build than all the reading."""
    lower, at = passage.lower, passage.lower.find(":")
    while at >= 0:
        words = lower[:at].split()[-_NEAR:]
        for place in range(len(words) - 1, -1, -1):
            count = _count(words, place)
            found = _thing(words[place + 1 :]) if count and _announces(words[:place]) else ""
            if found:
                start = lower.rfind(f"{words[place]} ", 0, at)
                end = lower.find(found, start) + len(found)
                yield Announcement(found, count, passage.text[start:end], at + 1)
                break
        at = lower.find(":", at + 1)


def _announces(before: Sequence[str]) -> bool:
    """Whether the words before a count announce it: one of the verbs, or none at all ("03 nhóm giải pháp sau:")."""
    first = not before or not before[-1][-1].isalnum()  # behind the line's own number or dash, or a comma
    told = " ".join(before).rpartition(",")[2]
    return (first or before[-1] in _VERBS) and not any(words in told for words in _OF_THEM)


def _count(words: Sequence[str], place: int) -> int:
    """The number a word is: digits, or in letters behind a verb ("năm" is a year more often)."""
    word = words[place]
    if word.isdecimal() and len(word) <= 2:
        return int(word)
    return _WORDS.get(word, 0) if place and words[place - 1] in _VERBS else 0


def _thing(words: Sequence[str]) -> str:
    """What is counted, if nothing but neutral words stands between it and the colon."""
    rest = " ".join(words)
    thing = next((each for each in _THINGS if rest == each or rest.startswith(f"{each} ")), "")
    tail = rest[len(thing) :].split() if thing else []
    of_list = tail[-1:] == ["sau"] and "và" not in tail and not any(mark in rest for mark in ",;.()")
    plain = not any(word.isdecimal() for word in tail)
    return thing if thing and plain and (of_list or all(word in _NEUTRAL for word in tail)) else ""


@rule
def lists_are_as_long_as_announced(context: Context) -> Iterator[Finding]:
    """Each announcement that ends in a colon, against the items in its line or right under it."""
    body = context.body
    for index, passage in enumerate(body):
        if ":" not in passage.lower or (passage.node and passage.node.kind is NodeKind.TABLE):
            continue
        for told in _announcements(passage):
            if not 2 <= told.count <= _MOST or any(word in passage.lower for word in _OPEN):
                continue
            rest = passage.text[told.end :]
            found = _inline(rest, told.thing) if rest.strip() else _under(passage, body[index + 1 :], told.thing)
            if found and found != told.count:
                yield ANNOUNCED.at(passage.line, told.quote, announced=told.quote, found=found, count=told.count)


def _inline(rest: str, thing: str) -> int:
    """How many items stand behind the colon; 0 where that is not sure."""
    lowered = rest.lower()
    numbered = re.findall(r"\((\d{1,2})\)", rest)
    if numbered:
        return len(numbered) if list(map(int, numbered)) == list(range(1, len(numbered) + 1)) else 0
    named = re.findall(rf"(?<!\w){thing} (\d{{1,2}})(?![\d.,/]|\s*[-–]\s*\d)", lowered)
    if len(named) >= 2:
        return len(set(named)) if list(map(int, named)) == list(range(1, len(named) + 1)) else 0
    if ";" not in rest or ":" in rest or re.search(r"\([^)]*;|[.!?]\s+\S", rest):
        return 0
    items = [item for item in rest.split(";") if item.strip(" .")]
    more = re.search(r"(?<!\w)(?:cùng|ngoài ra|sau đó|đồng thời|trong đó)(?!\w)", lowered)
    return len(items) if len(items) >= 2 and not more else 0


def _under(passage: Passage, following: Sequence[Passage], thing: str) -> int:
    """How many items of one kind, mark and depth stand right under the line; 0 where that is not sure."""
    first = following[0].node if following else None
    own = passage.node
    if first is None or first.kind not in (NodeKind.BULLET, NodeKind.HEADING) or not first.number:
        return 0
    depth, items, cut = len(following[0].above), [], False
    if own and own.kind is first.kind and (own.number == first.number or own.level >= first.level > 0):
        return 0
    for each in following:
        node = each.node
        if node is None or len(each.above) < depth:
            break
        if len(each.above) > depth:
            continue
        like = node.kind is first.kind and node.style is first.style
        if like and (first.kind is NodeKind.HEADING or node.number == first.number):
            if cut:
                return 0  # words between the items: where one ends is not sure
            items.append(each)
        else:
            cut = True
    several = rf"{thing}\s*(?:số\s*)?\d+\s*(?:,|và|đến|-|–)\s*(?:{thing}\s*)?\d"
    unsure = any(re.search(several, item.lower) or any(word in item.lower for word in _OPEN[:3]) for item in items)
    return 0 if unsure or len(items) < 2 else len(items)
