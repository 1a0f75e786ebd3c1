"""Words of planning for parts that are missing and lines that found no place: a stable code each, in two languages.

What is printed in a plan and what the documented JSON says is the Vietnamese; screens and commands show the reader's
language. Rows kept before there were codes hold the Vietnamese sentence alone: `why_of` finds its code again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from giamngheo.foundation.findings import Bilingual

# Parts a plan may lack; the Vietnamese is what "[còn thiếu: …]" prints.
PARTS: dict[str, Bilingual] = {
    "subject": Bilingual("trích yếu", "subject"),
    "legal_basis": Bilingual("căn cứ ban hành", "legal basis"),
    "objective": Bilingual("mục tiêu", "objective"),
    "beneficiaries": Bilingual("đối tượng", "beneficiaries"),
    "content": Bilingual("nội dung hỗ trợ", "support content"),
    "funding": Bilingual("kinh phí thực hiện", "funding"),
    "amount": Bilingual("số tiền", "sum of money"),
    "assignment": Bilingual("đơn vị chủ trì, phối hợp", "lead and coordinating bodies"),
    "section": Bilingual("nội dung mục này", "content of this section"),
    "closing": Bilingual("câu kết", "closing sentence"),
    "recipients": Bilingual("nơi nhận", "recipients"),
    "authority": Bilingual("quyền hạn, chức vụ của người ký", "authority and post of the signer"),
    "signer": Bilingual("họ tên người ký", "name of the signer"),
    "reference": Bilingual("văn bản", "document"),
    "value": Bilingual("số liệu", "figure"),
    "target": Bilingual("chỉ tiêu", "target"),
    "unit": Bilingual("tên đơn vị", "name of the unit"),
}

# Why a line of the source found no place, or a number of it is not printed.
REASONS: dict[str, Bilingual] = {
    "aside": Bilingual(
        "không phải thành phần của văn bản (đường kẻ, số trang, dấu “DỰ THẢO” …)",
        "no part of the document (a rule, a page number, the mark “DỰ THẢO” …)",
    ),
    "homeless": Bilingual("không thuộc thành phần nào của kế hoạch", "belongs to no part of the plan"),
    "gap_mark": Bilingual(
        "dấu chỗ còn thiếu do phần mềm in ra, không phải nội dung",
        "the mark of a missing part that this program printed, not content",
    ),
    "renumbered": Bilingual(
        "số thứ tự in trong nguồn; nay đánh số lại theo thứ tự mục: {now}",
        "a heading's number in the source; headings are now numbered in order: {now}",
    ),
    "line_number": Bilingual(
        "số thứ tự in trước một dòng nội dung; dòng vẫn được giữ, đánh số lại hoặc không mang số",
        "a number printed before a line of text; the line is kept, numbered anew or without a number",
    ),
    "unplaced": Bilingual("dòng này không xếp được vào kế hoạch", "this line found no place in the plan"),
    "edited": Bilingual(
        "nội dung đã được sửa trong phần mềm; bản in dùng số mới",
        "the text was edited here; the printed plan has the new figure",
    ),
}


class Why(NamedTuple):
    """A reason with its values. `code` "" is a sentence kept before there were codes, in `said`."""

    code: str
    values: Mapping[str, object] = {}
    said: str = ""

    @property
    def words(self) -> Bilingual:
        """The sentence in both languages; one without a code is Vietnamese in both."""
        return REASONS[self.code].format(self.values) if self.code in REASONS else Bilingual(self.said, self.said)


def why_of(code: str, said: str = "") -> Why:
    """The reason of a kept row: its code, or the code whose Vietnamese sentence it holds, or the sentence as it is."""
    if code not in REASONS:
        code = next((name for name, words in REASONS.items() if words.vi == said), "")
    return Why(code, {}, said)
