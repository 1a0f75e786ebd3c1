"""The dashboards over 166 communes and 1,000,000 households, and over one commune of 5,000 and six years of lists: the
whole page as the server makes it, against the slowest single aggregate it asks the database, in the same run.

Invented rows are written by SQL with the triggers off: households with an address each, lists of poor and near-poor
households for every year since 2021 (one in sixteen), signed items with what is lacking. People stand in the measured
commune only (four a household): no figure of a province's page counts people. PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.register_base import on_postgresql
from bench.result import Result

HOUSEHOLDS, LIMIT = 1_000_000, 3
_PROGRAM = """
import os
from django.conf import settings
settings.ALLOWED_HOSTS = ["testserver"]
from django.db import connection
from django.test import Client
from giamngheo.documents.models import Document

every = int(sys.argv[1])
SQL = '''
SET session_replication_role = replica;
INSERT INTO territory_unit (id, code, level, kind, name, short_name, parent_id)
  SELECT 90000 + n, 'B' || n, 'commune', 'commune', 'Xa ' || n, 'Xa ' || n, {province} FROM generate_series(0, 165) n;
INSERT INTO territory_village (id, code, name)
  SELECT 90000 + n, 'B' || n, 'Thon ' || n FROM generate_series(0, 1659) n;
INSERT INTO territory_villagemembership (village_id, commune_id)
  SELECT 90000 + n, 90000 + n / 10 FROM generate_series(0, 1659) n;
INSERT INTO households_change (id, kind, unit_id, at, reason) VALUES (1, 'import', 90000, now(), '');
INSERT INTO households_household (id, local_code, formed_on, ended_as, changed_in_id)
  SELECT n, 'B' || n, date '2015-01-01' + (n::bigint * 7919 % 2190)::int, '', 1 FROM generate_series(1, {every}) n;
INSERT INTO households_address (household_id, village_id, line, located_as, valid_from, changed_in_id)
  SELECT n, CASE WHEN n <= 5000 THEN 90000 + n % 10 ELSE 90010 + n % 1650 END, '', '',
         date '2015-01-01' + (n::bigint * 7919 % 2190)::int, 1 FROM generate_series(1, {every}) n;
INSERT INTO households_person (id, full_name, folded_name, bare_name, surname, middle_name, given_name, sort_key, sex,
                               birth, ethnic_group, citizen_id, phone, changed_in_id)
  SELECT n, 'Nguyen Gia ' || n, 'g' || n, 'g' || n, 'Nguyen', 'Gia', 'G' || n, 'g' || n, '', 19600000 + n % 50 * 10000,
         '01', '', '', 1 FROM generate_series(1, 20000) n;
INSERT INTO households_membership (household_id, person_id, relation, valid_from, left_as, left_to, changed_in_id)
  SELECT (n - 1) / 4 + 1, n, CASE WHEN n % 4 = 1 THEN 'head' ELSE 'child' END, date '2021-01-01', '', '', 1
  FROM generate_series(1, 20000) n;
INSERT INTO review_decision (id, kind, unit_id, document_id, effective_from, reason, without_opinion, signer,
                             signer_post, signed_on, signed_at, at)
  SELECT 1000 * (y - 2021) + c, 'opening', 90000 + c, {document}, make_date(y, 1, 1), '', '', 'X', '',
         make_date(y, 1, 1), now(), now()
  FROM generate_series(2021, 2027) y, generate_series(0, 165) c;
CREATE TEMP TABLE listed AS
  SELECT n, y, (n / 16) % 3 = 0 AS near, (y - 2021) * {every} + n AS item
  FROM generate_series(16, {every}, 16) n, generate_series(2021, 2026) y
  WHERE (n / 16 + y) % 4 > 0;
INSERT INTO review_decisionitem (id, decision_id, household_id, outcome, path, before, given, deprivations, reason)
  SELECT item, 1000 * (y - 2021) + (a.village_id - 90000) / 10, n, 'recognised', 'poverty', 'none',
         CASE WHEN near THEN 'near_poor' ELSE 'poor' END,
         to_jsonb(ARRAY['water', (ARRAY['employment','nutrition','toilet','telecom'])[1 + n / 16 % 4],
                        (ARRAY['health_insurance','housing_area','dependants'])[1 + n / 16 % 3]]), ''
  FROM listed JOIN households_address a ON a.household_id = n;
INSERT INTO review_householdclass (household_id, path, value, valid_from, valid_to, begun_by_id, ended_by_id)
  SELECT n, 'poverty', CASE WHEN near THEN 'near_poor' ELSE 'poor' END, make_date(y, 1, 1),
         CASE WHEN y < 2026 THEN make_date(y, 12, 31) END, item, CASE WHEN y < 2026 THEN item END FROM listed;
SET session_replication_role = DEFAULT;
ANALYZE;
'''
started = time.perf_counter()
document = Document.objects.create(symbol="1/QD-UBND", reference_key="bench")
with connection.cursor() as cursor:
    cursor.execute(SQL.format(every=every, province=province.pk, document=document.pk))
filled = time.perf_counter() - started

def user(name, role, unit):
    made = User.objects.create(username=name, full_name=name)
    Grant.objects.create(user=made, role=role, unit=unit, valid_from=date(2020, 1, 1))
    return made

commune_ = Unit.objects.get(code="B0")
asked = {"commune": (user("c", "commune_leader", commune_), "/bang-theo-doi/"),
         "province": (user("p", "province_officer", province), "/bang-theo-doi/tinh/")}

def p95(numbers):
    return sorted(numbers)[max(0, -(-len(numbers) * 95 // 100) - 1)]

found = {}
for name, (who, path) in asked.items():
    client = Client()
    client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
    if name == "province":
        client.get(f"/?don-vi={commune_.pk}")
    wholes, slowest, queries = [], [], []
    for goes in range(22 if name == "commune" else 12):
        times = []
        def timed(execute, sql, params, many, context):
            begun = time.perf_counter()
            try:
                return execute(sql, params, many, context)
            finally:
                times.append((time.perf_counter() - begun, sql))
        begun = time.perf_counter()
        with connection.execute_wrapper(timed):
            answer = client.get(path)
        took = time.perf_counter() - begun
        assert answer.status_code == 200, answer.status_code
        if goes > 1:  # the first fill caches of the process
            wholes.append(took)
            slowest.append(max(each for each, sql in times if "COUNT(" in sql or "SUM(" in sql))
            queries.append(len(times))
    by = sorted(times, reverse=True)[:8]
    if "GIAMNGHEO_BENCH_LOUD" in os.environ:
        for each, sql in sorted(times, reverse=True)[:6]:
            print(name, round(each * 1000, 1), sql[:90], sql[-160:], file=sys.stderr)
    found[name] = [p95(wholes), sorted(slowest)[len(slowest) // 2], queries[-1], sum(each for each, _ in times)]
print(json.dumps([filled, found]))
"""


def run() -> Iterator[Result]:
    """p95 of the page / the slowest aggregate in it, for a commune and for a province."""
    for vendor, (_filled, found) in on_postgresql(_PROGRAM, HOUSEHOLDS):
        for name, (page, slowest, queries, asked) in found.items():
            told = (
                f"p95 {page * 1000:.0f} ms, slowest aggregate {slowest * 1000:.0f} ms, {queries} queries in"
                f" {asked * 1000:.0f} ms"
            )
            yield Result(f"dashboards {name} {vendor}", page / slowest, LIMIT, told)
