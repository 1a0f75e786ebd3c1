"""From an OfficialDocument to a Sheet: everything NĐ 30/2020 decides about a document, decided once.

The text of the author is kept; what the decree fixes is completed: capitals of boxes 1, 2, 5a and 7a, leading zeros of
number, day and month, ";" and "." at the ends of listed lines, "./." at the end of the content.
See docs/algorithms/writing.md.
"""

from __future__ import annotations

from dataclasses import replace

from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.document import Line, OfficialDocument, Signature
from giamngheo.paperwork.writers.annexes import lay_out_annexes, split_annexes
from giamngheo.paperwork.writers.body import body_blocks
from giamngheo.paperwork.writers.measures import LEFT_COLUMN, RIGHT_COLUMN, SLACK, SUBJECT_WIDTH, TEXT_WIDTH
from giamngheo.paperwork.writers.sheet import Block, Foot, Head, Item, Role, Run, Sheet, Signer, Title
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

_COUNCILS = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")


def lay_out(document: OfficialDocument) -> Sheet:
    """The sheet of `document`; works for any document, however much of it is missing."""
    body, annexes = split_annexes(document)
    blocks = body_blocks(body, TEXT_WIDTH)
    closing = _closing(document.closing)
    if closing is None:
        blocks = _end_marked(blocks)
    head = _head(document)
    return Sheet(
        head=head,
        title=_title(document),
        addressees=_addressees(document.addressees),
        bases=_bases(document),
        blocks=blocks,
        closing=closing,
        foot=_foot(document),
        appendices=lay_out_annexes(annexes, _attached(document)),
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
    about = _letter_subject(document)
    return Head(
        parents=parents,
        issuers=issuers,
        issuer_width=round(column + SLACK, 1),
        issuer_rule=round(last_length * f30.RULE_SHARE.used, 1),
        state=state,
        motto=motto,
        motto_rule=round(text_width(motto, f30.MOTTO.size.used, bold=True), 1),
        reference=printed_reference(reference.number, reference.symbol) if reference else "",
        letter_subject=about,
        letter_width=round(balanced_width(plain(about), f30.LETTER_SUBJECT.size.used, LEFT_COLUMN - 4) + SLACK, 1),
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


def _bases(document: OfficialDocument) -> tuple[Item, ...]:
    """Who decides, why, and "QUYẾT ĐỊNH:"."""
    kept = [(text, line.place.line) for line in document.legal_bases if (text := printable(line.text))]
    found = [_centred_line(document.enacted_by)]
    for number, (text, place) in enumerate(kept, 1):
        found.append(Item(runs(ended(text, "." if number == len(kept) else ";"), italic=True), place))
    found.append(_centred_line(document.enacting_words))
    return tuple(item for item in found if item)


def _centred_line(line: Line | None) -> Item | None:
    return Item(runs(upper(line.text), bold=True), line.place.line, centred=True) if line else None


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
    return (*blocks[:-1], replace(last, runs=marked, keep=True))  # it goes with the signature


def _foot(document: OfficialDocument) -> Foot:
    kept = [
        (text, line.place.line)
        for line in document.recipients
        if (text := without_dash(line.text)) and text.rstrip(": ").lower() != "nơi nhận"
    ]
    ends = listed([text for text, _ in kept])
    recipients = tuple(Item(runs(f"- {text}"), place) for text, (_, place) in zip(ends, kept, strict=True))
    chief = _signer(document.signature) if document.signature else None
    others = [_signer(signature) for signature in document.cosigners]
    if not (recipients or chief or others):
        return Foot((), ())
    beside = None if recipients or not others else others.pop()
    pairs = [(others[at], others[at + 1] if at + 1 < len(others) else None) for at in range(0, len(others), 2)]
    return Foot(recipients, (*pairs, (beside, chief)))


def _signer(signature: Signature) -> Signer:
    return Signer(
        authority=tuple(upper(text) for text in signature.authority if printable(text)),
        name=runs(printable(signature.name), bold=True),
        place=signature.place.line,
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
