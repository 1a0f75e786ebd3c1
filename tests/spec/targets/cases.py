"""Rulings on targets."""

from tests.spec.case import Case, Expect

RESULT = """A. KẾT QUẢ THỰC HIỆN NĂM 2023
Tỷ lệ hộ nghèo giảm từ 2,22% xuống còn 1,12% (từ 33 hộ xuống còn 16 hộ).
Tỷ lệ bao phủ bảo hiểm y tế đạt 94,50%.
Đã giải quyết việc làm mới cho 66 lao động.
B. KẾ HOẠCH NĂM 2024
II. MỤC TIÊU
"""

MORE = (
    # (result of 2023, target of 2024, code or "", quote)
    ("Có 8 lao động đi làm việc ở nước ngoài.", "Đưa 5 lao động đi làm việc ở nước ngoài.", "TARGET-WEAKER", ""),
    ("Có 8 lao động đi làm việc ở nước ngoài.", "Đưa 10 lao động đi làm việc ở nước ngoài.", "", ""),
    ("Có 8 lao động đi làm việc ở nước ngoài.", "10 lao động đi làm việc ở nước ngoài, 5 lao động ngoài tỉnh.", "", ""),
    ("Xuất khẩu lao động cho 8 người.", "Xuất khẩu lao động cho 6 người.", "TARGET-WEAKER", ""),
    ("Số hộ thoát nghèo là 14 hộ.", "Phấn đấu 10 hộ thoát nghèo.", "TARGET-WEAKER", "10 hộ"),
    ("Số hộ thoát nghèo là 14 hộ.", "Phấn đấu 15 hộ thoát nghèo.", "", ""),
    ("Số hộ thoát nghèo là 14 hộ.", "Thôn Đông có 3 hộ thoát nghèo, mỗi thôn ít nhất 1 hộ.", "", ""),
    ("Số hộ thoát nghèo là 14 hộ.", "Hỗ trợ 5 hộ thoát nghèo vay vốn.", "", ""),
    ("Số hộ thoát nghèo là 14 hộ.", "Có ít nhất 3 hộ thoát nghèo ở thôn Đông.", "", ""),
    ("Tổng doanh số cho vay đạt 7.500 triệu đồng.", "Tổng doanh số cho vay đạt 7 tỷ đồng.", "TARGET-WEAKER", ""),
    ("Tổng doanh số cho vay đạt 7.500 triệu đồng.", "Tổng doanh số cho vay đạt 8 tỷ đồng.", "", ""),
    ("Doanh số cho vay hộ nghèo đạt 900 triệu đồng.", "Tổng doanh số cho vay đạt 800 triệu đồng.", "", ""),
    ("Số hộ cận nghèo còn 44 hộ.", "Số hộ cận nghèo còn 50 hộ.", "TARGET-MET", ""),
    ("Số hộ cận nghèo còn 44 hộ.", "Số hộ cận nghèo còn 40 hộ.", "", ""),
    ("Số hộ cận nghèo còn 44 hộ.", "Giảm số hộ cận nghèo 50 hộ.", "TARGET-IMPOSSIBLE", ""),
    ("Tỷ lệ hộ có nhà tiêu hợp vệ sinh đạt 92%.", "Tỷ lệ hộ có nhà tiêu hợp vệ sinh đạt 90%.", "TARGET-MET", ""),
    ("Tỷ lệ hộ có nhà tiêu hợp vệ sinh đạt 92%.", "Tỷ lệ hộ dùng nước hợp vệ sinh đạt 90%.", "", ""),
    ("Tỷ lệ hộ dùng nước sinh hoạt hợp vệ sinh đạt 99%.", "Tỷ lệ hộ dùng nước sạch đạt 67%.", "", ""),
    (
        "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi còn 14,2%.",
        "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi còn 15%.", "TARGET-MET", "",
    ),
    (
        "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi còn 14,2%.",
        "Tỷ lệ trẻ em dưới 16 tuổi suy dinh dưỡng thể thấp còi còn 18%.", "", "",
    ),
    (
        "Tỷ lệ trẻ em hộ nghèo, hộ cận nghèo đi học đúng độ tuổi đạt 98%.",
        "Tỷ lệ trẻ em hộ nghèo, hộ cận nghèo đi học đúng độ tuổi đạt 90%.", "TARGET-MET", "",
    ),
    (
        "Tỷ lệ người thuộc hộ nghèo có thẻ bảo hiểm y tế đạt 100%.",
        "Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.", "", "",
    ),
    (
        "Tỷ lệ hộ nghèo dân tộc thiểu số còn 8,5%.",
        "Tỷ lệ hộ nghèo dân tộc thiểu số giảm 9 điểm %.", "TARGET-IMPOSSIBLE", "",
    ),
    ("Tỷ lệ hộ nghèo dân tộc thiểu số còn 8,5%.", "Tỷ lệ hộ nghèo dân tộc thiểu số giảm 3 điểm %.", "", ""),
)  # fmt: skip


