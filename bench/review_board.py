"""The review of a commune with 1,000 poor and near-poor households among 5,000: opening the annual round, its board,
and saving one form after another, each against what an officer waits for without noticing.

Opening: the list is taken in one transaction, with every case checked by the triggers. Board: the whole page as the
server makes it, filters and counts by village included. Saving: one Phiếu B judged, kept and stepped, and the next
household found, through the same view that the browser calls.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.register_base import measured
from bench.result import Result

POOR = 1_000
OPEN_S, BOARD_S, SAVE_S = 5.0, 0.5, 0.5
_PROGRAM = """
from django.conf import settings
settings.ALLOWED_HOSTS = ["testserver"]
from django.test import Client
from django.db import connection
from giamngheo.households.models import Household
from giamngheo.review import demonstration
from giamngheo.review.actions import rounds
from giamngheo.review.judging.asking import points_form
from giamngheo.review.judging.laws import standard_of
from giamngheo.review.keeping.ground import ground_of
from giamngheo.review.models import ReviewCase
from giamngheo.review.values import Seat

fill(5_000 * 4 * 5)  # spread over five communes
unit, villages = communes[0]
by, wanted = officer("bench", unit), int(sys.argv[1])
homes = list(Household.objects.filter(addresses__village__in=villages).order_by("pk")[:wanted])
demonstration.recognised_before(unit, {each: "poor" if n % 3 else "near_poor" for n, each in enumerate(homes)})
first = date(2026, 9, 1)
made = rounds.create_round(by=by, unit=unit, kind="annual", year=2026, starts_on=first, judged_on=first,
                           ends_on=date(2026, 12, 14), committee=(Seat("Bench", "head"),)).round
if connection.vendor == "postgresql":
    connection.cursor().execute("ANALYZE")
started = time.perf_counter()
listed = rounds.open_round(by=by, review_round=made).listed
opening = time.perf_counter() - started
client = Client()
client.force_login(by, backend="django.contrib.auth.backends.ModelBackend")

def timed(call):
    best = 9e9
    for _ in range(5):
        started = time.perf_counter()
        answer = call()
        best = min(best, time.perf_counter() - started)
        assert answer.status_code == 200, answer.status_code
    return best

page = f"/ra-soat/dot/{made.pk}/"
board = timed(lambda: client.get(page))
searched = timed(lambda: client.get(page + "?tim=nguyen+van&buoc=cho-khao-sat"))
saved, took = 20, []
for case in list(ReviewCase.objects.select_related("round__unit", "household").order_by("pk")[:saved]):
    ground = ground_of(by, case, date(2026, 10, 5))
    form = points_form(standard_of(case.round), ground.births)
    fields = {f"h-{each.name}": "1" if each.kind == "yes_no" else "" for each in form.home}
    fields |= {"h-income_score_typed": "100", "h-dwelling_area": "40", "surveyed_on": "05/10/2026", "reviewer": "B",
               "nguoi": ",".join(map(str, ground.people)), "buoc": "0", "lan": "0", "tiep": "1"}
    for name, code in (("wall", "durable"), ("pillar", "durable"), ("roof", "durable"), ("water_source", "piped"),
                       ("toilet_kind", "septic"), ("area", "rural")):
        fields[f"h-{name}"] = code
    for person, asked in zip(ground.people, form.members):
        for each in asked:
            chosen = each.options[0].code if each.options else "1980"
            fields[f"n-{person}-{each.name}"] = "1" if each.kind == "yes_no" else chosen
    started = time.perf_counter()
    answer = client.post(f"/ra-soat/ho/{case.pk}/phieu-b/", fields)
    took.append(time.perf_counter() - started)
    assert answer.status_code == 302, answer.content.decode()[:3000]
assert ReviewCase.objects.filter(state="surveyed").count() == saved
print(json.dumps([listed, opening, board, searched, sorted(took)[saved // 2]]))
"""


def run() -> Iterator[Result]:
    """Time / limit of opening, of the board, of saving a form, on each database."""
    for vendor, (listed, opening, board, searched, saving) in measured(_PROGRAM, POOR):
        yield Result(
            f"review_board open {vendor}", opening / OPEN_S, 1, f"{listed:,} households listed in {opening:.2f} s"
        )
        told = f"{board * 1000:.0f} ms; found by words {searched * 1000:.0f} ms"
        yield Result(f"review_board page {vendor}", max(board, searched) / BOARD_S, 1, told)
        yield Result(
            f"review_board save {vendor}", saving / SAVE_S, 1, f"{saving * 1000:.0f} ms a form, the median of 20"
        )
