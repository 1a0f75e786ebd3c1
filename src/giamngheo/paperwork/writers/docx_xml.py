"""The few pieces of WordprocessingML that python-docx has no words for. Lengths are mm, sizes points."""

from __future__ import annotations

from typing import Any

TWIPS_PER_MM = 1440 / 25.4
_BORDER = "single"
_EIGHTHS = "6"  # 0,75 pt, in eighths of a point


def twips(millimetres: float) -> int:
    """Word's unit of length: 1/1440 inch."""
    return round(millimetres * TWIPS_PER_MM)


def element(tag: str, **attributes: str | int) -> Any:
    """A `w:` element with `w:` attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def put(parent: Any, child: Any, *after: str) -> None:
    """Insert `child` before the first of the elements named `after` (the schema fixes an order), else at the end;
    an element of the same name is replaced."""
    from docx.oxml.ns import qn

    for old in parent.findall(child.tag):
        parent.remove(old)
    followers = {qn(f"w:{name}") for name in after}
    for at, sibling in enumerate(parent):
        if sibling.tag in followers:
            parent.insert(at, child)
            return
    parent.append(child)


_AFTER_BORDERS = [
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
]


def bottom_rule(paragraph: Any) -> None:
    """A solid line under the paragraph, from its left indent to its right indent: printed by Word and LibreOffice."""
    borders = element("pBdr")
    borders.append(element("bottom", val=_BORDER, sz=_EIGHTHS, space=0, color="000000"))
    put(paragraph._p.get_or_add_pPr(), borders, *_AFTER_BORDERS)


def outline_level(paragraph: Any, level: int) -> None:
    """The paragraph's place in the navigation pane (1..9)."""
    put(
        paragraph._p.get_or_add_pPr(),
        element("outlineLvl", val=level - 1),
        *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )


def page_field(paragraph: Any) -> None:
    """The page number, worked out by the program that shows the page."""
    from docx.oxml.ns import qn

    for kind in ("begin", "", "separate", "1", "end"):
        run = paragraph.add_run()
        if kind in ("begin", "separate", "end"):
            run._r.append(element("fldChar", fldCharType=kind))
        elif kind == "":
            code = element("instrText")
            code.text = " PAGE "
            code.set(qn("xml:space"), "preserve")
            run._r.append(code)
        else:
            run.text = kind


def column_widths(table: Any, widths: tuple[float, ...]) -> None:
    """Fixed columns, in mm: in the table's grid (LibreOffice) and in every cell (Word)."""
    table.autofit = False
    total = element("tblW", w=sum(twips(width) for width in widths), type="dxa")
    put(
        table._tbl.tblPr,
        total,
        "jc",
        "tblCellSpacing",
        "tblInd",
        "tblBorders",
        "shd",
        "tblLayout",
        "tblCellMar",
        "tblLook",
    )
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(_w("w"), str(twips(width)))
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            put(cell.get_or_add_tcPr(), element("tcW", w=twips(width), type="dxa"), *_AFTER_CELL_WIDTH)


_AFTER_CELL_WIDTH = [
    "gridSpan",
    "hMerge",
    "vMerge",
    "tcBorders",
    "shd",
    "noWrap",
    "tcMar",
    "textDirection",
    "tcFitText",
    "vAlign",
    "hideMark",
]


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    found: str = qn(f"w:{name}")
    return found


def table_frame(table: Any, *, lines: bool, sides: float, top: float = 0.0) -> None:
    """Borders on or off, and the empty space inside cells (mm)."""
    properties = table._tbl.tblPr
    borders = element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if lines:
            borders.append(element(side, val=_BORDER, sz=4, space=0, color="000000"))
        else:
            borders.append(element(side, val="none", sz=0, space=0, color="auto"))
    put(properties, borders, "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription")
    margins = element("tblCellMar")
    for side, space in (("top", top), ("left", sides), ("bottom", top), ("right", sides)):
        margins.append(element(side, w=twips(space), type="dxa"))
    put(properties, margins, "tblLook", "tblCaption", "tblDescription")


def table_name(table: Any, text: str) -> None:
    """What a screen reader says the table is."""
    put(table._tbl.tblPr, element("tblCaption", val=text), "tblDescription", "tblPrChange")


def row_habits(row: Any, *, header: bool = False) -> None:
    """A row is not split over two pages; a header row is repeated on each."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("cantSplit"))
    if header:
        properties.append(element("tblHeader"))
