"""HTML for the screens and for printing on A4: semantic, escaped throughout, each part reachable by its source line."""

from __future__ import annotations

from html import escape
from pathlib import Path

from giamngheo.paperwork.document import OfficialDocument
from giamngheo.paperwork.writers.layout import lay_out
from giamngheo.paperwork.writers.sheet import Appendix, Block, Foot, Grid, Head, Item, Role, Run, Sheet, Signer, Title

STYLE = Path(__file__).with_name("official.css")
_DEEPEST = 6  # HTML has no seventh heading


def print_css() -> str:
    """The style sheet of the printed page (class names od-…), for a screen that links it itself."""
    return STYLE.read_text(encoding="utf-8")


def write_html(document: OfficialDocument, *, page: bool = False, style: bool = True) -> str:
    """`document` as an HTML fragment (<article class="od-document">), or with `page` as a whole page.

    Every element that came from line N of a source carries id="l-N" (the first on that line). `style=False` leaves the
    style sheet out of the fragment, for a screen that links it. No text of the document can become markup.
    """
    body = _Page(lay_out(document)).article()
    sheet = f"<style>\n{print_css()}</style>\n" if style or page else ""
    if not page:
        return f"{sheet}{body}"
    name = escape(lay_out(document).name)
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{name}</title>\n{sheet}</head>\n<body class="od-page">\n{body}</body>\n</html>\n'
    )


def _runs(parts: tuple[Run, ...], *, plain: bool = False) -> str:
    """Letters with their look; `plain` where the element around them already says bold or italic."""
    return "".join(_run(part, plain=plain) for part in parts)


def _run(part: Run, *, plain: bool) -> str:
    text = escape(part.text).replace("\n", "<br>")
    if part.caps:
        text = f'<span class="od-caps">{text}</span>'
    if part.mark:
        text = f"<mark>{text}</mark>"
    if part.italic and not plain:
        text = f"<em>{text}</em>"
    if part.bold and not plain:
        text = f"<strong>{text}</strong>"
    return text


