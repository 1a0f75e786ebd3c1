"""What can be wrong with what is asked of another standard; what is wrong with a list, `population.findings` says."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("whatif")
add = CATALOGUE.add
BAD_OPTION = add(
    "WHATIF-OPTION",
    Severity.ERROR,
    title=("Yêu cầu không làm được", "What is asked cannot be done"),
    message=("{option}: {why_vi}.", "{option}: {why_en}."),
    fixes=(
        ("Sửa giá trị của {option}.", "Change the value of {option}."),
        ("Bỏ {option} để dùng giá trị mặc định.", "Leave {option} out to use the default."),
    ),
)
