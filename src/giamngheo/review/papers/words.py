"""The fixed words of the papers, always Vietnamese: classes, kinds of round, who issues, days and counts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers.printing import format_number
from giamngheo.review.models.kinds import CaseSource, Channel, PovertyClass, RequestForm, RoundKind
from giamngheo.review.papers.making import missing

_FARMING = "hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp và diêm nghiệp có mức sống trung bình"
_WORKER = "người lao động có thu nhập thấp"
_PATHS: dict[str, str] = {
    RoundKind.ANNUAL: "hộ nghèo, hộ cận nghèo",
    RoundKind.MONTHLY: "hộ nghèo, hộ cận nghèo",
    RoundKind.AVERAGE_LIVING_STANDARD: _FARMING,
    RoundKind.LOW_INCOME_WORKER: _WORKER,
}
_CLASSES: dict[str, str] = {
    PovertyClass.POOR: "hộ nghèo",
    PovertyClass.NEAR_POOR: "hộ cận nghèo",
    PovertyClass.NOT_POOR: "hộ không nghèo",
    PovertyClass.AVERAGE_LIVING_STANDARD: "hộ có mức sống trung bình",
    PovertyClass.LOW_INCOME_WORKER: _WORKER,
}
# The classes a result falls into, in the order of the columns of every count.
OUTCOMES: dict[str, tuple[str, ...]] = {
    RoundKind.ANNUAL: (PovertyClass.POOR, PovertyClass.NEAR_POOR, PovertyClass.NOT_POOR),
    RoundKind.MONTHLY: (PovertyClass.POOR, PovertyClass.NEAR_POOR, PovertyClass.NOT_POOR),
    RoundKind.AVERAGE_LIVING_STANDARD: (PovertyClass.AVERAGE_LIVING_STANDARD, PovertyClass.NONE),
    RoundKind.LOW_INCOME_WORKER: (PovertyClass.LOW_INCOME_WORKER, PovertyClass.NONE),
}
SOURCES: dict[str, str] = {
    CaseSource.LISTED: "đang trong danh sách",
    CaseSource.REQUEST: "có giấy đề nghị",
    CaseSource.COMMITTEE: "Ban Chỉ đạo đưa vào",
}
REQUESTS: dict[str, str] = {
    RequestForm.REVIEW: "đề nghị rà soát hộ nghèo, hộ cận nghèo",
    RequestForm.EXIT: "đề nghị công nhận hộ thoát nghèo, hộ thoát cận nghèo",
    RequestForm.AVERAGE_LIVING_STANDARD: f"đề nghị xác định {_FARMING}",
    RequestForm.LOW_INCOME_WORKER: f"đề nghị xác định {_WORKER}",
}
CHANNELS: dict[str, str] = {
    Channel.DIRECT: "nộp trực tiếp",
    Channel.POST: "qua bưu điện",
    Channel.ONLINE: "trực tuyến",
}


class Office(NamedTuple):
    """The commune that writes: "Xã Hoằng Phú", "Hoằng Phú", and the unit above it on the paper's day."""

    name: str
    short_name: str
    above: str = ""

    @property
    def kind(self) -> str:
        """ "xã", "phường", "đặc khu"."""
        return self.name.removesuffix(self.short_name).strip().lower()

    @property
    def called(self) -> str:
        """ "xã Hoằng Phú" in a sentence."""
        return f"{self.kind} {self.short_name}".strip()

    @property
    def people(self) -> str:
        """ "Ủy ban nhân dân xã Hoằng Phú"."""
        return f"Ủy ban nhân dân {self.called}"

    @property
    def committee(self) -> str:
        """The steering committee of the review."""
        return f"Ban Chỉ đạo rà soát {self.called}"

    @property
    def issuer(self) -> tuple[str, ...]:
        """Box 2 of a paper of the people's committee."""
        return "ỦY BAN NHÂN DÂN", self.name.upper()

    @property
    def committee_issuer(self) -> tuple[str, ...]:
        """Box 2 of a paper of the steering committee: its parent body first."""
        return *self.issuer, "BAN CHỈ ĐẠO RÀ SOÁT"


class Matter(NamedTuple):
    """What a round is about. `month` 0 for the annual one. `day`: that of the standard, for the law's own numbers."""

    kind: str
    year: int
    month: int
    day: date

    @property
    def of_poverty(self) -> bool:
        return RoundKind(self.kind).judges_poverty

    @property
    def of_persons(self) -> bool:
        return self.kind == RoundKind.LOW_INCOME_WORKER

    @property
    def whom(self) -> str:
        """ "hộ nghèo, hộ cận nghèo"."""
        return _PATHS[self.kind]

    @property
    def counted(self) -> str:
        """What is counted: "hộ", or "người"."""
        return "người" if self.of_persons else "hộ"

    @property
    def when(self) -> str:
        """ "năm 2026", "tháng 9 năm 2026"."""
        return f"tháng {self.month} năm {self.year}" if self.month else f"năm {self.year}"

    @property
    def act(self) -> str:
        """ "rà soát hộ nghèo, hộ cận nghèo định kỳ năm 2026"."""
        if not self.of_poverty:
            return f"xác định {self.whom} {self.when}"
        way = "định kỳ" if self.kind == RoundKind.ANNUAL else "thường xuyên"
        return f"rà soát {self.whom} {way} {self.when}"

    @property
    def name_column(self) -> str:
        return "Họ và tên người lao động" if self.of_persons else "Họ và tên chủ hộ"

    @property
    def outcomes(self) -> tuple[str, ...]:
        return OUTCOMES[self.kind]

    def of_class(self, value: str) -> str:
        """A class in words; outside of every class the path's own "not"."""
        if value == PovertyClass.NONE or not value:
            return "hộ không nghèo" if self.of_poverty else f"không phải {_CLASSES[self.outcomes[0]]}"
        return _CLASSES[value]

    def was(self, value: str) -> str:
        """The class before the review, for a column: who was on no list was judged by nobody."""
        return "Không có trong danh sách" if value in ("", PovertyClass.NONE) else capital(_CLASSES[value])


def said(day: date | None, what: str = "ngày") -> str:
    """ "07/9/2026", or the mark of a day that is not known."""
    return format_date(day) if day else missing(what)


def number(value: int | None, what: str = "số liệu") -> str:
    """ "1.234", or the mark of a number that is not known."""
    return missing(what) if value is None else format_number(value)


def capital(text: str) -> str:
    """The first letter capital, the others as they are."""
    return text[:1].upper() + text[1:]
