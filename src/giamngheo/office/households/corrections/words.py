"""Columns of the register's rows as people call and read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy

from giamngheo.households.births import printed
from giamngheo.households.ethnic_groups import ethnic_groups
from giamngheo.households.models import CircumstanceKind, EndedAs, LeftAs, LocatedAs, Relation, RowKind, Sex
from giamngheo.households.queries import Version
from giamngheo.office.households.fields import Words
from giamngheo.office.typed import printed_day

LABELS: dict[str, Words] = {
    "full_name": gettext_lazy("Họ và tên"),
    "sex": gettext_lazy("Giới tính"),
    "birth": gettext_lazy("Ngày sinh"),
    "ethnic_group": gettext_lazy("Dân tộc"),
    "citizen_id": gettext_lazy("Số định danh"),
    "phone": gettext_lazy("Điện thoại"),
    "died_on": gettext_lazy("Ngày mất"),
    "local_code": gettext_lazy("Mã hộ"),
    "formed_on": gettext_lazy("Là hộ từ ngày"),
    "ended_on": gettext_lazy("Kết thúc ngày"),
    "ended_as": gettext_lazy("Kết thúc vì"),
    "village_id": gettext_lazy("Thôn"),
    "line": gettext_lazy("Địa chỉ (số nhà, xóm)"),
    "latitude": gettext_lazy("Vĩ độ"),
    "longitude": gettext_lazy("Kinh độ"),
    "accuracy": gettext_lazy("Sai số (mét)"),
    "located_as": gettext_lazy("Cách lấy vị trí"),
    "located_at": gettext_lazy("Lấy vị trí lúc"),
    "relation": gettext_lazy("Quan hệ với chủ hộ"),
    "kind": gettext_lazy("Hoàn cảnh"),
    "detail": gettext_lazy("Mức độ, loại"),
    "valid_from": gettext_lazy("Từ ngày"),
    "valid_to": gettext_lazy("Đến hết ngày"),
    "left_as": gettext_lazy("Vì sao thôi"),
    "left_to": gettext_lazy("Nơi đến, như người dân nói"),
}
ONLY_CORRECTED = ("correction", "location", "undo")  # what else writes such a row again stands in the time line
_CHOICES = {
    "sex": dict(Sex.choices), "relation": dict(Relation.choices), "kind": dict(CircumstanceKind.choices),
    "left_as": dict(LeftAs.choices), "located_as": dict(LocatedAs.choices), "ended_as": dict(EndedAs.choices),
}  # fmt: skip


def shown(name: str, value: Any) -> str:
    """A column in words; blank where nothing is known."""
    if value in (None, ""):
        return ""
    if name in _CHOICES:
        return str(_CHOICES[name].get(value, value))
    if name == "birth":
        return printed(value)
    if name == "ethnic_group":
        return ethnic_groups().get(value, value)
    if name == "village_id":
        return village_name(value)
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%H:%M %d/%m/%Y}"
    return printed_day(value) if isinstance(value, date) else str(value)


def village_name(pk: int) -> str:
    """A village by its number: villages are public."""
    from giamngheo.territory.queries import village_named

    village = village_named(pk)
    return village.name if village else f"#{pk}"


def as_field(name: str, value: Any) -> str:
    """A column as its field takes it back."""
    if name == "citizen_id" or value is None:
        return ""
    if name == "birth":
        return printed(value)
    return printed_day(value) if isinstance(value, date) else str(value)


def changes_between(versions: Sequence[Version], only: Iterable[str] = ()) -> list[dict[str, Any]]:
    """What each change wrote anew, the newest first: the change; label, as it was, as it became. `only`: kinds of
    change that count, none: all."""
    found, kinds = [], set(only)
    for newer, older in pairwise(versions):
        if kinds and newer.written.kind not in kinds:
            continue
        lines = [
            (label, shown(name, older.columns.get(name)), shown(name, newer.columns.get(name)))
            for name, label in LABELS.items()
            if older.columns.get(name) != newer.columns.get(name)
        ]
        found += [{"change": newer.written, "lines": lines}] if lines else []
    return found


def corrections(versions: Mapping[tuple[RowKind, int], Sequence[Version]]) -> list[dict[str, Any]]:
    """What the register said of the rows before, the latest change first; of a person whatever wrote them."""
    found = [
        each
        for (kind, _key), rows in versions.items()
        for each in changes_between(rows, only=() if kind == RowKind.PERSON else ONLY_CORRECTED)
    ]
    return sorted(found, key=lambda each: each["change"].pk, reverse=True)
