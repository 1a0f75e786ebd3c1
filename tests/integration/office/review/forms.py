"""Filled-in forms as a browser sends them."""

from __future__ import annotations

from giamngheo import standards
from giamngheo.review.judging.asking import points_form
from giamngheo.review.judging.typing import show
from tests.integration.review.surveying import DAY, HOUSE, PERSON

LAW = standards.by_key("vn-2022.1", DAY)


def sent(case, people: dict, **changes) -> dict[str, str]:
    """A whole Phiếu B; `people`: person → birth, in the order of the register."""
    form = points_form(LAW, list(people.values()))
    fields = {f"h-{each.name}": show(each, HOUSE.get(each.name)) for each in (*form.score, *form.home)}
    for (person, _birth), asked in zip(people.items(), form.members, strict=True):
        fields |= {f"n-{person}-{each.name}": show(each, PERSON.get(each.name)) for each in asked}
    fields |= {
        "surveyed_on": "05/10/2026", "reviewer": "Rà Soát Giả", "nguoi": ",".join(map(str, people)), "buoc": "0",
        "lan": "0", "from_paper": "1",
    }  # fmt: skip
    return {name: value for name, value in (fields | changes).items() if value is not None}


def births(home) -> dict[int, int | None]:
    """Person → birth, the head first, then the oldest."""
    rows = home.household.memberships.filter(valid_to=None).select_related("person")
    ordered = sorted(rows, key=lambda row: (row.relation != "head", row.person.birth or 99999999, row.person.sort_key))
    return {row.person_id: row.person.birth for row in ordered}
