"""The first page after signing in: what to do first."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """What is waiting, and the one thing to do first."""
    return render(request, "office/home.html", {})
