"""What can be wrong in a scorecard's file. `{where}` is a line of YAML or a cell of Excel."""

from giamngheo.foundation.findings import Catalogue, Entry, Severity

CATALOGUE = Catalogue("scorecards")


def _add(
    code: str,
    title: tuple[str, str],
    message: tuple[str, str],
    *fixes: tuple[str, str],
    severity: Severity = Severity.ERROR,
) -> Entry:
    return CATALOGUE.add(f"SCORE-{code}", severity, title=title, message=message, fixes=fixes)


_TEMPLATE = (
    "Lấy mẫu mới rồi chép vào: giamngheo standards scorecard template.",
    "Take a new template and copy into it: giamngheo standards scorecard template.",
)

UNREADABLE = _add(
    "UNREADABLE",
    ("Không đọc được bảng điểm", "The scorecard cannot be read"),
    ("{name}: không đọc được ({why}).", "{name}: cannot be read ({why})."),
    ("Lưu lại dạng .xlsx hoặc .yaml rồi thử lại.", "Save it as .xlsx or .yaml and try again."),
    _TEMPLATE,
)
LARGE = _add(
    "LARGE",
    ("Trang tính quá lớn", "The sheet is too large"),
    (
        "{where}: trang tính có {cells} ô, nhiều hơn mọi bảng điểm.",
        "{where}: the sheet has {cells} cells, more than any scorecard.",
    ),
    (
        "Xóa các dòng, cột trống thừa (kể cả định dạng) rồi lưu lại.",
        "Delete the spare empty rows and columns, formats too, and save again.",
    ),
    _TEMPLATE,
)
SHEET = _add(
    "SHEET",
    ("Thiếu phần của tệp mẫu", "A part of the template is missing"),
    ("{where}: không thấy {what}.", "{where}: {what} is missing."),
    (
        "Giữ nguyên tên trang tính và tiêu đề cột của tệp mẫu.",
        "Keep the template's names of sheets and column headings.",
    ),
    _TEMPLATE,
)
KEY = _add(
    "KEY",
    ("Mục không có trong mẫu", "A key the template does not have"),
    ("{where}: không có mục nào tên “{what}”.", "{where}: there is no key called “{what}”."),
    ("Sửa tên mục theo mẫu.", "Correct the key as in the template."),
    ("Bỏ mục này nếu không cần.", "Take the key out if it is not needed."),
)
TITLE = _add(
    "TITLE",
    ("Thiếu tên", "A title is missing"),
    ("{where}: {what} chưa có tên.", "{where}: {what} has no title."),
    ("Ghi tên bằng tiếng Việt như trong văn bản.", "Write the title in Vietnamese as in the text."),
    ("Bỏ dòng này nếu không thuộc bảng điểm.", "Take the line out if it is no part of the card."),
)
HEAD = _add(
    "HEAD",
    ("Thông tin chung sai hoặc thiếu", "General information wrong or missing"),
    ("{where}: {what} là “{value}”, cần {wanted}.", "{where}: {what} is “{value}”; wanted: {wanted}."),
    ("Sửa ô hoặc mục này.", "Correct this cell or key."),
    _TEMPLATE,
)
STANDARD = _add(
    "STANDARD",
    ("Bảng điểm không thuộc chuẩn này", "The card is not for this standard"),
    (
        "{where}: bảng điểm ghi chuẩn “{value}”; cần một trong: {known}.",
        "{where}: the card names the standard “{value}”; wanted: one of {known}.",
    ),
    ("Ghi đúng mã chuẩn, xem: giamngheo standards list.", "Write its id, see: giamngheo standards list."),
    ("Dùng bảng điểm của chuẩn đang xét.", "Use the scorecard of the standard at hand."),
)
REGION_MISSING = _add(
    "REGION-MISSING",
    ("Vùng không có cột điểm", "A region without a column"),
    ("{where}: vùng “{region}” không có cột điểm.", "{where}: region “{region}” has no column of points."),
    ("Thêm cột “{region}” vào bảng điểm.", "Add the column “{region}” to the table."),
    ("Bỏ vùng này khỏi danh sách vùng.", "Take the region out of the list of regions."),
)
REGION_UNKNOWN = _add(
    "REGION-UNKNOWN",
    ("Cột của vùng không có trong danh sách", "A column of an unknown region"),
    ("{where}: không có vùng nào tên “{region}”.", "{where}: no region is called “{region}”."),
    ("Sửa tên cột theo danh sách vùng.", "Correct the heading as in the list of regions."),
    ("Thêm vùng này vào danh sách vùng.", "Add the region to the list."),
)
GROUP_EMPTY = _add(
    "GROUP-EMPTY",
    ("Nhóm không có lựa chọn", "A group without options"),
    ("{where}: nhóm “{group}” không có lựa chọn nào.", "{where}: group “{group}” has no option."),
    ("Thêm các lựa chọn và điểm của nhóm.", "Add the options of the group with their points."),
    ("Bỏ nhóm nếu văn bản không có.", "Take the group out if the text has none."),
)
GROUP_KIND = _add(
    "GROUP-KIND",
    ("Kiểu nhóm không rõ", "Unknown kind of group"),
    ("{where}: kiểu của nhóm là “{value}”.", "{where}: the kind of the group is “{value}”."),
    (
        "Ghi “một lựa chọn” (single) nếu hộ chỉ được điểm của một dòng.",
        "Write “single” where a household gets the points of one line.",
    ),
    (
        "Ghi “nhiều lựa chọn” (multiple) nếu cộng điểm mọi dòng hộ có.",
        "Write “multiple” where the points of all its lines are added.",
    ),
)
CODE = _add(
    "CODE",
    ("Mã không dùng được", "A code that cannot be used"),
    (
        "{where}: mã “{value}”: chỉ dùng chữ thường không dấu, số và dấu gạch dưới.",
        "{where}: code “{value}”: small letters without accents, digits and underscores only.",
    ),
    ("Sửa mã, ví dụ nha_o hoặc 6.", "Correct it, such as house or 6."),
    ("Để trống mã của lựa chọn: hệ thống đánh số theo thứ tự.", "Leave an option's code empty: it gets its number."),
)
DUPLICATE = _add(
    "DUPLICATE",
    ("Mã dùng hai lần", "A code used twice"),
    ("{where}: {what} “{value}” đã có ở {first}.", "{where}: {what} “{value}” stands at {first} already."),
    ("Đổi mã của một trong hai dòng.", "Change the code of one of the two."),
    ("Bỏ dòng lặp.", "Take the repeated line out."),
)
POINTS_EMPTY = _add(
    "POINTS-EMPTY",
    ("Ô điểm trống", "A cell of points is empty"),
    (
        "{where}: “{option}” chưa có điểm của vùng {region}.",
        "{where}: “{option}” has no points for region {region}.",
    ),
    ("Ghi điểm theo văn bản; không được điểm thì ghi 0.", "Write the points of the text; 0 where it gives none."),
    (
        "Nếu chưa có văn bản: bỏ nhóm và ghi vào phần còn thiếu (missing).",
        "Without the text, take the group out and name it under missing.",
    ),
)
POINTS_TEXT = _add(
    "POINTS-TEXT",
    ("Điểm không phải số nguyên", "Points that are no whole number"),
    ("{where}: “{value}” không phải số nguyên.", "{where}: “{value}” is no whole number."),
    ("Ghi một số nguyên, không kèm chữ.", "Write a whole number, without words."),
    ("Nếu là ghi chú: chuyển sang cột ghi chú.", "If it is a remark, move it to the column of notes."),
)
POINTS_NEGATIVE = _add(
    "POINTS-NEGATIVE",
    ("Điểm âm", "Negative points"),
    ("{where}: điểm {value} nhỏ hơn 0.", "{where}: {value} points are less than 0."),
    ("Sửa lại theo văn bản.", "Correct it from the text."),
    ("Không được điểm thì ghi 0.", "Write 0 where no points are given."),
)
POINTS_STEP = _add(
    "POINTS-STEP",
    ("Điểm không là bội của 5", "Points that are no multiple of 5"),
    (
        "{where}: điểm {value}; các bảng điểm đã biết đều là bội của 5.",
        "{where}: {value} points; all tables known go in fives.",
    ),
    ("Đối chiếu lại với văn bản, có thể gõ nhầm.", "Compare with the text: it may be a slip."),
    ("Nếu văn bản ghi đúng như vậy: giữ nguyên.", "If the text says so, keep it."),
    severity=Severity.WARNING,
)
DEMONSTRATION = _add(
    "DEMONSTRATION",
    ("Bảng điểm minh họa phải nói rõ", "A demonstration must say so"),
    (
        "{where}: bảng điểm đánh dấu minh họa thì tên phải có chữ “minh họa” hoặc “giả định”, và ngược lại.",
        "{where}: a card marked as a demonstration says “minh họa” or “giả định” in its title, and no other does.",
    ),
    ("Thêm chữ “minh họa, điểm giả định” vào tên.", "Add “minh họa, điểm giả định” to the title."),
    ("Bỏ đánh dấu minh họa nếu là bảng điểm của văn bản.", "Take the mark away if the points are those of a text."),
)
SIGNATURE = _add(
    "SIGNATURE",
    ("Xác nhận chưa đủ", "The signature is not complete"),
    (
        "{where}: xác nhận cần đủ người, ngày, số văn bản, điều hoặc phụ lục; còn thiếu: {what}.",
        "{where}: a signature names person, day, document, and article or annex; missing: {what}.",
    ),
    ("Ghi đủ bốn mục.", "Write all four."),
    ("Để trống cả bốn: bảng điểm dùng được nhưng ghi là chưa xác nhận.", "Leave all four empty: unverified."),
)
SIGNED_DEMONSTRATION = _add(
    "SIGNED-DEMONSTRATION",
    ("Bảng minh họa không được xác nhận", "A demonstration cannot be signed"),
    (
        "{where}: bảng điểm minh họa không thể xác nhận theo văn bản.",
        "{where}: a demonstration cannot be signed as the points of a text.",
    ),
    ("Bỏ phần xác nhận.", "Take the signature out."),
    ("Bỏ đánh dấu minh họa nếu là bảng điểm của văn bản.", "Take the mark away if the points are those of a text."),
)
UNSIGNED = _add(
    "UNSIGNED",
    ("Chưa xác nhận", "Not signed"),
    (
        "{where}: chưa ai xác nhận bảng điểm theo văn bản; kết quả phân loại sẽ ghi là chưa xác nhận.",
        "{where}: nobody signed the card against a text; verdicts will be marked as not verified.",
    ),
    ("Đối chiếu với văn bản rồi ghi người, ngày, văn bản.", "Compare it with the text; write who, when, which."),
    ("Dùng tạm để thử.", "Use it for trial."),
    severity=Severity.INFO,
)
PARTIAL = _add(
    "PARTIAL",
    ("Bảng điểm còn thiếu phần", "The card lacks parts"),
    (
        "{where}: còn thiếu: {what}. Tổng điểm B1 theo bảng này sẽ bị từ chối.",
        "{where}: missing: {what}. A B1 sum by this card is refused.",
    ),
    ("Bổ sung các phần còn thiếu theo văn bản.", "Add the missing parts from the text."),
    ("Trong lúc chờ: ghi điểm B1 từ phiếu giấy.", "Meanwhile type B1 from the paper form."),
    severity=Severity.WARNING,
)
EXISTS = _add(
    "EXISTS",
    ("Tệp đã có", "The file is there already"),
    (
        "{where}: tệp đã có; mẫu không ghi đè lên bảng điểm đang điền.",
        "{where}: the file exists; a form overwrites no card.",
    ),
    ("Chọn tên tệp khác (-o).", "Take another file name (-o)."),
    ("Xóa hoặc đổi tên tệp cũ rồi chạy lại.", "Delete or rename the old file and run again."),
)
VERSION = _add(
    "VERSION",
    ("Bảng điểm khác dưới cùng phiên bản", "Another card under this version"),
    (
        "{where}: “{id}” phiên bản {version} đã có với nội dung khác; phiên bản mới nhất là {newest}.",
        "{where}: “{id}” version {version} is kept with other content; the newest version is {newest}.",
    ),
    ("Tăng phiên bản lên {next} rồi nạp lại.", "Raise the version to {next} and load again."),
    ("Dùng mã khác nếu là bảng điểm khác.", "Use another id if it is another card."),
)
