"""Fields and forms of these pages: what is asked, how it is read, where a refusal is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypeVar

from django.utils import timezone
from django.utils.functional import Promise

from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.office.households.fields import Typed, problems_of
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day
from giamngheo.office.typed import whole as whole_number
from giamngheo.review.problems import Refused
from giamngheo.review.problems_deciding import NUMBER, TIME

T = TypeVar("T")
Words = str | Promise
_TIME = re.compile(r"(\d{1,2})(?:\s*[:hg.]\s*(\d{1,2}))?\s*(?:giờ|h)?", re.IGNORECASE)


@dataclass(slots=True)
class Input:
    """One field. `kind`: text, short (a day, a number), area, check, choice, file. `value` of a check: "1" or ""."""

    name: str
    label: Words
    help: Words = ""
    kind: str = "text"
    value: str = ""
    options: Sequence[tuple[str, Words]] = ()
    most: int = 200
    must: bool = False
    errors: list[str] = field(default_factory=list)


class Reading(Typed):
    """What was sent, with numbers and times of day besides."""

    def __init__(self, request: OfficeRequest) -> None:
        super().__init__(request.POST, request.scope.today)

    def chosen(self, prefix: str) -> dict[int, str]:
        """What was chosen in fields called by a prefix and a key; those left open are left out."""
        return {
            int(name[len(prefix) :]): str(value)
            for name, value in self._post.items()
            if name.startswith(prefix) and value and whole_number(name[len(prefix) :]) is not None
        }

    def check(self, name: str) -> bool:
        return bool(self.text(name))

    def number(self, name: str) -> int | None:
        """A whole number, None for blank; anything else is noted."""
        words = self.text(name).replace(".", "")
        found = whole_number(words)
        if words and (found is None or found > 32_767):
            self.findings.append((name, NUMBER.at(text=self.text(name)[:40])))
            return None
        return found

    def moment(self, day: str, clock: str) -> datetime | None:
        """A time of a day, None where the time is blank."""
        words = self.text(clock)
        if not words:
            return None
        match = _TIME.fullmatch(words)
        if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
            self.findings.append((clock, TIME.at(text=words[:40])))
            return None
        return timezone.make_aware(datetime.combine(self.day(day), time(int(match[1]), int(match[2] or 0))))


@dataclass(slots=True)
class Form:
    """A form as it is shown: its fields, what was wrong with what was sent, whether anything was sent."""

    fields: list[Input]
    draft: str = ""
    places: Mapping[str, str] = field(default_factory=dict)  # code of a refusal → the field it is shown beside
    problems: list[dict[str, Any]] = field(default_factory=list)
    touched: bool = False

    @property
    def status(self) -> int:
        return 422 if self.problems else 200

    def tried(
        self, request: OfficeRequest, verb: Callable[..., T], read: Callable[[Reading], dict[str, Any]]
    ) -> T | None:
        """Read what was sent (`read`: by the names of the verb's arguments) and do it; None when it was refused, with
        every reason and everything typed kept."""
        typed = Reading(request)
        given = read(typed)
        findings = list(typed.findings)
        if not findings:
            try:
                return verb(**given)
            except Refused as refused:
                findings = [(self.places.get(each.code, ""), each) for each in refused.findings]
            except FindingError as error:
                findings = [(self.places.get(error.finding.code, ""), error.finding)]
        self.show(request.POST, findings)
        return None

    def show(self, post: Mapping[str, str], findings: Sequence[tuple[str, Finding]]) -> None:
        """Put what was typed back, and what is wrong beside the field it is about."""
        known = {each.name: each for each in self.fields}
        for name, each in known.items():
            each.value = post.get(name, "" if each.kind == "check" else each.value)
        for name, finding in findings:
            if name in known:
                known[name].errors.append(problem_of(finding)["message"])
        self.problems, self.touched = problems_of(findings), True


def day_input(name: str, label: Words, value: date | None, help_: Words = "", *, must: bool = True) -> Input:
    """A day."""
    return Input(name, label, help_, "short", printed_day(value), most=10, must=must)


def number_inputs(sign: str, following: int) -> list[Input]:
    """The number of one of our documents: of the register, or of the clerk's book."""
    from django.utils.translation import gettext as _

    help_ = _("Để trống: lấy số tiếp theo trong phần mềm, %(number)02d. Hoặc gõ số văn thư đã cấp.") % {
        "number": following
    }
    return [
        Input("serial", _("Số văn bản"), help_, "short", most=6),
        Input("sign", _("Ký hiệu"), "", "short", sign, most=40, must=True),
    ]


def seen_of(request: OfficeRequest) -> datetime | None:
    """The moment the row was last written when the page was made, as the form carries it."""
    from django.utils.dateparse import parse_datetime

    return parse_datetime(request.POST.get("seen", ""))


# Where refusals of the register of documents are shown.
NUMBER_PLACES = {
    "DOCUMENT-NUMBER-TAKEN": "serial", "DOCUMENT-NUMBER-WRONG": "serial", "DOCUMENT-SIGN-WRONG": "sign",
}  # fmt: skip
