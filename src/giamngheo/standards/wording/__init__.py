"""Law, answers and rules said in Vietnamese and in English, from their titles and labels, never from code.

Figures are printed as Vietnamese does in both languages ("1.500.000", "65,25"): a page read beside the decree must not
turn its points into commas.
"""

from giamngheo.standards.wording.values import (
    Language,
    age,
    answer,
    area,
    birth,
    by_area,
    day,
    lowered,
    money,
    quantity,
    say,
    threshold,
)

__all__ = [
    "Language", "age", "answer", "area", "birth", "by_area", "day", "lowered", "money", "quantity", "say", "threshold",
]  # fmt: skip
