"""Saying which activity of the programme a livelihood project is."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.findings import Finding
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, problems_of, show
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.programme.queries import work_items
from giamngheo.support.actions import tie_activity
from giamngheo.support.problems import Refused
from giamngheo.support.problems_livelihood import TIED
from giamngheo.support.queries import projects_for, ties_for


@login_required
def tie_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """One choice among the activities of the commune."""
    project = projects_for(request.user).filter(pk=pk).first()
    if project is None:
        raise Http404
    require(request.user, Permission.EDIT_SUPPORT, project.unit)
    items = work_items(request.user, project.unit).order_by("-year", "node__order", "pk")
    tie = ties_for(request.user).filter(project=project).first()
    options = [(str(each.pk), f"{each.year}, {each.node.code} {each.title}") for each in items]
    fields = [Field("work_item", _("Đầu việc"), options=options, value=str(tie.work_item_id) if tie else "")]
    draft, findings = draft_key(request, "livelihood-tie", pk), list[tuple[str, Finding]]()
    if request.method == "POST":
        item = items.filter(pk=whole(request.POST.get("work_item", "")) or 0).first()
        try:
            if item is None:
                raise Refused(TIED.at())
            tie_activity(by=request.user, project=project, work_item=item)
        except Refused as refused:
            findings = [("work_item", each) for each in refused.findings]
        else:
            say_saved(request, _("Đã gắn đầu việc."), draft)
            return redirect("office:livelihood-project", pk)
        show(fields, request.POST, findings)
    context = {
        "title": _("Đầu việc của dự án"), "project": project, "fields": fields, "draft": draft,
        "problems": problems_of(findings), "touched": bool(findings),
    }  # fmt: skip
    return render(request, "office/livelihood/form.html", context, status=422 if findings else 200)
