"""Legal bases of a paper: texts of the law with number, day and issuer as they were read; a day not seen is marked."""

from __future__ import annotations

from datetime import date

from giamngheo.review.models.kinds import RoundKind
from giamngheo.review.papers.making import missing
from giamngheo.review.papers.words import Matter, Office
from giamngheo.standards import NoStandardError, on

_KINDS = {"NĐ": "Nghị định", "QĐ": "Quyết định", "TT": "Thông tư"}
# symbol → issuer, day of issue (None: not seen in any text read), what it is about as far as read
_KNOWN: dict[str, tuple[str, date | None, str]] = {
    "07/2021/NĐ-CP": ("Chính phủ", date(2021, 1, 27), "quy định chuẩn nghèo đa chiều giai đoạn 2021-2025"),
    "30/2025/NĐ-CP": ("Chính phủ", None, ""),
    "351/2025/NĐ-CP": (
        "Chính phủ", date(2025, 12, 30), "về chuẩn nghèo đa chiều quốc gia giai đoạn 2027-2030"
    ),
    "24/2021/QĐ-TTg": (
        "Thủ tướng Chính phủ", date(2021, 7, 16), "về quy trình rà soát hộ nghèo, hộ cận nghèo hằng năm"
    ),
    "07/2021/TT-BLĐTBXH": ("Bộ Lao động - Thương binh và Xã hội", date(2021, 7, 18), ""),
    "02/2022/TT-BLĐTBXH": ("Bộ Lao động - Thương binh và Xã hội", date(2022, 3, 30), ""),
    "59/2015/QĐ-TTg": ("Thủ tướng Chính phủ", date(2015, 11, 19), ""),
}  # fmt: skip
_METHOD = ("07/2021/TT-BLĐTBXH", "02/2022/TT-BLĐTBXH")  # of the standard of 2022 alone


def bases_of(matter: Matter) -> tuple[str, ...]:
    """The texts a decision of this kind of round stands on, in the order of their force."""
    symbols = dict.fromkeys(_standard(matter))
    if matter.kind == RoundKind.LOW_INCOME_WORKER:
        symbols["30/2025/NĐ-CP"] = None
    else:
        symbols["24/2021/QĐ-TTg"] = None
    if "07/2021/NĐ-CP" in symbols:
        symbols |= dict.fromkeys(_METHOD)
    return tuple(f"Căn cứ {cited(symbol)}" for symbol in sorted(symbols, key=_force))


def cited(symbol: str) -> str:
    """ "Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ …"."""
    issuer, day, about = _KNOWN[symbol]
    when = f"ngày {day.day:02} tháng {_month(day)} năm {day.year}" if day else missing("ngày ban hành")
    kind = _KINDS[symbol.split("/")[2].split("-")[0]]
    return f"{kind} số {symbol} {when} của {issuer}{' ' + about if about else ''}"


def request_of(committee: Office) -> str:
    """The last basis of a decision: who asked for it."""
    return f"Theo đề nghị của {committee.committee}"


def _standard(matter: Matter) -> tuple[str, ...]:
    """The decree of the standard of the day, and the text that keeps it in force, where that is another."""
    try:
        standard = on(matter.day)
    except NoStandardError:
        return ()
    first = standard.release.periods[0].citation.document
    own = standard.period.citation.document if standard.period else first
    return tuple(each for each in dict.fromkeys((first, own)) if each in _KNOWN)


def _force(symbol: str) -> tuple[int, str]:
    """Decrees, then decisions, then circulars; the older first."""
    year, kind = symbol.split("/")[1:3]
    return ("NĐ", "QĐ", "TT").index(kind.split("-")[0]), year


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month <= 2 else str(day.month)
