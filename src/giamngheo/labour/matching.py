"""Who might take a vacancy, with the reasons: docs/algorithms/labour-matching.md. Values in, values out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from giamngheo.foundation.findings import Bilingual


class Seeker(NamedTuple):
    """Somebody and what they last told. `place` None: no wish told; `wished` "": any work."""

    person: int
    since: date
    status: str
    occupation: str
    skill: int
    wished: str
    place: int | None
    wage: int | None
    placed: bool = False


class Offer(NamedTuple):
    """What a vacancy asks and gives. `wage` None: not told."""

    occupation: str
    skill: int
    place: int
    wage: int | None


class Part(NamedTuple):
    """Points of one criterion, out of `most`, and why."""

    name: str
    points: int
    most: int
    reason: Bilingual


class Match(NamedTuple):
    """A seeker who is not excluded."""

    seeker: Seeker
    parts: tuple[Part, ...]

    @property
    def score(self) -> int:
        return sum(part.points for part in self.parts)


EXCLUDED = {
    "outside": Bilingual("không tham gia lao động", "outside the labour force"),
    "wishless": Bilingual("chưa nói mong muốn việc làm", "no wish told"),
    "placed": Bilingual("đang có việc đã giới thiệu", "in a placement that runs"),
    "skill": Bilingual("trình độ dưới mức cần", "skill below what is asked"),
    "abroad": Bilingual("không muốn đi nước ngoài", "does not wish to go abroad"),
    "wage": Bilingual("lương dưới 4/5 mức mong muốn", "wage under four fifths of the wish"),
}
ABROAD = 4


def excluded(seeker: Seeker, offer: Offer) -> str:
    """Why a seeker is never suggested: a key of EXCLUDED, "" where nothing stands against it."""
    if seeker.status == "outside":
        return "outside"
    if seeker.place is None:
        return "wishless"
    if seeker.placed:
        return "placed"
    if seeker.skill < offer.skill:
        return "skill"
    if offer.place == ABROAD and seeker.place != ABROAD:
        return "abroad"
    if offer.wage is not None and seeker.wage is not None and offer.wage * 5 < seeker.wage * 4:
        return "wage"
    return ""


def judge(seeker: Seeker, offer: Offer) -> Match:
    """The parts of a seeker who is not excluded."""
    return Match(
        seeker, (_occupation(seeker, offer), _skill(seeker, offer), _place(seeker, offer), _wage(seeker, offer))
    )


def ranked(seekers: Iterable[Seeker], offer: Offer) -> list[Match]:
    """Everybody who is not excluded, the best first; who waited longer first among equals."""
    found = [judge(each, offer) for each in seekers if not excluded(each, offer)]
    return sorted(
        found,
        key=lambda each: (-each.score, each.seeker.status != "unemployed", each.seeker.since, each.seeker.person),
    )


def _occupation(seeker: Seeker, offer: Offer) -> Part:
    if seeker.wished == offer.occupation:
        points, reason = 40, Bilingual("đúng nghề mong muốn", "the wished work")
    elif seeker.occupation == offer.occupation:
        points, reason = 25, Bilingual("đúng nghề đang làm", "the work they do now")
    elif not seeker.wished:
        points, reason = 15, Bilingual("nghề nào cũng được", "any work is wished")
    else:
        points, reason = 0, Bilingual("mong muốn nghề khác", "another work is wished")
    return Part("occupation", points, 40, reason)


def _skill(seeker: Seeker, offer: Offer) -> Part:
    above = seeker.skill - offer.skill
    if above == 0:
        return Part("skill", 25, 25, Bilingual("đúng trình độ cần", "exactly the skill asked"))
    if above == 1:
        return Part("skill", 20, 25, Bilingual("trình độ cao hơn một bậc", "one step above the skill asked"))
    return Part("skill", 15, 25, Bilingual("trình độ cao hơn nhiều", "well above the skill asked"))


def _place(seeker: Seeker, offer: Offer) -> Part:
    wished = seeker.place or 0
    if wished == offer.place:
        return Part("place", 20, 20, Bilingual("đúng nơi mong muốn", "the wished place"))
    if offer.place < wished:
        return Part("place", 12, 20, Bilingual("gần hơn nơi mong muốn", "nearer than wished"))
    return Part("place", 0, 20, Bilingual("xa hơn nơi mong muốn", "further than wished"))


def _wage(seeker: Seeker, offer: Offer) -> Part:
    if seeker.wage is None:
        return Part("wage", 15, 15, Bilingual("không nêu mức lương", "no wage wished"))
    if offer.wage is None:
        return Part("wage", 5, 15, Bilingual("nơi tuyển chưa nêu lương", "the wage is not told"))
    if offer.wage >= seeker.wage:
        return Part("wage", 15, 15, Bilingual("lương đạt mong muốn", "the wished wage"))
    return Part("wage", 8, 15, Bilingual("lương từ 4/5 mong muốn", "four fifths of the wished wage"))
