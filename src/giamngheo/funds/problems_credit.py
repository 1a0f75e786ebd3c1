"""Why a report of policy credit is refused, and what in it does not agree. docs/algorithms/credit.md."""

from __future__ import annotations

from giamngheo.foundation.findings import Entry, Severity
from giamngheo.funds.problems import CATALOGUE, Pair


def _add(code: str, title: Pair, message: Pair, *fixes: Pair, severity: Severity = Severity.ERROR) -> Entry:
    return CATALOGUE.add(f"CREDIT-{code}", severity, title=title, message=message, fixes=fixes)


_CELL = ("Sửa ô đó.", "Correct that field.")
_FILE = ("Sửa trong tệp rồi gửi lại.", "Correct the file and send it again.")
_HAND = ("Gõ tay báo cáo của tháng.", "Type the month's report.")
_KEEP = (
    "Chưa có số đúng: đánh dấu “giữ ở trạng thái không khớp” rồi ghi; sửa khi có số.",
    "No right figure yet: tick “keep as not agreeing” and save; correct it later.",
)
_BANK = ("Hỏi lại ngân hàng, hoặc tìm dòng còn thiếu.", "Ask the bank, or look for the missing line.")

# What does not agree inside a report: it is kept only as such.
TOTAL = _add(
    "TOTAL", ("Tổng không bằng các phần", "A total is not its parts"),
    ("{what_vi}: tổng ghi {stated} {unit_vi}, cộng các chương trình được {parts} {unit_vi}, "
     "lệch {difference} {unit_vi}.",
     "{what_en}: {stated} {unit_en} stated, the programmes add up to {parts} {unit_en}, {difference} {unit_en} apart."),
    _BANK, _KEEP,
)  # fmt: skip
OVERDUE = _add(
    "OVERDUE", ("Nợ quá hạn lớn hơn dư nợ", "More overdue than outstanding"),
    ("{programme}: nợ quá hạn {overdue} đồng, dư nợ chỉ {outstanding} đồng.",
     "{programme}: {overdue} đồng are overdue, only {outstanding} đồng outstanding."),
    ("Xem có đổi chỗ hai cột không.", "See whether two columns changed places."), _KEEP,
)  # fmt: skip
NO_LOANS = _add(
    "NO-LOANS", ("Có doanh số mà không có lượt vay", "Turnover without loans"),
    ("{programme}: doanh số {turnover} đồng, số lượt là 0.", "{programme}: {turnover} đồng lent in 0 loans."),
    ("Ghi số lượt vay.", "Write the count of loans."), _KEEP,
)  # fmt: skip

