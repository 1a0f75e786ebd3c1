"""Findings as the page shows them: in the reader's language, grouped, with what was decided about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from giamngheo.foundation.findings import Bilingual, Finding
from giamngheo.planning.queries import FindingView as Located

SEVERITIES: dict[str, str | Promise] = {"error": _("Sai"), "warning": _("Nên xem lại"), "info": _("Hình thức")}
FAMILIES: dict[str, str | Promise] = {
    "ARITH": _("Phép tính"),
    "TARGET": _("Chỉ tiêu"),
    "DATE": _("Ngày tháng"),
    "REF": _("Văn bản viện dẫn"),
    "NUM": _("Đánh số mục"),
    "COMPLETE": _("Còn thiếu"),
    "NAME": _("Tên gọi"),
    "FORMAT": _("Thể thức"),
}


@dataclass(slots=True)
class FindingView:
    """One finding. `target` is the anchor of the passage it points at, "" where it is about the whole plan."""

    anchor: str
    code: str
    severity: str
    line: int | None
    quote: str
    message: str
    fixes: tuple[str, ...]
    source: str = ""
    decision: str = ""
    decision_label: str | Promise = ""
    reason: str = ""
    decided_by: str = ""
    decided_at: Any = None
    target: str = ""
    text_key: str = ""
    section_key: str = ""
    draft: str = ""  # the name of a draft of its reason: it holds for these words only, as a decision does

    @property
    def family(self) -> str:
        return self.code.partition("-")[0]

    @property
    def severity_label(self) -> str | Promise:
        return SEVERITIES[self.severity]

    @property
    def family_label(self) -> str | Promise:
        return FAMILIES.get(self.family, self.family)


def in_language(texts: dict[str, str]) -> str:
    """The sentence of a finding in the language of the screen."""
    return texts.get(get_language() or "vi") or texts["vi"]


def spoken(words: Bilingual) -> str:
    """The same, of a sentence of the domain."""
    return in_language(words.as_dict())


DECISIONS: dict[str, str | Promise] = {"accepted": _("Sẽ sửa"), "dismissed": _("Đã bỏ qua")}


def from_query(number: int, view: Located) -> FindingView:
    """A finding of a plan with what was decided about it, as the page shows it."""
    shown = from_data(number, view.finding.as_dict())
    shown.text_key, shown.section_key = view.text, view.section
    shown.draft = f"d-{view.fingerprint[:16]}"
    if view.decision is not None:
        shown.decision = view.decision.decision
        shown.decision_label = DECISIONS[view.decision.decision]
        shown.reason = view.decision.reason
        shown.decided_by = view.decision.by.full_name
        shown.decided_at = view.decision.at
    return shown


def from_data(number: int, data: dict[str, Any]) -> FindingView:
    """A finding kept as JSON (an upload's result), as the page shows it."""
    return FindingView(
        anchor=f"f-{number}",
        code=data["code"],
        severity=data["severity"],
        line=data["line"],
        quote=data["quote"],
        message=in_language(data["message"]),
        fixes=tuple(in_language(fix) for fix in data["fixes"]),
        source=data.get("source", ""),
    )


def problem_of(finding: Finding) -> dict[str, Any]:
    """A refusal as the page shows it: what happened and what to do."""
    return problem_from(finding.as_dict())


def problem_from(data: dict[str, Any]) -> dict[str, Any]:
    """The same, of a finding kept as JSON."""
    return {
        "code": data["code"],
        "message": in_language(data["message"]),
        "fixes": [in_language(fix) for fix in data["fixes"]],
    }


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings of a severity."""

    severity: str
    title: str | Promise
    count: int


def counted(findings: Iterable[FindingView]) -> list[Count]:
    """Findings by severity, the gravest first; all three, also those with none."""
    numbers = Counter(finding.severity for finding in findings)
    return [Count(severity, title, numbers[severity]) for severity, title in SEVERITIES.items()]
