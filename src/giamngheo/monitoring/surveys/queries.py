"""Surveys a user may see: the frame of a draw, the list, one with its waves, a wave household by household, and what
the comparison is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can, scope_units
from giamngheo.households.queries import households_in
from giamngheo.monitoring.framing import Framed, coded
from giamngheo.monitoring.models import (
    PanelAnswer,
    PanelGroup,
    PanelHousehold,
    PanelResponse,
    PanelSurvey,
    PanelWave,
    ResponseSource,
)
from giamngheo.monitoring.surveys.design import drawn, sizes, stratum
from giamngheo.review.queries.classes import classes_in
from giamngheo.support.queries import handed_over_days
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_POVERTY: Mapping[str, tuple[str, ...]] = {
    PanelGroup.POOR: ("poor",), PanelGroup.NEAR_POOR: ("near_poor",), PanelGroup.EITHER: ("poor", "near_poor"),
}  # fmt: skip


class Stratum(NamedTuple):
    """A village: households in the frame, households drawn."""

    name: str
    frame: int
    drawn: int


class WaveCount(NamedTuple):
    """Households of the panel in a wave: answered (of them `review`: by the review), gave none, not yet asked."""

    wave: PanelWave
    answered: int
    review: int
    none: int
    waiting: int


class SurveyPage(NamedTuple):
    """`same`: whether the draw made again from seed and frame gives the panel that stands."""

    survey: PanelSurvey
    strata: list[Stratum]
    waves: list[WaveCount]
    same: bool

    @property
    def finished(self) -> list[PanelWave]:
        return [each.wave for each in self.waves if each.wave.finished_at]


class MemberRow(NamedTuple):
    """A household in a wave. `response`: the one that counts; `who`: its head."""

    member: PanelHousehold
    who: str
    response: PanelResponse | None


class WavePage(NamedTuple):
    """A wave with every household of the panel."""

    wave: PanelWave
    rows: list[MemberRow]

    @property
    def waiting(self) -> int:
        return sum(each.response is None for each in self.rows)


class Heard(NamedTuple):
    """What counts of a household in a wave."""

    on: date
    source: str
    why_none: str
    answers: Mapping[str, int]


class PanelFacts(NamedTuple):
    """All that a comparison reads. `heard`: (wave, panel household) → what was said. `helped`: household → days on
    which it received something; None: the user may not see the ledger."""

    survey: PanelSurvey
    waves: list[PanelWave]
    members: list[PanelHousehold]
    sizes: Mapping[str, int]
    heard: Mapping[tuple[int, int], Heard]
    helped: Mapping[int, list[date]] | None


def survey_frame(user: User, unit: Unit, group: str, day: date, villages: Collection[int] = ()) -> dict[str, Framed]:
    """Households of the group in the unit (or in some of its villages) on the day, by code. A constant number of
    queries."""
    require(user, Permission.VIEW_HOUSEHOLD, unit)
    homes = [
        each for each in households_in(user, unit, day)
        if not villages or each.village_key in villages  # type: ignore[attr-defined]
    ]  # fmt: skip
    if group != PanelGroup.EVERY:
        wanted = {each.household for each in classes_in(user, unit, day) if each.value in _POVERTY[group]}
        homes = [each for each in homes if each.pk in wanted]
    return coded(homes)


def surveys_for(user: User) -> QuerySet[PanelSurvey]:
    """Surveys of the user's units, the last first."""
    units = scope_units(user, permission=Permission.VIEW_MONITORING)
    return PanelSurvey.objects.filter(unit__in=units).select_related("unit", "by")


def surveys_in(user: User, unit: Unit) -> QuerySet[PanelSurvey]:
    """Those of a unit and of what it was, each with `homes` and its waves."""
    found = surveys_for(user).filter(unit__in=covering([unit.pk])).defer("frame")
    return found.annotate(homes=Count("panel")).prefetch_related("waves")


