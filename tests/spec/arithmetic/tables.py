"""Rulings on tables, shares of a whole, products and structures."""

from tests.spec.case import Case, Expect

VILLAGES = """| STT | Thôn | Tổng số hộ | Hộ nghèo | Tỷ lệ (%) |
| 1 | Thôn Đông | 400 | 6 | 1,50 |
| 2 | Thôn Tây | 500 | 5 | 1,00 |
| 3 | Thôn Nam | 300 | 6 | 2,00 |
| | Tổng cộng | 1.200 | 17 | 1,42 |"""

MONEY = """| STT | Nội dung | Tổng | NSTW | NSĐP |
| I | Dự án 2 | 300 | 200 | 100 |
| 1 | Mô hình nuôi bò | 200 | 150 | 50 |
| 2 | Tập huấn | 100 | 50 | 50 |
| II | Dự án 3 | 500 | 400 | 100 |
| 1 | Giống cây | 300 | 250 | 50 |
| 2 | Phân bón | 200 | 150 | 50 |
| | Cộng | 800 | 600 | 200 |"""

CASES = (
    Case("a table that adds up is right", VILLAGES),
    Case(
        "a total row that misses its rows is wrong",
        VILLAGES.replace("| 17 |", "| 18 |").replace("1,42", "1,50"),
        (Expect("ARITH-TABLE", "18", ("Tổng cộng", "17"), "error"),),
    ),
    Case(
        "a rate that misses its two columns is wrong",
        VILLAGES.replace("1,00", "1,25"),
        (Expect("ARITH-TABLE-RATE", "1,25", ("5 trên 500 là 1,00%",), "error"),),
    ),
    Case("subtotals and totals of money add up", MONEY),
    Case(
        "a subtotal that misses its rows is wrong, in its row and its column",
        MONEY.replace("| II | Dự án 3 | 500 | 400 | 100 |", "| II | Dự án 3 | 500 | 420 | 80 |"),
        (
            Expect("ARITH-TABLE", "420", ("400",)),
            Expect("ARITH-TABLE", "80", ("100",)),
            Expect("ARITH-TABLE", "600", ("620",)),
            Expect("ARITH-TABLE", "200", ("180",)),
        ),
    ),
    Case(
        "a total column is judged by what most rows show",
        MONEY.replace("| 2 | Phân bón | 200 | 150 | 50 |", "| 2 | Phân bón | 200 | 150 | 40 |"),
        (
            Expect("ARITH-TABLE", "200", ("190",)),
            Expect("ARITH-TABLE", "100", ("90",)),
        ),
    ),
    Case(
        "a table without a total row has nothing to add",
        "| Chỉ tiêu | Năm 2023 | Năm 2024 |\n| Hộ nghèo | 33 | 16 |\n| Hộ cận nghèo | 40 | 35 |",
    ),
    Case("33 of 1.486 households are 2,22 %", "Có 33/1.486 hộ nghèo, chiếm 2,22%."),
    Case(
        "33 of 1.586 households are not 2,22 %",
        "Có 33/1.586 hộ nghèo, chiếm 2,22%.",
        (Expect("ARITH-PERCENT", "33/1.586 hộ nghèo, chiếm 2,22%", ("2,08%", "35 hộ"), "error"),),
    ),
    Case(
        "450 of 500 million are 90 %, not 95 %",
        "Giải ngân 450 triệu đồng/500 triệu đồng, đạt 95%.",
        (Expect("ARITH-PERCENT", says=("90,0%", "475 triệu đồng"), severity="error"),),
    ),
    Case("450 of 500 million are 90 %", "Giải ngân 450 triệu đồng/500 triệu đồng, đạt 90%."),
    Case(
        "the plan in brackets is the whole",
        "Giải quyết việc làm cho 66 lao động, đạt 105% kế hoạch (65 lao động).",
        (Expect("ARITH-PLAN-WHOLE", severity="warning"), Expect("ARITH-PERCENT", says=("101,5%",)))[1:],
    ),
    Case(
        "a written-out product is certain",
        "Hỗ trợ 22 hộ x 5 triệu đồng/hộ = 120 triệu đồng.",
        (Expect("ARITH-PRODUCT", "22 hộ x 5 triệu đồng/hộ = 120 triệu đồng", ("110 triệu đồng",), "error"),),
    ),
    Case("22 times 5 million is 110 million", "Hỗ trợ 22 hộ x 5 triệu đồng/hộ = 110 triệu đồng."),
    Case(
        "a product told in a sentence is a warning",
        "Hỗ trợ cho 22 hộ, mức 5 triệu đồng/hộ, tổng kinh phí 120 triệu đồng.",
        (Expect("ARITH-PRODUCT", severity="warning"),),
    ),
    Case("a third factor is left alone", "Hỗ trợ 5 người x 2 triệu đồng/người x 3 tháng = 30 triệu đồng."),
    Case(
        "a structure gives 100 %",
        "Cơ cấu lao động: nông nghiệp 25,33%, công nghiệp 45,20%, dịch vụ 39,47%.",
        (Expect("ARITH-STRUCTURE", says=("110%", "10%"), severity="warning"),),
    ),
    Case(
        "a structure that gives 100 % is right",
        "Cơ cấu lao động: nông nghiệp 25,33%, công nghiệp 45,20%, dịch vụ 29,47%.",
    ),
    Case(
        "a plan and what was spent of it make the rate",
        "Kế hoạch vốn giao 500 triệu đồng, đã giải ngân 450 triệu đồng, đạt 95% kế hoạch.",
        (Expect("ARITH-PERCENT", "500 triệu đồng, đã giải ngân 450 triệu đồng, đạt 95%", ("90,0%",), "error"),),
    ),
    Case(
        "a part named after its whole makes the rate",
        "Năm 2023 xã có 1.428 hộ, trong đó 16 hộ nghèo, chiếm 2,12%.",
        (Expect("ARITH-PERCENT", says=("1,12%",)),),
    ),
    Case("a part named after its whole may fit", "Năm 2023 xã có 1.428 hộ, trong đó 16 hộ nghèo, chiếm 1,12%."),
    Case(
        "so much for each is a price",
        "Đã hỗ trợ 22 hộ, mỗi hộ 5 triệu đồng, tổng kinh phí 120 triệu đồng.",
        (Expect("ARITH-PRODUCT", says=("110 triệu đồng",), severity="warning"),),
    ),
)
