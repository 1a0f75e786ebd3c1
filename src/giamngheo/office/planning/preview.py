"""What the upload page says: the steps, and what the file would change."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from giamngheo.monitoring.reference import indicators
from giamngheo.office.planning.findings import FindingView, counted, from_data, problem_from, spoken
from giamngheo.office.planning.present import PARTS
from giamngheo.office.planning.tables import place_of
from giamngheo.planning.models import Upload
from giamngheo.planning.reasons import why_of
from giamngheo.planning.table_difference import Table, TableChange, table_changes

STEPS: tuple[tuple[str, str | Promise], ...] = (
    ("received", _("Nhận tệp")),
    ("reading", _("Đọc văn bản")),
    ("checking", _("Kiểm tra và so với kế hoạch đang có")),
    ("ready", _("Chờ bạn xem và quyết định")),
)
STATES: dict[str, str | Promise] = {
    **dict(STEPS),
    "applied": _("Đã nhập"),
    "stopped": _("Đã dừng"),
    "failed": _("Không đọc được"),
}
_RUNNING = ("received", "reading", "checking")
_AFTER: dict[str, str | Promise] = {
    "created": _("Đã nhập kế hoạch mới."),
    "changed": _("Đã nhập bản mới; bản trước vẫn giữ trong Các bản đã lưu."),
    "unchanged": _("Tệp giống kế hoạch đang có: không có gì thay đổi."),
}
HEAD: dict[str, str | Promise] = {
    "number": _("Số"),
    "symbol": _("Ký hiệu"),
    "day": _("Ngày"),
    "month": _("Tháng"),
    "year": _("Năm"),
    "subject": _("Trích yếu"),
    "authority": _("Quyền hạn, chức vụ người ký"),
    "signer": _("Người ký"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the work; `mark` is done, now, failed or empty."""

    title: str | Promise
    mark: str


def said_after(status: str) -> str:
    """What happened, after the file was applied."""
    return str(_AFTER[status])


def of(upload: Upload) -> dict[str, Any]:
    """Everything the upload page shows."""
    result = upload.result or {}
    findings = [from_data(number, data) for number, data in enumerate(result.get("findings", ()))]
    return {
        "upload": upload,
        "state_label": STATES[upload.state],
        "steps": _steps(upload.state),
        "running": upload.state in _RUNNING,
        "problem": problem_from(result["finding"]) if "finding" in result else None,
        "result": result,
        "findings": findings,
        "counts": counted(findings),
        "unplaced": [
            (row["line"], row["text"], spoken(why_of(row.get("code", ""), row["why"]).words))
            for row in result.get("unplaced", ())
        ],
        "diff": changes_of(result.get("diff") or {}),
    }


def _steps(state: str) -> list[Step]:
    names = [name for name, _title in STEPS]
    if state not in names:
        return [Step(title, "done" if state == "applied" else "") for _name, title in STEPS]
    now = names.index(state)
    return [Step(title, "done" if at < now else "now" if at == now else "") for at, (_name, title) in enumerate(STEPS)]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `where` it stands, and the text before and after, one of them empty for what came or went."""

    where: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """A difference of two plans as the page shows it, changed texts before those added and removed."""

    changed: list[Change]
    added: list[Change]
    removed: list[Change]

    @property
    def count(self) -> int:
        return len(self.changed) + len(self.added) + len(self.removed)


def changes_of(diff: dict[str, Any]) -> Changes:
    """The shape of `planning.difference` as lists of changes."""
    changed = [Change(str(HEAD[name]), _plain(row["before"]), _plain(row["after"])) for name, row in _head(diff)]
    added: list[Change] = []
    removed: list[Change] = []
    for name in ("texts", "values", "targets"):
        rows = diff.get(name) or {}
        changed += [Change(_where(row), row["before"], row["after"]) for row in rows.get("changed", ())]
        if name == "texts":  # a figure that came or went is in the text that came or went
            added += [Change(_where(row), after=row["text"]) for row in rows.get("added", ())]
            removed += [Change(_where(row), before=row["text"]) for row in rows.get("removed", ())]
    return Changes(changed, added, removed)


def _head(diff: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(name, row) for name, row in (diff.get("head") or {}).items() if name in HEAD]


def changes_of_table(old: Table, new: Table) -> Changes:
    """What differs between two states of one table."""
    found = table_changes(old, new)
    return Changes(
        [Change(place_of(each), each.before, each.after) for each in found if each.kind == "cell"],
        [Change(place_of(each), after=each.after) for each in found if each.kind != "cell" and each.after],
        [Change(place_of(each), before=each.before) for each in found if each.kind != "cell" and each.before],
    )


def _where(row: dict[str, Any]) -> str:
    """The section of a text, and the place in its table; the name of a figure, with its year."""
    if "where" in row:
        section = str(PARTS.get(row.get("part", ""), row["where"]))
        table = row.get("table")
        place = place_of(TableChange(**table, before="", after="")) if table else ""
        return " · ".join(filter(None, (section, place)))
    return ", ".join(str(each) for each in (_names().get(row.get("indicator", "")), row.get("year")) if each)


@cache
def _names() -> dict[str, str]:
    """Names of the packaged indicators, by code."""
    return {row["code"]: row["name"] for row in indicators()}


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return "" if value is None else str(value)


__all__ = ["HEAD", "STATES", "Change", "Changes", "FindingView", "changes_of", "of", "said_after"]
