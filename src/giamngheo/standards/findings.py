"""What `giamngheo standards` finds wrong in the law's files, and what it cannot answer."""

from giamngheo.foundation.findings import Catalogue, Severity

CATALOGUE = Catalogue("standards")

SOURCE = CATALOGUE.add(
    "LAW-SOURCE",
    Severity.ERROR,
    title=("Tệp nguồn của chuẩn nghèo sai", "A source file of the standards is wrong"),
    message=("{what}", "{what}"),
    fixes=(
        (
            "Sửa tệp được nêu theo docs/algorithms/standards.md rồi chạy lại.",
            "Correct the file named, see docs/algorithms/standards.md, and run again.",
        ),
        (
            "Giá trị chưa đọc được: ghi `absent` kèm tên văn bản.",
            "A value nobody has seen: write `absent` with the text that would give it.",
        ),
    ),
)

RELEASED = CATALOGUE.add(
    "LAW-RELEASED",
    Severity.ERROR,
    title=("Bản phát hành khác nguồn", "A release differs from its sources"),
    message=("{what}", "{what}"),
    fixes=(
        (
            "Tăng `revision` trong standards.yaml rồi chạy `giamngheo standards release`.",
            "Raise `revision` in standards.yaml and run `giamngheo standards release`.",
        ),
        ("Nếu thay đổi là nhầm: trả tệp nguồn về như cũ.", "If the change was a mistake, put the source back."),
    ),
)

UNUSED = CATALOGUE.add(
    "LAW-UNUSED",
    Severity.ERROR,
    title=("Khái niệm không được dùng", "A concept nothing refers to"),
    message=(
        "{concept}.yaml: không quy tắc nào dùng {concept}.",
        "{concept}.yaml: no rule refers to {concept}.",
    ),
    fixes=(
        ("Dùng khái niệm trong một công thức (source/formulas).", "Use the concept in a formula (source/formulas)."),
        ("Bỏ tệp nếu không còn cần.", "Take the file out if it is not needed."),
    ),
)

OLD = CATALOGUE.add(
    "LAW-OLD",
    Severity.WARNING,
    title=("Lâu chưa đối chiếu văn bản", "Not compared with its text for long"),
    message=(
        "{concept}.yaml: giá trị từ {start} đối chiếu lần cuối ngày {reviewed}, đã {days} ngày.",
        "{concept}.yaml: the value from {start} was last reviewed on {reviewed}, {days} days ago.",
    ),
    fixes=(
        (
            "Đọc lại {document} rồi cập nhật `last_reviewed`.",
            "Read {document} again and bring `last_reviewed` up to date.",
        ),
        (
            "Nếu văn bản đã được thay thế: thêm giá trị mới có ngày bắt đầu.",
            "If the text was replaced, add the new value with its first day.",
        ),
    ),
)

EARLY = CATALOGUE.add(
    "LAW-EARLY",
    Severity.INFO,
    title=("Giá trị có trước ngày văn bản có hiệu lực", "A value older than its document"),
    message=(
        "{concepts}: giá trị áp dụng từ {start}, còn {document} có hiệu lực từ {effective}.",
        "{concepts}: the values hold from {start}, but {document} is in force from {effective}.",
    ),
    fixes=(
        (
            "Nếu văn bản quy định áp dụng trở về trước: giữ nguyên, ghi điều khoản.",
            "If the text applies to earlier days, keep it and cite the article.",
        ),
        ("Nếu không: trích dẫn văn bản có hiệu lực khi đó.", "Otherwise cite the text that was in force then."),
    ),
)

ARTICLES = CATALOGUE.add(
    "LAW-ARTICLES",
    Severity.INFO,
    title=("Chưa rõ điều khoản", "Articles not seen"),
    message=(
        "{standard}: {count} trên {total} giá trị trích dẫn văn bản mà chưa ghi điều khoản.",
        "{standard}: {count} of {total} values cite a document without its article.",
    ),
    fixes=(
        (
            "Khi đọc được văn bản: ghi `article` cho từng giá trị.",
            "When the text is at hand, write the `article` of each value.",
        ),
        ("Nếu chưa có văn bản: để trống, không đoán.", "Without the text leave it out, never guess."),
    ),
)

