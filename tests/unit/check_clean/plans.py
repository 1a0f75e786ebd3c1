"""The correct documents of tests/fixtures/plans and what a reader must find in each."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from giamngheo.foundation.findings import Finding
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.check import check

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "plans"


class Plan(NamedTuple):
    """A correct document: what stands in its header and tail, and how many headings and tables its body has."""

    file: str
    doc_type: str
    number: str
    day: date
    issuer: str
    headings: int
    tables: int
    bases: int
    recipients: int
    signer: str


PLANS = (
    Plan("bao-cao-6-thang-2024.md", "BC", "66", date(2024, 6, 17), "XÃ HOẰNG QUÝ", 9, 1, 0, 3, "Hoàng Văn Giả Định"),
    Plan("bao-cao-6-thang-cam-due-2024.md", "BC", "57", date(2024, 6, 17), "XÃ CẨM DUỆ", 12, 1, 0, 3, "Phạm Thị Mẫu"),
    Plan("bao-cao-nam-2023.txt", "BC", "142", date(2023, 12, 18), "XÃ CÁT VÂN", 12, 1, 0, 2, "Lò Thị Mẫu"),
    Plan("bao-cao-nam-2024.md", "BC", "214", date(2024, 12, 16), "XÃ XUÂN THỊNH", 18, 1, 0, 3, "Huỳnh Văn Giả Định"),
    Plan(
        "bien-ban-hop-thon-2024.md", "BB", "", date(2024, 10, 29), "THÔN VÂN THƯỢNG", 9, 1, 0, 0, "Lương Văn Thử Nghiệm"
    ),
    Plan("cong-van-don-doc-2025.md", "CV", "148", date(2025, 10, 3), "XÃ HOẰNG PHÚ", 3, 0, 0, 3, "Cao Văn Làm Mẫu"),
    Plan("ke-hoach-bay-du-an-2024.md", "KH", "32", date(2024, 3, 18), "XÃ CẨM DUỆ", 83, 2, 4, 5, "Phạm Thị Mẫu"),
    Plan("ke-hoach-giai-doan-2022-2025.md", "KH", "96", date(2022, 8, 10), "XÃ IA SAO", 25, 2, 2, 4, "Rơ Ông Ví Dụ"),
    Plan("ke-hoach-giam-sat-2024.md", "KH", "19", date(2024, 2, 20), "XÃ CÁT VÂN", 19, 1, 2, 4, "Lò Thị Thí Dụ"),
    Plan("ke-hoach-giam-sat-2025.md", "KH", "09", date(2025, 2, 14), "XÃ HOẰNG KIM", 16, 0, 0, 3, "Phạm Thị Ví Dụ"),
    Plan("ke-hoach-hop-phan-2026.md", "KH", "58", date(2026, 6, 12), "XÃ EA LY", 32, 1, 4, 4, "Y Mẫu Niê"),
    Plan("ke-hoach-nam-2024.md", "KH", "18", date(2024, 4, 22), "XÃ HOẰNG TRUNG", 33, 0, 3, 4, "Nguyễn Văn Mẫu"),
    Plan("ke-hoach-nam-2026.md", "KH", "41", date(2026, 6, 8), "XÃ HOẰNG PHÚ", 19, 0, 2, 4, "Trần Thị Giả"),
    Plan("ke-hoach-ra-soat-2024.txt", "KH", "57", date(2024, 9, 3), "XÃ CẨM DUỆ", 15, 0, 2, 3, "Lê Văn Thử"),
    Plan("ke-hoach-ra-soat-2025.md", "KH", "47", date(2025, 9, 12), "XÃ LỘC THÀNH", 22, 1, 2, 4, "Đỗ Văn Ví Dụ"),
    Plan("ke-hoach-von-2024.md", "KH", "23", date(2024, 5, 10), "XÃ HOẰNG KIM", 19, 1, 2, 3, "Vũ Thị Minh Họa"),
    Plan("quyet-dinh-2024.md", "QĐ", "135", date(2024, 3, 12), "XÃ HOẰNG TRUNG", 8, 0, 2, 3, "Đỗ Văn Thí Dụ"),
    Plan(
        "quyet-dinh-cong-nhan-2024.md", "QĐ", "283", date(2024, 12, 27), "XÃ QUẢNG THÁI", 8, 0, 4, 3, "Hồ Văn Minh Họa"
    ),
    Plan("thong-bao-niem-yet-2024.md", "TB", "66", date(2024, 11, 4), "XÃ BÌNH THỦY", 5, 1, 2, 3, "Võ Thị Tạm Gọi"),
)
BY_FILE = {plan.file: plan for plan in PLANS}


@cache
def text_of(file: str) -> str:
    return (FOLDER / file).read_text(encoding="utf-8")


@cache
def read_plan(file: str) -> OfficialDocument:
    return read_text(text_of(file), name=file)


def findings_of(document: OfficialDocument, plan: Plan) -> list[Finding]:
    """What the check finds on the day the document bears."""
    return check(document, on=plan.day)