# What is never written.
FUTURE = _add(
    "FUTURE", ("Tháng chưa tới", "A month to come"),
    ("Tháng {month}/{year} chưa tới.", "{month}/{year} is yet to come."),
    ("Chọn lại tháng.", "Choose another month."), ("Ghi khi đã có báo cáo.", "Enter it when there is a report."),
)  # fmt: skip
MONTH = _add(
    "MONTH", ("Không có tháng đó", "No such month"),
    ("“{month}/{year}” không phải một tháng từ 2016 đến nay.", "“{month}/{year}” is no month since 2016."),
    ("Chọn lại tháng.", "Choose another month."), ("Chọn năm ở đầu trang.", "Choose the year at the top."),
)  # fmt: skip
TWICE = _add(
    "TWICE", ("Tháng này đã có báo cáo", "The month has its report"),
    ("Tháng {month}/{year} đã có báo cáo tín dụng.", "{month}/{year} has its report of credit."),
    ("Mở báo cáo đã có rồi bấm “Sửa báo cáo”.", "Open that report and choose “Correct”."),
    ("Chọn tháng khác.", "Choose another month."),
)  # fmt: skip
REPLACED = _add(
    "REPLACED", ("Đã có bản sửa mới hơn", "There is a newer one"),
    ("Báo cáo tháng {month}/{year} này đã được sửa bằng bản khác.", "This report of {month}/{year} was corrected."),
    ("Mở bản mới nhất.", "Open the newest one."),
    ("Xem các bản trước ở cuối trang báo cáo.", "See earlier ones below."),
)  # fmt: skip
NO_REASON = _add(
    "NO-REASON", ("Thiếu lý do sửa", "No reason"),
    ("Sửa báo cáo đã ghi cần một lý do.", "Correcting a report needs a reason."),
    ("Ghi lý do ngắn gọn, ví dụ: ngân hàng gửi lại số.", "Write a short reason."), ("Thôi, không sửa.", "Leave it."),
)  # fmt: skip
EMPTY = _add(
    "EMPTY", ("Chưa có dòng nào", "No line"),
    ("Báo cáo chưa có chương trình nào có số.", "No programme has a figure."),
    ("Ghi ít nhất một chương trình; tháng không cho vay thì ghi 0.", "Fill in one programme; nothing lent is 0."),
    ("Thôi, không ghi.", "Leave it."),
)  # fmt: skip
TOO_MANY = _add(
    "TOO-MANY", ("Quá nhiều dòng", "Too many lines"),
    ("Báo cáo có {count} dòng, nhiều hơn {most}.", "The report has {count} lines, more than {most}."),
    ("Gửi bảng tổng hợp theo chương trình.", "Send the summary by programme."), _HAND,
)  # fmt: skip
NUMBER = _add(
    "NUMBER", ("Không đọc được số", "Not a number"),
    ("{programme}, {what_vi}: “{text}” không phải số dùng được.",
     "{programme}, {what_en}: “{text}” is no usable number."),
    ("Ghi như 1.040 hoặc 1.040,5; tiền phải tròn đồng, lượt phải là số nguyên.",
     "Write 1.040 or 1.040,5; sums in whole đồng, counts whole."), _CELL,
)  # fmt: skip
TWO_WAYS = _add(
    "TWO-WAYS", ("Số đọc được hai cách", "A number of two readings"),
    ("{programme}, {what_vi}: “{text}” là {one} hay {other}?", "{programme}, {what_en}: is “{text}” {one} or {other}?"),
    ("Hàng nghìn viết dấu chấm: 1.040.", "Write thousands with a point: 1.040."), _CELL,
)  # fmt: skip
NO_PROGRAMME = _add(
    "NO-PROGRAMME", ("Thiếu tên chương trình", "No programme"),
    ("Có số nhưng không có tên chương trình.", "There are figures and no programme."),
    ("Ghi tên chương trình.", "Write the programme's name."), ("Xóa số ở dòng đó.", "Clear the figures."),
)  # fmt: skip
VILLAGE = _add(
    "VILLAGE", ("Thôn không thuộc xã", "A village of elsewhere"),
    ("“{village}” không phải thôn của xã trong tháng đó.", "“{village}” was no village of the commune that month."),
    ("Sửa tên thôn như trong danh mục.", "Write the village as in the register."),
    ("Để trống thôn nếu là cả xã.", "Leave it empty for the whole commune."),
)  # fmt: skip
HEADING = _add(
    "HEADING", ("Không thấy hàng tiêu đề", "No heading"),
    ("Không sheet nào có hàng tiêu đề với tên chương trình, doanh số cho vay và số lượt.",
     "No sheet has a heading with the programme, the turnover and the count of loans."),
    ("Ghi tiêu đề: Chương trình, Doanh số cho vay, Số lượt, Dư nợ, Nợ quá hạn.",
     "Name the columns: Chương trình, Doanh số cho vay, Số lượt, Dư nợ, Nợ quá hạn."), _HAND,
)  # fmt: skip
SAME_COLUMN = _add(
    "SAME-COLUMN", ("Hai cột cùng nghĩa", "Two columns alike"),
    ("Hai cột cùng là “{what_vi}”: “{one}” và “{other}”.", "Two columns are “{what_en}”: “{one}” and “{other}”."),
    ("Giữ lại cột của riêng tháng này.", "Keep the one of the month."), _FILE,
)  # fmt: skip
TOTALS = _add(
    "TOTALS", ("Nhiều dòng cộng", "Several totals"),
    ("Có {count} dòng cộng; dòng cuối là tổng của báo cáo, các dòng trước không tính.",
     "There are {count} totals; the last is the report's, the others are left out."),
    ("Xem lại dòng cộng cuối.", "Look at the last total."), _FILE, severity=Severity.WARNING,
)  # fmt: skip
LEFT_OUT = _add(
    "LEFT-OUT", ("Dòng không có số", "Lines without figures"),
    ("Dòng {rows} không có số nên không vào báo cáo.", "Rows {rows} have no figures and stay out."),
    ("Bỏ qua nếu là tên nhóm, chữ ký.", "Ignore it if they are headings or signatures."), _FILE,
    severity=Severity.WARNING,
)  # fmt: skip
UNKNOWN = _add(
    "UNKNOWN", ("Tên chương trình lạ", "A programme not known"),
    ("“{programme}” không có trong danh mục; giữ nguyên tên của ngân hàng.",
     "“{programme}” is not in the list; the bank's own name is kept."),
    ("Để vậy nếu đúng là chương trình khác.", "Leave it if it is another programme."), _FILE,
    severity=Severity.WARNING,
)  # fmt: skip
