"""Why a value, a target, a report or a form is refused: the catalogue, and the exception that carries findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from giamngheo.foundation.findings import Catalogue, Entry, Finding, FindingError, Severity

CATALOGUE = Catalogue("monitoring")
Pair = tuple[str, str]


class Refused(FindingError):  # noqa: N818 reads as what happened
    """Nothing was written. `findings`: every reason, at least one."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings[0])
        self.findings: Sequence[Finding] = findings


def refuse(entry: Entry, **values: Any) -> Refused:
    """The refusal of one finding, to be raised."""
    return Refused(entry.at(**values))


def _add(code: str, title: Pair, message: Pair, *fixes: Pair, severity: Severity = Severity.ERROR) -> Entry:
    return CATALOGUE.add(f"MONITOR-{code}", severity, title=title, message=message, fixes=fixes)


_LOOK = ("Mở lại trang để xem tình trạng mới nhất.", "Open the page again to see how it stands now.")

VALUE = _add(
    "VALUE", ("Giá trị không hợp", "Not a value"),
    ("“{value}” không phải một giá trị có thể có của {indicator}.", "“{value}” is no possible value of {indicator}."),
    ("Gõ một số, phần thập phân sau dấu phẩy, tối đa 6 chữ số.", "Type a number, at most six decimals."),
    ("Tỷ lệ nằm trong khoảng 0 đến 100.", "A share lies between 0 and 100."),
)  # fmt: skip
DAY = _add(
    "DAY", ("Ngày không hợp", "The day does not fit"),
    ("Ngày {day} không thuộc năm {year}, hoặc là số thực tế của một ngày chưa tới.",
     "{day} is not of {year}, or is an actual of a day to come."),
    ("Sửa lại ngày.", "Correct the day."),
    ("Số của ngày chưa tới thì ghi là ước thực hiện.", "Enter it as an estimate."),
)  # fmt: skip
SOURCE = _add(
    "SOURCE", ("Thiếu nguồn", "No source"),
    ("Số nhập tay cần nguồn: văn bản, đơn vị cung cấp.", "A typed value needs its source: the paper, who gave it."),
    ("Ghi tên văn bản hoặc đơn vị cung cấp.", "Write the paper or who gave it."),
    ("Đính kèm tệp làm bằng chứng.", "Attach the file as evidence."),
)  # fmt: skip
REPLACED = _add(
    "REPLACED", ("Không thay được", "Cannot be replaced"),
    ("Dòng này đã được thay, không phải của chỗ này, hoặc thiếu lý do thay.",
     "It was replaced already, is of another place, or no reason is given."),
    _LOOK, ("Ghi lý do ngắn gọn.", "Write a short reason."),
)  # fmt: skip
VILLAGE = _add(
    "VILLAGE", ("Thôn không thuộc xã", "A village of elsewhere"),
    ("Thôn đã chọn không thuộc {unit}.", "The village is not of {unit}."),
    ("Chọn lại thôn.", "Choose the village again."), ("Để trống nếu là cả xã.", "Choose none for the whole unit."),
)  # fmt: skip
TARGET = _add(
    "TARGET", ("Chỉ tiêu chưa đủ", "The target is not whole"),
    ("Chỉ tiêu cần giá trị, cách so sánh, kỳ có thật và văn bản giao.",
     "A target needs a value, a comparison, a period there is, and the paper that gives it."),
    ("Ghi đủ các ô.", "Fill in every field."), ("Chọn lại kỳ.", "Choose the period again."),
)  # fmt: skip
DEADLINE = _add(
    "DEADLINE", ("Hạn không hợp", "Not a deadline"),
    ("Hạn cần loại báo cáo, một ngày có thật, ngày bắt đầu áp dụng và văn bản quy định.",
     "A deadline needs a kind of report, a day there is, from when, and the paper that sets it."),
    ("Ghi đủ các ô.", "Fill in every field."), ("Sửa lại ngày.", "Correct the day."),
)  # fmt: skip
PERIOD = _add(
    "PERIOD", ("Không có kỳ này", "No such period"),
    ("Loại báo cáo, năm hoặc kỳ không có.", "There is no such kind, year or period."),
    ("Chọn kỳ trong lịch báo cáo.", "Choose a period in the calendar."),
    ("Kỳ chưa bắt đầu thì chưa lập báo cáo.", "A period that has not begun has no report."),
)  # fmt: skip
THERE = _add(
    "THERE", ("Đã có báo cáo", "There is one"),
    ("Kỳ này đã có báo cáo đang lập hoặc đã gửi.", "The period has a report being made or sent."),
    ("Mở báo cáo đã có.", "Open that report."),
    ("Báo cáo đã khóa thì lập bản sửa, ghi lý do.", "Correct a locked one by a new version with its reason."),
)  # fmt: skip
NO_FORM = _add(
    "NO-FORM", ("Chưa có biểu mẫu", "No form"),
    ("Chưa có biểu mẫu nào được ban hành cho loại báo cáo này vào kỳ này.",
     "No form is published for this report then."),
    ("Nạp các biểu mẫu đi kèm phần mềm.", "Load the forms that come with the software."),
    ("Lập và ban hành một biểu mẫu.", "Make a form and publish it."),
)  # fmt: skip
STATE = _add(
    "STATE", ("Không làm được ở bước này", "Not at this step"),
    ("Báo cáo đang ở bước “{state}”: có người đã làm trước, hoặc việc này không thuộc bước đó.",
     "The report is “{state}”: somebody was there before, or this is no act of that step."),
    _LOOK, ("Nếu cần sửa báo cáo đã gửi, đề nghị cấp trên trả lại.", "To change what was sent, ask for its return."),
)  # fmt: skip
REASON = _add(
    "REASON", ("Thiếu lý do", "No reason"),
    ("Trả lại hoặc sửa báo cáo đã khóa cần lý do.", "A return, or a correction of what is locked, needs its reason."),
    ("Ghi lý do để người lập biết sửa gì.", "Write it, so that they know what to change."),
    ("Thôi, không trả lại.", "Leave it."),
)  # fmt: skip
NOT_YOURS = _add(
    "NOT-YOURS", ("Không phải báo cáo của đơn vị mình", "Not your unit's"),
    ("Chỉ người của {unit} lập và gửi báo cáo của {unit}.", "Only people of {unit} make and send its reports."),
    ("Nhờ cán bộ của đơn vị đó.", "Ask an officer of that unit."),
    ("Ghi ý kiến vào báo cáo.", "Leave a comment on the report."),
)  # fmt: skip
CHECK = _add(
    "CHECK", ("Số không khớp", "Figures do not agree"),
    ("{title}: {left} phải {relation} {right}.", "{title}: {left} must be {relation} {right}."),
    ("Sửa ô sai.", "Correct the wrong cell."),
    ("Mở các dòng mà con số được tính từ đó.", "Open the rows it was counted from."),
)  # fmt: skip
CHECK_WARNING = _add(
    "CHECK-WARNING", ("Số cần xem lại", "Figures to look at"),
    ("{title}: {left} thường {relation} {right}.", "{title}: {left} is usually {relation} {right}."),
    ("Sửa nếu sai.", "Correct it if it is wrong."), ("Ghi ý kiến giải thích.", "Explain it in a comment."),
    severity=Severity.WARNING,
)  # fmt: skip
DIVIDED = _add(
    "DIVIDED", ("Chia cho 0", "Divided by nought"),
    ("Ô {cell}: mẫu số bằng 0 nên không có giá trị.", "Cell {cell}: the divisor is nought, so it has no value."),
    ("Kiểm tra ô làm mẫu số.", "Look at the divisor."), ("Để trống nếu đúng là không có.", "Leave it if it is right."),
    severity=Severity.WARNING,
)  # fmt: skip
CELL = _add(
    "CELL", ("Ô không nhận được", "Not taken"),
    ("Ô {cell}: “{text}” không phải số.", "Cell {cell}: “{text}” is no number."),
    ("Gõ số, phần thập phân sau dấu phẩy.", "Type a number."),
    ("Để trống nếu chưa có số.", "Leave it empty if unknown."),
)  # fmt: skip
FILE = _add(
    "FILE", ("Tệp không phải của biểu này", "Not a file of this form"),
    ("{what}", "{what}"),
    ("Tải lại tệp Excel của báo cáo này rồi điền vào đó.", "Download this report's workbook and fill it in."),
    ("Gõ thẳng trên màn hình.", "Type on the screen."),
)  # fmt: skip
FORM = _add(
    "FORM", ("Biểu mẫu chưa đúng", "The form is not right"),
    ("{where}: {what}", "{where}: {what}"),
    ("Sửa chỗ được nêu.", "Correct the place named."),
    ("Xem ví dụ ở các biểu đi kèm phần mềm.", "Look at the forms that come with the software."),
)  # fmt: skip
COMMENT = _add(
    "COMMENT", ("Không ghi được ý kiến", "No comment here"),
    ("Ý kiến cần nội dung, và không ghi được vào báo cáo đã khóa.",
     "A comment needs words, and no locked report takes one."),
    ("Ghi nội dung.", "Write it."), ("Báo cáo đã khóa thì lập bản sửa.", "Make a new version of what is locked."),
)  # fmt: skip
INSPECTION = _add(
    "INSPECTION", ("Cuộc kiểm tra chưa đủ", "The inspection is not whole"),
    ("Cần tên, văn bản kế hoạch, ngày kết thúc không trước ngày bắt đầu, trưởng đoàn, và số thôn, số hộ từ 1.",
     "It needs a title, the paper of its plan, days in order, a head, and at least one village and household."),
    ("Ghi đủ các ô.", "Fill in every field."), ("Sửa lại ngày.", "Correct the days."),
)  # fmt: skip
NOBODY = _add(
    "NOBODY", ("Không có hộ nào để chọn", "Nobody to draw from"),
    ("Ngày {day} không có hộ nào của {unit} thuộc nhóm đã chọn.", "On {day} no household of {unit} is of that group."),
    ("Chọn nhóm hộ khác hoặc loại hỗ trợ khác.", "Choose another group or kind of support."),
    ("Kiểm tra quyết định công nhận và sổ hỗ trợ.", "Look at the decisions and the ledger of support."),
)  # fmt: skip
ANSWER = _add(
    "ANSWER", ("Câu trả lời không nhận được", "Not taken"),
    ("Câu hỏi hoặc câu trả lời không có trong phiếu kiểm tra.", "The question or the answer is not on the checklist."),
    _LOOK, ("Chọn một trong các câu trả lời.", "Choose one of the answers."),
)  # fmt: skip
FOUND = _add(
    "FOUND", ("Phát hiện chưa có nội dung", "The finding says nothing"),
    ("Phát hiện cần nội dung, và nơi phát hiện phải thuộc cuộc kiểm tra.",
     "A finding needs words, and a place of the inspection."),
    ("Ghi điều đã thấy.", "Write what was seen."), ("Chọn lại nơi phát hiện.", "Choose the place again."),
)  # fmt: skip
FINDING_STEP = _add(
    "FINDING-STEP", ("Không làm được ở bước này", "Not at this step"),
    ("Phát hiện đang ở bước “{state}”: có người đã làm trước, hoặc việc này không thuộc bước đó.",
     "The finding is “{state}”: somebody was there before, or this is no act of that step."),
    _LOOK, ("Làm đúng thứ tự: giao khắc phục, khắc phục, kiểm tra lại, đóng.",
            "In order: assign, remedy, verify, close."),
)  # fmt: skip
REMEDY = _add(
    "REMEDY", ("Chưa giao đủ", "Not wholly assigned"),
    ("Cần cách khắc phục, người làm, thời hạn không trước ngày {day}; giao lại thì cần lý do.",
     "It needs the remedy, who does it, a deadline not before {day}; a reason where it is assigned again."),
    ("Ghi đủ các ô.", "Fill in every field."), ("Sửa lại thời hạn.", "Correct the deadline."),
)  # fmt: skip
TOLD = _add(
    "TOLD", ("Chưa ghi kết quả", "Not told"),
    ("Cần ghi đã làm gì, hoặc đã kiểm tra lại thế nào.", "Write what was done, or how it was verified."),
    ("Ghi ngắn gọn.", "Write it briefly."), ("Thôi, để sau.", "Leave it for later."),
)  # fmt: skip
SENTENCE_VALUE = _add(
    "SENTENCE-VALUE", ("Không có giá trị này", "No such value"),
    ("“{what}” không phải giá trị mà câu này dùng được.", "“{what}” is no value this sentence may tell."),
    ("Chọn trong danh sách giá trị bên dưới.", "Take one of the values listed below."),
    ("Xóa dấu ngoặc nhọn nếu đó chỉ là chữ.", "Take the braces away where they are words alone."),
)  # fmt: skip
SENTENCE_NUMBER = _add(
    "SENTENCE-NUMBER", ("Số gõ bằng tay", "A number typed by hand"),
    ("“{what}” là số gõ tay: số trong báo cáo lấy từ giá trị, để mọi chỗ luôn là một số.",
     "“{what}” was typed by hand: figures of a report are values, so that every place tells the same."),
    ("Thay bằng một giá trị trong danh sách.", "Put one of the values there."),
    ("Số của văn bản thì ghi đủ ký hiệu, ví dụ 10/2022/TT-BLĐTBXH.",
     "Of a document write the whole symbol, such as 10/2022/TT-BLĐTBXH."),
)  # fmt: skip
SENTENCE_NEEDS = _add(
    "SENTENCE-NEEDS", ("Thiếu giá trị", "A value is missing"),
    ("Câu này phải có “{what}”, nếu không báo cáo mất con số đó.",
     "The sentence must tell “{what}”, or the report loses it."),
    ("Thêm giá trị đó vào câu.", "Put it into the sentence."),
    ("Trở về câu mặc định.", "Go back to the sentence of the software."),
)  # fmt: skip
SENTENCE_BRACES = _add(
    "SENTENCE-BRACES", ("Dấu ngoặc nhọn không khớp", "Braces do not match"),
    ("Trong “{what}” có dấu ngoặc nhọn chưa đóng hoặc thừa.", "A brace in “{what}” is not closed, or one too many."),
    ("Mỗi giá trị đứng giữa một dấu mở và một dấu đóng.", "Each value stands between an opening and a closing one."),
    ("Xóa dấu thừa.", "Take the other away."),
)  # fmt: skip
SENTENCE_EMPTY = _add(
    "SENTENCE-EMPTY", ("Câu chưa có chữ", "The sentence says nothing"),
    ("Câu để trống thì báo cáo thiếu một phần.", "Left empty the report lacks a part."),
    ("Viết câu.", "Write it."), ("Trở về câu mặc định.", "Go back to the sentence of the software."),
)  # fmt: skip
SENTENCE_LONG = _add(
    "SENTENCE-LONG", ("Câu quá dài", "The sentence is too long"),
    ("Câu có {what} ký tự, nhiều nhất là 1.000.", "It has {what} characters; 1,000 at most."),
    ("Rút gọn.", "Shorten it."), ("Viết phần dài ngay trong văn bản Word.", "Write what is long in the Word file."),
)  # fmt: skip
SENTENCE_STALE = _add(
    "SENTENCE-STALE", ("Câu đã đổi", "The sentence has changed"),
    ("Có người vừa viết lại câu này, hoặc câu này không còn.", "Somebody has just rewritten it, or it is no more."),
    _LOOK, ("Xem các bản đã lưu rồi viết lại.", "Look at the versions kept, then write again."),
)  # fmt: skip
GROUND = _add(
    "GROUND", ("Báo cáo chưa đủ căn cứ", "What the report is for is not whole"),
    ("Cần loại báo cáo, ngày đầu không sau ngày cuối, ngày cuối không sau hôm nay, văn bản yêu cầu; báo cáo của giai"
     " đoạn thì cần giai đoạn.",
     "It needs a kind, days in order and not to come, the paper that asks for it; of a period of the programme which."),
    ("Ghi đủ các ô.", "Fill in every field."), ("Sửa lại ngày.", "Correct the days."),
)  # fmt: skip
