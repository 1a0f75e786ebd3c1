"""Taking the people of a list away as a file: with the last four digits of ids, or whole where the role may, for a
purpose that is asked and recorded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.accounts.queries import can
from giamngheo.households.actions.exporting import Listed, export_people
from giamngheo.households.births import printed
from giamngheo.households.ethnic_groups import ethnic_groups
from giamngheo.households.problems import Refused
from giamngheo.households.queries.listing import listing
from giamngheo.office.households.asking import day_asked, unit_to_see
from giamngheo.office.households.fields import Field, placed, problems_of, show
from giamngheo.office.households.listing import asked_of, wanted_of
from giamngheo.office.lists import query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file

FORMS = {"xlsx": "Excel", "csv": "CSV"}


@never_cache
@login_required
def people(request: OfficeRequest) -> HttpResponse:
    """The form, and the file. The address asks what the list asks."""
    unit, day = unit_to_see(request), day_asked(request)
    if unit is None:
        raise NotPermitted(str(Permission.VIEW_HOUSEHOLD))
    asked = asked_of(request, day)
    wanted, may_ids = wanted_of(asked, day), can(request.user, Permission.SEE_CITIZEN_ID, unit)
    fields = _fields(may_ids)
    context: dict[str, Any] = {"unit": unit, "day": day, "fields": fields, "query": query_of(asked), "asked": asked}
    if request.method == "POST":
        form = request.POST.get("form", "")
        try:
            rows = export_people(
                by=request.user, unit=unit, wanted=wanted, form=form if form in FORMS else "xlsx",
                full_ids=request.POST.get("ids") == "full", purpose=request.POST.get("purpose", ""),
            )  # fmt: skip
        except Refused as refused:
            findings = placed(refused.findings)
            show(fields, request.POST, findings)
            context |= {"problems": problems_of(findings)}
        else:
            name = f"nguoi-{unit.code}-{day.day:%Y-%m-%d}"
            return as_file(form if form in FORMS else "xlsx", name, _header(), (_cells(each) for each in rows))
    found = listing(request.user, unit, wanted)
    context |= {"people": found.people, "households": found.households.count()}
    return render(request, "office/households/export.html", context, status=422 if "problems" in context else 200)


def _fields(may_ids: bool) -> list[Field]:
    form = Field("form", _("Dạng tệp"), options=list(FORMS.items()))
    if not may_ids:
        return [form]
    masked, full = _("bốn số cuối"), _("đủ số (ghi vào nhật ký)")
    return [
        form,
        Field("ids", _("Số định danh"), options=[("masked", masked), ("full", full)]),
        Field("purpose", _("Dùng vào việc gì"), _("Bắt buộc nếu tải đủ số định danh."), most=300),
    ]


def _header() -> list[Cell]:
    return [
        _("Mã hộ"), _("Chủ hộ"), _("Thôn"), _("Địa chỉ"), _("Họ và tên"), _("Quan hệ với chủ hộ"), _("Giới tính"),
        _("Ngày sinh"), _("Dân tộc"), _("Hoàn cảnh"), _("Số định danh"), _("Điện thoại"),
    ]  # fmt: skip


def _cells(each: Listed) -> Sequence[Cell]:
    home, row, person = each.household, each.row, each.row.person
    circumstances = "; ".join(
        f"{it.get_kind_display()} ({it.detail})" if it.detail else it.get_kind_display() for it in each.circumstances
    )
    return [
        home.local_code, home.head_name or "", home.village_name or "",  # type: ignore[attr-defined]
        home.address_line or "", person.full_name, row.get_relation_display(),  # type: ignore[attr-defined]
        person.get_sex_display(), printed(person.birth),
        ethnic_groups().get(person.ethnic_group, "") if each.sensitive else "", circumstances, each.citizen_id,
        person.phone,
    ]  # fmt: skip
