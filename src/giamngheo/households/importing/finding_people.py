"""Who a row of a table is about: by citizen id, by code and name, by village and name. docs/algorithms/tables.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import bare
from giamngheo.households.lists import tables_problems as p
from giamngheo.households.lists.villages import Villages
from giamngheo.households.models import Address, Household, Membership, Person, Relation

NAMED = 8  # members or places that a finding names


class Found(NamedTuple):
    """Somebody of a household; both None where a finding says why."""

    household: Household | None
    person: Person | None
    findings: Sequence[Finding] = ()


class Living(NamedTuple):
    """A household, where it lives, and its members, the head first."""

    address: Address
    members: Sequence[Membership]

    @property
    def label(self) -> str:
        home = self.address.household
        return home.local_code or (self.members[0].person.full_name if self.members else f"#{home.pk}")


class People:
    """Everybody living somewhere on a day. Made from addresses (with household and village) and memberships (with
    person); asks the database nothing itself."""

    def __init__(self, day: date, addresses: Iterable[Address], members: Iterable[Membership]) -> None:
        self.day = day
        own: dict[int, list[Membership]] = defaultdict(list)
        for each in members:
            own[each.household_id].append(each)
        head_first = {home: sorted(rows, key=lambda one: one.relation != Relation.HEAD) for home, rows in own.items()}
        self.homes = {each.household_id: Living(each, head_first.get(each.household_id, [])) for each in addresses}
        self._codes: dict[str, list[Living]] = defaultdict(list)
        self._ids: dict[str, tuple[Living, Person]] = {}
        self._names: dict[tuple[str, int], list[tuple[Living, Person]]] = defaultdict(list)
        for living in self.homes.values():
            if code := living.address.household.local_code:
                self._codes[bare(code)].append(living)
            for each in living.members:
                person = each.person
                self._names[person.bare_name, living.address.village_id].append((living, person))
                if person.citizen_id:
                    self._ids[person.citizen_id] = (living, person)
        self._villages = Villages({(one.address.village_id, one.address.village.name) for one in self.homes.values()})

    def find(self, line: int, name: str, number: str, code: str, village: str) -> Found:
        """Somebody called `name`, with that citizen id, code of household, village; each blank where not told."""
        if number:
            return self._by_id(line, name, number, code)
        if code:
            return self._by_code(line, name, code)
        return self._by_village(line, name, village)

    def member(self, line: int, household: int, name: str) -> Found:
        """Somebody called `name` of a household that was found."""
        living = self.homes[household]
        same = [each.person for each in living.members if each.person.bare_name == bare(name)]
        if len(same) == 1:
            return Found(living.address.household, same[0])
        if same:
            return self._none(p.NAMESAKES.at(line, name=name, where=living.label))
        listed = ", ".join(each.person.full_name for each in living.members[:NAMED])
        values: dict[str, Any] = {
            "day": format_date(self.day),
            "household": living.label,
            "name": name,
            "members": listed,
        }
        return self._none(p.NOT_MEMBER.at(line, **values))

    def _by_id(self, line: int, name: str, number: str, code: str) -> Found:
        if number not in self._ids:
            return self._none(p.ID_UNKNOWN.at(line, day=format_date(self.day)))
        living, person = self._ids[number]
        if name and person.bare_name != bare(name):
            return self._none(p.ID_NAME.at(line, known=person.full_name, name=name))
        home = living.address.household
        if code and bare(code) != bare(home.local_code):
            return self._none(p.ID_HOME.at(line, name=person.full_name, known=living.label, code=code))
        return Found(home, person)

    def _by_code(self, line: int, name: str, code: str) -> Found:
        homes = self._codes.get(bare(code), [])
        if not homes:
            return self._none(p.CODE_UNKNOWN.at(line, day=format_date(self.day), code=code))
        if len(homes) > 1:
            return self._none(p.CODE_TWICE.at(line, code=code))
        return self.member(line, homes[0].address.household_id, name)

    def _by_village(self, line: int, name: str, village: str) -> Found:
        places = self._villages.find(village) if village else ()
        same = [one for place in places for one in self._names.get((bare(name), place), [])]
        if len(same) == 1:
            living, person = same[0]
            named: dict[str, Any] = {
                "name": person.full_name,
                "village": living.address.village.name,
                "household": living.label,
            }
            return Found(living.address.household, person, [p.BY_NAME.at(line, **named)])
        if same:
            listed = ", ".join(living.label for living, _person in same[:NAMED])
            return self._none(p.NAMESAKES.at(line, name=name, where=listed))
        return self._none(p.NOBODY.at(line, name=name))

    @staticmethod
    def _none(finding: Finding) -> Found:
        return Found(None, None, [finding])
