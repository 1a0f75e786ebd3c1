"""Rulings on totals and their parts."""

from tests.spec.case import Case, Expect

LOANS = (
    "Doanh số cho vay đạt 7.487 triệu đồng với 175 lượt khách hàng. Trong đó: cho vay hộ nghèo 1.040 triệu đồng với "
    "15 lượt hộ; hộ cận nghèo 1.065 triệu đồng với 17 lượt hộ; hộ mới thoát nghèo 983 triệu đồng với 15 lượt hộ; nước "
    "sạch 2.228 triệu đồng với 110 lượt hộ; lao động ở nước ngoài 0 triệu đồng với 0 lượt; việc làm 1.160 triệu đồng "
    "với 13 lượt hộ vay."
)

CASES = (
    Case(
        "six loan programmes must add up, in money and in loans",
        LOANS,
        (
            Expect("ARITH-TOTAL", "7.487 triệu đồng", ("6.476 triệu đồng", "1.011 triệu đồng", "thiếu"), "error"),
            Expect("ARITH-TOTAL", "175 lượt khách hàng", ("170 lượt", "5 lượt"), "error"),
        ),
    ),
    Case("programmes that add up are right", LOANS.replace("7.487", "6.476").replace("175 lượt", "170 lượt")),
    Case(
        "parts that exceed their total are wrong",
        "Tổng kinh phí 900 triệu đồng, trong đó: ngân sách trung ương 700 triệu đồng; ngân sách tỉnh 250 triệu đồng.",
        (Expect("ARITH-TOTAL", "900 triệu đồng", ("950 triệu đồng", "thừa 50 triệu đồng"), "error"),),
    ),
    Case(
        "two parts after trong đó may leave the rest unsaid",
        "Tổng kinh phí 900 triệu đồng, trong đó: ngân sách trung ương 700 triệu đồng; ngân sách tỉnh 50 triệu đồng.",
    ),
    Case(
        "gồm promises the whole",
        "Toàn xã có 49 hộ thụ hưởng, gồm 16 hộ nghèo, 28 hộ cận nghèo và 3 hộ mới thoát nghèo.",
        (Expect("ARITH-TOTAL", "49 hộ", ("47 hộ", "16 + 28 + 3", "thiếu 2 hộ"), "error"),),
    ),
    Case(
        "gồm needs no comma and no colon",
        "Toàn xã có 60 hộ gồm 25 hộ nghèo, 26 hộ cận nghèo và 15 hộ mới thoát nghèo.",
        (Expect("ARITH-TOTAL", "60 hộ", ("66 hộ",), "error"),),
    ),
    Case(
        "parts without a unit are the total's, with less certainty",
        "Hỗ trợ 60 hộ, gồm 25 ở thôn Đông, 26 ở thôn Tây và 15 ở thôn Nam.",
        (Expect("ARITH-TOTAL", "60 hộ", ("66 hộ",), "warning"),),
    ),
    Case(
        "parts without a unit that add up are right",
        "Hỗ trợ 66 hộ, gồm 25 ở thôn Đông, 26 ở thôn Tây và 15 ở thôn Nam.",
    ),
    Case(
        "a total told last is the sum of what stands before it",
        "Thôn Đông 20 hộ, thôn Tây 30 hộ, thôn Nam 15 hộ, tổng cộng 60 hộ.",
        (Expect("ARITH-TOTAL", "60 hộ", ("65 hộ",), "warning"),),
    ),
    Case("a total told last that fits is right", "Thôn Đông 20 hộ, thôn Tây 30 hộ, thôn Nam 15 hộ, tổng cộng 65 hộ."),
    Case(
        "a total told last over prices is no sum of them",
        "Hỗ trợ 20 hộ, mỗi hộ 10 triệu đồng, tập huấn 5 triệu đồng, tổng cộng 205 triệu đồng.",
    ),
    Case(
        "a sum in words differs from the figures",
        "Kinh phí: 72.000.000 đồng (bảy mươi ba triệu đồng).",
        (Expect("ARITH-SPELLED", "72.000.000 đồng (bảy mươi ba triệu đồng", ("bảy mươi hai triệu đồng",), "error"),),
    ),
    Case(
        "a sum in words that fits is right",
        "Kinh phí: 72.500.000 đồng (Bằng chữ: Bảy mươi hai triệu năm trăm nghìn đồng).",
    ),
    Case(
        "a sum in millions and its words are one",
        "Kinh phí: 72,5 triệu đồng (bảy mươi hai triệu năm trăm nghìn đồng chẵn).",
    ),
    Case(
        "a rate stands before its fraction",
        "Giải ngân đạt 45,5% (440/887 triệu đồng).",
        (Expect("ARITH-PERCENT", "45,5% (440/887 triệu đồng", ("49,6%",), "error"),),
    ),
    Case("a rate before its fraction that fits is right", "Giải ngân đạt 49,6% (440/887 triệu đồng)."),
    Case(
        "what is left is what was given less what was spent",
        "Kế hoạch vốn được giao 500 triệu đồng; giải ngân 345 triệu đồng, đạt 69%; còn 165 triệu đồng.",
        (Expect("ARITH-REST", says=("155 triệu đồng",), severity="warning"),),
    ),
    Case(
        "what is left may fit",
        "Kế hoạch vốn được giao 500 triệu đồng; giải ngân 345 triệu đồng, đạt 69%; còn 155 triệu đồng.",
    ),
    Case(
        "the share of a sum given and spent",
        "Kế hoạch vốn được giao 500 triệu đồng; giải ngân 345 triệu đồng, đạt 96%; còn 155 triệu đồng.",
        (Expect("ARITH-PERCENT", says=("69",), severity="error"),),
    ),
    Case(
        "products listed under a total add up to it",
        "Tổng kinh phí 60 triệu đồng, gồm:\n"
        "- 10 hộ x 3 triệu đồng = 30 triệu đồng\n- 5 hộ x 4 triệu đồng = 20 triệu đồng",
        (Expect("ARITH-TOTAL", "60 triệu đồng", ("50 triệu đồng",), "error"),),
    ),
    Case(
        "products under a total that fit",
        "Tổng kinh phí 50 triệu đồng, gồm:\n"
        "- 10 hộ x 3 triệu đồng = 30 triệu đồng\n- 5 hộ x 4 triệu đồng = 20 triệu đồng",
    ),
    Case(
        "a vote has its rate",
        "Có 55/58 hộ tán thành, đạt 84,8%.",
        (Expect("ARITH-PERCENT", "55/58 hộ tán thành, đạt 84,8%", ("94,8%",), "error"),),
    ),
    Case("a vote with the right rate", "Có 55/58 hộ tán thành, đạt 94,8%."),
    Case("a rate of another thing is not the vote's", "Có 55/58 hộ dự họp, tỷ lệ hộ nghèo còn 2,22%."),
    Case(
        "gồm with a list that falls short is wrong",
        "Kinh phí 900 triệu đồng, gồm: ngân sách trung ương 700 triệu đồng; ngân sách tỉnh 150 triệu đồng.",
        (Expect("ARITH-TOTAL", says=("850 triệu đồng",), severity="error"),),
    ),
    Case(
        "groups of people may overlap",
        "Toàn xã có 120 hộ nghèo, trong đó 80 hộ có trẻ em, 70 hộ có người cao tuổi.",
    ),
    Case(
        "one part named in passing is no breakdown",
        "Giải quyết việc làm cho 66 lao động; trong đó: 8 lao động đi nước ngoài.",
    ),
    Case(
        "sums printed in tỷ may miss by their rounding",
        "Tổng vốn 2,5 tỷ đồng, gồm: trung ương 1,25 tỷ đồng; tỉnh 0,83 tỷ đồng; xã 0,45 tỷ đồng.",
    ),
    Case(
        "bullets under a total are its parts",
        "Tổng kinh phí thực hiện: 500 triệu đồng, gồm:\n- Ngân sách trung ương: 300 triệu "
        "đồng;\n- Ngân sách tỉnh: 150 triệu đồng.",
        (Expect("ARITH-TOTAL", "500 triệu đồng", ("450 triệu đồng", "50 triệu đồng"), "error"),),
    ),
    Case(
        "bullets of the second order belong to their bullet",
        "Tổng kinh phí: 500 triệu đồng, gồm:\n- Trung ương: 300 triệu đồng, gồm:\n+ Đầu tư: 100 triệu đồng;\n"
        "+ Sự nghiệp: 200 triệu đồng;\n- Tỉnh: 200 triệu đồng.",
    ),
    Case(
        "points under a total are its parts",
        "Tổng kinh phí thực hiện là 1.000 triệu đồng, bao gồm:\na) Ngân sách trung ương: 600 triệu đồng.\n"
        "b) Ngân sách tỉnh: 500 triệu đồng.",
        (Expect("ARITH-TOTAL", says=("1.100 triệu đồng",)),),
    ),
    Case(
        "a list of main programmes only is no breakdown",
        "Doanh số cho vay đạt 900 triệu đồng, trong đó chủ yếu: hộ nghèo 300 triệu đồng; cận "
        "nghèo 200 triệu đồng; việc làm 100 triệu đồng; nước sạch 50 triệu đồng.",
    ),
    Case(
        "units are added each by itself",
        "Hỗ trợ 30 hộ với 450 triệu đồng, gồm: thôn Đông 10 hộ, 150 triệu đồng; thôn Tây 20 hộ, 300 triệu đồng.",
    ),
    Case(
        "mixed scales are added in đồng",
        "Kinh phí 1,2 tỷ đồng, gồm: trung ương 900 triệu đồng; xã 300.000.000 đồng.",
    ),
    Case(
        "sums in brackets behind a total are its parts",
        "Huy động 1.000 triệu đồng (trung ương 600 triệu đồng, tỉnh 300 triệu đồng, xã 200 triệu đồng).",
        (Expect("ARITH-TOTAL", says=("1.100 triệu đồng",), severity="error"),),
    ),
    Case(
        "deprivations of one household overlap",
        "Tổng số 16 hộ nghèo, trong đó: 10 hộ thiếu hụt việc làm; 8 hộ thiếu hụt nhà ở; 5 hộ thiếu hụt BHYT.",
    ),
)
