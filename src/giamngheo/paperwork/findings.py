"""The catalogue of what can go wrong when a file is read or written: codes PAPER-..."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("paperwork")

MISSING = CATALOGUE.add(
    "PAPER-MISSING",
    Severity.ERROR,
    title=(
        "Không có tệp",
        "No such file",
    ),
    message=(
        "Không tìm thấy tệp “{name}”, hoặc không có quyền đọc.",
        "The file “{name}” does not exist or may not be read.",
    ),
    fixes=(
        (
            "Kiểm tra lại tên và thư mục của tệp.",
            "Check the name and the folder of the file.",
        ),
        (
            "Nếu tệp đang mở ở chương trình khác: đóng lại rồi thử lại; nếu thiếu quyền: xin quyền đọc.",
            "If another program has the file open, close it there; if the right to read is missing, ask for it.",
        ),
    ),
)

EMPTY = CATALOGUE.add(
    "PAPER-EMPTY",
    Severity.ERROR,
    title=(
        "Tệp rỗng",
        "Empty file",
    ),
    message=(
        "Tệp “{name}” không có chữ nào.",
        "The file “{name}” holds no text.",
    ),
    fixes=(
        (
            "Kiểm tra xem có chọn nhầm tệp không.",
            "Check whether the right file was chosen.",
        ),
        (
            "Mở tệp gốc, lưu lại rồi tải lên; lần sao chép trước có thể đã bị ngắt.",
            "Open the original, save it again and upload it; copying may have been interrupted.",
        ),
    ),
)

SCANNED = CATALOGUE.add(
    "PAPER-SCANNED",
    Severity.ERROR,
    title=(
        "Bản chụp, không có chữ",
        "A scan without text",
    ),
    message=(
        "Tệp “{name}” chỉ có ảnh chụp trang giấy; hệ thống không đọc chữ từ ảnh.",
        "The file “{name}” holds only pictures of pages; text is not read from pictures.",
    ),
    fixes=(
        (
            "Xin nơi gửi bản Word (.docx) của văn bản.",
            "Ask the sender for the Word file (.docx) of the document.",
        ),
        (
            "Dùng phần mềm nhận dạng chữ (OCR) tiếng Việt, soát lại từng con số rồi tải lên bản có chữ.",
            "Run Vietnamese text recognition (OCR), check every figure, and upload the version with text.",
        ),
    ),
)

ENCRYPTED = CATALOGUE.add(
    "PAPER-ENCRYPTED",
    Severity.ERROR,
    title=(
        "Tệp có mật khẩu",
        "File with a password",
    ),
    message=(
        "Tệp “{name}” được khóa bằng mật khẩu nên không đọc được.",
        "The file “{name}” is locked with a password and cannot be read.",
    ),
    fixes=(
        (
            "Mở tệp bằng mật khẩu, bỏ mật khẩu (Word: Tệp > Thông tin > Bảo vệ tài liệu), lưu lại rồi tải lên.",
            "Open it, take the password off (Word: File > Info > Protect Document), save and upload it again.",
        ),
        (
            "Xin nơi gửi bản không có mật khẩu.",
            "Ask the sender for a version without a password.",
        ),
    ),
)

OLD_DOC = CATALOGUE.add(
    "PAPER-OLD-DOC",
    Severity.ERROR,
    title=(
        "Tệp Word đời cũ",
        "Old Word format",
    ),
    message=(
        "Tệp “{name}” là định dạng cũ (.doc, .rtf); hệ thống đọc .docx, .odt, .pdf có chữ và văn bản thuần.",
        "The file “{name}” is in an old format (.doc, .rtf); .docx, .odt, PDF with text and plain text are read.",
    ),
    fixes=(
        (
            "Mở bằng Word, chọn Lưu thành (Save As) > Tài liệu Word (.docx), tải lên tệp mới.",
            "Open it in Word, choose Save As > Word Document (.docx), and upload the new file.",
        ),
        (
            "Không có Word: mở bằng LibreOffice, lưu thành .odt hoặc .docx.",
            "Without Word: open it in LibreOffice and save it as .odt or .docx.",
        ),
    ),
)

BOMB = CATALOGUE.add(
    "PAPER-BOMB",
    Severity.ERROR,
    title=(
        "Tệp nén bất thường",
        "Suspicious compression",
    ),
    message=(
        "Tệp “{name}” khi giải nén sẽ phình quá lớn ({why}); hệ thống không mở.",
        "Unpacked, the file “{name}” would grow too large ({why}); it was not opened.",
    ),
    fixes=(
        (
            "Không mở tệp này trên máy của mình; hỏi lại nơi gửi.",
            "Do not open this file on your computer; ask the sender.",
        ),
        (
            "Nếu là văn bản thật: bỏ bớt ảnh lớn, lưu lại thành .docx rồi tải lên.",
            "If it is a real document: take large pictures out, save it as .docx and upload it again.",
        ),
    ),
)

TOO_LARGE = CATALOGUE.add(
    "PAPER-TOO-LARGE",
    Severity.ERROR,
    title=(
        "Tệp quá lớn",
        "File too large",
    ),
    message=(
        "Tệp “{name}” lớn {size} MB; giới hạn là {limit} MB. Tệp chưa được đọc.",
        "The file “{name}” has {size} MB; the limit is {limit} MB. It was not read.",
    ),
    fixes=(
        (
            "Bỏ ảnh hoặc nén ảnh trong tệp (Word: Nén ảnh), lưu lại rồi tải lên.",
            "Take pictures out or compress them (Word: Compress Pictures), save and upload it again.",
        ),
        (
            "Tách phụ lục thành tệp riêng, chỉ tải lên phần văn bản chính.",
            "Put appendices into a file of their own and upload only the document itself.",
        ),
    ),
)

DAMAGED = CATALOGUE.add(
    "PAPER-DAMAGED",
    Severity.ERROR,
    title=(
        "Tệp hỏng",
        "Damaged file",
    ),
    message=(
        "Tệp “{name}” bị hỏng hoặc tải chưa hết ({why}).",
        "The file “{name}” is damaged or was cut off ({why}).",
    ),
    fixes=(
        (
            "Sao chép hoặc tải lại tệp từ nơi gửi.",
            "Copy or download the file again from its source.",
        ),
        (
            "Xuất lại tệp từ chương trình soạn thảo (.docx) rồi tải lên lại.",
            "Save the file again from the word processor (.docx) and upload it once more.",
        ),
    ),
)

UNKNOWN = CATALOGUE.add(
    "PAPER-UNKNOWN",
    Severity.ERROR,
    title=(
        "Không phải văn bản đọc được",
        "Not a readable document",
    ),
    message=(
        "Tệp “{name}” thuộc loại {kind}; hệ thống đọc .docx, .odt, PDF có chữ, văn bản thuần (UTF-8) và Markdown.",
        "The file “{name}” is of kind {kind}; .docx, .odt, PDF with text, plain text (UTF-8) and Markdown are read.",
    ),
    fixes=(
        (
            "Kiểm tra xem có chọn nhầm tệp không; nếu tệp nằm trong gói nén, giải nén trước.",
            "Check whether the right file was chosen; if it lies inside an archive, unpack it first.",
        ),
        (
            "Mở tệp bằng Word hoặc LibreOffice, lưu thành .docx rồi tải lên lại.",
            "Open the file in Word or LibreOffice, save it as .docx and upload it again.",
        ),
    ),
)

ENCODING = CATALOGUE.add(
    "PAPER-ENCODING",
    Severity.ERROR,
    title=(
        "Bảng mã chữ cũ",
        "Old character encoding",
    ),
    message=(
        "Tệp “{name}” không dùng Unicode (có thể là {kind}); đọc đoán sẽ làm sai tên và dấu.",
        "The file “{name}” is not in Unicode (it may be {kind}); guessing would change names and tones.",
    ),
    fixes=(
        (
            "Chuyển sang Unicode bằng UniKey Toolkit (Ctrl+Shift+F6), lưu UTF-8 rồi tải lên lại.",
            "Convert it to Unicode with UniKey Toolkit (Ctrl+Shift+F6), save as UTF-8 and upload it again.",
        ),
        (
            "Mở bằng Word với phông đúng (.VnTime, VNI-Times), chuyển mã rồi lưu thành .docx.",
            "Open it in Word with its font (.VnTime, VNI-Times), convert it and save it as .docx.",
        ),
    ),
)

JOINED = CATALOGUE.add(
    "PAPER-JOINED",
    Severity.INFO,
    title=(
        "Đoạn văn bị ngắt giữa câu",
        "A paragraph broken in mid-sentence",
    ),
    message=(
        "Đoạn bắt đầu bằng “{after}” viết tiếp câu “…{before}” ở đoạn trên; hệ thống đọc hai đoạn là một.",
        "The paragraph beginning “{after}” continues the sentence “…{before}” above; both were read as one.",
    ),
    fixes=(
        (
            "Nối hai đoạn thành một trong tệp gốc.",
            "Join the two paragraphs in the source file.",
        ),
        (
            "Nếu là hai ý riêng: kết thúc đoạn trên bằng dấu câu, viết hoa đầu đoạn dưới.",
            "If they are two thoughts: end the first with a full stop and begin the second with a capital letter.",
        ),
    ),
)

TEXTBOX = CATALOGUE.add(
    "PAPER-TEXTBOX",
    Severity.WARNING,
    title=(
        "Chữ trong hộp văn bản không được đọc",
        "Text in a text box was not read",
    ),
    message=(
        "Hộp văn bản (text box) ở đoạn {place} có chữ “{text}”; chữ trong hộp nằm ngoài mạch văn bản, không được đọc.",
        "The text box at paragraph {place} says “{text}”; a box stands outside the flow of text and was not read.",
    ),
    fixes=(
        (
            "Chuyển chữ trong hộp thành đoạn văn thường, lưu lại rồi tải lên.",
            "Turn the text of the box into an ordinary paragraph, save and upload it again.",
        ),
        (
            "Nếu chỉ là dấu, ghi chú hoặc đường kẻ: bỏ qua.",
            "If it is only a stamp, a remark or a drawn rule, ignore this.",
        ),
    ),
)

TRACKED = CATALOGUE.add(
    "PAPER-TRACKED",
    Severity.WARNING,
    title=(
        "Còn sửa đổi chưa chấp nhận",
        "Tracked changes not settled",
    ),
    message=(
        "Tệp còn {count} chỗ sửa đổi đang theo dõi (track changes); hệ thống đọc như đã chấp nhận hết.",
        "The file still holds {count} tracked changes; it was read as if all were accepted.",
    ),
    fixes=(
        (
            "Trong Word: Xem lại > Chấp nhận tất cả (hoặc từ chối từng chỗ), lưu lại rồi tải lên.",
            "In Word: Review > Accept All (or reject them one by one), save and upload it again.",
        ),
        (
            "Nếu đã đúng ý: giữ nguyên, kiểm tra lại nội dung đã đọc.",
            "If that is what you want, keep it and check what was read.",
        ),
    ),
)

NOTES = CATALOGUE.add(
    "PAPER-NOTES",
    Severity.INFO,
    title=(
        "Chú thích, đầu trang, chân trang không thuộc nội dung",
        "Notes, page headers and footers are no content",
    ),
    message=(
        "Tệp có {what}; phần này không được đưa vào nội dung văn bản.",
        "The file has {what}; these were not made part of the document's text.",
    ),
    fixes=(
        (
            "Nếu chú thích có nội dung cần kiểm tra: đưa vào đoạn văn.",
            "If a note says something to be checked, move it into a paragraph.",
        ),
        (
            "Nếu chỉ là số trang hoặc ghi chú nguồn: bỏ qua.",
            "If it is only a page number or a source, ignore this.",
        ),
    ),
)

PAGE_NUMBERS = CATALOGUE.add(
    "PAPER-PAGE-NUMBERS",
    Severity.INFO,
    title=(
        "Số trang được tách khỏi nội dung",
        "Page numbers set apart",
    ),
    message=(
        "{count} số trang in trên trang đã được tách khỏi nội dung văn bản.",
        "{count} printed page numbers were set apart from the document's text.",
    ),
    fixes=(
        (
            "Không cần làm gì nếu đó đúng là số trang.",
            "Nothing to do if these are page numbers.",
        ),
        (
            "Nếu một con số của nội dung bị tách nhầm: tải lên bản Word (.docx).",
            "If a figure of the text was set apart by mistake, upload the Word file (.docx).",
        ),
    ),
)