class _Page:
    """One writing: remembers which source lines have their anchor already, since an id may stand once."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._seen: set[int] = set()
        self._titled = False

    def _id(self, place: int) -> str:
        if place <= 0 or place in self._seen:
            return ""
        self._seen.add(place)
        return f' id="l-{place}"'

    def _p(self, kind: str, content: str, place: int = 0) -> str:
        return f'<p class="od-{kind}"{self._id(place)}>{content}</p>\n' if content else ""

    def article(self) -> str:
        sheet = self.sheet
        parts = [
            '<article class="od-document" lang="vi">\n',
            self._head(sheet.head),
            self._title(sheet.title) if sheet.title else "",
            self._addressees(sheet.addressees),
            *(self._basis(item) for item in sheet.bases),
            self._blocks(sheet.blocks),
            self._p("text od-closing", _runs(sheet.closing.runs), sheet.closing.place) if sheet.closing else "",
            self._foot(sheet.foot),
            *(self._appendix(appendix) for appendix in sheet.appendices),
            "</article>\n",
        ]
        return "".join(parts)

    def _head(self, head: Head) -> str:
        issuer_at, reference_at, date_at, subject_at = head.places
        issuer = "".join(self._p("parent", escape(line), issuer_at) for line in head.parents)
        issuer += "".join(self._p("issuing", escape(line), issuer_at) for line in head.issuers)
        about = ""
        if head.letter_subject:
            self._titled = True
            about = f'<h1 class="od-about"{self._id(subject_at)}>{_runs(head.letter_subject)}</h1>\n'
        reference = self._p("reference", escape(head.reference), reference_at)
        return (
            f'<header class="od-head">\n<div class="od-issuer">\n{issuer}</div>\n<div class="od-state">\n'
            f'<p class="od-country">{escape(head.state)}</p>\n'
            f'<p class="od-motto"><span>{escape(head.motto)}</span></p>\n'
            f'</div>\n<div class="od-number">\n{reference}{about}</div>\n'
            f'<div class="od-when">\n{self._p("date", escape(head.date), date_at)}</div>\n</header>\n'
        )

    def _title(self, title: Title) -> str:
        self._titled = True
        type_at, subject_at = title.places
        name = f'<span class="od-type"{self._id(type_at)}>{escape(title.type_name)}</span>' if title.type_name else ""
        about = f'<span class="od-subject"{self._id(subject_at)}>{_runs(title.subject, plain=True)}</span>'
        return f'<h1 class="od-title">{name} {about if title.subject else ""}</h1>\n'

    def _addressees(self, items: tuple[Item, ...]) -> str:
        if len(items) == 1:
            return self._p("addressee", f"Kính gửi: {_runs(items[0].runs)}", items[0].place)
        return self._list("addressees", "Kính gửi:", items, "- ") if items else ""

    def _list(self, kind: str, word: str, items: tuple[Item, ...], dash: str = "") -> str:
        lines = "".join(f"<li{self._id(item.place)}>{dash}{_runs(item.runs)}</li>\n" for item in items)
        return f'<div class="od-{kind}">\n<p class="od-word">{word}</p>\n<ul>\n{lines}</ul>\n</div>\n'

    def _basis(self, item: Item) -> str:
        return self._p("centred" if item.centred else "basis", _runs(item.runs, plain=not item.centred), item.place)

    def _blocks(self, blocks: tuple[Block, ...]) -> str:
        parts: list[str] = []
        listing = False
        for block in blocks:
            if (block.role is Role.BULLET) != listing:
                listing = not listing
                parts.append('<ul class="od-list">\n' if listing else "</ul>\n")
            parts.append(self._block(block))
        if listing:
            parts.append("</ul>\n")
        return "".join(parts)

    def _block(self, block: Block) -> str:
        if block.grid is not None:
            return self._grid(block.grid, block.place)
        number, text = _runs(block.number), _runs(block.runs)
        gap = "<br>" if block.role is Role.CENTRED else " "
        content = f"{number}{gap}{text}" if number and text else number or text
        if block.role is Role.BULLET:
            return f'<li class="od-item od-depth-{min(block.depth, 3)}"{self._id(block.place)}>{content}</li>\n'
        kind = "centred" if block.role is Role.CENTRED else "heading" if block.outline else "text"
        if not block.outline:
            return self._p(kind, content, block.place)
        level = block.outline + (1 if self._titled else 0)
        tag = min(level, _DEEPEST)
        deeper = f' aria-level="{level}"' if level > _DEEPEST else ""
        return f'<h{tag} class="od-{kind}"{deeper}{self._id(block.place)}>{content}</h{tag}>\n'

    def _grid(self, grid: Grid, place: int) -> str:
        header = "".join(f'<th scope="col">{_runs(cell, plain=True)}</th>' for cell in grid.rows[0])
        rows = "".join(f"<tr>{self._cells(grid, row)}</tr>\n" for row in grid.rows[1:])
        wide = " od-wide" if grid.wide else ""
        name = escape(", ".join("".join(run.text for run in cell) for cell in grid.rows[0] if cell)[:200], quote=True)
        return (
            f'<div class="od-scroll{wide}"{self._id(place)} role="region" tabindex="0" aria-label="{name}">\n'
            f'<table class="od-table">\n<thead>\n<tr>{header}</tr>\n</thead>\n'
            f"<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
        )

    def _cells(self, grid: Grid, row: tuple[tuple[Run, ...], ...]) -> str:
        kinds = [
            "od-short" if short else "od-figure" if figure else "od-words"
            for short, figure in zip(grid.short, grid.figures, strict=True)
        ]
        return "".join(f'<td class="{kind}">{_runs(cell)}</td>' for kind, cell in zip(kinds, row, strict=True))

    def _foot(self, foot: Foot) -> str:
        if foot.empty:
            return ""
        cells: list[str] = []
        for number, (left, right) in enumerate(foot.rows):
            beside = number == len(foot.rows) - 1 and foot.recipients
            cells.append(self._list("recipients", "Nơi nhận:", foot.recipients) if beside else self._signer(left))
            cells.append(self._signer(right))
        return f'<footer class="od-foot">\n{"".join(cells)}</footer>\n'

    def _signer(self, signer: Signer | None) -> str:
        if signer is None:
            return '<div class="od-signature"></div>\n'
        lines = "".join(self._p("authority", escape(line), signer.place) for line in signer.authority)
        return f'<div class="od-signature">\n{lines}{self._p("signer", _runs(signer.name, plain=True))}</div>\n'

    def _appendix(self, appendix: Appendix) -> str:
        tag = "h2" if self._titled else "h1"
        head = ""
        if appendix.word:
            word = f'<span class="od-type">{escape(appendix.word)}</span>'
            title = f'<span class="od-caps">{_runs(appendix.title, plain=True)}</span>' if appendix.title else ""
            head = f'<{tag} class="od-annex"{self._id(appendix.place)}>{word} {title}</{tag}>\n'
        attached = self._p("attached", _runs(appendix.attached, plain=True))
        return f'<section class="od-appendix">\n{head}{attached}{self._blocks(appendix.blocks)}</section>\n'