def survey_page(user: User, pk: int) -> SurveyPage:
    """One of those with its strata and how far its waves are. Raises PanelSurvey.DoesNotExist."""
    survey = surveys_for(user).get(pk=pk)
    panel = list(survey.panel.select_related("village"))
    chosen = Counter(stratum(each.code) for each in panel)
    names = {stratum(each.code): each.village.name for each in panel}
    strata = [Stratum(names.get(code, code), size, chosen[code]) for code, size in sorted(sizes(survey).items())]
    waves = list(survey.waves.select_related("finished_by"))
    said = Counter(_counting(waves).order_by().values_list("wave", "source"))
    rows = [_counted(wave, said, len(panel)) for wave in waves]
    return SurveyPage(survey, strata, rows, drawn(survey) == [each.code for each in panel])


def wave_page(user: User, pk: int) -> WavePage:
    """A wave with its households by name: for who may see the register. Raises PanelWave.DoesNotExist, OutOfScope,
    NotPermitted."""
    wave = waves_for(user).get(pk=pk)
    survey = wave.survey
    require(user, Permission.VIEW_HOUSEHOLD, survey.unit)
    said = {each.member_id: each for each in _counting([wave]).prefetch_related("answers")}
    panel = list(survey.panel.select_related("village", "household"))
    names = _names(user, survey, panel)
    return WavePage(wave, [MemberRow(each, names.get(each.household_id, ""), said.get(each.pk)) for each in panel])


def waves_for(user: User) -> QuerySet[PanelWave]:
    """Waves of surveys the user sees."""
    return PanelWave.objects.filter(survey__in=surveys_for(user)).select_related("survey__unit")


def panel_facts(user: User, survey: PanelSurvey, kind: str = "") -> PanelFacts:
    """Finished waves and what was said in them; help of the kind (anything: "") between the first and the last of them.
    Ten queries, whatever the number of households. Raises PanelSurvey.DoesNotExist."""
    held = surveys_for(user).get(pk=survey.pk)
    waves = [each for each in held.waves.all() if each.finished_at]
    heard = {
        (each.wave_id, each.member_id): Heard(
            each.asked_on, each.source, each.why_none, {one.question: one.value for one in each.answers.all()}
        )
        for each in _counting(waves).prefetch_related("answers")
    }
    helped: dict[int, list[date]] | None = None
    days = [each.on for each in heard.values()]
    if can(user, Permission.VIEW_SUPPORT, held.unit):
        helped = handed_over_days(user, held.unit, min(days), max(days), kind) if days else {}
    return PanelFacts(held, waves, list(held.panel.select_related("village")), sizes(held), heard, helped)


def answer_history(user: User, wave: PanelWave, member: PanelHousehold) -> list[PanelResponse]:
    """Every response of a household in a wave the user sees, the last first."""
    found = PanelResponse.objects.filter(wave__in=waves_for(user), wave__pk=wave.pk, member=member)
    answers = Prefetch("answers", queryset=PanelAnswer.objects.order_by("id"))
    return list(found.select_related("by").prefetch_related(answers).order_by("-pk"))


def _counting(waves: Collection[PanelWave]) -> QuerySet[PanelResponse]:
    """The last response of each household in each of the waves."""
    last = PanelResponse.objects.filter(wave=OuterRef("wave"), member=OuterRef("member")).order_by("-pk")
    found = PanelResponse.objects.filter(wave__in=[each.pk for each in waves])
    return found.filter(pk=Subquery(last.values("pk")[:1]))


def _counted(wave: PanelWave, said: Mapping[tuple[int, str], int], panel: int) -> WaveCount:
    visit, review, none = (
        said.get((wave.pk, each), 0) for each in (ResponseSource.VISIT, ResponseSource.REVIEW, ResponseSource.NONE)
    )
    return WaveCount(wave, visit + review, review, none, panel - visit - review - none)


def _names(user: User, survey: PanelSurvey, panel: Collection[PanelHousehold]) -> dict[int, str]:
    """Heads of the households, as they were on the day of the draw."""
    homes = households_in(user, survey.unit, survey.drawn_on).filter(pk__in=[each.household_id for each in panel])
    return {each.pk: each.head_name or "" for each in homes}  # type: ignore[attr-defined]
