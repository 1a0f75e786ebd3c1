"""Invented names, made of common parts; every one ends with a mark, so that nobody takes it for a person's."""

from __future__ import annotations

from random import Random

_SURNAMES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý",
)  # fmt: skip
_MIDDLES = (
    "Văn", "Thị", "Minh", "Ngọc", "Thanh", "Đức", "Hữu", "Thu", "Xuân", "Quang", "Hồng", "Kim",
)  # fmt: skip
_GIVEN = (
    "An", "Bình", "Chi", "Dung", "Dũng", "Giang", "Hà", "Hải", "Hạnh", "Hiền", "Hòa", "Hùng", "Hương", "Lan",
    "Linh", "Long", "Mai", "Nam", "Nga", "Phúc", "Sơn", "Tâm", "Thảo", "Tuấn",
)  # fmt: skip
MARK = "(giả)"


def surname(rng: Random) -> str:
    """One for a whole household."""
    return rng.choice(_SURNAMES)


def name(rng: Random, family: str) -> str:
    """ "Nguyễn Thu Hà (giả)"."""
    return f"{family} {rng.choice(_MIDDLES)} {rng.choice(_GIVEN)} {MARK}"
