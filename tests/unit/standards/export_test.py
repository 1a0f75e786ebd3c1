"""The export carries all a phone needs, whole and small."""

from datetime import date

import msgspec
import pytest

from giamngheo.standards import nodes as n
from giamngheo.standards import on
from giamngheo.standards.export import export, read
from giamngheo.standards.standard import Standard, resolve
from tests.vectors.make import places

PLACES = list(places())


def named(standard: Standard) -> str:
    return f"{standard.key} {standard.day} {standard.province}"


@pytest.mark.parametrize("standard", PLACES, ids=named)
def test_export_holds_all_that_evaluation_reads(standard: Standard) -> None:
    found = read(export(standard))
    assert (found.key, found.day, found.province) == (standard.key, standard.day_number, standard.province)
    assert found.parameters == standard.parameters
    assert found.rules == standard.rules
    assert found.indicators == standard.indicators
    assert {each.name: each for each in found.questions} == standard.questions


@pytest.mark.parametrize("standard", PLACES, ids=named)
def test_everything_unknown_says_which_text_would_give_it(standard: Standard) -> None:
    found = read(export(standard))
    for name, concept in found.concepts.items():
        known = name in found.rules or found.parameters.get(name) is not None
        if concept.unit == "names":
            known = bool(found.indicators)
        assert known == (concept.absent is None), name
    absent = {node.concept for tree in found.rules.values() for node in n.walk(tree) if isinstance(node, n.Absent)}
    assert all(found.concepts[name].absent for name in absent)


@pytest.mark.parametrize("standard", PLACES, ids=named)
def test_every_citation_leads_to_its_document(standard: Standard) -> None:
    found = read(export(standard))
    assert {each.citation.document for each in found.concepts.values()} == {each.symbol for each in found.documents}


def test_remembered_values_are_marked() -> None:
    concepts = read(export(on(date(2024, 6, 1), "79"))).concepts
    assert concepts["income_line"].verified is False
    assert concepts["floor_area"].verified is True
    questions = {each.name: each for each in read(export(on(date(2024, 6, 1)))).questions}
    assert questions["television"].verified is False
    assert questions["wall"].verified is True


def test_same_standard_gives_the_same_bytes() -> None:
    standard = on(date(2026, 11, 24))
    again = Standard(standard.release, standard.day, "", dict(reversed(standard.held.items())))
    assert export(again) == export(resolve(standard.release, standard.day))


def test_what_somebody_assumed_is_told_apart_from_the_law() -> None:
    standard = on(date(2026, 11, 24))
    entry = standard.held["poor_deprivations"].entry
    changed = standard.changed({"poor_deprivations": msgspec.structs.replace(entry, number=4)})
    assert read(export(changed)).assumed == ("poor_deprivations",)
    assert b'"assumed"' not in export(standard)


@pytest.mark.parametrize("standard", PLACES, ids=named)
def test_export_is_small_enough_for_a_bad_line(standard: Standard) -> None:
    """A village has 2G at times: 64 kB unpacked, a fifth of it on the wire."""
    assert len(export(standard)) < 64_000


@pytest.mark.parametrize("data", [b"{}", b"[]", b'{"format": 1}', b"x"])
def test_anything_else_is_no_export(data: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        read(data)


def test_format_is_always_written() -> None:
    assert msgspec.json.decode(export(on(date(2026, 11, 24))))["format"] == 1


def test_note_of_a_value_goes_along() -> None:
    standard = on(date(2024, 6, 1), "79")
    note = standard.held["income_line"].entry.note
    assert note is not None
    assert read(export(standard)).concepts["income_line"].note == note
