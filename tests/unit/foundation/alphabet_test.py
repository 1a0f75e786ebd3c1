"""The order of names as a Vietnamese dictionary has it."""

import unicodedata

from giamngheo.foundation.alphabet import alphabetical


def test_letters_follow_the_vietnamese_alphabet() -> None:
    names = ["Đông", "Dương", "Ân", "Ăn", "An", "Ô", "Ơ", "O", "Xuân", "Y"]
    assert sorted(names, key=alphabetical) == ["An", "Ăn", "Ân", "Dương", "Đông", "O", "Ô", "Ơ", "Xuân", "Y"]


def test_tones_order_equal_letters_only() -> None:
    names = ["mạ", "má", "mã", "mả", "mà", "ma", "mai"]
    assert sorted(names, key=alphabetical) == ["ma", "mà", "mả", "mã", "má", "mạ", "mai"]


def test_first_syllable_counts_before_the_second() -> None:
    assert sorted(["Hoằng Quý", "Hoằng Phú", "Hoa Lộc"], key=alphabetical) == ["Hoa Lộc", "Hoằng Phú", "Hoằng Quý"]


def test_decomposed_and_capital_letters_sort_alike() -> None:
    assert alphabetical(unicodedata.normalize("NFD", "HOẰNG PHÚ")) == alphabetical("Hoằng Phú")
