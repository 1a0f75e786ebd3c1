"""Why a closing is not kept."""

from __future__ import annotations

from giamngheo.foundation.findings import Severity
from giamngheo.review.problems import add

DAYS = add(
    "CLOSING-DAYS", ("Ngày chốt số liệu", "Days of a closing"),
    ("Không chốt được từ ngày {opening} đến ngày {closing}: {why_vi}.",
     "No closing from {opening} to {closing}: {why_en}."),
    ("Ngày cuối kỳ phải sau ngày đầu kỳ; của rà soát định kỳ là 01/01 năm rà soát và 01/01 năm sau.",
     "The last day follows the first; of an annual review they are 1 January of the year and of the next."),
    ("Chốt trước được đến ngày 01/01 năm sau, không xa hơn.",
     "A closing may be kept ahead to the next 1 January, no further."),
)  # fmt: skip
ROUND = add(
    "CLOSING-ROUND", ("Đợt rà soát không hợp", "The round does not fit"),
    ("{round} không phải đợt rà soát hộ nghèo của {unit}.", "{round} is no poverty review of {unit}."),
    ("Chọn đợt rà soát định kỳ hoặc thường xuyên của xã.", "Choose an annual or monthly review of the commune."),
    ("Hoặc chốt không gắn với đợt nào.", "Or keep the closing without a round."),
)  # fmt: skip
STANDS = add(
    "CLOSING-STANDS", ("Kỳ này đã chốt", "This period is closed"),
    ("Từ ngày {opening} đến ngày {closing} đã chốt lúc {when} ({who}).",
     "{opening} to {closing} was closed on {when} by {who}."),
    ("Chốt lại để thay bản ấy và ghi lý do; bản cũ vẫn giữ.", "Replace that one with a reason; it is kept."),
    ("Hoặc giữ bản đã chốt và xem ở danh sách các lần chốt.", "Or leave it, and see it in the list of closings."),
)  # fmt: skip
REPLACED = add(
    "CLOSING-REPLACED", ("Bản chốt không thay được", "Cannot be replaced"),
    ("Bản chốt này đã có bản thay, hoặc là của đơn vị hay kỳ khác.",
     "That closing has been replaced already, or is of another unit or period."),
    ("Mở danh sách các lần chốt và thay bản đang có hiệu lực của đúng kỳ.",
     "Open the list of closings and replace the one that stands for the period."),
    ("Nếu người khác vừa chốt lại, xem bản của họ trước.", "If somebody has just replaced it, look at theirs first."),
)  # fmt: skip
REASON = add(
    "CLOSING-REASON", ("Thiếu lý do", "No reason"),
    ("Chốt lại một kỳ đã chốt phải ghi lý do.", "Closing a period again takes a reason."),
    ("Ghi điều gì đã thay đổi từ lần chốt trước.", "Say what has changed since it was closed."),
    ("Hoặc giữ bản đã chốt.", "Or leave what was closed."),
)  # fmt: skip
UNEXPLAINED = add(
    "CLOSING-UNEXPLAINED", ("Hộ rời danh sách không rõ vì sao", "A household left and nothing says why"),
    ("Hộ {household} ({village_vi}) có trong danh sách {class_vi} đầu kỳ, cuối kỳ không còn, mà không có quyết định "
     "hay biến động nào của sổ hộ nói vì sao.",
     "Household {household} ({village_en}) is {class_en} at the opening and not at the closing, and neither a "
     "decision nor the register says why."),
    ("Xem các quyết định của hộ; nếu hộ đã chuyển đi hoặc không còn ai thì ghi vào sổ hộ.",
     "See the household's decisions; enter it in the register where it moved away or died out."),
    ("Nếu loại hộ bị ngắt nhầm, ký quyết định đính chính rồi chốt.",
     "Where its class was broken off by mistake, sign a correction and close then."),
)  # fmt: skip
EMPTY = add(
    "CLOSING-EMPTY", ("Hộ không còn ai", "A household without people"),
    ("Hộ {household} ({village_vi}) đang là {class_vi} ngày {day} mà sổ hộ không ghi thành viên nào.",
     "Household {household} ({village_en}) is {class_en} on {day}, and the register has no member."),
    ("Ghi kết thúc hộ, hoặc ghi thành viên của hộ vào sổ.", "End the household, or enter its members."),
    ("Nếu sổ ghi nhầm, đính chính trong sổ hộ rồi chốt.", "Correct the register where it is wrong, and close then."),
)  # fmt: skip
UNBALANCED = add(
    "CLOSING-UNBALANCED", ("Số liệu không khớp", "The numbers do not agree"),
    ("{village_vi}, {class_vi}, {when_vi}: bảng diễn biến có {lines}, đếm lại từ sổ có {counted} (hộ, nhân khẩu).",
     "{village_en}, {class_en}, {when_en}: the lines give {lines}, the registers {counted} (households, people)."),
    ("Chạy lại; nếu vẫn lệch, báo người quản trị kèm kỳ và thôn này.",
     "Try again; if it stays, tell the administrator, with the period and the village."),
    ("Không gửi số liệu kỳ này trước khi khớp.", "Send no numbers of this period before they agree."),
)  # fmt: skip
DIFFERS = add(
    "CLOSING-DIFFERS", ("Sổ đã khác lần chốt trước", "The registers differ from the earlier closing"),
    ("Đầu kỳ lấy theo bản đã chốt ngày {day}: {kept} {class_vi}; sổ nay ghi {counted}. Phần chênh nằm ở “khác”.",
     "The opening is the closing kept for {day}: {kept} {class_en}; the registers now say {counted}. The difference is "
     "among the others."),
    ("Xem hộ ở cột “khác giảm”, “khác tăng”; giữ như vậy nếu đã rõ.",
     "See the households among other decreases and increases; leave it where they are known."),
    ("Hoặc chốt lại kỳ trước kèm lý do.", "Or close the earlier period again, with a reason."),
    severity=Severity.WARNING,
)  # fmt: skip
