"""Why something about work is refused: the catalogue, and the exception that carries findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from giamngheo.foundation.findings import Catalogue, Entry, Finding, FindingError, Severity

CATALOGUE = Catalogue("labour")
Pair = tuple[str, str]


class Refused(FindingError):  # noqa: N818 reads as what happened
    """Nothing was written. `findings`: every reason, at least one."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings[0])
        self.findings: Sequence[Finding] = findings


def refuse(entry: Entry, **values: Any) -> Refused:
    """The refusal of one finding, to be raised."""
    return Refused(entry.at(**values))


def _add(code: str, title: Pair, message: Pair, *fixes: Pair) -> Entry:
    return CATALOGUE.add(f"LABOUR-{code}", Severity.ERROR, title=title, message=message, fixes=fixes, source="")


_DAY = ("Sửa lại ngày.", "Correct the day.")
_MONEY = ("Gõ bằng đồng, ví dụ 6.000.000.", "Write đồng, such as 6.000.000.")

NOT_HERE = _add(
    "NOT-HERE", ("Người không ở xã trong ngày đó", "Not of the commune that day"),
    ("{who} không có trong sổ hộ của xã ngày {day}.", "{who} is in no household of the commune on {day}."),
    _DAY, ("Ghi người này vào sổ hộ trước.", "Enter this person into the register first."),
)  # fmt: skip
DAY = _add(
    "DAY", ("Ngày không đúng", "Not a day for this"),
    ("Ngày {day} chưa đến hoặc trước ngày bắt đầu.", "{day} is yet to come, or before it began."),
    _DAY, ("Kiểm tra năm đã gõ.", "Look at the year that was typed."),
)  # fmt: skip
WORK = _add(
    "WORK", ("Tình trạng và nhóm ngành không khớp", "Status and industry do not agree"),
    ("{who}: người có việc làm cần nhóm ngành; người khác thì để trống nhóm ngành và nghề.",
     "{who}: the employed need an industry; others have neither industry nor occupation."),
    ("Chọn nhóm ngành.", "Choose the industry."), ("Hoặc sửa tình trạng.", "Or correct the status."),
)  # fmt: skip
VALUE = _add(
    "VALUE", ("Giá trị không có trong danh mục", "Not a value of the list"),
    ("{who}: “{value}” không đọc được ở {field_vi}.", "{who}: “{value}” cannot be read as {field_en}."),
    ("Chọn một giá trị trong danh mục.", "Choose a value of the list."), _MONEY,
)  # fmt: skip
NAME = _add(
    "NAME", ("Mã người của người khác", "The number of somebody else"),
    ("Mã người {number} là “{known}”, không phải “{name}”.", "{number} is “{known}”, not “{name}”."),
    ("Tải lại danh sách để lấy đúng mã.", "Take the list again for the right numbers."),
    ("Sửa tên cho đúng sổ hộ.", "Write the name as the register has it."),
)  # fmt: skip
ROW_TWICE = _add(
    "ROW-TWICE", ("Ghi hai lần trong tệp", "Twice in the file"),
    ("“{who}” đã có ở dòng {row}.", "“{who}” stands in row {row}."),
    ("Xóa bớt một dòng.", "Remove one of the rows."), ("Sửa mã hoặc tên nếu là hai.", "Correct it if they are two."),
)  # fmt: skip
OLDER = _add(
    "OLDER", ("Cũ hơn lần khai đã có", "Older than what was told"),
    ("“{who}” đã khai ngày {day}, sau ngày {on} của dòng này.", "“{who}” told on {day}, later than this row's {on}."),
    _DAY, ("Xóa dòng này nếu lần khai sau mới đúng.", "Remove the row if the later one is right."),
)  # fmt: skip
OFFERED = _add(
    "OFFERED", ("Vị trí đã có, nội dung khác", "Known, and different"),
    ("“{title}” của {employer}, nhận từ {day}, đã có trong sổ với nội dung khác.",
     "“{title}” of {employer}, open since {day}, stands in the book with other content."),
    ("Tải danh sách ra rồi sửa dòng có mã; hoặc đóng vị trí cũ, nhập vị trí mới với ngày mới.",
     "Download the list and correct the row with its number; or close the old one and enter the new with its own day."),
    ("Xóa dòng này nếu sổ đã đúng.", "Remove the row if the book is right."),
)  # fmt: skip
VACANCY_UNKNOWN = _add(
    "VACANCY-UNKNOWN", ("Không có vị trí mang mã này", "No vacancy of that number"),
    ("Sổ của xã không có vị trí mã {code}.", "The commune's book has no vacancy {code}."),
    ("Để trống cột mã nếu là vị trí mới.", "Leave the number blank for a new vacancy."),
    ("Tải lại danh sách rồi sửa trên tệp mới.", "Download the list again and correct that file."),
)  # fmt: skip
FEWER_PLACES = _add(
    "FEWER-PLACES", ("Ít chỗ hơn số người đã nhận", "Fewer places than people placed"),
    ("“{title}”: {count} người đã nhận việc, không giảm còn {places} chỗ được.",
     "“{title}”: {count} people were placed; {places} places are fewer."),
    ("Ghi số chỗ từ số người đã nhận việc trở lên.", "Give at least as many places as people placed."),
    ("Đảo lần nhận việc ghi nhầm trước.", "Take a placement entered by mistake back first."),
)  # fmt: skip
PLACED = _add(
    "PLACED", ("Đã có người nhận việc", "Somebody was placed"),
    ("Đã có người nhận việc qua “{title}”: không hoàn tác cả lần nhập được.",
     "Somebody was placed through “{title}”: the import cannot be undone as a whole."),
    ("Đóng từng vị trí còn lại.", "Close the others one by one."),
    ("Đảo lần nhận việc trước nếu ghi nhầm.", "First take the placement back if it is wrong."),
)  # fmt: skip
EMPTY = _add(
    "EMPTY", ("Thiếu thông tin", "Something is missing"),
    ("Cần ghi {field_vi}.", "{field_en} is needed."),
    ("Điền ô này.", "Fill the field in."), ("Nếu chưa rõ, hỏi lại rồi ghi sau.", "If unknown, ask first."),
)  # fmt: skip
CONTRACT = _add(
    "CONTRACT", ("Số hợp đồng đã ghi", "The contract is entered already"),
    ("{who} đã có lần nhận việc với hợp đồng {number}.", "{who} has a placement of contract {number} already."),
    ("Xem lần đã ghi.", "Look at the one entered."), ("Sửa số hợp đồng.", "Correct the number."),
)  # fmt: skip
ENDED = _add(
    "ENDED", ("Vị trí không còn tuyển", "The vacancy is not open"),
    ("“{title}” đã {state}; không đổi lại được.", "“{title}” is {state} and stays so."),
    ("Ghi một vị trí mới.", "Enter a new vacancy."), ("Chọn vị trí còn tuyển.", "Choose one that is open."),
)  # fmt: skip
NOT_FILLED = _add(
    "NOT-FILLED", ("Chưa tuyển đủ", "Not filled yet"),
    ("Mới có {count} người nhận việc trên {places} chỗ.", "{count} of {places} places are taken."),
    ("Ghi những người đã nhận việc.", "Enter who took the work."),
    ("Nếu không tuyển nữa, chọn “ngừng tuyển”.", "If no more are wanted, close it."),
)  # fmt: skip
REVERSED = _add(
    "REVERSED", ("Lần này đã được đảo", "Taken back already"),
    ("Lần nhận việc này đã được đảo hoặc là dòng đảo.", "This placement was taken back, or takes one back."),
    ("Không cần làm gì.", "Nothing is to be done."), ("Ghi lần nhận việc mới.", "Enter a new placement."),
)  # fmt: skip
TWICE = _add(
    "TWICE", ("Nơi tuyển đã có", "The employer is there"),
    ("“{name}” đã có trong danh sách.", "“{name}” is in the list."),
    ("Dùng nơi tuyển đã có.", "Use the one in the list."), ("Ghi rõ tên hơn.", "Give a fuller name."),
)  # fmt: skip
COURSE_STATE = _add(
    "COURSE-STATE", ("Không còn làm được ở bước này", "Not at this step"),
    ("“{title}” {state}; việc này không làm được ở bước đó.", "“{title}” is {state}; this cannot be done there."),
    ("Xem lại tình trạng.", "Look at its state."), ("Lớp hoặc phiên đã kết thúc thì giữ nguyên.",
                                                   "What is closed or cancelled stays as it is."),
)  # fmt: skip
COURSE_TWICE = _add(
    "COURSE-TWICE", ("Đã có tên trong lớp", "In the course already"),
    ("{who} đã có tên trong lớp “{title}”.", "{who} takes part in “{title}” already."),
    ("Bỏ chọn người này.", "Leave this person out."), ("Kiểm tra tên và chức danh.", "Look at the name and the post."),
)  # fmt: skip
COURSE_OFFICER = _add(
    "COURSE-OFFICER", ("Lớp nghề chỉ nhận người trong sổ hộ", "A vocational course is for people of the register"),
    ("{who}: lớp đào tạo nghề chỉ ghi người có trong sổ hộ.",
     "{who}: a vocational course takes people of the register only."),
    ("Chọn người này trong sổ hộ.", "Choose this person in the register."),
    ("Hoặc ghi vào một lớp tập huấn.", "Or enter them into a training."),
)  # fmt: skip
COURSE_HOURS = _add(
    "COURSE-HOURS", ("Số giờ dự không đúng", "Hours attended do not fit"),
    ("{who}: {hours} giờ dự, lớp có {most} giờ.", "{who}: {hours} hours attended of a course of {most}."),
    ("Sửa số giờ dự.", "Correct the hours attended."), ("Người hoàn thành phải dự ít nhất 1 giờ.",
                                                       "Who completed attended at least an hour."),
)  # fmt: skip
COURSE_RESULT = _add(
    "COURSE-RESULT", ("Kết quả chưa trọn", "The result is not whole"),
    ("{who}: hoàn thành thì không ghi lý do; không hoàn thành, bỏ học thì cần lý do và không có số chứng chỉ.",
     "{who}: who completed has no reason; who did not needs one, and has no certificate."),
    ("Ghi lý do.", "Give the reason."), ("Hoặc sửa kết quả.", "Or correct the result."),
)  # fmt: skip
COURSE_OPEN = _add(
    "COURSE-OPEN", ("Chưa kết thúc được", "Cannot be closed yet"),
    ("{count} người trên {all} chưa có kết quả.", "{count} of {all} people have no result."),
    ("Ghi kết quả của mọi người.", "Enter everybody's result."),
    ("Nếu lớp không diễn ra, hủy lớp với lý do.", "If it was never held, cancel it and say why."),
)  # fmt: skip
FAIR_NUMBERS = _add(
    "FAIR-NUMBERS", ("Số người không khớp", "Numbers do not agree"),
    ("{who}: tuyển {hired} người, phỏng vấn {interviewed} người, đã nối {linked} người.",
     "{who}: {hired} hired, {interviewed} interviewed, {linked} linked."),
    ("Số tuyển không nhiều hơn số phỏng vấn.", "No more are hired than interviewed."),
    ("Số người đã nối không nhiều hơn số tuyển.", "No more are linked than hired."),
)  # fmt: skip
FAIR_HIRE = _add(
    "FAIR-HIRE", ("Lần nhận việc không thuộc phiên này", "The placement is not of this fair"),
    ("Lần nhận việc của {who} đã nối, đã đảo, ở nơi khác, hoặc bắt đầu trước ngày {day}.",
     "The placement of {who} is linked or taken back, is elsewhere, or began before {day}."),
    ("Chọn lần nhận việc khác.", "Choose another placement."), ("Kiểm tra tên nơi tuyển.", "Look at the employer."),
)  # fmt: skip
