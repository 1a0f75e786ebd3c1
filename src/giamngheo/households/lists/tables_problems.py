"""What can be wrong with a table that is read into a book: columns, rows, cells, and who a row is about."""

from giamngheo.foundation.findings import Catalogue, Entry, Severity

CATALOGUE = Catalogue("tables")
Pair = tuple[str, str]
_CELL = ("Sửa ô đó trong tệp rồi gửi lại.", "Correct the cell and send the file again.")
_TEMPLATE = ("Tải mẫu rồi chép dữ liệu vào đó.", "Take the template and copy the data into it.")
_OUT = ("Xóa dòng này nếu không cần.", "Remove the row if it is not needed.")


def _add(code: str, title: Pair, message: Pair, *fixes: Pair, severity: Severity = Severity.ERROR) -> Entry:
    return CATALOGUE.add(f"TABLE-{code}", severity, title=title, message=message, fixes=fixes)


FILE = _add(
    "FILE", ("Không nhận được tệp", "No file"),
    ("Chưa có tệp, hoặc tệp quá lớn, hoặc trang xem trước đã để quá một ngày.",
     "There is no file, it is too large, or the preview is more than a day old."),
    ("Chọn tệp Excel rồi gửi lại.", "Choose the workbook and send it again."), _TEMPLATE,
)  # fmt: skip
HEADING = _add(
    "HEADING", ("Không thấy dòng tiêu đề", "No heading"),
    ("Trong 40 dòng đầu không có dòng tiêu đề nào có các cột: {columns}.",
     "None of the first 40 rows is a heading with the columns: {columns}."),
    _TEMPLATE, ("Thêm dòng tiêu đề như trong mẫu.", "Add the heading of the template."),
)  # fmt: skip
COLUMN = _add(
    "COLUMN", ("Thiếu cột", "A column is missing"),
    ("Thiếu cột “{column}”.", "The column “{column}” is missing."),
    ("Thêm cột đó.", "Add the column."), _TEMPLATE,
)  # fmt: skip
SAME = _add(
    "SAME-COLUMN", ("Hai cột cùng nghĩa", "Two columns of one meaning"),
    ("“{one}” và “{other}” cùng là một cột.", "“{one}” and “{other}” are the same column."),
    ("Xóa bớt một cột.", "Remove one of them."), ("Đổi tên cột không dùng.", "Rename the one that is not used."),
)  # fmt: skip
UNKNOWN = _add(
    "UNKNOWN-COLUMN", ("Cột không dùng đến", "Columns passed over"),
    ("Không đọc các cột: {columns}.", "Columns that are not read: {columns}."),
    ("Không phải làm gì.", "Nothing to do."),
    ("Đổi tiêu đề như trong mẫu nếu cần đọc cột đó.", "Name it as in the template to have it read."),
    severity=Severity.INFO,
)  # fmt: skip
TOO_MANY = _add(
    "TOO-MANY", ("Quá nhiều dòng", "Too many rows"),
    ("Tệp có {count} dòng; mỗi lần nhận nhiều nhất {most} dòng.", "{count} rows; {most} at most are taken at once."),
    ("Tách thành nhiều tệp, ví dụ mỗi thôn một tệp.", "Send a file a village."),
    ("Bỏ bớt dòng thừa.", "Remove rows that are not needed."),
)  # fmt: skip
EMPTY = _add(
    "EMPTY", ("Không có dòng nào", "No rows"), ("Dưới tiêu đề không có dòng nào.", "No row stands below the heading."),
    ("Điền danh sách rồi gửi lại.", "Fill the list and send it again."),
    ("Kiểm tra đã chọn đúng tệp.", "Check that it is the right file."),
)  # fmt: skip
MISSING = _add(
    "MISSING", ("Ô bắt buộc để trống", "An empty cell"), ("Cột “{column}” để trống.", "“{column}” is empty."),
    ("Điền ô đó.", "Fill the cell."), _OUT,
)  # fmt: skip
CELL = _add(
    "CELL", ("Ô không đọc được", "A cell that cannot be read"),
    ("Cột “{column}”: “{text}” không đọc được là {wanted_vi}.", "“{column}”: “{text}” is not {wanted_en}."),
    _CELL, ("Xem trang “Cách ghi” của mẫu.", "See the second sheet of the template."),
)  # fmt: skip
TOO_LONG = _add(
    "TOO-LONG", ("Chữ quá dài", "Too many characters"),
    ("Cột “{column}” dài quá {most} ký tự.", "“{column}” has more than {most} characters."),
    ("Viết gọn lại.", "Shorten it."), ("Để trống nếu không cần.", "Leave it empty."),
)  # fmt: skip
NOTHING_NEW = _add(
    "NOTHING-NEW", ("Không có dòng nào ghi được", "Nothing to enter"),
    ("Không có dòng nào ghi được vào sổ.", "No row can be entered."),
    ("Sửa các dòng có lỗi rồi gửi lại.", "Correct the rows and send the file again."),
    ("Kiểm tra tệp này đã nhập chưa.", "Check whether the file was entered already."),
)  # fmt: skip
UNDONE = _add(
    "UNDONE", ("Đã hoàn tác rồi", "Undone already"),
    ("Lần nhập này đã được hoàn tác.", "This import was undone."),
    ("Nhập lại tệp nếu cần.", "Send the file again if it is needed."), ("Không phải làm gì.", "Nothing to do."),
)  # fmt: skip
NO_REASON = _add(
    "NO-REASON", ("Thiếu lý do", "No reason"), ("Hoàn tác cần ghi lý do.", "Undoing needs a reason."),
    ("Ghi lý do ngắn gọn.", "Write a short reason."), ("Thôi, không hoàn tác.", "Leave it."),
)  # fmt: skip

