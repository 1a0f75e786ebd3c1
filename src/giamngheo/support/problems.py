"""Why a delivery is refused or questioned: the catalogue, and the exception that carries findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from giamngheo.foundation.findings import Catalogue, Entry, Finding, FindingError, Severity

CATALOGUE = Catalogue("support")
Pair = tuple[str, str]
STATEMENT = "Khoản 3 Điều 3 Thông tư 60/2026/TT-BTC"
HIGHEST_ONLY = "Điểm b khoản 3 Điều 2 Thông tư 60/2026/TT-BTC"


class Refused(FindingError):  # noqa: N818 reads as what happened
    """Nothing was written. `findings`: every reason, at least one."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(findings[0])
        self.findings: Sequence[Finding] = findings


def refuse(entry: Entry, **values: Any) -> Refused:
    """The refusal of one finding, to be raised."""
    return Refused(entry.at(**values))


def _add(
    code: str, title: Pair, message: Pair, *fixes: Pair, source: str = "", severity: Severity = Severity.ERROR
) -> Entry:
    return CATALOGUE.add(f"SUPPORT-{code}", severity, title=title, message=message, fixes=fixes, source=source)


_LEAVE_OUT = ("Bỏ chọn người nhận này.", "Leave this one out.")
_LOOK = ("Xem những gì hộ này đã nhận.", "Look at what this household received.")
_DAY = ("Sửa lại ngày.", "Correct the day.")
_AMOUNT = ("Sửa lại số tiền.", "Correct the amount.")

