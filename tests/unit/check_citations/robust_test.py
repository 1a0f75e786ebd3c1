"""Whatever is broken in a text, the check answers with findings whose quotes stand in it."""

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.check.engine import RULES, Context, misquoted
from giamngheo.planning.check.registers import Registers
from giamngheo.planning.check.rules import load

PLAN = Path(__file__).resolve().parents[2] / "fixtures" / "plans" / "ke-hoach-nam-2024.md"
LINES = PLAN.read_text(encoding="utf-8").split("\n")
MARKS = st.sampled_from(list("/.-:;()|,đ19IVXaÀỲ… "))


@given(
    gone=st.sets(st.integers(0, len(LINES) - 1), max_size=12),
    moved=st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, len(LINES) - 1)), max_size=4),
    typed=st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 120), MARKS), max_size=12),
)
@settings(max_examples=60, deadline=None)
def test_every_quote_stands_in_the_text(gone, moved, typed) -> None:
    lines = list(LINES)
    for one, two in moved:
        lines[one], lines[two] = lines[two], lines[one]
    for line, place, mark in typed:
        lines[line] = lines[line][:place] + mark + lines[line][place + 1 :]
    document = read_text("\n".join(line for number, line in enumerate(lines) if number not in gone))
    load()
    context = Context(document, Registers.packaged(), date(2026, 11, 23))
    assert misquoted(document, [finding for rule in RULES for finding in rule(context)]) == []
