"""Posts and who held them: on a day, over time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet

from giamngheo.accounts.models import User
from giamngheo.accounts.queries import can, scope_units, users_who_may
from giamngheo.programme.models import Post, PostHolder
from giamngheo.territory.queries import valid_on, with_predecessors

if TYPE_CHECKING:
    from giamngheo.territory.models import Unit


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
