"""From an OfficialDocument to a Sheet: everything NĐ 30/2020 decides about a document, decided once.

The text of the author is kept; what the decree fixes is completed: capitals of boxes 1, 2, 5a and 7a, leading zeros of
number, day and month, ";" and "." at the ends of listed lines, "./." at the end of the content.
See docs/algorithms/writing.md.
"""

from __future__ import annotations

from dataclasses import replace

from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.document import Line, Node, NodeKind, OfficialDocument
from giamngheo.paperwork.writers.body import body_blocks
from giamngheo.paperwork.writers.sheet import Appendix, Block, Foot, Head, Item, Role, Run, Sheet, Title
from giamngheo.paperwork.writers.widths import balanced_width, longest_line, text_width
from giamngheo.paperwork.writers.wording import (
    ended,
    listed,
    plain,
    printable,
    printed_date,
    printed_reference,
    runs,
    upper,
    without_dash,
)

TEXT_WIDTH = f30.PAGE_WIDTH.used - f30.MARGIN_LEFT.used - f30.MARGIN_RIGHT.used
LEFT_COLUMN = 66.0  # the rest, 99 mm, holds the State's name at 13 pt (95,7 mm) on one line
RIGHT_COLUMN = TEXT_WIDTH - LEFT_COLUMN
SUBJECT_WIDTH = 145.0
RECIPIENTS_COLUMN = 75.0
SIGNATURE_ROOM = 72.0  # points between post and name: a signature, and a seal of 36 mm across its left third
ADDRESSEE_LEFT, ADDRESSEE_DASH = 35.0, 20.0  # "Kính gửi:", and from there to the dashes below its colon
SLACK = 1.5  # mm by which another program may set a line longer than we measured

_COUNCILS = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")


def lay_out(document: OfficialDocument) -> Sheet:
    """The sheet of `document`; works for any document, however much of it is missing."""
    body, annexes = _split_annexes(document.body)
    blocks = body_blocks(body, TEXT_WIDTH)
    closing = _closing(document.closing)
    if closing is None:
        blocks = _end_marked(blocks)
    head = _head(document)
    return Sheet(
        head=head,
        title=_title(document),
        addressees=_addressees(document.addressees),
        bases=_bases(document.legal_bases),
        blocks=blocks,
        closing=closing,
        foot=_foot(document),
        appendices=tuple(_appendix(node, document) for node in annexes),
        name=_name(document),
        author=" ".join(head.issuers),
        about=_about(document),
    )


def _head(document: OfficialDocument) -> Head:
    parents, issuers = _issuer_lines(document.issuer)
    state, motto = f30.STATE_NAME, f30.STATE_MOTTO
    size = f30.ISSUING_BODY.size.used
    column = max(
        (balanced_width(line, size, LEFT_COLUMN - SLACK, bold=True) for line in (*parents, *issuers)), default=0
    )
    _, last_length = longest_line(issuers[-1] if issuers else "", size, column + SLACK, bold=True)
    when = document.place_and_date
    date = printed_date(when.locality, when.day, when.month, when.year) if when else ""
    fits = text_width(date, f30.PLACE_AND_DATE.size.used) <= RIGHT_COLUMN - SLACK
    date_size = f30.PLACE_AND_DATE.size
    reference = document.reference
    return Head(
        parents=parents,
        issuers=issuers,
        issuer_width=round(column + SLACK, 1),
        issuer_rule=round(last_length * f30.RULE_SHARE.used, 1),
        state=state,
        motto=motto,
        motto_rule=round(text_width(motto, f30.MOTTO.size.used, bold=True), 1),
        reference=printed_reference(reference.number, reference.symbol) if reference else "",
        letter_subject=_letter_subject(document),
        date=date,
        date_size=date_size.used if fits else date_size.least,
        places=(
            document.issuer[0].place.line if document.issuer else 0,
            reference.place.line if reference else 0,
            when.place.line if when else 0,
            document.subject.place.line if document.subject else 0,
        ),
    )


