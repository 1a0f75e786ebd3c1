"""One rule a file. `load` imports them all; a new file is found by its being named here."""

from importlib import import_module

NAMES: tuple[str, ...] = (
    "arith_base",
    "arith_change",
    "arith_over_100",
    "arith_percent",
    "arith_product",
    "arith_spelled",
    "arith_structure",
    "arith_table",
    "arith_total",
    "arith_whole_plan",
)


def load() -> None:
    """Import every rule once, so that it registers itself."""
    for name in NAMES:
        import_module(f"{__name__}.{name}")
