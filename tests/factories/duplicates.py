"""Made-up people of whom some are entered twice, with the mistakes lists have; and people alike who are not one.

SYNTHETIC: nobody exists. `planted(people, seed)` is the same for the same numbers. The mistakes are those people make
in lists (accents lost, a middle name left out, day and month exchanged ...); how often real lists do, nobody measured.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from random import Random
from typing import NamedTuple

from giamngheo.foundation.text import bare
from giamngheo.households.births import is_birth
from giamngheo.households.demonstration import invented_household
from giamngheo.households.duplicates.records import Record, birth_of, name_of
from giamngheo.households.values import HouseholdRow, Member, PersonValues, Place

VILLAGES = 20
TWICE = 0.03  # people of whom there is a second entry
WHOLE = 0.15  # of these, entered again with their whole household
SAME_HOUSEHOLD, SAME_VILLAGE = 0.25, 0.8  # where a second entry stands: below the first, below the second, elsewhere
TWINS, NAMESAKES = 0.02, 0.01  # households with twins; with a child named like the head


class Planted(NamedTuple):
    """`rows`: households whose `place.village_id` counts villages from 0. `pairs`: people entered twice, as positions
    in the order of rows and members, the lower one first → what was done to the second."""

    rows: list[HouseholdRow]
    pairs: dict[tuple[int, int], tuple[str, ...]]


def planted(people: int, seed: int) -> Planted:
    """About so many people, of whom TWICE have a second entry."""
    from datetime import date, timedelta

    random, numbers = Random(f"duplicates {seed}"), count(1)
    serials = _serials(random)
    rows: list[HouseholdRow] = []
    held = 0
    while held < people:
        formed_on = date(2010, 1, 1) + timedelta(days=random.randrange(15 * 365))
        row = invented_household(random, random.randrange(VILLAGES), formed_on, f"T{len(rows) + 1:06}", numbers)
        row = _alike(random, replace(row, members=tuple(_numbered(each, serials) for each in row.members)))
        rows.append(row)
        held += len(row.members)
    return _twice(random, rows)


def records(found: Planted) -> list[Record]:
    """The people as the engine sees them; keys are positions."""
    told, key = [], 0
    for household, row in enumerate(found.rows):
        heads = [bare(each.person.full_name) for each in row.members if each.relation == "head"]
        for member in row.members:
            one = member.person
            told.append(
                Record(key, name_of(one.full_name), one.sex or None, birth_of(one.birth), one.citizen_id or None,
                       row.place.village_id, household, None if member.relation == "head" else next(iter(heads), None))
            )  # fmt: skip
            key += 1
    return told


def _serials(random: Random) -> Iterator[str]:
    """Six random digits, as the ends of citizen ids are, none twice."""
    while True:
        block = [f"{number:06}" for number in range(1_000_000)]
        random.shuffle(block)
        yield from block


def _numbered(member: Member, serials: Iterator[str]) -> Member:
    one = member.person
    number = one.citizen_id and one.citizen_id[:6] + next(serials)
    return replace(member, person=replace(one, citizen_id=number))


def _alike(random: Random, row: HouseholdRow) -> HouseholdRow:
    """Twins, and a child who bears the head's name: alike, and two people."""
    members = list(row.members)
    children = [at for at, each in enumerate(members) if each.relation == "child"]
    if len(children) >= 2 and random.random() < TWINS * 3:
        first, second = (members[at].person for at in children[:2])
        words = first.full_name.split()
        given = random.choice([_tone(random, words[-1]), second.full_name.split()[-1]])
        given = given if given != words[-1] else f"{given}h"
        twin = replace(
            second, birth=first.birth, sex=first.sex, full_name=" ".join([*words[:-1], given]),
            citizen_id=second.citizen_id and first.citizen_id and first.citizen_id[:6] + second.citizen_id[6:],
        )  # fmt: skip
        members[children[1]] = replace(members[children[1]], person=twin)
    if children and random.random() < NAMESAKES * 2:
        at = children[0]
        members[at] = replace(members[at], person=replace(members[at].person, full_name=members[0].person.full_name))
    return replace(row, members=tuple(members))


