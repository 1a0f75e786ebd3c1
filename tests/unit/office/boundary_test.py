"""A quoted figure is found only where it stands whole."""

import pytest

from giamngheo.office.planning.marking import locate


@pytest.mark.parametrize(
    ("text", "quote", "span"),
    [
        ("ngày 09/4/2024", "9/4/2024", None),
        ("ngày 9/4/2024", "9/4/2024", (5, 13)),
        ("giảm 122 hộ", "22 hộ", None),
        ("giảm 22 hộ", "", None),
        ("giảm\n22  hộ", "22 hộ", (5, 11)),
    ],
)
def test_figure_is_found_whole_or_not_at_all(text, quote, span) -> None:
    assert locate(text, quote) == span
