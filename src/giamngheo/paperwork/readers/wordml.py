"""Names of WordprocessingML (ECMA-376, part 1) used by the .docx reader, and small look-ups in its elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

# Transitional (Word's usual) and strict documents differ in the namespace only; strict is mapped while reading.
NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{NS}}}"
VAL = f"{W}val"
_OFF = ("0", "false", "off", "none")


def value(parent: _Element | None, name: str) -> str | None:
    """The w:val of the child `name`; None where there is no such child, "" where it has no value."""
    if parent is None:
        return None
    child = parent.find(W + name)
    return None if child is None else child.get(VAL, "")


def switch(parent: _Element | None, name: str) -> bool | None:
    """An on/off property: None when not said, so that the style decides."""
    said = value(parent, name)
    return None if said is None else said not in _OFF


def number(text: str | None, default: int = 0) -> int:
    """A decimal attribute; `default` for anything else, as Word does."""
    try:
        return int(text) if text else default
    except ValueError:
        return default


def parse(data: bytes) -> _Element | None:
    """A small part (styles, numbering) as a tree, with entities, network and huge trees switched off."""
    from lxml import etree

    if not data:
        return None
    if STRICT.encode() in data:
        data = data.replace(STRICT.encode(), NS.encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise etree.XMLSyntaxError("a Word file holds no DOCTYPE", 0, 0, 0)
    return root
