"""The books that take workbooks: each column and each choice can be told from the others, in both languages."""

from __future__ import annotations

from collections import Counter

import pytest

from giamngheo.households.lists.tables import in_both
from giamngheo.office.sheets.books import BOOKS


@pytest.mark.parametrize("kind", BOOKS)
def test_headings_and_choices_name_one_thing(kind) -> None:
    columns = BOOKS[kind].columns
    words = Counter(word for each in columns for word in {*in_both(each.title), *each.words})
    assert not [word for word, count in words.items() if count > 1]
    for each in columns:
        said = Counter(word for title in (each.choices or {}).values() for word in set(in_both(title)))
        assert not [word for word, count in said.items() if count > 1], each.name


def test_each_book_is_found_by_its_kind() -> None:
    # Books that know their rows again say as a fifth what becomes of each.
    assert {kind: len(book.shown) for kind, book in BOOKS.items()} == {
        "deliveries": 4, "workers": 4, "vacancies": 5, "ledger": 5,
    }  # fmt: skip
