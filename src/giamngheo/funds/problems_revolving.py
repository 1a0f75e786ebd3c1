"""Why an entry of revolving money is refused: part of the ledger's catalogue."""

from __future__ import annotations

from giamngheo.foundation.findings import Severity
from giamngheo.funds.problems import _AMOUNT, _DAY, CATALOGUE, Entry, Pair

_LOOK = ("Xem sổ quay vòng vốn của nhóm.", "Look at the group's book.")


def _add(code: str, title: Pair, message: Pair, *fixes: Pair) -> Entry:
    return CATALOGUE.add(f"REVOLVING-{code}", Severity.ERROR, title=title, message=message, fixes=fixes)


NAME = _add(
    "NAME", ("Tên nhóm chưa đúng", "The group's name is not right"),
    ("Cần tên nhóm, và tên đó chưa có trong xã.", "A group needs a name that the commune does not have yet."),
    ("Ghi tên nhóm.", "Enter the group's name."), ("Đặt tên khác.", "Give it another name."),
)  # fmt: skip
AMOUNT = _add(
    "AMOUNT", ("Số tiền không đúng", "Not an amount"),
    ("Số tiền phải là số nguyên đồng lớn hơn 0; đã ghi “{amount}”.",
     "An amount is whole đồng above nought, not “{amount}”."),
    _AMOUNT, ("Ghi bằng đồng, không phải triệu đồng.", "Write đồng, not million đồng."),
)  # fmt: skip
SOURCE = _add(
    "SOURCE", ("Nguồn vốn không còn đủ", "The source has not enough"),
    ("Khoản giải ngân hoặc khoản ủng hộ đã chọn còn {left} đồng chưa giao cho nhóm nào.",
     "Of the chosen disbursement or gift {left} đồng were not given to any group."),
    _AMOUNT, ("Chọn khoản khác.", "Choose another one."),
)  # fmt: skip
NOT_ENOUGH = _add(
    "NOT-ENOUGH", ("Không đủ vốn để cho vay", "Not enough to lend"),
    ("{pot}: từ ngày {day} có lúc chỉ còn {left} đồng cho vay được, không đủ {amount} đồng.",
     "{pot}: from {day} on there are at some time {left} đồng to lend, less than {amount}."),
    _AMOUNT, ("Ghi trước các khoản đã thu nợ.", "First enter what was repaid."), _LOOK,
)  # fmt: skip
SCHEDULE = _add(
    "SCHEDULE", ("Lịch trả chưa đúng", "The schedule is not right"),
    ("Số kỳ từ 1 đến {most} và không quá số tiền; mỗi kỳ cách nhau 1 đến 12 tháng; kỳ đầu sau ngày cho vay.",
     "1 to {most} instalments, no more than the đồng lent; 1 to 12 months apart; the first after the day of lending."),
    ("Sửa lịch trả.", "Correct the schedule."), _DAY,
)  # fmt: skip
BORROWER = _add(
    "BORROWER", ("Chưa rõ cho ai vay", "The borrower is not clear"),
    ("Cần đúng một: mã hộ của xã vào ngày cho vay, hoặc tên nhóm.",
     "Exactly one: the code of a household of the commune on that day, or a group's name."),
    ("Ghi mã hộ và bỏ trống tên nhóm.", "Enter the household's code alone."),
    ("Ghi tên nhóm và bỏ trống mã hộ.", "Enter the group's name alone."),
)  # fmt: skip
OWED = _add(
    "OWED", ("Vượt số còn nợ", "More than is owed"),
    ("Khoản vay còn nợ {owed} đồng vào ngày {day}, không ghi {amount} đồng được.",
     "{owed} đồng are owed on {day}; {amount} cannot be entered."),
    _AMOUNT, _DAY, _LOOK,
)  # fmt: skip
FUTURE = _add(
    "FUTURE", ("Ngày chưa đến", "The day has not come"), ("Ngày {day} sau hôm nay.", "{day} is after today."),
    _DAY, ("Ghi khi việc đã xảy ra.", "Enter it when it happened."),
)  # fmt: skip
NO_REASON = _add(
    "NO-REASON", ("Thiếu lý do", "No reason"),
    ("Xóa nợ và đảo bút toán cần lý do; xóa nợ cần cả số quyết định.",
     "Writing off and taking back need a reason; writing off the number of the decision too."),
    ("Ghi lý do.", "Enter the reason."), ("Ghi số quyết định.", "Enter the number of the decision."),
)  # fmt: skip
REVERSED = _add(
    "REVERSED", ("Không đảo được", "It cannot be taken back"),
    ("Bút toán đã được đảo, là bút toán đảo, hoặc tiền của nó đã dùng tiếp.",
     "The entry was taken back, is a counter-entry, or its money was used since."),
    ("Đảo các bút toán sau nó trước.", "First take back what came after it."), _LOOK,
)  # fmt: skip
STANDS = _add(
    "STANDS", ("Đã giao làm vốn quay vòng", "It became revolving money"),
    ("Khoản này đã giao cho nhóm làm vốn quay vòng.", "It was given to a group as revolving money."),
    ("Đảo bút toán nhận vốn của nhóm trước.", "First take back the group's entry."), _LOOK,
)  # fmt: skip
