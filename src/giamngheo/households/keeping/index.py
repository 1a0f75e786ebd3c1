"""What search looks in, made anew for the people a change concerned. Prose: docs/algorithms/register.md, "Names"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from giamngheo.households.models import Address, Membership, Person, SearchEntry, SearchWord

BATCH = 2_000
_WORD = re.compile(r"\w+")
_WORDS = 160  # characters that the column holds


def words_of(person: Person) -> list[str]:
    """The words under which a person is found: of the bare name, # and the last four of the id, @ and the phone."""
    words = _WORD.findall(person.bare_name)
    if person.citizen_id:
        words.append(f"#{person.citizen_id[-4:]}")
    if person.phone:
        words.append(f"@{person.phone}")
    return words


def entry_words(own: Iterable[str]) -> str:
    """The words of a person as an entry keeps them."""
    return (" " + " ".join(own))[:_WORDS]


def enter(people: Iterable[tuple[Person, int]]) -> None:
    """Index people whom the index does not hold: person, village."""
    entries, words = [], []
    for person, village_id in people:
        own = words_of(person)
        entries.append(
            SearchEntry(person=person, village_id=village_id, sort_key=person.sort_key, words=entry_words(own))
        )  # fmt: skip
        words += [SearchWord(word=word, person=person) for word in dict.fromkeys(own)]
    SearchEntry.objects.bulk_create(entries, batch_size=BATCH)
    SearchWord.objects.bulk_create(words, batch_size=BATCH)


def forget(ids: Iterable[int]) -> None:
    """Take people out of the index."""
    gone = list(ids)
    SearchEntry.objects.filter(person__in=gone).delete()
    SearchWord.objects.filter(person__in=gone).delete()


def refresh(ids: Iterable[int]) -> None:
    """Index people anew from the register as it stands; somebody without any household is not in the index."""
    wanted = sorted(set(ids))
    for at in range(0, len(wanted), BATCH):
        some = wanted[at : at + BATCH]
        forget(some)
        villages = _villages(some)
        enter((person, villages[person.pk]) for person in Person.objects.filter(pk__in=villages).order_by("pk"))


def _villages(people: list[int]) -> dict[int, int]:
    """Person → the village where their last household lived when they were last in it."""
    last = {row.person_id: row for row in Membership.objects.filter(person__in=people).order_by("valid_from", "pk")}
    addresses = defaultdict(list)
    for address in Address.objects.filter(household__in={row.household_id for row in last.values()}):
        addresses[address.household_id].append(address)
    found = {}
    for person, row in last.items():
        until = row.valid_to or date.max
        known = [each for each in addresses[row.household_id] if each.valid_from <= until] or addresses[
            row.household_id
        ]
        if known:
            found[person] = max(known, key=lambda each: each.valid_from).village_id
    return found
