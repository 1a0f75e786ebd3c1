"""Any card comes back the same from YAML and Excel, sums as by hand, and no broken file is more than a finding."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giamngheo.standards import on
from giamngheo.standards.engines.in_memory import World
from giamngheo.standards.release import Text
from giamngheo.standards.scorecards.card import Choice, Group, Region, Scorecard, Signature
from giamngheo.standards.scorecards.loading import look
from giamngheo.standards.scorecards.to_excel import write
from giamngheo.standards.scorecards.to_yaml import dump
from tests.factories.scorecards import YAML, workbook

NOW = on(date(2026, 11, 24))
# Letters of both languages, and signs that YAML or Excel could take for something else.
WORDS = st.text("ăâđêôơưABCxyz0159:#'\"-%&*!|>@`{}[],=+()/", min_size=1, max_size=18).map(str.strip).filter(bool)
TEXTS = st.builds(Text, WORDS.map(lambda each: f"Đ {each}"), WORDS.map(lambda each: f"E {each}"))
CODES = st.text("abcxyz019_", min_size=1, max_size=6).filter(lambda each: each[0] != "_")
POINTS = st.integers(0, 20).map(lambda each: each * 5)


@st.composite
def cards(draw: st.DrawFn) -> Scorecard:
    regions = draw(st.lists(CODES, min_size=1, max_size=4, unique=True))
    groups = []
    for code in draw(st.lists(CODES.filter(lambda each: "_" not in each), min_size=1, max_size=4, unique=True)):
        options = draw(st.lists(CODES, min_size=1, max_size=4, unique=True))
        choices = tuple(Choice(each, draw(TEXTS), {region: draw(POINTS) for region in regions}) for each in options)
        kind = draw(st.sampled_from(["single", "multiple"]))
        groups.append(Group(code, draw(TEXTS), kind, choices, draw(st.none() | TEXTS)))
    signed = st.builds(Signature, WORDS.map(lambda each: f"N {each}"), st.dates(date(2000, 1, 1), date(2100, 1, 1)),
                       WORDS.map(lambda each: f"S {each}"), WORDS.map(lambda each: f"Đ {each}"))  # fmt: skip
    return Scorecard(
        id="b1", standard="vn-2022", version=draw(st.integers(1, 99)), title=draw(TEXTS),
        regions=tuple(Region(each, draw(TEXTS)) for each in regions), groups=tuple(groups),
        signature=draw(st.none() | signed),
    )  # fmt: skip


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(card=cards())
def test_card_comes_back_the_same_from_both_kinds_of_file(card: Scorecard) -> None:
    with tempfile.TemporaryDirectory() as folder:
        text, book = Path(folder) / "card.yaml", Path(folder) / "card.xlsx"
        text.write_text(dump(card), "utf-8")
        write(card, book)
        assert look(text).card == card, look(text).findings
        assert look(book).card == card, look(book).findings


@settings(deadline=None, max_examples=100)
@given(card=cards(), data=st.data())
def test_sum_is_what_adding_by_hand_gives(card: Scorecard, data: st.DataObject) -> None:
    region = data.draw(st.sampled_from([each.code for each in card.regions]))
    answers: dict[str, object] = {"region": region}
    points = 0
    for group in card.groups:
        by_code = {each.code: each.points[region] for each in group.options}
        if group.kind == "multiple":
            taken = data.draw(st.sets(st.sampled_from(sorted(by_code))))
            answers |= {f"b1_{group.code}_{each}": each in taken for each in by_code}
            points += sum(by_code[each] for each in taken)
        else:
            code = data.draw(st.sampled_from(sorted(by_code)))
            answers[f"b1_{group.code}"] = code
            points += by_code[code]
    applied = card.apply(NOW)
    assert World(applied, answers, ()).rule("income_score") == points  # type: ignore[arg-type]
    lost = data.draw(st.sampled_from([name for name in answers if name != "region"]))
    fewer = {name: value for name, value in answers.items() if name != lost}
    assert World(applied, fewer, ()).rule("income_score") is None  # type: ignore[arg-type]


@settings(deadline=None, max_examples=150)
@given(at=st.integers(0, len(YAML)), length=st.integers(0, 60), junk=st.text(max_size=12))
def test_mangled_yaml_is_a_card_or_findings(at: int, length: int, junk: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "card.yaml"
        file.write_text(YAML[:at] + junk + YAML[at + length :], "utf-8", errors="replace")
        checked = look(file)
        assert (checked.card is None) == any(str(each.severity) == "error" for each in checked.findings)


CELLS = st.dictionaries(
    st.tuples(st.sampled_from("ABCDEFGH"), st.integers(1, 9)).map(lambda each: f"{each[0]}{each[1]}"),
    st.one_of(st.integers(-10, 200), st.floats(-5, 5), st.booleans(), WORDS, st.sampled_from(
        ["Nhóm", "Tên nhóm", "Kiểu", "Đặc điểm", "nt1", "urban", "Mã bảng điểm", "Phiên bản", "vn-2022"])),
    max_size=40,
)  # fmt: skip


@pytest.mark.parametrize("sheets", [("Thông tin", "Vùng", "Bảng điểm")])
@settings(deadline=None, max_examples=80)
@given(data=st.data())
def test_random_cells_are_never_more_than_findings(sheets: tuple[str, ...], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        heading = {"A1": "Nhóm", "B1": "Tên nhóm", "C1": "Đặc điểm", "D1": "nt1"}
        cells = {name: data.draw(CELLS) for name in sheets}
        cells["Bảng điểm"] = cells["Bảng điểm"] | (heading if data.draw(st.booleans()) else {})
        checked = look(workbook(Path(folder) / "card.xlsx", cells))
        assert (checked.card is None) == any(str(each.severity) == "error" for each in checked.findings)
