"""What an alert says: the catalogue, in both languages, with the rule's source and what to do."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Entry, Severity

CATALOGUE = Catalogue("monitoring-alerts")
Pair = tuple[str, str]
OWN = "Quy tắc của phần mềm, không phải thời hạn của văn bản"  # said wherever no text sets the number


def _add(code: str, severity: Severity, title: Pair, message: Pair, *fixes: Pair, source: str = OWN) -> Entry:
    return CATALOGUE.add(f"ALERT-{code}", severity, title=title, message=message, fixes=fixes, source=source)


SLOW = _add(
    "SLOW", Severity.WARNING, ("Khó giải ngân hết trước 31/12", "Will hardly be spent by 31 December"),
    ("{fund}: giữ nhịp nhanh nhất của năm nay thì còn ít nhất {left} đồng chưa chi (còn phải chi {remaining}).",
     "{fund}: at this year's fastest pace at least {left} đồng stay unspent (of {remaining} still to spend)."),
    ("Mở dòng vốn xem hợp đồng, nghiệm thu còn vướng.", "Open the line: contracts and acceptances that wait."),
    ("Điều chỉnh, trả lại hoặc xin chuyển nguồn trước hạn.", "Move, return or carry over the money in time."),
)  # fmt: skip
NOTHING_SPENT = _add(
    "NOTHING-SPENT", Severity.WARNING, ("Chưa giải ngân đồng nào", "Nothing spent yet"),
    ("{fund}: đã qua nửa năm mà chưa giải ngân đồng nào trong {remaining} đồng.",
     "{fund}: more than half a year has passed and nothing of {remaining} đồng is spent."),
    ("Mở dòng vốn xem việc nào chưa làm.", "Open the line and see what was not done."),
    ("Ghi bút toán giải ngân còn thiếu, nếu đã chi.", "Enter the disbursement that is missing, if it was spent."),
)  # fmt: skip
NOT_RECEIVED = _add(
    "NOT-RECEIVED", Severity.WARNING, ("Thuộc diện mà chưa nhận", "Due and not received"),
    ("{kind_vi}: {number} suất của {households} hộ thuộc diện từ 90 ngày trở lên chưa thấy ghi lần nhận nào trong năm.",
     "{kind_en}: {number} entitlements of {households} households, due for 90 days or more, show nothing received this"
     " year."),
    ("Mở danh sách, bàn giao hoặc ghi lần đã nhận.", "Open the list; hand over, or enter what was handed over."),
    ("Nếu hộ không nhận, ghi lý do khi đóng cảnh báo.", "If they decline, say so when closing the alert."),
)  # fmt: skip
OVERDUE = _add(
    "REVIEW-OVERDUE", Severity.ERROR, ("Bước rà soát quá hạn", "A step of the review is overdue"),
    ("{what_vi} quá hạn ngày {day}: còn {households} hộ{place}.",
     "{what_en} was due on {day}: {households} households are left{place}."),
    ("Mở đợt rà soát, làm bước còn thiếu.", "Open the round and take the missing step."),
    ("Nếu đã làm trên giấy, ghi vào đợt.", "If it was done on paper, enter it in the round."),
    source="Quyết định 24/2021/QĐ-TTg; Nghị định 30/2025/NĐ-CP, theo từng bước",
)  # fmt: skip
NOT_BALANCED = _add(
    "NOT-BALANCED", Severity.ERROR, ("Đầu kỳ - giảm + tăng không bằng cuối kỳ", "Opening, less, more is not closing"),
    ("Biến động từ {since} đến {until} chưa khớp ở {number} chỗ; chỗ đầu: {first_vi}",
     "Movements from {since} to {until} do not balance in {number} places; the first: {first_en}"),
    ("Mở trang chốt số liệu, sửa từng hộ được nêu.", "Open the closing page and correct each household named."),
    ("Ghi quyết định hoặc biến động còn thiếu của hộ.", "Enter the household's missing decision or change."),
)  # fmt: skip
IMPOSSIBLE = _add(
    "IMPOSSIBLE", Severity.ERROR, ("Số liệu không thể có", "Values that cannot be"),
    ("{what_vi}: {number} dòng.", "{what_en}: {number} rows."),
    ("Mở danh sách dòng cần sửa.", "Open the list of rows to correct."),
    ("Nếu đúng thật, ghi lý do khi đóng cảnh báo.", "If they are true, say so when closing the alert."),
)  # fmt: skip
UNLIKE = _add(
    "UNLIKE", Severity.INFO, ("Thôn khác hẳn các thôn khác trong xã", "A village far from the others"),
    ("{village}: {some} trên {homes} hộ ({rate} %) là hộ nghèo, cận nghèo; thôn ở giữa là {usual} %. Cách"
     " {distance} độ lệch.",
     "{village}: {some} of {homes} households ({rate} %) are poor or near-poor; the middle village has {usual} %."
     " {distance} deviations away."),
    ("Xem lại phiếu rà soát của thôn; có thể đúng, có thể chấm lệch.",
     "Look at the village's forms: it may be true, or scored differently."),
    ("Nếu đúng, đóng cảnh báo và ghi lý do.", "If true, close the alert and say why."),
)  # fmt: skip
FINDING_OVERDUE = _add(
    "FINDING-OVERDUE", Severity.WARNING, ("Khắc phục sau kiểm tra quá hạn", "The remedy of a finding is overdue"),
    ("{inspection}: một phát hiện giao {post} khắc phục trước ngày {day} chưa được báo là đã xong.",
     "{inspection}: a finding that {post} had to remedy by {day} is not reported as remedied."),
    ("Mở cuộc kiểm tra, ghi việc đã khắc phục.", "Open the inspection and enter what was done."),
    ("Nếu cần thêm thời gian, giao lại với hạn mới và lý do.", "If more time is needed, assign again with a reason."),
    source="Hạn do người giao khắc phục ghi trong cuộc kiểm tra",
)  # fmt: skip
