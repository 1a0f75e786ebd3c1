"""How names are taken apart and compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.territory.names import as_kinds, key, one_edit_apart, split_kind

WORDS = st.text(alphabet="abăâ hoàngằ", max_size=8)


@pytest.mark.parametrize(
    ("name", "kinds", "rest"),
    [
        ("xã Hoằng Phú", ("commune",), "Hoằng Phú"),
        ("Thị trấn Bút Sơn", ("township",), "Bút Sơn"),
        ("Thị xã Bỉm Sơn", ("town",), "Bỉm Sơn"),
        ("TP Thanh Hoá", ("municipality", "city"), "Thanh Hoá"),
        ("Xã", (), "Xã"),
        ("Hoằng Phú", (), "Hoằng Phú"),
    ],
)
def test_kind_word_is_taken_off(name: str, kinds: tuple[str, ...], rest: str) -> None:
    assert split_kind(name) == (kinds, rest)


def test_kinds_are_understood_in_both_languages() -> None:
    assert as_kinds(("xã", "ward")) == {"commune", "ward"}


def test_keys_keep_accents_and_forget_dashes() -> None:
    assert key("Bà Rịa - Vũng Tàu") == key("bà rịa–vũng tàu")
    assert key("Hoằng") != key("Hoàng")


@given(WORDS, st.integers(0, 8), st.characters(codec="utf-8"))
def test_one_inserted_letter_is_one_edit(word: str, at: int, letter: str) -> None:
    longer = word[:at] + letter + word[at:]
    assert one_edit_apart(word, longer)
    assert one_edit_apart(longer, word)


@given(WORDS, WORDS)
def test_one_edit_agrees_with_counted_distance(left: str, right: str) -> None:
    assert one_edit_apart(left, right) == (_distance(left, right) == 1)


def _distance(left: str, right: str) -> int:
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
