"""The list posted at the commune's office in the income paths (QĐ 24/2021/QĐ-TTg; NĐ 30/2025/NĐ-CP): results alone."""

from __future__ import annotations

from giamngheo.paperwork.document import OfficialDocument
from giamngheo.review.papers.posted_list import Posted, from_rows, sheet
from giamngheo.review.papers.words import capital

__all__ = ["Posted", "compose", "from_rows"]


def compose(data: Posted) -> OfficialDocument:
    """The sheet on the wall: nothing of anybody's income, only whether the path's class is given."""
    return sheet(data, [("Kết quả xác định", lambda each: capital(data.matter.of_class(each.after)))])
