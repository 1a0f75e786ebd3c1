"""The one form of these screens: fields, what was typed put back, a refusal beside its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, Typed, problems_of, show
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.fields import _quantity as quantity_of
from giamngheo.office.typed import money, whole
from giamngheo.programme.keeping import MOST_BYTES
from giamngheo.programme.problems import BUDGET, DONE, FILE, PLACE, QUANTITY
from giamngheo.programme.values import Upload

# Which field a refusal is shown beside; what is not here is shown on top only.
PLACES = {
    "WORK-DATES": "ends_on", "WORK-FUTURE": "on", "WORK-YEAR": "node", "WORK-QUANTITY": "quantity",
    "WORK-BUDGET": "budget", "WORK-DONE": "done", "WORK-LESS": "done", "WORK-FILE": "files", "WORK-HELD": "user",
    "WORK-NO-REASON": "reason", "WORK-POST-TWICE": "name", "WORK-HEAD": "role", "WORK-ADDRESS": "address",
    "WORK-REPLACED": "replaces", "WORK-DIRECTIVE-TWICE": "paper", "DOCUMENT-NUMBER-TAKEN": "serial",
    "DOCUMENT-NUMBER-WRONG": "serial", "DOCUMENT-SIGN-WRONG": "paper",
}  # fmt: skip
Row = TypeVar("Row")


@dataclass(slots=True)
class Input(Field):
    """A field that may have lines (`rows`), many answers (`many`, `chosen`) or files."""

    rows: int = 0
    many: bool = False
    files: bool = False
    chosen: Sequence[str] = field(default_factory=list)


class Unread(Exception):  # noqa: N818
    """Something typed could not be read; what, stands in the form's findings."""


class Asked(Typed):
    """What was sent by one of these forms."""

    def __init__(self, request: OfficeRequest) -> None:
        super().__init__(request.POST, request.scope.today)
        self._request = request

    def maybe_day(self, name: str) -> date | None:
        return self.day(name) if self.text(name) else None

    def one(self, name: str, rows: Sequence[Row]) -> Row | None:
        """The chosen row; none for blank. What is not among them is noted."""
        found = next((row for row in rows if str(row.pk) == self.text(name)), None)  # type: ignore[attr-defined]
        if self.text(name) and found is None:
            self.findings.append((name, PLACE.at(what_vi=_("Mục đã chọn"), what_en="choice")))
        return found

    def must_one(self, name: str, rows: Sequence[Row]) -> Row:
        found = self.one(name, rows)
        if found is None:
            if not self.text(name):
                self.findings.append((name, PLACE.at(what_vi=_("Mục để trống"), what_en="empty choice")))
            raise Unread
        return found

    def several(self, name: str, rows: Sequence[Row]) -> list[Row]:
        wanted = set(self._request.POST.getlist(name))
        return [row for row in rows if str(row.pk) in wanted]  # type: ignore[attr-defined]

    def money(self, name: str) -> int | None:
        found = money(self.text(name))
        if self.text(name) and found is None:
            self.findings.append((name, BUDGET.at(text=self.text(name)[:40])))
        return found

    def refuse_money(self, name: str) -> None:
        self.findings.append((name, BUDGET.at(text=self.text(name)[:40])))

    def quantity(self, name: str) -> Decimal | None:
        found = quantity_of(self.text(name))
        if self.text(name) and found is None:
            self.findings.append((name, QUANTITY.at(text=self.text(name)[:40])))
        return found

    def done(self, name: str) -> Decimal:
        words = self.text(name).removesuffix("%").strip()
        found = Decimal(0) if words.strip("0,. ") == "" and words else quantity_of(words)
        if found is None:
            self.findings.append((name, DONE.at(text=words[:40])))
        return found or Decimal(0)

    def serial(self, name: str) -> int | None:
        from giamngheo.documents.problems import NUMBER_WRONG

        found = whole(self.text(name))
        if self.text(name) and found is None:
            self.findings.append((name, NUMBER_WRONG.at(text=self.text(name)[:40])))
        return found

    def uploads(self, name: str) -> list[Upload]:
        found = []
        for each in self._request.FILES.getlist(name):
            if (each.size or 0) > MOST_BYTES:
                self.findings.append((name, FILE.at(name=(each.name or "")[:80], most=MOST_BYTES // (1024 * 1024))))
            else:
                found.append(Upload(each.name or "", each.read()))
        return found

    def must(self) -> None:
        """Raises Unread where something could not be read."""
        if self.findings:
            raise Unread


@dataclass(slots=True)
class Form:
    """`act` reads what was typed, does it, and gives what to say and where to go."""

    title: str
    fields: Sequence[Field]
    act: Callable[[Asked], tuple[str, str]]
    key: tuple[object, ...]
    trail: Sequence[tuple[str, str]] = ()
    button: str = ""
    note: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


def ask(request: OfficeRequest, form: Form, template: str = "office/programme/form.html") -> HttpResponse:
    """Show the form; on POST do it, or show it again with what was typed and what is wrong."""
    draft, findings = draft_key(request, *form.key), []
    if request.method == "POST":
        typed = Asked(request)
        try:
            said, where = form.act(typed)
        except Unread:
            findings = list(typed.findings)
        except FindingError as refused:
            findings = _placed(getattr(refused, "findings", [refused.finding]), form.fields)
        else:
            say_saved(request, said, draft)
            return redirect(where)
        show(form.fields, request.POST, findings)
        for each in form.fields:
            if isinstance(each, Input) and each.many:
                each.chosen = request.POST.getlist(each.name)
    context = {
        "form": form, "fields": form.fields, "problems": problems_of(findings), "draft": draft,
        "touched": bool(findings), "title": form.title, "button": form.button or _("Lưu"),
        "has_files": any(isinstance(each, Input) and each.files for each in form.fields), **form.extra,
    }  # fmt: skip
    return render(request, template, context, status=422 if findings else 200)


def _placed(found: Sequence[Finding], fields: Sequence[Field]) -> list[tuple[str, Finding]]:
    known = {each.name for each in fields}
    places = [(PLACES.get(each.code, ""), each) for each in found]
    return [(place if place in known else "", each) for place, each in places]


def options(rows: Sequence[Any], blank: str = "") -> list[tuple[str, str]]:
    """Rows as choices, a blank one first where it is named."""
    return [*([("", blank)] if blank else []), *((str(each.pk), str(each)) for each in rows)]
