"""Why a measurement, a maternity or a follow-up is refused or asked back."""

from __future__ import annotations

from collections.abc import Sequence

from giamngheo.foundation.findings import Entry, Finding, Severity
from giamngheo.support.problems import CATALOGUE, Pair, Refused


class WeighingRefused(Refused):
    """A weighing day of which nothing was written. `rows`: findings by the place of each row."""

    def __init__(self, rows: Sequence[Sequence[Finding]]) -> None:
        super().__init__(*(each for row in rows for each in row if each.severity == Severity.ERROR))
        self.rows = rows


def _add(code: str, title: Pair, message: Pair, *fixes: Pair, severity: Severity = Severity.ERROR) -> Entry:
    return CATALOGUE.add(f"NUTRITION-{code}", severity, title=title, message=message, fixes=fixes)


_AGAIN = ("Cân, đo lại rồi ghi số mới.", "Measure again and write the new figure.")
_TWICE = ("Nếu đã đo lại mà vẫn vậy, đánh dấu “đã đo lại”.", "Measured again and the same: tick “measured again”.")
_EMPTY = ("Để trống cả dòng nếu chưa cân, đo.", "Leave the row empty if nothing was measured.")

DAY = _add(
    "DAY", ("Ngày cân đo không hợp", "The day does not fit"),
    ("Ngày {day} chưa tới, hoặc trước ngày sinh của {who}.", "{day} is yet to come, or before {who} was born."),
    ("Sửa lại ngày.", "Correct the day."), ("Kiểm tra ngày sinh trong sổ hộ.", "Check the birth in the register."),
)  # fmt: skip
FIGURE = _add(
    "FIGURE", ("Số không đọc được", "Not a figure"),
    ("“{text}” không phải {what_vi} đọc được: {range_vi}.", "“{text}” is no {what_en}: {range_en}."),
    ("Ghi số, phần lẻ sau dấu phẩy, ví dụ 12,5.", "Write a number such as 12.5."), _EMPTY,
)  # fmt: skip
NOTHING = _add(
    "NOTHING", ("Chưa có số nào", "Nothing was measured"),
    ("Chưa ghi cân nặng, chiều cao hay vòng cánh tay của ai.", "No weight, height or arm was written for anybody."),
    ("Ghi ít nhất một số.", "Write at least one figure."), ("Thôi, không ghi.", "Leave it."),
)  # fmt: skip
NOT_HERE = _add(
    "NOT-HERE", ("Không phải thành viên hộ của xã", "Not of a household here"),
    ("{who} không ở hộ nào của {unit} vào ngày {day}.", "{who} was of no household of {unit} on {day}."),
    ("Sửa lại ngày.", "Correct the day."), ("Sửa sổ hộ nếu sổ hộ ghi sai.", "Correct the register if it is wrong."),
)  # fmt: skip
NOT_OF_GROUP = _add(
    "NOT-OF-GROUP", ("Không phải trẻ dưới 16 tuổi", "Not a child under 16"),
    ("{who} vào ngày {day} không dưới 16 tuổi, cũng không được ghi là đang mang thai hay cho con bú.",
     "{who} was not under 16 on {day}, nor entered as pregnant or nursing."),
    ("Kiểm tra ngày sinh trong sổ hộ.", "Check the birth in the register."),
    ("Ghi mang thai hoặc cho con bú ở trang của người đó trước.", "First enter pregnancy or nursing on her page."),
)  # fmt: skip
SAME_DAY = _add(
    "SAME-DAY", ("Ngày này đã cân đo", "Measured on that day"),
    ("{who} đã có lần cân đo ngày {day}: mỗi ngày giữ một lần.", "{who} was measured on {day}: one a day stands."),
    ("Nếu cân lại, mở lần đã ghi và sửa: số cũ vẫn còn trong sổ.",
     "Measured again: open the former and correct it; the old figures stay in the book."),
    ("Sửa lại ngày.", "Correct the day."),
)  # fmt: skip
IMPLAUSIBLE = _add(
    "IMPLAUSIBLE", ("Số ngoài khoảng có thể có", "Beyond what a body can be"),
    ("{who}: {what_vi} lệch chuẩn {z_vi} SD, ngoài giới hạn của WHO; thường do đọc nhầm, nhầm ô hoặc sai ngày sinh.",
     "{who}: {what_en} is {z_en} SD away, beyond WHO's limits; mostly a slip of reading, of field or of birth."),
    _AGAIN, _TWICE,
)  # fmt: skip
SHRUNK = _add(
    "SHRUNK", ("Thấp hơn lần trước", "Shorter than before"),
    ("{who}: {now_vi} cm, thấp hơn {before_vi} cm đo ngày {day}.",
     "{who}: {now_en} cm, less than {before_en} cm on {day}."),
    _AGAIN, _TWICE,
)  # fmt: skip
NO_REASON = _add(
    "NO-REASON", ("Thiếu lý do", "No reason"),
    ("Sửa hoặc bỏ một lần cân đo cần ghi lý do.", "Correcting or taking back a measurement needs a reason."),
    ("Ghi lý do ngắn gọn.", "Write a short reason."), ("Thôi, không sửa.", "Leave it as it is."),
)  # fmt: skip
REVERSED = _add(
    "REVERSED", ("Đã đảo rồi", "Already taken back"),
    ("Lần cân đo này đã được đảo, hoặc chính nó là dòng đảo.", "It was taken back, or is a counter-row itself."),
    ("Ghi lần mới đúng số.", "Enter a new one with the right figures."), ("Xem các lần đã ghi.", "Look at the others."),
)  # fmt: skip
MATERNITY = _add(
    "MATERNITY", ("Không ghi được mang thai, cho con bú", "Not pregnant or nursing"),
    ("{who}: chỉ ghi cho phụ nữ, từ một ngày không ở tương lai, không chồng lên thời gian đã ghi.",
     "{who}: for a woman, from a day not yet to come, not upon a time entered before."),
    ("Sửa ngày, hoặc ghi kết thúc lần trước.", "Correct the day, or end the former."),
    ("Sửa giới tính trong sổ hộ nếu ghi sai.", "Correct the sex in the register if it is wrong."),
)  # fmt: skip
FOLLOW_UP = _add(
    "FOLLOW-UP", ("Việc theo dõi chưa đủ", "The follow-up is not whole"),
    ("Cần ngày không ở tương lai, việc đã làm; việc khác thì ghi rõ; ngày hẹn phải sau ngày làm.",
     "It needs a day not yet to come, what was done, said in words where other, and a next day after it."),
    ("Sửa ngày làm hoặc ngày hẹn.", "Correct the days."), ("Ghi rõ việc đã làm.", "Say what was done."),
)  # fmt: skip
FILE = _add(
    "FILE", ("Tệp không đọc được", "The file cannot be read"),
    ("Không đọc được phiếu cân đo trong tệp: {why_vi}.", "No weighing list in the file: {why_en}."),
    ("Tải phiếu mẫu ở trang này, điền rồi gửi lại.", "Take the form from this page, fill it in and send it back."),
    ("Gõ thẳng vào bảng dưới đây.", "Type into the table below."),
)  # fmt: skip
FILE_ROW = _add(
    "FILE-ROW", ("Dòng của tệp không dùng được", "A row of the file is left out"),
    ("Dòng {row}: mã {code} và tên “{name}” không khớp với ai trong danh sách.",
     "Row {row}: code {code} with the name “{name}” matches nobody of the list."),
    ("Tải phiếu mẫu mới: danh sách có thể đã đổi.", "Take a new form: the list may have changed."),
    ("Gõ dòng này vào bảng.", "Type this row into the table."), severity=Severity.WARNING,
)  # fmt: skip
