"""What can be wrong with a list, said so that an officer can put it right in the file itself."""

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("lists")
_CORRECT = ("Sửa ô đó trong tệp rồi nhập lại", "Correct the cell in the file and import again")
_LEAVE = ("Để trống ô nếu chưa biết", "Leave the cell empty if it is not known")
_MAP = ("Chỉ cho hệ thống cột nào là cột này", "Tell the system which column it is")


def _cell(code: str, severity: Severity, title: tuple[str, str], message: tuple[str, str], *fixes: tuple[str, str]):
    where = ("Trang “{sheet}”, cột {column}: ", "Sheet “{sheet}”, column {column}: ")
    return CATALOGUE.add(
        code,
        severity,
        title=title,
        message=(where[0] + message[0], where[1] + message[1]),
        fixes=fixes or (_CORRECT, _LEAVE),
    )


UNREADABLE = CATALOGUE.add(
    "LIST-UNREADABLE",
    Severity.ERROR,
    title=("Không đọc được tệp", "The file cannot be read"),
    message=(
        "“{name}” không phải tệp Excel hoặc OpenDocument đọc được: {why}.",
        "“{name}” is no readable Excel or OpenDocument file: {why}.",
    ),
    fixes=(
        (
            "Mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi nhập lại",
            "Open it in Excel or LibreOffice, save as .xlsx and import again",
        ),
        ("Bỏ mật khẩu của tệp nếu có", "Remove the file's password if it has one"),
    ),
)
NO_HEADING = CATALOGUE.add(
    "LIST-NO-HEADING",
    Severity.WARNING,
    title=("Không thấy dòng tiêu đề cột", "No row of headings"),
    message=(
        "Trang “{sheet}” không có dòng tiêu đề nào có cột họ và tên; trang này không được nhập.",
        "Sheet “{sheet}” has no row of headings with a column of names; it is not imported.",
    ),
    fixes=(
        (
            "Thêm dòng tiêu đề có “Họ và tên” phía trên danh sách",
            "Add a row of headings with “Họ và tên” above the list",
        ),
        ("Bỏ qua nếu trang này không phải danh sách", "Pass it over if the sheet is no list"),
    ),
)
EMPTY = CATALOGUE.add(
    "LIST-EMPTY",
    Severity.ERROR,
    title=("Không có người nào trong tệp", "Nobody in the file"),
    message=("“{name}” không có dòng nào đọc được là một người.", "“{name}” has no row that reads as a person."),
    fixes=(("Kiểm tra đã chọn đúng tệp", "Check that it is the right file"), _MAP),
)
SAME_MEANING = CATALOGUE.add(
    "LIST-COLUMN-TWICE",
    Severity.WARNING,
    title=("Hai cột cùng nghĩa", "Two columns with one meaning"),
    message=(
        "Trang “{sheet}”: cột {column} “{heading}” cùng nghĩa với cột {other}; chỉ cột {other} được đọc.",
        "Sheet “{sheet}”: column {column} “{heading}” means the same as column {other}; only column {other} is read.",
    ),
    fixes=(_MAP, ("Xóa bớt một cột", "Remove one of the columns")),
)
UNKNOWN_COLUMN = CATALOGUE.add(
    "LIST-COLUMN-UNKNOWN",
    Severity.INFO,
    title=("Cột chưa biết nghĩa", "A column nobody knows"),
    message=(
        "Trang “{sheet}”: cột {column} “{heading}” không được nhập.",
        "Sheet “{sheet}”: column {column} “{heading}” is not imported.",
    ),
    fixes=(_MAP, ("Bỏ qua nếu không cần cột này", "Pass it over if the column is not needed")),
)
NOT_UNDERSTOOD = CATALOGUE.add(
    "LIST-ROW-UNKNOWN",
    Severity.WARNING,
    title=("Dòng không hiểu", "A row not understood"),
    message=(
        "Trang “{sheet}”: dòng này không có họ tên, không phải thôn, không phải dòng cộng; không được nhập.",
        "Sheet “{sheet}”: the row has no name, is no village and no total; it is not imported.",
    ),
    fixes=(
        ("Điền họ và tên nếu là một người", "Fill in the name if it is a person"),
        ("Xóa dòng nếu thừa", "Delete the row if it is not needed"),
    ),
)
NAME_MARKS = _cell(
    "LIST-NAME-MARKS",
    Severity.ERROR,
    ("Họ tên có chữ số hoặc ký hiệu", "A name with digits or marks"),
    ("“{text}” có ký tự không có trong họ tên.", "“{text}” has characters no name has."),
    _CORRECT,
    ("Chuyển phần không phải tên sang cột ghi chú", "Move what is no name to the column of notes"),
)
NAME_SHORT = _cell(
    "LIST-NAME-SHORT",
    Severity.WARNING,
    ("Họ tên chỉ có một chữ", "A name of one word"),
    ("“{text}” chỉ có một chữ.", "“{text}” is one word only."),
    ("Điền đủ họ và tên", "Fill in the whole name"),
    ("Giữ nguyên nếu giấy tờ ghi như vậy", "Leave it if the papers say so"),
)
BIRTH_UNREADABLE = _cell(
    "LIST-BIRTH",
    Severity.ERROR,
    ("Không đọc được ngày sinh", "A birth that cannot be read"),
    ("“{text}” không phải ngày hoặc năm sinh.", "“{text}” is no day or year of birth."),
    ("Ghi dạng 31/12/1980, hoặc chỉ năm 1980", "Write 31/12/1980, or the year 1980 alone"),
    _LEAVE,
)
BIRTH_SHORT_YEAR = _cell(
    "LIST-BIRTH-SHORT-YEAR",
    Severity.ERROR,
    ("Năm sinh hai chữ số", "A year of two digits"),
    ("“{text}” không rõ thế kỷ.", "“{text}” does not say the century."),
    ("Ghi năm đủ bốn chữ số", "Write the year with four digits"),
    _LEAVE,
)
BIRTH_IMPOSSIBLE = _cell(
    "LIST-BIRTH-IMPOSSIBLE",
    Severity.ERROR,
    ("Ngày sinh không thể có", "An impossible birth"),
    (
        "“{text}” sau ngày lập danh sách hoặc cách đây trên 130 năm.",
        "“{text}” is after the day of the list or more than 130 years ago.",
    ),
    _CORRECT,
    _LEAVE,
)
BIRTH_YEAR_ONLY = _cell(
    "LIST-BIRTH-YEAR-ONLY",
    Severity.INFO,
    ("Chỉ giữ năm sinh", "The year alone is kept"),
    ("“{text}” không đủ ngày, tháng; giữ năm {year}.", "“{text}” lacks day or month; the year {year} is kept."),
    ("Ghi đủ ngày, tháng, năm nếu biết", "Write day, month and year if known"),
    ("Giữ nguyên nếu chỉ biết năm", "Leave it if only the year is known"),
)
BIRTH_BOTH = _cell(
    "LIST-BIRTH-BOTH",
    Severity.ERROR,
    ("Năm sinh ghi ở cả cột nam và cột nữ", "A birth in both the male and the female column"),
    ("“{text}” ghi ở cả hai cột nam và nữ.", "“{text}” stands in both the male and the female column."),
    ("Xóa năm sinh ở cột không đúng", "Clear the birth in the wrong column"),
    _CORRECT,
)
SEX_UNREADABLE = _cell(
    "LIST-SEX",
    Severity.ERROR,
    ("Không rõ giới tính", "Sex not clear"),
    ("“{text}” không rõ là nam hay nữ.", "“{text}” says neither male nor female."),
    ("Ghi “Nam” hoặc “Nữ”", "Write “Nam” or “Nữ”"),
    _LEAVE,
)
CITIZEN_ID = _cell(
    "LIST-CITIZEN-ID",
    Severity.ERROR,
    ("Số giấy tờ sai độ dài", "A citizen id of a wrong length"),
    (
        "số có {count} chữ số; phải là 12 (căn cước) hoặc 9 (chứng minh nhân dân cũ).",
        "the number has {count} digits; 12 (citizen id) or 9 (old card) are needed.",
    ),
)
CITIZEN_ID_ZERO = _cell(
    "LIST-CITIZEN-ID-ZERO",
    Severity.INFO,
    ("Thêm lại số 0 đầu mà Excel đã bỏ", "The leading zero Excel dropped is put back"),
    (
        "số đọc là {count} chữ số, thêm lại số 0 ở đầu.",
        "the number was read with {count} digits; a zero is put back in front.",
    ),
    ("Định dạng cột là “Văn bản” trong Excel", "Format the column as text in Excel"),
    ("Kiểm tra lại số này với giấy tờ", "Compare the number with the papers"),
)
CITIZEN_ID_TWICE = _cell(
    "LIST-CITIZEN-ID-TWICE",
    Severity.ERROR,
    ("Một số giấy tờ ghi cho hai người", "One citizen id for two people"),
    ("số này cũng ghi ở dòng {other}.", "the number also stands in row {other}."),
)
RELATION_UNKNOWN = _cell(
    "LIST-RELATION",
    Severity.INFO,
    ("Quan hệ ghi là “khác”", "Relation kept as other"),
    (
        "“{text}” không thuộc các quan hệ đã biết; giữ là “khác”.",
        "“{text}” is no relation that is known; kept as other.",
    ),
)
RELATION_AMBIGUOUS = _cell(
    "LIST-RELATION-AMBIGUOUS",
    Severity.WARNING,
    ("“Cháu” có thể là hai quan hệ", "A word for two relations"),
    (
        "“{text}” có thể là cháu nội, cháu ngoại, hoặc con của anh, chị, em; ghi là chưa rõ.",
        "“{text}” may be a grandchild, or a brother's or sister's child; kept as unknown.",
    ),
    (
        "Chọn chữ ấy trong tệp này là gì, ở mục “Nghĩa của các cột”",
        "Say what the word means in this file, among the columns' meanings",
    ),
    ("Ghi rõ trong tệp: cháu nội, cháu ngoại, cháu họ", "Write it out in the file: cháu nội, cháu ngoại, cháu họ"),
)
ETHNIC_UNKNOWN = _cell(
    "LIST-ETHNIC-GROUP",
    Severity.WARNING,
    ("Dân tộc không có trong danh mục", "An ethnic group not in the list"),
    ("“{text}” không có trong danh mục 54 dân tộc; để trống.", "“{text}” is not among the 54 groups; left open."),
)
PHONE = _cell(
    "LIST-PHONE",
    Severity.WARNING,
    ("Số điện thoại không đúng", "A wrong phone number"),
    ("số điện thoại không đọc được; để trống.", "the phone number cannot be read; left open."),
)