def _twice(random: Random, rows: list[HouseholdRow]) -> Planted:
    """Second entries put among the first."""
    people = [(home, at) for home, row in enumerate(rows) for at in range(len(row.members))]
    wanted = int(len(people) * TWICE)
    members = [list(row.members) for row in rows]
    by_village: dict[int, list[int]] = {}
    for home, row in enumerate(rows):
        by_village.setdefault(row.place.village_id, []).append(home)
    new: list[HouseholdRow] = []
    done: list[tuple[tuple[int, int], tuple[int, int], tuple[str, ...]]] = []
    taken: set[tuple[int, int]] = set()
    while len(done) < wanted:
        home, at = random.choice(people)
        if (home, at) in taken:
            continue
        if random.random() < WHOLE / 3:
            copies = []
            for position in range(len(rows[home].members)):
                if (home, position) not in taken:
                    taken.add((home, position))
                    copy, told = mistaken(random, members[home], position)
                    done.append(((home, position), (len(rows) + len(new), len(copies)), told))
                    copies.append(replace(copy, relation="head" if not copies else "other_kin"))
            new.append(replace(rows[home], members=tuple(copies), local_code=f"L{len(new) + 1:06}"))
            continue
        taken.add((home, at))
        where = random.random()
        village = rows[home].place.village_id
        if where < SAME_HOUSEHOLD:
            target = home
        elif where < SAME_VILLAGE:
            target = random.choice(by_village[village])
        else:
            target = random.randrange(len(rows))
        copy, told = mistaken(random, members[home], at)
        if rows[target].place.village_id != village:
            told = (*told, "another village")
        members[target].append(replace(copy, relation="other_kin"))
        done.append(((home, at), (target, len(members[target]) - 1), told))
    return _placed([*(replace(row, members=tuple(each)) for row, each in zip(rows, members, strict=True)), *new], done)


def _placed(rows: list[HouseholdRow], done: list) -> Planted:
    starts, total = [], 0
    for row in rows:
        starts.append(total)
        total += len(row.members)
    pairs = {}
    for (home, at), (other, there), told in done:
        first, second = sorted((starts[home] + at, starts[other] + there))
        pairs[first, second] = told
    return Planted(rows, pairs)


def mistaken(random: Random, members: list[Member], at: int) -> tuple[Member, tuple[str, ...]]:
    """A second entry of a member with one to three mistakes. Two living people never bear one citizen id, so of two
    entries one at most has the right one."""
    member = members[at]
    one, told = member.person, []
    for _ in range(random.choices((1, 2, 3), (55, 33, 12))[0]):
        name, change = random.choices(_MISTAKES, [weight for weight, _, _ in _WEIGHED])[0]
        changed = change(random, one)
        if changed is not None and name not in told:
            one = changed
            told.append(name)
    one, number = _number(random, one, members, at)
    return replace(member, person=one), (*told, number)


def _number(random: Random, one: PersonValues, members: list[Member], at: int) -> tuple[PersonValues, str]:
    if not one.citizen_id:
        return one, "no id"
    draw = random.random()
    if draw < 0.55:
        return replace(one, citizen_id=""), "id left out"
    if draw < 0.70:  # the first entry, an older one, has none
        members[at] = replace(members[at], person=replace(members[at].person, citizen_id=""))
        return one, "id left out"
    digits = list(one.citizen_id)
    if draw < 0.83:
        place = random.randrange(len(digits))
        digits[place] = str((int(digits[place]) + random.randint(1, 9)) % 10)
        return replace(one, citizen_id="".join(digits)), "id digit"
    if draw < 0.93:
        places = [at for at in range(len(digits) - 1) if digits[at] != digits[at + 1]]
        place = random.choice(places)
        digits[place], digits[place + 1] = digits[place + 1], digits[place]
        return replace(one, citizen_id="".join(digits)), "id transposed"
    if draw < 0.97:
        return replace(one, citizen_id=f"{random.randrange(10**9):09}"), "old card"
    return replace(one, citizen_id=one.citizen_id[:6] + f"{random.randrange(10**6):06}"), "another id"


def _unaccented(random: Random, one: PersonValues) -> PersonValues | None:
    plain = " ".join(word.capitalize() for word in bare(one.full_name).split())
    return replace(one, full_name=plain) if plain != one.full_name else None


def _tone(random: Random, word: str) -> str:
    """The word with another tone, or none."""
    import unicodedata

    letters = [each for each in unicodedata.normalize("NFD", word) if each not in "\u0300\u0301\u0303\u0309\u0323"]
    vowels = [at for at, each in enumerate(letters) if each.lower() in "aeiouy"]
    if vowels and (mark := random.choice(["", "\u0300", "\u0301", "\u0309", "\u0323"])):
        at = random.choice(vowels) + 1
        while at < len(letters) and unicodedata.combining(letters[at]):
            at += 1
        letters.insert(at, mark)
    return unicodedata.normalize("NFC", "".join(letters))


