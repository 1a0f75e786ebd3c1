"""True sentences raise no finding: each is put alone into an otherwise correct yearly report."""

from datetime import date

import pytest

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.check import check
from tests.unit.check_clean.true_sentences import RESULTS, TARGETS

DAY = date(2024, 12, 18)
DONE = "Số hộ nghèo giảm 10 hộ, từ 40 hộ xuống còn 30 hộ; tỷ lệ hộ nghèo còn 2,10%."
TO_DO = "Tiếp tục thực hiện các nhiệm vụ được giao."
REPORT = """\
**ỦY BAN NHÂN DÂN
XÃ CẨM DUỆ**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc**

Số: 132/BC-UBND

Cẩm Duệ, ngày 18 tháng 12 năm 2024

BÁO CÁO

Kết quả giảm nghèo năm 2024 trên địa bàn xã Cẩm Duệ

Kính gửi: Ủy ban nhân dân huyện Cẩm Xuyên

Ủy ban nhân dân xã Cẩm Duệ báo cáo như sau:

I. KẾT QUẢ

{done}

II. PHƯƠNG HƯỚNG NĂM 2025

{to_do}

Trên đây là báo cáo của Ủy ban nhân dân xã Cẩm Duệ./.

Nơi nhận:
- Như trên;
- Lưu: VT, VHXH.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Phạm Thị Mẫu
"""
# False alarms of the past: a sentence of this kind and the code it wrongly gave.
ONCE_FALSE = (
    ("ARITH-CHANGE", "Giai đoạn 2021-2024 giảm 60 hộ, riêng năm 2024 giảm từ 40 hộ xuống còn 30 hộ."),
    ("ARITH-DIRECTION", "Trong 6 tháng đầu năm 2024 giảm 4 hộ, 6 tháng cuối năm giảm 6 hộ, cả năm giảm 10 hộ."),
    (
        "NAME-POST",
        "Công chức Văn hóa - Xã hội và công chức Tài chính - Kế toán phối hợp với công chức Tài chính - Kế toán.",
    ),
)


def _found(*, done: str = DONE, to_do: str = TO_DO) -> list[tuple[str, str]]:
    text = REPORT.format(done=done, to_do=to_do)
    return [(each.code, each.quote) for each in check(read_text(text), on=DAY)]


@pytest.mark.parametrize("sentence", RESULTS)
def test_true_sentence_among_results_is_not_reported(sentence: str) -> None:
    assert _found(done=sentence) == []


@pytest.mark.parametrize("sentence", TARGETS)
def test_sound_target_for_next_year_is_not_reported(sentence: str) -> None:
    assert _found(to_do=sentence) == []


@pytest.mark.parametrize(("code", "sentence"), ONCE_FALSE)
def test_false_alarm_of_the_past_stays_away(code: str, sentence: str) -> None:
    assert code not in [each for each, _ in _found(done=sentence)]
