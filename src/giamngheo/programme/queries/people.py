"""Posts and who held them: on a day, over time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Prefetch, QuerySet

from giamngheo.accounts.models import User
from giamngheo.accounts.queries import can, scope_units, users_who_may
from giamngheo.foundation.text import nfc
from giamngheo.programme.models import Post, PostHolder, WorkItem
from giamngheo.territory.queries import valid_on, with_predecessors

if TYPE_CHECKING:
    from giamngheo.territory.models import Unit


ACCOUNTANT = "kế toán"  # in the name of the post that keeps a commune's accounts


class Responsible(NamedTuple):
    """A post and who holds it on the day; nobody: null."""

    post: Post
    user: User | None


def posts(user: User, unit: Unit) -> QuerySet[Post]:
    """The posts of a unit (and of what it was), each with all its holders, the last first."""
    seen = Post.objects.filter(unit__in=scope_units(user, permission="view_plan"))
    holders = PostHolder.objects.select_related("user").order_by("-valid_from")
    return (
        seen.filter(unit__in=with_predecessors(unit))
        .select_related("chief")
        .prefetch_related(Prefetch("holders", queryset=holders))
    )


def post_for(user: User, unit: Unit, pk: int) -> Post | None:
    """One of the unit's posts."""
    return posts(user, unit).filter(pk=pk).first()


def holders_on(user: User, unit: Unit, on: date) -> dict[int, PostHolder]:
    """Who held what on a day, by post."""
    found = PostHolder.objects.filter(valid_on(on), post__in=posts(user, unit).values("pk")).select_related("user")
    return {each.post_id: each for each in found}


def holding_for(user: User, pk: int) -> PostHolder | None:
    """One holding in the user's units."""
    mine = scope_units(user, permission="view_plan")
    return PostHolder.objects.filter(post__unit__in=mine, pk=pk).select_related("post__unit", "user").first()


def who_may_hold(user: User, unit: Unit) -> QuerySet[User]:
    """Accounts of the unit that may see its plan, for a choice."""
    return users_who_may("view_plan", unit) if can(user, "view_plan", unit) else User.objects.none()


def responsible_in(user: User, unit: Unit, year: int, on: date) -> dict[int | None, Responsible]:
    """Node → the post that leads the most of its items of work in the year; None → the commune's accountant, by the
    post's name, for nodes that nobody leads. Three queries."""
    known = {each.pk: each for each in posts(user, unit).prefetch_related(None)}
    holders = holders_on(user, unit, on)
    led = WorkItem.objects.filter(unit__in=with_predecessors(unit), year=year, lead__in=known)
    counted = led.order_by().values_list("node_id", "lead_id").annotate(number=Count("pk"))
    found: dict[int | None, Responsible] = {}
    for node, lead, _number in sorted(counted, key=lambda row: (row[2], -row[1])):
        found[node] = _holding(known[lead], holders)
    for post in sorted(known.values(), key=lambda each: (each.pk not in holders, each.pk)):
        if ACCOUNTANT in nfc(post.name).casefold():
            found[None] = _holding(post, holders)
            break
    return found


def _holding(post: Post, holders: dict[int, PostHolder]) -> Responsible:
    return Responsible(post, holders[post.pk].user if post.pk in holders else None)
