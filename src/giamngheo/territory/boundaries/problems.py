"""Why a file of boundaries, or a feature of it, is not taken."""

from __future__ import annotations

from giamngheo.foundation.findings import Catalogue, Entry, Severity

CATALOGUE = Catalogue("boundaries")
Pair = tuple[str, str]


def _add(code: str, title: Pair, message: Pair, *fixes: Pair, severity: Severity = Severity.ERROR) -> Entry:
    return CATALOGUE.add(f"BOUNDARY-{code}", severity, title=title, message=message, fixes=fixes)


_WHERE = ("Mở đối tượng số {number} trong phần mềm bản đồ.", "Look at feature {number} in a mapping program.")
_LEAVE = ("Không sửa cũng được: các nơi khác vẫn được nạp.", "Or leave it: the other places are loaded all the same.")

FILE = _add(
    "FILE", ("Không phải tệp ranh giới", "Not a file of boundaries"),
    ("Tệp không đọc được như GeoJSON loại FeatureCollection: {why}.",
     "The file does not read as a GeoJSON FeatureCollection: {why}."),
    ("Trong phần mềm bản đồ, xuất lại lớp ranh giới ra GeoJSON.", "Export the layer as GeoJSON once more."),
    ("Kiểm tra đã chọn đúng tệp.", "Check that it is the right file."),
)  # fmt: skip
LARGE = _add(
    "LARGE", ("Tệp quá lớn", "The file is too large"),
    ("Tệp {size} MB, nhiều nhất là {most} MB.", "The file has {size} MB, at most {most} MB are read."),
    ("Làm đơn giản đường ranh giới trong phần mềm bản đồ rồi xuất lại.", "Simplify the lines and export again."),
    ("Chia tệp theo huyện cũ hoặc theo cấp rồi nạp từng tệp.", "Split the file and load the parts."),
)  # fmt: skip
PROPERTY = _add(
    "PROPERTY", ("Không có cột mã ấy", "No such property"),
    ("Không đối tượng nào có thuộc tính “{name}”. Trong tệp có: {there}.",
     "No feature has the property “{name}”. The file has: {there}."),
    ("Chọn thuộc tính chứa mã đơn vị hành chính.", "Choose the property that holds the official code."),
    ("Thêm cột mã vào lớp bản đồ rồi xuất lại.", "Add the code to the layer and export again."),
)  # fmt: skip
CODE = _add(
    "CODE", ("Mã không có trong danh mục", "Unknown code"),
    ("Đối tượng số {number}: mã “{code}” không có trong danh mục ngày {day}, hoặc không thuộc đơn vị của bạn.",
     "Feature {number}: nothing of yours has the code “{code}” on {day}."),
    ("Sửa mã, hoặc chọn ngày áp dụng khác (mã đổi từ 01/07/2025).", "Correct the code, or choose another day."),
    _LEAVE,
)  # fmt: skip
RING = _add(
    "RING", ("Đường ranh giới không hợp lệ", "An invalid ring"),
    ("Đối tượng số {number} (mã {code}): {why}.", "Feature {number} (code {code}): {why}."), _WHERE, _LEAVE,
)  # fmt: skip
SWAPPED = _add(
    "SWAPPED", ("Kinh độ, vĩ độ đổi chỗ", "Longitude and latitude exchanged"),
    ("Đối tượng số {number} (mã {code}): toạ độ ghi vĩ độ trước; GeoJSON ghi kinh độ trước.",
     "Feature {number} (code {code}): latitude comes first; GeoJSON has longitude first."),
    ("Xuất lại với thứ tự kinh độ, vĩ độ.", "Export again, longitude first."), _LEAVE,
)  # fmt: skip
METRES = _add(
    "METRES", ("Toạ độ tính bằng mét", "Coordinates in metres"),
    ("Đối tượng số {number} (mã {code}): toạ độ ({x}; {y}) là mét, có thể là VN-2000, không phải độ.",
     "Feature {number} (code {code}): ({x}; {y}) are metres, perhaps VN-2000, not degrees."),
    ("Chuyển sang hệ WGS 84 (EPSG:4326) rồi xuất lại.", "Convert to WGS 84 (EPSG:4326) and export again."), _LEAVE,
)  # fmt: skip
OUTSIDE = _add(
    "OUTSIDE", ("Ở ngoài Việt Nam", "Outside Viet Nam"),
    ("Đối tượng số {number} (mã {code}): điểm ({x}; {y}) ở ngoài Việt Nam.",
     "Feature {number} (code {code}): ({x}; {y}) lies outside Viet Nam."), _WHERE, _LEAVE,
)  # fmt: skip
TWICE = _add(
    "TWICE", ("Mã có hai lần", "The code is there twice"),
    ("Đối tượng số {number}: mã {code} đã có ranh giới từ ngày ấy hoặc sau đó; ranh giới trước được giữ.",
     "Feature {number}: {code} has a boundary from that day or a later one; that one is kept."),
    ("Gộp các phần của một xã thành một đối tượng nhiều phần.", "Join the parts into one feature of several parts."),
    ("Chọn ngày áp dụng muộn hơn.", "Choose a later day."), severity=Severity.WARNING,
)  # fmt: skip
SAYS = _add(
    "SAYS", ("Thiếu nguồn hoặc giấy phép", "No source or licence"),
    ("Ghi nguồn và giấy phép sử dụng của ranh giới.", "Say where the boundaries are from and under which licence."),
    ("Chép tên cơ quan, văn bản cung cấp dữ liệu.", "Write who gave the data, and by which paper."),
    ("Không rõ được dùng không thì đừng nạp.", "Where it is not clear that they may be used, do not load them."),
)  # fmt: skip
NOT_CLOSED = ("đường không khép kín", "the ring is not closed")
SHORT = ("đường có ít hơn bốn điểm", "the ring has fewer than four places")
FLAT = ("đường không bao vùng nào", "the ring encloses nothing")
CROSSES = ("hai cạnh cắt nhau", "two sides cross")
NO_NUMBER = ("có điểm không phải hai số", "a place is no pair of numbers")
NO_SHAPE = ("không phải Polygon hay MultiPolygon", "it is no Polygon or MultiPolygon")
