"""What can be wrong with a table that comes in to be counted: kinds of findings, in Vietnamese and English.

`line` of a finding is the first row concerned, counted as a spreadsheet shows it: the header is row 1. In Parquet
files, which have no header, the first row of data is row 1.
"""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("analysis")
add = CATALOGUE.add

UNREADABLE = add(
    "DATA-UNREADABLE",
    Severity.ERROR,
    title=("Không đọc được dữ liệu", "Data that cannot be read"),
    message=("Không đọc được {path}: {why}.", "Cannot read {path}: {why}."),
    fixes=(
        (
            "Kiểm tra tên và quyền đọc của tệp hoặc thư mục.",
            "Check the name of the file or folder and the right to read.",
        ),
        (
            "Lưu lại thành Parquet, CSV (UTF-8) hoặc Excel (.xlsx) rồi chạy lại.",
            "Save it as Parquet, CSV (UTF-8) or Excel (.xlsx) and run again.",
        ),
    ),
)
EMPTY = add(
    "DATA-EMPTY",
    Severity.ERROR,
    title=("Không có dòng dữ liệu nào", "No row of data"),
    message=("{path} không có dòng dữ liệu nào.", "{path} holds no row of data."),
    fixes=(
        ("Kiểm tra có chọn đúng tệp, đúng trang tính không.", "Check that this is the right file and sheet."),
        ("Xuất lại dữ liệu từ nguồn.", "Export the data from its source again."),
    ),
)
NO_COLUMN = add(
    "DATA-NO-COLUMN",
    Severity.ERROR,
    title=("Thiếu cột", "A column is missing"),
    message=(
        "Không có cột “{column}”. Các cột có: {columns}.",
        "There is no column “{column}”. Columns there: {columns}.",
    ),
    fixes=(
        ("Sửa tên cột trong lệnh hoặc trong tệp.", "Correct the column's name in the command or in the file."),
        ("Chỉ ra cột tương ứng: --map {column}=TÊN_CỘT.", "Say which column it is: --map {column}=COLUMN."),
    ),
)
COLUMN_TWICE = add(
    "DATA-COLUMN-TWICE",
    Severity.ERROR,
    title=("Tên cột trùng nhau", "Two columns of one name"),
    message=("Hai cột cùng tên “{column}” trong {path}.", "Two columns named “{column}” in {path}."),
    fixes=(
        ("Đổi tên một trong hai cột.", "Rename one of them."),
        ("Xóa cột thừa.", "Remove the one not needed."),
    ),
)
BROKEN_ROW = add(
    "DATA-ROW",
    Severity.ERROR,
    title=("Dòng hỏng", "Broken rows"),
    message=(
        "{count} dòng không tách được thành các cột ({why}); dòng: {rows}. Các dòng này không được tính.",
        "{count} rows cannot be split into columns ({why}); rows: {rows}. They are not counted.",
    ),
    fixes=(
        ("Sửa các dòng đó trong tệp nguồn.", "Correct those rows in the source."),
        ("Lưu lại tệp từ Excel hoặc dùng Parquet.", "Save the file again from Excel, or use Parquet."),
    ),
)
VALUE = add(
    "DATA-VALUE",
    Severity.ERROR,
    title=("Giá trị không phải 0/1", "Values other than 0/1"),
    message=(
        "Cột “{column}”: {count} dòng có giá trị khác 0/1/true/false/trống ({values}); dòng: {rows}. "
        "Các dòng này không được tính.",
        "Column “{column}”: {count} rows hold values other than 0/1/true/false/empty ({values}); rows: {rows}. "
        "They are not counted.",
    ),
    fixes=(
        ("Ghi 1 nếu thiếu hụt, 0 nếu không, để trống nếu không có câu trả lời.",
         "Write 1 where deprived, 0 where not, nothing where there is no answer."),
        ("Xem các dòng bị loại: --bad-rows TỆP.", "See the rows left out: --bad-rows FILE."),
    ),
)  # fmt: skip
NUMBER = add(
    "DATA-NUMBER",
    Severity.ERROR,
    title=("Giá trị không phải số hợp lệ", "Values that are not valid numbers"),
    message=(
        "Cột “{column}”: {count} dòng có giá trị không phải số không âm ({values}); dòng: {rows}. "
        "Các dòng này không được tính.",
        "Column “{column}”: {count} rows hold no number of 0 or more ({values}); rows: {rows}. They are not counted.",
    ),
    fixes=(
        ("Ghi số bằng chữ số, dấu thập phân là dấu chấm.", "Write digits, with a point before decimals."),
        ("Xem các dòng bị loại: --bad-rows TỆP.", "See the rows left out: --bad-rows FILE."),
    ),
)
BLANK = add(
    "DATA-BLANK",
    Severity.ERROR,
    title=("Ô bắt buộc bị trống", "Cells that must not be empty"),
    message=(
        "Cột “{column}”: {count} dòng bị trống; dòng: {rows}. Các dòng này không được tính.",
        "Column “{column}”: {count} rows are empty; rows: {rows}. They are not counted.",
    ),
    fixes=(
        ("Điền vào các dòng đó.", "Fill those rows in."),
        ("Không dùng cột này, hoặc thay nó bằng “-” trong lệnh.", "Do without the column, or write “-” for it."),
    ),
)
ID_TWICE = add(
    "DATA-ID-TWICE",
    Severity.ERROR,
    title=("Mã trùng nhau", "One id in several rows"),
    message=(
        "Cột “{column}”: {ids} mã xuất hiện nhiều lần, trong {count} dòng ({values}); dòng: {rows}. "
        "Không dòng nào trong số này được tính, vì không biết dòng nào đúng.",
        "Column “{column}”: {ids} ids stand in more than one row, {count} rows in all ({values}); rows: {rows}. "
        "None of them is counted, for nobody knows which is right.",
    ),
    fixes=(
        ("Giữ lại một dòng cho mỗi mã.", "Keep one row for each id."),
        ("Nếu mỗi dòng là một người, dùng cột mã của người.", "Where a row is a person, use the person's id column."),
    ),
)
MISSING = add(
    "DATA-MISSING",
    Severity.WARNING,
    title=("Không có câu trả lời", "No answer"),
    message=(
        "Chỉ số “{column}”: {count} dòng không có câu trả lời; cách xử lý: {policy}.",
        "Indicator “{column}”: {count} rows hold no answer; treated as: {policy}.",
    ),
    fixes=(
        ("Bổ sung câu trả lời ở nguồn.", "Get the answers at the source."),
        ("Chọn cách xử lý khác: --missing {column}=drop|not-deprived|deprived.",
         "Choose another treatment: --missing {column}=drop|not-deprived|deprived."),
    ),
)  # fmt: skip
LONE_PSU = add(
    "DATA-LONE-PSU",
    Severity.WARNING,
    title=("Tầng chỉ có một cụm", "Strata with one cluster"),
    message=(
        "{count} tầng chỉ có một cụm; phần đóng góp của chúng vào sai số được tính quanh trung bình chung.",
        "{count} strata have a single cluster; their part of the errors is taken around the overall mean.",
    ),
    fixes=(
        ("Gộp các tầng đó với tầng gần nhất.", "Join those strata to their nearest neighbour."),
        ("Giữ nguyên nếu chấp nhận sai số lớn hơn thực tế.", "Leave it where errors that are too large will do."),
    ),
)
OPTION = add(
    "DATA-OPTION",
    Severity.ERROR,
    title=("Tùy chọn của lệnh không đúng", "An option that makes no sense"),
    message=("{option}: {why}.", "{option}: {why}."),
    fixes=(
        ("Sửa lại tùy chọn đó.", "Correct that option."),
        ("Xem hướng dẫn: giamngheo {command} --help.", "See how it is used: giamngheo {command} --help."),
    ),
)
ENGINE = add(
    "DATA-ENGINE",
    Severity.ERROR,
    title=("Chưa cài bộ máy tính toán", "The engine is not installed"),
    message=("Cần cài thêm {what}: {install}", "This needs {what}: {install}"),
    fixes=(
        ("Chạy: {install}", "Run: {install}"),
        ("Hoặc chọn bộ máy khác: --engine {other}.", "Or take the other engine: --engine {other}."),
    ),
)
ENGINE_START = add(
    "DATA-ENGINE-START",
    Severity.ERROR,
    title=("Bộ máy tính toán không chạy", "The engine does not start"),
    message=("Spark không khởi động được: {why}.", "Spark does not start: {why}."),
    fixes=(
        ("Cài Java 17 (Debian, Ubuntu: apt install openjdk-17-jre-headless) và kiểm tra JAVA_HOME.",
         "Install Java 17 (Debian, Ubuntu: apt install openjdk-17-jre-headless) and check JAVA_HOME."),
        ("Kiểm tra địa chỉ --master, hoặc dùng --engine duckdb.",
         "Check the --master address, or use --engine duckdb."),
    ),
)  # fmt: skip
