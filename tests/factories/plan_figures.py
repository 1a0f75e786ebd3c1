"""The made-up plan with tables of figures: villages, lending by programme, indicators by year."""

from tests.factories.plan_text import plan_text

VILLAGES = """Bảng hộ nghèo cuối năm 2023

| TT | Thôn | Số hộ nghèo (hộ) | Vốn giao (triệu đồng) |
| --- | --- | --- | --- |
| 1 | Thôn Đông | 05 | 1.250,5 |
| 2 | Thôn Tây | 5 | 80 |
|  | Tổng cộng | 31 | 1.330,5 |"""
YEARS = """Các chỉ tiêu

| Chỉ tiêu | Đơn vị tính | Thực hiện 2023 | Kế hoạch 2024 |
| --- | --- | --- | --- |
| Tỷ lệ hộ nghèo | % | 2,10 | 1,54 |
| Số hộ nghèo | hộ | 31 | 23 |
| Giải quyết việc làm | người | 54 | 60 |"""
LENDING = """Doanh số đến hết năm

| Chương trình | Doanh số (triệu đồng) | Lượt hộ |
| --- | --- | --- |
| Hộ nghèo | 750 | 18 |
| Hộ cận nghèo | 500 | 13 |
| Tổng cộng | 1.250 | 31 |"""
# A table that prints a figure before the sentence that says of which day it is.
DATED = {"| 31 | 1.330,5 |": "| 33 | 1.330,5 |\n\n- Tính đến ngày 30/11/2023, số hộ nghèo còn 33 hộ."}
REPORT, AIMS, CREDIT = "II. TÍN DỤNG CHÍNH SÁCH", "II. NỘI DUNG", "B. KẾ HOẠCH NĂM 2024"


def plan_with_figures(**changes: str) -> str:
    """The text of that plan; the tables stand behind the results, the aims and the lending, in this order: villages,
    lending, years."""
    tables = {
        REPORT: f"{VILLAGES}\n\n{REPORT}",
        AIMS: f"{YEARS}\n\n{AIMS}",
        CREDIT: f"{LENDING}\n\n{CREDIT}",
    }
    return plan_text(**{**tables, **changes})
