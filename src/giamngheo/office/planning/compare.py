"""Two texts as one, word by word: what was taken out is struck, what was put in is underlined."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_WORDS = re.compile(r"\s+|[\w.,/%–-]+(?<![.,])|.", re.S)


def words(text: str) -> list[str]:
    """Words, spaces and signs: "1.040 triệu" is three; a figure or a document symbol is never cut inside."""
    return _WORDS.findall(text)


def compared(old: str, new: str) -> SafeString:
    """HTML with <del> and <ins>; equal texts come back as they are. A lone space between two changes joins them."""
    left, right = words(old), words(new)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    parts = _joined([(tag, "".join(left[a:b]), "".join(right[c:d])) for tag, a, b, c, d in matcher.get_opcodes()])
    return format_html_join("", "{}", ((_part(*part),) for part in parts))


def _part(tag: str, old: str, new: str) -> SafeString:
    if tag == "equal":
        return format_html("{}", old)
    gone = format_html("<del>{}</del>", old) if old else SafeString("")
    come = format_html("<ins>{}</ins>", new) if new else SafeString("")
    return gone + come


def _joined(parts: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    out: list[tuple[str, str, str]] = []
    for tag, old, new in parts:
        if len(out) > 1 and tag != "equal" and out[-1][0] == "equal" and out[-1][1].isspace() and out[-2][0] != "equal":
            _, space, _ = out.pop()
            _, before, after = out.pop()
            out.append(("replace", before + space + old, after + space + new))
        else:
            out.append((tag, old, new))
    return out
