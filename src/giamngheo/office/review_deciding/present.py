"""The words of these pages: what is due, states, classes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from giamngheo.office.planning.findings import spoken
from giamngheo.office.requests import OfficeRequest
from giamngheo.review.keeping.opening_reading import LeftOut
from giamngheo.review.models import CaseState, ItemOutcome, PovertyClass, ReviewRound
from giamngheo.review.queries.deadlines import Deadline, Due, deadlines
from giamngheo.review.queries.proposals import Waiting

STATE_TAGS = {
    CaseState.SURVEYED: "info", CaseState.RESURVEY: "warning", CaseState.AGREED: "info", CaseState.POSTED: "info",
    CaseState.RECHECKING: "warning", CaseState.PROPOSED: "info", CaseState.RECOGNISED: "good",
}  # fmt: skip
CLASS_TAGS = {PovertyClass.POOR: "error", PovertyClass.NEAR_POOR: "warning"}
_DUE: dict[Due, str | Promise] = {
    Due.ROUND: _("Kết thúc rà soát định kỳ"),
    Due.DECISION: _("Ra quyết định"),
    Due.POSTING: _("Niêm yết đến hết ngày"),
    Due.RECHECK: _("Phúc tra và trả lời ý kiến"),
    Due.OPINION: _("Cấp trên trả lời"),
}
_PAGES = {Due.POSTING: "review-posting", Due.RECHECK: "review-complaint", Due.OPINION: "review-proposal"}
LEFT_OUT: dict[LeftOut, str | Promise] = {
    LeftOut.NO_CLASS: _("không hiểu cột phân loại hộ"),
    LeftOut.NOT_FOUND: _("không tìm thấy trong sổ hộ"),
    LeftOut.SEVERAL: _("nhiều hộ trong sổ trùng tên, chưa rõ hộ nào"),
    LeftOut.TWICE: _("trùng với một dòng ở trên"),
}


@dataclass(frozen=True, slots=True)
class DueLine:
    """A deadline in words. `kind`: of its tag; `unread`: its number of days is remembered, not read."""

    about: Due
    title: str | Promise
    place: str
    day: date
    households: int
    kind: str
    state: str | Promise
    source: str
    unread: bool
    url: str


def due_lines(request: OfficeRequest, round_: ReviewRound) -> list[DueLine]:
    """What is due in a round, the next first; what is late on top."""
    rows = [_due(each, request.scope.today) for each in deadlines(request.user, round_)]
    return sorted(rows, key=lambda row: row.kind != "error")


def _due(found: Deadline, today: date) -> DueLine:
    late, url = found.late, ""
    if found.about in _PAGES:
        url = reverse(f"office:{_PAGES[found.about]}", args=[found.pk])
    left = (found.day - today).days
    state: str | Promise = "" if left else _("hôm nay")
    if found.passed:
        state = _("đã quá hạn") if late else _("đã hết")
    rule = found.rule
    source = f"{rule.document}, {rule.article}" if rule.article else rule.document
    kind = "error" if late else "good" if found.passed else "warning" if left <= 2 else ""
    return DueLine(
        found.about,
        _DUE[found.about],
        found.place,
        found.day,
        found.households,
        kind,
        state,
        source,
        not rule.verified,
        url,
    )


def class_label(value: str) -> str | Promise:
    """A class in words; what gives none, as "no class"."""
    found = PovertyClass(value)
    return PovertyClass.NONE.label if found == PovertyClass.NOT_POOR else found.label


def outcome_label(value: str) -> str | Promise:
    """What a decision says, in words."""
    return ItemOutcome(value).label


def waits(found: Waiting) -> str:
    """Why a case is not ready, in the language of the screen; "" for one that is."""
    return spoken(found.why) if found.why else ""
