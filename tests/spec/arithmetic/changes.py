"""Rulings on before, after and difference."""

from tests.spec.case import Case, Expect

CASES = (
    Case(
        "a fall of 22 from 33 to 16 households is wrong: it is 17",
        "Tỷ lệ hộ nghèo giảm 1,10 điểm %; từ 2,22% xuống còn 1,12% (giảm 22 hộ; từ 33 hộ xuống còn 16 hộ)",
        (
            Expect(
                "ARITH-CHANGE",
                "giảm 22 hộ; từ 33 hộ xuống còn 16 hộ",
                ("17 hộ", "không phải 22 hộ", "38 hộ"),
                "error",
            ),
            Expect("ARITH-BASE-MOVED"),
        ),
    ),
    Case("a fall of 17 from 33 to 16 households is right", "Số hộ nghèo giảm 17 hộ, từ 33 hộ xuống còn 16 hộ."),
    Case(
        "the difference may come after the figures",
        "Số hộ nghèo từ 33 hộ xuống còn 16 hộ, giảm 18 hộ.",
        (Expect("ARITH-CHANGE", "từ 33 hộ xuống còn 16 hộ, giảm 18 hộ", ("17 hộ",)),),
    ),
    Case(
        "the fall of a longer period is not that of the year told after it",
        "Giai đoạn 2021-2024 giảm 60 hộ, riêng năm 2024 giảm từ 40 hộ xuống còn 30 hộ.",
    ),
    Case(
        "the fall before the figures stays judged where the verb is only said again",
        "Số hộ nghèo giảm 22 hộ, giảm từ 33 hộ xuống còn 16 hộ.",
        (Expect("ARITH-CHANGE", says=("17 hộ",)),),
    ),
    Case(
        "months at the start and the end of a year are no figures at its start and end",
        "Trong 6 tháng đầu năm 2024 giảm 4 hộ, 6 tháng cuối năm 2024 giảm 6 hộ, cả năm giảm 10 hộ.",
    ),
    Case(
        "a fall cannot lead up",
        "Thu nhập bình quân giảm từ 14,5 triệu đồng lên 16 triệu đồng.",
        (Expect("ARITH-DIRECTION", "giảm từ 14,5 triệu đồng lên 16 triệu đồng", ("tăng",), "error"),),
    ),
    Case(
        "a rise cannot lead down",
        "Số hộ được vay vốn tăng từ 45 hộ lên 40 hộ.",
        (Expect("ARITH-DIRECTION", "tăng từ 45 hộ lên 40 hộ"),),
    ),
    Case("a rise that leads up is right", "Thu nhập bình quân tăng từ 14,5 triệu đồng lên 16 triệu đồng."),
    Case(
        "a rise is judged like a fall",
        "Số lao động được đào tạo tăng 12 người, từ 40 người lên 50 người.",
        (Expect("ARITH-CHANGE", says=("tăng 10 người", "không phải 12 người")),),
    ),
    Case(
        "money is compared whatever its scale",
        "Dư nợ tăng 250 triệu đồng, từ 1,2 tỷ đồng lên 1,6 tỷ đồng.",
        (Expect("ARITH-CHANGE"),),
    ),
    Case(
        "money printed in tỷ is true to half its last digit",
        "Dư nợ tăng 430 triệu đồng, từ 1,2 tỷ đồng lên 1,6 tỷ đồng.",
    ),
    Case(
        "rates differ by points; written as % it is only a remark",
        "Tỷ lệ hộ nghèo giảm 1,1%; từ 2,22% xuống còn 1,12%.",
        (Expect("ARITH-POINTS", "giảm 1,1%; từ 2,22% xuống còn 1,12%", ("1,1 điểm %",), "info"),),
    ),
    Case("points written as points are right", "Tỷ lệ hộ nghèo giảm 1,1 điểm %, từ 2,22% xuống còn 1,12%."),
    Case(
        "rates that differ by other points are wrong",
        "Tỷ lệ hộ cận nghèo giảm 1,5 điểm %, từ 4,20% xuống còn 3,10%.",
        (Expect("ARITH-CHANGE", says=("1,1 điểm %",)),),
    ),
    Case("a relative fall of a rate is allowed where it fits", "Tỷ lệ hộ nghèo giảm 49,5%, từ 2,22% xuống còn 1,12%."),
    Case(
        "a relative fall of a count that does not fit is a warning",
        "Số hộ nghèo giảm 40%, từ 33 hộ xuống còn 16 hộ.",
        (Expect("ARITH-CHANGE-PERCENT", says=("51,52%",), severity="warning"),),
    ),
    Case(
        "says it fell where it rises",
        "Số hộ cận nghèo giảm 5 hộ, từ 40 hộ lên 45 hộ.",
        (Expect("ARITH-DIRECTION", says=("giảm",)),),
    ),
    Case(
        "beginning and end of the year stand for from and to",
        "Đầu năm 33 hộ nghèo, cuối năm còn 16 hộ, giảm 20 hộ.",
        (Expect("ARITH-CHANGE", says=("17 hộ",)),),
    ),
    Case("about 20 is no exact figure", "Số hộ nghèo giảm khoảng 20 hộ, từ 33 hộ xuống còn 16 hộ."),
    Case("a yearly average is no difference", "Tỷ lệ hộ nghèo giảm bình quân 1,5%/năm, từ 8,2% xuống còn 2,22%."),
    Case("a target from 1,5 % upwards has no second figure", "Phấn đấu giảm từ 1,5% trở lên."),
    Case("two villages in one line do not mix", "Thôn Đông giảm 5 hộ; Thôn Tây từ 20 hộ xuống còn 12 hộ."),
    Case("years are no figures", "Từ năm 2022 đến năm 2023 giảm 17 hộ nghèo."),
    Case(
        "the year before may stand in brackets at the end",
        "Toàn xã hiện còn 16 hộ nghèo, giảm 22 hộ so với năm 2022 (33 hộ).",
        (Expect("ARITH-CHANGE", "16 hộ nghèo, giảm 22 hộ so với năm 2022 (33 hộ", ("17 hộ",)),),
    ),
    Case(
        "semicolons may part the three figures",
        "Hộ nghèo đầu kỳ: 33 hộ; cuối kỳ: 16 hộ; giảm: 22 hộ.",
        (Expect("ARITH-CHANGE", says=("17 hộ",)),),
    ),
    Case(
        "dates may stand behind each figure",
        "Số hộ nghèo giảm được 22 hộ từ 33 hộ đầu năm 2023 xuống 16 hộ cuối năm 2023.",
        (Expect("ARITH-CHANGE", "giảm được 22 hộ từ 33 hộ đầu năm 2023 xuống 16 hộ", ("17 hộ",)),),
    ),
    Case("numbers in words are judged too", "Số hộ nghèo giảm hai mươi hộ, từ năm mươi hộ xuống còn ba mươi hộ."),
    Case(
        "an average of each year is not the difference of its ends",
        "Bình quân mỗi năm giảm 2,5 điểm phần trăm, từ 18,0% cuối năm 2021 xuống 8,0% cuối năm 2025.",
    ),
)
