"""Phiếu A: nine columns, ticked by the reviewer for a household that asked to be reviewed."""

from giamngheo.standards import nodes as n

_COLUMNS = tuple(
    n.Field(f"screening_{name}")
    for name in (
        "vehicle", "cooling", "water_heater", "washing_machine", "rented_assets", "electricity", "floor_area",
        "civil_servant", "labour_contract",
    )
)  # fmt: skip

FORMULAS: dict[str, n.AnyNode] = {
    "screening_count": n.CountTrue(_COLUMNS),
    "to_be_reviewed": n.Not(n.AtLeast(n.Parameter("screening_limit"), _COLUMNS)),
}