KIND = _add(
    "KIND", ("Loại hỗ trợ không ghi được", "Not a kind to be handed over"),
    ("“{kind}” không phải loại hỗ trợ được bàn giao.", "“{kind}” is no support that is handed over."),
    ("Chọn loại hỗ trợ trong danh mục.", "Choose a kind from the catalogue."),
    ("Vốn vay không phải hỗ trợ đã nhận: ghi ở mục tín dụng chính sách.",
     "A loan is no help received: it belongs to policy credit."),
)  # fmt: skip
AMOUNT = _add(
    "AMOUNT", ("Số tiền không đúng", "Not an amount"),
    ("{who}: số tiền phải là số nguyên đồng lớn hơn 0; đã ghi “{amount}”.",
     "{who}: an amount is whole đồng above nought, not “{amount}”."),
    _AMOUNT, ("Ghi bằng đồng, không phải triệu đồng.", "Write đồng, not million đồng."), source=STATEMENT,
)  # fmt: skip
GOODS = _add(
    "GOODS", ("Thiếu số lượng hoặc tên hàng", "Goods are not whole"),
    ("Hỗ trợ bằng hiện vật cần tên, số lượng lớn hơn 0 và đơn vị tính; không ghi kèm số tiền.",
     "Goods need a name, a quantity above nought and its measure, and no amount beside them."),
    ("Ghi đủ tên, số lượng, đơn vị tính.", "Enter name, quantity and measure."),
    ("Nếu hỗ trợ bằng tiền, để trống các ô hiện vật.", "For money, leave the fields of goods empty."), source=STATEMENT,
)  # fmt: skip
SOURCE = _add(
    "SOURCE", ("Chưa rõ nguồn", "No source"),
    ("Cần một nguồn: dòng vốn của xã, hoặc tên nguồn, nhà tài trợ.",
     "One source is needed: a fund line of the commune, or the giver's name."),
    ("Chọn dòng vốn.", "Choose the fund line."),
    ("Ghi tên nguồn hoặc người tặng và không chọn dòng vốn.", "Write who gave it and choose no fund line."),
)  # fmt: skip
CONFIRMATION = _add(
    "CONFIRMATION", ("Chưa có xác nhận đã nhận", "Receipt is not confirmed"),
    ("Cần chữ ký, điểm chỉ, hoặc xác nhận của dịch vụ thanh toán kèm số xác nhận.",
     "A signature, a fingerprint, or the payment service's confirmation with its number is needed."),
    ("Chọn cách xác nhận.", "Choose how receipt was confirmed."),
    ("Với dịch vụ thanh toán, ghi số xác nhận.", "For a payment service, enter its number."), source=STATEMENT,
)  # fmt: skip
DAY = _add(
    "DAY", ("Ngày không hợp", "The day does not fit"),
    ("Ngày {day} không ghi được cho năm {year}.", "{day} cannot be entered for {year}."),
    _DAY, ("Chọn lại năm của khoản hỗ trợ.", "Choose another year of the support."),
)  # fmt: skip
INSTALMENT = _add(
    "INSTALMENT", ("Đợt không hợp", "No such instalment"),
    ("“{kind_vi}” có nhiều nhất {most} đợt một năm; đã ghi đợt {instalment}.",
     "“{kind_en}” has at most {most} instalments a year, not a number {instalment}."),
    ("Chọn lại đợt.", "Choose the instalment."), ("Chọn “cả năm”.", "Choose the whole year."),
)  # fmt: skip
LINE = _add(
    "LINE", ("Dòng vốn của xã khác", "Another commune's fund line"),
    ("Dòng vốn này không phải của {unit}.", "This fund line is not of {unit}."),
    ("Chọn dòng vốn của xã.", "Choose a line of the commune."),
    ("Ghi tên nguồn bằng chữ.", "Write the source in words."),
)  # fmt: skip
WORK = _add(
    "WORK", ("Đầu việc của xã khác", "Another commune's work"),
    ("Đầu việc này không phải của {unit}.", "This item of work is not of {unit}."),
    ("Chọn đầu việc của xã.", "Choose one of the commune."), ("Để trống.", "Leave it empty."),
)  # fmt: skip
NOBODY = _add(
    "NOBODY", ("Chưa chọn ai", "Nobody chosen"),
    ("Chưa chọn hộ hoặc người nào.", "No household or person was chosen."),
    ("Đánh dấu những hộ đã nhận.", "Mark the households that received it."), ("Thôi, không ghi.", "Leave it."),
)  # fmt: skip
NOT_HERE = _add(
    "NOT-HERE", ("Hộ không ở xã ngày đó", "Not living here that day"),
    ("{who} không phải hộ của {unit} vào ngày {day}.", "{who} was no household of {unit} on {day}."),
    _LEAVE_OUT, _DAY, ("Sửa sổ hộ nếu sổ hộ ghi sai.", "Correct the register if it is wrong."),
)  # fmt: skip
PERSON = _add(
    "PERSON", ("Người nhận không hợp", "Not the right subject"),
    ("{who}: “{kind_vi}” hỗ trợ từng {subject_vi}; người được chọn phải là thành viên của hộ vào ngày {day}.",
     "{who}: “{kind_en}” goes to a {subject_en}; a person chosen must be a member of the household on {day}."),
    ("Chọn lại hộ hoặc người.", "Choose the household or person again."), _DAY,
)  # fmt: skip
NO_RECIPIENT = _add(
    "NO-RECIPIENT", ("Không có người đại diện", "Nobody to receive it"),
    ("{who} chưa có chủ hộ vào ngày {day}.", "{who} had no head on {day}."),
    ("Ghi đổi chủ hộ trong sổ hộ trước.", "First enter a head in the register."), _LEAVE_OUT, source=STATEMENT,
)  # fmt: skip
REPEAT = _add(
    "REPEAT", ("Đã ghi rồi", "Recorded already"),
    ("{who}: “{kind_vi}” năm {year}, cùng đợt, cùng nguồn, đã ghi ngày {day} ({what}).",
     "{who}: “{kind_en}” of {year}, same instalment and source, was recorded on {day} ({what})."),
    _LEAVE_OUT, _LOOK,
    ("Nếu lần trước ghi sai, đảo lần đó rồi ghi lại.", "If the former entry is wrong, take it back and enter anew."),
    source=HIGHEST_ONLY,
)  # fmt: skip
DOUBLE = _add(
    "DOUBLE", ("Trùng nội dung hỗ trợ", "Double support"),
    ("{who} đã nhận cùng nội dung năm {year}: {what}, ngày {day}, nguồn {source_vi}. Một đối tượng, một nội dung, "
     "nhiều chính sách thì chỉ hưởng mức cao nhất.",
     "{who} received the same content in {year}: {what} on {day} from {source_en}. Of several policies for the same "
     "subject and content only the highest is given."),
    _LEAVE_OUT,
    ("Nếu lần này cao hơn, đảo lần thấp hơn trước.", "If this one is higher, take the lower one back first."),
    ("Nếu không phải cùng một nội dung, ghi lý do.", "If it is not the same content, say why."),
    source=HIGHEST_ONLY,
)  # fmt: skip
NOT_DUE = _add(
    "NOT-DUE", ("Không thấy thuộc đối tượng", "No entitlement found"),
    ("{who}: ngày {day} không thấy điều kiện nào của “{kind_vi}” được đáp ứng theo sổ hộ và kết quả rà soát.",
     "{who}: on {day} the register and the review meet no condition of “{kind_en}”."),
    ("Xem loại hộ và ngày công nhận.", "Look at the household's class and its days."), _LEAVE_OUT,
    severity=Severity.WARNING,
)  # fmt: skip
NO_REASON = _add(
    "NO-REASON", ("Thiếu lý do", "No reason"),
    ("Đảo một lần hỗ trợ cần ghi lý do.", "Taking a delivery back needs a reason."),
    ("Ghi lý do ngắn gọn.", "Write a short reason."), ("Bỏ việc này nếu không cần.", "Leave it, if there is none."),
)  # fmt: skip
REVERSED = _add(
    "REVERSED", ("Đã đảo rồi", "Already taken back"),
    ("Lần hỗ trợ này đã được đảo, hoặc chính nó là dòng đảo.",
     "This delivery was taken back, or is a counter-row itself."),
    ("Ghi lần mới đúng số liệu.", "Enter a new one with the right figures."), _LOOK,
)  # fmt: skip
