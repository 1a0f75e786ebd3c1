"""The real plan: what is known to be wrong in it is found, at its place."""

from datetime import date

import pytest

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.check import check
from tests.seed import seed_path

pytestmark = pytest.mark.seed

# line, code, beginning of the quote
FACTS = (
    (27, "REF-ORDER", "Kế hoạch số 101/KH-UBND ngày 23/05/2023"),
    (27, "REF-ORDER", "Kế hoạch số 45/KH-UBND ngày 29/09/2023"),
    (85, "COMPLETE-CLAIM", "tiến độ giải ngân vốn chậm hoặc giải ngân rất thấp"),
    (127, "COMPLETE-AMOUNT", "Quyết định số 829/QĐ-UBND"),
    (4, "NAME-UNIT", "XÃ HOÀNG PHÚ"),
    (17, "NAME-UNIT", "huyện Hoàng Hóa"),
    (322, "NAME-TWO-SPELLINGS", "xã Hoằng Phú"),
    (49, "NAME-TONE", "NGHEÒ"),
    (123, "REF-SYMBOL", "số 10/2023/NQHĐND"),
    (9, "COMPLETE-NUMBER", "Số: /KH-UBND"),
    (11, "COMPLETE-DATE", "Hoàng Phú, ngày tháng năm 2024"),
    (322, "FORMAT-CLOSING", ""),
    (333, "FORMAT-AUTHORITY", "KT. CHỦ TỊCH"),
    (331, "FORMAT-FILED", "Lưu: VT; LĐTBXH."),
    (131, "NUM-DD", "e) Phân công thực hiện"),
    (177, "NUM-SKIP", "e) Phân công thực hiện"),
    (201, "NUM-BODY", "3.2. Công chức văn hóa"),
    (310, "NUM-BACK", "a) Phân công thực hiện"),
    (314, "NUM-BACK", "3. UBND xã"),
    (320, "NUM-SKIP", "d)"),
    (123, "REF-SYMBOL", "Thông tư số 55/2023/BTC"),
    (123, "REF-FIRST", "Nghị định số 27/2022/NĐ-CP"),
    (199, "COMPLETE-BLOCK-EMPTY", "e) Phân công thực hiện"),
    (217, "COMPLETE-BLOCK-EMPTY", "e) Phân công thực hiện"),
    (91, "NUM-SINGLE", "1. Bối cảnh trong xã"),
    (87, "NUM-SPACE", "B.KẾ HOẠCH"),
    (77, "COMPLETE-BREAKS-OFF", "tiêu giảm tỷ lệ hộ nghèo"),
    (71, "COMPLETE-TRAILS", "giúp học sinh nghèo học tập,..."),
    (81, "COMPLETE-CUT", ""),
    (203, "NUM-SUBPROJECT", "Tiểu dự án 3"),
)


@pytest.fixture(scope="module")
def found():
    return check(read_text(seed_path().read_text(encoding="utf-8")), on=date(2026, 11, 23))


@pytest.mark.parametrize(("line", "code", "quote"), FACTS, ids=lambda value: str(value)[:30])
def test_known_fact_is_found(found, line: int, code: str, quote: str) -> None:
    assert any(each.line == line and each.code == code and each.quote.startswith(quote) for each in found)


def test_seven_subprojects_have_no_money(found) -> None:
    missing = [each for each in found if each.code == "COMPLETE-BLOCK"]
    assert [each.line for each in missing] == [161, 183, 203, 221, 244, 272, 288]


def test_every_error_of_the_plan_is_a_true_one(found) -> None:
    ours = [each for each in found if each.code.startswith(("REF-", "NUM-", "COMPLETE-", "NAME-", "FORMAT-"))]
    errors = {(each.line, each.code) for each in ours if each.severity == "error"}
    assert errors == {
        (4, "NAME-UNIT"), (17, "NAME-UNIT"), (322, "NAME-TWO-SPELLINGS"), (123, "REF-SYMBOL"), (149, "REF-SYMBOL"),
    }  # fmt: skip
