"""Printing numbers and money, and dates."""

from datetime import date
from fractions import Fraction

import pytest

from giamngheo.foundation.dates import find_dates, format_date, last_day
from giamngheo.foundation.numbers import format_money, format_number, number_words, read_words, round_half_up


@pytest.mark.parametrize(
    ("value", "decimals", "printed"),
    [
        (1040, None, "1.040"),
        (Fraction(222, 100), None, "2,22"),
        (Fraction(189, 2), 2, "94,50"),
        (Fraction(1, 3), 2, "0,33"),
        (Fraction(5, 1000), 2, "0,01"),
        (-1234567, None, "-1.234.567"),
        (0, None, "0"),
        (Fraction(1, 8), None, "0,125"),
    ],
)
def test_numbers_are_printed_with_points_and_comma(value: Fraction, decimals: int | None, printed: str) -> None:
    assert format_number(value, decimals) == printed


def test_endless_decimals_need_to_be_told_how_many() -> None:
    with pytest.raises(ValueError, match="decimals"):
        format_number(Fraction(1, 3))


def test_halves_are_rounded_away_from_zero() -> None:
    assert round_half_up(Fraction(1, 2)) == 1
    assert round_half_up(Fraction(-1, 2)) == -1
    assert round_half_up(Fraction(1125, 1000), 2) == Fraction(113, 100)


@pytest.mark.parametrize(
    ("dong", "unit", "printed"),
    [
        (7_487_000_000, "triệu đồng", "7.487 triệu đồng"),
        (1_500_000_000, None, "1,5 tỷ đồng"),
        (15_000_000, None, "15 triệu đồng"),
        (12_345, None, "12.345 đồng"),
        (500_000, "đồng", "500.000 đồng"),
        (0, None, "0 đồng"),
    ],
)
def test_money_is_printed_in_its_unit(dong: int, unit: str | None, printed: str) -> None:
    assert format_money(dong, unit) == printed


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (105, "một trăm lẻ năm"),
        (1005, "một nghìn không trăm lẻ năm"),
        (1_000_000, "một triệu"),
        (999_000_000_000, "chín trăm chín mươi chín tỷ"),
    ],
)
def test_whole_numbers_are_spelled_as_spoken(value: int, words: str) -> None:
    assert number_words(value) == words
    assert read_words(words) == value


@pytest.mark.parametrize("words", ["", "hộ", "mươi", "năm hai nghìn", "hai trăm trăm", "lẻ năm", "một mười"])
def test_words_that_spell_no_number_are_refused(words: str) -> None:
    assert read_words(words) is None


def test_dates_take_zeros_as_the_decree_asks() -> None:
    assert format_date(date(2024, 4, 9)) == "09/4/2024"
    assert format_date(date(2024, 2, 29)) == "29/02/2024"


def test_dates_are_found_in_figures_and_words() -> None:
    found = find_dates("từ ngày 8/09/2023 đến ngày 31 tháng 4 năm 2024, thứ Hai, ngày 15/4/2024")
    assert [(each.value, each.weekday) for each in found] == [
        (date(2023, 9, 8), None),
        (None, None),
        (date(2024, 4, 15), 0),
    ]


def test_february_has_29_days_in_leap_years() -> None:
    assert (last_day(2024, 2), last_day(2023, 2), last_day(2024, 12)) == (29, 28, 31)
