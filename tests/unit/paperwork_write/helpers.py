"""What the tests of the writers share: looking into written files."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree

from tests.factories import documents

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLES = tuple(documents.everything())


@cache
def sample(name: str):
    return documents.everything()[name]


def part(path: Path, name: str = "word/document.xml"):
    """One part of a .docx as XML."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def words(element) -> str:
    """The letters under an element; a line break is a line feed."""
    found = element.iter(f"{W}t", f"{W}br")
    return "".join((node.text or "") if node.tag == f"{W}t" else "\n" for node in found)


def paragraph(root, start: str):
    """The first paragraph whose text begins with `start`."""
    for found in root.iter(f"{W}p"):
        if words(found).startswith(start):
            return found
    raise AssertionError(f"no paragraph begins with {start!r}")


def value(element, path: str, attribute: str = "val") -> str | None:
    """Attribute of the element at a path of w: names ("pPr/ind"), None when it is not there."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


def run_of(element, text: str):
    """The run with exactly this text."""
    for run in element.iter(f"{W}r"):
        if words(run) == text:
            return run
    raise AssertionError(f"no run {text!r} in {words(element)!r}")


def pdf_pages(content: bytes | Path) -> list[str]:
    """Text of each page in reading order."""
    import pypdfium2

    source = content if isinstance(content, bytes) else str(content)
    with pypdfium2.PdfDocument(source) as document:
        return [page.get_textpage().get_text_range() for page in document]


def letters(pages: list[str]) -> str:
    """Text of pages without page numbers and white space: what was said, not where it was broken."""
    text = "".join(re.sub(r"^\s*\d+\s*\n", "", page) for page in pages)
    text = text.replace("\ufffe", "-")  # pdfium's sign for a hyphen at the end of a line
    return re.sub(r"[\s\u200b]+", "", text)
