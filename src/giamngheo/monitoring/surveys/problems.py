"""Why something of a survey is refused: the catalogue."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Entry, Severity

CATALOGUE = Catalogue("surveys")
Pair = tuple[str, str]


def _add(code: str, title: Pair, message: Pair, *fixes: Pair) -> Entry:
    return CATALOGUE.add(f"SURVEY-{code}", Severity.ERROR, title=title, message=message, fixes=fixes)


PLAN = _add(
    "PLAN", ("Cuộc khảo sát chưa đủ", "The survey is not whole"),
    ("Cần tên, văn bản kế hoạch, nhóm hộ, từ 1 đến {most} hộ mỗi thôn.",
     "It needs a title, the paper of its plan, a group, and 1 to {most} households a village."),
    ("Ghi đủ các ô.", "Fill in every field."), ("Sửa số hộ mỗi thôn.", "Correct the number of households."),
)  # fmt: skip
NOBODY = _add(
    "NOBODY", ("Không có hộ nào để chọn", "Nobody to draw from"),
    ("Ngày {day} không có hộ nào của {unit} thuộc nhóm và thôn đã chọn.",
     "On {day} no household of {unit} is of that group in those villages."),
    ("Chọn nhóm hộ khác hoặc thôn khác.", "Choose another group or other villages."),
    ("Kiểm tra quyết định công nhận và sổ hộ.", "Look at the decisions and the register."),
)  # fmt: skip
STANDARD = _add(
    "STANDARD", ("Chưa biết hỏi chỉ số nào", "No indicators to ask"),
    ("Ngày {day} phần mềm không có chuẩn nghèo nào có danh mục chỉ số thiếu hụt.",
     "On {day} no standard with a list of deprivation indicators is known."),
    ("Rút thăm vào ngày có chuẩn nghèo đã nạp.", "Draw on a day of a standard that is loaded."),
    ("Chờ bản phần mềm có danh mục ấy.", "Wait for a release that has the list."),
)  # fmt: skip
WAVE = _add(
    "WAVE", ("Chưa mở được đợt này", "This wave cannot be opened"),
    ("Một đợt bắt đầu sau khi đợt trước đã kết thúc và khóa, ngày kết thúc không trước ngày bắt đầu; đầu kỳ chỉ có một"
     " đợt, sau cuối kỳ không còn đợt nào.",
     "A wave begins after the one before has ended and was finished, its days are in order; there is one baseline,"
     " and nothing after the end."),
    ("Kết thúc đợt đang mở trước.", "Finish the open wave first."), ("Sửa lại ngày.", "Correct the days."),
)  # fmt: skip
FINISHED = _add(
    "FINISHED", ("Đợt đã khóa", "The wave is finished"),
    ("Đợt khảo sát đã kết thúc ngày {day}: không nhận thêm câu trả lời.",
     "The wave was finished on {day}: it takes no answer any more."),
    ("Ghi vào đợt sau.", "Enter it in the next wave."),
    ("Mở lại trang để xem đợt nào đang mở.", "Open the page again."),
)  # fmt: skip
ANSWER = _add(
    "ANSWER", ("Câu trả lời không nhận được", "Not taken"),
    ("Cần ít nhất một câu trả lời; chỉ số chọn trong các ô, thu nhập là số đồng từ 0 đến {most}.",
     "At least one answer is needed; indicators by their boxes, income in đồng from 0 to {most}."),
    ("Chọn câu trả lời, hoặc gõ lại thu nhập.", "Choose an answer, or type the income again."),
    ("Nếu hộ không trả lời, ghi lý do ở cuối phiếu.", "If nobody answers, say why at the end of the form."),
)  # fmt: skip
DAY = _add(
    "DAY", ("Ngày hỏi không hợp", "The day does not fit"),
    ("Ngày {day} không nằm trong đợt ({begins} – {ends}), hoặc chưa tới.",
     "{day} is not within the wave ({begins} – {ends}), or is to come."),
    ("Sửa lại ngày hỏi.", "Correct the day."), ("Đợt sau thì ghi vào đợt sau.", "Enter it in the wave it is of."),
)  # fmt: skip
LEFT = _add(
    "LEFT", ("Còn hộ chưa ghi gì", "Households without a word"),
    ("Còn {number} hộ chưa có câu trả lời và chưa ghi lý do.",
     "{number} households have neither answers nor a reason."),
    ("Hỏi nốt, hoặc ghi lý do không trả lời.", "Ask them, or say why there is no answer."),
    ("Lấy từ rà soát những hộ đã được khảo sát trong năm.", "Take those the review assessed in the year."),
)  # fmt: skip