def _other_tone(random: Random, one: PersonValues) -> PersonValues | None:
    words = one.full_name.split()
    at = random.randrange(len(words))
    words[at] = _tone(random, words[at])
    return replace(one, full_name=" ".join(words)) if " ".join(words) != one.full_name else None


def _tone_placement(random: Random, one: PersonValues) -> PersonValues | None:
    pairs = (("òa", "oà"), ("óa", "oá"), ("ọa", "oạ"), ("ủy", "uỷ"), ("úy", "uý"), ("ỏa", "oả"), ("ùy", "uỳ"))
    for new, old in pairs:
        if new in one.full_name:
            return replace(one, full_name=one.full_name.replace(new, old))
    return None


def _middle(random: Random, one: PersonValues) -> PersonValues | None:
    surname, *middle, given = one.full_name.split()
    if not middle:
        return None
    draw = random.random()
    if draw < 0.6:
        short = []
    elif draw < 0.8:
        short = [f"{word[0]}." for word in middle]
    else:
        short = middle[1:] if len(middle) > 1 else ["Thanh" if middle != ["Thanh"] else "Ngọc"]
    return replace(one, full_name=" ".join([surname, *short, given]))


def _married(random: Random, one: PersonValues) -> PersonValues | None:
    """A woman under her husband's surname."""
    if one.sex != "female":
        return None
    surname, *rest = one.full_name.split()
    other = random.choice([each for each in ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Bùi") if each != surname])
    return replace(one, full_name=" ".join([other, *rest]))


def _letter(random: Random, one: PersonValues) -> PersonValues | None:
    letters = list(one.full_name)
    at = random.choice([at for at, each in enumerate(letters) if each != " "][1:])
    draw = random.random()
    if draw < 0.4:
        del letters[at]
    elif draw < 0.7:
        letters.insert(at, letters[at])
    elif letters[at - 1] != " ":
        letters[at - 1], letters[at] = letters[at], letters[at - 1]
    changed = " ".join("".join(letters).split())
    return replace(one, full_name=changed) if changed != one.full_name else None


def _swapped(random: Random, one: PersonValues) -> PersonValues | None:
    if not one.birth or not one.birth % 10_000:
        return None
    year, month, day = one.birth // 10_000, one.birth // 100 % 100, one.birth % 100
    other = year * 10_000 + day * 100 + month
    return replace(one, birth=other) if day != month and is_birth(other) else None


def _year(random: Random, one: PersonValues) -> PersonValues | None:
    if not one.birth:
        return None
    other = one.birth + random.choice((-1, 1)) * 10_000
    return replace(one, birth=other) if is_birth(other) and other < 20_260_000 else None


def _year_only(random: Random, one: PersonValues) -> PersonValues | None:
    return replace(one, birth=one.birth // 10_000 * 10_000) if one.birth and one.birth % 10_000 else None


def _no_birth(random: Random, one: PersonValues) -> PersonValues | None:
    return replace(one, birth=None) if one.birth else None


def _digit(random: Random, one: PersonValues) -> PersonValues | None:
    """One digit of day or month typed wrongly."""
    if not one.birth or not one.birth % 10_000:
        return None
    other = one.birth + random.choice((-10, -1, 1, 10, 100, -100))
    return replace(one, birth=other) if is_birth(other) else None


def _no_sex(random: Random, one: PersonValues) -> PersonValues | None:
    return replace(one, sex="") if one.sex else None


Change = Callable[[Random, PersonValues], PersonValues | None]
_WEIGHED: tuple[tuple[int, str, Change], ...] = (
    (22, "accents lost", _unaccented),
    (8, "another tone", _other_tone),
    (6, "tone placement", _tone_placement),
    (12, "middle name", _middle),
    (4, "husband's surname", _married),
    (5, "a letter", _letter),
    (8, "day and month exchanged", _swapped),
    (8, "year off by one", _year),
    (12, "year only", _year_only),
    (4, "no birth", _no_birth),
    (5, "a digit of the birth", _digit),
    (3, "no sex", _no_sex),
)
_MISTAKES = [(name, change) for _, name, change in _WEIGHED]


def moved_to(rows: list[HouseholdRow], villages: list[int]) -> Iterator[HouseholdRow]:
    """The same households in real villages."""
    for row in rows:
        yield replace(row, place=Place(villages[row.place.village_id % len(villages)], row.place.line))
