"""Birth and death."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.households import actions
from giamngheo.households.actions import Done
from giamngheo.households.problems import NOBODY
from giamngheo.office.households.acting import Act, Setting
from giamngheo.office.households.acts.choosing import member_named, values
from giamngheo.office.households.fields import Field, Typed, day_and_reason, person_fields, relation_or_unknown


def _birth_fields(_setting: Setting) -> list[Field]:
    fields = person_fields(birth=False)
    next(each for each in fields if each.name == "relation").value = "child"
    return [*fields, *day_and_reason(_("Ngày sinh"))]


def _birth(setting: Setting, typed: Typed) -> Callable[[], Done]:
    newborn, on, relation = values(typed, birth=False), typed.day("on"), relation_or_unknown(typed.text("relation"))
    return lambda: actions.birth(
        by=setting.by, household=setting.household, on=on, newborn=newborn, relation=relation,
        reason=typed.text("reason"),
    )  # fmt: skip


def _death_fields(setting: Setting) -> list[Field]:
    people = [(str(row.person_id), row.person.full_name) for row in setting.page.here.members]
    return [Field("who", _("Người mất"), options=[("", "–"), *people]), *day_and_reason(_("Ngày mất"))]


def _death(setting: Setting, typed: Typed) -> Callable[[], Done]:
    who, on = member_named(setting, typed, "who"), typed.day("on")
    if who is None:
        typed.findings.append(("who", NOBODY.at()))
    return lambda: actions.death(by=setting.by, person=who, on=on, reason=typed.text("reason"))  # type: ignore[arg-type]


BIRTH = Act(
    "sinh", gettext_lazy("Sinh con"), gettext_lazy("Trẻ là thành viên của hộ từ ngày sinh."), _birth_fields, _birth
)
DEATH = Act(
    "mat", gettext_lazy("Có người mất"),
    gettext_lazy("Nếu là chủ hộ thì hộ chưa có chủ hộ cho đến khi ghi đổi chủ hộ."), _death_fields, _death,
)  # fmt: skip
