"""A plan as its page shows it: sections with their passages, each with the findings that point at it.

Asks no database: takes what `planning.queries` answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from giamngheo.office.planning.findings import FindingView, spoken
from giamngheo.office.planning.marking import Quote, locate, marked
from giamngheo.planning.queries import PlanView, SectionView, TextView
from giamngheo.planning.reasons import PARTS as PART_NAMES

PARTS: dict[str, str | Promise] = {
    "addressee": _("Kính gửi"),
    "legal_basis": _("Căn cứ"),
    "opening": _("Mở đầu"),
    "closing": _("Câu kết"),
    "recipient": _("Nơi nhận"),
}


# Where a finding about a blank belongs: the words it quotes are those of the file, which our head prints otherwise.
_FRONT = {
    "COMPLETE-NUMBER": "h-reference",
    "COMPLETE-DATE": "h-date",
    "FORMAT-REFERENCE": "h-reference",
    "FORMAT-DATE": "h-date",
    "FORMAT-LOCALITY": "h-date",
    "FORMAT-TYPE": "h-subject",
    "FORMAT-AUTHORITY": "h-signature",
    "FORMAT-SIGNATURE": "h-signature",
}


@dataclass(slots=True)
class Passage:
    """One paragraph, bullet, table, heading or line of the head; `pk` None where nothing of it can be edited."""

    anchor: str
    kind: str  # paragraph | bullet | table | title | front
    text: str
    number: str = ""
    pk: int | None = None
    rows: list[list[str]] = field(default_factory=list)
    label: str | Promise = ""
    findings: list[FindingView] = field(default_factory=list)

    @property
    def html(self) -> SafeString:
        """The text with the words that findings mean marked."""
        return marked(self.text, self._quotes())

    @property
    def marked_rows(self) -> list[list[SafeString]]:
        """The cells of a table, marked in the same way."""
        quotes = self._quotes()
        return [[marked(cell, quotes) for cell in row] for row in self.rows]

    def says(self, quote: str) -> bool:
        """Whether these words stand here."""
        return any(locate(text, quote) for text in (self.text, *(cell for row in self.rows for cell in row)))

    def _quotes(self) -> list[Quote]:
        return [Quote(each.quote, each.anchor, each.severity) for each in self.findings if not each.decision]


@dataclass(slots=True)
class Section:
    """A heading with what stands under it, in printed order. `role` is heading, project or block."""

    pk: int
    role: str
    depth: int
    title: Passage
    passages: list[Passage]
    absent: list[str]
    children: list[Section]
    facts: list[tuple[str | Promise, str]]

    @property
    def pk_text(self) -> str:
        """Its id as text, for addresses made in a template."""
        return str(self.pk)

    @property
    def tag(self) -> str:
        """Its heading element; the page has h1."""
        return f"h{min(self.depth + 1, 6)}"

    def walk(self) -> Iterator[Passage]:
        """Its passages and all below, in order."""
        yield self.title
        yield from self.passages
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class Page:
    """Everything of a plan, in printed order."""

    head: list[Passage]
    sections: list[Section]
    tail: list[Passage]

    def walk(self) -> Iterator[Passage]:
        """All passages, in order."""
        yield from self.head
        for section in self.sections:
            yield from section.walk()
        yield from self.tail


def page_of(view: PlanView, findings: Iterable[FindingView]) -> Page:
    """The page of a plan; each finding gets the anchor of the passage it is about, where there is one."""
    numbers = _numbers(view)
    page = Page(
        [*_head(view), *_around(view, numbers, "addressee", "legal_basis", "opening")],
        [_section(section, numbers, 1) for section in view.sections],
        [*_around(view, numbers, "closing", "recipient"), *_signature(view)],
    )
    place(page, view, findings)
    return page


def place(page: Page, view: PlanView, findings: Iterable[FindingView]) -> None:
    """Put each finding at its text or heading; one outside the body at the first passage that has its words."""
    texts = {text.key: text.pk for text in _texts(view)}
    sections = {section.key: section.pk for section in view.walk()}
    passages = list(page.walk())
    by_anchor = {passage.anchor: passage for passage in passages}
    for finding in findings:
        key = f"t-{texts.get(finding.text_key)}" if finding.text_key else f"s-{sections.get(finding.section_key)}"
        found = by_anchor.get(key)
        if finding.quote and (found is None or not found.says(finding.quote)):
            found = next((passage for passage in passages if passage.says(finding.quote)), found)
        found = found or by_anchor.get(_FRONT.get(finding.code, ""))
        if found is not None:
            finding.target = found.anchor
            found.findings.append(finding)


def passage_of(view: PlanView, text: TextView, findings: Iterable[FindingView]) -> Passage:
    """One passage alone, for the answer to an edit."""
    page = page_of(view, findings)
    return next(passage for passage in page.walk() if passage.anchor == f"t-{text.pk}")


def text_of(view: PlanView, pk: int) -> TextView | None:
    """The text of that id, if it is one of this plan's."""
    return next((text for text in _texts(view) if text.pk == pk), None)


