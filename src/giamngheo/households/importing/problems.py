"""Why an import of a list does not go on, as findings."""

from giamngheo.foundation.findings import Severity
from giamngheo.households.lists.problems import CATALOGUE

STOPPED = CATALOGUE.add(
    "LIST-STOPPED",
    Severity.INFO,
    title=("Đã dừng theo yêu cầu", "Stopped as asked"),
    message=(
        "Đã dừng theo yêu cầu; chưa có gì thay đổi trong sổ.",
        "Stopped as asked; nothing changed in the register.",
    ),
    fixes=(
        ("Nhập lại tệp khi cần", "Import the file again when needed"),
        ("Không phải làm gì thêm", "Nothing more to do"),
    ),
)
DIED = CATALOGUE.add(
    "LIST-DIED",
    Severity.ERROR,
    title=("Máy chủ dừng giữa chừng", "The server stopped in the middle"),
    message=(
        "Máy chủ đã dừng hoặc khởi động lại khi đang làm với “{name}”; chưa có gì thay đổi trong sổ.",
        "The server stopped or restarted while working on “{name}”; nothing changed in the register.",
    ),
    fixes=(
        ("Nhập lại tệp", "Import the file again"),
        ("Nếu vẫn dừng, báo quản trị", "If it stops again, tell the administrator"),
    ),
)
FAILED = CATALOGUE.add(
    "LIST-FAILED",
    Severity.ERROR,
    title=("Hệ thống gặp lỗi khi nhập", "The system failed"),
    message=(
        "Hệ thống gặp lỗi của chính nó với “{name}”; chưa có gì thay đổi trong sổ.",
        "The system made a mistake of its own with “{name}”; nothing changed in the register.",
    ),
    fixes=(
        ("Thử lại sau ít phút", "Try again in some minutes"),
        ("Báo quản trị kèm giờ xảy ra", "Tell the administrator when it happened"),
    ),
)
NOT_READY = CATALOGUE.add(
    "LIST-NOT-READY",
    Severity.ERROR,
    title=("Danh sách chưa sẵn sàng", "The list is not ready"),
    message=(
        "Danh sách này đang được đọc, đã nhập hoặc đã dừng.",
        "The list is being read, is imported or was stopped.",
    ),
    fixes=(
        ("Đợi đọc xong rồi thử lại", "Wait until it is read"),
        ("Nhập lại tệp nếu đã dừng", "Import the file again if it was stopped"),
    ),
)
UNIT_ENDED = CATALOGUE.add(
    "LIST-UNIT-ENDED",
    Severity.ERROR,
    title=("Xã đã sáp nhập", "The commune was merged"),
    message=(
        "{unit} không còn; hộ dân ghi ở xã hiện nay.",
        "{unit} exists no more; households stand in today's commune.",
    ),
    fixes=(
        ("Chọn xã hiện nay ở đầu trang", "Choose today's commune at the top of the page"),
        ("Hỏi quản trị nếu không thấy xã đó", "Ask the administrator if it is not there"),
    ),
)
DAY = CATALOGUE.add(
    "LIST-DAY",
    Severity.ERROR,
    title=("Ngày của danh sách không dùng được", "The day of the list cannot be used"),
    message=("“{text}” không phải một ngày từ 1990 đến hôm nay.", "“{text}” is no day between 1990 and today."),
    fixes=(
        ("Ghi ngày dạng 31/12/2025", "Write it like 31/12/2025"),
        ("Để ngày hôm nay nếu không rõ", "Leave today's date if it is not known"),
    ),
)
