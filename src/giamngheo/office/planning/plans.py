"""The list of plans."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_required
def plan_list(request: HttpRequest) -> HttpResponse:
    """Plans of the current unit."""
    return render(request, "office/planning/list.html")
