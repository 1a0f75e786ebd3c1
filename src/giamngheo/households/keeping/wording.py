"""Words for findings, in both languages at once: a finding says the same whoever reads it."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import override

from giamngheo.households.models import ActKind, Change

FIELDS = {
    "full_name": ("họ tên", "name"),
    "sex": ("giới tính", "sex"),
    "birth": ("ngày sinh", "birth"),
    "ethnic_group": ("dân tộc", "ethnic group"),
    "citizen_id": ("số định danh", "citizen id"),
    "phone": ("điện thoại", "telephone"),
    "died_on": ("ngày mất", "day of death"),
    "local_code": ("mã hộ", "household code"),
    "formed_on": ("ngày lập hộ", "day formed"),
    "village_id": ("thôn", "village"),
    "line": ("địa chỉ", "address"),
    "latitude": ("vĩ độ", "latitude"),
    "longitude": ("kinh độ", "longitude"),
    "accuracy": ("sai số", "accuracy"),
    "relation": ("quan hệ với chủ hộ", "relation to the head"),
    "valid_from": ("từ ngày", "from"),
    "valid_to": ("đến ngày", "until"),
    "kind": ("loại", "kind"),
    "detail": ("chi tiết", "detail"),
}
SYSTEM = "hệ thống"


def both(label: object) -> tuple[str, str]:
    """A translatable label in Vietnamese and English."""
    with override("vi"):
        vietnamese = str(label)
    with override("en"):
        return vietnamese, str(label)


def kind_of(change: Change) -> tuple[str, str]:
    """What a change was, in both languages."""
    return both(ActKind(change.kind).label)


def who(change: Change) -> str:
    """Who made it."""
    return str(change.by) if change.by is not None else SYSTEM


def fields(names: Iterable[str]) -> tuple[str, str]:
    """Columns as people call them."""
    pairs = [FIELDS.get(name, (name, name)) for name in names]
    return ", ".join(vi for vi, _ in pairs) or "–", ", ".join(en for _, en in pairs) or "–"


def field(name: str) -> str:
    """One column as people call it, in Vietnamese."""
    return FIELDS.get(name, (name, name))[0]
