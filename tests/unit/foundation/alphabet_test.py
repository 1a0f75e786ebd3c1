"""The order of names as a Vietnamese dictionary has it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from giamngheo.foundation.alphabet import alphabetical, sortable
from giamngheo.foundation.text import nfc, squeeze


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


SYLLABLES = st.text("aáàảãạăắbcdđeêếghiklmnoôơpqrstuưvxyfjwzé", min_size=1, max_size=5)
NAMES = st.lists(SYLLABLES, min_size=0, max_size=4).map(" ".join)
ANYTHING = st.one_of(NAMES, st.text(max_size=12))


@given(st.lists(st.tuples(ANYTHING, ANYTHING), min_size=2, max_size=2))
def test_digits_order_as_the_alphabet_does(pair: list[tuple[str, str]]) -> None:
    def key(parts: tuple[str, str]) -> list:
        return [alphabetical(part) if part.strip() else () for part in map(squeeze, map(nfc, parts))]

    first, second = pair
    assert (sortable(*first) < sortable(*second)) == (key(first) < key(second))
    assert (sortable(*first) == sortable(*second)) == (key(first) == key(second))
    assert sortable(*first).isascii()
    assert sortable(*first).isdigit()


def test_given_name_counts_before_middle_and_surname() -> None:
    people = [
        ("An", "Văn", "Trần"),
        ("An", "Văn", "Nguyễn"),
        ("An", "", "Vũ"),
        ("Ân", "Văn", "Bùi"),
        ("An", "Thị", "Lê"),
    ]
    ordered = sorted(people, key=lambda parts: sortable(*parts))
    assert ordered == [
        ("An", "", "Vũ"),
        ("An", "Thị", "Lê"),
        ("An", "Văn", "Nguyễn"),
        ("An", "Văn", "Trần"),
        ("Ân", "Văn", "Bùi"),
    ]
