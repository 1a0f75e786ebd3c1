"""Boxes 1 to 9 of NĐ 30/2020 in the forms in which text prints them."""

from __future__ import annotations

import pytest

from giamngheo.paperwork.document import OfficialDocument
from giamngheo.paperwork.readers.text import read_text

PLAN = """**ỦY BAN NHÂN DÂN
XÃ CẨM AN**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc**

Số: /KH-UBND

Cẩm An, ngày tháng năm 2025

KẾ HOẠCH

Thực hiện Chương trình giảm nghèo năm 2025

Thực hiện Kế hoạch số 12/KH-UBND ngày 9/4/2025 của UBND huyện;

Ủy ban nhân dân xã ban hành Kế hoạch với các nội dung sau:

I. MỤC TIÊU

Giảm 5 hộ nghèo.

Trên đây là Kế hoạch của xã.

Nơi nhận:

- Phòng Nội vụ (b/c);
- Lưu: VT; VX.

**KT. CHỦ TỊCH
PHÓ CHỦ TỊCH**

Lê Thị Mẫu"""

BOXES = """| **ỦY BAN NHÂN DÂN<br>XÃ CẨM AN**<br>------- | **CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do -
Hạnh phúc**<br>--------- |
| --- | --- |
| Số: 05/QĐ-UBND | *Cẩm An, ngày 12 tháng 3 năm 2025* |

**QUYẾT ĐỊNH**

**Về việc phê duyệt danh sách hộ nghèo
năm 2025**

**CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ CẨM AN**

*Căn cứ Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính
phủ;*

*Theo đề nghị của công chức văn hóa - xã hội.*

**QUYẾT ĐỊNH:**

**Điều 1.** Phê duyệt danh sách.

**Điều 2.** Quyết định có hiệu lực từ ngày ký./.

| ***Nơi nhận:***<br>- Như Điều 2;<br>- Lưu: VT. | **KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br><br>Nguyễn Văn Mẫu** |
| --- | --- |

PHỤ LỤC

| TT | Chủ hộ |
| --- | --- |
| 1 | Trần Thị Mẫu |
"""

LETTER = """UBND XÃ CẨM AN                CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 15/UBND-VX                    Độc lập - Tự do - Hạnh phúc
V/v rà soát hộ nghèo          Cẩm An, ngày … tháng … năm 2025

Kính gửi:
- Trưởng các thôn;
- Công an xã.

1. Rà soát theo mẫu.

Yêu cầu các thôn thực hiện./.

Nơi nhận:                     TM. ỦY BAN NHÂN DÂN
- Như trên;                   CHỦ TỊCH
- Lưu: VT.
                              Lê Văn Mẫu
"""

MINUTES = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

BIÊN BẢN
Họp thôn bình xét hộ nghèo

Hôm nay, ngày 05 tháng 11 năm 2025, tại nhà văn hóa thôn.

