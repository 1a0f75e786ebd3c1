"""The figures of NĐ 30/2020 and the padding of numbers."""

import dataclasses

import pytest

from giamngheo.paperwork import format30 as f30


def spans():
    for name, fact in vars(f30).items():
        if isinstance(fact, f30.Span):
            yield name, fact
        elif isinstance(fact, f30.Face):
            yield name, fact.size


def test_every_figure_has_its_source():
    found = dict(spans())
    assert len(found) > 25
    assert all("Nghị định 30/2020/NĐ-CP, Phụ lục I" in span.source for span in found.values())


def test_margins_lie_in_the_decrees_spans():
    assert (f30.MARGIN_TOP.least, f30.MARGIN_TOP.most) == (20, 25)
    assert (f30.MARGIN_LEFT.least, f30.MARGIN_LEFT.most) == (30, 35)
    assert (f30.MARGIN_RIGHT.least, f30.MARGIN_RIGHT.most) == (15, 20)
    assert f30.MARGIN_BOTTOM.allows(25)
    assert not f30.MARGIN_BOTTOM.allows(26)


def test_a_figure_outside_its_span_is_refused():
    with pytest.raises(ValueError, match="own span"):
        dataclasses.replace(f30.MARGIN_TOP, used=30)
    with pytest.raises(ValueError, match="source"):
        dataclasses.replace(f30.MARGIN_TOP, source="")


@pytest.mark.parametrize(
    ("day", "month", "printed"),
    [(1, 1, ("01", "01")), (9, 2, ("09", "02")), (10, 3, ("10", "3")), (31, 12, ("31", "12")), (5, 10, ("05", "10"))],
)
def test_days_and_first_months_are_padded(day, month, printed):
    assert (f30.padded_day(day), f30.padded_month(month)) == printed


@pytest.mark.parametrize(
    ("number", "printed"), [("5", "05"), ("05", "05"), ("12", "12"), ("", ""), ("05a", "05a"), ("123", "123")]
)
def test_numbers_below_ten_get_a_zero(number, printed):
    assert f30.padded_number(number) == printed


def test_type_names_cover_annex_three():
    assert f30.TYPE_NAMES["KH"] == "Kế hoạch"
    assert "CV" not in f30.TYPE_NAMES  # a công văn has no name of its type
    assert len(f30.TYPE_NAMES) == 27