def _told(result: str, target: str, code: str, quote: str) -> Case:
    text = f"A. KẾT QUẢ THỰC HIỆN NĂM 2023\n{result}\nB. KẾ HOẠCH NĂM 2024\nII. MỤC TIÊU\n{target}"
    return Case(f"{code or 'silent'}: {result} {target}", text, (Expect(code, quote),) if code else ())


CASES = (
    *(_told(*each) for each in MORE),
    Case(
        "1,12 % cannot fall by 1,5",
        RESULT + "Tỷ lệ hộ nghèo đa chiều giảm từ 1,5% trở lên.",
        (
            Expect(
                "TARGET-IMPOSSIBLE",
                "Tỷ lệ hộ nghèo đa chiều giảm từ 1,5% trở lên",
                ("1,5%", "1,12%", "dòng 11", "0,56%"),
                "error",
            ),
            Expect("TARGET-POINTS", says=("1,5 điểm %",), severity="info"),
        ),
    ),
    Case("1,12 % can fall by 0,5 points", RESULT + "Tỷ lệ hộ nghèo giảm 0,6 điểm %."),
    Case(
        "16 poor households cannot fall by 20",
        RESULT + "Phấn đấu giảm 20 hộ nghèo.",
        (Expect("TARGET-IMPOSSIBLE", "giảm 20 hộ nghèo", ("16 hộ",), "error"),),
    ),
    Case("16 poor households can fall by 6", RESULT + "Phấn đấu giảm 6 hộ nghèo."),
    Case(
        "the province's target is not the commune's",
        RESULT + "Góp phần giảm tỷ lệ hộ nghèo của tỉnh 1,5 điểm % trở lên.",
    ),
    Case(
        "an average of several years is not this year's",
        RESULT + "Tỷ lệ hộ nghèo giảm bình quân 1,5%/năm giai đoạn 2021-2025.",
    ),
    Case(
        "a rate below 2 % is already met at 1,12 %",
        RESULT + "Tỷ lệ hộ nghèo giảm xuống còn 2%.",
        (Expect("TARGET-MET", says=("1,12%", "dòng 11"), severity="warning"),),
    ),
    Case("a rate of 0,8 % goes beyond 1,12 %", RESULT + "Tỷ lệ hộ nghèo giảm xuống còn 0,8%."),
    Case(
        "coverage of 93 % is below the 94,50 % reached",
        RESULT + "Tỷ lệ bao phủ bảo hiểm y tế đạt 93%.",
        (Expect("TARGET-MET", says=("94,50%",)),),
    ),
    Case("coverage of 95 % goes beyond", RESULT + "Tỷ lệ bao phủ bảo hiểm y tế đạt 95%."),
    Case(
        "60 jobs are fewer than last year's 66",
        RESULT + "Giải quyết việc làm mới cho 60 lao động.",
        (Expect("TARGET-WEAKER", "Giải quyết việc làm mới cho 60 lao động", ("66 lao động",), "warning"),),
    ),
    Case("70 jobs are more than last year's 66", RESULT + "Giải quyết việc làm mới cho 70 lao động."),
    Case(
        "a target needs a unit",
        RESULT + "Tỷ lệ hộ nghèo giảm 0,5.",
        (Expect("TARGET-UNIT", "giảm 0,5", severity="warning"),),
    ),
    Case(
        "a fall from an unknown start cannot be judged",
        "B. KẾ HOẠCH NĂM 2024\nII. MỤC TIÊU\nTỷ lệ hộ nghèo giảm 0,5 điểm %.",
        (Expect("TARGET-BASELINE", says=("2023",), severity="info"),),
    ),
    Case(
        "a target that states its own start can be judged",
        "B. KẾ HOẠCH NĂM 2024\nII. MỤC TIÊU\nTỷ lệ hộ nghèo giảm 0,5 điểm %, từ 1,12% xuống còn 0,62%.",
    ),
    Case(
        "a target for last year in this year's plan was copied",
        RESULT + "Năm 2023 tỷ lệ hộ nghèo giảm xuống còn 0,8%.",
        (Expect("TARGET-OLD-YEAR", "2023", ("2024",), "warning"),),
    ),
    Case(
        "a target without any year cannot be judged next year",
        "II. MỤC TIÊU\nTỷ lệ hộ nghèo giảm 0,5 điểm %, từ 1,12% xuống còn 0,62%.",
        (Expect("TARGET-YEAR", severity="warning"),),
        year=None,
    ),
    Case("a year in the line is enough", "II. MỤC TIÊU\nNăm 2024 tỷ lệ hộ nghèo còn 0,62%.", year=None),
    Case("keeping a full coverage is a target too", RESULT + "Duy trì tỷ lệ bao phủ bảo hiểm y tế đạt 94,5%."),
    Case(
        "a small fall after a large one is weak where much is left",
        "A. KẾT QUẢ NĂM 2023\nTỷ lệ hộ nghèo giảm 2,5 điểm %, từ 12,5% xuống còn 10%.\nB. KẾ HOẠCH NĂM 2024\n"
        "II. MỤC TIÊU\nTỷ lệ hộ nghèo giảm 0,5 điểm %.",
        (Expect("TARGET-WEAKER", says=("2,5 điểm %",), severity="warning"),),
    ),
)
