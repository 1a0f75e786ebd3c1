"""People entered twice: what a search finds of planted second entries, what it costs, and how that grows.

The people are synthetic and so are their mistakes (tests/factories/duplicates.py: accents lost, middle names left out,
day and month exchanged, years off by one, digits of ids wrong or exchanged, births shortened to the year, other
villages, a husband's surname ...), one to three a second entry; twins and namesakes stand among them. How often real
lists make which mistake nobody has measured: the figures say what the search can do, not what a commune will see. The
weights were made from the same kinds of mistakes under another seed.

Against exact equality of the bare name and the birth, which is what a spreadsheet finds, over the same people in the
same run. A whole search is measured as an officer waits for it: reading the people, scoring, writing the pairs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.register_base import measured
from bench.result import Result

SMALL, LARGE = 20_000, 100_000
MISSED, WRONG, GROWTH, MEGABYTES = 0.5, 0.15, 1.5, 1_000
_PROGRAM = """
import resource
from collections import defaultdict
from dataclasses import replace
from giamngheo.households.actions import duplicates
from giamngheo.households.births import printed
from giamngheo.households.duplicates import jobs
from giamngheo.households.duplicates.searching import LIKELY, SHOWN, VERY_LIKELY
from giamngheo.households.models import DuplicatePair, DuplicateRun, Person
from tests.factories.duplicates import moved_to, planted

unit, villages = communes[0]
found, taken = planted(int(sys.argv[1]), 2026), set()

def lawful(member):
    '''Two living people never bear one id: a mistaken digit that hits another's is left out.'''
    number = member.person.citizen_id
    if number in taken:
        return replace(member, person=replace(member.person, citizen_id=""))
    taken.add(number) if number else None
    return member

rows = [replace(row, members=tuple(map(lawful, row.members))) for row in moved_to(found.rows, villages)]
change = actions.begin_import(by=None, unit=unit)
for at in range(0, len(rows), 500):
    actions.import_rows(by=None, change=change, rows=rows[at:at + 500])
people = list(Person.objects.order_by("pk").values_list("pk", "bare_name", "birth"))
truth = {(people[a][0], people[b][0]) for a, b in found.pairs}
run = duplicates.begin_search(by=None, unit=unit)
started, worked = time.perf_counter(), time.process_time()
jobs.work(run.pk)
took, worked = time.perf_counter() - started, time.process_time() - worked
run = DuplicateRun.objects.get(pk=run.pk)
if run.state != "done":
    sys.exit(f"{run.state}: {run.result}")
same = defaultdict(list)
for pk, name, birth in people:
    same[name, birth].append(pk)
exact = {(a, b) for each in same.values() for at, a in enumerate(each) for b in each[at + 1:]}

def told(pairs):
    right = len(pairs & truth)
    return {"pairs": len(pairs), "precision": right / max(len(pairs), 1), "recall": right / len(truth)}

levels = {name: told(set(DuplicatePair.objects.filter(probability__gte=least).values_list("first", "second")))
          for name, least in (("shown", SHOWN), ("likely", LIKELY), ("very likely", VERY_LIKELY))}
shown = set(DuplicatePair.objects.filter(probability__gte=SHOWN).values_list("first", "second"))
by_mistake = defaultdict(list)
for (a, b), mistakes in found.pairs.items():
    for each in mistakes:
        by_mistake[each].append((people[a][0], people[b][0]) in shown)
kinds = {name: [sum(hits), len(hits)] for name, hits in sorted(by_mistake.items())}
print(json.dumps({"kinds": kinds, "people": len(people), "twice": len(truth), "took": took, "worked": worked,
                  "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "exact": told(exact), **levels}))
"""


def run() -> Iterator[Result]:
    """What is missed and what is wrong, growth from SMALL to LARGE, memory; PostgreSQL for SMALL, where one answers."""
    small: dict[str, Any] = {}
    for vendor, told in measured(_PROGRAM, SMALL):
        small = small or told
        yield from _quality(f"duplicates {vendor} 20,000", told)
    _vendor, large = next(measured(_PROGRAM, LARGE))
    yield from _quality("duplicates SQLite 100,000", large)
    growth = (large["worked"] / large["people"]) / (small["worked"] / small["people"])
    yield Result(
        "duplicates growth",
        growth,
        GROWTH,
        "processor time a person at 100,000 against 20,000: pairs, not their square",
    )
    yield Result("duplicates memory", large["peak"] / MEGABYTES, 1, f"{large['peak']} MB of {MEGABYTES}, whole process")


def _quality(name: str, told: dict[str, Any]) -> Iterator[Result]:
    shown, exact = told["shown"], told["exact"]
    figures = "; ".join(
        f"{level}: precision {each['precision']:.3f}, recall {each['recall']:.3f}, {each['pairs']:,} pairs"
        for level, each in ((level, told[level]) for level in ("shown", "likely", "very likely", "exact"))
    )
    cost = f"{told['people']:,} people, {told['twice']:,} twice; {told['took']:.1f} s wall, {told['worked']:.1f} s CPU"
    kinds = "wrong pairs for each right one; found by mistake: " + ", ".join(
        f"{kind} {right / of:.2f}" for kind, (right, of) in told["kinds"].items()
    )
    yield Result(
        f"{name} missed",
        (1 - shown["recall"]) / (1 - exact["recall"]),
        MISSED,
        f"of what exact misses; {figures}; {cost}",
    )
    yield Result(f"{name} wrong", (1 - shown["precision"]) / shown["precision"], WRONG, kinds)
