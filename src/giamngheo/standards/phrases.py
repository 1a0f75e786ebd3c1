"""The fixed words in which verdicts are told; everything else comes from the release."""

from giamngheo.standards.release import Text

CLASSES = {
    "poor": Text("Hộ nghèo", "Poor household"),
    "near_poor": Text("Hộ cận nghèo", "Near-poor household"),
    "not_poor": Text("Hộ không nghèo", "Not a poor household"),
    None: Text("Chưa kết luận được loại hộ", "The class cannot be said yet"),
}
YES, NO = Text("Có", "Yes"), Text("Không", "No")
BY = Text("theo {title}, tính ngày {day}", "by the {title}, as of {day}")
LOCAL = Text("Nơi có quy định riêng: {title}", "A place with its own rule: {title}")
UNVERIFIED = Text("chưa kiểm chứng", "not verified")
UNVERIFIED_LIST = Text(
    "Chưa kiểm chứng (nhớ lại hoặc tự hiểu, chưa thấy trong nguồn công bố)",
    "Not verified (remembered or our own reading, not seen in a published source)",
)
NO_ARTICLE = Text(
    "Văn bản nêu không kèm điều, khoản là văn bản chưa rõ điều, khoản",
    "Where a text is named without article, the article was not seen",
)
NO_ARTICLE_OF = Text("chưa rõ điều, khoản", "article not seen")
LINE = Text("mức {value}", "line {value}")
NOT_DEPRIVED = Text("Không thiếu hụt", "Not deprived")
UNKNOWN = Text("Chưa rõ", "Not known")
NEEDS = Text("Cần trả lời thêm", "Answers needed")
AND_TYPED = Text(" (hoặc {typed})", " (or {typed})")
NEEDS_LAW = Text("Cần văn bản", "Text needed")
TYPED = Text(
    "Điểm ghi từ phiếu giấy, không tính lại từ câu trả lời",
    "Scores copied from a paper form, not computed from answers",
)
CARD = Text(
    "Điểm B1 cộng theo bảng điểm “{title}”, phiên bản {version}",
    "B1 added by the scorecard “{title}”, version {version}",
)
SIGNED = Text(", đã xác nhận theo văn bản", ", signed against its text")
UNSIGNED = Text(", chưa ai xác nhận theo văn bản", ", which nobody signed against a text")
ASSUMED = Text("Giả định, không phải quy định", "An assumption, not the law")
COUNTED = Text("số người được tính", "people counted")
MEMBERS = Text("số người trong hộ", "people in the household")
ROSTER = Text("danh sách người trong hộ", "the list of the household's people")
PERSON = Text("người thứ {number}", "person {number}")
AT_LEAST = Text("{left}/{total}; {line} trở lên", "{left} of {total}; {line} or more")
