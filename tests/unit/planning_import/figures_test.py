"""Which indicator a figure is, and what a target wants."""

import pytest

from giamngheo.planning.importing.aims import find_aims
from giamngheo.planning.importing.figures import find_figures

FIGURES = [
    (
        "giảm 1,1%; từ 2,22% xuống còn 1,12% (giảm 22 hộ; từ 33 hộ xuống còn 16 hộ)",
        "Q01 2023 1,1% | S02 2022 2,22% | S02 2023 1,12% | K01 2023 22 hộ | S01 2022 33 hộ | S01 2023 16 hộ",
    ),
    ("giải quyết việc làm mới cho 66 lao động, vượt 01% kế hoạch", "S03 2023 66 lao động | K02 2023 01%"),
    ("đưa 8 lao động đi", ""),
    (
        "Năm 2023 có thêm 66 lao động có việc làm mới, trong đó 8 lao động ra nước ngoài",
        "S03 2023 66 lao động | S04 2023 8 lao động",
    ),
    ("Có 94,50% người dân trong xã tham gia bảo hiểm y tế, đạt 100% KH", "S06 2023 94,50% | K05 2023 100%"),
    (
        "100% người trong hộ nghèo có thẻ (ngân sách đóng 100% cho hộ nghèo; 70% cho hộ cận nghèo)",
        "Q13 2023 100% | S07A 2023 100% | S07B 2023 70%",
    ),
    ("làm việc ở nước ngoài theo hợp đồng cho 8 lao động, đạt 100%", "S04 2023 8 lao động | K03 2023 100%"),
    ("cho vay 0 triệu đồng với 0 lượt người lao động ở nước ngoài", "S12M 2023 0 triệu đồng | S12L 2023 0 lượt người"),
    ("cho vay hộ mới thoát nghèo 983 triệu đồng với 15 lượt hộ", "S10M 2023 983 triệu đồng | S10L 2023 15 lượt hộ"),
    ("Tỷ lệ bao phủ bảo hiểm y tế đạt 94,50% đạt 100% KH", "S06 2023 94,50% | K05 2023 100%"),
    ("Đã trồng 200 cây xanh và mua 3 máy tính", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), FIGURES)
def test_figures_are_named_by_their_words(sentence, expected) -> None:
    text = sentence if "hộ nghèo" in sentence or "hộ" not in sentence else f"Tỷ lệ hộ nghèo {sentence}"
    found = " | ".join(f"{each.indicator} {each.year} {each.quantity.text}" for each in find_figures(text, 2023))
    assert found == expected


AIMS = [
    ("Tỷ lệ hộ nghèo đa chiều giảm từ 1,5% trở lên.", ("Q01", "1,5%", "at_least")),
    ("Tỷ lệ hộ nghèo cuối năm còn dưới 2%.", ("S02", "2%", "at_most")),
    ("Giải quyết việc làm cho ít nhất 60 lao động.", ("S03", "60 lao động", "at_least")),
    ("Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.", ("S06", "95%", "equals")),
    ("Bình quân mỗi năm giảm từ 225 hộ", ("", "225 hộ", "equals")),
    ("Trồng không quá 5 ha rừng.", ("", "5 ha", "at_most")),
]


@pytest.mark.parametrize(("sentence", "expected"), AIMS)
def test_targets_say_at_least_or_at_most(sentence, expected) -> None:
    (aim,) = find_aims(sentence, 2024)
    assert (aim.figure.indicator, aim.figure.quantity.text, aim.comparator) == expected


FALLS = [
    ("Tỷ lệ hộ nghèo giảm 0,35 điểm, từ 1,12 % xuống 0,77 %.", "S02 0,77 %"),
    (
        "Tỷ lệ hộ nghèo giảm 0,35%; từ 1,12% xuống còn 0,77% (giảm 5 hộ; từ 16 hộ xuống còn 11 hộ).",
        "S02 0,77% | S01 11 hộ",
    ),
    ("Giảm tỷ lệ hộ nghèo từ 1,12% xuống còn dưới 0,8%, giảm 0,32 điểm %.", "S02 0,8% at_most"),
    ("Tỷ lệ hộ nghèo giảm 0,5% xuống còn 0,77%.", "S02 0,77%"),
    ("Tỷ lệ hộ nghèo giảm từ 1,12% (năm 2023) xuống còn 0,77% năm 2024.", "S02 0,77%"),
    ("Tỷ lệ hộ nghèo giảm 0,35 điểm %.", "Q01 0,35 điểm %"),
    ("Tỷ lệ hộ nghèo giảm từ 1,5% trở lên.", "Q01 1,5% at_least"),
    ("Tỷ lệ hộ cận nghèo giảm từ 3% xuống 2,5%.", " 2,5%"),
    ("Hộ nghèo giảm 0,5%, hộ cận nghèo giảm từ 3% xuống còn 2,5%.", "Q01 0,5% |  2,5%"),
    ("Tỷ lệ hộ nghèo, hộ cận nghèo giảm 0,5%.", "Q01 0,5%"),
    ("Tỷ lệ hộ nghèo giảm 0,5%, trẻ suy dinh dưỡng giảm từ 10% xuống 9%.", "Q01 0,5% |  9%"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), FALLS)
def test_fall_told_in_full_aims_at_its_end(sentence, expected) -> None:
    found = [
        f"{each.figure.indicator} {each.figure.quantity.text}" + f" {each.comparator}".replace(" equals", "")
        for each in find_aims(sentence, 2024)
    ]
    assert " | ".join(found) == expected
