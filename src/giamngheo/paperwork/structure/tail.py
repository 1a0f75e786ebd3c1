"""Boxes 7 and 9b: nơi nhận and the signature, one above the other or side by side, and what follows them."""

from __future__ import annotations

from giamngheo.paperwork.document import Line, Place, Signature
from giamngheo.paperwork.structure import words
from giamngheo.paperwork.structure.blocks import Block, together
from giamngheo.paperwork.structure.header import split_columns
from giamngheo.paperwork.structure.numbers import split_number

_RECIPIENTS = ("nơi nhận", "nơi gửi")
_APPENDIX = ("phụ lục", "biểu ", "danh sách", "mẫu ")
_BACK = 10  # a signature printed above "Nơi nhận" stands at most this many lines above it
_NEAR_END = 14


class _Signing:
    """A signature being read."""

    def __init__(self) -> None:
        self.authority: list[Block] = []
        self.name: Block | None = None

    def freeze(self) -> Signature:
        blocks = [*self.authority, *([self.name] if self.name else [])]
        place = Place(min(b.line for b in blocks), max(b.end_line or b.line for b in blocks), blocks[0].page)
        raw = "\n".join(block.raw for block in blocks)
        return Signature(tuple(block.text for block in self.authority), self.name.text if self.name else "", place, raw)


class Tail:
    """What was found; `body` are the blocks before, `after` those behind (an appendix)."""

    def __init__(self, body: list[Block]) -> None:
        self.body = body
        self.recipients: list[Line] = []
        self.signings: list[_Signing] = []
        self.asides: list[Line] = []
        self.after: list[Block] = []
        self.strays: list[Block] = []  # lines of a signature box that are neither; shown behind it, not dropped
        self.headed = False  # "Nơi nhận:" has been read
        self.listing = False  # the line before was a recipient
        self.head_raw = ""  # "Nơi nhận:" itself, kept with the first recipient


def read_tail(blocks: list[Block]) -> Tail:
    """Take recipients and signature, and what follows them, off the end of `blocks`."""
    start = _start(blocks)
    tail = Tail(body=blocks[:start])
    position = start
    for position in range(start, len(blocks) + 1):
        if position == len(blocks) or not _take_block(tail, blocks[position]):
            break
    tail.after = tail.strays + blocks[position:]
    if tail.head_raw:
        tail.asides.append(Line("Nơi nhận:", Place(blocks[start].line), tail.head_raw))
    return tail


def _start(blocks: list[Block]) -> int:
    for position, block in enumerate(blocks):
        if any(is_recipients_head(leaf.text) for leaf in block.leaves()):
            return _back_to_signature(blocks, position)
    for position, block in enumerate(blocks):
        if any(_signs(leaf.text) for leaf in block.leaves()) and _leads_to_name(blocks, position):
            return position
    return len(blocks)


def is_recipients_head(text: str) -> bool:
    """ "Nơi nhận:" with or without the first recipient behind it."""
    return text[:8].lower() in _RECIPIENTS and (len(text) < 12 or text[8:].lstrip().startswith(":"))


def _signs(text: str) -> bool:
    return words.is_authority(text) and (text.startswith(words.AUTHORITY_MARKS) or text.rstrip(": ") in words.POSTS)


def _back_to_signature(blocks: list[Block], head: int) -> int:
    """The first line of a signature that stands just above "Nơi nhận", else `head`."""
    first = head
    for position in range(head - 1, max(head - 1 - _BACK, -1), -1):
        text = blocks[position].text
        if blocks[position].cells is not None or blocks[position].number:
            break
        if _signs(text):
            first = position
        elif not (is_name(text) or is_remark(text) or words.is_capitals(text)):
            break
    return first


def _leads_to_name(blocks: list[Block], position: int) -> bool:
    if position >= len(blocks) - _NEAR_END:
        return True
    following = [leaf.text for block in blocks[position : position + 6] for leaf in block.leaves()]
    return any(is_name(text) for text in following)


