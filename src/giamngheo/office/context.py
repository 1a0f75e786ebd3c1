"""What the frame around every page needs: unit, year, navigation. The database is asked only for what is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WATCHING = ("/giam-sat/", "/bang-theo-doi/", "/canh-bao/", "/chat-luong-du-lieu/")


@dataclass(frozen=True, slots=True)
class Area:
    """One area of the officer's year; without an address it is not built yet and is shown as plain text."""

    title: str | Promise
    url: str = ""
    current: bool = False


def areas(path: str) -> list[Area]:
    """The areas in the order of the officer's year."""
    work, todo = reverse("office:work"), reverse("office:todo")
    plans, households, money = reverse("office:plans"), reverse("office:households"), reverse("office:funds")
    help_, sheets, ledger = reverse("office:support"), "/nhap-bang/", "/nhap-bang/ledger/"
    helping = (help_, reverse("office:labour"), "/sinh-ke/", "/dinh-duong/", "/truyen-thong/", sheets)
    return [
        Area(_("Kế hoạch"), plans, current=path.startswith(plans)),
        Area(_("Đầu việc"), work, current=path.startswith(work)),
        Area(_("Việc cần làm"), todo, current=path.startswith(todo)),
        Area(_("Rà soát"), reverse("office:review"), current="/ra-soat/" in path),
        Area(_("Hộ dân"), households, current=path.startswith(households)),
        Area(
            _("Hỗ trợ"),
            help_,
            current=path.startswith(helping) and not path.startswith(ledger),
        ),
        Area(_("Kinh phí"), money, current=path.startswith((money, ledger))),
        Area(_("Giám sát"), reverse("office:dashboard"), current=any(each in path for each in WATCHING)),
        Area(_("Văn bản")),
    ]


def frame(request: HttpRequest) -> dict[str, Any]:
    """`scope` (unit, year) and `areas` for the signed-in; for a stranger only the languages."""
    user = getattr(request, "user", None)
    languages = {"office_languages": [code for code, _name in settings.LANGUAGES]}
    if user is None or not user.is_authenticated:
        return languages
    return {
        **languages,
        "scope": request.scope,  # type: ignore[attr-defined]
        "areas": areas(request.path),
        # a switch of unit or year comes back here, without an older choice in the address undoing it
        "here": request.path,
    }
