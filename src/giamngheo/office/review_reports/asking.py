"""What the addresses of the reports ask: unit, round, days, basis; what was not understood is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import NotPermitted, Permission, require
from giamngheo.accounts.queries import active_grants
from giamngheo.office.lists import Link, link, query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import day as read_day
from giamngheo.office.typed import printed_day, whole
from giamngheo.review.models import ReviewRound
from giamngheo.review.queries.reports import days_of, province_seen, rounds_for, undecided
from giamngheo.review.reports.gathering import Asked
from giamngheo.territory.models import Unit

OFFICIAL, PRELIMINARY = "chinh-thuc", "so-bo"
PROVINCE = "tinh"


@dataclass(frozen=True, slots=True)
class Question:
    """A page's question. `typed`: the address's own words, for links and fields; `problems`: what was not followed."""

    asked: Asked
    rounds: list[ReviewRound]
    typed: dict[str, str]
    province: Unit | None
    problems: list[str]

    @property
    def query(self) -> str:
        return query_of(self.typed)

    @property
    def of_province(self) -> bool:
        return self.typed["cap"] == PROVINCE

    @property
    def organ(self) -> str:
        """Who reports, as papers write it."""
        return f"ỦY BAN NHÂN DÂN {self.asked.unit.name.upper()}"

    @property
    def days(self) -> str:
        """The day of the numbers, and since when movements count."""
        said = _("Tính đến hết ngày %(day)s; diễn biến từ ngày %(since)s")
        return said % {"day": printed_day(self.asked.day), "since": printed_day(self.asked.opening_on)}

    @property
    def basis(self) -> str:
        """Official or preliminary, and by what."""
        if self.asked.preliminary:
            return _("Số liệu sơ bộ, theo phiếu khảo sát: %(round)s") % {"round": self.asked.round}
        return _("Số liệu chính thức, theo các quyết định đã ký")

    def choices(self) -> list[Link]:
        """Official or preliminary, where a round is chosen."""
        if self.asked.round is None:
            return []
        return [
            link(_("Chính thức"), self.typed, not self.asked.preliminary, so=OFFICIAL),
            link(_("Sơ bộ"), self.typed, self.asked.preliminary, so=PRELIMINARY),
        ]


def question(request: OfficeRequest) -> Question | None:
    """None: the user has to choose a unit first. Raises NotPermitted, OutOfScope; Http404 for a round not theirs."""
    typed = {name: request.GET.get(name, "").strip()[:20] for name in ("cap", "round", "on", "from", "so")}
    province = province_seen(request.user, request.scope.unit)
    typed["cap"] = PROVINCE if typed["cap"] == PROVINCE and province is not None else ""
    unit = province if typed["cap"] else request.scope.unit
    if unit is None:
        if not active_grants(request.user, permission=Permission.VIEW_REVIEW).exists():
            raise NotPermitted(str(Permission.VIEW_REVIEW))
        return None
    require(request.user, Permission.VIEW_REVIEW, unit)
    rounds = [] if typed["cap"] else rounds_for(request.user, unit)
    round_ = _round(rounds, typed)
    asked, problems = _days(request, unit, round_, typed)
    return Question(asked, rounds, typed, province, problems)


def _round(rounds: list[ReviewRound], typed: dict[str, str]) -> ReviewRound | None:
    if not typed["round"]:
        return None
    found = next((each for each in rounds if each.pk == whole(typed["round"])), None)
    if found is None:
        raise Http404
    return found


def _days(
    request: OfficeRequest, unit: Unit, round_: ReviewRound | None, typed: dict[str, str]
) -> tuple[Asked, list[str]]:
    """The days asked for, or those of the round; a day that cannot be read is said and left out."""
    problems: list[str] = []
    today = request.scope.today

    def read(name: str) -> date | None:
        found = read_day(typed[name], today)
        if typed[name] and found is None:
            problems.append(_("Ngày “%(day)s” không đọc được; gõ như 01/09/2026 hoặc 1/9.") % {"day": typed[name]})
        typed[name] = printed_day(found)
        return found

    day, since = read("on"), read("from")
    opening, closing = days_of(request.user, unit, round_, day)
    if since is not None and since < closing:
        opening = since
    elif since is not None:
        problems.append(
            _("Ngày đầu kỳ phải trước ngày tính số liệu; đã lấy ngày %(day)s.") % {"day": printed_day(opening)}
        )
        typed["from"] = ""
    if closing > today:
        problems.append(_("Ngày %(day)s chưa đến: tính theo sổ hộ như hôm nay.") % {"day": printed_day(closing)})
    preliminary = round_ is not None and (
        typed["so"] == PRELIMINARY or (typed["so"] != OFFICIAL and undecided(request.user, unit, round_) > 0)
    )
    return Asked(unit, closing, opening, round_, preliminary), problems
