"""What can be wrong with what is asked of a synthetic population."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("synthesis")
NO_COMMUNE = CATALOGUE.add(
    "SYNTH-COMMUNE",
    Severity.ERROR,
    title=("Không có xã này", "No such commune"),
    message=(
        "Không có xã, phường, thị trấn nào mang mã “{code}” (đặc khu chưa rõ là nông thôn hay thành thị).",
        "No commune, ward or township bears the code “{code}” (a special zone is not known to be rural or urban).",
    ),
    fixes=(
        ("Kiểm tra mã đơn vị cấp xã (5 chữ số).", "Check the commune's code (five digits)."),
        ("Bỏ --commune để sinh dữ liệu cả nước.", "Leave --commune out for the whole nation."),
    ),
)
BAD_OPTION = CATALOGUE.add(
    "SYNTH-OPTION",
    Severity.ERROR,
    title=("Yêu cầu không làm được", "What is asked cannot be done"),
    message=("{option}: {why_vi}.", "{option}: {why_en}."),
    fixes=(
        ("Sửa giá trị của {option}.", "Change the value of {option}."),
        ("Bỏ {option} để dùng giá trị mặc định.", "Leave {option} out to use the default."),
    ),
)
TOO_LARGE = CATALOGUE.add(
    "SYNTH-LARGE",
    Severity.ERROR,
    title=("Cần cài thêm phần phân tích", "The analysis extra is needed"),
    message=(
        "{what} cần numpy và pyarrow, chưa cài ở máy này.",
        "{what} needs numpy and pyarrow, which are not installed here.",
    ),
    fixes=(
        ('Chạy: pip install "giamngheo[analysis]"', 'Run: pip install "giamngheo[analysis]"'),
        ("Giảm xuống 50.000 hộ trở xuống và dùng --format csv hoặc xlsx.",
         "Ask for 50,000 households or fewer, with --format csv or xlsx."),
    ),
)  # fmt: skip
