"""Word files: the sheet through python-docx, with drawn rules, styles, outline levels, repeated table headers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.paperwork.writers import docx_styles as styles
from giamngheo.paperwork.writers.atomic import write_whole
from giamngheo.paperwork.writers.docx_page import count_anew, number_pages, set_page
from giamngheo.paperwork.writers.docx_parts import add_body, add_closing, add_foot, add_front, add_head, add_runs
from giamngheo.paperwork.writers.docx_xml import element, put
from giamngheo.paperwork.writers.layout import lay_out
from giamngheo.paperwork.writers.measures import TEXT_WIDTH
from giamngheo.paperwork.writers.sheet import Appendix, Sheet


def write_docx(document: OfficialDocument, path: Path) -> None:
    """Write `document` as .docx at `path`. Raises FindingError PAPER-WRITE-SAVE; nothing half-written stays."""
    word = build(lay_out(document))
    write_whole(path, lambda waiting: word.save(str(waiting)))


def build(sheet: Sheet) -> Any:
    """The python-docx document of a sheet."""
    import docx

    word = docx.Document()
    styles.set_up(word)
    _modern(word)
    _properties(word, sheet)
    set_page(word.sections[0], first=True)
    number_pages(word.sections[0])
    add_sheet(word, sheet)
    return word


def add_sheet(word: Any, sheet: Sheet) -> None:
    """All of a sheet, into the last section of `word`."""
    add_head(word, sheet.head)
    add_front(word, sheet.title, sheet.addressees, sheet.bases)
    add_body(word, sheet.blocks)
    add_closing(word, sheet.closing, with_foot=not sheet.foot.empty)
    add_foot(word, sheet.foot)
    for appendix in sheet.appendices:
        _add_appendix(word, appendix)


def _modern(word: Any) -> None:
    """Without this mark Word opens the file in "compatibility mode" and sets lines as it did in 2003."""
    settings = word.settings.element
    compat = element("compat")
    compat.append(
        element("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    )
    put(settings, compat, *_AFTER_COMPAT)
    put(settings, element("themeFontLang", val="vi-VN"), *_AFTER_COMPAT[_AFTER_COMPAT.index("clrSchemeMapping") :])


_AFTER_COMPAT = [
    "docVars",
    "rsids",
    "mathPr",
    "attachedSchema",
    "themeFontLang",
    "clrSchemeMapping",
    "doNotIncludeSubdocsInStats",
    "shapeDefaults",
    "decimalSymbol",
    "listSeparator",
]


def _properties(word: Any, sheet: Sheet) -> None:
    import datetime

    core = word.core_properties
    core.title = sheet.name[:255]  # OOXML core properties hold at most 255 characters
    core.subject = sheet.about[:255]
    core.author = sheet.author[:255]
    core.last_modified_by = sheet.author[:255]
    core.comments = ""
    core.keywords = f"{f30.DECREE}; {f30.FONT}"
    core.language = "vi-VN"
    now = datetime.datetime.now(tz=datetime.UTC).replace(tzinfo=None, microsecond=0)
    core.created = core.modified = now


def _add_appendix(word: Any, appendix: Appendix) -> None:
    from docx.enum.section import WD_SECTION
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    section = word.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, first=True)
    count_anew(section)
    if not appendix.word:
        add_body(word, appendix.blocks)
        return
    paragraph = styles.wear(word.add_paragraph(), styles.heading(1))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = Mm(0)
    paragraph.paragraph_format.space_after = Pt(3)
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run(appendix.word).bold = True
    for runs, width in ((appendix.title, appendix.width), (appendix.attached, TEXT_WIDTH)):
        if runs:
            line = styles.wear(word.add_paragraph(), styles.HEADER)
            side = Mm(max(0.0, (TEXT_WIDTH - width) / 2))
            line.paragraph_format.left_indent = line.paragraph_format.right_indent = side
            line.paragraph_format.space_after = Pt(3)
            line.paragraph_format.keep_with_next = True
            add_runs(line, runs)
    line.paragraph_format.space_after = Pt(12)
    add_body(word, appendix.blocks)