def _household(
    code: str, severity: Severity, title: tuple[str, str], message: tuple[str, str], *fixes: tuple[str, str]
):
    where = ("Trang “{sheet}”: ", "Sheet “{sheet}”: ")
    return CATALOGUE.add(
        code, severity, title=title, message=(where[0] + message[0], where[1] + message[1]), fixes=fixes
    )


NO_HEAD = _household(
    "LIST-NO-HEAD",
    Severity.ERROR,
    ("Hộ không có chủ hộ", "A household without head"),
    ("không dòng nào của hộ này ghi là chủ hộ.", "no row of this household says head."),
    ("Ghi “Chủ hộ” ở cột quan hệ của một người", "Write “Chủ hộ” in the relation of one person"),
    ("Kiểm tra số thứ tự hộ của các dòng này", "Check the household numbers of these rows"),
)
TWO_HEADS = _household(
    "LIST-TWO-HEADS",
    Severity.ERROR,
    ("Hộ có hai chủ hộ", "A household with two heads"),
    ("dòng {other} cũng ghi là chủ hộ của cùng hộ này.", "row {other} also says head of this household."),
    ("Tách thành hai hộ bằng hai số thứ tự hộ", "Part them into two households by two numbers"),
    _CORRECT,
)
COUNT_DIFFERS = _household(
    "LIST-COUNT",
    Severity.WARNING,
    ("Số khẩu khác số dòng", "The number of people differs from the rows"),
    ("số khẩu ghi là {told}, danh sách có {found} người.", "the list says {told} people and names {found}."),
    ("Thêm người còn thiếu", "Add who is missing"),
    ("Sửa số khẩu", "Correct the number"),
)
OTHER_ERROR = _household(
    "LIST-HOUSEHOLD-KEPT-OUT",
    Severity.INFO,
    ("Dòng giữ lại cùng hộ", "A row kept out with its household"),
    (
        "dòng này không có lỗi, nhưng hộ của dòng này có (dòng {other}); cả hộ chưa được nhập.",
        "the row has no error, but its household has (row {other}); the household is not imported.",
    ),
    ("Sửa các dòng có lỗi của hộ", "Correct the household's rows that have errors"),
    ("Tách dòng này sang hộ khác nếu nhầm hộ", "Move the row if it belongs to another household"),
)
