"""Numbers of headings run on without gaps, repeats or restarts; points follow the Vietnamese alphabet.

Prose: docs/algorithms/check-numbering.md, section 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.paperwork.document import NumberStyle
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.outline import POINTS, Item, Siblings, lists, ordinal, printed_as

_SOURCE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (bố cục: chữ số La Mã, chữ số Ả Rập, chữ cái tiếng Việt)"
_GENERATED = (
    "Dùng đánh số tự động (hoặc xuất kế hoạch từ hệ thống) để số chạy liền.",
    "Use automatic numbering (or export the plan from the system).",
)
SKIP = CATALOGUE.add(
    "NUM-SKIP",
    Severity.WARNING,
    title=("Đánh số nhảy cóc", "The numbering skips"),
    message=("Sau “{before}” là “{number}”: thiếu {missing}.", "“{number}” follows “{before}”: {missing} is missing."),
    fixes=(
        (
            "Nếu không có mục nào bị mất, sửa “{number}” thành “{right}” và các mục sau.",
            "If nothing was lost, write “{right}” and renumber what follows.",
        ),
        ("Nếu mục {missing} bị xóa nhầm, bổ sung lại.", "If {missing} was deleted by mistake, put it back."),
        _GENERATED,
    ),
    source=_SOURCE,
)
DD = CATALOGUE.add(
    "NUM-DD",
    Severity.INFO,
    title=("Điểm bỏ chữ đ", "The points leave out the letter đ"),
    message=(
        "Sau “{before}” phải là “{right}”, không phải “{number}”: bảng chữ cái tiếng Việt có chữ đ.",
        "After “{before}” comes “{right}”, not “{number}”: the Vietnamese alphabet has the letter đ.",
    ),
    fixes=(
        ("Sửa “{number}” thành “{right}” và các điểm sau.", "Write “{right}” and shift the points after it."),
        _GENERATED,
    ),
    source=_SOURCE,
)
LETTER = CATALOGUE.add(
    "NUM-LETTER",
    Severity.INFO,
    title=("Điểm dùng chữ không có trong bảng chữ cái tiếng Việt", "A point uses a letter that is not Vietnamese"),
    message=("“{number}”: các chữ f, j, w, z không dùng để đánh điểm.", "“{number}”: f, j, w, z do not number points."),
    fixes=(
        (
            "Sửa “{number}” thành chữ tiếp theo của bảng chữ cái tiếng Việt.",
            "Use the next letter of the Vietnamese alphabet.",
        ),
        _GENERATED,
    ),
    source=_SOURCE,
)
REPEAT = CATALOGUE.add(
    "NUM-REPEAT",
    Severity.WARNING,
    title=("Đánh số trùng", "A number is used twice"),
    message=("“{number}” đã dùng ở dòng {at}.", "“{number}” is already used in line {at}."),
    fixes=(
        ("Sửa thành “{right}” và các mục sau.", "Write “{right}” and renumber what follows."),
        ("Nếu hai mục là một, gộp lại.", "If the two are one, join them."),
    ),
    source=_SOURCE,
)
BACK = CATALOGUE.add(
    "NUM-BACK",
    Severity.WARNING,
    title=("Đánh số quay lại", "The numbering goes back"),
    message=("“{number}” đứng sau “{before}” trong cùng một cấp.", "“{number}” stands after “{before}” on one level."),
    fixes=(
        ("Nếu cùng cấp, sửa “{number}” thành “{right}”.", "If it is on that level, write “{right}”."),
        (
            "Nếu thuộc phần khác, thêm tiêu đề còn thiếu phía trên (ví dụ phần tổ chức thực hiện).",
            "If it belongs to another part, add that part's heading above it.",
        ),
    ),
    source=_SOURCE,
)
START = CATALOGUE.add(
    "NUM-START",
    Severity.WARNING,
    title=("Danh sách không bắt đầu từ mục đầu", "A list does not begin at its first number"),
    message=(
        "Mục đầu tiên ở cấp này là “{number}”, thiếu {missing}.",
        "The first on this level is “{number}”; {missing} is missing.",
    ),
    fixes=(
        ("Sửa “{number}” thành “{right}” và các mục sau.", "Write “{right}” and renumber what follows."),
        ("Bổ sung {missing} nếu bị mất.", "Put {missing} back if it was lost."),
    ),
    source=_SOURCE,
)
_LOOSE = (NumberStyle.PAREN, NumberStyle.NONE)


@rule
def numbers_run_without_gaps(context: Context) -> Iterator[Finding]:
    """Each list once from its first item to its last. Lists in brackets, (1) (2), may begin again."""
    for siblings in lists(context):
        if siblings.style is NumberStyle.ARTICLE or siblings.style in _LOOSE:
            continue
        yield from _walk(siblings)


def _walk(siblings: Siblings) -> Iterator[Finding]:
    previous: Item | None = None
    seen: dict[tuple[int, tuple[int, ...]], Item] = {}
    for item in siblings.items:
        if not item.ordinal:
            if item.node.number[:1] in "fjwz":
                yield LETTER.at(item.node.place.line, item.quote, number=item.node.number)
            continue
        if previous is None:
            yield from _start(siblings, item)
        elif item.prefix == previous.prefix or siblings.style is not NumberStyle.DECIMAL:
            yield from _step(siblings, previous, item, seen)
        seen[item.ordinal, item.prefix] = item
        previous = item


def _start(siblings: Siblings, item: Item) -> Iterator[Finding]:
    if item.ordinal > 1 and not _counts_on(siblings):
        first = printed_as(siblings.style, 1, item)
        yield START.at(
            item.node.place.line,
            item.quote,
            number=item.node.number,
            right=first,
            missing=_span(siblings, 1, item.ordinal - 1, item),
        )


def _counts_on(siblings: Siblings) -> bool:
    """Chapters and articles count through the whole document."""
    return siblings.style in (NumberStyle.ARTICLE, NumberStyle.CHAPTER, NumberStyle.SECTION)


def _step(
    siblings: Siblings, before: Item, item: Item, seen: dict[tuple[int, tuple[int, ...]], Item]
) -> Iterator[Finding]:
    step = item.ordinal - before.ordinal
    if step == 1:
        return
    said: dict[str, Any] = {"number": item.node.number, "before": before.node.number}
    right = printed_as(siblings.style, before.ordinal + 1, item)
    line, quote = item.node.place.line, item.quote
    known = seen.get((item.ordinal, item.prefix))
    if step == 0 and known:
        yield REPEAT.at(line, quote, number=item.node.number, at=known.node.place.line, right=right)
    elif step < 0:
        yield BACK.at(line, quote, **said, right=right)
    elif siblings.style is NumberStyle.POINT and step == 2 and POINTS[before.ordinal] == "đ":
        yield DD.at(line, quote, **said, right=right)
    else:
        missing = _span(siblings, before.ordinal + 1, item.ordinal - 1, item)
        yield SKIP.at(line, quote, **said, right=right, missing=missing)


def _span(siblings: Siblings, first: int, last: int, like: Item) -> str:
    shown = [printed_as(siblings.style, place, like) for place in range(first, min(last, first + 3) + 1)]
    return ", ".join(f"“{each}”" for each in shown) + (" …" if last > first + 3 else "")


@rule
def articles_count_through_the_document(context: Context) -> Iterator[Finding]:
    """Điều 1, Điều 2 ... run on across chapters and sections."""
    before: Item | None = None
    for node in context.document.walk():
        place = ordinal(node.number, node.style) if node.style is NumberStyle.ARTICLE else None
        if not place:
            continue
        item = Item(node, *place)
        if before and item.ordinal != before.ordinal + 1:
            siblings = Siblings(None, NumberStyle.ARTICLE, ())
            yield from _step(siblings, before, item, {(before.ordinal, ()): before})
        before = item