def _issuer_lines(lines: tuple[Line, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(parent body, issuing body). "ỦY BAN NHÂN DÂN / XÃ …" are two lines of one body, not a parent and a child."""
    texts = [piece for line in lines for piece in _unit_below(upper(line.text)) if piece]
    for at, text in enumerate(texts):
        if text in (*_COUNCILS, "UBND", "HĐND"):
            end = at + 2
            if end >= len(texts):
                return tuple(texts[:at]), tuple(texts[at:])
            return tuple(texts[:end]), tuple(texts[end:])
    return tuple(texts[:-1]), tuple(texts[-1:])


def _unit_below(text: str) -> tuple[str, ...]:
    """A committee too long for the column is broken where officials break it: before the name of the unit."""
    if text_width(text, f30.ISSUING_BODY.size.used, bold=True) > LEFT_COLUMN:
        for start in _COUNCILS:
            if text.startswith(f"{start} "):
                return start, text[len(start) + 1 :]
    return (text,)


def _is_letter(document: OfficialDocument) -> bool:
    return document.doc_type == f30.LETTER


def _letter_subject(document: OfficialDocument) -> tuple[Run, ...]:
    if not (_is_letter(document) and document.subject):
        return ()
    text = printable(document.subject.text)
    return runs(text if text.lower().startswith("v/v") else f"V/v {text}")


def _title(document: OfficialDocument) -> Title | None:
    if _is_letter(document):
        return None
    name = document.type_name.text if document.type_name else f30.TYPE_NAMES.get(document.doc_type, "")
    subject = printable(document.subject.text) if document.subject else ""
    if not (name or subject):
        return None
    size = f30.SUBJECT.size.used
    width = balanced_width(subject, size, SUBJECT_WIDTH, bold=True)
    lines, longest = longest_line(subject, size, width, bold=True)
    last = longest if lines == 1 else width
    return Title(
        type_name=upper(name),
        subject=runs(subject, bold=True),
        width=round(min(width + SLACK, TEXT_WIDTH), 1),
        rule=round(last * f30.RULE_SHARE.used, 1) if subject else 0.0,
        places=(
            document.type_name.place.line if document.type_name else 0,
            document.subject.place.line if document.subject else 0,
        ),
    )


def _addressees(lines: tuple[Line, ...]) -> tuple[Item, ...]:
    texts: list[tuple[str, int]] = []
    for line in lines:
        text = printable(line.text)
        if text.lower().startswith("kính gửi"):
            text = text[len("kính gửi") :].lstrip(" :")
        if text := without_dash(text):
            texts.append((text, line.place.line))
    if len(texts) == 1:
        return (Item(runs(texts[0][0]), texts[0][1]),)
    ends = listed([text for text, _ in texts])
    return tuple(Item(runs(text), place) for text, (_, place) in zip(ends, texts, strict=True))


def _bases(lines: tuple[Line, ...]) -> tuple[Item, ...]:
    kept = [(text, line.place.line) for line in lines if (text := printable(line.text))]
    found: list[Item] = []
    for number, (text, place) in enumerate(kept, 1):
        if text == text.upper() and number == 1 and any(char.isalpha() for char in text):
            # The authority of a decision ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …") stands alone above its bases.
            found.append(Item(runs(text, bold=True), place, centred=True))
        else:
            found.append(Item(runs(ended(text, "." if number == len(kept) else ";"), italic=True), place))
    return tuple(found)


def _closing(line: Line | None) -> Item | None:
    if line is None or not (text := printable(line.text)):
        return None
    return Item(runs(ended(text, f30.END_MARK)), line.place.line)


def _end_marked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Without a closing sentence the last paragraph of the body carries "./."."""
    last = blocks[-1] if blocks else None
    if last is None or not last.runs or last.outline or last.role in (Role.TABLE, Role.CENTRED):
        return blocks
    look = last.runs[-1]
    marked = runs(ended(plain(last.runs), f30.END_MARK), bold=look.bold, italic=look.italic)
    return (*blocks[:-1], replace(last, runs=marked))


def _foot(document: OfficialDocument) -> Foot:
    kept = [
        (text, line.place.line)
        for line in document.recipients
        if (text := without_dash(line.text)) and text.rstrip(": ").lower() != "nơi nhận"
    ]
    ends = listed([text for text, _ in kept])
    signature = document.signature
    return Foot(
        recipients=tuple(Item(runs(f"- {text}"), place) for text, (_, place) in zip(ends, kept, strict=True)),
        authority=tuple(upper(text) for text in signature.authority if printable(text)) if signature else (),
        name=runs(printable(signature.name), bold=True) if signature else (),
        place=signature.place.line if signature else 0,
    )


def is_annex(node: Node) -> bool:
    """A top-level heading "Phụ lục …": it and what it governs is printed after the signature."""
    return node.kind is NodeKind.HEADING and printable(node.printed).lower().startswith("phụ lục")


def _split_annexes(body: tuple[Node, ...]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    return tuple(node for node in body if not is_annex(node)), tuple(node for node in body if is_annex(node))


def _appendix(node: Node, document: OfficialDocument) -> Appendix:
    number, title = printable(node.number), printable(node.text)
    if not number:
        # "Phụ lục II DANH SÁCH …" in one piece: the word and its Roman numeral, then the title.
        words = title.split(" ")
        count = 3 if len(words) > 2 and words[2].strip(":.") and set(words[2].strip(":.")) <= set("IVXLC") else 2
        number, title = " ".join(words[:count]), " ".join(words[count:])
    children = node.children
    given = children and printable(children[0].text).lower().startswith(("(kèm theo", "(ban hành kèm theo"))
    attached = printable(children[0].text) if given else _attached(document)
    heading = upper(title)
    size = f30.APPENDIX_TITLE.size.used
    return Appendix(
        word=number.rstrip(".:"),
        title=runs(heading, bold=True),
        width=round(balanced_width(heading, size, SUBJECT_WIDTH, bold=True) + SLACK, 1),
        attached=runs(attached, italic=True),
        blocks=body_blocks(children[1:] if given else children, TEXT_WIDTH),
        place=node.place.line,
    )


def _attached(document: OfficialDocument) -> str:
    kind = _type_words(document) or "văn bản"
    reference = document.reference
    number = printed_reference(reference.number, reference.symbol) if reference else ""
    when = document.place_and_date
    date = printed_date("", when.day, when.month, when.year) if when else ""
    parts = ("Kèm theo", kind, number.replace("Số: ", "số "), date)
    return f"({' '.join(part for part in parts if part)})"


def _type_words(document: OfficialDocument) -> str:
    known = "Công văn" if _is_letter(document) else f30.TYPE_NAMES.get(document.doc_type, "")
    return known or (printable(document.type_name.text).capitalize() if document.type_name else "")


def _name(document: OfficialDocument) -> str:
    subject = printable(document.subject.text) if document.subject else ""
    return subject or _type_words(document) or "Văn bản"


def _about(document: OfficialDocument) -> str:
    reference = document.reference
    printed = f"{printable(reference.number)}/{printable(reference.symbol)}" if reference else ""
    return f"{_type_words(document)} {printed}".strip()
