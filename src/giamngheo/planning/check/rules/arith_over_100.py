"""A share of a whole cannot exceed 100 %; a share of a plan can.

Prose: docs/algorithms/check-arithmetic.md, section 6.
"""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import plain, readings

OVER = CATALOGUE.add(
    "ARITH-OVER-100",
    Severity.ERROR,
    title=("Tỷ lệ trên 100 % là không thể", "A share above 100 % is impossible"),
    message=(
        "{share} của một tổng thể là không thể: tỷ lệ bao phủ, tỷ lệ hộ, tỷ lệ người không vượt quá 100%.",
        "{share} of a whole is impossible: coverage and shares of households or people stop at 100%.",
    ),
    fixes=(
        (
            "Kiểm tra tử số và mẫu số, ghi lại tỷ lệ (nhiều nhất 100%).",
            "Check both numbers and restate the share (100% at most).",
        ),
        (
            "Nếu là mức thực hiện kế hoạch, viết “đạt {share} kế hoạch”.",
            "If it is a share of the plan, write “đạt {share} kế hoạch”.",
        ),
    ),
)
_WHOLE = (
    "tỷ lệ bao phủ",
    "tỷ lệ hộ",
    "tỷ lệ người",
    "tỷ lệ lao động",
    "tỷ lệ trẻ",
    "tỷ lệ dân số",
    "tỷ lệ tham gia",
    "độ bao phủ",
)
_AGAINST = (
    "kế hoạch",
    "kh ",
    "kh,",
    "kh.",
    "kh;",
    "chỉ tiêu",
    "mục tiêu",
    "dự toán",
    "so với",
    "cùng kỳ",
    "năm trước",
    "định mức",
    "chuẩn",
)
_PEOPLE = ("số hộ", "hộ ", "người ", "số người", "trẻ em", "cán bộ", "lao động ")


@rule
def shares_of_a_whole_stop_at_100(context: Context) -> Iterator[Finding]:
    """Percentages over 100 that are said to be shares of households or people."""
    for reading in readings(context):
        for index, share in enumerate(reading.quantities):
            if share.unit != "%" or share.value <= 100 or not plain(share):
                continue
            before, after = reading.gaps[index], reading.gaps[index + 1].lstrip() + " "
            if any(word in after[:45] for word in _AGAINST) or any(
                word in before for word in ("tăng", "giảm", "bằng", "vượt")
            ):
                continue
            if any(word in before for word in _WHOLE) or after.startswith(_PEOPLE):
                yield OVER.at(reading.passage.line, share.text, share=share.text)
