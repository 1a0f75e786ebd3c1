"""A standard in which B1 is the sum by a card."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.findings import FindingError
from giamngheo.standards import nodes as n
from giamngheo.standards.release import Citation, Document, Entry, Option, Question, Text
from giamngheo.standards.scorecards import findings as f
from giamngheo.standards.scorecards.card import Choice, Group, Scorecard
from giamngheo.standards.scorecards.checking_points import NO_POINTS
from giamngheo.standards.standard import CardUsed, Standard

SCORE = "scorecard_score"
REGION = "region"
_NO_POINTS = Text("Không thuộc dòng nào, hoặc không được tính điểm", "None of these, or no points by the note")


def apply(card: Scorecard, standard: Standard) -> Standard:
    """`standard` with `scorecard_score` by `card`, and the card's questions. Its verdicts name the card.

    Raises FindingError SCORE-STANDARD for a card of another standard. A card with missing parts makes the score absent,
    with the list of what is missing.
    """
    if card.standard != standard.release.id or SCORE not in standard.held:
        known = standard.release.id
        raise FindingError(f.STANDARD.at(where=card.key, value=card.standard, known=known))
    if standard.card is not None:
        raise ValueError(f"{standard.card.id} is applied already: a standard sums by one card")
    if card.missing:
        return standard.with_card(used(card), {SCORE: _absent(card, standard)}, (), _documents(card, standard))
    entry = _entry(card, standard, rule=tree(card))
    return standard.with_card(used(card), {SCORE: entry}, questions(card), _documents(card, standard))


def used(card: Scorecard) -> CardUsed:
    """What a verdict keeps of the card."""
    return CardUsed(card.id, card.version, card.digest, card.title, card.verified)


def tree(card: Scorecard) -> n.AnyNode:
    """The sum over all groups."""
    return n.Add(tuple(term for group in card.groups for term in _terms(group)))


def questions(card: Scorecard) -> tuple[Question, ...]:
    """The region and one question a group, or one an option where a group takes several."""
    regions = tuple(Option(each.code, each.title) for each in card.regions)
    asked = [Question(REGION, Text("Vùng của bảng điểm B1", "Region of the B1 scorecard"), "option", options=regions)]
    for group in card.groups:
        asked += _questions(group)
    return tuple(asked)


def _questions(group: Group) -> Iterator[Question]:
    if group.kind == "multiple":
        for each in group.options:
            label = Text(f"{group.title.vi}: {each.label.vi}", f"{group.title.en}: {each.label.en}")
            yield Question(_name(group, each), label, "yes_no", help=group.note)
        return
    options = (*(Option(each.code, each.label) for each in group.options), Option(NO_POINTS, _NO_POINTS))
    yield Question(_name(group), group.title, "option", options=options, help=group.note)


def _name(group: Group, option: Choice | None = None) -> str:
    return f"b1_{group.code}_{option.code}" if option else f"b1_{group.code}"


def _terms(group: Group) -> Iterator[n.AnyNode]:
    """What the group adds. An answer that is no option of it is unknown, never 0."""
    if group.kind == "multiple":
        for each in group.options:
            yield n.Case((n.Branch(n.Field(_name(group, each)), _points(each)),), n.Constant(0))
        return
    asked = n.Field(_name(group))
    branches = [n.Branch(n.OneOf(asked, (each.code,)), _points(each)) for each in group.options]
    branches.append(n.Branch(n.OneOf(asked, (NO_POINTS,)), n.Constant(0)))
    yield n.Case(tuple(branches), n.Absent(SCORE))


def _points(option: Choice) -> n.AnyNode:
    """Its points; the region is asked only where they differ by it."""
    by_points: dict[int, list[str]] = {}
    for region, points in option.points.items():
        by_points.setdefault(points, []).append(region)
    if len(by_points) == 1:
        return n.Constant(next(iter(by_points)))
    branches = (
        n.Branch(n.OneOf(n.Field(REGION), tuple(regions)), n.Constant(points)) for points, regions in by_points.items()
    )
    return n.Case(tuple(branches), n.Absent(SCORE))


def _entry(card: Scorecard, standard: Standard, rule: n.AnyNode) -> Entry:
    signed, reviewed = card.signature if card.verified else None, standard.held[SCORE].entry.last_reviewed
    return Entry(
        start=standard.day, citation=_citation(card), verified=card.verified,
        last_reviewed=signed.on if signed else reviewed, rule=rule, note=_note(card),
    )  # fmt: skip


def _absent(card: Scorecard, standard: Standard) -> Entry:
    lacks_vi, lacks_en = "; ".join(each.vi for each in card.missing), "; ".join(each.en for each in card.missing)
    text = Text(
        f"Bảng điểm “{card.title.vi}” còn thiếu: {lacks_vi}", f"The scorecard “{card.title.en}” lacks: {lacks_en}"
    )
    return Entry(
        start=standard.day,
        citation=_citation(card),
        verified=card.verified,
        last_reviewed=standard.held[SCORE].entry.last_reviewed,
        absent=text,
    )


def _citation(card: Scorecard) -> Citation:
    """The text it was compared with; a card nobody signed cites itself, never the law."""
    return Citation(card.signature.document, card.signature.article) if card.signature else Citation(card.key)


def _note(card: Scorecard) -> Text:
    if card.verified and card.signature is not None:
        by, on = card.signature.by, f"{card.signature.on:%d/%m/%Y}"
        return Text(f"{card.title.vi}, {by} xác nhận ngày {on}", f"{card.title.en}, signed by {by} on {on}")
    return Text(f"{card.title.vi}: chưa xác nhận theo văn bản", f"{card.title.en}: not compared with a text")


def _documents(card: Scorecard, standard: Standard) -> tuple[Document, ...]:
    symbol = _citation(card).document
    if symbol in standard.documents:
        return ()
    kind = Text("Văn bản do người xác nhận nêu", "Document named by the signer") if card.signature else Text(
        "Bảng điểm đã nạp", "Loaded scorecard")  # fmt: skip
    issuer = Text(card.signature.by, card.signature.by) if card.signature else card.title
    return (Document(symbol, kind, issuer, verified=card.verified),)