def is_name(text: str) -> bool:
    """Whether a line is a person's name: two to six words, each with a capital, no figures, no sentence."""
    parts = text.split()
    return 2 <= len(parts) <= 6 and all(p[0].isupper() and p.replace("-", "").replace(".", "").isalpha() for p in parts)


def is_remark(text: str) -> bool:
    """ "(Đã ký)", "[Chữ ký]", "(Ký, ghi rõ họ tên)": neither authority nor name."""
    return (text[:1] in "([" and text[-1:] in ")]") or text.lower() in ("đã ký", "(đã ký)")


def _take_block(tail: Tail, block: Block) -> bool:
    leaves = [part for leaf in block.leaves() for part in split_columns(leaf)]
    if block.cells is not None and not any(is_recipients_head(leaf.text) or _signs(leaf.text) for leaf in leaves):
        return bool(tail.signings and not tail.signings[-1].name and len(leaves) < 8) and _take_all(tail, leaves)
    if block.cells is not None:
        return _take_all(tail, leaves)
    return all(_take(tail, leaf) for leaf in leaves)


def _take_all(tail: Tail, leaves: list[Block]) -> bool:
    for leaf in leaves:
        if not _take(tail, leaf):
            tail.strays.append(leaf)
    return True


def _take(tail: Tail, leaf: Block) -> bool:
    """Put one line of the tail where it belongs; False when it is no part of the tail."""
    text = leaf.text
    if not text or words.is_rule(text) or is_remark(text):
        tail.asides.append(leaf.as_line())
    elif is_recipients_head(text):
        _open_recipients(tail, leaf)
    elif words.is_authority(text):
        if not tail.signings or tail.signings[-1].name:
            tail.signings.append(_Signing())
        tail.signings[-1].authority.append(leaf)
        tail.listing = False
    elif (bullet := _bullet_text(leaf)) is not None and (tail.headed or not tail.recipients):
        _add_recipient(tail, leaf, bullet)
        tail.listing = True
    elif tail.signings and not tail.signings[-1].name and is_name(text) and not text.lower().startswith(_APPENDIX):
        _sign(tail, leaf)
    elif tail.listing and not text.lower().startswith(_APPENDIX) and split_number(text) is None:
        _add_recipient(tail, leaf, text)
    else:
        return False
    return True


def _sign(tail: Tail, leaf: Block) -> None:
    signing = tail.signings[-1]
    if words.is_capitals(leaf.text) and leaf.text.startswith(("XÃ ", "PHƯỜNG ", "HUYỆN ", "THÔN ")):
        signing.authority.append(leaf)
    else:
        signing.name = leaf
    tail.listing = False


def _open_recipients(tail: Tail, leaf: Block) -> None:
    tail.listing = tail.headed = True
    first = leaf.text[8:].lstrip(" :").strip()
    if first:
        tail.recipients.append(leaf.as_line(first.lstrip("-–+ ")))
    else:
        tail.head_raw = leaf.raw


def _bullet_text(leaf: Block) -> str | None:
    if leaf.number:
        return leaf.text
    printed = split_number(leaf.text)
    return printed.rest if printed and printed.style is None else None


def _add_recipient(tail: Tail, leaf: Block, text: str) -> None:
    """A recipient, or the second line of the one before."""
    last = tail.recipients[-1] if tail.recipients else None
    if last and text == leaf.text and not leaf.number and not words.ends_sentence(last.text):
        place = Place(last.place.line, leaf.end_line or leaf.line, last.place.page)
        tail.recipients[-1] = Line(together(last.text, text), place, f"{last.raw}\n{leaf.raw}")
        return
    raw = leaf.raw
    line = leaf.line
    if tail.head_raw and not tail.recipients:
        raw, tail.head_raw = f"{tail.head_raw}\n{raw}", ""
    tail.recipients.append(Line(text, Place(line, leaf.end_line if leaf.end_line != line else 0, leaf.page), raw))
