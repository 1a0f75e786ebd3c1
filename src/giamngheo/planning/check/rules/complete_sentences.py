"""Sentences that break off, paragraphs cut in two, lists that trail away, announcements without what they announce.

Prose: docs/algorithms/check-completeness.md, section 5.
"""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.paperwork.document import Node, NodeKind
from giamngheo.planning.check.blocks import block_of
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, Passage, rule

BREAKS = CATALOGUE.add(
    "COMPLETE-BREAKS-OFF",
    Severity.WARNING,
    title=("Câu bị bỏ dở", "A sentence breaks off"),
    message=("Đoạn kết thúc ở “…{tail}” mà không có dấu câu.", "The paragraph ends at “…{tail}” without a full stop."),
    fixes=(
        ("Viết tiếp phần còn thiếu của câu.", "Finish the sentence."),
        ("Nếu câu đã đủ ý, thêm dấu chấm.", "If nothing is missing, add the full stop."),
    ),
)
CUT = CATALOGUE.add(
    "COMPLETE-CUT",
    Severity.WARNING,
    title=("Một câu bị cắt thành hai đoạn", "One sentence is cut into two paragraphs"),
    message=(
        "Đoạn bắt đầu bằng “{text}” là phần sau của câu ở đoạn trên.",
        "The paragraph beginning “{text}” continues the sentence above.",
    ),
    fixes=(
        ("Nối hai đoạn làm một (xóa dấu xuống dòng).", "Join the two paragraphs."),
        (
            "Nếu là hai ý, kết thúc đoạn trên bằng dấu chấm và viết hoa đầu đoạn dưới.",
            "If they are two thoughts, end the first and begin the second with a capital.",
        ),
    ),
)
TRAILS = CATALOGUE.add(
    "COMPLETE-TRAILS",
    Severity.INFO,
    title=("Liệt kê bỏ lửng", "A list trails away"),
    message=(
        "Liệt kê kết thúc bằng “{tail}”: người đọc không biết còn gì.",
        "The list ends with “{tail}”: the reader cannot know what else there is.",
    ),
    fixes=(
        ("Ghi hết các việc, mỗi việc kèm số lượng.", "Name everything, each with its number."),
        ("Bỏ dấu “...” nếu đã kể đủ.", "Drop the dots if the list is complete."),
    ),
)
ANNOUNCED = CATALOGUE.add(
    "COMPLETE-ANNOUNCED",
    Severity.WARNING,
    title=("Báo trước mà không có nội dung", "Something is announced and does not come"),
    message=(
        "“{tail}” báo trước một danh sách, nhưng sau đó không có gì.",
        "“{tail}” announces a list, but nothing follows.",
    ),
    fixes=(
        ("Ghi danh sách đã báo trước.", "Write the list."),
        ("Bỏ câu dẫn nếu không có danh sách.", "Drop the announcement if there is no list."),
    ),
)
_ENDS = tuple('.;:!?…”")]>,/')
_CANNOT_END = frozenset(
    (
        "và",
        "của",
        "các",
        "những",
        "để",
        "cho",
        "với",
        "do",
        "tại",
        "về",
        "từ",
        "đến",
        "hoặc",
        "trong",
        "nhằm",
        "bằng",
        "theo",
        "là",
        "như",
        "cùng",
        "giữa",
    )
)
_LONG = 12  # words: shorter lines without a full stop are titles and labels


@rule
def sentences_are_whole(context: Context) -> Iterator[Finding]:
    """Paragraphs of the body; of items only those whose last word cannot end a sentence."""
    for note in context.document.warnings:
        if note.code == "PAPER-JOINED":
            yield CUT.at(note.line, note.quote, text=" ".join(note.quote.split()[:8]))
    body = context.body
    for index, passage in enumerate(body):
        node = passage.node
        if node is None or node.kind is NodeKind.TABLE or not passage.text:
            continue
        following = body[index + 1] if index + 1 < len(body) else None
        yield from _ending(passage, node, following)


def _ending(passage: Passage, node: Node, following: Passage | None) -> Iterator[Finding]:
    text = node.text.rstrip()
    words = text[-160:].split()
    if not words:
        return
    tail = " ".join(words[-6:])
    if text.endswith((",...", ",…", ", ...", ", …", ",....", "v.v...", "v.v")):
        yield TRAILS.at(passage.line, tail, tail=tail)
    elif text.endswith(":"):
        if _nothing_follows(node, passage, following):
            yield ANNOUNCED.at(passage.line, tail, tail=tail)
    elif not text.endswith(_ENDS):
        long = node.kind is NodeKind.PARAGRAPH and len(text.split()) >= _LONG
        cannot = words[-1].lower() in _CANNOT_END and len(words) > 3
        if (long or cannot) and text != text.upper():
            yield BREAKS.at(passage.line, tail, tail=tail)


def _nothing_follows(node: Node, passage: Passage, following: Passage | None) -> bool:
    """Nothing below it, and behind it the end, or a heading that is not below the same heading."""
    if node.children or (node.kind is NodeKind.HEADING and block_of(node.text)):
        return False
    if following is None or following.node is None:
        return True
    if node.kind is NodeKind.HEADING:
        return following.node.kind is NodeKind.HEADING and following.node.level <= node.level
    depth = len(passage.above)
    return depth > 0 and len(following.above) < depth
