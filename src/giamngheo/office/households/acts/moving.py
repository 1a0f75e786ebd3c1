"""Departure, a move within the commune."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.households import actions
from giamngheo.households.actions import Done
from giamngheo.households.models import DEPARTURES
from giamngheo.households.values import Place
from giamngheo.office.households.acting import Act, Setting
from giamngheo.office.households.acts.choosing import chosen, member_fields, villages_of
from giamngheo.office.households.fields import Field, Typed, day_and_reason
from giamngheo.office.typed import whole


def _departure_fields(setting: Setting) -> list[Field]:
    return [
        *member_fields(setting, [("", _("ở lại")), ("di", _("chuyển đi"))]),
        Field("left_as", _("Chuyển đi đâu"), options=[(each.value, each.label) for each in DEPARTURES]),
        Field("left_to", _("Nơi đến, như người dân nói"), _("Chưa biết thì để trống.")),
        *day_and_reason(_("Không còn ở đây từ ngày")),
    ]


def _departure(setting: Setting, typed: Typed) -> Callable[[], Done]:
    people, on = list(chosen(setting, typed)), typed.day("on")
    return lambda: actions.departure(
        by=setting.by, household=setting.household, people=people, on=on, left_as=typed.text("left_as"),
        left_to=typed.text("left_to"), reason=typed.text("reason"),
    )  # fmt: skip


def _move_fields(setting: Setting) -> list[Field]:
    address = setting.page.here.address
    return [
        Field("village", _("Thôn"), options=villages_of(setting), value=str(address.village_id)),
        Field("line", _("Địa chỉ mới (số nhà, xóm)")),
        *day_and_reason(_("Ở chỗ mới từ ngày")),
    ]


def _move(setting: Setting, typed: Typed) -> Callable[[], Done]:
    place, on = Place(whole(typed.text("village")) or 0, typed.text("line")), typed.day("on")
    return lambda: actions.move_within(
        by=setting.by, household=setting.household, place=place, on=on, reason=typed.text("reason")
    )


DEPARTURE = Act(
    "chuyen-di", gettext_lazy("Có người chuyển đi"), gettext_lazy("Cả hộ cùng đi thì hộ kết thúc."),
    _departure_fields, _departure,
)  # fmt: skip
MOVE = Act(
    "doi-cho-o", gettext_lazy("Đổi chỗ ở trong xã"), gettext_lazy("Cả hộ dời sang chỗ khác trong xã."),
    _move_fields, _move,
)  # fmt: skip
