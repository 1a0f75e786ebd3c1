"""Why an entry of a gift fund is refused: part of the ledger's catalogue."""

from __future__ import annotations

from giamngheo.foundation.findings import Severity
from giamngheo.funds.problems import _AMOUNT, _DAY, CATALOGUE, Entry, Pair

_LOOK = ("Xem sổ của quỹ.", "Look at the fund's book.")


def _add(code: str, title: Pair, message: Pair, *fixes: Pair) -> Entry:
    return CATALOGUE.add(f"GIFT-{code}", Severity.ERROR, title=title, message=message, fixes=fixes)


NAME = _add(
    "NAME", ("Thiếu tên quỹ", "No name"),
    ("Quỹ cần tên và nơi giữ quỹ.", "A fund needs its name and who keeps it."),
    ("Ghi tên quỹ.", "Enter the fund's name."), ("Ghi nơi giữ quỹ.", "Enter who keeps it."),
)  # fmt: skip
TWICE = _add(
    "TWICE", ("Quỹ đã có", "The fund is there already"),
    ("Xã đã có quỹ “{name}”.", "The commune has a fund “{name}”."),
    ("Mở quỹ đã có.", "Open the fund that is there."), ("Đặt tên khác.", "Give it another name."),
)  # fmt: skip
DONOR = _add(
    "DONOR", ("Người ủng hộ chưa rõ", "The donor is not clear"),
    ("Cá nhân, tổ chức phải có tên; người không để lại tên thì không ghi tên.",
     "A person or organisation has a name; who left none has none."),
    ("Ghi tên người ủng hộ.", "Enter the donor's name."),
    ("Chọn “không để lại tên” và để trống ô tên.", "Choose “left no name” and leave the name empty."),
)  # fmt: skip
AMOUNT = _add(
    "AMOUNT", ("Số tiền không đúng", "Not an amount"),
    ("Số tiền là số nguyên đồng: tiền phải lớn hơn 0, giá trị hiện vật và ngày công từ 0 trở lên; đã ghi “{amount}”.",
     "An amount is whole đồng: money above nought, the value of goods and work nought or more; not “{amount}”."),
    _AMOUNT, ("Ghi bằng đồng, không phải triệu đồng.", "Write đồng, not million đồng."),
)  # fmt: skip
QUANTITY = _add(
    "QUANTITY", ("Số lượng chưa đúng", "The quantity is not right"),
    ("Hiện vật, ngày công cần tên, số lượng lớn hơn 0 (nhiều nhất hai số lẻ) và đơn vị tính; tiền thì không.",
     "Goods and work need a name, a quantity above nought (two decimals at most) and a measure; money has none."),
    ("Ghi tên, số lượng, đơn vị tính.", "Enter name, quantity and measure."),
    ("Là tiền thì để trống các ô này.", "For money leave these empty."),
)  # fmt: skip
RECIPIENT = _add(
    "RECIPIENT", ("Chưa rõ dùng cho ai", "For whom is not clear"),
    ("Mỗi lần dùng ghi đúng một nơi nhận của xã vào ngày đó: một hộ, một đầu việc hoặc một thôn.",
     "Each use names one recipient of the commune on that day: a household, an activity or a village."),
    ("Chọn một nơi nhận, bỏ trống các ô kia.", "Choose one and leave the others empty."),
    ("Sửa lại mã hộ hoặc ngày.", "Correct the household's code or the day."),
)  # fmt: skip
NOT_ENOUGH = _add(
    "NOT-ENOUGH", ("Quỹ không đủ", "The fund has not enough"),
    ("{what_vi}: ngày {day} còn {left}, không đủ {wanted}.", "{what_en}: {left} there on {day}, less than {wanted}."),
    _AMOUNT, _DAY, _LOOK,
)  # fmt: skip
USED = _add(
    "USED", ("Đã dùng, không đảo được", "Used already"),
    ("Khoản này đã được dùng một phần nên chưa đảo được.", "Part of it was used: it cannot be taken back yet."),
    ("Đảo các lần sử dụng trước.", "First take back its uses."), _LOOK,
)  # fmt: skip
FUTURE = _add(
    "FUTURE", ("Ngày chưa đến", "The day has not come"),
    ("Ngày {day} sau hôm nay.", "{day} is after today."), _DAY,
    ("Ghi khi việc đã xảy ra.", "Enter it when it happened."),
)  # fmt: skip
NO_REASON = _add(
    "NO-REASON", ("Thiếu lý do", "No reason"),
    ("Đảo một khoản cần ghi lý do.", "Taking an entry back needs a reason."),
    ("Ghi lý do ngắn gọn.", "Write a short reason."), ("Bỏ việc này nếu không cần.", "Leave it, if there is none."),
)  # fmt: skip
REVERSED = _add(
    "REVERSED", ("Đã đảo rồi", "Already taken back"),
    ("Khoản này đã được đảo, hoặc chính nó là bút toán đảo.", "It was taken back, or is a counter-entry itself."),
    ("Ghi khoản mới đúng số liệu.", "Enter a new one with the right figures."), _LOOK,
)  # fmt: skip
YEAR_CLOSED = _add(
    "YEAR-CLOSED", ("Năm đã khóa sổ", "The year is closed"),
    ("Năm {year} của quỹ “{fund}” đã khóa sổ: không ghi thêm, không đảo khoản của năm ấy.",
     "{year} of “{fund}” is closed: nothing is entered in it, none of it is taken back."),
    ("Ghi vào năm đang mở, nói rõ lý do ở ô ghi chú.", "Enter it in an open year, and say why in the note."), _LOOK,
)  # fmt: skip
YEAR_RUNNING = _add(
    "YEAR-RUNNING", ("Năm chưa hết", "The year is not over"),
    ("Chưa khóa sổ năm {year} được: chỉ khóa năm đã hết.", "{year} cannot be closed: only a year that is over can."),
    ("Chọn năm trước.", "Choose an earlier year."), ("Khóa sổ sau ngày 31/12.", "Close it after 31 December."),
)  # fmt: skip
