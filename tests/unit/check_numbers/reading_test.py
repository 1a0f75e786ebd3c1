"""What is read as a quantity, with which value and unit, and what is left alone."""

from fractions import Fraction

import pytest

from giamngheo.foundation.numbers import find_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.040 triệu", 1040, "triệu đồng"),
        ("7.487 triệu đồng", 7487, "triệu đồng"),
        ("2,22 %", Fraction(222, 100), "%"),
        ("2,22%", Fraction(222, 100), "%"),
        ("01 %", 1, "%"),
        ("1.1%", Fraction(11, 10), "%"),
        ("1.234.567,89 đồng", Fraction(123456789, 100), "đồng"),
        ("1,234,567 đồng", 1234567, "đồng"),
        ("15.000.000đ", 15_000_000, "đồng"),
        ("1,5 tỷ đồng", Fraction(3, 2), "tỷ đồng"),
        ("1,5 tỉ", Fraction(3, 2), "tỷ đồng"),
        ("500 ngàn đồng", 500, "nghìn đồng"),
        ("3 nghìn tỷ đồng", 3, "nghìn tỷ đồng"),
        ("1 tỷ 200 triệu đồng", 1200, "triệu đồng"),
        ("2,5 nghìn hộ", Fraction(5, 2), "nghìn hộ"),
        ("33 hộ", 33, "hộ"),
        ("05 hộ nghèo", 5, "hộ"),
        ("hai mươi mốt hộ", 21, "hộ"),
        ("một nghìn không trăm lẻ năm người", 1005, "người"),
        ("mười lăm lượt", 15, "lượt"),
        ("120 lượt khách hàng", 120, "lượt"),
        ("66 lao động", 66, "lao động"),
        ("1,1 điểm phần trăm", Fraction(11, 10), "điểm %"),
        ("5 triệu đồng/hộ", 5, "triệu đồng/hộ"),
        ("1,5%/năm", Fraction(3, 2), "%/năm"),
        ("11 tháng", 11, "tháng"),
        ("tổng số 33 hộ", 33, "hộ"),
        ("dự án 500 triệu đồng", 500, "triệu đồng"),
        ("1.486\u00a0hộ", 1486, "hộ"),
        ("150000000 đồng", 150_000_000, "đồng"),
    ],
)
def test_number_and_unit_are_read(text: str, value: object, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.unit) == (value, unit)
    assert text[quantity.start : quantity.end] == quantity.text


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 85/KH-UBND ngày 9/4/2024",
        "Nghị định số 27/2022/NĐ-CP ngày 19/4/2022",
        "Dự án 2: Đa dạng hóa sinh kế",
        "2.1. Tiểu dự án 1: Hỗ trợ phát triển",
        "Nghị định 27 và Điều 5, khoản 2",
        "giai đoạn 2021-2025",
        "năm 2023, 2024",
        "ngày 31 tháng 4 năm 2023",
        "Quý 2 năm 2023",
        "trẻ em dưới 16 tuổi",
        "trẻ từ 5 đến dưới 16 tuổi",
        "ĐT: 0237.3.865.123",
        "căn cước 038093001234",
        "(1) Hệ thống văn bản; (2) Cơ chế",
        "họp lúc 8h30",
        "ngày 9/4/2024 xã tổ chức họp",
        "tháng 4/2024 xã tổ chức họp",
        "từ năm 2021 đến 2025 xã tổ chức họp",
        "trong năm một số hộ nghèo",
        "tháng 6/2024",
    ],
)
def test_names_dates_and_ages_are_no_quantities(text: str) -> None:
    assert [quantity.text for quantity in find_quantities(text) if quantity.unit] == []


def test_ranges_keep_both_of_their_ends() -> None:
    (quantity,) = find_quantities("giảm 1,0-1,5%/năm")
    assert (quantity.value, quantity.upper) == (1, Fraction(3, 2))


def test_falling_pair_is_no_range_of_values() -> None:
    assert [each.value for each in find_quantities("từ 33 hộ đến 16 hộ")] == [33, 16]


def test_share_of_a_whole_keeps_its_whole() -> None:
    (quantity,) = find_quantities("có 15/22 hộ")
    assert (quantity.value, quantity.out_of, quantity.unit) == (15, 22, "hộ")


def test_half_of_the_households_is_a_fraction() -> None:
    (quantity,) = find_quantities("1/2 số hộ")
    assert quantity.value == Fraction(1, 2)


def test_words_in_brackets_are_kept_beside() -> None:
    (quantity,) = find_quantities("22 (hai mươi hai) hộ")
    assert (quantity.value, quantity.spelled, quantity.unit) == (22, 22, "hộ")


def test_lone_comma_keeps_its_other_reading() -> None:
    (money,) = find_quantities("1,500 triệu đồng")
    (households,) = find_quantities("1,500 hộ")
    assert (money.value, money.other) == (Fraction(3, 2), 1500)
    assert (households.value, households.other) == (1500, Fraction(3, 2))


def test_amount_is_in_the_base_unit_and_step_in_its_last_digit() -> None:
    (quantity,) = find_quantities("1,25 tỷ đồng")
    assert (quantity.amount, quantity.base, quantity.grain) == (1_250_000_000, "đồng", 10_000_000)


def test_rough_figures_are_marked_as_such() -> None:
    assert find_quantities("khoảng 30 hộ")[0].rough
    assert not find_quantities("có 30 hộ")[0].rough


def test_long_lines_are_read_in_time_that_grows_with_them() -> None:
    import time

    def seconds(times: int, mark: str) -> float:
        text = f"Thôn {mark}: " + "hỗ trợ 33 hộ nghèo với 1.040 triệu đồng; " * times
        started = time.process_time()
        assert len(find_quantities(text)) == 2 * times
        return time.process_time() - started

    seconds(10, "làm nóng")
    short = min(seconds(100, f"ngắn {turn}") for turn in "abc")
    long = min(seconds(2000, f"dài {turn}") for turn in "abc")
    assert long < 20 * 3 * max(short, 0.001)
