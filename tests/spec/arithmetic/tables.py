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

YEARS = """| Năm | Hộ nghèo | Hộ cận nghèo | Cộng |
| 2021 | 60 | 40 | 100 |
| 2022 | 45 | 35 | 80 |
| 2023 | 33 | 30 | 63 |"""

MOVED = """| STT | Thôn | Hộ nghèo đầu năm | Số hộ giảm | Số hộ tăng | Hộ nghèo cuối năm |
| 1 | Thôn Đông | 10 | 4 | 1 | 7 |
| 2 | Thôn Tây | 12 | 5 | 0 | 7 |
| 3 | Thôn Nam | 11 | 3 | 2 | 10 |"""

MOVED_DOWN = """| Chỉ tiêu | Hộ nghèo | Hộ cận nghèo | Hộ dân tộc |
| Đầu kỳ | 33 | 28 | 9 |
| Giảm trong kỳ | 20 | 10 | 4 |
| Phát sinh mới | 3 | 2 | 1 |
| Cuối kỳ | 16 | 20 | 6 |"""

CASES = (
    Case(
        "a product of three factors is wrong",
        "Tập huấn: 40 người x 03 ngày x 150.000 đồng = 16.000.000 đồng.",
        (Expect("ARITH-FACTORS", "40 người x 03 ngày x 150.000 đồng = 16.000.000 đồng", ("18.000.000 đồng",)),),
    ),
    Case("a product of three factors is right", "Tập huấn: 40 người x 03 ngày x 150.000 đồng = 18.000.000 đồng."),
    Case("a product may be printed in millions", "Tập huấn: 40 người x 3 ngày x 150.000 đồng = 18 triệu đồng."),
    Case(
        "so much above a plan whose figure stands in brackets",
        "Giải quyết việc làm cho 82 lao động, vượt 02% kế hoạch (80 lao động).",
        (Expect("ARITH-PLAN-ABOVE", says=("2,5%",), severity="warning"),),
    ),
    Case(
        "a share above the plan that no rounding explains is wrong",
        "Giải quyết việc làm cho 82 lao động, vượt 4% kế hoạch (80 lao động).",
        (Expect("ARITH-PLAN-ABOVE", says=("2,5%",), severity="error"),),
    ),
    Case("so much above a plan that fits", "Giải quyết việc làm cho 82 lao động, vượt 2,5% kế hoạch (80 lao động)."),
    Case("a table by years whose last column is the sum is right", YEARS),
    Case(
        "a total column at the right end is the sum of those before it",
        YEARS.replace("| 80 |", "| 90 |"),
        (Expect("ARITH-TABLE", "90", ("2022", "80"), "error"),),
    ),
    Case(
        "years that head the columns are no figures",
        "| Chỉ tiêu | 2022 | 2023 |\n| Thôn Đông | 20 | 10 |\n| Thôn Tây | 13 | 6 |\n| Tổng | 33 | 17 |",
        (Expect("ARITH-TABLE", "17", ("16",), "error"),),
    ),
    Case("opening less decrease plus increase is closing", MOVED),
    Case(
        "a closing figure that does not follow from the others is wrong",
        MOVED.replace("| 2 | 10 |", "| 2 | 9 |"),
        (Expect("ARITH-FLOW", "9", ("Thôn Nam", "11 − 3 + 2 = 10"), "error"),),
    ),
    Case("the movement may stand line under line", MOVED_DOWN),
    Case(
        "a closing line is judged like a column",
        MOVED_DOWN.replace("| Cuối kỳ | 16 | 20 |", "| Cuối kỳ | 16 | 21 |"),
        (Expect("ARITH-FLOW", "21", ("hộ cận nghèo", "28 − 10 + 2 = 20"), "error"),),
    ),
    Case(
        "a movement told once is a warning where it does not fit",
        "| Thôn | Đầu năm | Giảm | Tăng | Cuối năm |\n| Toàn xã | 33 | 20 | 3 | 17 |",
        (Expect("ARITH-FLOW", "17", ("16",), "warning"),),
    ),
    Case(
        "the first decrease may be the sum of those behind it",
        "| Thôn | Đầu năm | Giảm | Thoát nghèo | Chuyển đi | Tăng | Cuối năm |\n"
        "| Toàn xã | 33 | 20 | 18 | 2 | 3 | 16 |",
    ),
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
