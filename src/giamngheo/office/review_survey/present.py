"""Rounds and cases in the words of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from giamngheo.office.lists import Asked, Link, link
from giamngheo.review.keeping.progress import STAGES, Progress
from giamngheo.review.models import CaseSource, CaseState, PovertyClass, RoundKind, RoundState
from giamngheo.standards import by_key
from giamngheo.standards.wording import Language, say

if TYPE_CHECKING:
    from giamngheo.review.models import ReviewRound

STAGE_TITLES: dict[str, str | Promise] = {
    "to_survey": _("Chờ khảo sát"),
    "surveyed": _("Chờ họp dân"),
    "agreed": _("Chờ niêm yết"),
    "posted": _("Đang niêm yết"),
    "rechecking": _("Đang phúc tra"),
    "proposed": _("Đã trình"),
    "final": _("Đã xong"),
    "withdrawn": _("Đã rút"),
}
WITHOUT_MEETING: dict[str, str | Promise] = {**STAGE_TITLES, "surveyed": _("Đã khảo sát")}
SLUGS = {  # of stages, in addresses
    "to_survey": "cho-khao-sat",
    "surveyed": "da-khao-sat",
    "agreed": "cho-niem-yet",
    "posted": "niem-yet",
    "rechecking": "phuc-tra",
    "proposed": "da-trinh",
    "final": "da-xong",
    "withdrawn": "da-rut",
}
STAGE_OF = {slug: stage for stage, slug in SLUGS.items()}
ROUND_TAGS = {
    RoundState.PREPARING: "warning",
    RoundState.OPEN: "info",
    RoundState.CLOSED: "good",
    RoundState.CANCELLED: "",
}
CLASS_TAGS = {
    PovertyClass.POOR: "error",
    PovertyClass.NEAR_POOR: "warning",
    PovertyClass.NOT_POOR: "good",
    PovertyClass.AVERAGE_LIVING_STANDARD: "info",
    PovertyClass.LOW_INCOME_WORKER: "info",
}
SHORT_CLASSES: dict[str, str | Promise] = {
    PovertyClass.POOR: _("Nghèo"),
    PovertyClass.NEAR_POOR: _("Cận nghèo"),
    PovertyClass.NOT_POOR: _("Không nghèo"),
    PovertyClass.AVERAGE_LIVING_STANDARD: _("Mức sống trung bình"),
    PovertyClass.LOW_INCOME_WORKER: _("Thu nhập thấp"),
    PovertyClass.NONE: _("Không thuộc diện"),
}
SHORT_SOURCES: dict[str, str | Promise] = {
    CaseSource.LISTED: _("Danh sách"),
    CaseSource.REQUEST: _("Giấy đề nghị"),
    CaseSource.COMMITTEE: _("Ban Chỉ đạo"),
}


def language() -> Language:
    """The language of the screen, as the law's words know it."""
    return "en" if get_language() == "en" else "vi"


def title_of(review_round: ReviewRound) -> str:
    """The round's name at the head of a page."""
    name = str(review_round)
    return name[:1].upper() + name[1:]


def stage_titles(review_round: ReviewRound) -> dict[str, str | Promise]:
    """Where households stand, in the words of the round's path."""
    return STAGE_TITLES if RoundKind(review_round.kind).judges_poverty else WITHOUT_MEETING


def stages_shown(review_round: ReviewRound) -> list[str]:
    """The stages of its path: without village meeting nobody waits to be posted after it."""
    with_meeting = RoundKind(review_round.kind).judges_poverty
    return [each for each in STAGES if with_meeting or each != "agreed"]


def stage_chips(review_round: ReviewRound, progress: Progress, asked: Asked) -> list[Link]:
    """The stages as filters, each with its count; empty ones are left out unless chosen."""
    titles = stage_titles(review_round)
    found = [link(_counted(_("Tất cả"), progress.total), asked, not asked["buoc"], buoc="")]
    for stage in (*stages_shown(review_round), "withdrawn"):
        number, slug = getattr(progress, stage), SLUGS[stage]
        if number or asked["buoc"] == slug:
            found.append(link(_counted(titles[stage], number), asked, asked["buoc"] == slug, buoc=slug))
    return found


def standard_words(review_round: ReviewRound) -> str:
    """The standard's title in the language of the screen."""
    standard = by_key(review_round.standard, review_round.judged_on, review_round.province)
    return say(standard.release.title, language())


def state_word(state: str) -> dict[str, Any]:
    """A case's state with the kind of its tag."""
    kinds = {CaseState.LISTED: "warning", CaseState.RESURVEY: "warning", CaseState.RECHECKING: "warning"}
    kinds |= {CaseState.RECOGNISED: "good"}
    return {"label": CaseState(state).label, "tag": kinds.get(CaseState(state), "")}


def _counted(title: str | Promise, number: int) -> str:
    return f"{title} {number}"
