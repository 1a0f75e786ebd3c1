"""Bodies that no longer exist on the plan's day: the district since 01/07/2025, ministries merged in 2025.

Prose: docs/algorithms/check-names.md, section 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.citations import citations
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.letters import UPPER
from giamngheo.planning.check.sections import in_result

GONE = CATALOGUE.add(
    "NAME-BODY-GONE",
    Severity.WARNING,
    title=("Cơ quan không còn vào thời điểm của văn bản", "A body that no longer exists on the document's day"),
    message=(
        "“{body}” không còn từ {since}; {now_vi}.{doubt_vi}",
        "“{body}” has not existed since {since}; {now_en}.{doubt_en}",
    ),
    fixes=(
        ("Thay bằng {instead_vi}.", "Name {instead_en} instead."),
        ("Nếu nói về việc trước {since}, ghi rõ thời gian đó.", "If it is about the time before {since}, say so."),
    ),
    source="Mô hình chính quyền địa phương hai cấp từ 01/07/2025; sắp xếp các bộ năm 2025",
)
_DISTRICT = date(2025, 7, 1)
_MINISTRIES = date(2025, 3, 1)
_DOUBT: dict[str, Any] = {"doubt_vi": " (Ngày cần kiểm chứng.)", "doubt_en": " (The day is not verified.)"}
_SURE: dict[str, Any] = {"doubt_vi": "", "doubt_en": ""}


@cache
def _district() -> re.Pattern[str]:
    return re.compile(
        rf"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Ban [Cc]hỉ đạo)\s+(?:cấp\s+)?huyện(?:\s+[{UPPER}]\w+)*"
        r"|cấp huyện|Huyện ủy"
        r"|Phòng (?:Lao động|LĐ)\s?-?\s?(?:Thương binh và Xã hội|TB\s?&?\s?XH|TBXH)|Phòng LĐTBXH"
    )


@cache
def _ministry() -> re.Pattern[str]:
    return re.compile(
        r"(?:Bộ|Sở)\s+(?:Lao động\s?-\s?Thương binh và Xã hội|LĐTBXH|LĐ-TBXH|"
        r"Kế hoạch và Đầu tư|Thông tin và Truyền thông"
        r"|Nông nghiệp và Phát triển nông thôn|Tài nguyên và Môi trường|Giao thông vận tải)"
    )


_NOW = {
    "Lao": (
        "Bộ (Sở) Nông nghiệp và Môi trường phụ trách giảm nghèo",
        "Bộ (Sở) Nông nghiệp và Môi trường leads poverty reduction",
    ),
    "LĐ": (
        "Bộ (Sở) Nông nghiệp và Môi trường phụ trách giảm nghèo",
        "Bộ (Sở) Nông nghiệp và Môi trường leads poverty reduction",
    ),
    "Nông": ("nay là Bộ (Sở) Nông nghiệp và Môi trường", "now Bộ (Sở) Nông nghiệp và Môi trường"),
    "Tài": ("nay là Bộ (Sở) Nông nghiệp và Môi trường", "now Bộ (Sở) Nông nghiệp và Môi trường"),
    "Kế": ("nay là Bộ (Sở) Tài chính", "now Bộ (Sở) Tài chính"),
    "Thông": ("nay là Bộ (Sở) Khoa học và Công nghệ", "now Bộ (Sở) Khoa học và Công nghệ"),
    "Giao": ("nay là Bộ (Sở) Xây dựng", "now Bộ (Sở) Xây dựng"),
}


@rule
def bodies_exist_on_the_day(context: Context) -> Iterator[Finding]:
    """Each body once, where it is to act or to receive: not in reported results, not as the issuer of an old paper."""
    day = context.day or (date(context.year, 1, 1) if context.year else None)
    if day is None or day < _MINISTRIES:
        return
    issuers = {citation.issuer for citation in citations(context) if citation.issued and citation.issued < _DISTRICT}
    seen: set[str] = set()
    for passage in context.everything:
        text = passage.text
        if in_result(passage):
            continue
        patterns = [_ministry()] if any(word in text for word in ("Bộ ", "Sở ")) else []
        if day >= _DISTRICT and ("huyện" in text or "Huyện ủy" in text or "Phòng" in text):
            patterns.append(_district())
        for pattern in patterns:
            for match in pattern.finditer(text):
                body = match.group()
                # A citation may be read as far as "và": "Bộ Lao động - Thương binh".
                issued = any(body in issuer or body.startswith(f"{issuer} và ") for issuer in issuers)
                old = text[max(0, match.start() - 5) : match.start()].endswith("của ") and issued
                if body not in seen and not old:
                    seen.add(body)
                    yield _gone(passage.line, body)


def _gone(line: int, body: str) -> Finding:
    word = body.split()[1] if " " in body else body
    if body.startswith(("Bộ", "Sở")):
        now_vi, now_en = _NOW[next(key for key in _NOW if word.startswith(key))]
        return GONE.at(
            line,
            body,
            body=body,
            since="01/03/2025",
            now_vi=now_vi,
            now_en=now_en,
            instead_vi="tên cơ quan hiện nay",
            instead_en="the body of today",
            **_DOUBT,
        )
    return GONE.at(
        line,
        body,
        body=body,
        since="01/07/2025",
        now_vi="xã báo cáo thẳng tỉnh",
        now_en="the commune reports to the province",
        instead_vi="cơ quan cấp tỉnh hoặc phòng chuyên môn của xã",
        instead_en="the province's body or the commune's own office",
        **_SURE,
    )
