"""Why work, tasks, posts, meetings are refused: the catalogue, and the exception that carries findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from giamngheo.foundation.findings import Catalogue, Entry, Finding, FindingError, Severity

CATALOGUE = Catalogue("programme")
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
    return CATALOGUE.add(f"WORK-{code}", Severity.ERROR, title=title, message=message, fixes=fixes)


_RELOAD = ("Tải lại trang rồi làm lại.", "Load the page again and repeat it.")
_DAY = ("Sửa lại ngày.", "Correct the day.")
_LOOK = ("Xem lịch sử của dòng này.", "Look at its history.")

EMPTY = _add(
    "EMPTY", ("Còn thiếu", "Something is missing"),
    ("Chưa ghi {what_vi}.", "No {what_en} is given."),
    ("Ghi ô này rồi lưu lại.", "Fill the field in and save again."),
    ("Chưa biết thì để sang lần sau, chưa lưu.", "Where it is not known yet, do not save yet."),
)  # fmt: skip
DATES = _add(
    "DATES", ("Ngày không đúng thứ tự", "Days out of order"),
    ("Ngày kết thúc {end} trước ngày bắt đầu {start}.", "It ends on {end}, before it starts on {start}."),
    _DAY, ("Đổi hai ngày cho nhau nếu gõ nhầm ô.", "Exchange the two days."),
)  # fmt: skip
FUTURE = _add(
    "FUTURE", ("Ngày chưa đến", "A day to come"),
    ("Ngày {day} chưa đến: chỉ ghi việc đã xảy ra.", "{day} is to come: only what has happened is entered."),
    _DAY, ("Đợi đến ngày đó rồi ghi.", "Enter it when the day has come."),
)  # fmt: skip
YEAR = _add(
    "YEAR", ("Năm ngoài giai đoạn", "Outside the period"),
    ("Nội dung {node} thuộc giai đoạn {period}, không phải năm {year}.",
     "{node} belongs to {period}, not to {year}."),
    ("Chọn nội dung của giai đoạn chứa năm {year}.", "Choose a node of the period of {year}."),
    ("Năm 2026 dùng được cả hai giai đoạn khi vốn cũ được chuyển nguồn.",
     "In 2026 both periods may be used, where old money is carried over."),
)  # fmt: skip
QUANTITY = _add(
    "QUANTITY", ("Khối lượng không đúng", "Not a quantity"),
    ("Khối lượng “{text}” phải là số lớn hơn 0 và có đơn vị tính.",
     "“{text}” is not a quantity above nought with a unit of work."),
    ("Ghi số và đơn vị, ví dụ 20 và hộ.", "Write the number and its unit, such as 20 and hộ."),
    ("Việc không đo được thì để trống cả hai ô.", "Leave both empty where nothing is measured."),
)  # fmt: skip
BUDGET = _add(
    "BUDGET", ("Kinh phí không đúng", "Not a budget"),
    ("Kinh phí “{text}” phải là số nguyên đồng, mỗi nguồn một lần.",
     "“{text}” is not whole đồng, each source once."),
    ("Sửa lại số tiền hoặc nguồn vốn.", "Correct the amount or the source."),
    ("Chưa có kinh phí thì để trống.", "Leave it empty where there is none."),
)  # fmt: skip
PLACE = _add(
    "PLACE", ("Không thuộc đơn vị này", "Of another unit"),
    ("{what_vi} không thuộc đơn vị này.", "The {what_en} is not of this unit."),
    ("Chọn lại trong danh sách.", "Choose from the list."), _RELOAD,
)  # fmt: skip
CHANGED = _add(
    "CHANGED", ("Người khác vừa sửa", "Changed by somebody else"),
    ("“{title}” đã được sửa sau khi bạn mở trang.", "“{title}” was changed after you opened the page."),
    _RELOAD, ("Xem ai đã sửa trong nhật ký.", "See the trail for who changed it."),
)  # fmt: skip
STATE = _add(
    "STATE", ("Không chuyển trạng thái được", "No such step"),
    ("“{title}” đang “{now_vi}”, không chuyển sang “{next_vi}” được.",
     "“{title}” is “{now_en}” and cannot become “{next_en}”."),
    ("Chọn một bước có trên trang.", "Choose a step the page offers."), _RELOAD,
)  # fmt: skip
NO_REASON = _add(
    "NO-REASON", ("Thiếu lý do", "No reason"),
    ("Bước này cần ghi lý do.", "This step needs a reason."),
    ("Ghi lý do ngắn gọn.", "Write a short reason."), ("Bỏ việc này nếu không cần.", "Leave it, if there is none."),
)  # fmt: skip
NOT_RUNNING = _add(
    "NOT-RUNNING", ("Chưa thực hiện", "Not running"),
    ("“{title}” không ở trạng thái đang thực hiện nên chưa ghi tiến độ được.", "“{title}” is not running."),
    ("Chuyển đầu việc sang “đang thực hiện” trước.", "Start the item of work first."),
    ("Ghi vào đầu việc khác nếu nhầm.", "Enter it at another item, if mistaken."),
)  # fmt: skip
DONE = _add(
    "DONE", ("Số đã làm không đúng", "Not what was done"),
    ("“{text}” không phải số đã làm được (từ 0; việc không có khối lượng: từ 0 đến 100 %).",
     "“{text}” is not what was done (nought or more; per cent up to 100 where there is no quantity)."),
    ("Ghi lũy kế từ đầu đến ngày ghi.", "Write the sum from the beginning to that day."),
    ("Vượt khối lượng thì vẫn ghi số thật.", "Where more was done, write the true number."),
)  # fmt: skip
LESS = _add(
    "LESS", ("Lũy kế giảm", "The sum goes down"),
    ("Ngày {day} đã ghi {done}; số lũy kế ngày {on} không hợp với số đó.",
     "{done} was entered for {day}; the sum on {on} does not fit it."),
    ("Ghi lũy kế, không phải số làm thêm.", "Write the sum, not what was added."),
    ("Nếu lần trước ghi sai, chọn “thay lần đã ghi sai”.", "If the earlier entry is wrong, replace it."),
)  # fmt: skip
REPLACED = _add(
    "REPLACED", ("Không thay được lần này", "Cannot be replaced"),
    ("Lần ghi ấy đã được thay, hoặc thuộc đầu việc khác.", "That entry was replaced, or is of another item."),
    _LOOK, _RELOAD,
)  # fmt: skip
FILE = _add(
    "FILE", ("Tệp không nhận được", "The file is not taken"),
    ("“{name}” không phải ảnh (JPG, PNG, WEBP) hay văn bản (PDF, DOCX, XLSX) tối đa {most} MB.",
     "“{name}” is no picture (JPG, PNG, WEBP) or document (PDF, DOCX, XLSX) of at most {most} MB."),
    ("Chụp lại hoặc lưu tệp ở một dạng trên rồi chọn lại.", "Save it in one of these forms and choose it again."),
    ("Ghi tiến độ trước, thêm minh chứng ở lần ghi sau.", "Enter the progress now, the evidence with the next."),
)  # fmt: skip
HELD = _add(
    "HELD", ("Chức danh đang có người giữ", "The post is held"),
    ("{post} do {name} giữ từ {start} đến {end}.", "{post} is held by {name} from {start} to {end}."),
    ("Kết thúc lần giữ trước đã.", "End that holding first."), _DAY,
)  # fmt: skip
ENDED = _add(
    "ENDED", ("Đã kết thúc", "It has ended"),
    ("Dòng này đã có ngày kết thúc.", "It has a last day already."),
    ("Bổ nhiệm lại là một dòng mới.", "A new appointment is a new row."), _LOOK,
)  # fmt: skip
POST_TWICE = _add(
    "POST-TWICE", ("Đã có chức danh này", "There is such a post"),
    ("Đơn vị đã có chức danh “{name}”.", "The unit has a post “{name}”."),
    ("Dùng chức danh đã có.", "Use the one that is there."), ("Ghi rõ hơn để phân biệt.", "Tell them apart."),
)  # fmt: skip
HEAD = _add(
    "HEAD", ("Đã có Trưởng ban", "There is a head"),
    ("{name} đang là Trưởng ban.", "{name} is the head."),
    ("Kết thúc nhiệm vụ của Trưởng ban trước.", "End that seat first."),
    ("Chọn vai trò khác.", "Choose another role."),
)  # fmt: skip
NUMBERED = _add(
    "NUMBERED", ("Biên bản đã có số", "The minutes have a number"),
    ("Biên bản đã vào sổ với số {symbol}.", "The minutes are in the register as {symbol}."),
    ("Tải biên bản có số.", "Take the numbered minutes."), _RELOAD,
)  # fmt: skip
DIRECTIVE_TWICE = _add(
    "DIRECTIVE-TWICE", ("Văn bản đã có trong sổ", "It is in the book already"),
    ("Văn bản {symbol} ngày {day} đã ghi trong sổ chỉ đạo.", "{symbol} of {day} is in the book already."),
    ("Mở văn bản ấy và giao thêm việc.", "Open it, and give what it asks there."),
    ("Xem lại số, ký hiệu và ngày.", "Look at number, symbol and day again."),
)  # fmt: skip
ADDRESS = _add(
    "ADDRESS", ("Địa chỉ thư không đúng", "Not an address"),
    ("“{text}” không phải địa chỉ thư điện tử.", "“{text}” is not an e-mail address."),
    ("Gõ như ten@coquan.gov.vn.", "Type as name@office.gov.vn."),
    ("Để trống nếu chỉ xem trên trang này.", "Leave it empty to read reminders here only."),
)  # fmt: skip
