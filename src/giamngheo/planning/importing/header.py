"""Everything of a document that is not its body: what is kept as data, and what is kept as it stood."""

from __future__ import annotations

from collections.abc import Sequence

from giamngheo.foundation.text import bare, squeeze
from giamngheo.paperwork.document import Line, OfficialDocument
from giamngheo.planning.content import HeadContent, SectionContent, TextContent

_TM = "TM. ỦY BAN NHÂN DÂN"


def head_of(document: OfficialDocument, sections: Sequence[SectionContent]) -> HeadContent:
    """The head as data; blanks stay blank."""
    reference, dated, signature = document.reference, document.place_and_date, document.signature
    authority = [squeeze(line) for line in signature.authority] if signature else []
    if authority and not bare(authority[0]).startswith(("tm.", "tm ")) and bare(authority[0])[:2] in ("kt", "ch"):
        authority.insert(0, _TM)  # "KT. CHỦ TỊCH" signs for the committee, not beside it (NĐ 30/2020, Phụ lục I, II.7)
    return HeadContent(
        doc_type=document.doc_type or "KH",
        number=reference.number[:20] if reference else "",  # the header's lines are kept whole beside it
        symbol=(reference.symbol[:60] if reference else "") or "KH-UBND",
        day=dated.day if dated else None,
        month=dated.month if dated else None,
        year=dated.year if dated else None,
        subject=squeeze(document.subject.text) if document.subject else "",
        authority=authority,
        signer=squeeze(signature.name)[:120] if signature else "",
        first_level=_first_level(sections),
    )


def _first_level(sections: Sequence[SectionContent]) -> str:
    first = next((section.source_number for section in sections if section.source_number), "A").strip(" .)/")
    if first.lower().startswith(("phần", "chương")) or first in ("A", "B"):
        return "A"
    return "I" if set(first.upper()) <= set("IVX") else "1"


def header_texts(document: OfficialDocument) -> list[TextContent]:
    """Legal bases and addressees as texts, and the head's lines as they stood (part "header")."""
    kept = [*document.issuer, *document.motto]
    if document.reference:
        kept.append(Line(document.reference.text or document.reference.printed, document.reference.place))
    if document.place_and_date:
        dated = document.place_and_date
        kept.append(Line(dated.text or dated.raw, dated.place))
    kept += [line for line in (document.type_name, document.subject, document.enacted_by) if line]
    texts = [_as_stood(line, "header", order) for order, line in enumerate(kept, 1)]
    texts += [_text(line, "addressee", order) for order, line in enumerate(document.addressees, 1)]
    return texts + [_text(line, "legal_basis", order) for order, line in enumerate(document.legal_bases, 1)]


def take_head(document: OfficialDocument) -> list[TextContent]:
    """What stands behind the body: closing, recipients, and the signatures as they stood."""
    texts = [_text(document.closing, "closing", 1)] if document.closing else []
    texts += [_text(line, "recipient", order) for order, line in enumerate(document.recipients, 1)]
    order = 100
    for signature in filter(None, (document.signature, *document.cosigners)):
        for words in (*signature.authority, signature.name):
            order += 1
            texts.append(_as_stood(Line(words, signature.place), "header", order))
    return [text for text in texts if text.source_text]


def _text(line: Line, part: str, order: int) -> TextContent:
    template = squeeze(line.text)
    if part == "closing":
        template = template.removesuffix("./.").rstrip(" .")
    elif part in ("recipient", "legal_basis"):
        template = template.rstrip(" ;.,")
    if part == "recipient" and bare(template).startswith("luu:"):
        template = template.replace(";", ",")  # "Lưu: VT, LĐTBXH": a comma before the drafting unit (box 9b)
    text = _as_stood(line, part, order)
    text.template = template
    return text


def _as_stood(line: Line, part: str, order: int) -> TextContent:
    return TextContent(
        key=f"{part}#{order}", section="", part=part, kind="paragraph", template="",
        source_text=line.text, source_line=line.place.line or None, source_end_line=line.place.last or None,
    )  # fmt: skip
