"""A text rewritten as it prints keeps its figures tied to their rows."""

from datetime import date

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.planning.importing.names import home_at
from giamngheo.planning.importing.retemplating import read_value, retemplate
from giamngheo.territory.reference import Units


@pytest.fixture
def home():
    return home_at(Units.packaged(), "15883", date(2024, 1, 1))


@pytest.fixture
def poverty(content):
    return next(text for text in content.texts if "S02.2022" in text.template)


def test_figure_typed_over_changes_its_row(content, poverty, home) -> None:
    words = "Tỷ lệ hộ nghèo giảm 0,7%; từ 2,80% xuống còn 2,10% (giảm 12 hộ; từ 43 hộ xuống còn 31 hộ)."
    assert retemplate(poverty.template, words, content, home) == poverty.template
    assert (content.values["K01.2023"].value, content.values["S01.2022"].value) == ("12", "43")


def test_rewritten_sentence_keeps_the_figures_it_still_prints(content, poverty, home) -> None:
    template = retemplate(poverty.template, "Cuối năm 2023 xã còn 31 hộ nghèo, tỷ lệ 2,10%.", content, home)
    assert template == "Cuối năm 2023 xã còn {value:S01.2023} hộ nghèo, tỷ lệ {value:S02.2023}%."


def test_new_reference_in_a_text_is_entered(content, poverty, home) -> None:
    words = "Theo Quyết định số 88/QĐ-UBND ngày 3/1/2024 của UBND huyện Hoằng Hóa."
    template = retemplate(poverty.template, words, content, home)
    assert template == ("Theo Quyết định số {ref:88/QĐ-UBND|399@2024-01-03:full} của UBND huyện {unit:399}.")
    assert "88/QĐ-UBND|399@2024-01-03" in content.references


@pytest.mark.parametrize(("typed", "value", "decimals"), [("1.040", "1040", 0), ("2,22", "2.22", 2), ("05", "5", 0)])
def test_figures_are_read_as_vietnamese_writes_them(typed, value, decimals) -> None:
    reading = read_value(typed)
    assert (reading.value, reading.decimals) == (value, decimals)


@pytest.mark.parametrize("typed", ["", "nhiều", "1,2,3", "-"])
def test_what_is_no_figure_is_refused(typed) -> None:
    with pytest.raises(FindingError) as caught:
        read_value(typed)
    assert caught.value.finding.code == "PLAN-VALUE-UNREADABLE"
