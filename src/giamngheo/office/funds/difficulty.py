"""Telling what hinders a line's money, and all that was told of it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission
from giamngheo.funds import actions
from giamngheo.funds.queries import difficulties_of
from giamngheo.office.funds import fields as f
from giamngheo.office.funds.asking import line_or_404
from giamngheo.office.funds.forms import Form, blank, written
from giamngheo.office.funds.naming import node_title
from giamngheo.office.households.fields import Field
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day


@login_required
def tell_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """The words that stand, to be changed or emptied."""
    line = line_or_404(request, pk, Permission.EDIT_FUNDS)
    here = reverse("office:fund-line", args=[pk])
    last = difficulties_of(request.user, line).first()
    help_ = _("Ví dụ: chưa có hướng dẫn, thiếu vốn đối ứng, nhà thầu chậm. Hết vướng thì để trống rồi ghi.")
    fields = [
        Field("text", _("Khó khăn, vướng mắc"), help_, value=last.text if last else "", most=500),
        f.day_field(printed_day(request.scope.today)),
    ]
    trail = [(reverse("office:funds"), _("Kinh phí")), (here, f"{line.source.name}, {line.year}")]
    form = Form(_("Ghi khó khăn"), fields, trail, ("difficulty", pk), node_title(line))
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    on = typed.day("on")
    return written(
        request, form, typed,
        lambda: actions.tell_difficulty(by=request.user, line=line, on=on, text=typed.text("text")),
        _("Đã ghi."), lambda _made: here,
    )  # fmt: skip
