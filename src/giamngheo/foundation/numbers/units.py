"""Units that stand behind a number, each under one name."""

from __future__ import annotations

# Things counted whole. The left side is the name used everywhere; the right side, what texts write (lower case, NFC).
_COUNTED = {
    "hộ": "hộ gia đình|hộ dân|hộ nghèo|hộ cận nghèo|gia đình",
    "lượt": "lượt hộ|lượt người|lượt khách hàng|lượt khách|lượt vay|lượt hộ vay|lượt lao động",
    "người": "người dân|đối tượng",
    "khẩu": "nhân khẩu",
    "lao động": "lđ",
    "trẻ em": "trẻ|cháu|em",
    "học sinh": "", "sinh viên": "", "học viên": "", "phụ nữ": "", "hội viên": "", "đoàn viên": "", "đảng viên": "",
    "cán bộ": "", "công chức": "", "đại biểu": "", "cộng tác viên": "", "tuyên truyền viên": "", "khách hàng": "",
    "thôn": "", "bản": "", "làng": "", "tổ": "", "tổ dân phố": "", "xã": "", "phường": "", "thị trấn": "",
    "huyện": "", "tỉnh": "", "đơn vị": "", "chi hội": "",
    "mô hình": "", "dự án": "", "tiểu dự án": "", "công trình": "", "nhiệm vụ": "", "chỉ tiêu": "", "mục tiêu": "",
    "doanh nghiệp": "", "hợp tác xã": "htx", "tổ hợp tác": "", "nhóm": "nhóm hộ", "câu lạc bộ": "clb",
    "lớp": "lớp tập huấn|lớp học", "buổi": "", "cuộc": "", "hội nghị": "", "hội thảo": "", "phiên": "",
    "lần": "", "đợt": "", "tin bài": "tin|bài|tin, bài", "tờ rơi": "", "pa nô": "", "băng rôn": "", "văn bản": "",
    "kế hoạch": "", "quyết định": "", "báo cáo": "", "hồ sơ": "", "trường hợp": "",
    "nhà": "căn nhà|ngôi nhà|căn|nhà ở", "suất": "suất quà|phần quà|suất học bổng", "thẻ": "thẻ bhyt",
    "con": "con bò|con lợn|con trâu|con dê", "cây": "", "bộ": "", "chiếc": "cái", "máy": "", "giếng": "",
}  # fmt: skip
_MEASURED = {
    "điểm": "", "ha": "", "kg": "", "tấn": "", "tạ": "", "km": "", "m": "mét", "m2": "m²|mét vuông", "m3": "m³",
    "lít": "", "kwh": "", "năm": "", "tháng": "", "tuần": "", "ngày": "ngày làm việc", "giờ": "", "phút": "",
    "tuổi": "", "quý": "",
}  # fmt: skip

COUNTED = frozenset(_COUNTED)
PERIODS = frozenset(("năm", "tháng", "tuần", "ngày", "giờ", "phút", "quý", "tuổi"))
MONEY = frozenset(("đồng", "đ", "vnđ", "vnd", "đồng việt nam"))
SCALES = {
    "nghìn": (1_000, "nghìn"), "ngàn": (1_000, "nghìn"), "triệu": (1_000_000, "triệu"),
    "tỷ": (1_000_000_000, "tỷ"), "tỉ": (1_000_000_000, "tỷ"),
}  # fmt: skip
MONEY_SHORT = {"trđ": (1_000_000, "triệu đồng"), "tr": (1_000_000, "triệu đồng"), "tỷđ": (1_000_000_000, "tỷ đồng")}


def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for table in (_COUNTED, _MEASURED):
        for unit, others in table.items():
            names[unit] = unit
            names.update(dict.fromkeys(filter(None, others.split("|")), unit))
    return names


NAMES = _names()
LONGEST = 3  # words in the longest name tried
