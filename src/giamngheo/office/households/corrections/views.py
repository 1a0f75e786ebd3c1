"""The five corrections: what each asks, and the row it stands on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.households import actions
from giamngheo.households.models import Address, CircumstanceKind, Membership, Person
from giamngheo.households.queries import may_see
from giamngheo.households.queries.listing import villages_in
from giamngheo.households.queries.one_row import (
    HouseholdRow,
    address_row,
    circumstance_row,
    household_row,
    membership_row,
)
from giamngheo.office.households.corrections.form import Correction, correct
from giamngheo.office.households.corrections.words import LABELS
from giamngheo.office.households.fields import Field, Typed, person_fields, relation_or_unknown, relations
from giamngheo.office.households.person import page_or_404
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole

_NO_ID = "-"  # typed to take a wrong citizen id out


@login_required
def correct_row(request: OfficeRequest, kind: str, pk: int) -> HttpResponse:
    """A correction of a household, an address, a membership or a circumstance."""
    try:
        rights, wanted = _KINDS[kind](request, pk)
    except (KeyError, ObjectDoesNotExist) as missing:
        raise Http404 from missing
    if Permission.EDIT_HOUSEHOLD not in rights:
        raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
    return correct(request, wanted)


@login_required
def correct_person(request: OfficeRequest, pk: int) -> HttpResponse:
    """A correction of a person."""
    found = page_or_404(request, pk)
    if not found.may_edit:
        raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
    someone = found.person.person
    return correct(request, Correction(
        row=someone, title=_("Đính chính"), trail=someone.full_name, back=reverse("office:person", args=[pk]),
        help=_("Chỉ sửa điều đã ghi sai. Việc mới xảy ra (sinh, mất, chuyển) ghi ở trang của hộ."),
        fields=_person_fields(found.person.masked_id), read=_person,
        write=partial(actions.correct_person, person=someone),
    ))  # fmt: skip


def _person_fields(masked: str) -> list[Field]:
    fields = person_fields(relation=False)
    number = next(each for each in fields if each.name == "citizen_id")
    number.help = (
        _("Đang ghi %(masked)s. Để trống: giữ nguyên. Gõ số mới để thay, gõ dấu - để bỏ.") % {"masked": masked}
        if masked
        else _("12 chữ số trên thẻ; chưa có thì để trống.")
    )
    return [*fields, Field("phone", LABELS["phone"], most=20)]


def _person(typed: Typed) -> dict[str, Any]:
    values: dict[str, Any] = {name: typed.text(name) for name in ("full_name", "sex", "ethnic_group", "phone")}
    values["birth"] = typed.birth("birth")
    number = typed.text("citizen_id")
    return values | ({"citizen_id": "" if number == _NO_ID else number} if number else {})


def _household(request: OfficeRequest, pk: int) -> tuple[frozenset[Permission], Correction]:
    found = household_row(request.user, pk)
    return found.rights, Correction(
        row=found.household, title=_("Đính chính hộ"), **_on_household(found),
        help=_("Mã hộ và ngày bắt đầu là hộ. Địa chỉ đầu tiên bắt đầu cùng ngày sẽ đổi theo."),
        fields=[Field("local_code", LABELS["local_code"], most=30), _day("formed_on")],
        read=lambda typed: {"local_code": typed.text("local_code"), "formed_on": typed.day("formed_on")},
        write=partial(actions.correct_household, household=found.household), places={"on": "formed_on"},
    )  # fmt: skip


def _address(request: OfficeRequest, pk: int) -> tuple[frozenset[Permission], Correction]:
    row, found = address_row(request.user, pk)
    return found.rights, Correction(
        row=row, title=_("Đính chính địa chỉ"), **_on_household(found),
        help=_("Chỉ sửa điều đã ghi sai. Hộ dời đi chỗ khác thì ghi “Đổi chỗ ở trong xã”."),
        fields=[
            Field("village_id", LABELS["village_id"], options=_villages(request, row, found)),
            Field("line", LABELS["line"]),
        ],
        read=lambda typed: {"village_id": whole(typed.text("village_id")) or 0, "line": typed.text("line")},
        write=partial(actions.correct_address, address=row), places={"village": "village_id"},
    )  # fmt: skip


def _villages(request: OfficeRequest, row: Address, found: HouseholdRow) -> list[tuple[str, str]]:
    """Villages of the commune on the day the address began; the one it names, whatever it was."""
    there = villages_in(request.user, found.commune, row.valid_from, Permission.EDIT_HOUSEHOLD) if found.commune else []
    named = {each.pk: each.name for each in there} | {row.village_id: row.village.name}
    return [(str(pk), name) for pk, name in named.items()]


def _membership(request: OfficeRequest, pk: int) -> tuple[frozenset[Permission], Correction]:
    row, found = membership_row(request.user, pk)
    person = row.person
    on_person = may_see(request.user, person)  # who lives elsewhere now has no page here
    unknown = row.relation == "unknown"
    fields = [Field("relation", LABELS["relation"], options=relations()), _day("valid_from")]
    if row.valid_to is not None:
        fields.append(Field("left_to", LABELS["left_to"]))
    return found.rights, Correction(
        row=row, title=_("Đính chính thành viên hộ"), **(_on_person(person) if on_person else _on_household(found)),
        help=_("%(name)s trong hộ %(household)s. Chủ hộ thay đổi thì ghi “Đổi chủ hộ”, không đính chính ở đây.")
        % {"name": person.full_name, "household": found.household},
        fields=fields, read=partial(_read_membership, row), reason=_("bổ sung quan hệ với chủ hộ") if unknown else "",
        write=partial(actions.correct_membership, membership=row), places={"on": "valid_from"},
    )  # fmt: skip


def _read_membership(row: Membership, typed: Typed) -> dict[str, Any]:
    values: dict[str, Any] = {
        "relation": relation_or_unknown(typed.text("relation")), "valid_from": typed.day("valid_from"),
    }  # fmt: skip
    return values if row.valid_to is None else {**values, "left_to": typed.text("left_to")}


def _circumstance(request: OfficeRequest, pk: int) -> tuple[frozenset[Permission], Correction]:
    row, rights = circumstance_row(request.user, pk)
    person = row.person
    return rights, Correction(
        row=row, title=_("Đính chính hoàn cảnh"), **_on_person(person),
        help=_("Chỉ sửa điều đã ghi sai. Hoàn cảnh đã hết thì bấm “Ghi kết thúc”."),
        fields=[
            Field("kind", LABELS["kind"], options=CircumstanceKind.choices), detail_field(), _day("valid_from"),
            Field("valid_to", LABELS["valid_to"], _("Để trống nếu vẫn còn."), most=10),
        ],
        read=_read_circumstance, write=partial(actions.correct_circumstance, circumstance=row),
        places={"on": "valid_from"},
    )  # fmt: skip


def _read_circumstance(typed: Typed) -> dict[str, Any]:
    kind = typed.text("kind")
    return {
        "kind": kind if kind in CircumstanceKind.values else CircumstanceKind.DISABILITY,
        "detail": typed.text("detail"), "valid_from": typed.day("valid_from"),
        "valid_to": typed.day("valid_to") if typed.text("valid_to") else None,
    }  # fmt: skip


def detail_field() -> Field:
    """The degree or the category, in the words of the paper."""
    return Field(
        "detail", LABELS["detail"], _("Ghi đúng chữ trên giấy xác nhận hoặc quyết định; chưa có thì để trống.")
    )


def _day(name: str) -> Field:
    return Field(name, LABELS[name], _("Ví dụ 01/09/2026 hoặc 1/9."), most=10)


def _on_household(found: HouseholdRow) -> dict[str, Any]:
    back = reverse("office:household", args=[found.household.pk])
    return {"trail": _("Hộ %(code)s") % {"code": found.household}, "back": back}


def _on_person(person: Person) -> dict[str, Any]:
    return {"trail": person.full_name, "back": reverse("office:person", args=[person.pk])}


Made = Callable[[OfficeRequest, int], tuple[frozenset[Permission], Correction]]
_KINDS: dict[str, Made] = {
    "ho": _household, "dia-chi": _address, "thanh-vien": _membership, "hoan-canh": _circumstance,
}  # fmt: skip
