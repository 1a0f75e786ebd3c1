"""The styles of a written Word file: one for each element of NĐ 30/2020, so that a style is changed, not a line."""

from __future__ import annotations

from typing import Any

from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.format30 import Face
from giamngheo.paperwork.writers.docx_xml import element, put

# Identifiers of the styles; what an officer reads in Word's list stands in _NAMES.
BODY, BASIS, HEADER, SUBJECT = "ND30Body", "ND30Basis", "ND30Header", "ND30Subject"
RECIPIENT, SIGNATURE, CELL, RULE = "ND30Recipient", "ND30Signature", "ND30Cell", "ND30Rule"
TITLE = "Title"
_NAMES = {
    BODY: ("Nội dung", f30.CONTENT),
    BASIS: ("Căn cứ", f30.LEGAL_BASIS),
    HEADER: ("Đầu văn bản", f30.CONTENT),
    SUBJECT: ("Trích yếu", f30.SUBJECT),
    RECIPIENT: ("Nơi nhận", f30.RECIPIENT),
    SIGNATURE: ("Chữ ký", f30.AUTHORITY),
    CELL: ("Ô bảng", f30.TABLE),
    RULE: ("Đường kẻ", f30.CONTENT),
}
_LEVELS = 9


def set_up(document: Any) -> None:
    """Fonts, language and styles; python-docx's own template brings colours and theme fonts that are taken away."""
    from docx.enum.style import WD_STYLE_TYPE

    styles = document.styles
    _defaults(styles)
    _plain(styles["Normal"], f30.CONTENT)
    made = {}
    for identifier, (name, face) in _NAMES.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.styleId = identifier
        style.base_style = styles["Normal"]
        style.quick_style = True
        _plain(style, face)
        made[identifier] = style
    _plain(styles[TITLE], f30.TYPE_NAME)
    _bare(styles[TITLE])
    _plain(styles["Header"], f30.PAGE_NUMBER)
    for level in range(1, _LEVELS + 1):
        # Bold or not is the affair of each level of the decree, not of the depth: set on the runs.
        _plain(styles[f"Heading {level}"], f30.CONTENT)
        _running_text(styles[f"Heading {level}"])
    for identifier, style in made.items():
        (_running_text if identifier in (BODY, BASIS) else _tight)(style)
    _tight(styles[TITLE])


def heading(level: int) -> str:
    """The style of a heading at `level` (1..9)."""
    return f"Heading{level}"


def wear(paragraph: Any, identifier: str) -> Any:
    """Give a paragraph a style by its identifier: python-docx's own way searches all styles for every paragraph."""
    paragraph._p.style = identifier
    return paragraph


def _defaults(styles: Any) -> None:
    defaults = styles.element.find(f"{{{styles.element.nsmap['w']}}}docDefaults")
    run = defaults.rPrDefault.rPr if hasattr(defaults, "rPrDefault") else defaults[0][0]
    put(run, element("lang", val="vi-VN", eastAsia="vi-VN", bidi="ar-SA"))
    put(run, element("rFonts", ascii=f30.FONT, hAnsi=f30.FONT, cs=f30.FONT, eastAsia=f30.FONT), *_AFTER_FONTS)


_AFTER_FONTS = ["b", "bCs", "i", "iCs", "caps", "color", "spacing", "w", "kern", "sz", "szCs", "highlight", "u", "lang"]


def _plain(style: Any, face: Face) -> None:
    """The face of the decree and nothing the template had."""
    from docx.shared import Pt, RGBColor

    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    font = style.font
    font.name = f30.FONT
    put(properties, element("rFonts", ascii=f30.FONT, hAnsi=f30.FONT, cs=f30.FONT, eastAsia=f30.FONT), *_AFTER_FONTS)
    font.size = Pt(face.size.used)
    put(properties, element("szCs", val=round(face.size.used * 2)), "highlight", "u", "lang")
    font.bold = face.bold
    font.italic = face.italic
    font.color.rgb = RGBColor.from_string(f30.INK)


def _bare(style: Any) -> None:
    """Without the rule python-docx's template draws under a title."""
    properties = style.element.get_or_add_pPr()
    for child in list(properties):
        if child.tag.endswith(("}pBdr", "}contextualSpacing")):
            properties.remove(child)


def _running_text(style: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    form = style.paragraph_format
    form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    form.first_line_indent = Mm(f30.FIRST_LINE.used)
    form.space_before = Pt(0)
    form.space_after = Pt(f30.PARAGRAPH_GAP.used)
    form.line_spacing = f30.LINE_SPACING.used
    form.keep_together = False
    form.keep_with_next = False
    form.widow_control = True


def _tight(style: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    form = style.paragraph_format
    form.alignment = WD_ALIGN_PARAGRAPH.CENTER
    form.first_line_indent = Mm(0)
    form.space_before = Pt(0)
    form.space_after = Pt(0)
    form.line_spacing = 1.0
