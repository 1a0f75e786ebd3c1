"""Levels of headings in order: no lonely item, no level left out, right prefixes, a space after the number.

Prose: docs/algorithms/check-numbering.md, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.paperwork.document import Node, NumberStyle
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.outline import Item, Siblings, lists, ordinal

_SOURCE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6"
SINGLE = CATALOGUE.add(
    "NUM-SINGLE",
    Severity.INFO,
    title=("Danh sách chỉ có một mục", "A list of one item"),
    message=("Chỉ có “{number}”, không có mục tiếp theo ở cấp này.", "There is only “{number}” on this level."),
    fixes=(
        (
            "Bỏ số “{number}”, để nội dung ngay dưới mục lớn.",
            "Drop “{number}” and put its text under the heading above.",
        ),
        ("Nếu thiếu mục sau (ví dụ “Bối cảnh ngoài xã”), bổ sung.", "If an item is missing after it, add it."),
    ),
    source=_SOURCE,
)
PREFIX = CATALOGUE.add(
    "NUM-PREFIX",
    Severity.WARNING,
    title=("Số mục con không theo mục lớn", "A number does not begin with its heading's"),
    message=("“{number}” đứng dưới “{parent}”.", "“{number}” stands under “{parent}”."),
    fixes=(
        ("Sửa thành “{right}”.", "Write “{right}”."),
        ("Nếu “{number}” đúng, sửa số của mục lớn.", "If “{number}” is right, correct the heading above."),
    ),
    source=_SOURCE,
)
LEVEL = CATALOGUE.add(
    "NUM-LEVEL",
    Severity.INFO,
    title=("Bỏ qua một cấp tiêu đề", "A level of headings is left out"),
    message=(
        "“{number}” đứng ngay dưới “{parent}”, bỏ qua {missing}.",
        "“{number}” stands right under “{parent}”; {missing} is left out.",
    ),
    fixes=(
        ("Đánh lại “{number}” theo cấp còn thiếu.", "Renumber “{number}” on the level left out."),
        ("Thêm tiêu đề của cấp bị bỏ qua.", "Add a heading of the level left out."),
    ),
    source=_SOURCE,
)
SPACE = CATALOGUE.add(
    "NUM-SPACE",
    Severity.INFO,
    title=("Thiếu khoảng trắng sau số mục", "No space after a heading's number"),
    message=("“{number}” viết liền với tiêu đề.", "“{number}” touches its heading."),
    fixes=(
        ("Thêm một khoảng trắng sau “{number}”.", "Put a space after “{number}”."),
        ("Dùng kiểu tiêu đề có đánh số tự động.", "Use a heading style that numbers itself."),
    ),
    source=_SOURCE,
)
_PROJECTS = ("tiểu dự án", "dự án", "nội dung thành phần", "nội dung ", "hợp phần")


@rule
def levels_are_in_order(context: Context) -> Iterator[Finding]:
    """Lonely items, wrong prefixes, levels left out, missing spaces."""
    for siblings in lists(context):
        yield from _single(siblings)
        for position, item in enumerate(siblings.items):
            yield from _prefix(siblings, item)
            if position == 0 and siblings.parent:
                yield from _level(siblings.parent, item)
            yield from _space(item.node)


def _single(siblings: Siblings) -> Iterator[Finding]:
    if len(siblings.items) != 1 or siblings.style is NumberStyle.ARTICLE or siblings.items[0].ordinal != 1:
        return
    item = siblings.items[0]
    if not item.node.text.lower().startswith(_PROJECTS):
        yield SINGLE.at(item.node.place.line, item.quote, number=item.node.number)


def _prefix(siblings: Siblings, item: Item) -> Iterator[Finding]:
    """ "3.1." under "2.": the parent's own number, a Roman one by its value, must stand in front."""
    if siblings.style is not NumberStyle.DECIMAL or siblings.parent is None or not item.prefix:
        return
    place = ordinal(siblings.parent.number, siblings.parent.style) if siblings.parent.number else None
    if place is None or siblings.parent.style not in (NumberStyle.ARABIC, NumberStyle.DECIMAL, NumberStyle.ROMAN):
        return
    expected = (*place[1], place[0])
    roman = siblings.parent.style is NumberStyle.ROMAN
    if len(item.prefix) == len(expected) and item.prefix != expected and not roman:
        right = ".".join(str(part) for part in (*expected, item.ordinal)) + "."
        yield PREFIX.at(
            item.node.place.line, item.quote, number=item.node.number, parent=siblings.parent.number, right=right
        )


def _level(parent: Node, item: Item) -> Iterator[Finding]:
    missing = ""
    if item.node.style is NumberStyle.POINT and parent.style in (NumberStyle.ROMAN, NumberStyle.PART):
        missing = "cấp 1., 2."
    elif item.node.style is NumberStyle.DECIMAL and parent.style in (NumberStyle.ARABIC, NumberStyle.DECIMAL):
        place = ordinal(parent.number, parent.style)
        if place and len(item.prefix) > len(place[1]) + 1:
            missing = "cấp " + ".".join(str(part) for part in item.prefix) + "."
    if missing:
        yield LEVEL.at(item.node.place.line, item.quote, number=item.node.number, parent=parent.number, missing=missing)


def _space(node: Node) -> Iterator[Finding]:
    glued = node.number + node.text[:40].rstrip()
    if node.text and not node.auto_number and glued in node.raw and node.text[:1].isalpha():
        yield SPACE.at(node.place.line, glued, number=node.number)