| THƯ KÝ | CHỦ TỌA |
|---|---|
| Trần Thị Mẫu | Nguyễn Văn Mẫu |
"""


@pytest.fixture(scope="module")
def plan() -> OfficialDocument:
    return read_text(PLAN)


def texts(lines: tuple) -> list[str]:  # type: ignore[type-arg]
    return [line.text for line in lines]


def test_header_of_a_plan_is_taken_apart(plan: OfficialDocument) -> None:
    assert texts(plan.issuer) == ["ỦY BAN NHÂN DÂN", "XÃ CẨM AN"]
    assert texts(plan.motto) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert (plan.doc_type, plan.type_name.text) == ("KH", "KẾ HOẠCH")  # type: ignore[union-attr]
    assert plan.subject.text == "Thực hiện Chương trình giảm nghèo năm 2025"  # type: ignore[union-attr]


def test_blank_number_and_day_are_present_and_blank(plan: OfficialDocument) -> None:
    assert plan.reference is not None
    assert plan.place_and_date is not None
    assert (plan.reference.number, plan.reference.symbol) == ("", "KH-UBND")
    dated = plan.place_and_date
    assert (dated.locality, dated.day, dated.month, dated.year) == ("Cẩm An", None, None, 2025)


def test_basis_is_told_from_the_opening_of_the_body(plan: OfficialDocument) -> None:
    assert texts(plan.legal_bases) == ["Thực hiện Kế hoạch số 12/KH-UBND ngày 9/4/2025 của UBND huyện;"]
    assert plan.body[0].text.startswith("Ủy ban nhân dân xã ban hành")


def test_closing_recipients_and_signature_leave_the_body(plan: OfficialDocument) -> None:
    assert plan.closing is not None
    assert plan.closing.text == "Trên đây là Kế hoạch của xã."
    assert texts(plan.recipients) == ["Phòng Nội vụ (b/c);", "Lưu: VT; VX."]
    assert plan.signature is not None
    assert (plan.signature.authority, plan.signature.name) == (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Lê Thị Mẫu")
    assert [node.printed for node in plan.walk()][1:] == ["I. MỤC TIÊU", "Giảm 5 hộ nghèo."]


def test_pipe_boxes_with_broken_lines_are_whole_again() -> None:
    document = read_text(BOXES)
    assert texts(document.motto) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert texts(document.issuer) == ["ỦY BAN NHÂN DÂN", "XÃ CẨM AN"]
    assert document.reference is not None
    assert document.reference.printed == "05/QĐ-UBND"
    assert document.place_and_date is not None
    assert document.place_and_date.day == 12
    assert texts(document.recipients) == ["Như Điều 2;", "Lưu: VT."]
    assert document.signature is not None
    assert document.signature.name == "Nguyễn Văn Mẫu"


def test_decision_has_decider_bases_and_enacting_words() -> None:
    document = read_text(BOXES)
    assert document.doc_type == "QĐ"
    assert document.subject is not None
    assert document.subject.text == "Về việc phê duyệt danh sách hộ nghèo năm 2025"
    assert document.enacted_by is not None
    assert document.enacted_by.text == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ CẨM AN"
    assert document.legal_bases[0].text.endswith("của Chính phủ;")
    assert document.enacting_words is not None
    assert [node.number for node in document.walk()] == ["Điều 1.", "Điều 2."]


def test_appendix_behind_the_signature_is_kept() -> None:
    appendix = read_text(BOXES).appendices
    assert appendix[0].text == "PHỤ LỤC"
    assert appendix[0].children[0].rows == (("TT", "Chủ hộ"), ("1", "Trần Thị Mẫu"))


def test_letter_in_two_columns_of_spaces() -> None:
    document = read_text(LETTER)
    assert (document.doc_type, document.type_name) == ("CV", None)
    assert document.subject is not None
    assert document.subject.text == "V/v rà soát hộ nghèo"
    assert texts(document.addressees) == ["Trưởng các thôn;", "Công an xã."]
    assert texts(document.recipients) == ["Như trên;", "Lưu: VT."]
    assert document.signature is not None
    assert document.signature.authority == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert document.signature.name == "Lê Văn Mẫu"


def test_old_tone_placement_is_found_and_kept() -> None:
    document = read_text(LETTER)
    assert document.motto[0].text == "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_minutes_are_signed_by_two() -> None:
    document = read_text(MINUTES)
    assert document.doc_type == "BB"
    assert document.signature is not None
    assert (document.signature.authority, document.signature.name) == (("CHỦ TỌA",), "Nguyễn Văn Mẫu")
    assert [each.name for each in document.cosigners] == ["Trần Thị Mẫu"]


def test_fragment_without_header_is_all_body() -> None:
    document = read_text("I. MỤC TIÊU\n\nGiảm 5 hộ.\n")
    assert (document.issuer, document.type_name, document.doc_type) == ((), None, "")
    assert [node.printed for node in document.walk()] == ["I. MỤC TIÊU", "Giảm 5 hộ."]


def test_lines_give_the_whole_document_in_order(plan: OfficialDocument) -> None:
    printed = [line.text for line in plan.lines()]
    assert printed[4:8] == ["Số: /KH-UBND", "Cẩm An, ngày tháng năm 2025", "KẾ HOẠCH", plan.subject.text]  # type: ignore[union-attr]
    assert printed[-1] == "Lê Thị Mẫu"