NO_STANDARD = CATALOGUE.add(
    "LAW-NO-STANDARD",
    Severity.ERROR,
    title=("Không có chuẩn nghèo này", "No such standard"),
    message=(
        "Không có chuẩn nghèo nào tên “{asked}”. Hiện có: {known}.",
        "No poverty standard is called “{asked}”. There are: {known}.",
    ),
    fixes=(
        ("Xem danh sách: giamngheo standards list.", "See the list: giamngheo standards list."),
        (
            "Ghi mã như vn-2022, hoặc vn-2022.1 cho một lần phát hành.",
            "Write an id such as vn-2022, or vn-2022.1 for one release.",
        ),
    ),
)

NOT_IN_FORCE = CATALOGUE.add(
    "LAW-NOT-IN-FORCE",
    Severity.ERROR,
    title=("Chuẩn nghèo không áp dụng vào ngày này", "The standard is not in force on that day"),
    message=(
        "{standard} không áp dụng ngày {day}; áp dụng: {periods}.",
        "{standard} is not in force on {day}; it is: {periods}.",
    ),
    fixes=(
        ("Chọn ngày trong thời gian áp dụng (--on).", "Take a day of its period (--on)."),
        (
            "Chọn chuẩn của ngày đó: giamngheo standards list.",
            "Take the standard of that day: giamngheo standards list.",
        ),
    ),
)

DAY = CATALOGUE.add(
    "LAW-DAY",
    Severity.ERROR,
    title=("Không đọc được ngày", "Not a day"),
    message=("“{asked}” không phải một ngày.", "“{asked}” is no day."),
    fixes=(
        ("Ghi như 24/11/2026.", "Write it as 24/11/2026."),
        ("Hoặc ghi như 2026-11-24.", "Or write it as 2026-11-24."),
    ),
)

_OPEN = (
    "Để trống nếu chưa biết; không đoán.",
    "Leave it open where it is not known; never guess.",
)

ANSWER_KIND = CATALOGUE.add(
    "LAW-ANSWER-KIND",
    Severity.ERROR,
    title=("Câu trả lời không đúng kiểu", "An answer of the wrong kind"),
    message=("{where_vi}: “{value}” không phải {wanted_vi}.", "{where_en}: “{value}” is not {wanted_en}."),
    fixes=(("Ghi {wanted_vi}.", "Write {wanted_en}."), _OPEN),
)

ANSWER_OPTION = CATALOGUE.add(
    "LAW-ANSWER-OPTION",
    Severity.ERROR,
    title=("Câu trả lời không có trong danh sách", "An answer that is no option"),
    message=(
        "{where_vi}: “{value}” không phải một trong các lựa chọn: {wanted_vi}.",
        "{where_en}: “{value}” is none of the options: {wanted_en}.",
    ),
    fixes=(("Chọn một trong: {wanted_vi}.", "Choose one of: {wanted_en}."), _OPEN),
)

ANSWER_LIMIT = CATALOGUE.add(
    "LAW-ANSWER-LIMIT",
    Severity.ERROR,
    title=("Số ngoài giới hạn của phiếu", "A number that the form cannot hold"),
    message=(
        "{where_vi}: {value} không thể có; phiếu chỉ có số {wanted_vi}.",
        "{where_en}: {value} cannot be; the form holds numbers {wanted_en}.",
    ),
    fixes=(
        ("Xem lại phiếu giấy rồi ghi số {wanted_vi}.", "Look at the paper form again; write a number {wanted_en}."),
        _OPEN,
    ),
)

ANSWER_BIRTH = CATALOGUE.add(
    "LAW-ANSWER-BIRTH",
    Severity.ERROR,
    title=("Ngày sinh không thể có", "An impossible birth"),
    message=(
        "{where_vi}: {value} không thể có: ngày không tồn tại, sau ngày {day} hoặc quá {years} năm trước.",
        "{where_en}: {value} cannot be: no such date, after {day}, or over {years} years before.",
    ),
    fixes=(
        ("Ghi ngày, tháng, năm sinh; hoặc chỉ năm nếu không rõ ngày.", "Write the date of birth, or the year alone."),
        _OPEN,
    ),
)
