"""Every project says what for, for whom, what, with which money, and who does it.

Prose: docs/algorithms/check-completeness.md, section 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.paperwork.document import Node, NodeKind, NumberStyle
from giamngheo.planning.check.blocks import BLOCKS, NAMES, Project, block_of, is_empty, is_project, projects
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule

MISSING = CATALOGUE.add(
    "COMPLETE-BLOCK",
    Severity.WARNING,
    title=("Dự án thiếu một phần bắt buộc", "A project lacks a block"),
    message=("{project} không có phần {block_vi}.", "{project} has no {block_en}."),
    fixes=(
        ("Thêm điểm “{title}” cho {project}.", "Add “{title}” to {project}."),
        ("{other_vi}", "{other_en}"),
    ),
)
EMPTY = CATALOGUE.add(
    "COMPLETE-BLOCK-EMPTY",
    Severity.WARNING,
    title=("Có tiêu đề nhưng không có nội dung", "A heading with nothing under it"),
    message=("“{title}”{where_vi} để trống.", "“{title}”{where_en} is empty."),
    fixes=(
        ("Ghi nội dung cho “{title}”.", "Write what belongs under “{title}”."),
        (
            "Nếu nội dung nằm nhầm ở mục sau, chuyển lại; nếu không cần, bỏ tiêu đề.",
            "If its text stands in a later item, move it back; if it is not needed, drop the heading.",
        ),
    ),
)
_TITLE = {
    "objective": "Mục tiêu",
    "beneficiaries": "Đối tượng",
    "content": "Nội dung hỗ trợ",
    "funding": "Kinh phí thực hiện",
    "assignment": "Phân công thực hiện",
}
_OTHER = {
    "funding": (
        "Nếu không bố trí kinh phí riêng, ghi rõ “lồng ghép” hoặc “không có kinh phí”.",
        "If there is no money of its own, say so.",
    ),
    "assignment": (
        "Nếu người chủ trì đã ghi ở phần tổ chức thực hiện, dẫn tới mục đó.",
        "If part “tổ chức thực hiện” names the lead, refer to it.",
    ),
}
_ANY = ("Nếu phần này chung cho cả dự án, ghi “như Dự án …”.", "If it is shared with the whole project, say so.")


@rule
def projects_have_all_blocks(context: Context) -> Iterator[Finding]:
    """Only where the plan sets its projects out in blocks at all; a project without any text is reported once."""
    known = projects(context)
    in_blocks = any(len(project.blocks) >= 2 for project in known)
    for project in known:
        if in_blocks and (project.blocks or not project.node.children):
            yield from _missing(project)
    yield from _empty_headings(context)


def _name(node: Node, above: tuple[Node, ...]) -> str:
    """ "Tiểu dự án 1 (Dự án 4)": the official numbers, without titles."""
    name = node.text.split(":", 1)[0].strip()
    over = next((each for each in reversed(above) if each is not node and is_project(each.text)), None)
    return f"{name} ({over.text.split(':', 1)[0].strip()})" if over else name


def _missing(project: Project) -> Iterator[Finding]:
    name = _name(project.node, project.above)
    if not project.blocks and not project.node.children:
        yield EMPTY.at(project.node.place.line, project.node.printed, title=name, where_vi="", where_en="")
        return
    for block in BLOCKS:
        if block not in project.blocks:
            vi, en = NAMES[block]
            other_vi, other_en = _OTHER.get(block, _ANY)
            yield MISSING.at(
                project.node.place.line,
                project.node.printed,
                project=name,
                block_vi=vi,
                block_en=en,
                title=_TITLE[block],
                other_vi=other_vi,
                other_en=other_en,
            )


def _empty_headings(context: Context) -> Iterator[Finding]:
    """Block titles, and sections in capitals or with a colon, that have neither text nor anything below."""
    for passage in context.body:
        node = passage.node
        if node is None or node.kind is not NodeKind.HEADING or not node.number or not is_empty(node):
            continue
        section = node.style in (NumberStyle.ROMAN, NumberStyle.PART) and node.text == node.text.upper()
        titled = bool(block_of(node.text)) and not node.text.endswith((".", ";")) and len(node.text.split()) <= 6
        if node.text and (section or titled):
            parent = next((each for each in reversed(passage.above) if is_project(each.text)), None)
            name = _name(parent, passage.above) if parent else ""
            where, where_en = (f" của {name}", f" of {name}") if parent else ("", "")
            yield EMPTY.at(
                node.place.line, node.printed, title=node.text.rstrip(": "), where_vi=where, where_en=where_en
            )
