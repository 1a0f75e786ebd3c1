"""Finding people by words, however they were typed. Prose: docs/algorithms/register.md, "Search"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.utils import timezone

from giamngheo.foundation.text import bare
from giamngheo.households.models import SearchEntry, SearchWord
from giamngheo.households.queries.villages import villages_seen

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

MOST = 50  # people that one search shows
MANY = 2_000  # people behind one word, from which on walking the list is quicker than looking each of them up
_FAR = "\uffff"  # after every letter a name has
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"(?<!\w)[\d.•*·-]*\d(?:[ .-]?\d)*(?!\w)")
Term = tuple[str, ...]  # beginnings of a word, one of which must be there


def search(user: User, typed: str, commune: Unit | None = None, limit: int = MOST) -> list[SearchEntry]:
    """People (with their village) in the order of lists: every word typed begins a word of the name.

    A group of digits is a citizen id (whole, or the last four), or the beginning of a telephone number.
    """
    terms, number = _terms(typed)
    if not terms:
        return []
    villages = list(villages_seen(user, timezone.localdate(), commune).values_list("village", flat=True))
    found = SearchEntry.objects.filter(village__in=villages)
    if number:
        found = found.filter(person__citizen_id=number)
    counts = {term: _count(term) for term in terms}
    rarest = min(terms, key=counts.__getitem__)
    if counts[rarest] == 0:
        return []
    if counts[rarest] <= MANY:
        others = _with(
            found.filter(person__in=_people(rarest).values("person")), [term for term in terms if term != rarest]
        )
        # Sorted here: a database asked for an order may walk the whole list instead of looking up these few.
        ordered = sorted(others.order_by().values_list("sort_key", "person"))[:limit]
        chosen = [person for _key, person in ordered]
    else:
        walk = _with(found, terms).order_by("sort_key", "person")
        chosen = list(walk.values_list("person", flat=True)[:limit])
    entries = SearchEntry.objects.select_related("person", "village").in_bulk(chosen)
    return [entries[person] for person in chosen]


def _terms(typed: str) -> tuple[list[Term], str]:
    """What must be there, and a whole citizen id if one was typed."""
    terms: list[Term] = []
    number = ""
    for group in _DIGITS.findall(typed):
        digits = re.sub(r"\D", "", group)
        if len(digits) in (9, 12):
            number = digits
            terms.append((f"#{digits[-4:]}",))
        else:
            terms.append((f"#{digits}", f"@{digits}") if len(digits) == 4 else (f"@{digits}",))
    words = _WORD.findall(bare(_DIGITS.sub(" ", typed)))
    return list(dict.fromkeys([*terms, *((word,) for word in words)])), number


def _people(term: Term) -> QuerySet[SearchWord]:
    begins = Q()
    for part in term:
        begins |= Q(word__gte=part, word__lt=part + _FAR)
    return SearchWord.objects.filter(begins).order_by()


def _count(term: Term) -> int:
    """People behind a word; counted no further than just beyond MANY."""
    return _people(term)[: MANY + 1].count()


def _with(entries: QuerySet[SearchEntry], terms: list[Term]) -> QuerySet[SearchEntry]:
    for term in terms:
        begins = Q()
        for part in term:
            begins |= Q(words__contains=f" {part}")
        entries = entries.filter(begins)
    return entries
