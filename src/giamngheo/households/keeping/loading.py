"""Many new households at once: everything that can be made before is made before, so that the transaction that writes
them is short. On SQLite every other writer waits while it lasts.

`prepared` makes the values of all rows, with numbers of their own for households and people (their place in the list);
`written` gives them keys and writes them, table by table, in pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection, models

from giamngheo.households.births import member_since
from giamngheo.households.keeping.index import entry_words, words_of
from giamngheo.households.keeping.people import built
from giamngheo.households.models import (
    Address,
    Change,
    Circumstance,
    Household,
    Membership,
    Person,
    Relation,
    SearchEntry,
    SearchWord,
)
from giamngheo.households.values import HouseholdRow, PersonValues

PIECE = 4_000  # rows written between two looks at whether somebody asked to stop
Said = Callable[[float], None]
Held = tuple[int, str, str]  # which member of the household, kind of circumstance, its detail

# What `prepared` tells of each row; every other column has its model's default.
_HOUSEHOLD = ("local_code", "formed_on")
_ADDRESS = ("household_id", "village_id", "line", "latitude", "longitude", "valid_from")
_PERSON = (
    "full_name", "folded_name", "bare_name", "surname", "middle_name", "given_name", "sort_key", "sex", "birth",
    "ethnic_group", "citizen_id", "phone",
)  # fmt: skip
_MEMBERSHIP = ("household_id", "person_id", "relation", "valid_from")
_ENTRY = ("person_id", "village_id", "sort_key", "words")
_WORD = ("word", "person_id")
_CIRCUMSTANCE = ("person_id", "kind", "detail", "valid_from")


class Load(NamedTuple):
    """Rows by table, in the order of the columns above. Households and people are called by their place in the list,
    counted from 0."""

    households: list[tuple[Any, ...]]
    addresses: list[tuple[Any, ...]]
    people: list[tuple[Any, ...]]
    memberships: list[tuple[Any, ...]]
    entries: list[tuple[Any, ...]]
    words: list[tuple[Any, ...]]
    circumstances: list[tuple[Any, ...]]

    @property
    def villages(self) -> set[int]:
        return {row[1] for row in self.addresses}


def prepared(rows: Iterable[HouseholdRow], circumstances: Iterable[Sequence[Held]] = ()) -> Load:
    """The rows of new households with new people, values validated (`keeping.people.cleaned`). `circumstances`: of each
    household, in their order."""
    load = Load([], [], [], [], [], [], [])
    told = iter(circumstances)
    for home, row in enumerate(rows):
        place, formed = row.place, _day(row.formed_on)
        load.households.append((row.local_code, formed))
        degrees = (_degrees(place.latitude), _degrees(place.longitude))
        load.addresses.append((home, place.village_id, place.line, *degrees, formed))
        first = len(load.people)
        for member in row.members:
            if isinstance(member.person, PersonValues):
                since = member.since or member_since(row.formed_on, member.person.birth)
                _person(load, home, place.village_id, member.person, Relation(member.relation).value, since)
        for at, kind, detail in next(told, ()):
            load.circumstances.append((first + at, str(kind), detail, load.memberships[first + at][3]))
    return load


def _person(load: Load, home: int, village: int, values: PersonValues, relation: str, since: date) -> None:
    person, number = built(values, None), len(load.people)
    load.people.append(tuple(getattr(person, name) for name in _PERSON))
    load.memberships.append((home, number, relation, _day(since)))
    own = words_of(person)
    load.entries.append((number, village, person.sort_key, entry_words(own)))
    load.words.extend((word, number) for word in dict.fromkeys(own))


def written(
    load: Load, change: Change, villages: Mapping[int, int] | None = None, said: Said = lambda part: None
) -> tuple[Sequence[int], Sequence[int]]:
    """Write the rows, signed by the change; keys of the households and of the people, in order. `villages`: what keys
    stand for that were not known before. `said` hears the part written (0 to 1)."""
    homes, people = _keys(Household, len(load.households)), _keys(Person, len(load.people))
    where = villages or {}
    signed = {"changed_in_id": change.pk}
    tables: list[tuple[type[models.Model], tuple[str, ...], Iterable[tuple[Any, ...]], Mapping[str, Any]]] = [
        (
            Household,
            ("id", *_HOUSEHOLD),
            ((key, *row) for key, row in zip(homes, load.households, strict=True)),
            signed,
        ),
        (Address, _ADDRESS, ((homes[row[0]], where.get(row[1], row[1]), *row[2:]) for row in load.addresses), signed),
        (Person, ("id", *_PERSON), ((key, *row) for key, row in zip(people, load.people, strict=True)), signed),
        (Membership, _MEMBERSHIP, ((homes[row[0]], people[row[1]], *row[2:]) for row in load.memberships), signed),
        (SearchEntry, _ENTRY, ((people[row[0]], where.get(row[1], row[1]), *row[2:]) for row in load.entries), {}),
        (SearchWord, _WORD, ((row[0], people[row[1]]) for row in load.words), {}),
        (Circumstance, _CIRCUMSTANCE, ((people[row[0]], *row[1:]) for row in load.circumstances), signed),
    ]
    everything, done = sum(len(rows) for rows in load) or 1, 0
    for model, names, rows, more in tables:
        for piece in _pieces(rows):
            said(done / everything)
            _insert(model, names, piece, more)
            done += len(piece)
    said(1.0)
    return homes, people


def _insert(
    model: type[models.Model], names: tuple[str, ...], rows: Sequence[tuple[Any, ...]], more: Mapping[str, Any]
) -> None:
    """Rows with these columns; what they do not tell has the model's default."""
    given = set(names) | more.keys()
    rest = {
        str(field.column): field.get_db_prep_save(field.get_default(), connection)
        for field in model._meta.concrete_fields
        if field.attname not in given and not isinstance(field, models.AutoField)
    }
    column_of = {field.attname: str(field.column) for field in model._meta.concrete_fields}
    columns = [column_of[name] for name in (*names, *more)] + list(rest)
    constant = (*more.values(), *rest.values())
    table = connection.ops.quote_name(model._meta.db_table)
    quoted = ", ".join(connection.ops.quote_name(name) for name in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # COPY passes by Django's own wrapping of what the database refuses.
            with connection.wrap_database_errors, cursor.copy(f"COPY {table} ({quoted}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row((*row, *constant))
        else:
            marks = ", ".join(["%s"] * len(columns))
            statement = f"INSERT INTO {table} ({quoted}) VALUES ({marks})"  # noqa: S608 own names
            cursor.executemany(statement, [(*row, *constant) for row in rows])


def _keys(model: type[models.Model], count: int) -> Sequence[int]:
    """So many keys that nobody else gets. On SQLite the transaction is alone, so the next ones are free."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            wanted = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(wanted, [table, count])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()
    first = (last[0] if last else 0) + 1
    return range(first, first + count)


def _pieces(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    waiting = iter(rows)
    while piece := list(islice(waiting, PIECE)):
        yield piece


def _day(day: date) -> Any:
    return connection.ops.adapt_datefield_value(day)


def _degrees(value: Any) -> Any:
    return None if value is None else connection.ops.adapt_decimalfield_value(value, 9, 6)
