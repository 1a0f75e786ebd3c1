"""What can be wrong with households to be classified: kinds of findings, in Vietnamese and English.

`line` is the first row concerned, as a spreadsheet counts it. Rows set aside are written by --bad-rows with these
codes.
"""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Entry, Severity

CATALOGUE = Catalogue("classification")
add = CATALOGUE.add
_SEE = ("Xem tất cả các dòng bị để riêng: --bad-rows TỆP.", "See all the rows set aside: --bad-rows FILE.")
_ASIDE = ("Các hộ này được để riêng, không phân loại.", "These households are set aside and not classified.")


def _cells(code: str, title: tuple[str, str], what: tuple[str, str], fix: tuple[str, str]) -> Entry:
    """A kind of cell that cannot be used."""
    return add(
        code, Severity.ERROR, title=title, fixes=(fix, _SEE),
        message=(
            f"Cột “{{column}}”: {{count}} dòng {what[0]} ({{values}}); dòng: {{rows}}. {_ASIDE[0]}",
            f"Column “{{column}}”: {{count}} rows {what[1]} ({{values}}); rows: {{rows}}. {_ASIDE[1]}",
        ),
    )  # fmt: skip


OPTION = _cells(
    "CLASSIFY-OPTION", ("Câu trả lời không có trong danh sách", "An answer that is no option"),
    ("có câu trả lời không có trong danh sách", "hold an answer that is none of the options"),
    ("Ghi mã hoặc tên của một lựa chọn; mẫu Excel ở màn hình Rà soát có danh sách để chọn.",
        "Write the code or the label of an option; the Excel template of the review screen lists them."),
)  # fmt: skip
YES_NO = _cells(
    "CLASSIFY-YES-NO", ("Không phải có hoặc không", "Neither yes nor no"),
    ("không phải có hoặc không", "hold neither yes nor no"),
    ("Ghi 1, có, x hoặc 0, không; để trống nếu không biết.",
        "Write 1, yes, x or 0, no; nothing where it is not known."),
)  # fmt: skip
NUMBER = _cells(
    "CLASSIFY-NUMBER", ("Không phải số nguyên không âm", "Not a whole number of 0 or more"),
    ("không phải số nguyên từ 0 trở lên", "hold no whole number of 0 or more"),
    ("Ghi số nguyên bằng chữ số: 1500000 hoặc 1.500.000.", "Write a whole number in digits: 1500000 or 1.500.000."),
)  # fmt: skip
AREA = _cells(
    "CLASSIFY-AREA", ("Diện tích không dùng được", "A floor area that cannot be used"),
    ("không phải số mét vuông có nhiều nhất hai chữ số thập phân", "hold no square metres with at most two decimals"),
    ("Ghi mét vuông, nhiều nhất hai chữ số thập phân: 65 hoặc 65,25.",
        "Write square metres with at most two decimals: 65 or 65,25."),
)  # fmt: skip
LIMIT = add(
    "CLASSIFY-LIMIT", Severity.ERROR, title=("Số ngoài giới hạn của phiếu", "A number that the form cannot hold"),
    message=(
        "Cột “{column}”: {count} dòng có số ({values}) mà phiếu không thể có; phiếu chỉ có số {limits_vi}; "
        f"dòng: {{rows}}. {_ASIDE[0]}",
        "Column “{column}”: {count} rows hold a number ({values}) that the form cannot; it holds numbers {limits_en}; "
        f"rows: {{rows}}. {_ASIDE[1]}",
    ),
    fixes=(("Xem lại phiếu giấy rồi ghi số {limits_vi}.", "Look at the paper form; write a number {limits_en}."), _SEE),
)  # fmt: skip
BIRTH = _cells(
    "CLASSIFY-BIRTH", ("Ngày sinh không thể có", "An impossible birth"),
    ("có ngày sinh không đọc được, sau ngày phân loại hoặc quá 130 năm trước",
        "hold a birth that is no date, is after the day judged, or over 130 years before it"),
    ("Ghi ngày/tháng/năm, năm-tháng-ngày, hoặc chỉ năm.", "Write day/month/year, year-month-day, or the year alone."),
)  # fmt: skip
ID_TWICE = _cells(
    "CLASSIFY-ID-TWICE", ("Mã hộ trùng nhau", "One household id in several rows"),
    ("có mã hộ trùng với dòng khác", "share their household id with another row"),
    ("Giữ một dòng cho mỗi hộ.", "Keep one row for each household."),
)  # fmt: skip
NO_ID = _cells(
    "CLASSIFY-NO-ID", ("Không có mã hộ", "No household id"), ("không có mã hộ", "hold no household id"),
    ("Điền mã hộ vào các dòng đó.", "Fill the household id in."),
)  # fmt: skip
NO_HOUSEHOLD = _cells(
    "CLASSIFY-NO-HOUSEHOLD", ("Thành viên không thuộc hộ nào", "Members of no household"),
    ("có mã hộ không có trong bảng hộ", "name a household that the table of households lacks"),
    ("Thêm hộ đó vào bảng hộ, hoặc sửa mã hộ của thành viên.",
        "Add the household, or correct the member's household id."),
)  # fmt: skip
BELONGS = _cells(
    "CLASSIFY-HOUSEHOLD", ("Đi cùng hộ bị để riêng", "Goes along with its household"),
    ("thuộc hộ có dòng khác bị lỗi", "belong to a household of which another row is wrong"),
    ("Sửa các dòng bị lỗi của hộ đó.", "Correct the wrong rows of that household."),
)  # fmt: skip
TABLES = add(
    "CLASSIFY-TABLES", Severity.ERROR,
    title=("Không thấy hai bảng hộ và thành viên", "The two tables are not found"),
    message=(
        "{path} không có đủ bảng hộ (households) và bảng thành viên (members). Thấy: {seen}.",
        "{path} does not hold a table of households and one of members. Found: {seen}.",
    ),
    fixes=(
        ("Dùng một tệp Excel có hai trang tính “Hộ” và “Thành viên” (hoặc households và members).",
            "Use one Excel file with the sheets “Hộ” and “Thành viên” (or households and members)."),
        ("Hoặc để households.parquet|csv|xlsx và members.parquet|csv|xlsx trong một thư mục.",
            "Or put households.parquet|csv|xlsx and members.parquet|csv|xlsx into one folder."),
    ),
)  # fmt: skip
NO_STANDARD = add(
    "CLASSIFY-NO-STANDARD", Severity.ERROR, title=("Không có chuẩn nghèo", "No poverty standard"),
    message=("Không có chuẩn nghèo “{asked}” cho ngày {day}.", "There is no poverty standard “{asked}” for {day}."),
    fixes=(
        ("Chọn ngày khác: --on YYYY-MM-DD.", "Choose another day: --on YYYY-MM-DD."),
        ("Chọn chuẩn khác: --standard {keys}.", "Choose another standard: --standard {keys}."),
    ),
)  # fmt: skip
OUTPUT = add(
    "CLASSIFY-OUT", Severity.ERROR, title=("Không ghi được kết quả", "The result cannot be written"),
    message=("Không ghi được {path}: {why}.", "Cannot write {path}: {why}."),
    fixes=(
        ("Dùng đuôi .parquet, .csv hoặc .xlsx.", "Use the ending .parquet, .csv or .xlsx."),
        ("Dùng .parquet cho hơn một triệu hộ.", "Use .parquet for more than a million households."),
    ),
)  # fmt: skip
TOO_MANY = add(
    "CLASSIFY-MANY", Severity.ERROR, title=("Quá nhiều hộ cho cách này", "Too many households for this way"),
    message=("{count} hộ; cách này nhận tối đa {most} hộ.", "{count} households; this way takes {most} at most."),
    fixes=(
        ("Chia danh sách theo xã.", "Split the list by commune."),
        ("Cài bộ máy tính toán (pip install \"giamngheo[analysis]\") và dùng dòng lệnh: số hộ không giới hạn.",
            "Install the engine (pip install \"giamngheo[analysis]\"), use the command line: any number."),
    ),
)  # fmt: skip
NO_MEMBERS = add(
    "CLASSIFY-NO-MEMBERS", Severity.WARNING, title=("Hộ không có thành viên", "Households without members"),
    message=(
        "{count} hộ không có thành viên nào trong bảng thành viên; vẫn được phân loại.",
        "{count} households have no member in the table of members; they are classified all the same.",
    ),
    fixes=(
        ("Bổ sung thành viên của các hộ đó.", "Add the members of those households."),
        ("Kiểm tra mã hộ ở hai bảng có viết giống nhau không.", "See whether both tables write household ids alike."),
    ),
)  # fmt: skip
NOT_ASKED = add(
    "CLASSIFY-NOT-ASKED", Severity.INFO, title=("Câu hỏi không có cột", "Questions without a column"),
    message=(
        "Không có cột cho: {names}. Các câu này coi như chưa trả lời.",
        "There is no column for: {names}. They count as not answered.",
    ),
    fixes=(
        ("Thêm cột đó vào bảng.", "Add the column."),
        ("Chỉ ra cột tương ứng: --map CÂU_HỎI=CỘT.", "Say which column it is: --map QUESTION=COLUMN."),
    ),
)  # fmt: skip
UNUSED = add(
    "CLASSIFY-UNUSED", Severity.INFO, title=("Cột không dùng đến", "Columns not used"),
    message=("Không dùng các cột: {names}.", "Columns not used: {names}."),
    fixes=(
        ("Bỏ qua nếu đúng ý.", "Nothing to do where this is meant."),
        ("Chỉ ra câu hỏi của cột: --map CÂU_HỎI=CỘT.", "Say which question it answers: --map QUESTION=COLUMN."),
    ),
)  # fmt: skip
OF_KIND = {"option": OPTION, "yes_no": YES_NO, "birth": BIRTH, "area": AREA}
