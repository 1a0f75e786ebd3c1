"""How a person is compared: keys of a name and a birth, levels with their weights, and words for every level."""

from __future__ import annotations

import pytest

from giamngheo.households.duplicates import engine
from giamngheo.households.duplicates.aside import maybe_twins, set_aside
from giamngheo.households.duplicates.levels import COMPARISONS
from giamngheo.households.duplicates.reasons import AGAINST, CAUTIONS, WORDS
from giamngheo.households.duplicates.records import Record, birth_of, name_of
from giamngheo.office.duplicates.present import said

LEVELS = [(each.name, code) for each in COMPARISONS for code in each.codes]


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        ("Nguyễn Thị Hoà", "nguyễn thị hòa", "folded"),
        ("Nguyễn Thị Hoà", "NGUYEN THI HOA", "bare"),
        ("Nguye\u0302\u0303n Thi\u0323 Ho\u0300a", "Nguyễn Thị Hòa", "written"),  # decomposed
        ("Nguyễn  V. An", "Nguyễn V An", "written"),
        ("Nguyễn Văn An", "Nguyen Duc An", "core"),
        ("Trần Thị Lan", "Lê Thi Lan", "tail"),
        ("Đặng Văn Sơn", "Dang Van Son", "turned"),
    ],
)
def test_names_written_differently_share_a_key(one, other, key) -> None:
    assert getattr(name_of(one), key) == getattr(name_of(other), key)


def test_name_is_taken_apart() -> None:
    name = name_of("Nguyễn Thị Thu Hà")
    assert (name.surname, name.middle, name.given, name.first_letters) == ("nguyen", ("thi", "thu"), "ha", "tt")
    assert (name.initials, name_of("Nguyễn T. T. Hà").initials) == (False, True)
    assert (name_of("Hà").surname, name_of("Hà").given, name_of("Hà").tail) == ("", "ha", None)
    assert name_of("...").bare == ""


@pytest.mark.parametrize(
    ("birth", "parts"),
    [
        (19800312, (1980, "19800312", "19801203", "0312")),
        (19800325, (1980, "19800325", None, "0325")),  # no month 25 to exchange it for
        (19800000, (1980, None, None, None)),
        (19800101, (1980, None, None, None)),  # how lists write a year
        (None, (None, None, None, None)),
    ],
)
def test_birth_is_taken_apart(birth, parts) -> None:
    assert birth_of(birth) == parts


@pytest.mark.parametrize(("comparison", "level"), LEVELS)
def test_every_level_has_its_weight(comparison, level) -> None:
    held = engine.weights()["levels"][comparison][level]
    assert 0 < held["m"] <= 1
    assert 0 < held["u"] <= 1


def test_weights_name_no_level_that_is_gone() -> None:
    assert {(name, code) for name, each in engine.weights()["levels"].items() for code in each} == set(LEVELS)


@pytest.mark.parametrize("key", [*WORDS, *CAUTIONS])
def test_every_reason_is_said_in_both_languages(key) -> None:
    words = WORDS.get(key) or CAUTIONS[key]
    assert words.vi.strip()
    assert words.en.strip()
    assert words.vi != words.en


def test_levels_without_words_are_those_that_say_nothing() -> None:
    assert set(LEVELS) - set(WORDS) == {("sex", "same"), ("head", "other")}
    assert set(WORDS) >= AGAINST


def _pair(name="same", birth="same", number=None) -> engine.Scored:
    levels = {"name": name, "birth": birth, "number": number, "sex": "same", "village": "same", "head": None}
    return engine.Scored(1, 2, 5.0, 0.97, levels, dict.fromkeys(levels, 1.0))


def _record(key: int, household: int | None, birth: int | None = 20000305) -> Record:
    return Record(key, name_of("Nguyễn Văn An"), "male", birth_of(birth), None, 1, household)


@pytest.mark.parametrize(
    ("pair", "births", "together", "aside"),
    [
        (_pair("spelling"), (20000305, 20000305), True, True),  # twins
        (_pair("spelling"), (20000305, 20000305), False, False),
        (_pair("spelling", "year_only"), (20000000, 20000000), True, True),
        (_pair("spelling", "year_only"), (20000000, 20000305), True, False),
        (_pair("spelling", number="one_off"), (20000305, 20000305), True, False),
        (_pair("other_accents"), (20000305, 20000305), True, False),
        (_pair("other_accents", number="other"), (20000305, 20000305), True, True),
        (_pair("same", "other"), (19750410, 20000305), True, True),  # father and son
        (_pair("same", "other"), (19750410, 20000305), False, False),
        (_pair("same", "other", "same"), (19750410, 20000305), True, False),
        (_pair("same", "near_year"), (19990000, 20000305), True, False),  # a year alone contradicts no day
        (_pair("same", "swapped"), (20000305, 20000503), True, False),
        (_pair("other", "one_off", "one_off"), (20000305, 20000306), False, True),
        (_pair("other", "same", "one_off"), (20000305, 20000305), False, False),
    ],
)
def test_people_alike_are_set_aside(pair, births, together, aside) -> None:
    first, second = _record(1, 7, births[0]), _record(2, 7 if together else 8, births[1])
    assert set_aside(pair, first, second) is aside


def test_nobody_without_household_lives_together() -> None:
    assert not set_aside(_pair("spelling"), _record(1, None), _record(2, None))
    assert not maybe_twins(_pair("other_accents"), _record(1, None), _record(2, None))


@pytest.mark.parametrize(
    ("first", "second", "marked"),
    [
        ("Nguyễn Thị Hoà", "Nguyễn Hoà", ({"Thị"}, set())),
        ("Nguyễn Văn An", "Nguyen Van An", ({"Nguyễn", "Văn"}, {"Nguyen", "Van"})),
        ("12/03/1980", "03/12/1980", ({"12", "03"}, {"03", "12"})),
        ("nam", "nữ", ({"nam"}, {"nữ"})),
        ("nam", "", (set(), set())),
    ],
)
def test_differences_are_marked_word_by_word(first, second, marked) -> None:
    told = said(first, second)
    assert tuple({word for word, other in each.words if other} for each in told) == marked
    assert tuple(each.text for each in told) == (first, second)
