"""Sentences broken by the source's layout are made whole; every other break is kept.

Two kinds of break (docs/algorithms/reading.md): a line break inside a paragraph (`soft`), and a paragraph break in
mid-sentence, which copying out of PDF or a web page leaves behind. The second is joined only when the sentence shows
it: no terminal sign before, a small letter after.
"""

from __future__ import annotations

from giamngheo.foundation.findings import Finding
from giamngheo.paperwork.structure import words
from giamngheo.paperwork.structure.blocks import Block, is_cut_word, join
from giamngheo.paperwork.structure.numbers import is_numbered, split_number

_SHORT_LINE = 60  # a sentence is broken where a line was full; a shorter line is a title or an entry
_SHORT_HEADING = 80  # a numbered line shorter than this is a title: what follows it is its text, not its end
_OPENERS = ("Số:", "Số ", "Nơi nhận", "Kính gửi", "Căn cứ", "V/v", "Độc lập", "Theo đề nghị", "Xét ")


def joined(blocks: list[Block], notes: list[Finding]) -> list[Block]:
    """`blocks` with broken sentences joined in place. A note is added for each joined paragraph break."""
    result: list[Block] = []
    for block in blocks:
        last = result[-1] if result else None
        if last is None or _stands_alone(block) or _stands_alone(last) or block.number:
            result.append(block)
        elif block.soft:
            if _same_sentence(last, block):
                join(last, block)
            else:
                result.append(block)
        elif _broken(last, block):
            notes.append(_note(last, block))
            join(last, block)
        else:
            result.append(block)
    return result


def _stands_alone(block: Block) -> bool:
    return block.cells is not None or not block.text or words.is_rule(block.text)


def _same_sentence(last: Block, block: Block) -> bool:
    """Whether a line break (not a paragraph break) between the two is only the edge of the page."""
    text = block.text
    if is_cut_word(last.text, text):
        return True
    if _begins_element(text) or (last.text.rstrip().endswith(":") and len(last.text) < _SHORT_HEADING):
        return False
    if words.is_capitals(text) or words.is_capitals(last.text):
        capitals = words.is_capitals(text) and words.is_capitals(last.text)
        numbered = bool(last.number) or split_number(last.text) is not None
        return numbered and capitals and not last.text.endswith((".", ";"))
    if words.begins_lower(text) and not words.ends_sentence(last.text):
        return True
    return bool(last.full)


def _broken(last: Block, block: Block) -> bool:
    """Whether a paragraph break between the two cuts a sentence in the middle."""
    if words.ends_sentence(last.text) or not words.begins_lower(block.text) or split_number(block.text):
        return False
    if words.is_capitals(last.text) or last.bold != block.bold or len(last.text) < _SHORT_LINE:
        return False
    titled = bool(last.number) or is_numbered(last.text)
    return not titled or len(last.text) >= _SHORT_HEADING


def _begins_element(text: str) -> bool:
    return text.startswith(_OPENERS) or split_number(text) is not None or words.is_authority(text)


def _note(last: Block, block: Block) -> Finding:
    from giamngheo.paperwork.findings import JOINED

    return JOINED.at(block.line, block.text[:80], before=last.text[-60:].strip(), after=block.text[:60].strip())
