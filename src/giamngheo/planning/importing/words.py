"""The words by which plans are recognised: blocks of a project, results, targets, sentences."""

from __future__ import annotations

import re
from functools import cache

from giamngheo.foundation.text import bare

BLOCK_ORDER = ("objective", "beneficiaries", "content", "funding", "assignment")
BLOCK_TITLES = {
    "objective": "Mục tiêu",
    "beneficiaries": "Đối tượng",
    "content": "Nội dung hỗ trợ",
    "funding": "Kinh phí thực hiện",
    "assignment": "Phân công thực hiện",
}
_BLOCK_WORDS = (
    ("objective", ("muc tieu",)),
    ("beneficiaries", ("doi tuong",)),
    ("content", ("noi dung", "hoat dong", "nhiem vu")),
    ("funding", ("kinh phi", "nguon von", "nguon kinh phi", "von thuc hien", "du toan")),
    ("assignment", ("phan cong", "to chuc thuc hien", "don vi thuc hien", "don vi chu tri", "co quan chu tri")),
)
_LONGEST_TITLE = 120


def block_of(text: str) -> str:
    """The block a heading opens ("a) Mục tiêu: …" → "objective"), "" when none."""
    words = bare(text)
    for block, starts in _BLOCK_WORDS:
        if words.startswith(starts):
            return block
    return ""


def split_title(text: str) -> tuple[str, str]:
    """A heading and what runs on behind its colon: "Mục tiêu: Hỗ trợ …" → ("Mục tiêu", "Hỗ trợ …")."""
    before, colon, after = text.partition(":")
    if colon and len(before) <= 60:
        return before.strip(), after.strip()
    return text.strip(), ""


def is_sentence(text: str) -> bool:
    """Whether a numbered line is a clause of the text rather than a title."""
    stripped = text.rstrip()
    if stripped.endswith((";", "./.")) or len(stripped) > 2 * _LONGEST_TITLE:
        return True
    return (len(stripped) > 60 and stripped.endswith(".")) or ("chủ trì" in stripped and len(stripped) > 40)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"[.;:!?…)”\"]\s*$")


def goes_on(before: str, after: str) -> bool:
    """Whether a paragraph is the rest of the one before: a page break fell into the sentence."""
    return bool(before) and bool(after) and after[0].islower() and not _ends().search(before)
