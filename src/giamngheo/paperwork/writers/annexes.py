"""Appendices: what is printed after the signature, each on pages of its own."""

from __future__ import annotations

from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.document import Node, NodeKind, NumberStyle, OfficialDocument, replace
from giamngheo.paperwork.writers.body import body_blocks
from giamngheo.paperwork.writers.measures import SLACK, SUBJECT_WIDTH, TEXT_WIDTH
from giamngheo.paperwork.writers.sheet import Appendix
from giamngheo.paperwork.writers.widths import balanced_width
from giamngheo.paperwork.writers.wording import printable, runs, upper

_ATTACHED = ("(kèm theo", "(ban hành kèm theo", "(đính kèm")


def is_annex(node: Node) -> bool:
    """A line "Phụ lục …" that stands as a heading, or alone."""
    text = printable(node.printed).lower()
    return text.startswith("phụ lục") and (node.kind is NodeKind.HEADING or len(text) < 16)


def split_annexes(document: OfficialDocument) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """(body, appendices). A heading "Phụ lục …" at the top level of the body is an appendix wherever it stands."""
    body = tuple(node for node in document.body if not is_annex(node))
    found = tuple(node for node in document.body if is_annex(node))
    return body, tuple(lifted for node in (*found, *document.appendices) for lifted in _lifted(node))


def _lifted(node: Node) -> list[Node]:
    """`node`, and beside it the appendices a reader has put below it (a bold heading governs what follows)."""
    if node.style is not NumberStyle.NONE:
        return [node]
    children = [child for each in node.children for child in _lifted(each)]
    at = next((number for number, child in enumerate(children) if is_annex(child)), len(children))
    if at == len(children):
        return [node]
    return [replace(node, children=tuple(children[:at])), *children[at:]]


def lay_out_annexes(nodes: tuple[Node, ...], attached: str) -> tuple[Appendix, ...]:
    """One Appendix for each "Phụ lục …" among `nodes` with all up to the next; what stands before the first one too.

    `attached` is the line "(Kèm theo …)" printed where the appendix has none of its own.
    """
    groups: list[list[Node]] = []
    for node in nodes:
        if is_annex(node) or not groups:
            groups.append([])
        groups[-1].append(node)
    return tuple(_appendix(group, attached) for group in groups)


def _appendix(group: list[Node], attached: str) -> Appendix:
    first = group[0]
    if not is_annex(first):
        return Appendix("", (), TEXT_WIDTH, (), body_blocks(tuple(group), TEXT_WIDTH), first.place.line)
    word, title = _word_and_title(first)
    content = [*first.children, *group[1:]]
    if not title and content and _is_name(content[0]):
        # "Phụ lục I" on one line, what it is about on the next.
        title = printable(content[0].printed)
        content = [*content[0].children, *content[1:]]
    given = bool(content) and printable(content[0].text).lower().startswith(_ATTACHED)
    if given:
        attached = printable(content[0].text)
        content = [*content[0].children, *content[1:]]
    heading = upper(title)
    width = balanced_width(heading, f30.APPENDIX_TITLE.size.used, SUBJECT_WIDTH, bold=True)
    return Appendix(
        word=word,
        title=runs(heading, bold=True),
        width=round(width + SLACK, 1),
        attached=runs(attached, italic=True),
        blocks=body_blocks(tuple(content), TEXT_WIDTH),
        place=first.place.line,
    )


def _is_name(node: Node) -> bool:
    return node.kind is NodeKind.HEADING and node.style is NumberStyle.NONE and not is_annex(node)


def _word_and_title(node: Node) -> tuple[str, str]:
    number, title = printable(node.number), printable(node.text)
    if not number:
        # "Phụ lục II DANH SÁCH …" in one piece: the word and its Roman numeral, then the title.
        words = title.split(" ")
        numeral = words[2].strip(":.") if len(words) > 2 else ""
        count = 3 if numeral and (set(numeral) <= set("IVXLC") or numeral.isdigit()) else 2
        number, title = " ".join(words[:count]), " ".join(words[count:])
    return number.rstrip(".:"), title.lstrip(" .:-–")
