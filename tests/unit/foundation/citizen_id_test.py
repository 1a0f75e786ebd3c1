"""Reading, comparing, printing and masking a citizen id. All numbers are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.foundation.citizen_id import PROVINCES, compare, grouped, mask, read, told

DIGITS = st.text("0123456789", min_size=12, max_size=12)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("038199000123", "038199000123"),
        ("038 199 000 123", "038199000123"),
        (" 038.199.000.123 ", "038199000123"),
        ("038\u00a0199\u2009000-123", "038199000123"),
        ("171234567", "171234567"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_number_is_read_as_people_write_it(typed: str, number: str) -> None:
    assert read(typed) == (number, None)


@pytest.mark.parametrize(
    "typed", ["0381990001", "03819900012a", "0381990001234", "chưa có", "03819900012²", "٠٣٨١٩٩٠٠٠١٢٣"]
)
def test_anything_else_is_refused_with_two_ways_out(typed: str) -> None:
    number, problem = read(typed)
    assert number == ""
    assert problem is not None
    assert problem.code == "CITIZEN-ID-FORM"
    assert len(problem.fixes) == 2
    assert typed not in problem.message.vi  # a refused number may still be somebody's


@pytest.mark.parametrize(
    ("number", "year", "sex"),
    [
        ("035199000123", 1999, "female"),
        ("038099000123", 1999, "male"),
        ("038205000123", 2005, "male"),
        ("038310000123", 2010, "female"),
        ("038850000123", 2350, "male"),
        ("038950000123", 2350, "female"),
    ],
)
def test_fourth_digit_tells_century_and_sex(number: str, year: int, sex: str) -> None:
    assert told(number) == (number[:3], year, sex)


def test_agreeing_number_gives_no_warning() -> None:
    assert compare("035199000123", sex="female", birth=19990521) == []
    assert compare("035199000123", sex="female", birth=19990000) == []
    assert compare("035199000123") == []


@pytest.mark.parametrize(
    ("number", "sex", "birth", "codes"),
    [
        ("035199000123", "male", 19990521, ["CITIZEN-ID-SEX"]),
        ("035199000123", "female", 19980521, ["CITIZEN-ID-YEAR"]),
        ("035199000123", "female", 20990000, ["CITIZEN-ID-YEAR"]),
        ("003199000123", "female", 19990521, ["CITIZEN-ID-PLACE"]),
        ("003199000123", "male", 19980521, ["CITIZEN-ID-PLACE", "CITIZEN-ID-SEX", "CITIZEN-ID-YEAR"]),
        ("171234567", "male", 19600000, ["CITIZEN-ID-OLD-CARD"]),
        ("", "male", 19600000, []),
    ],
)
def test_disagreement_is_a_warning_never_an_error(number: str, sex: str, birth: int, codes: list[str]) -> None:
    found = compare(number, sex=sex, birth=birth)
    assert [each.code for each in found] == codes
    assert all(each.severity != "error" for each in found)
    assert all(number[:-4] not in each.message.vi for each in found if number)


def test_printing_groups_three_and_masking_shows_four() -> None:
    assert grouped("035199000123") == "035 199 000 123"
    assert mask("035199000123") == "••••••••0123"
    assert mask("171234567") == "•••••4567"
    assert mask("") == ""


def test_sixty_three_provinces_have_a_code() -> None:
    assert len(PROVINCES) == 63


@given(DIGITS, st.sampled_from(["", " ", ".", "-", "\u00a0"]))
def test_printed_number_reads_back(number: str, separator: str) -> None:
    assert read(grouped(number).replace(" ", separator)) == (number, None)


@given(st.text(max_size=20))
def test_reading_never_fails_and_gives_only_valid_numbers(typed: str) -> None:
    number, problem = read(typed)
    assert number == "" or (len(number) in (9, 12) and number.isascii() and number.isdigit() and problem is None)


@given(DIGITS)
def test_number_agrees_with_what_it_says_itself(number: str) -> None:
    says = told(number)
    assert says is not None
    found = compare(number, sex=says.sex, birth=says.year * 10_000)
    assert [each.code for each in found] == ([] if says.place in PROVINCES else ["CITIZEN-ID-PLACE"])
