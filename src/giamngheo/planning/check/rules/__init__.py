"""One rule a file. `load` imports them all; a new file is found by its being named here."""

from importlib import import_module

NAMES: tuple[str, ...] = (
    "arith_base",
    "arith_change",
    "arith_each",
    "arith_conflict",
    "arith_flow",
    "arith_over_100",
    "arith_percent",
    "arith_product",
    "arith_spelled",
    "arith_structure",
    "arith_table",
    "arith_total",
    "arith_whole_plan",
    "date_calendar",
    "date_period",
    "date_reference",
    "date_style",
    "date_year",
    "target_impossible",
    "target_met",
    "target_unit",
    "target_year",
    "complete_blanks",
    "complete_blocks",
    "complete_claims",
    "complete_money",
    "complete_sentences",
    "format_header",
    "format_tail",
    "name_bodies",
    "name_own",
    "name_people",
    "name_tones",
    "name_units",
    "num_announced",
    "num_body",
    "num_levels",
    "num_sequence",
    "ref_first",
    "ref_order",
    "ref_same",
    "ref_symbol",
    "ref_validity",
)


def load() -> None:
    """Import every rule once, so that it registers itself."""
    for name in NAMES:
        import_module(f"{__name__}.{name}")
