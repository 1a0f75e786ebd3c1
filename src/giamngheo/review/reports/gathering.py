"""The sets that every report of a unit is added up from, read once. A constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import get_language

from giamngheo import standards
from giamngheo.households.ethnic_groups import ethnic_groups
from giamngheo.review.models import Closing
from giamngheo.review.movements import Line
from giamngheo.review.reports.columns import Sets
from giamngheo.review.reports.homes import Basis, Home, homes_on, living
from giamngheo.review.reports.moving import kept_lines, moved, period
from giamngheo.review.reports.place import Place, VillageAt, place_of
from giamngheo.standards.standard import Standard
from giamngheo.territory.models import Village
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.models import ReviewRound
    from giamngheo.territory.models import Unit


class Asked(NamedTuple):
    """What tables are asked for. `round`: what they are about, if anything; `preliminary`: by its assessments."""

    unit: Unit
    day: date
    opening_on: date
    round: ReviewRound | None = None
    preliminary: bool = False

    @property
    def basis(self) -> Basis:
        return Basis(self.round if self.preliminary else None)


def gather(user: User, asked: Asked) -> Sets:
    """Read everything. `asked.unit` is one whose review the user may see: who calls has asked."""
    place, opening = place_of(user, asked.unit, asked.day), place_of(user, asked.unit, asked.opening_on)
    homes, laid = homes_on(place, asked.basis)
    lines, closings = _lines(opening, place, asked)
    return Sets(
        place=place, villages={**place.villages, **_left(opening, place, lines)}, basis=asked.basis, laid=laid,
        homes=homes, living=living(place), lines=lines, opening_on=asked.opening_on, closings=closings,
        indicators=_indicators(asked, homes.values()), ethnic_groups=dict(ethnic_groups()),
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


def _indicators(asked: Asked, homes: Iterable[Home]) -> dict[str, str]:
    """Of the first standard that knows every deprivation there is: the round's, the day's, then the newest."""
    there = {name for home in homes for name in home.deprivations}
    found = [each for each in _standards(asked) if each.indicators]
    chosen = next((each for each in found if there <= set(each.indicators)), found[0])
    language = get_language() or "vi"
    named = {name: chosen.held[name].concept.title for name in chosen.indicators}
    words = {name: title.en if language == "en" else title.vi for name, title in named.items()}
    return words | {name: name for name in sorted(there - set(words))}


def _standards(asked: Asked) -> Iterable[Standard]:
    if asked.round is not None:
        with suppress(standards.NoStandardError):
            yield standards.by_key(asked.round.standard, asked.round.judged_on, asked.round.province)
    with suppress(standards.NoStandardError):
        yield standards.on(asked.day)
    for release in reversed(standards.newest()):
        yield standards.by_key(release.key, release.periods[0].start)
