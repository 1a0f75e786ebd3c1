"""The real plan, line by line: figures only, none of its sentences."""

from __future__ import annotations

import pytest

from giamngheo.paperwork.document import NodeKind, NumberStyle, OfficialDocument
from giamngheo.paperwork.readers import read
from tests.factories.losses import lost_and_added
from tests.seed import seed_path

pytestmark = pytest.mark.seed


@pytest.fixture(scope="module")
def plan() -> OfficialDocument:
    return read(seed_path())


def numbers_under(plan: OfficialDocument, line: int) -> list[str]:
    parent = next(node for node in plan.walk() if node.place.line == line)
    return [child.number for child in parent.children]


def test_nothing_of_the_plan_is_lost(plan: OfficialDocument) -> None:
    source = seed_path().read_text(encoding="utf-8")
    assert lost_and_added(source, plan) == ({}, {})


def test_every_filled_line_has_a_place(plan: OfficialDocument) -> None:
    source = seed_path().read_text(encoding="utf-8").split("\n")
    covered = {
        number
        for line in (*plan.lines(), *plan.asides)
        for number in range(line.place.line - line.raw.count("Nơi nhận"), line.place.last + 1)
    }
    filled = {number for number, text in enumerate(source, 1) if text.strip()}
    assert filled - covered <= {324}  # "Nơi nhận:" itself stands two lines above its first recipient


def test_elements_stand_where_they_are_printed(plan: OfficialDocument) -> None:
    assert [line.place.line for line in (*plan.issuer, *plan.motto)] == [3, 4, 6, 7]
    assert plan.reference is not None
    assert (plan.reference.number, plan.reference.symbol, plan.reference.place.line) == ("", "KH-UBND", 9)
    assert plan.place_and_date is not None
    assert (plan.place_and_date.day, plan.place_and_date.month, plan.place_and_date.year) == (None, None, 2024)
    assert [line.place.line for line in plan.legal_bases] == [17]
    assert plan.body[0].place.line == 19
    assert plan.closing is not None
    assert plan.closing.place.line == 322
    assert len(plan.recipients) == 6
    assert plan.signature is not None
    assert (plan.signature.place.line, plan.signature.place.last) == (333, 336)


def test_outline_of_the_plan_is_found(plan: OfficialDocument) -> None:
    parts = [node for node in plan.body if node.kind is NodeKind.HEADING]
    assert [(node.number, node.style, len(node.children)) for node in parts] == [
        ("A.", NumberStyle.PART, 5),
        ("B.", NumberStyle.PART, 3),
    ]
    assert numbers_under(plan, 107) == ["1.", "2.", "3.", "4.", "5.", "3."]
    assert numbers_under(plan, 181) == ["3.1.", "3.2.", "3.3."]
    assert numbers_under(plan, 288) == ["a)", "b)", "c)", "a)"]
    assert numbers_under(plan, 314) == ["a)", "b)", "d)"]


def test_two_broken_sentences_are_whole(plan: OfficialDocument) -> None:
    assert [finding.line for finding in plan.warnings] == [81, 141]
    joined = [node for node in plan.walk() if node.place.last > node.place.line]
    assert [(node.place.line, node.place.last) for node in joined] == [(79, 81), (139, 141)]
