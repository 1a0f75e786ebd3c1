"""Pages of a Word file: A4, the decree's margins, the number at the top from page 2, pages turned for wide tables."""

from __future__ import annotations

from typing import Any

from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.writers.docx_xml import element, page_field, put

_NUMBER_FROM_TOP = 10.0  # mm from the edge to the page number, inside the top margin
_AFTER_NUMBERING = (
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
)


def set_page(section: Any, *, first: bool, turned: bool = False) -> None:
    """Size, margins, and whether this section's first page goes without its number."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = f30.PAGE_WIDTH.used, f30.PAGE_HEIGHT.used
    section.orientation = WD_ORIENT.LANDSCAPE if turned else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(height), Mm(width)) if turned else (Mm(width), Mm(height))
    section.top_margin, section.bottom_margin = Mm(f30.MARGIN_TOP.used), Mm(f30.MARGIN_BOTTOM.used)
    section.left_margin, section.right_margin = Mm(f30.MARGIN_LEFT.used), Mm(f30.MARGIN_RIGHT.used)
    section.header_distance = section.footer_distance = Mm(_NUMBER_FROM_TOP)
    section.different_first_page_header_footer = first


def number_pages(section: Any) -> None:
    """The page number at the top centre; not on page 1."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    page_field(paragraph)
    # Page 1 has a header of its own, empty: the number is printed from page 2 on.
    section.first_page_header.is_linked_to_previous = False


def count_anew(section: Any) -> None:
    """Pages of this section are counted from 1 again."""
    put(section._sectPr, element("pgNumType", start=1), *_AFTER_NUMBERING)


def turn(word: Any, *, turned: bool) -> None:
    """Begin a new page, on its side (for a wide table) or upright again."""
    from docx.enum.section import WD_SECTION

    section = word.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, first=False, turned=turned)
    for counting in section._sectPr.findall(element("pgNumType").tag):
        section._sectPr.remove(counting)  # copied from the section before; the count goes on
