"""What the database refuses, told as a finding: the last guard, when two officers write at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError

from giamngheo.households.problems import CONFLICT, refuse
from giamngheo.households.triggers import merged, overlap

P = ParamSpec("P")
R = TypeVar("R")

_PERSON = ("một người chỉ ở một hộ vào một ngày", "a person is in one household on a day")
_HEAD = ("một hộ chỉ có một chủ hộ vào một ngày", "a household has one head on a day")
_ADDRESS = ("một hộ chỉ có một chỗ ở vào một ngày", "a household has one address on a day")
_ID = ("số định danh đang là của một người khác còn sống", "the citizen id is that of another living person")
_MERGED = ("người này đã được gộp vào người khác", "this person was merged into another")
_ORDER = ("ngày kết thúc trước ngày bắt đầu", "an end lies before its beginning")
# part of the database's message (SQLite names columns, PostgreSQL the constraint) → the rule in words
_RULES = {
    overlap.TWO_HOUSEHOLDS: _PERSON,
    "membership_one_open_head": _HEAD,
    "membership_one_open": _PERSON,
    "households_membership.person_id": _PERSON,
    overlap.TWO_HEADS: _HEAD,
    "households_membership.household_id": _HEAD,
    overlap.TWO_ADDRESSES: _ADDRESS,
    "address_one_open": _ADDRESS,
    "households_address.household_id": _ADDRESS,
    "households_person.citizen_id": _ID,
    "person_one_living_per_id": _ID,
    "ends_after_it_begins": _ORDER,
    merged.MESSAGE: _MERGED,
}
_ANY = ("một ràng buộc của dữ liệu", "a rule of the database")


def told(verb: Callable[P, R]) -> Callable[P, R]:
    """A verb whose clash with the database's own rules is a finding REGISTER-CONFLICT; nothing of it was written."""

    @wraps(verb)
    def telling(*args: P.args, **options: P.kwargs) -> R:
        try:
            return verb(*args, **options)
        except IntegrityError as error:
            said = str(error)
            rule = next((words for part, words in _RULES.items() if part in said), _ANY)
            raise refuse(CONFLICT, rule_vi=rule[0], rule_en=rule[1]) from error

    return telling
