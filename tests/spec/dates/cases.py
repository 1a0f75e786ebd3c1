"""Rulings on dates."""

from datetime import date

from tests.spec.case import Case, Expect

RESULT = "A. KẾT QUẢ THỰC HIỆN CHƯƠNG TRÌNH NĂM 2023\nI. Kết quả huy động\n"

CASES = (
    Case(
        "February has no 31st",
        "Hoàn thành trước ngày 31/02/2024.",
        (Expect("DATE-IMPOSSIBLE", "31/02/2024", ("29/02/2024", "29 ngày"), "error"),),
    ),
    Case("2024 has a 29 February", "Hoàn thành trước ngày 29/02/2024."),
    Case(
        "2023 has no 29 February",
        "Quyết định số 725/QĐ-UBND ngày 29/02/2023 của UBND huyện.",
        (Expect("DATE-IMPOSSIBLE", "29/02/2023", ("28 ngày",)),),
    ),
    Case(
        "there is no month 13",
        "Hoàn thành trước ngày 05/13/2024.",
        (Expect("DATE-IMPOSSIBLE", says=("không có tháng 13",)),),
    ),
    Case(
        "dates in words are dates",
        "Hoàn thành trước ngày 31 tháng 4 năm 2024.",
        (Expect("DATE-IMPOSSIBLE", "31 tháng 4 năm 2024"),),
    ),
    Case(
        "15 April 2024 was a Monday",
        "Họp dân vào thứ Ba, ngày 15/4/2024.",
        (Expect("DATE-WEEKDAY", "thứ Ba, ngày 15/4/2024", ("thứ hai", "16/4/2024"), "error"),),
    ),
    Case(
        "the day of the week may stand behind the date",
        "Họp dân ngày 15/4/2024 (thứ Ba).",
        (Expect("DATE-WEEKDAY", "15/4/2024 (thứ Ba", ("thứ hai", "16/4/2024"), "error"),),
    ),
    Case("Monday behind 15 April 2024 is right", "Họp dân ngày 15/4/2024 (thứ Hai)."),
    Case("the fourth time is no day of the week", "Họp dân ngày 15/4/2024, thứ tư là bàn việc vay vốn."),
    Case(
        "a state of a day after the document",
        RESULT + "Tại ngày 14/8/2024, toàn xã có 33 hộ nghèo.",
        (Expect("DATE-RESULT-FUTURE", "14/8/2024", severity="warning"),),
        day=date(2024, 6, 17),
    ),
    Case(
        "a meeting of a later day is planned",
        "B. TỔ CHỨC THỰC HIỆN\nTổ chức hội nghị tại ngày 14/8/2024.",
        day=date(2024, 6, 17),
    ),
    Case("Monday 15 April 2024 is right", "Họp dân vào thứ Hai, ngày 15/4/2024."),
    Case(
        "a symbol of 2022 is not dated 2023",
        "Theo Nghị quyết số 06/2022/NQ-HĐND ngày 11/12/2023 của HĐND tỉnh.",
        (Expect("DATE-REFERENCE-YEAR", "06/2022/NQ-HĐND ngày 11/12/2023", ("2022", "2023"), "error"),),
    ),
    Case("a symbol of 2022 dated 2022 is right", "Theo Nghị quyết số 06/2022/NQ-HĐND ngày 11/12/2022 của HĐND tỉnh."),
    Case(
        "a plan cannot cite what was issued after it",
        "Thực hiện Kế hoạch số 85/KH-UBND ngày 09/4/2024 của UBND huyện.",
        (Expect("DATE-FUTURE", "85/KH-UBND ngày 09/4/2024", ("01/03/2024",), "error"),),
        day=date(2024, 3, 1),
    ),
    Case(
        "a plan with only its year may cite anything of that year",
        "Thực hiện Kế hoạch số 85/KH-UBND ngày 09/4/2024 của UBND huyện.",
    ),
    Case("a deadline lies in the future as it should", "Báo cáo trước ngày 15/12/2024.", day=date(2024, 3, 1)),
    Case(
        "a result as of a day after the plan",
        RESULT + "Đã giải ngân 200 triệu đồng, tính đến ngày 30/12/2024.",
        (Expect("DATE-RESULT-FUTURE", "30/12/2024", severity="warning"),),
        day=date(2024, 3, 1),
    ),
    Case(
        "eleven months do not tell the whole of 2023",
        RESULT + "Trong 11 tháng đầu năm 2023, xã đã thăm, tặng quà hộ nghèo.",
        (Expect("DATE-PERIOD", "11 tháng đầu năm 2023", ("2023",), "warning"),),
    ),
    Case(
        "the commune's name Quý in the subject is no quarter",
        RESULT + "Trong 11 tháng đầu năm 2023, xã đã thăm, tặng quà hộ nghèo.",
        (Expect("DATE-PERIOD", "11 tháng đầu năm 2023"),),
        subject="Thực hiện Chương trình giảm nghèo tại xã Hoằng Quý năm 2024",
    ),
    Case(
        "a report of a quarter tells a part of the year",
        RESULT + "Trong 3 tháng đầu năm 2023, xã đã thăm hộ nghèo.",
        subject="Kết quả giảm nghèo quý I năm 2024",
    ),
    Case(
        "water and before are no estimate",
        RESULT + "Trong 11 tháng đầu năm 2023, xã đã cấp nước sạch trước mùa khô.",
        (Expect("DATE-PERIOD", "11 tháng đầu năm 2023"),),
    ),
    Case(
        "eleven months marked as an estimate are fine",
        RESULT + "11 tháng đầu năm 2023 đạt 60 lao động, ước cả năm 66 lao động.",
    ),
    Case(
        "half a year of the plan's own year is a schedule",
        "B. KẾ HOẠCH NĂM 2024\nTrong 6 tháng đầu năm 2024 mở 02 lớp tập huấn.",
    ),
    Case(
        "April is not in the third quarter",
        "Tập huấn trong quý III (tháng 4).",
        (Expect("DATE-MONTH", says=("quý II",), severity="warning"),),
    ),
    Case("August is in the third quarter", "Tập huấn trong quý III (tháng 7-8)."),
    Case(
        "a plan for 2024 reports 2023, not 2022",
        "A. KẾT QUẢ THỰC HIỆN NĂM 2022\nĐã thực hiện đầy đủ.",
        (Expect("DATE-RESULT-YEAR", "2022", ("2023",), "warning"),),
    ),
    Case(
        "a closing with last year's year was copied",
        RESULT,
        (Expect("DATE-PLAN-YEAR", "2023", ("2024",), "warning"),),
        closing="Trên đây là Kế hoạch thực hiện Chương trình năm 2023./.",
    ),
    Case(
        "a closing with the plan's year is right",
        RESULT,
        closing="Trên đây là Kế hoạch thực hiện Chương trình năm 2024./.",
    ),
    Case(
        "figures of 2022 under the results of 2023",
        RESULT + "Năm 2022 toàn xã đã giải quyết việc làm cho 60 lao động.",
        (Expect("DATE-FIGURES-YEAR", "2022", ("2023",), "warning"),),
    ),
    Case(
        "figures compared with 2022 are fine",
        RESULT + "Năm 2023 toàn xã có 66 lao động, tăng 6 lao động so với năm 2022.",
    ),
    Case(
        "one document writes its dates in one way",
        "Kế hoạch số 101/KH-UBND ngày 23/06/2023; Kế hoạch số 85/KH-UBND ngày 9/4/2024.",
        (Expect("DATE-STYLE", "9/4/2024", ("09/4/2024",), "info"),),
    ),
    Case(
        "a document dated after the day of the check",
        "Đã thực hiện đầy đủ.",
        (Expect("DATE-OWN-FUTURE", "Mẫu, ngày 1 tháng 12 năm 2026", severity="warning"),),
        year=2026,
        day=date(2026, 12, 1),
    ),
    Case("a document dated on the day of the check", "Đã thực hiện đầy đủ.", year=2026, day=date(2026, 11, 23)),
    Case(
        "a plan for 2024 dated 2022 was copied",
        "Đã thực hiện đầy đủ.",
        (Expect("DATE-PLAN-YEAR", "2022", severity="warning"),),
        day=date(2022, 3, 1),
    ),
)
