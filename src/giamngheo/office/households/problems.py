"""What a form of the register cannot read, before the register is asked."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("register-forms")

DAY_UNREADABLE = CATALOGUE.add(
    "REGISTER-FORM-DAY", Severity.ERROR,
    title=("Ngày không đọc được", "Unreadable day"),
    message=("“{text}” không phải một ngày.", "“{text}” is no day."),
    fixes=(
        ("Gõ ngày/tháng/năm, ví dụ 01/09/2026 hoặc 1/9.", "Type day/month/year, such as 01/09/2026 or 1/9."),
        ("Kiểm tra tháng đó có ngày ấy không.", "Check whether that month has such a day."),
    ),
)  # fmt: skip
BIRTH_UNREADABLE = CATALOGUE.add(
    "REGISTER-FORM-BIRTH", Severity.ERROR,
    title=("Ngày sinh không đọc được", "Unreadable birth"),
    message=("“{text}” không phải ngày sinh hay năm sinh.", "“{text}” is neither a day nor a year of birth."),
    fixes=(
        ("Gõ ngày/tháng/năm, ví dụ 05/03/1980.", "Type day/month/year, such as 05/03/1980."),
        ("Chỉ gõ năm, ví dụ 1948, nếu giấy tờ không ghi ngày.", "Type the year alone, such as 1948."),
    ),
)  # fmt: skip
PERHAPS_RETURNED = CATALOGUE.add(
    "REGISTER-FORM-RETURNED", Severity.ERROR,
    title=("Có thể là người đã từng ở đây", "Perhaps somebody who lived here"),
    message=(
        "{name}: sổ có {count} người cùng tên, sinh khớp, đã chuyển đi và chưa ở hộ nào.",
        "{name}: the register has {count} of that name and birth who left and are in no household.",
    ),
    fixes=(
        ("Chọn đúng người đó ở dưới, để một người chỉ có một dòng.", "Pick that person below, so that one stays one."),
        ("Nếu là người khác: đánh dấu vào ô ấy rồi ghi lại.", "Somebody else: tick the box and send again."),
    ),
)  # fmt: skip
DEGREES_UNREADABLE = CATALOGUE.add(
    "REGISTER-FORM-DEGREES", Severity.ERROR,
    title=("Tọa độ không đọc được", "Unreadable coordinate"),
    message=("“{text}” không phải độ thập phân.", "“{text}” is no decimal degree."),
    fixes=(
        ("Gõ dạng 19.812345, không gõ độ phút giây.", "Type 19.812345, no minutes or seconds."),
        ("Bấm “Lấy vị trí” tại nhà của hộ.", "Take the location at the house with the button."),
    ),
)  # fmt: skip
ACCURACY_UNREADABLE = CATALOGUE.add(
    "REGISTER-FORM-ACCURACY", Severity.ERROR,
    title=("Sai số không đọc được", "Unreadable accuracy"),
    message=("“{text}” không phải số mét.", "“{text}” is no number of metres."),
    fixes=(("Gõ số nguyên, ví dụ 12.", "Type a whole number such as 12."), ("Để trống.", "Leave it empty.")),
)  # fmt: skip
