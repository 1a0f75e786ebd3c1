"""What I am to do; my calendar as a file and as an address; where reminders go."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.models import User
from giamngheo.monitoring.alerts.queries import given_to
from giamngheo.office.households.fields import Field
from giamngheo.office.programme.forms import Asked, Form, ask
from giamngheo.office.requests import OfficeRequest
from giamngheo.programme.actions import open_feed, revoke_feed, set_address
from giamngheo.programme.feeds import owner_of, token_of
from giamngheo.programme.models import CommitteeMeeting, Task
from giamngheo.programme.own_calendar import calendar_of
from giamngheo.programme.queries import address_of, feed_of, mine, reminders_of


@login_required
def todo_page(request: OfficeRequest) -> HttpResponse:
    """Tasks of the posts I hold by deadline, alerts given to me by name, what is overdue under me, reminders; the form:
    where these go."""
    today = request.scope.today
    found, feed, alerts = mine(request.user, today), feed_of(request.user), given_to(request.user, today)
    fields = [
        Field("address", _("Thư điện tử nhận nhắc việc (không bắt buộc)"), value=address_of(request.user), most=254)
    ]

    def act(typed: Asked) -> tuple[str, str]:
        set_address(by=request.user, address=typed.text("address"))
        return _("Đã lưu địa chỉ nhận nhắc việc."), reverse("office:todo")

    extra = {
        "found": found, "today": today, "reminders": reminders_of(request.user, today), "has_mail": settings.EMAIL_HOST,
        "alerts": alerts,
        "late": sum(each.due_on < today for each in found.tasks) + sum(each.late for each in alerts),
        "feed": request.build_absolute_uri(reverse("office:calendar-feed", args=[token_of(feed)])) if feed else "",
    }  # fmt: skip
    form = Form(_("Việc cần làm"), fields, act, ("reminder-address",), extra=extra)
    return ask(request, form, "office/todo/todo.html")


@login_required
@require_safe
def own_file(request: OfficeRequest) -> HttpResponse:
    """My calendar as a file."""
    return _calendar(request, request.user)


@require_safe
def feed_file(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind a signed address, for programs that cannot sign in; revoked or forged: no such page."""
    user = owner_of(token)
    if user is None:
        raise Http404
    return _calendar(request, user)


@login_required
@require_POST
def feed(request: OfficeRequest) -> HttpResponse:
    """Make an address (the one before is revoked), or revoke it."""
    if request.POST.get("viec") == "thu-hoi":
        revoke_feed(by=request.user)
    else:
        open_feed(by=request.user)
    return redirect("office:todo")


def _calendar(request: HttpRequest, user: User) -> HttpResponse:
    def address(subject: Task | CommitteeMeeting) -> str:
        name = "office:task" if isinstance(subject, Task) else "office:committee-meeting"
        return request.build_absolute_uri(reverse(name, args=[subject.pk]))

    content = calendar_of(user, timezone.localdate(), host="giamngheo", address=address)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="viec-can-lam.ics"'
    response.headers["Cache-Control"] = "private, no-store"
    return response
