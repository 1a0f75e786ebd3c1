"""Tokens and the ten components on one page, so that a new screen is built from what is there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def style_guide(request: HttpRequest) -> HttpResponse:
    """The design system; open to everybody, it shows no data."""
    return render(request, "office/design/style_guide.html")
