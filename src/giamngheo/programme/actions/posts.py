"""Posts opened, and who holds them from when to when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import in_scope
from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.programme.keeping import in_order, line, own_post
from giamngheo.programme.models import Post, PostHolder
from giamngheo.programme.problems import ENDED, HELD, PLACE, POST_TWICE, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


@transaction.atomic
def open_post(*, by: User, unit: Unit, name: str, chief: Post | None = None) -> Post:
    """A new post. Raises WORK-EMPTY, WORK-POST-TWICE, WORK-PLACE; OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_PLAN, unit)
    name = line(name, ("tên chức danh", "name of the post"), most=150)
    own_post(chief, unit)
    if Post.objects.filter(unit=unit, name__iexact=name).exists():
        raise refuse(POST_TWICE, name=name)
    post = Post.objects.create(unit=unit, name=name, chief=chief)
    record(by=by, action="programme.open_post", subject=post, unit=unit, after={"name": name})
    return post


@transaction.atomic
def appoint(*, by: User, post: Post, user: User, valid_from: date, valid_to: date | None = None) -> PostHolder:
    """`user` holds the post from that day on. Raises WORK-HELD, WORK-DATES, WORK-PLACE; OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_PLAN, post.unit)
    Post.objects.select_for_update(of=("self",), no_key=True).get(pk=post.pk)
    if valid_to is not None:
        in_order(valid_from, valid_to)
    if not in_scope(user, post.unit):
        raise refuse(PLACE, what_vi="Người dùng", what_en="user")
    others = PostHolder.objects.filter(Q(valid_to=None) | Q(valid_to__gte=valid_from), post=post)
    if valid_to is not None:
        others = others.filter(valid_from__lte=valid_to)
    if held := others.select_related("user").first():
        end = format_date(held.valid_to) if held.valid_to else "…"
        raise refuse(
            HELD, post=post.name, name=held.user.full_name, start=format_date(held.valid_from), end=end
        )  # fmt: skip
    holder = PostHolder.objects.create(post=post, user=user, valid_from=valid_from, valid_to=valid_to, by=by)
    after = {"post": post.name, "user": user.get_username(), "from": valid_from, "to": valid_to}
    record(by=by, action="programme.appoint", subject=holder, unit=post.unit, after=after)
    return holder


@transaction.atomic
def end_holding(*, by: User, holder: PostHolder, valid_to: date) -> PostHolder:
    """The last day. Raises WORK-ENDED, WORK-DATES; OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_PLAN, holder.post.unit)
    found = PostHolder.objects.select_for_update(of=("self",), no_key=True).get(pk=holder.pk)
    if found.valid_to is not None:
        raise refuse(ENDED)
    in_order(found.valid_from, valid_to)
    found.valid_to, found.by, found.at = valid_to, by, timezone.now()
    found.save()
    record(by=by, action="programme.end_holding", subject=found, unit=holder.post.unit, after={"to": valid_to})
    return found
