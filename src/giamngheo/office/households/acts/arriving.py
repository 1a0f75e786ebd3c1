"""Somebody comes to live in the household: new to the register, or back in it. Who left is searched for and picked, and
a new person who may be one of those who left is asked about before anything is written."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.households import actions
from giamngheo.households.actions import Done
from giamngheo.households.queries.returning import Returning, perhaps_returned, returning, returning_person
from giamngheo.households.values import Member, PersonValues
from giamngheo.office.households.acting import Act, Setting
from giamngheo.office.households.acts.choosing import values
from giamngheo.office.households.fields import Field, Typed, day_and_reason, person_fields, relation_or_unknown
from giamngheo.office.households.problems import PERHAPS_RETURNED
from giamngheo.office.typed import whole

SOMEBODY_ELSE = "nguoi-khac"  # sent when the officer says that a namesake who left is another person


def _fields(setting: Setting) -> list[Field]:
    words, picked = setting.asked.get("tim", "").strip()[:100], _picked(setting)
    setting.more.update(
        words=words, picked=picked, found=returning(setting.by, words) if words else [],
        gone=picked is None and "nguoi" in setting.asked,
    )  # fmt: skip
    about = person_fields()
    if picked is not None:
        about = [each for each in about if each.name == "relation"]
    return [*about, *day_and_reason(_("Ngày chuyển đến"))]


def _picked(setting: Setting) -> Returning | None:
    key = whole(setting.asked.get("nguoi"))
    return returning_person(setting.by, key) if key is not None else None


def _write(setting: Setting, typed: Typed) -> Callable[[], Done]:
    picked: Returning | None = setting.more["picked"]
    relation, on = relation_or_unknown(typed.text("relation")), typed.day("on")
    person = picked.person if picked is not None else values(typed)
    if isinstance(person, PersonValues):
        _ask_whether_back(setting, typed, person)
    member = Member(person, relation)
    return lambda: actions.arrival(
        by=setting.by, household=setting.household, members=[member], on=on, reason=typed.text("reason")
    )


def _ask_whether_back(setting: Setting, typed: Typed, given: PersonValues) -> None:
    """Somebody without citizen id whose name and birth are those of somebody who left is picked, or said to be another;
    an id tells by itself."""
    if given.citizen_id or not given.full_name or typed.text(SOMEBODY_ELSE) == "1":
        return
    perhaps = perhaps_returned(setting.by, given.full_name, given.birth)
    if perhaps:
        setting.more["perhaps"] = perhaps
        typed.findings.append(("full_name", PERHAPS_RETURNED.at(name=given.full_name, count=len(perhaps))))


ARRIVAL = Act(
    "chuyen-den", gettext_lazy("Có người chuyển đến"), gettext_lazy("Người vào ở cùng hộ này."), _fields, _write,
    "office/households/arrival.html",
)  # fmt: skip
