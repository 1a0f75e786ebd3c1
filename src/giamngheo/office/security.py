"""Content-Security-Policy of every page: own files only, no inline script, no inline style.

A page that carries a trusted style block (the printed form of a document, made by our own writer) allows exactly
that block by its hash; nothing else is ever let in.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

BASE = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    # Pico draws its ticks and arrows as data: pictures inside the style sheet.
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
}
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S)


class ContentSecurityPolicy:
    """Middleware: sets the policy on every answer that does not carry one already."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy())
        return response


def policy(**changes: str) -> str:
    """The policy as a header value; `style_src="..."` replaces a directive."""
    directives = {**BASE, **{name.replace("_", "-"): value for name, value in changes.items()}}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def for_printed_page(html: str) -> str:
    """Policy of a page made by our own HTML writer: its style blocks by hash, no script at all."""
    hashes = [
        f"'sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}'"
        for block in _STYLE.findall(html)
    ]
    return policy(script_src="'none'", style_src=" ".join(["'self'", *hashes]))
