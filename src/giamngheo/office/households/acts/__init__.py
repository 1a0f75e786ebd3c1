"""What can be written of a household, in the order of a village's life."""

from giamngheo.office.households.acting import Act
from giamngheo.office.households.acts import arriving, grouping, life, moving

ACTS: dict[str, Act] = {
    act.slug: act
    for act in (
        life.BIRTH, life.DEATH, arriving.ARRIVAL, moving.DEPARTURE, grouping.HEAD, grouping.SPLIT, moving.MOVE,
    )
}  # fmt: skip
