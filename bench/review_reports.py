"""All the reports of a commune of 5,000 households, against a plain full read of the rows they are counted from.

Both in one process, warm, in turns; processor time, ours alone on SQLite and with the server's on PostgreSQL. The plain
read fetches every column of every row of the commune's households, addresses, memberships, people, classes, decisions'
items and assessments as tuples and does nothing with them: what any report of the whole commune has to move at least.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.register_base import measured
from bench.result import Result

HOUSEHOLDS, LIMIT = 5_000, 4
_PROGRAM = """
import os
from datetime import datetime, timezone as zones
from pathlib import Path
from giamngheo.documents.models import Document
from giamngheo.households.models import Address, Circumstance, Household, Membership, Person
from giamngheo.review.models import Assessment, CommitteeMember, Decision, DecisionItem, HouseholdClass, ReviewCase
from giamngheo.review.models import ReviewRound
from giamngheo.review.queries.reports import whole_set
from giamngheo.review.reports.gathering import Asked
from giamngheo.review.reports.workbook import Heading, workbook

def cpu():
    from django.db import connection
    if connection.vendor != "postgresql":
        return time.process_time()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        fields = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text().rpartition(")")[2].split()
    return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

wanted, random = int(sys.argv[1]), Random(1)
unit, villages = communes[0]
by = officer("bench", unit)
change = actions.begin_import(by=None, unit=unit)
rows = households(villages, random)
for part in range(0, wanted, 500):
    actions.import_rows(by=None, change=change, rows=[next(rows) for _ in range(min(500, wanted - part))])
homes = list(Household.objects.order_by("pk"))
made = ReviewRound.objects.create(kind="annual", unit=unit, year=2026, standard="vn-2022.1", judged_on=date(2026, 9, 7),
                                  starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 14))
CommitteeMember.objects.create(round=made, role="head", name="X")
members = {}
for row in Membership.objects.values_list("household_id", "person_id", "person__birth"):
    members.setdefault(row[0], []).append(row[1:])
NAMES = ("employment", "nutrition", "health_insurance", "water", "toilet", "telecom", "housing_area", "housing_quality")

def decide(kind, since):
    of = None if kind == "opening" else made
    return Decision.objects.create(kind=kind, unit=unit, round=of, effective_from=since)

def sign(decision, serial):
    decision.document = Document.objects.create(symbol=f"{serial}", reference_key=f"bench {serial}")
    decision.signed_on, decision.signer = date(2025, 12, 1), "X"
    decision.signed_at = datetime(2025, 12, serial, tzinfo=zones.utc)
    decision.save()

# a tenth poor, a tenth near-poor at the opening; a fifth of them change by the closing, as many enter
chosen = random.sample(homes, wanted // 5)
first = decide("opening", date(2025, 1, 1))
items = DecisionItem.objects.bulk_create(
    DecisionItem(decision=first, household=home, outcome="recognised", path="poverty",
                 given="poor" if at % 2 else "near_poor", deprivations=random.sample(NAMES, 3 if at % 2 else 1))
    for at, home in enumerate(chosen))
sign(first, 1)
held = HouseholdClass.objects.bulk_create(
    HouseholdClass(household=item.household, path="poverty", value=item.given, valid_from=date(2025, 1, 1),
                   begun_by=item)
    for item in items)
entering = random.sample([home for home in homes if home not in set(chosen)], wanted // 25)
judged = chosen + entering
cases = ReviewCase.objects.bulk_create(
    ReviewCase(round=made, household=home, village_id=villages[0], source="listed") for home in judged)
outcome = ["poor" if random.random() < 0.5 else random.choice(["near_poor", "not_poor"]) for _ in judged]
assessed = Assessment.objects.bulk_create(
    Assessment(case=case, number=1, surveyed_on=date(2026, 9, 7), reviewer="X", outcome=value, verdict="{}",
               members=[person for person, _birth in members[case.household_id]],
               record={"standard": "vn-2022.1", "day": "2026-09-07", "province": "", "household": {},
                       "members": [{"birth": birth, "insured": random.random() < 0.8, "malnutrition": "none",
                                    "attends": "primary"} for _person, birth in members[case.household_id]]},
               deprivations=random.sample(NAMES, 3), causes=random.sample(["land", "capital", "labour"], 2),
               no_labour=random.random() < 0.1)
    for case, value in zip(cases, outcome))
second = decide("recognition", date(2027, 1, 1))
items = DecisionItem.objects.bulk_create(
    DecisionItem(decision=second, case=each.case, assessment=each, household_id=each.case.household_id,
                 outcome="recognised", path="poverty", given=each.outcome, deprivations=each.deprivations)
    for each in assessed)
sign(second, 2)
given = {item.household_id: item for item in items}
for row in held:
    item = given[row.household_id]
    if item.given != row.value:
        row.valid_to, row.ended_by = date(2026, 12, 31), item
        row.save()
kept = {row.household_id for row in held if row.valid_to is None}
HouseholdClass.objects.bulk_create(
    HouseholdClass(household_id=item.household_id, path="poverty", value=item.given, valid_from=date(2027, 1, 1),
                   begun_by=item)
    for item in items if item.given != "not_poor" and item.household_id not in kept)

def plain():
    models = (Household, Address, Membership, Person, Circumstance, HouseholdClass, DecisionItem, ReviewCase,
              Assessment)
    return sum(len(list(model.objects.order_by().values_list())) for model in models)

asked = Asked(unit, date(2027, 1, 1), date(2026, 1, 1))
def reports():
    return whole_set(by, asked)

times = {"plain": [], "reports": []}
for _turn in range(4):
    for name, work in (("plain", plain), ("reports", reports)):
        began = cpu()
        found = work()
        times[name].append(cpu() - began)
tables = found
began = cpu()
size = len(workbook(tables, Heading("X", "X", "X")))
book = cpu() - began
lines = sum(len(table.rows) for table in tables)
least = [min(times[name][1:]) for name in ("plain", "reports")]
print(json.dumps([len(homes), Membership.objects.count(), *least, book, lines, size]))
"""


def run() -> Iterator[Result]:
    """Processor time of the whole set / of the plain read, on each database."""
    for vendor, (homes, people, plain, reports, book, lines, size) in measured(_PROGRAM, HOUSEHOLDS):
        told = (
            f"16 tables ({lines:,} rows) of {homes:,} households, {people:,} people in {reports:.2f} s CPU against"
            f" {plain:.2f} s; the workbook {book:.2f} s more, {size // 1024} KB"
        )
        yield Result(f"review_reports {vendor}", reports / plain, LIMIT, told)
