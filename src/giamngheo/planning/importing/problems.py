"""What can stop an import, or a change of a plan: the catalogue of planning."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("planning")

NO_COMMUNE = CATALOGUE.add(
    "IMPORT-COMMUNE-UNKNOWN",
    Severity.ERROR,
    title=("Không rõ xã nào", "Unknown commune"),
    message=(
        "Không tìm thấy đơn vị “{name}” trong danh mục đơn vị hành chính vào thời điểm của kế hoạch.",
        "The register has no unit “{name}” at the time of the plan.",
    ),
    fixes=(
        ("Nêu mã đơn vị hành chính của xã (--commune MÃ).", "Give the commune's code (--commune CODE)."),
        ("Sửa tên cơ quan ban hành ở đầu văn bản rồi nhập lại.", "Correct the issuer in the heading and import again."),
    ),
)
SEVERAL_COMMUNES = CATALOGUE.add(
    "IMPORT-COMMUNE-AMBIGUOUS",
    Severity.ERROR,
    title=("Nhiều xã cùng tên", "Several communes of that name"),
    message=("Có nhiều đơn vị mang tên “{name}”: {listed}.", "Several units are called “{name}”: {listed}."),
    fixes=(
        ("Nêu mã của đúng xã (--commune MÃ).", "Give the right commune's code (--commune CODE)."),
        (
            "Ghi tên huyện hoặc tỉnh trong văn bản rồi nhập lại.",
            "Name the district or province in the text, then retry.",
        ),
    ),
)
UNKNOWN_CODE = CATALOGUE.add(
    "IMPORT-COMMUNE-CODE",
    Severity.ERROR,
    title=("Mã xã không có", "No such commune code"),
    message=("Ngày {day} không có xã, phường mang mã {code}.", "No commune bore the code {code} on {day}."),
    fixes=(
        ("Kiểm tra mã trong danh mục đơn vị hành chính.", "Look the code up in the register of units."),
        ("Bỏ mã để tìm theo tên cơ quan ban hành.", "Leave the code out and let the issuer's name decide."),
    ),
)
NO_YEAR = CATALOGUE.add(
    "IMPORT-YEAR-UNKNOWN",
    Severity.ERROR,
    title=("Không rõ năm kế hoạch", "Unknown year"),
    message=(
        "Không đọc được năm của kế hoạch từ trích yếu và ngày tháng.",
        "Neither the subject nor the date says which year the plan is for.",
    ),
    fixes=(
        ("Ghi “năm 2024” vào trích yếu rồi nhập lại.", "Write the year into the subject and import again."),
        ("Nêu năm khi nhập (--year NĂM).", "Give the year when importing (--year YEAR)."),
    ),
)
SEVERAL_YEARS = CATALOGUE.add(
    "IMPORT-SEVERAL-YEARS",
    Severity.ERROR,
    title=("Kế hoạch nhiều năm", "A plan of several years"),
    message=(
        "Trích yếu ghi kế hoạch cho {years}; ở đây mỗi kế hoạch được lưu theo một năm.",
        "The subject says the plan is for {years}; here a plan is kept with one year.",
    ),
    fixes=(
        (
            "Chọn năm để lưu kế hoạch này (ô “Năm kế hoạch” khi tải lên, hoặc --year NĂM); bản cũ vẫn còn.",
            "Say which year keeps it (“Năm kế hoạch” when uploading, or --year YEAR); the plan there is kept.",
        ),
        ("Nhập kế hoạch của từng năm thay cho kế hoạch nhiều năm.", "Import the plan of each year instead."),
    ),
)
NO_PERIOD = CATALOGUE.add(
    "IMPORT-YEAR-OUTSIDE",
    Severity.ERROR,
    title=("Năm ngoài các giai đoạn", "Year outside all periods"),
    message=("Năm {year} không thuộc giai đoạn nào của Chương trình.", "{year} is in no period of the programme."),
    fixes=(
        ("Kiểm tra năm trong trích yếu.", "Check the year in the subject."),
        ("Nêu đúng năm khi nhập (--year NĂM).", "Give the right year when importing (--year YEAR)."),
    ),
)
NOT_A_PLAN = CATALOGUE.add(
    "IMPORT-NOT-A-PLAN",
    Severity.ERROR,
    title=("Không phải kế hoạch", "Not a plan"),
    message=(
        "Tệp này là {kind}, không phải kế hoạch; chỉ kế hoạch mới nhập được. Chưa có gì thay đổi.",
        "This file is {kind_en}, not a plan; only plans can be imported. Nothing was changed.",
    ),
    fixes=(
        (
            "Chọn đúng tệp kế hoạch (KH). Báo cáo, quyết định, thông báo vẫn kiểm tra được: giamngheo plan check TỆP.",
            "Choose the plan's own file. Reports, decisions and notices can be checked: giamngheo plan check FILE.",
        ),
        (
            "Nếu đúng là kế hoạch, ghi dòng “KẾ HOẠCH” trên trích yếu và ký hiệu …/KH-UBND rồi nhập lại.",
            "If it is a plan, put the line “KẾ HOẠCH” above the subject and the symbol …/KH-UBND, and import again.",
        ),
    ),
)
NO_BODY = CATALOGUE.add(
    "IMPORT-NO-BODY",
    Severity.ERROR,
    title=("Kế hoạch không có nội dung", "A plan without a body"),
    message=(
        "Không đọc được mục hay đoạn nội dung nào trong tệp.",
        "No section and no paragraph of a body could be read in the file.",
    ),
    fixes=(
        (
            "Mở tệp xem có nội dung không; nếu là ảnh chụp, dùng tệp gốc.",
            "See whether it has text, not pictures.",
        ),
        ("Lưu tệp dạng .docx hoặc văn bản rồi nhập lại.", "Save it as .docx or text and import again."),
    ),
)
STALE = CATALOGUE.add(
    "PLAN-STALE",
    Severity.ERROR,
    title=("Kế hoạch đã thay đổi", "The plan has changed"),
    message=(
        "Kế hoạch đã có phiên bản {now}; thay đổi này dựa trên phiên bản {based}.",
        "The plan is at version {now}; this change was made against version {based}.",
    ),
    fixes=(
        ("Mở lại kế hoạch, xem thay đổi mới rồi sửa tiếp.", "Reload the plan, see what changed, and edit again."),
        ("So sánh hai phiên bản trong lịch sử.", "Compare the two versions in the history."),
    ),
)
ISSUED = CATALOGUE.add(
    "PLAN-ISSUED",
    Severity.ERROR,
    title=("Kế hoạch đã ban hành", "The plan is issued"),
    message=("Kế hoạch đã ban hành thì không sửa được nữa.", "An issued plan can no longer be changed."),
    fixes=(
        ("Ban hành văn bản sửa đổi, bổ sung.", "Issue an amending document."),
        ("Xem lại phiên bản đã ban hành.", "Look at the issued version."),
    ),
)
NO_REPORT = CATALOGUE.add(
    "PLAN-NO-REPORT",
    Severity.ERROR,
    title=("Chưa có báo cáo đã khóa", "No locked report"),
    message=(
        "Năm {year} chưa có báo cáo nào đã khóa để lấy số liệu cho phần A.",
        "No report of {year} is locked, from which part A could take its figures.",
    ),
    fixes=(
        ("Lập, gửi báo cáo năm rồi chờ cấp trên nhận và khóa.", "Make and send the yearly report; it is then locked."),
        ("Viết phần A bằng tay như trước.", "Write part A by hand as before."),
    ),
)
BAD_TOKEN = CATALOGUE.add(
    "PLAN-TOKEN-UNKNOWN",
    Severity.ERROR,
    title=("Ký hiệu không có trong kế hoạch", "Unknown token"),
    message=(
        "“{token}” không trỏ tới số liệu hay văn bản nào của kế hoạch này.",
        "“{token}” points at no figure or document of this plan.",
    ),
    fixes=(
        ("Giữ nguyên các ký hiệu trong dấu ngoặc nhọn.", "Leave the tokens in braces as they are."),
        ("Viết thẳng chữ hoặc số thay cho ký hiệu.", "Write the words or the number instead of the token."),
    ),
)
EMPTY_TEXT = CATALOGUE.add(
    "PLAN-TEXT-EMPTY",
    Severity.ERROR,
    title=("Nội dung trống", "Empty text"),
    message=("Nội dung không được để trống.", "The text must not be empty."),
    fixes=(
        ("Viết nội dung mới.", "Write the new text."),
        ("Hủy thay đổi.", "Cancel the change."),
    ),
)
BAD_VALUE = CATALOGUE.add(
    "PLAN-VALUE-UNREADABLE",
    Severity.ERROR,
    title=("Không đọc được số", "Not a number"),
    message=(
        "“{text}” không phải một số viết theo cách Việt Nam.",
        "“{text}” is not a number as Vietnamese writes it.",
    ),
    fixes=(
        ("Viết dấu chấm giữa hàng nghìn, dấu phẩy trước phần thập phân: 1.040 hoặc 2,22.", "Write 1.040 or 2,22."),
        ("Hủy thay đổi.", "Cancel the change."),
    ),
)
STOPPED = CATALOGUE.add(
    "IMPORT-STOPPED",
    Severity.INFO,
    title=("Đã dừng", "Stopped"),
    message=("Việc đọc tệp đã dừng theo yêu cầu; không có gì thay đổi.", "Stopped as asked; nothing was changed."),
    fixes=(
        ("Tải tệp lên lại khi cần.", "Upload the file again when needed."),
        ("Xóa tệp khỏi danh sách.", "Remove the file from the list."),
    ),
)
NO_PLAN = CATALOGUE.add(
    "PLAN-NOT-FOUND",
    Severity.ERROR,
    title=("Chưa có kế hoạch", "No such plan"),
    message=("Không có kế hoạch năm {year} của xã mã {code}.", "There is no plan of {year} for the commune {code}."),
    fixes=(
        ("Nhập kế hoạch trước: giamngheo plan import TỆP.", "Import it first: giamngheo plan import FILE."),
        ("Kiểm tra mã xã và năm.", "Check the code and the year."),
    ),
)
NO_TABLES = CATALOGUE.add(
    "PLAN-NO-DATABASE",
    Severity.ERROR,
    title=("Chưa có cơ sở dữ liệu", "No database yet"),
    message=("Thư mục {folder} chưa có cơ sở dữ liệu.", "The folder {folder} has no database yet."),
    fixes=(
        ("Chạy `giamngheo plan import` hoặc `giamngheo demo --no-serve` trước.", "Import or run the demo first."),
        ("Nêu đúng thư mục dữ liệu (--data-dir THƯ_MỤC).", "Name the right folder (--data-dir DIR)."),
    ),
)
NO_REASON = CATALOGUE.add(
    "PLAN-REASON-MISSING",
    Severity.ERROR,
    title=("Thiếu lý do", "Reason missing"),
    message=("Bỏ qua một phát hiện thì phải nêu lý do.", "Dismissing a finding needs a reason."),
    fixes=(
        ("Viết lý do ngắn gọn.", "Write a short reason."),
        ("Chấp nhận phát hiện và sửa kế hoạch.", "Accept the finding and correct the plan."),
    ),
)
NO_FINDING = CATALOGUE.add(
    "PLAN-DECISION-UNKNOWN",
    Severity.ERROR,
    title=("Không có phát hiện này", "No such finding"),
    message=(
        "Không ghi được quyết định về “{code}”: không có phát hiện hoặc cách trả lời như vậy.",
        "No decision about “{code}” can be kept: there is no such finding, or no such answer.",
    ),
    fixes=(
        ("Mở lại kế hoạch rồi chọn lại.", "Reload the plan and choose again."),
        ("Chọn sửa hoặc bỏ qua kèm lý do.", "Accept it, or dismiss it with a reason."),
    ),
)
NOT_READY = CATALOGUE.add(
    "UPLOAD-NOT-READY",
    Severity.ERROR,
    title=("Chưa sẵn sàng", "Not ready"),
    message=("Tệp đang ở trạng thái “{state}”, chưa áp dụng được.", "The upload is “{state}” and cannot be applied."),
    fixes=(
        ("Chờ đọc và kiểm tra xong rồi áp dụng.", "Wait until reading and checking are done."),
        ("Tải tệp lên lại.", "Upload the file again."),
    ),
)
WRONG_UNIT = CATALOGUE.add(
    "UPLOAD-OTHER-UNIT",
    Severity.ERROR,
    title=("Kế hoạch của xã khác", "Another commune's plan"),
    message=(
        "Kế hoạch trong tệp không thuộc {unit} hay đơn vị nào bạn được nhập kế hoạch.",
        "The plan in the file belongs neither to {unit} nor to any unit you may import for.",
    ),
    fixes=(
        ("Chọn đúng tệp kế hoạch của xã mình.", "Choose your own commune's plan."),
        ("Sửa tên cơ quan ban hành ở đầu văn bản nếu ghi sai.", "Correct the issuer in the heading if it is wrong."),
    ),
)
FAILED = CATALOGUE.add(
    "UPLOAD-FAILED",
    Severity.ERROR,
    title=("Không xử lý được tệp", "The file could not be processed"),
    message=(
        "Gặp lỗi không lường trước khi xử lý tệp {name}; không có gì thay đổi.",
        "Something unforeseen happened with {name}; nothing was changed.",
    ),
    fixes=(
        (
            "Thử lại; nếu vẫn lỗi, lưu tệp dạng .docx mới rồi tải lên.",
            "Try again; else save a fresh .docx and upload it.",
        ),
        ("Gửi tệp cho người quản trị, kèm giờ gặp lỗi.", "Send the file and the time to the administrator."),
    ),
)
BAD_NUMBER = CATALOGUE.add(
    "PLAN-NUMBER-UNREADABLE",
    Severity.ERROR,
    title=("Số văn bản không đúng", "Not a document number"),
    message=(
        "“{text}” không phải số văn bản: chỉ gồm chữ số, ví dụ 05 hoặc 127.",
        "“{text}” is not a document number: digits only, such as 05 or 127.",
    ),
    fixes=(
        ("Lấy số ở sổ đăng ký văn bản đi.", "Take the number from the register of outgoing documents."),
        ("Để trống khi chưa có số.", "Leave it blank while there is none."),
    ),
)
BAD_DAY = CATALOGUE.add(
    "PLAN-DAY-UNREADABLE",
    Severity.ERROR,
    title=("Ngày không đúng", "Not a date"),
    message=("“{text}” không phải một ngày có thật.", "“{text}” is not a real date."),
    fixes=(
        ("Viết ngày/tháng/năm, ví dụ 01/09/2026 hoặc 1/9.", "Write day/month/year, such as 01/09/2026 or 1/9."),
        ("Để trống khi chưa ký.", "Leave it blank until it is signed."),
    ),
)
OPEN_ERRORS = CATALOGUE.add(
    "PLAN-ISSUE-OPEN-ERRORS",
    Severity.ERROR,
    title=("Còn chỗ sai chưa xử lý", "Errors are still open"),
    message=(
        "Còn {count} chỗ sai chưa sửa và chưa có lý do bỏ qua; chưa ban hành được.",
        "{count} errors are neither corrected nor dismissed with a reason; the plan cannot be issued yet.",
    ),
    fixes=(
        ("Sửa từng chỗ trong danh sách phát hiện.", "Correct each of them in the list of findings."),
        ("Chỗ nào không sai thì bỏ qua, ghi lý do.", "Dismiss what is not wrong, with the reason."),
    ),
)
TABLE_HEADER = CATALOGUE.add(
    "PLAN-TABLE-HEADER",
    Severity.ERROR,
    title=("Bảng không có tiêu đề", "The table has no header"),
    message=(
        "Dòng đầu của bảng là tiêu đề các cột, không được để trống cả dòng.",
        "The first row of a table names its columns; it must not be blank altogether.",
    ),
    fixes=(
        ("Viết tên cho từng cột.", "Name the columns."),
        ("Hủy thay đổi.", "Cancel the change."),
    ),
)
TABLE_LARGE = CATALOGUE.add(
    "PLAN-TABLE-LARGE",
    Severity.ERROR,
    title=("Bảng quá lớn để sửa trên màn hình", "Too large a table to edit on the screen"),
    message=(
        "Bảng sửa trên màn hình có nhiều nhất {cells} ô và {columns} cột.",
        "A table edited on the screen has at most {cells} cells and {columns} columns.",
    ),
    fixes=(
        (
            "Tải bản Word về, sửa bảng trong tệp rồi tải tệp lên.",
            "Download the Word file, edit it there and upload it.",
        ),
        ("Tách bảng thành nhiều bảng nhỏ trong tệp.", "Split the table into smaller ones in the file."),
    ),
)
DIED = CATALOGUE.add(
    "UPLOAD-DIED",
    Severity.ERROR,
    title=("Việc đọc tệp bị ngắt", "Reading the file was cut off"),
    message=(
        "Máy chủ đã dừng hoặc khởi động lại khi đang đọc tệp {name}; không có gì thay đổi.",
        "The server stopped or was started again while it read {name}; nothing was changed.",
    ),
    fixes=(
        ("Tải tệp lên lại.", "Upload the file again."),
        (
            "Nếu lại bị ngắt, gửi tệp cho người quản trị, kèm giờ tải lên.",
            "If it happens again, tell the administrator.",
        ),
    ),
)
