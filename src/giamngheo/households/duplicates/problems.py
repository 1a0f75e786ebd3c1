"""Why a pair is not merged, or not looked for, as findings."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Entry, Severity

CATALOGUE = Catalogue("duplicates")
Pair = tuple[str, str]


def _add(code: str, title: Pair, message: Pair, *fixes: Pair, severity: Severity = Severity.ERROR) -> Entry:
    return CATALOGUE.add(f"DUPLICATE-{code}", severity, title=title, message=message, fixes=fixes)


_AGAIN = ("Mở lại trang đối chiếu để xem điều đang có.", "Open the comparison again and look at what stands there.")
_LEAVE = ("Thôi, không gộp.", "Leave them as they are.")

CHOOSE = _add(
    "CHOOSE", ("Chưa chọn", "Not chosen"),
    ("Hai dòng ghi khác nhau về: {what_vi}; chưa chọn giữ của ai.",
     "The two entries differ in: {what_en}; nobody said which to keep."),
    ("Chọn cho từng điều khác nhau.", "Choose for each difference."), _LEAVE,
)  # fmt: skip
DECIDED = _add(
    "DECIDED", ("Người khác vừa quyết định", "Somebody decided meanwhile"),
    ("{who} đã ghi “{state_vi}” cho cặp này lúc {when}.", "{who} entered “{state_en}” for this pair at {when}."),
    ("Xem cặp này trong danh sách đã xử lý.", "Look at the pair among those decided."),
    ("Hoàn tác quyết định đó nếu thấy sai.", "Take that decision back if it is wrong."),
)  # fmt: skip
CHANGED = _add(
    "CHANGED", ("Sổ vừa thay đổi", "The register changed meanwhile"),
    ("Một trong hai người vừa được ghi thêm hoặc sửa sau khi bạn mở trang này.",
     "One of the two was written since you opened this page."),
    _AGAIN, _LEAVE,
)  # fmt: skip
MERGED = _add(
    "MERGED", ("Đã gộp vào người khác", "Merged into somebody else"),
    ("{name} đã được gộp vào {into}.", "{name} was merged into {into}."),
    ("Dùng người đã gộp vào.", "Use the person merged into."),
    ("Hoàn tác việc gộp nếu gộp nhầm.", "Take the merger back if it was a mistake."),
)  # fmt: skip
COMMUNES = _add(
    "COMMUNES", ("Hai người ở hai xã", "People of two communes"),
    ("Hai người đang thuộc hai xã khác nhau; mỗi xã chỉ ghi sổ của mình.",
     "The two belong to two communes; each writes its own register only."),
    ("Ghi chuyển đi ở xã cũ rồi chuyển đến ở xã mới với cùng số định danh.",
     "Enter the departure in one commune and the arrival in the other with the same citizen id."),
    _LEAVE,
)  # fmt: skip
NO_REASON = _add(
    "NO-REASON", ("Thiếu lý do", "No reason"),
    ("Ghi rằng hai người không phải một cần có lý do.", "That two are not one person needs a reason."),
    ("Ghi lý do, ví dụ “hai thẻ căn cước khác nhau”.", "Write why, such as “two different identity cards”."),
    ("Để cặp này lại, xem sau.", "Leave the pair for later."),
)  # fmt: skip
NOT_DECIDED = _add(
    "NOT-DECIDED", ("Chưa có quyết định", "Not decided"),
    ("Cặp này đang chờ xem, không có gì để đưa lại.", "This pair is waiting; there is nothing to take back."),
    ("Mở danh sách cặp cần xem.", "Open the list of pairs to look at."), ("Đóng trang này.", "Close this page."),
)  # fmt: skip
NO_PAIRS = _add(
    "NO-PAIRS", ("Chưa chọn cặp nào", "No pair chosen"),
    ("Chưa đánh dấu cặp nào, hoặc các cặp đó đã có người xử lý.", "No pair is ticked, or somebody decided them all."),
    ("Đánh dấu ít nhất một cặp trong danh sách.", "Tick at least one pair of the list."),
    ("Mở lại danh sách.", "Open the list again."),
)  # fmt: skip
ENGINE = _add(
    "ENGINE", ("Chưa cài phần tìm trùng", "The search is not installed"),
    ("Máy chủ này chưa có phần tìm người trùng ({extra}).", "This server lacks the search for duplicates ({extra})."),
    ('Nhờ người quản trị chạy: pip install "{extra}" rồi khởi động lại.',
     'Ask the administrator to run: pip install "{extra}" and to restart.'),
    ("Các cặp đã tìm thấy trước đây vẫn xem, gộp và hoàn tác được.",
     "Pairs found before can still be looked at, merged and taken back."),
)  # fmt: skip
RUNNING = _add(
    "RUNNING", ("Đang tìm", "Looking already"),
    ("Một lần tìm trùng của {unit} đang chạy.", "A search for duplicates of {unit} is under way."),
    ("Đợi lần đó xong.", "Wait for it."), ("Dừng lần đó rồi tìm lại.", "Stop it and look again."),
)  # fmt: skip
STOPPED = _add(
    "STOPPED", ("Đã dừng theo yêu cầu", "Stopped as asked"),
    ("Đã dừng theo yêu cầu; danh sách cặp trùng giữ như trước.", "Stopped as asked; the list of pairs is as it was."),
    ("Tìm lại khi cần.", "Look again when needed."), ("Không phải làm gì thêm.", "Nothing more to do."),
    severity=Severity.INFO,
)  # fmt: skip
DIED = _add(
    "DIED", ("Máy chủ dừng giữa chừng", "The server stopped in the middle"),
    ("Máy chủ đã dừng hoặc khởi động lại khi đang tìm; danh sách cặp trùng giữ như trước.",
     "The server stopped or restarted while looking; the list of pairs is as it was."),
    ("Tìm lại.", "Look again."), ("Nếu vẫn dừng, báo quản trị.", "If it stops again, tell the administrator."),
)  # fmt: skip
FAILED = _add(
    "FAILED", ("Hệ thống gặp lỗi khi tìm", "The system failed"),
    ("Hệ thống gặp lỗi của chính nó khi tìm; danh sách cặp trùng giữ như trước.",
     "The system made a mistake of its own while looking; the list of pairs is as it was."),
    ("Tìm lại.", "Look again."), ("Nếu vẫn lỗi, báo quản trị kèm giờ xảy ra.", "Else tell the administrator the time."),
)  # fmt: skip
NOT_BETWEEN = _add(
    "NOT-BETWEEN", ("Không phải hai hộ này", "Not these two households"),
    ("{name}: cặp này không còn là một người của hộ này với một người của hộ kia, hoặc đã có người xử lý.",
     "{name}: this pair is no longer one person of the one household and one of the other, or somebody decided it."),
    _AGAIN, _LEAVE,
)  # fmt: skip
TWO_PAIRS = _add(
    "TWO-PAIRS", ("Một người ở hai cặp", "One person in two pairs"),
    ("{name} được đánh dấu ở hai cặp; một người chỉ là một người của hộ kia.",
     "{name} is ticked in two pairs; one person is only one person of the other household."),
    ("Bỏ dấu một trong hai cặp.", "Untick one of the two pairs."),
    ("Mở từng cặp để xem người nào là người nào.", "Open each pair and look who is who."),
)  # fmt: skip
