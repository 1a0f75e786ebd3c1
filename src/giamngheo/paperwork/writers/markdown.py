"""Markdown that a person can read and that our own text reader takes back without loss."""

from __future__ import annotations

import re
from functools import cache

from giamngheo.paperwork.document import OfficialDocument
from giamngheo.paperwork.structure.words import is_rule
from giamngheo.paperwork.writers.layout import lay_out
from giamngheo.paperwork.writers.sheet import Appendix, Block, Foot, Grid, Head, Item, Role, Run, Sheet, Signer, Title
from giamngheo.paperwork.writers.wording import plain

_DEEPEST = 6  # Markdown has no seventh heading


def write_markdown(document: OfficialDocument) -> str:
    """`document` as Markdown in UTF-8, one element a paragraph, headings with hash signs, a table's rows with pipes.

    Reading it back (paperwork.readers.text.read_text) gives the same header, tree, numbers, recipients and signature.
    """
    sheet = lay_out(document)
    parts = [
        *_head(sheet.head),
        *_title(sheet.title),
        *_addressees(sheet.addressees),
        *(_basis(item) for item in sheet.bases),
        *(_block(block) for block in sheet.blocks),
        _text(sheet.closing.runs) if sheet.closing else "",
        *_foot(sheet.foot),
        *(piece for appendix in sheet.appendices for piece in _appendix(appendix, sheet)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


@cache
def _special() -> re.Pattern[str]:
    return re.compile(r"[*_`]|\\(?=[-.*_+()\[\]#>|\\!~`<&])|\[(?=[^\]]*\]\()|&(?=(?:lt|gt|amp|nbsp);)")


def escaped(text: str, *, cell: bool = False) -> str:
    """`text` such that Markdown (and our reader) take every letter of it as a letter."""
    text = _special().sub(lambda match: "&amp;" if match.group() == "&" else "\\" + match.group(), text)
    text = text.replace("<", "&lt;")
    if cell:
        lines = (f"\\{line}" if line.startswith("#") else line for line in text.split("\n"))
        return "<br>".join(lines).replace("|", "\\|")
    if text.startswith(("#", "|", ">")):
        return "\\" + text
    return text


def _text(parts: tuple[Run, ...]) -> str:
    return escaped(plain(parts))


def _strong(text: str) -> str:
    return f"**{escaped(text)}**" if text else ""


def _slanted(text: str) -> str:
    """Italic, unless the text itself has asterisks that would end it early."""
    return f"*{escaped(text)}*" if text and "*" not in text else escaped(text)


def _lines(texts: tuple[str, ...]) -> str:
    """Several lines of one paragraph: two spaces at the end break a line."""
    return "  \n".join(_strong(text) for text in texts if text)


def _head(head: Head) -> list[str]:
    return [
        _lines((*head.parents, *head.issuers)),
        _lines((head.state, head.motto)),
        escaped(head.reference),
        _text(head.letter_subject),
        _slanted(head.date),
    ]


def _title(title: Title | None) -> list[str]:
    if title is None:
        return []
    return [f"# {escaped(title.type_name)}" if title.type_name else "", _strong(plain(title.subject))]


def _addressees(items: tuple[Item, ...]) -> list[str]:
    if len(items) == 1:
        return [f"Kính gửi: {_text(items[0].runs)}"]
    return ["Kính gửi:", *(f"- {_text(item.runs)}" for item in items)] if items else []


def _basis(item: Item) -> str:
    text = plain(item.runs)
    return _strong(text) if item.centred else _slanted(text)


def _block(block: Block) -> str:
    if block.grid is not None:
        return _grid(block.grid)
    number, text = plain(block.number), plain(block.runs)
    whole = f"{number} {text}".strip()
    if block.role is Role.BULLET:
        # Bullets are typed as they are printed: "-", below it "+".
        return f"{'  ' * block.depth}{number} {escaped(text)}"
    if block.outline:
        return f"{'#' * min(block.outline + 1, _DEEPEST)} {escaped(whole)}"
    look = block.runs[-1] if block.runs else Run("")
    caption = block.role is Role.CENTRED and not whole.isupper()  # bold, it would be read as a heading
    if look.bold and not caption:
        return _strong(whole)
    return _slanted(whole) if look.italic or caption else escaped(whole)


def _grid(grid: Grid) -> str:
    rows = [_row(tuple(plain(cell) for cell in row)) for row in grid.rows]
    return "\n".join([rows[0], "|" + " --- |" * len(grid.shares), *rows[1:]])


def _row(cells: tuple[str, ...]) -> str:
    line = "|" + "".join(f" {escaped(cell, cell=True)} |" for cell in cells)
    # A row of nothing but dashes would be read as the rule below a header.
    return line.replace("-", "\\-", 1) if is_rule(line) else line


def _foot(foot: Foot) -> list[str]:
    parts: list[str] = []
    if foot.recipients:
        parts += ["***Nơi nhận:***", "\n".join(_text(item.runs) for item in foot.recipients)]
    for row in foot.rows:
        for signer in row:
            parts += _signer(signer)
    return parts


def _signer(signer: Signer | None) -> list[str]:
    return [_lines(signer.authority), _strong(plain(signer.name))] if signer else []


def _appendix(appendix: Appendix, sheet: Sheet) -> list[str]:
    return [
        f"# {escaped(appendix.word)}" if appendix.word else "",
        _strong(plain(appendix.title)),
        _slanted(plain(appendix.attached)),
        *(_block(block) for block in appendix.blocks),
    ]
