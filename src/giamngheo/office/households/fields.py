"""Fields of the forms of the register: what one looks like, how what was typed is read, where a refusal belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from giamngheo.foundation.findings import Finding
from giamngheo.households.births import of_day
from giamngheo.households.ethnic_groups import ethnic_groups
from giamngheo.households.models import Relation, Sex
from giamngheo.office.households.problems import BIRTH_UNREADABLE, DAY_UNREADABLE
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.typed import day

Words = str | Promise
Options = Sequence[tuple[str, Words]]
# Which field a refusal is shown beside; what is not here is shown on top only.
PLACES = {
    "REGISTER-DAY-FUTURE": "on", "REGISTER-BEFORE-HOUSEHOLD": "on", "REGISTER-OUT-OF-ORDER": "on",
    "REGISTER-BEFORE-BIRTH": "on", "REGISTER-NAME-EMPTY": "full_name", "REGISTER-BIRTH-WRONG": "birth",
    "REGISTER-SEX": "sex", "REGISTER-ETHNIC-GROUP": "ethnic_group", "REGISTER-PHONE": "phone",
    "REGISTER-ID-HELD": "citizen_id", "CITIZEN-ID-FORM": "citizen_id", "REGISTER-VILLAGE": "village",
    "REGISTER-SAME-PLACE": "line", "REGISTER-NO-REASON": "reason", "REGISTER-HAS-HEAD": "relation",
    "REGISTER-PURPOSE": "purpose", "REGISTER-COORDINATES": "latitude", "REGISTER-ACCURACY": "accuracy",
}  # fmt: skip


@dataclass(slots=True)
class Field:
    """One field. `options`: of a choice; empty for one typed. `errors`: what is wrong with it, in words."""

    name: str
    label: Words
    help: Words = ""
    options: Options = ()
    value: str = ""
    most: int = 200
    required: bool = False
    errors: list[str] = field(default_factory=list)


class Typed:
    """What was sent, read field by field; `findings`: what could not be read, by the name of its field."""

    def __init__(self, post: Mapping[str, str], today: date) -> None:
        self._post, self._today = post, today
        self.findings: list[tuple[str, Finding]] = []

    def text(self, name: str) -> str:
        return self._post.get(name, "").strip()

    def day(self, name: str) -> date:
        """A day; what is none is noted, and today stands for it until the form is refused."""
        found = day(self.text(name), self._today)
        if found is None:
            self.findings.append((name, DAY_UNREADABLE.at(text=self.text(name))))
        return found or self._today

    def birth(self, name: str) -> int | None:
        """A day or a year as births are kept, None for blank."""
        words = self.text(name)
        if len(words) == 4 and words.isascii() and words.isdecimal():
            return int(words) * 10_000
        found = day(words, self._today)
        if words and (found is None or words.count("/") + words.count("-") + words.count(".") < 2):
            self.findings.append((name, BIRTH_UNREADABLE.at(text=words)))
            return None
        return of_day(found) if found else None


def person_fields(prefix: str = "", *, birth: bool = True, relation: bool = True) -> list[Field]:
    """What is asked of a person."""
    fields = [
        Field(f"{prefix}full_name", _("Họ và tên"), most=100),
        Field(f"{prefix}relation", _("Quan hệ với chủ hộ"), options=relations()),
        Field(f"{prefix}sex", _("Giới tính"), options=[("", _("chưa rõ")), *Sex.choices]),
        Field(f"{prefix}birth", _("Ngày sinh"), _("Ví dụ 05/03/1980; chỉ biết năm thì gõ 1980."), most=10),
        Field(f"{prefix}ethnic_group", _("Dân tộc"), options=[("", _("chưa rõ")), *ethnic_groups().items()]),
        Field(f"{prefix}citizen_id", _("Số định danh"), _("12 chữ số trên thẻ; chưa có thì để trống."), most=20),
    ]
    left_out = {f"{prefix}birth"} if not birth else set()
    left_out |= {f"{prefix}relation"} if not relation else set()
    return [each for each in fields if each.name not in left_out]


def relations(*, head: bool = True) -> list[tuple[str, Words]]:
    """Relations to choose from, the unknown one first."""
    known = [each for each in Relation.choices if each[0] != "unknown" and (head or each[0] != "head")]
    return [("unknown", Relation.UNKNOWN.label), *known]


def day_and_reason(label: Words, today: str = "", *, must: bool = False) -> list[Field]:
    """The two fields that end every form: the day it happened, and why it is written."""
    return [
        Field("on", label, _("Ngày xảy ra, không phải ngày ghi. Ví dụ 01/09/2026 hoặc 1/9."), value=today, most=10),
        reason_field(must=must),
    ]


def reason_field(*, must: bool = False) -> Field:
    """Why it is written."""
    return Field("reason", _("Lý do") if must else _("Lý do, căn cứ (không bắt buộc)"), most=300, required=must)


def show(fields: Iterable[Field], post: Mapping[str, str], findings: Iterable[tuple[str, Finding]]) -> None:
    """Put what was typed back, and what is wrong beside the field it is about."""
    known = {each.name: each for each in fields}
    for name, each in known.items():
        each.value = post.get(name, each.value)
    for name, finding in findings:
        if name in known:
            known[name].errors.append(problem_of(finding)["message"])


def placed(findings: Iterable[Finding]) -> list[tuple[str, Finding]]:
    """Findings of the register with the field each belongs to, "" for the form as a whole."""
    return [(PLACES.get(each.code, ""), each) for each in findings]


def problems_of(findings: Iterable[tuple[str, Finding]]) -> list[dict[str, Any]]:
    """The same for the top of the form: what, why, two ways to put it right, and the field to go to."""
    return [{**problem_of(finding), "field": name} for name, finding in findings]


def relation_or_unknown(word: str) -> str:
    """A relation of the list; anything else is not known."""
    return word if word in Relation.values else "unknown"
