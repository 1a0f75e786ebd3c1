"""What can be wrong with two lists that are compared; what is wrong with a table at all, `runners.findings` says."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("comparing")
add = CATALOGUE.add
CLASS = add(
    "COMPARE-CLASS", Severity.ERROR, title=("Không phải loại hộ", "Not a class of household"),
    message=(
        "Cột “{column}”: {count} dòng không ghi loại hộ ({values}); dòng: {rows}. Các dòng này không được tính.",
        "Column “{column}”: {count} rows hold a value that is no class ({values}); rows: {rows}. They are not counted.",
    ),
    fixes=(
        ("Ghi poor, near_poor, not_poor, unknown; hoặc Hộ nghèo, Hộ cận nghèo, Hộ không nghèo.",
         "Write poor, near_poor, not_poor, unknown; or the Vietnamese names."),
        ("Xem các dòng bị loại: --bad-rows TỆP.", "See the rows left out: --bad-rows FILE."),
    ),
)  # fmt: skip
UNKNOWN = add(
    "COMPARE-UNKNOWN", Severity.WARNING, title=("Hộ chưa có loại", "Households without a class"),
    message=(
        "{path}: {count} hộ chưa xác định được loại, đứng riêng; vì thế không tính tỷ lệ hộ nghèo của danh sách đó.",
        "{path}: {count} households have no class. Rates of that list are not given; these households stand apart.",
    ),
    fixes=(
        ("Bổ sung câu trả lời cho các hộ đó rồi phân loại lại.", "Get their answers and classify again."),
        ("Bỏ các hộ đó khỏi cả hai danh sách nếu thật sự không cần.", "Leave them out of both lists if that is meant."),
    ),
)  # fmt: skip
NOBODY = add(
    "COMPARE-NOBODY", Severity.WARNING, title=("Hai danh sách không có hộ chung", "No household is in both lists"),
    message=(
        "Không mã hộ nào có trong cả hai danh sách ({before} và {after}).",
        "No household id is in both lists ({before} and {after}).",
    ),
    fixes=(
        ("Kiểm tra mã hộ ở hai danh sách có viết giống nhau không.", "See whether both lists write ids alike."),
        ("Chỉ ra cột mã hộ: --map household_id=CỘT.", "Say which column is the id: --map household_id=COLUMN."),
    ),
)  # fmt: skip