_ID = ("Kiểm tra số định danh trên thẻ.", "Check the number on the card.")
_CODE = ("Ghi mã hộ như trong sổ hộ.", "Write the household's code of the register.")
ID_UNKNOWN = _add(
    "ID-UNKNOWN", ("Số định danh không có trong xã", "An id nobody here has"),
    ("Không ai đang ở xã ngày {day} có số định danh này.", "Nobody living here on {day} has this citizen id."),
    _ID, ("Ghi số vào sổ hộ, hoặc dùng mã hộ.", "Enter it in the register, or use the household's code."),
)  # fmt: skip
ID_NAME = _add(
    "ID-NAME", ("Số định danh của người khác", "The id of somebody else"),
    ("Số định danh này là của “{known}”, không phải “{name}”.", "This id is of “{known}”, not of “{name}”."),
    _ID, ("Sửa tên cho đúng sổ hộ.", "Write the name as the register has it."),
)  # fmt: skip
ID_HOME = _add(
    "ID-HOME", ("Số định danh và mã hộ không cùng hộ", "Id and code are of two households"),
    ("“{name}” ở hộ {known}, không phải hộ {code}.", "“{name}” lives in {known}, not in {code}."),
    _CODE, _ID,
)  # fmt: skip
CODE_UNKNOWN = _add(
    "CODE-UNKNOWN", ("Mã hộ không có trong xã", "No such household"),
    ("Không hộ nào đang ở xã ngày {day} có mã “{code}”.", "No household living here on {day} has the code “{code}”."),
    _CODE, ("Dùng số định danh của người nhận.", "Use the citizen id."),
)  # fmt: skip
CODE_TWICE = _add(
    "CODE-TWICE", ("Hai hộ cùng mã", "Two households of one code"),
    ("Nhiều hộ có mã “{code}”.", "Several households have the code “{code}”."),
    ("Dùng số định danh của người nhận.", "Use the citizen id."),
    ("Sửa mã hộ trong sổ hộ.", "Correct the codes in the register."),
)  # fmt: skip
NOT_MEMBER = _add(
    "NOT-MEMBER", ("Không phải người của hộ", "Not of the household"),
    ("Ngày {day}, hộ {household} không có “{name}”; hộ có: {members}.",
     "On {day} {household} has no “{name}”; it has: {members}."),
    ("Sửa tên cho đúng sổ hộ.", "Write the name as the register has it."), _CODE,
)  # fmt: skip
NAMESAKES = _add(
    "NAMESAKES", ("Nhiều người cùng tên", "Several of one name"),
    ("Nhiều người tên “{name}”: {where}.", "Several are called “{name}”: {where}."),
    _CODE, ("Ghi số định danh.", "Write the citizen id."),
)  # fmt: skip
NOBODY = _add(
    "NOBODY", ("Chưa rõ là ai", "Nobody found"),
    ("Không tìm được “{name}”: cần số định danh, hoặc mã hộ, hoặc tên thôn và tên đúng như sổ hộ.",
     "“{name}” is not found: it takes a citizen id, a household's code, or a village and the name as registered."),
    ("Ghi số định danh.", "Write the citizen id."), _CODE,
)  # fmt: skip
BY_NAME = _add(
    "BY-NAME", ("Chỉ tìm theo tên và thôn", "Found by name and village only"),
    ("“{name}” được tìm theo tên trong {village}: hộ {household}. Xem lại có đúng người không.",
     "“{name}” was found by name in {village}: {household}. Look whether it is the right person."),
    ("Không phải làm gì nếu đúng người.", "Nothing to do if it is."), _CODE, severity=Severity.WARNING,
)  # fmt: skip
