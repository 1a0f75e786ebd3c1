"""The matrix of a commune among 100,000 ledger entries against 20 times a count of the entries, on each database.

Three communes, ten projects, three sources, three years of allocation; entries over twelve months of a budget year, a
third of them in the commune that is asked; every entry passes the triggers as in life.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from bench.register_base import measured
from bench.result import Result

ENTRIES, TIMES = 100_000, 20
_PROGRAM = """
from django.db import connection
from giamngheo.documents.models import Document
from giamngheo.funds.models import FundLine, FundSource, LedgerAccount, LedgerEntry
from giamngheo.funds.queries import matrix
from giamngheo.programme.models import ProgrammeNode, ProgrammePeriod
random, wanted = Random(3), int(sys.argv[1])
period = ProgrammePeriod.objects.get(code="2021-2025")
nodes = list(ProgrammeNode.objects.filter(period=period).order_by("order")[:10])
sources = list(FundSource.objects.filter(is_loan=False).order_by("order")[:3])
paper = Document.objects.create(symbol="01/QĐ-UBND", reference_key="bench")
lines = [
    FundLine.objects.create(unit=unit, source=source, year=year, period=period, node=node)
    for unit, _ in communes[:3] for source in sources for year in (2023, 2024, 2025) for node in nodes
]
accounts = {}
for line in lines:
    for stage in ("assigned", "allocated", "disbursed"):
        accounts[line.pk, stage] = LedgerAccount.objects.create(line=line, budget_year=2025, stage=stage)
def entry(kind, before, after, amount, day, line):
    return LedgerEntry(kind=kind, on=day, amount=amount, document=paper,
        source_account=before and accounts[line.pk, before], target_account=after and accounts[line.pk, after])
started, rows = time.perf_counter(), []
for line in lines:
    rows.append(entry("assign", None, "assigned", 10**12, date(2025, 1, 2), line))
    rows.append(entry("allocate", "assigned", "allocated", 9 * 10**11, date(2025, 1, 3), line))
while len(rows) < wanted:
    day = date(2025, random.randrange(1, 13), random.randrange(4, 29))
    rows.append(entry("disburse", "allocated", "disbursed", random.randrange(1, 10**6), day, random.choice(lines)))
# A transaction of its own for each batch: within one, PostgreSQL keeps every old balance.
for start in range(0, len(rows), 200):
    LedgerEntry.objects.bulk_create(rows[start:start + 200])
written = len(rows) / (time.perf_counter() - started)
connection.cursor().execute("ANALYZE")
user = officer("xa", communes[0][0])
def best(act):
    took = []
    for _ in range(15):
        started = time.perf_counter()
        act()
        took.append(time.perf_counter() - started)
    return sorted(took)[len(took) // 2]
def count():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM funds_ledgerentry")
        cursor.fetchone()
def rows_read():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(amount + 0) FROM funds_ledgerentry")
        cursor.fetchone()
def whole():
    return matrix(user, 2025, date(2025, 12, 31), unit=communes[0][0])
def inside():
    return matrix(user, 2025, date(2025, 10, 17), since=date(2025, 10, 5), unit=communes[0][0])
[found] = {len(whole())}
print(json.dumps([best(count), best(rows_read), best(whole), best(inside), found, written]))
"""


def run() -> Iterator[Result]:
    """(matrix to the end of a month) / (20 × count), and the same to a day inside a month.

    Beside it, without a limit, against a count that reads the rows: SQLite's own count(*) reads page headers alone.
    """
    for vendor, (count, read, whole, inside, rows, written) in measured(_PROGRAM, ENTRIES):
        told = f"count {count * 1000:.2f} ms; {rows} lines; {written:,.0f} entries written a second through triggers"
        yield Result(f"ledger_matrix {vendor}", whole / count, TIMES, f"{whole * 1000:.1f} ms; {told}")
        yield Result(f"ledger_matrix {vendor} inside a month", inside / count, TIMES, f"{inside * 1000:.1f} ms")
        told = f"{read * 1000:.1f} ms to count the rows by reading them"
        yield Result(f"ledger_matrix {vendor} / rows read", whole / read, inf, told)
        yield Result(f"ledger_matrix {vendor} inside a month / rows read", inside / read, inf, told)
