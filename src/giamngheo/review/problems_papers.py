"""Why a paper is not made."""

from __future__ import annotations

from giamngheo.foundation.findings import Severity
from giamngheo.review.problems import add

NO_CERTIFICATES = add(
    "PAPERS-NONE", ("Chưa có giấy chứng nhận", "No certificate yet"),
    ("{round}: chưa có giấy chứng nhận nào được ghi.", "{round}: no certificate has been written."),
    ("Ký quyết định công nhận rồi ghi giấy chứng nhận cho các hộ.",
     "Sign the decision and write the certificates first."),
    ("Chọn đợt rà soát khác nếu mở nhầm đợt.", "Choose another round if this is the wrong one."),
)  # fmt: skip
STOPPED = add(
    "PAPERS-STOPPED", ("Đã dừng", "Stopped"),
    ("Việc in đã dừng theo yêu cầu; không có tệp nào được để lại.", "The work was stopped; no file was left."),
    ("Bấm làm lại nếu vẫn cần in.", "Begin again if the file is still needed."),
    ("In từng giấy ở trang của hộ nếu chỉ cần vài giấy.", "Print single papers where only a few are needed."),
    severity=Severity.INFO,
)  # fmt: skip
NO_SLIPS = add(
    "PAPERS-NO-SLIPS", ("Chưa có hộ nào được khảo sát", "No household surveyed yet"),
    ("{village}: chưa có hộ nào có kết quả khảo sát để in phiếu giải thích.",
     "{village}: no household has a result of the survey to be explained."),
    ("Nhập phiếu khảo sát của các hộ rồi in.", "Enter the surveys of the households first."),
    ("Chọn thôn khác nếu mở nhầm thôn.", "Choose another village if this is the wrong one."),
)  # fmt: skip
FAILED = add(
    "PAPERS-FAILED", ("Không in được", "The papers cannot be made"),
    ("Không tạo được tệp; không có tệp nào được để lại.", "The file cannot be made; no file was left."),
    ("Thử lại sau ít phút.", "Try again in a few minutes."),
    ("Nếu vẫn lỗi, báo quản trị kèm giờ xảy ra.", "If it fails again, tell the administrator the time."),
)  # fmt: skip
