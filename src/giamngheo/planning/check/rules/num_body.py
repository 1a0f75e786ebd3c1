"""A sentence of the body numbered as if it were a heading, and the headings it pushes on.

Prose and the real case: docs/algorithms/check-numbering.md, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.paperwork.document import Node, NodeKind, NumberStyle
from giamngheo.planning.check.blocks import block_of
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.outline import Item, Siblings, lists, printed_as

BODY = CATALOGUE.add(
    "NUM-BODY",
    Severity.WARNING,
    title=("Nội dung bị đánh số như tiêu đề", "A sentence of the body is numbered as a heading"),
    message=(
        "“{number}” là một câu nội dung{belongs_vi}, không phải tiêu đề; {pushed_vi}.",
        "“{number}” is a sentence of the body{belongs_en}, not a heading; {pushed_en}.",
    ),
    fixes=(
        (
            "Bỏ số “{number}”, đặt câu này thành gạch đầu dòng{under_vi}.",
            "Drop “{number}” and make the sentence an item{under_en}.",
        ),
        (
            "Nếu là mục riêng, đặt tiêu đề ngắn cho mục và đưa câu này xuống dưới.",
            "If it is a section of its own, give it a short title and put the sentence below.",
        ),
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6",
)
SUBPROJECT = CATALOGUE.add(
    "NUM-SUBPROJECT",
    Severity.INFO,
    title=("Thiếu một tiểu dự án ở giữa", "A subproject in between is missing"),
    message=("Sau {before} là {this}; không thấy {missing}.", "{this} follows {before}; {missing} is not there."),
    fixes=(
        (
            "Nếu xã không thực hiện {missing}, ghi rõ “xã không thực hiện {missing}”.",
            "If the commune does not carry out {missing}, say so.",
        ),
        ("Nếu bị sót, bổ sung {missing}.", "If it was forgotten, add {missing}."),
    ),
)
_NODES = ("tiểu dự án", "dự án", "nội dung thành phần")
_NUMBERED = (NumberStyle.ARABIC, NumberStyle.DECIMAL, NumberStyle.ROMAN)


@rule
def headings_are_titles(context: Context) -> Iterator[Finding]:
    """Sentences among titles; gaps in the official numbers of subprojects."""
    for siblings in lists(context):
        if siblings.style in _NUMBERED:
            for position, item in enumerate(siblings.items):
                if _is_sentence(item.node) and _out_of_place(siblings, position):
                    yield _body(siblings, position)
            yield from _gaps(siblings)


def _is_sentence(node: Node) -> bool:
    return len(node.text) > 80 and node.text.endswith((".", ";")) and not node.children


def _out_of_place(siblings: Siblings, position: int) -> bool:
    """The neighbours are projects and this is none, or the item before ends in an empty block this would fill."""
    item = siblings.items[position].node
    others = [each.node for index, each in enumerate(siblings.items) if index != position]
    projects = [each for each in others if each.text.lower().startswith(_NODES)]
    if projects and len(projects) == len(others) and not item.text.lower().startswith(_NODES):
        return True
    return position > 0 and _empty_end(siblings.items[position - 1].node) is not None


def _empty_end(node: Node) -> Node | None:
    """The last heading below `node` when nothing stands under it and its own text is only a title."""
    last = node
    while last.children and last.children[-1].kind is NodeKind.HEADING:
        last = last.children[-1]
    if last is node or last.children or len(last.text) > 60:
        return None
    return last if last.text.endswith(":") or block_of(last.text) else None


def _body(siblings: Siblings, position: int) -> Finding:
    item = siblings.items[position]
    empty = _empty_end(siblings.items[position - 1].node) if position else None
    later = [each for each in siblings.items[position + 1 :] if each.ordinal]
    pushed_vi, pushed_en = _pushed(siblings, item, later)
    name = empty.printed if empty else ""
    return BODY.at(
        item.node.place.line,
        item.quote,
        number=item.node.number,
        belongs_vi=f" của mục “{name}”" if empty else "",
        belongs_en=f" of “{name}”" if empty else "",
        under_vi=f" dưới “{name}”" if empty else "",
        under_en=f" under “{name}”" if empty else "",
        pushed_vi=pushed_vi,
        pushed_en=pushed_en,
    )


def _pushed(siblings: Siblings, item: Item, later: list[Item]) -> tuple[str, str]:
    if not later:
        return "không mục nào sau bị đẩy số", "no later number is pushed on"
    first = later[0]
    right = printed_as(siblings.style, item.ordinal, first)
    return (
        f"“{first.node.number}” phía sau lẽ ra là “{right}”",
        f"“{first.node.number}” after it should be “{right}”",
    )


def _gaps(siblings: Siblings) -> Iterator[Finding]:
    before: tuple[int, str] | None = None
    for item in siblings.items:
        words = item.node.text.split(":", 1)[0].split()
        if [word.lower() for word in words[:3]] != ["tiểu", "dự", "án"] or len(words) < 4 or not words[3].isdigit():
            continue
        number, name = int(words[3]), " ".join(words[:4])
        if before and number > before[0] + 1:
            missing = ", ".join(f"Tiểu dự án {each}" for each in range(before[0] + 1, number))
            yield SUBPROJECT.at(item.node.place.line, name, before=before[1], this=name, missing=missing)
        before = (number, name)
