"""What poor and near-poor households lack, by village, in one question. Prose: docs/algorithms/dashboards.md.

Written as SQL: the last item is looked for among narrow rows, and only its list of what is lacking is then read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import connection

# Of the items in force that gave or kept a class, each with its place among its household's, the last first.
_SAID = """
SELECT i.id AS item, i.given AS given, c.value AS value, a.village_id AS village, ROW_NUMBER() OVER (
    PARTITION BY i.household_id ORDER BY d.effective_from DESC, d.signed_at DESC, i.id DESC) AS back
  FROM review_decisionitem i
  JOIN review_decision d ON d.id = i.decision_id
  JOIN households_household h ON h.id = i.household_id
  JOIN households_address a ON a.household_id = h.id
  JOIN review_householdclass c ON c.household_id = h.id
 WHERE d.signed_at IS NOT NULL AND d.effective_from <= '{day}'
   AND i.path = 'poverty' AND i.given IN ('poor', 'near_poor') AND i.outcome IN ('recognised', 'corrected')
   AND i.id NOT IN (SELECT n.corrects_id FROM review_decisionitem n JOIN review_decision m ON m.id = n.decision_id
                     WHERE n.corrects_id IS NOT NULL AND m.signed_at IS NOT NULL)
   AND h.formed_on <= '{day}' AND (h.ended_on IS NULL OR h.ended_on >= '{day}')
   AND a.valid_from <= '{day}' AND (a.valid_to IS NULL OR a.valid_to >= '{day}') AND a.village_id IN ({villages})
   AND c.path = 'poverty' AND c.person_id IS NULL AND c.voided_by_id IS NULL
   AND c.valid_from <= '{day}' AND (c.valid_to IS NULL OR c.valid_to >= '{day}')
"""


def lacking(day: date, villages: Iterable[int], names: Sequence[str]) -> dict[int, dict[str, int]]:
    """Village → households lacking each indicator. The last item counts where it says the class that the household has;
    of another its list says nothing. Own words, whole numbers and a day stand in the question; names are bound."""
    within = ", ".join(str(int(each)) for each in villages)
    if not within or not names:
        return {}
    # Names of indicators are words of ASCII letters: between quotation marks none is part of another.
    sums = ", ".join(["SUM(CASE WHEN told.lacks LIKE %s THEN 1 ELSE 0 END)"] * len(names))
    sql = (
        f"SELECT told.village, {sums} FROM (SELECT said.village, CAST(i.deprivations AS TEXT) AS lacks"  # noqa: S608
        f" FROM ({_SAID.format(day=day, villages=within)}) AS said JOIN review_decisionitem i ON i.id = said.item"
        " WHERE said.back = 1 AND said.given = said.value) AS told GROUP BY told.village"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [f'%"{name}"%' for name in names])
        return {village: dict(zip(names, numbers, strict=True)) for village, *numbers in cursor.fetchall()}
