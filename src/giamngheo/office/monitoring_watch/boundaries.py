"""Loading boundaries, by an administrator: the file, the property of its codes, the day, whose they are."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.accounts.queries import active_grants, scope_units
from giamngheo.foundation.findings import Bilingual, Finding, FindingError
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, Typed, problems_of, show
from giamngheo.office.requests import OfficeRequest
from giamngheo.territory.actions import BoundariesLoaded, load_boundaries
from giamngheo.territory.boundaries.problems import FILE, LARGE
from giamngheo.territory.boundaries.reading import MOST_BYTES
from giamngheo.territory.queries import boundaries_held

SHOWN = 100  # features left out that the page lists
Found = list[tuple[str, Finding]]


@login_required
def load_page(request: OfficeRequest) -> HttpResponse:
    """What is loaded, and the form; after a load, which features were left out and why."""
    if not active_grants(request.user, None, Permission.MANAGE_USERS).exists():
        raise NotPermitted
    fields = [
        Field("code_property", _("Thuộc tính chứa mã"), _("Tên cột mã đơn vị trong tệp, ví dụ: ma_xa."), most=60),
        Field("since", _("Áp dụng từ ngày"), most=10),
        Field("source", _("Nguồn"), _("Cơ quan, văn bản cung cấp. In dưới mọi bản đồ."), most=290),
        Field("licence", _("Giấy phép sử dụng"), most=290),
    ]
    findings: Found = []
    left_out: list[Finding] = []
    draft = draft_key(request, "boundaries")
    if request.method == "POST":
        findings, done = _load(request)
        if done is not None:
            words = ngettext("Đã nạp %(n)s ranh giới.", "Đã nạp %(n)s ranh giới.", done.taken) % {"n": done.taken}
            say_saved(request, words, draft)
            left_out = done.findings
            if not left_out:
                return redirect(reverse("office:boundaries"))
        show(fields, request.POST, findings)
    context: dict[str, Any] = {
        "fields": fields, "problems": problems_of(findings), "draft": draft, "touched": bool(findings),
        "held": boundaries_held(), "left_out": problems_of([("", each) for each in left_out[:SHOWN]]),
        "left": len(left_out), "megabytes": MOST_BYTES // 1_000_000,
    }  # fmt: skip
    return render(request, "office/monitoring_watch/boundaries.html", context, status=422 if findings else 200)


def _load(request: OfficeRequest) -> tuple[Found, BoundariesLoaded | None]:
    """What keeps the file from being read, or what was taken of it: of units in which the user runs the accounts."""
    typed, file = Typed(request.POST, request.scope.today), request.FILES.get("file")
    since = typed.day("since")
    if file is None:
        return [*typed.findings, ("file", FILE.at(why=Bilingual("chưa chọn tệp", "no file was chosen")))], None
    if (file.size or 0) > MOST_BYTES:
        size = -(-(file.size or 0) // 1_000_000)
        return [*typed.findings, ("file", LARGE.at(size=size, most=MOST_BYTES // 1_000_000))], None
    if typed.findings:
        return typed.findings, None
    everywhere = active_grants(request.user, None, Permission.MANAGE_USERS).filter(unit=None).exists()
    reach = scope_units(request.user, permission=Permission.MANAGE_USERS)
    try:
        return [], load_boundaries(
            by=request.user, content=file.read(), code_property=typed.text("code_property"), valid_from=since,
            source=typed.text("source"), licence=typed.text("licence"),
            within=None if everywhere else set(reach.values_list("pk", flat=True)),
        )  # fmt: skip
    except FindingError as error:
        return [("", error.finding)], None
