"""Benchmarks: ratios in one run against a stated limit. See README.md in this folder."""

BENCHES = (
    "plan_check",
    "read_docx",
    "verdict",
    "measure",
    "classify",
    "register_import",
    "register_search",
    "register_list",
    "ledger_matrix",
    "certificates",
    "review_reports",
    "duplicates",
    "review_board",
    "dashboards",
)
