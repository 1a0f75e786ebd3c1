"""Members and villages as choices."""

from __future__ import annotations

from giamngheo.households.models import Person
from giamngheo.households.values import PersonValues
from giamngheo.office.households.acting import Setting
from giamngheo.office.households.fields import Field, Options, Typed
from giamngheo.office.typed import whole


def member_fields(setting: Setting, options: Options, value: str = "") -> list[Field]:
    """A choice for every member, called by name and relation."""
    return [
        Field(
            f"n-{row.person_id}", f"{row.person.full_name} ({row.get_relation_display()})", options=options, value=value
        )
        for row in setting.page.here.members
    ]


def chosen(setting: Setting, typed: Typed) -> dict[Person, str]:
    """What was chosen for each member; nothing for whom nothing was."""
    answers = {row.person: typed.text(f"n-{row.person_id}") for row in setting.page.here.members}
    return {person: answer for person, answer in answers.items() if answer}


def member_named(setting: Setting, typed: Typed, name: str) -> Person | None:
    """The member whose number a field holds."""
    wanted = whole(typed.text(name))
    return next((row.person for row in setting.page.here.members if row.person_id == wanted), None)


def villages_of(setting: Setting) -> Options:
    """Villages of the commune."""
    return [(str(each.pk), each.name) for each in setting.villages]


def values(typed: Typed, prefix: str = "", *, birth: bool = True) -> PersonValues:
    """The person as typed."""
    return PersonValues(
        typed.text(f"{prefix}full_name"), typed.text(f"{prefix}sex"), typed.birth(f"{prefix}birth") if birth else None,
        typed.text(f"{prefix}ethnic_group"), typed.text(f"{prefix}citizen_id"),
    )  # fmt: skip
