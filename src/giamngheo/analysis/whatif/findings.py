"""What can be wrong with a population that comes in to be judged, or with what is asked of it.

`line` is the row as a spreadsheet shows it: the header is row 1.
"""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("whatif")
add = CATALOGUE.add
NO_TABLE = add(
    "WHATIF-TABLE",
    Severity.ERROR,
    title=("Không có bảng cần thiết", "A table is missing"),
    message=("Không tìm thấy bảng “{table}” trong {path}.", "There is no table “{table}” in {path}."),
    fixes=(
        ("Dùng mẫu Excel tải ở màn hình này: hai trang tính “Hộ” và “Thành viên”.",
         "Use the Excel template of this screen: two sheets, “Hộ” and “Thành viên”."),
        ("Hoặc một thư mục có households và members (Parquet hoặc CSV).",
         "Or a folder with households and members (Parquet or CSV)."),
    ),
)  # fmt: skip
UNREADABLE = add(
    "WHATIF-UNREADABLE",
    Severity.ERROR,
    title=("Không đọc được tệp", "The file cannot be read"),
    message=("Không đọc được {path}: {why}.", "Cannot read {path}: {why}."),
    fixes=(
        ("Mở tệp bằng Excel, bỏ mật khẩu, lưu lại thành .xlsx.",
         "Open it in Excel, remove its password, save as .xlsx."),
        ("Tải mẫu Excel ở màn hình này rồi chép dữ liệu sang.",
         "Take the template of this screen and copy the data over."),
    ),
)  # fmt: skip
NO_COLUMN = add(
    "WHATIF-COLUMN",
    Severity.ERROR,
    title=("Thiếu cột", "A column is missing"),
    message=("Bảng “{table}” không có cột “{column}”.", "The table “{table}” has no column “{column}”."),
    fixes=(
        ("Thêm cột đó, giữ nguyên dòng tiêu đề của mẫu.", "Add it; keep the template's heading row."),
        ("Tải lại mẫu Excel và chép dữ liệu vào.", "Take the template again and copy the data in."),
    ),
)
VALUE = add(
    "WHATIF-VALUE",
    Severity.WARNING,
    title=("Ô không hiểu được", "A cell that means nothing"),
    message=(
        "Bảng “{table}”, cột “{column}”: {count} ô không hiểu được, ví dụ dòng {row}. Coi như chưa trả lời.",
        "Table “{table}”, column “{column}”: {count} cells mean nothing, for example row {row}. Taken for no answer.",
    ),
    fixes=(
        ("Chọn trong danh sách thả xuống của mẫu.", "Choose from the template's drop-down list."),
        ("Để trống nếu chưa có câu trả lời.", "Leave the cell empty where there is no answer."),
    ),
)
NO_ID = add(
    "WHATIF-ID",
    Severity.ERROR,
    title=("Mã hộ trống hoặc trùng", "Household ids empty or repeated"),
    message=(
        "Bảng “{table}”: {count} dòng có mã hộ trống, trùng hoặc không có trong bảng hộ, ví dụ dòng {row}. "
        "Các dòng này không được tính.",
        "Table “{table}”: {count} rows have an id that is empty, repeated or in no row of households, for example "
        "row {row}. They are not counted.",
    ),
    fixes=(
        ("Ghi mỗi hộ một mã, và đúng mã đó ở từng thành viên.", "Give each household one id, the same at its members."),
        ("Xóa dòng thừa.", "Remove the rows that are too many."),
    ),
)
NO_MEMBERS = add(
    "WHATIF-MEMBERS",
    Severity.WARNING,
    title=("Hộ không có thành viên", "Households without members"),
    message=(
        "{count} hộ không có thành viên nào (ví dụ mã {id}): không tính được bình quân đầu người, để riêng.",
        "{count} households have no member (id {id}, for example): nothing per person can be said; set apart.",
    ),
    fixes=(
        ("Thêm thành viên của các hộ đó.", "Add the members of those households."),
        ("Xóa các hộ không còn ở xã.", "Remove households that live there no more."),
    ),
)
EMPTY = add(
    "WHATIF-EMPTY",
    Severity.ERROR,
    title=("Không có hộ nào", "No household"),
    message=("{path} không có hộ nào đọc được.", "{path} holds no household that can be read."),
    fixes=(
        ("Điền ít nhất một hộ và thành viên của hộ.", "Fill in one household at least, and its members."),
        ("Kiểm tra có chọn đúng tệp không.", "Check that this is the right file."),
    ),
)
TOO_MANY = add(
    "WHATIF-MANY",
    Severity.ERROR,
    title=("Quá nhiều hộ cho cách này", "Too many households for this way"),
    message=("{count} hộ; cách này nhận tối đa {most} hộ.", "{count} households; this way takes {most} at most."),
    fixes=(
        ("Chia tệp theo xã.", "Split the file by commune."),
        ("Cài giamngheo[analysis] và dùng lệnh “giamngheo whatif”.",
         "Install giamngheo[analysis], use “giamngheo whatif”."),
    ),
)  # fmt: skip
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
