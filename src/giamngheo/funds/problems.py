"""Why the ledger refuses: its catalogue, and the exception that carries findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from giamngheo.foundation.findings import Catalogue, Entry, Finding, FindingError, Severity

CATALOGUE = Catalogue("ledger")
Pair = tuple[str, str]
_CARRY = "Nghị quyết 257/2025/QH15; Điều 21 Thông tư 60/2026/TT-BTC"


class Refused(FindingError):  # noqa: N818 reads as what happened
    """Nothing was written. `findings`: every reason, at least one."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings[0])
        self.findings: Sequence[Finding] = findings


def refuse(entry: Entry, **values: Any) -> Refused:
    """The refusal of one finding, to be raised."""
    return Refused(entry.at(**values))


def _add(code: str, title: Pair, message: Pair, *fixes: Pair, source: str = "") -> Entry:
    return CATALOGUE.add(f"LEDGER-{code}", Severity.ERROR, title=title, message=message, fixes=fixes, source=source)


_AMOUNT = ("Sửa lại số tiền.", "Correct the amount.")
_DAY = ("Sửa lại ngày.", "Correct the day.")
_LOOK = ("Xem các bút toán của dòng vốn này.", "Look at the entries of this fund line.")

NAMED = _add(
    "NAMED", ("Không có trong danh mục", "Not a name of the list"),
    ("Cột “{column}”: không có “{text}”.", "“{column}”: there is no “{text}”."),
    ("Ghi đúng mã như trong phần mềm.", "Write the code as the system has it."),
    ("Ghi hợp đồng vào sổ trước, nếu là hợp đồng.", "Enter the contract first, if it is one."),
)  # fmt: skip
_LOAD = ("Tải lại sổ ra Excel rồi sửa trên tệp mới.", "Download the ledger again and correct that file.")
ROW_UNKNOWN = _add(
    "ROW-UNKNOWN", ("Không có bút toán mang mã này", "No entry of that number"),
    ("Sổ của xã không có bút toán mã {code}.", "The commune's ledger has no entry {code}."),
    ("Để trống cột mã nếu là bút toán mới.", "Leave the number blank for a new entry."), _LOAD,
)  # fmt: skip
ROW_TWICE = _add(
    "ROW-TWICE", ("Một bút toán ở hai dòng", "One entry in two rows"),
    ("Mã bút toán {code} có ở hai dòng của tệp.", "Entry {code} stands in two rows of the file."),
    ("Giữ một dòng cho mỗi mã.", "Keep one row for each number."),
    ("Để trống cột mã ở dòng là bút toán mới.", "Leave the number blank in the row that is a new entry."),
)  # fmt: skip
ROW_TAKEN_BACK = _add(
    "ROW-TAKEN-BACK", ("Bút toán đã được đảo", "The entry was taken back"),
    ("Bút toán mã {code} đã được đảo nên không sửa được nữa.",
     "Entry {code} was taken back and cannot be corrected."),
    ("Để trống cột mã để ghi thành bút toán mới.", "Leave the number blank to enter it as a new one."), _LOAD,
)  # fmt: skip
ROW_BY_HAND = _add(
    "ROW-BY-HAND", ("Không ghi bằng tệp được", "Not entered by a file"),
    ("Dòng này chuyển vốn sang chương trình mới: tệp không nói được dòng vốn nhận.",
     "This row transfers money to the new programme: a row cannot say to which line."),
    ("Ghi, hoặc đảo rồi ghi lại, ở trang của dòng vốn.", "Enter it, or take it back and enter it, on its line's page."),
    ("Để dòng này như trong tệp đã tải.", "Leave the row as it was downloaded."),
)  # fmt: skip
ROW_REASON = _add(
    "ROW-REASON", ("Thiếu lý do sửa", "No reason for correcting"),
    ("Tệp sửa {count} bút toán đã có: phải ghi lý do sửa.",
     "The file corrects {count} entries that stand: say why."),
    ("Ghi vào ô “Lý do sửa”.", "Write it in “Reason of the correction”."),
    ("Để các dòng ấy như trong tệp đã tải nếu không sửa.", "Leave those rows as they were downloaded."),
)  # fmt: skip
ROWS_CORRECTED = _add(
    "ROWS-CORRECTED", ("Tệp đã sửa bút toán cũ", "The file corrected entries"),
    ("Tệp này đã đảo những bút toán nó sửa; hoàn tác sẽ không dựng lại được chúng.",
     "This file took back the entries it corrected; undoing it cannot raise them again."),
    ("Tải sổ ra, ghi lại số đúng ở những dòng cần sửa rồi gửi.", "Download the ledger, correct its rows, send them."),
    ("Đảo từng bút toán ở trang của dòng vốn.", "Take single entries back on the page of their line."),
)  # fmt: skip
NO_LINE = _add(
    "NO-LINE", ("Chưa có dòng vốn", "No such fund line"),
    ("Chưa có dòng vốn {source} {year}, dự án {node}.", "There is no fund line {source} {year}, project {node}."),
    ("Ghi giao vốn hoặc phân bổ cho dòng đó trước.", "First assign or allocate money to it."),
    ("Sửa nguồn, năm hoặc dự án.", "Correct the source, year or project."),
)  # fmt: skip
AMOUNT = _add(
    "AMOUNT", ("Số tiền không đúng", "Not an amount"),
    ("Số tiền phải là số nguyên đồng lớn hơn 0; đã ghi “{amount}”.",
     "An amount is whole đồng above nought, not “{amount}”."),
    _AMOUNT, ("Ghi số tiền bằng đồng, không phải triệu đồng.", "Write đồng, not million đồng."),
)  # fmt: skip
NOT_ENOUGH = _add(
    "NOT-ENOUGH", ("Không đủ vốn", "Not enough money"),
    ("{line_vi}: {stage_vi} còn {balance} đồng vào ngày {day}, không đủ {amount} đồng.",
     "{line_en}: {balance} đồng are {stage_en} on {day}, less than {amount}."),
    _AMOUNT, _LOOK, ("Ghi trước quyết định giao hoặc phân bổ còn thiếu.", "First enter the missing decision."),
)  # fmt: skip
LATER = _add(
    "LATER", ("Vốn này đã dùng về sau", "Spent later"),
    ("Rút {amount} đồng ngày {day} thì đến ngày {later} {stage_vi} của {line_vi} còn âm {missing} đồng.",
     "Taking {amount} đồng on {day} leaves {line_en} {missing} đồng short on {later} ({stage_en})."),
    _DAY, _AMOUNT, _LOOK,
)  # fmt: skip
CLOSED = _add(
    "CLOSED", ("Năm ngân sách đã khóa sổ", "The budget year is closed"),
    ("Năm ngân sách {year} đã khóa sổ ngày {day}.", "Budget year {year} was closed on {day}."),
    ("Ghi vào năm ngân sách đang mở.", "Enter it in an open budget year."),
    ("Số đã khóa chỉ đối chiếu, không sửa.", "A closed year is compared with, never changed."),
)  # fmt: skip
AFTER_END = _add(
    "AFTER-END", ("Hết thời hạn dùng vốn", "The money has ended"),
    ("Vốn giai đoạn {period} chỉ được dùng đến {day}, không chuyển sang năm ngân sách {year}.",
     "Money of {period} may be used until {day} and not carried into budget year {year}."),
    ("Hủy dự toán, nộp trả phần còn lại.", "Cancel what is left."),
    ("Chuyển sang chương trình mới theo quyết định.", "Move it to the new programme by a decision."),
    source=_CARRY,
)  # fmt: skip
LOAN = _add(
    "LOAN", ("Vốn vay không vào sổ vốn", "A loan is no entry"),
    ("“{source}” là vốn vay, không cộng vào vốn hỗ trợ.", "“{source}” is lent, and never added to grants."),
    ("Ghi ở mục tín dụng chính sách.", "Enter it under policy credit."),
    ("Chọn nguồn vốn khác.", "Choose another source."),
)  # fmt: skip
NO_PAPER = _add(
    "NO-PAPER", ("Thiếu văn bản", "No document"),
    ("“{kind_vi}” cần số, ngày của quyết định.", "“{kind_en}” needs the number and day of a decision."),
    ("Ghi số, ký hiệu và ngày của văn bản.", "Enter the number, symbol and day of the document."),
    ("Chưa có văn bản thì chưa ghi sổ.", "Without the document nothing is entered yet."),
)  # fmt: skip
NO_REASON = _add(
    "NO-REASON", ("Thiếu lý do", "No reason"),
    ("“{kind_vi}” cần ghi lý do.", "“{kind_en}” needs a reason."),
    ("Ghi lý do ngắn gọn.", "Write a short reason."), ("Bỏ việc này nếu không cần.", "Leave it, if there is none."),
)  # fmt: skip
NO_CONTRACT = _add(
    "NO-CONTRACT", ("Thiếu hợp đồng", "No contract"),
    ("“{kind_vi}” cần chọn hợp đồng.", "“{kind_en}” needs a contract."),
    ("Chọn hợp đồng.", "Choose the contract."), ("Ghi hợp đồng mới trước.", "Enter the contract first."),
)  # fmt: skip
NOT_ACCEPTED = _add(
    "NOT-ACCEPTED", ("Chưa nghiệm thu đủ", "Not accepted yet"),
    ("Hợp đồng {contract}: đã nghiệm thu {accepted} đồng, đã giải ngân {paid} đồng, không trả thêm {amount} đồng được.",
     "Contract {contract}: {accepted} đồng accepted, {paid} paid; {amount} more cannot be paid."),
    ("Ghi biên bản nghiệm thu trước.", "Enter the acceptance first."), _AMOUNT,
    ("Nếu là ứng trước, ghi “tạm ứng”.", "If it is paid ahead, enter an advance."),
)  # fmt: skip
CONTRACT_FULL = _add(
    "CONTRACT-FULL", ("Vượt giá trị hợp đồng", "Above the contract's value"),
    ("Hợp đồng {contract} có giá trị {value} đồng; thêm {amount} đồng là vượt.",
     "Contract {contract} is worth {value} đồng; {amount} more exceed it."),
    _AMOUNT, ("Ghi phụ lục hợp đồng là một hợp đồng mới.", "Enter an annex as a contract of its own."),
)  # fmt: skip
DAY = _add(
    "DAY", ("Ngày không hợp năm ngân sách", "The day does not fit"),
    ("Ngày {day} không ghi được vào năm ngân sách {year}.", "{day} cannot be entered in budget year {year}."),
    _DAY, ("Chọn lại năm ngân sách.", "Choose another budget year."),
)  # fmt: skip
ROUTE = _add(
    "ROUTE", ("Không đi theo đường này", "Not this way"),
    ("“{kind_vi}” không chuyển vốn như vậy.", "“{kind_en}” does not move money so."),
    ("Chọn lại loại bút toán.", "Choose another kind of entry."), _LOOK,
)  # fmt: skip
REVERSED = _add(
    "REVERSED", ("Đã đảo rồi", "Already reversed"),
    ("Bút toán này đã được đảo, hoặc chính nó là bút toán đảo.",
     "This entry was reversed, or is a counter-entry itself."),
    ("Ghi bút toán mới đúng số liệu.", "Enter a new entry with the right figures."), _LOOK,
)  # fmt: skip
LEFT = _add(
    "LEFT", ("Còn vốn chưa xử lý", "Money is left"),
    ("{line_vi}: còn {balance} đồng ở bước “{stage_vi}”.", "{line_en}: {balance} đồng are still {stage_en}."),
    ("Chuyển nguồn sang năm sau theo quyết định.", "Carry it over by a decision."),
    ("Hủy dự toán phần không dùng.", "Cancel what is not used."),
)  # fmt: skip
DIFFICULTY = _add(
    "DIFFICULTY", ("Chưa ghi được khó khăn", "The difficulty cannot be entered"),
    ("Ngày {day} phải từ ngày ghi lần trước đến hôm nay, và phải có gì mới so với lần trước.",
     "{day} must lie between the day told before and today, and something must be new."),
    _DAY, ("Sửa lại lời ghi.", "Change the words."),
)  # fmt: skip
