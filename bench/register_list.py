"""A commune's list from its .xlsx to committed rows, against 2,000 people a second.

What an officer waits for after “Nhập vào sổ”: the file is read again, every household compared with the register, all
of it written in one transaction with keys, search index, guards and the findings. Processor time is compared, of our
process and of the PostgreSQL process that serves it, because wall time of a shared machine says little; both are
printed, and the preview beside them.
For comparison, not a limit: openIMIS imported 59 rows a second, recorded elsewhere on another machine.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.register_base import measured
from bench.result import Result

PEOPLE, WANTED, OPENIMIS = 20_000, 2_000, 59
_PROGRAM = '''
import os
import xlsxwriter
from datetime import timedelta
from django.conf import settings
from django.utils import timezone
from giamngheo.documents.actions import keep_file
from giamngheo.households.actions import list_imports
from giamngheo.households.births import printed
from giamngheo.households.ethnic_groups import ethnic_groups
from giamngheo.households.importing import jobs
from giamngheo.households.models import ListImport, Person
from pathlib import Path

def cpu():
    """Seconds of processor time: ours, and of the PostgreSQL process that serves us."""
    from django.db import connection
    if connection.vendor != "postgresql":
        return time.process_time()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        fields = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text().rpartition(")")[2].split()
    return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

unit, villages = communes[0]
names = dict(Village.objects.values_list("pk", "name"))
groups = ethnic_groups()
words = {"head": "Chủ hộ", "spouse": "Vợ", "child": "Con đẻ", "parent": "Mẹ"}
path, wanted, written = Path(settings.DATA_DIR) / "list.xlsx", int(sys.argv[1]), 0
book = xlsxwriter.Workbook(str(path))
page = book.add_worksheet("Danh sách")
page.write_row(0, 0, ("Mã hộ", "Thôn", "Địa chỉ", "Họ và tên", "Ngày sinh", "Giới tính", "Quan hệ với chủ hộ",
                      "Dân tộc", "Số CCCD", "Số điện thoại"))
for row in households(villages, Random(1)):
    if written >= wanted:
        break
    for each in row.members:
        written += 1
        one = each.person
        page.write_row(written, 0, (row.local_code, names[row.place.village_id], row.place.line, one.full_name,
            printed(one.birth), {"male": "Nam", "female": "Nữ"}[one.sex], words[each.relation],
            groups.get(one.ethnic_group, ""), one.citizen_id, one.phone))
book.close()
by = officer("bench", unit)
held = list_imports.receive_list(by=by, unit=unit, name="list.xlsx", content=path.read_bytes(),
                                 day=timezone.localdate())
started = time.perf_counter()
jobs.start(held, inline=True)
looked = time.perf_counter() - started
held = list_imports.confirm_list(by=by, held=ListImport.objects.get())
alone, begun = list_imports._alone, []
def noted(unit):
    begun.append((time.perf_counter(), time.process_time()))
    return alone(unit)
list_imports._alone = noted
started, worked = time.perf_counter(), cpu()
jobs.start(held, inline=True)
waited, locked = time.perf_counter() - begun[0][0], time.process_time() - begun[0][1]
took, worked = time.perf_counter() - started, cpu() - worked
held.refresh_from_db()
if held.state != "imported":
    sys.exit(f"{held.state}: {held.result}")
print(json.dumps([Person.objects.count(), written, looked, took, worked, waited, locked]))
'''


def run() -> Iterator[Result]:
    """Wanted people a second / people a second of processor time (ours and the server's), on each database."""
    for vendor, (people, rows, looked, took, worked, waited, locked) in measured(_PROGRAM, PEOPLE):
        rate = people / worked
        told = (
            f"{people:,} people of {rows:,} rows in {worked:.1f} s CPU ({took:.1f} s wall), {rate:,.0f} a second;"
            f" {rate / OPENIMIS:.0f} times {OPENIMIS} recorded of openIMIS; preview {looked:.1f} s;"
            f" the transaction {locked:.1f} s of our CPU ({waited:.1f} s wall)"
        )
        yield Result(f"register_list {vendor}", WANTED / rate, 1, told)
