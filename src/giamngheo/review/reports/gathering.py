"""The sets that every report of a unit is added up from, read once. A constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giamngheo import standards
from giamngheo.households.ethnic_groups import ethnic_groups
from giamngheo.review.models import Closing
from giamngheo.review.movements import Line
from giamngheo.review.reports.columns import Beside, Sets
from giamngheo.review.reports.homes import Basis, Home, homes_on, living
from giamngheo.review.reports.moving import kept_lines, moved, period
from giamngheo.review.reports.place import Place, VillageAt, place_of
from giamngheo.standards.standard import Standard
from giamngheo.standards.wording.values import Language, say
from giamngheo.territory.models import Village
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.models import ReviewRound
    from giamngheo.territory.models import Unit


class Asked(NamedTuple):
    """What tables are asked for. `round`: what they are about, if anything; `preliminary`: by its assessments.
    `beside`: what the lists of members show besides."""

    unit: Unit
    day: date
    opening_on: date
    round: ReviewRound | None = None
    preliminary: bool = False
    beside: Beside | None = None

    @property
    def basis(self) -> Basis:
        return Basis(self.round if self.preliminary else None)


def gather(user: User, asked: Asked) -> Sets:
    """Read everything. `asked.unit` is one whose review the user may see: who calls has asked."""
    place, opening = place_of(user, asked.unit, asked.day), place_of(user, asked.unit, asked.opening_on)
    homes, laid = homes_on(place, asked.basis)
    lines, closings = _lines(opening, place, asked)
    indicators = _indicators(asked, homes.values())
    return Sets(
        place=place, villages={**place.villages, **_left(opening, place, lines)}, basis=asked.basis, laid=laid,
        homes=homes, living=living(place), lines=lines, opening_on=asked.opening_on, closings=closings,
        indicators=indicators.words, standard=indicators.standard, no_indicators=indicators.absent,
        ethnic_groups=dict(ethnic_groups()), beside=asked.beside,
    )  # fmt: skip


def _lines(opening: Place, place: Place, asked: Asked) -> tuple[list[Line], list[Closing]]:
    """Movements as they were kept, where a closing of these very days stands; as the registers say elsewhere."""
    closings: list[Closing] = []
    if asked.basis.official:
        same = Closing.objects.filter(opening_on=opening.day, closing_on=place.day, replaced_by=None)
        closings = list(same.filter(unit__in=covering([asked.unit.pk]).values("pk")).order_by("pk"))
    closed = {each.unit_id for each in closings}
    if asked.unit.pk in closed:
        closings = [each for each in closings if each.unit_id == asked.unit.pk]
        return kept_lines(closings), closings
    live = moved(period(opening, place), asked.basis).lines
    if not closings:
        return live, []
    communes = {key: each.commune_id for key, each in {**opening.villages, **place.villages}.items()}
    return [line for line in live if communes.get(line.village) not in closed] + kept_lines(closings), closings


def _left(opening: Place, place: Place, lines: list[Line]) -> dict[int, VillageAt]:
    """Villages that do not lie in the unit any more and have lines all the same."""
    told = {line.village for line in lines} - place.villages.keys()
    found = {key: each for key, each in opening.villages.items() if key in told}
    if unknown := told - found.keys():  # of a kept closing, where the territory was corrected since
        unit = place.unit
        for village in Village.objects.filter(pk__in=unknown):
            found[village.pk] = VillageAt(village.pk, village.name, unit.pk, unit.name)
    return found


class Indicators(NamedTuple):
    """`words`: of each indicator, by name, in the order of `standard` (its title); what was found lacking by another
    standard comes last. `absent`: why there are none."""

    words: dict[str, str]
    standard: str
    absent: str


def _indicators(asked: Asked, homes: Iterable[Home]) -> Indicators:
    """Of the standard of the round, else of the day or, where its list is not loaded, of the one by which the
    households were judged that hold a class then. Without a list there are none: another standard's would be a guess.

    Households whose class was given by an older standard may lack what this one does not know: it has its own column.
    """
    there = {name for home in homes for name in home.deprivations}
    language: Language = "en" if get_language() == "en" else "vi"
    standard = _standard(asked, there)
    if standard is None:
        return Indicators({}, "", _("không có chuẩn nghèo nào trong phần mềm cho ngày này"))
    title = say(standard.release.title, language)
    if not standard.indicators:
        held = standard.held.get("deprivation_indicators")
        why = held.entry.absent if held and held.entry.absent else None
        return Indicators({}, title, say(why, language) if why else _("danh mục chỉ số chưa được nạp"))
    names = [*standard.indicators, *sorted(there - set(standard.indicators))]
    return Indicators({name: _word(name, standard, language) for name in names}, title, "")


def _word(name: str, standard: Standard, language: Language) -> str:
    """The indicator's title; of one that this standard does not know, that of the newest which does."""
    if name in standard.held:
        return say(standard.held[name].concept.title, language)
    for release in reversed(standards.newest()):
        known = standards.by_key(release.key, release.periods[0].start).held.get(name)
        if known:
            return say(known.concept.title, language)
    return name


def _standard(asked: Asked, there: set[str]) -> Standard | None:
    found = None
    with suppress(standards.NoStandardError):
        if asked.round is not None:
            return standards.by_key(asked.round.standard, asked.round.judged_on, asked.round.province)
        found = standards.on(asked.day)
    if there and not (found and found.indicators):
        known = (standards.by_key(each.key, each.periods[0].start) for each in reversed(standards.newest()))
        return next((each for each in known if there <= set(each.indicators)), found)
    return found
