"""Why an act of communication, a question or an answer is refused."""

from __future__ import annotations

from giamngheo.foundation.findings import Entry, Severity
from giamngheo.support.problems import CATALOGUE, Pair


def _add(code: str, title: Pair, message: Pair, *fixes: Pair) -> Entry:
    return CATALOGUE.add(f"OUTREACH-{code}", Severity.ERROR, title=title, message=message, fixes=fixes)


MISSING = _add(
    "MISSING", ("Thiếu nội dung", "Something is missing"),
    ("Cần tên, chủ đề và đối tượng được truyền thông.", "It needs a title, topics and an audience."),
    ("Ghi đủ ba ô.", "Fill in all three."), ("Thôi, không ghi.", "Leave it."),
)  # fmt: skip
DAY = _add(
    "DAY", ("Ngày không hợp", "The days do not fit"),
    ("Ngày {day} chưa tới, trước ngày bắt đầu, hoặc ngoài những năm có thể có.",
     "{day} is yet to come, before the first day, or of no possible year."),
    ("Sửa lại ngày.", "Correct the day."), ("Ghi sau khi đã làm.", "Enter it when it has been done."),
)  # fmt: skip
REACH = _add(
    "REACH", ("Số người không hợp", "The reach does not fit"),
    ("Đã đếm thì cần số và cách đếm; chưa đếm thì để trống số; số thuộc hộ nghèo, cận nghèo không lớn hơn tổng.",
     "What was counted needs a number and how; what was not has none; target households are no more than all."),
    ("Ghi số người và chọn cách đếm.", "Write the number and choose how."),
    ("Chọn “chưa đếm” và để trống số.", "Choose “not counted” and leave the number empty."),
)  # fmt: skip
VILLAGE = _add(
    "VILLAGE", ("Thôn không thuộc xã", "A village of elsewhere"),
    ("Có thôn không thuộc {unit} vào ngày đó.", "A village was not of {unit} on that day."),
    ("Chọn lại thôn.", "Choose villages again."),
    ("Không chọn thôn nào nếu là cả xã.", "Choose none for the whole commune."),
)  # fmt: skip
VOIDED = _add(
    "VOIDED", ("Đã bỏ rồi", "Void already"),
    ("Việc này đã bỏ, hoặc thiếu lý do bỏ.", "It is void already, or no reason was given."),
    ("Ghi lý do ngắn gọn.", "Write a short reason."), ("Xem dòng thay cho nó.", "Look at what replaces it."),
)  # fmt: skip
QUESTION = _add(
    "QUESTION", ("Không ghi được câu hỏi", "No question here"),
    ("Câu hỏi cần nội dung và chỉ ghi ở đối thoại còn hiệu lực; hẹn trả lời không trước ngày đối thoại.",
     "A question needs words and a dialogue that is not void; its day is not before the dialogue."),
    ("Ghi nội dung câu hỏi.", "Write what was asked."), ("Sửa ngày hẹn.", "Correct the day promised."),
)  # fmt: skip
ANSWER = _add(
    "ANSWER", ("Không ghi được trả lời", "No answer yet"),
    ("Trả lời cần nội dung, và ngày từ ngày đối thoại đến hôm nay.",
     "An answer needs words, and a day between the dialogue and today."),
    ("Ghi nội dung trả lời.", "Write the answer."), ("Sửa lại ngày.", "Correct the day."),
)  # fmt: skip
