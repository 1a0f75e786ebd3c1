"""What else can be done in a round: every part of the review names its pages, and the round's page shows them all."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from giamngheo.review.models import ReviewRound
from giamngheo.review.permissions import Permission

# (name of an address that takes the round's key, words, right needed)
ROUND_LINKS: tuple[tuple[str, str | Promise, str], ...] = (
    ("office:review-committee", _("Ban Chỉ đạo"), Permission.RUN_REVIEW),
    ("office:review-reviewers", _("Rà soát viên"), Permission.RUN_REVIEW),
    ("office:review-add", _("Thêm hộ"), Permission.RUN_REVIEW),
    ("office:review-place", _("Giấy đề nghị đang chờ"), Permission.RUN_REVIEW),
)
PARTS = ("review_survey", "review_deciding", "review_papers", "review_reports")


class RoundLink(NamedTuple):
    """A page of a round, or of the commune's reviews."""

    url: str
    title: str | Promise


def links_of(review_round: ReviewRound, rights: frozenset[Permission]) -> list[RoundLink]:
    """The pages of all parts that are there, as far as the user's rights in the round go."""
    found = []
    for name, title, permission in _named("ROUND_LINKS"):
        if permission not in rights:
            continue
        try:
            found.append(RoundLink(reverse(name, args=[review_round.pk]), title))
        except NoReverseMatch:  # a part whose addresses are not included yet
            continue
    return found


def links_of_unit(rights: frozenset[Permission]) -> list[RoundLink]:
    """The pages of all parts about the commune as a whole (UNIT_LINKS), as far as the user's rights go."""
    found = []
    for name, title, permission in _named("UNIT_LINKS"):
        if permission in rights:
            found.append(RoundLink(reverse(name), title))
    return found


def _named(what: str) -> Iterator[tuple[str, str | Promise, str]]:
    for part in PARTS:
        module = f"giamngheo.office.{part}"
        if find_spec(module) is not None and find_spec(f"{module}.links") is not None:
            yield from getattr(import_module(f"{module}.links"), what, ())