def _texts(view: PlanView) -> Iterator[TextView]:
    for section in view.walk():
        yield from section.texts
    for part in view.around.values():
        yield from part


def _numbers(view: PlanView) -> dict[str, str]:
    """Printed number or bullet of every text, by key."""
    places, found = view.composed.places, {}
    for node in view.composed.document.walk():
        kind, key = places.get(node.place.line, ("", ""))
        if kind == "text":
            found[key] = node.number
    return found


def _passage(text: TextView, numbers: dict[str, str], label: str | Promise = "") -> Passage:
    number = numbers.get(text.key, "")
    kind = "table" if text.rows else "bullet" if number else "paragraph"
    return Passage(f"t-{text.pk}", kind, text.printed, number, text.pk, text.rows, label)


def _section(section: SectionView, numbers: dict[str, str], depth: int) -> Section:
    return Section(
        section.pk,
        section.kind,
        depth,
        Passage(f"s-{section.pk}", "title", section.title, section.number, section.pk),
        [_passage(text, numbers) for text in section.texts],
        [_("[còn thiếu: %(part)s]") % {"part": spoken(PART_NAMES[part])} for part in section.missing],
        [_section(child, numbers, depth + 1) for child in section.children],
        _facts(section),
    )


def _facts(section: SectionView) -> list[tuple[str | Promise, str]]:
    """What the system understood of a block, so that an officer sees when it understood wrongly."""
    facts: list[tuple[str | Promise, str]] = []
    if section.beneficiaries:
        facts.append((_("Đối tượng"), "; ".join(section.beneficiaries)))
    for lead, coordinating in section.assignments:
        facts.append((_("Chủ trì"), lead))
        if coordinating:
            facts.append((_("Phối hợp"), coordinating))
    facts.extend((_("Quyết định giao vốn"), str(reference.document)) for reference in section.funding)
    return facts


def _around(view: PlanView, numbers: dict[str, str], *parts: str) -> Iterator[Passage]:
    for part in parts:
        for text in view.around.get(part, ()):
            yield _passage(text, numbers, PARTS[part])


def _head(view: PlanView) -> Iterator[Passage]:
    document = view.composed.document
    if document.reference is not None:
        text = f"{document.reference.number or '…'}/{document.reference.symbol}"
        yield Passage("h-reference", "front", text, label=_("Số, ký hiệu"))
    dated = document.place_and_date
    if dated is not None:
        day = "/".join(str(part) if part else "…" for part in (dated.day, dated.month, dated.year))
        yield Passage("h-date", "front", f"{dated.locality}, {day}", label=_("Nơi, ngày ký"))
    yield Passage("h-subject", "front", view.subject, label=_("Trích yếu"))


def _signature(view: PlanView) -> Iterator[Passage]:
    signature = view.composed.document.signature
    if signature is not None:
        lines = filter(None, (*signature.authority, signature.name))
        yield Passage("h-signature", "front", "\n".join(lines), label=_("Người ký"))
