"""Whatever text comes in, nothing of it disappears, and reading what was read changes nothing."""

from __future__ import annotations

import unicodedata

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from giamngheo.paperwork.document import NodeKind, OfficialDocument
from giamngheo.paperwork.readers.text import read_text
from tests.factories.losses import lost_and_added, raw_parts

NUMBERS = (
    "A.", "B.", "I.", "II.", "1.", "2.", "2.1.", "3.2.", "a)", "đ)", "-", "+", "(1)", "Phần thứ nhất", "Chương I",
    "Điều 1.", "", "", "",
)  # fmt: skip
WORDS = (
    "hộ nghèo", "giảm", "33 hộ", "2,22%", "1.040 triệu đồng", "Dự án 2:", "kế hoạch", "KẾT QUẢ", "Thực hiện", "số",
    "85/KH-UBND", "*nghiêng*", "**đậm**", "tháng", "ngày 5/3/2025", ";", ".", ":", "(hộ)", "xã Cẩm An",
)  # fmt: skip
LINES_HEADER = """ỦY BAN NHÂN DÂN
XÃ CẨM AN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: /KH-UBND

Cẩm An, ngày tháng năm 2025

KẾ HOẠCH

Giảm nghèo năm 2025

Căn cứ Quyết định số 5/QĐ-UBND;

"""
BOX_HEADER = """| **ỦY BAN NHÂN DÂN\x20\x20
XÃ CẨM AN**<br>---- | **CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM\x20\x20
Độc lập - Tự do - Hạnh phúc** |
| --- | --- |
| Số: 5/BC-UBND | *Cẩm An, ngày 5 tháng 3 năm 2025* |

**BÁO CÁO**

**Kết quả**

Kính gửi: Sở.

"""
COLUMNS_HEADER = """UBND XÃ CẨM AN        CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 5/QĐ-UBND\tĐộc lập - Tự do - Hạnh phúc

QUYẾT ĐỊNH
Về việc công nhận

CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ

Căn cứ Luật;

QUYẾT ĐỊNH:

"""
LINES_TAIL = """

Trên đây là kế hoạch./.

Nơi nhận:
- Như trên;
- Lưu: VT.

**KT. CHỦ TỊCH
PHÓ CHỦ TỊCH**

Lê Thị Mẫu"""
BOX_TAIL = """

| **Nơi nhận:**<br>- Như trên;<br>- Lưu: VT. | **TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br><br>Lê Văn Mẫu** |
|---|---|
"""
ANNEX_TAIL = """

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
Lê Văn Mẫu

Nơi nhận:
- Lưu: VT.

PHỤ LỤC

I. Danh sách

| a | b |
|-|-|
| 1 | 2 |"""
HEADERS = ("", LINES_HEADER, BOX_HEADER, COLUMNS_HEADER)
TAILS = ("", LINES_TAIL, BOX_TAIL, ANNEX_TAIL)

block = st.builds(
    lambda number, parts, glue: f"{number}{glue}{' '.join(parts)}".strip(" "),
    st.sampled_from(NUMBERS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12),
    st.sampled_from((" ", "", "\t")),
)
grid = st.just("| TT | Thôn |\n| --- | --- |\n| 1 | Thôn 1<br>hai |\n| 2 | dòng\ndài |")
bodies = st.lists(st.one_of(block, block, block, grid), max_size=14).flatmap(
    lambda blocks: st.lists(st.sampled_from(("\n\n", "\n", "\n\n\n")), min_size=len(blocks), max_size=len(blocks)).map(
        lambda gaps: "".join(b + g for b, g in zip(blocks, gaps, strict=True))
    )
)
documents = st.builds(
    lambda head, body, tail: head + body + tail, st.sampled_from(HEADERS), bodies, st.sampled_from(TAILS)
)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _shape(document: OfficialDocument) -> list[tuple[object, ...]]:
    return [(node.kind, node.level, node.style, node.number, node.text, node.rows) for node in document.walk()]


@SLOW
@given(documents)
def test_no_character_of_a_plan_is_lost(source: str) -> None:
    lost, added = lost_and_added(source, read_text(source))
    assert (dict(lost), dict(added)) == ({}, {})


@SLOW
@given(st.text(alphabet=st.sampled_from("aA1.-|*\\_#<br>()[]: \n\t:;đIVXĐ/ốS+&\u00a0\u00ad"), max_size=120))
@example("|\n|")
@example("**\n\n**|a|\n")
@example("| a\n\n| b")
def test_no_character_of_any_text_is_lost(source: str) -> None:
    lost, added = lost_and_added(source, read_text(source))
    assert (dict(lost), dict(added)) == ({}, {})


@SLOW
@given(bodies)
def test_body_keeps_the_order_of_its_source(source: str) -> None:
    document = read_text(source)
    kept = "".join(raw for _, raw in raw_parts(document))
    assert "".join(kept.split()) == "".join(source.split())


@SLOW
@given(documents)
def test_places_point_at_their_own_lines(source: str) -> None:
    lines = source.split("\n")
    for node in read_text(source).walk():
        first = node.raw.split("\n")[0]
        assert first in lines[node.place.line - 1]


@SLOW
@given(documents)
def test_decomposed_accents_give_the_same_tree(source: str) -> None:
    assert _shape(read_text(unicodedata.normalize("NFD", source))) == _shape(read_text(source))


@SLOW
@given(documents)
def test_levels_of_headings_leave_no_gap(source: str) -> None:
    def check(nodes: tuple, above: int) -> None:  # type: ignore[type-arg]
        for node in nodes:
            if node.kind is NodeKind.HEADING:
                assert node.level == above + 1
                check(node.children, node.level)

    check(read_text(source).body, 0)
