"""What can be wrong when a list, itself in order, meets the register."""

from giamngheo.foundation.findings import Severity
from giamngheo.households.lists.problems import CATALOGUE

Pair = tuple[str, str]
_WHERE = ("Trang “{sheet}”: ", "Sheet “{sheet}”: ")


def _add(code: str, severity: Severity, title: Pair, message: Pair, *fixes: Pair):
    told = (_WHERE[0] + message[0], _WHERE[1] + message[1])
    return CATALOGUE.add(f"LIST-{code}", severity, title=title, message=told, fixes=fixes)


_VILLAGE_COLUMN = ("Ghi tên thôn ở cột thôn hoặc ở một dòng riêng phía trên", "Name it in a column, or in a row above")
NO_VILLAGE = _add(
    "NO-VILLAGE",
    Severity.ERROR,
    ("Hộ không ghi thôn", "A household without a village"),
    ("không rõ hộ này ở thôn nào.", "it is not clear in which village the household lives."),
    _VILLAGE_COLUMN,
    (
        "Chọn thôn cho những dòng không ghi thôn, ngay trên trang xem trước",
        "Choose the village of rows that name none, in the preview",
    ),
)
VILLAGE_UNKNOWN = _add(
    "VILLAGE-UNKNOWN",
    Severity.ERROR,
    ("Thôn chưa có trong xã", "A village the commune does not have"),
    ("“{village}” không phải thôn nào của {unit}.", "“{village}” is no village of {unit}."),
    ("Đánh dấu thôn này ở “Thôn chưa có” để tạo khi nhập", "Tick it among the villages to be created"),
    ("Sửa tên thôn trong tệp cho đúng tên trong hệ thống", "Correct the name in the file"),
)
VILLAGE_TWICE = _add(
    "VILLAGE-AMBIGUOUS",
    Severity.ERROR,
    ("Hai thôn cùng tên", "Two villages of one name"),
    ("“{village}” có thể là {listed}.", "“{village}” may be {listed}."),
    ("Ghi đủ tên thôn như trong hệ thống", "Write the whole name as the system has it"),
    _VILLAGE_COLUMN,
)
ALREADY = _add(
    "ALREADY-THERE",
    Severity.INFO,
    ("Đã có, không nhập lại", "Already there, not imported again"),
    (
        "cả hộ này đã có trong sổ (hộ {household}, {village}).",
        "the household is in the register ({household}, {village}).",
    ),
    ("Không phải làm gì", "Nothing to do"),
    ("Mở hộ trong sổ nếu cần đính chính", "Open the household to correct it"),
)
_OTHER_PERSON = (
    "Nếu là hai người khác nhau: ghi thêm số định danh hoặc đủ ngày sinh rồi nhập lại",
    "If they are two people: add the citizen id or the whole birth and import again",
)
ELSEWHERE = _add(
    "IN-REGISTER",
    Severity.ERROR,
    ("Người đã có trong sổ ở chỗ khác", "Somebody who is in the register elsewhere"),
    ("“{name}” đã có trong sổ: {where_vi}.", "“{name}” is in the register: {where_en}."),
    (
        "Nếu cùng một người: ghi chuyển đến, tách hộ hoặc nhập hộ trên trang của hộ đó",
        "If it is the same person: enter an arrival, a split or a merger on that household's page",
    ),
    _OTHER_PERSON,
)
NEW_MEMBER = _add(
    "NEW-MEMBER",
    Severity.ERROR,
    ("Người chưa có trong hộ đã có", "A new member of a known household"),
    (
        "hộ đã có trong sổ (hộ {household}, {village}), nhưng chưa có “{name}”.",
        "the household is in the register ({household}, {village}), “{name}” is not in it.",
    ),
    ("Ghi “Sinh” hoặc “Chuyển đến” trên trang của hộ", "Enter a birth or an arrival on the household's page"),
    ("Xóa dòng này nếu ghi nhầm hộ", "Remove the row if it stands in the wrong household"),
)
PERSON_TWICE = _add(
    "PERSON-TWICE",
    Severity.ERROR,
    ("Một người ghi hai lần trong tệp", "Somebody twice in the file"),
    (
        "“{name}” trùng tên, năm sinh và thôn với dòng {other} (trang “{other_sheet}”).",
        "“{name}” has the name, birth and village of row {other} (sheet “{other_sheet}”).",
    ),
    ("Xóa bớt một dòng nếu là một người", "Remove one of the rows if it is one person"),
    _OTHER_PERSON,
)
TOO_LONG = _add(
    "TOO-LONG",
    Severity.ERROR,
    ("Chữ quá dài", "Too many characters"),
    ("{field_vi} dài quá {most} ký tự.", "{field_en} has more than {most} characters."),
    ("Viết gọn lại trong tệp", "Shorten it in the file"),
    ("Để trống, ghi sau trên trang của hộ", "Leave it empty for now"),
)
