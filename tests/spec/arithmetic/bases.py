"""Rulings on implied totals, shares of a plan, shares over 100 %, numbers in words."""

from tests.spec.case import Case, Expect

CASES = (
    Case(
        "33 households at 2,22 % and 16 at 1,12 % imply totals that moved by 50",
        "Tỷ lệ hộ nghèo giảm từ 2,22% xuống còn 1,12% (từ 33 hộ xuống còn 16 hộ).",
        (
            Expect(
                "ARITH-BASE-MOVED",
                says=("1.484", "1.489", "1.423", "1.434", "ít nhất 50", "1,08%", "17 hộ"),
                severity="warning",
            ),
        ),
    ),
    Case(
        "a total that moves with an explanation is fine",
        "Tỷ lệ hộ nghèo giảm từ 2,22% xuống còn 1,12% (từ 33 hộ xuống còn 16 hộ) do 55 hộ chuyển đi.",
    ),
    Case(
        "a total that stays is fine",
        "Tỷ lệ hộ nghèo từ 2,22% xuống còn 1,08% (từ 33 hộ xuống còn 16 hộ).",
    ),
    Case(
        "no whole number of households makes 3 of them 33,5 %",
        "Thôn có 3 hộ nghèo (33,5%).",
        (Expect("ARITH-BASE-NONE", "3 hộ nghèo (33,5%", ("37,5%", "33,3%"), "error"),),
    ),
    Case("3 of 9 households are 33,3 %", "Thôn có 3 hộ nghèo (33,3%)."),
    Case("a share of something else is not the count's own", "Có 3 hộ vay vốn, tăng 33,5% so với năm 2022."),
    Case(
        "66 jobs cannot be 1 % above a whole plan",
        "Đã giải quyết việc làm mới cho 66 lao động, vượt 01% kế hoạch năm.",
        (
            Expect(
                "ARITH-PLAN-WHOLE",
                "66 lao động, vượt 01%",
                ("kế hoạch 65 thì đạt 101,5%", "kế hoạch 66 thì đạt 100,0%"),
                "warning",
            ),
        ),
    ),
    Case("66 jobs are 101,5 % of a plan of 65", "Đã giải quyết việc làm cho 66 lao động, đạt 101,5% kế hoạch."),
    Case(
        "8 workers at 100 % of the plan are a plan of 8", "Đưa 8 lao động đi làm việc ở nước ngoài, đạt 100% kế hoạch."
    ),
    Case("1.515 jobs can be 1 % above a whole plan", "Giải quyết việc làm cho 1.515 lao động, vượt 1% kế hoạch."),
    Case("a rate against the plan has no whole plan", "Tỷ lệ giảm còn 25,33% vượt 0,8% kế hoạch."),
    Case(
        "reached at 100 % and above the plan at once",
        "Tỷ lệ bao phủ bảo hiểm y tế đạt 100% kế hoạch, vượt kế hoạch huyện giao.",
        (Expect("ARITH-PLAN-BOTH", "đạt 100% kế hoạch, vượt", severity="warning"),),
    ),
    Case(
        "two results in one sentence may differ",
        "Có 8 lao động, đạt 100% kế hoạch năm, góp phần giảm tỷ lệ lao động nông nghiệp còn 25,33%, vượt kế hoạch.",
    ),
    Case(
        "health insurance cannot cover 104,5 % of the people",
        "Tỷ lệ bao phủ bảo hiểm y tế đạt 104,5%.",
        (Expect("ARITH-OVER-100", "104,5%", severity="error"),),
    ),
    Case("104,5 % of a plan is possible", "Tỷ lệ bao phủ bảo hiểm y tế đạt 104,5% kế hoạch."),
    Case("a growth of 120 % is possible", "Tỷ lệ hộ vay vốn tăng 120% so với năm 2022."),
    Case(
        "digits and words that differ",
        "Hỗ trợ 22 (hai mươi ba) hộ.",
        (Expect("ARITH-SPELLED", "22 (hai mươi ba) hộ", ("hai mươi hai", "23"), "error"),),
    ),
    Case("digits and words that agree", "Hỗ trợ 22 (hai mươi hai) hộ."),
    Case(
        "a comma before three digits can be read two ways",
        "Kinh phí 1,500 triệu đồng.",
        (Expect("ARITH-SEPARATOR", "1,500 triệu đồng", ("1,5 triệu đồng", "1.500 triệu đồng"), "warning"),),
    ),
    Case("a point before three digits is thousands", "Kinh phí 1.500 triệu đồng."),
)
