"""Posts and who holds them; asking who held what on a day."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.office.households.fields import Field
from giamngheo.office.programme.asking import unit_of
from giamngheo.office.programme.board import has_unit
from giamngheo.office.programme.forms import Asked, Form, ask, options
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import day, printed_day
from giamngheo.programme.actions import appoint, end_holding, open_post
from giamngheo.programme.queries import holders_on, holding_for, posts, who_may_hold


@login_required
@require_safe
def posts_page(request: OfficeRequest) -> HttpResponse:
    """Every post: its chief, who held it on the day asked about, its history."""
    unit = unit_of(request)
    if unit is None:
        return render(request, "office/programme/posts.html", {"no_unit": True})
    on = day(request.GET.get("ngay"), request.scope.today) or request.scope.today
    held = holders_on(request.user, unit, on)
    context = {
        "unit": unit, "day": printed_day(on), "rows": [(post, held.get(post.pk)) for post in posts(request.user, unit)],
        "may_edit": can(request.user, Permission.EDIT_PLAN, unit),
    }  # fmt: skip
    return render(request, "office/programme/posts.html", context)


@login_required
def new_post(request: OfficeRequest) -> HttpResponse:
    """A new post and the post it answers to."""
    unit = has_unit(request)
    known = list(posts(request.user, unit))
    fields = [
        Field("name", _("Tên chức danh"), _("Ví dụ Công chức Phòng Văn hóa - Xã hội."), most=150),
        Field("chief", _("Cấp trên trực tiếp"), _("Được báo khi việc quá hạn."), options=options(known, _("không có"))),
    ]

    def act(typed: Asked) -> tuple[str, str]:
        chief = typed.one("chief", known)
        typed.must()
        open_post(by=request.user, unit=unit, name=typed.text("name"), chief=chief)
        return _("Đã thêm chức danh."), reverse("office:posts")

    return ask(request, Form(_("Thêm chức danh"), fields, act, ("post", unit.pk), _trail()))


@login_required
def new_holder(request: OfficeRequest, pk: int) -> HttpResponse:
    """Somebody holds the post from a day."""
    unit = has_unit(request)
    post = next((each for each in posts(request.user, unit) if each.pk == pk), None)
    if post is None:
        raise Http404
    people = list(who_may_hold(request.user, post.unit))
    fields = [
        Field("user", _("Người giữ"), options=[("", _("chọn")), *((str(p.pk), p.full_name) for p in people)]),
        Field("starts_on", _("Từ ngày"), value=printed_day(request.scope.today), most=10),
        Field("ends_on", _("Đến hết ngày (không bắt buộc)"), most=10),
    ]

    def act(typed: Asked) -> tuple[str, str]:
        values = typed.must_one("user", people), typed.day("starts_on"), typed.maybe_day("ends_on")
        typed.must()
        appoint(by=request.user, post=post, user=values[0], valid_from=values[1], valid_to=values[2])
        return _("Đã ghi người giữ chức danh."), reverse("office:posts")

    return ask(request, Form(_("Người giữ chức danh"), fields, act, ("holder", pk), _trail(), note=post.name))


@login_required
def end_holder(request: OfficeRequest, pk: int) -> HttpResponse:
    """The last day of a holding."""
    holding = holding_for(request.user, pk)
    if holding is None:
        raise Http404
    require(request.user, Permission.EDIT_PLAN, holding.post.unit)
    fields = [Field("ends_on", _("Ngày cuối cùng"), value=printed_day(request.scope.today), most=10)]

    def act(typed: Asked) -> tuple[str, str]:
        last = typed.day("ends_on")
        typed.must()
        end_holding(by=request.user, holder=holding, valid_to=last)
        return _("Đã ghi ngày thôi giữ chức danh."), reverse("office:posts")

    note = f"{holding.post.name}: {holding.user.full_name}"
    return ask(request, Form(_("Thôi giữ chức danh"), fields, act, ("end-holder", pk), _trail(), note=note))


def _trail() -> list[tuple[str, str]]:
    return [(_("Đầu việc"), reverse("office:work")), (_("Chức danh"), reverse("office:posts"))]
