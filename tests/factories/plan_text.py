"""A short plan of xã Hoằng Phú in our own sentences; every figure and person in it is made up.

It has the habits of real ones: the name misspelt, a line of text numbered as a heading, a sentence broken over two
paragraphs, a project without money, another without anybody to do it, blank number and day.
"""

PLAN = """\
**ỦY BAN NHÂN DÂN
XÃ HOÀNG PHÚ**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc**

Số: /KH-UBND

Hoàng Phú, ngày tháng năm 2024

KẾ HOẠCH

Giảm nghèo bền vững trên địa bàn xã Hoàng Phú năm 2024

Căn cứ Nghị định số 27/2022/NĐ-CP ngày 19/4/2022 của Chính phủ;

Thực hiện Kế hoạch số 61/KH-UBND ngày 5/2/2024 của UBND huyện Hoàng Hóa về giảm nghèo năm 2024;

Ủy ban nhân dân xã ban hành Kế hoạch với các nội dung sau:

A. KẾT QUẢ NĂM 2023

I. KẾT QUẢ THỰC HIỆN MỤC TIÊU

Tỷ lệ hộ nghèo giảm 0,7%; từ 2,80% xuống còn 2,10% (giảm 11 hộ; từ 42 hộ xuống còn 31 hộ).

- Giải quyết việc làm mới cho 54 lao động, đạt 108% kế hoạch.

II. TÍN DỤNG CHÍNH SÁCH

Ngân hàng Chính sách xã hội huyện doanh số cho vay đạt 1.250 triệu đồng với 31 lượt khách hàng. Trong đó: cho vay hộ \
nghèo 750 triệu đồng với 18 lượt hộ; cho vay hộ cận nghèo 500 triệu đồng với 13 lượt hộ.

B. KẾ HOẠCH NĂM 2024

I. MỤC TIÊU CỤ THỂ

Tỷ lệ hộ nghèo giảm từ 0,5% trở lên.

II. NỘI DUNG

1. Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo

a) Mục tiêu: Giúp hộ nghèo xã Hoàng Phú có thêm

việc làm và thu nhập.

b) Đối tượng

- Hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo.

c) Nội dung hỗ trợ

- Nuôi bò sinh sản theo nhóm hộ, theo Nghị định số 27/2022/NĐ-CP.

- Tập huấn kỹ thuật chăn nuôi.

d) Kinh phí thực hiện: Theo Quyết định số 415/QĐ-UBND ngày 20/02/2024 của UBND huyện.

e) Phân công thực hiện

1.1. Công chức văn hóa chủ trì, phối hợp với các ban ngành đoàn thể tổ chức thực hiện và báo cáo kết quả.

2. Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng

2.1. Tiểu dự án 2: Cải thiện dinh dưỡng

a) Mục tiêu: Giảm suy dinh dưỡng thấp còi.

b) Đối tượng

- Trẻ em dưới 16 tuổi thuộc hộ nghèo.

c) Nội dung hỗ trợ

- Tăng cường bữa ăn học đường.

Trên đây là Kế hoạch giảm nghèo năm 2024 của xã Hoàng Phú.

Nơi nhận:

- Phòng LĐ-TBXH huyện (b/c);
- Lưu: VT; LĐTBXH.

**KT. CHỦ TỊCH
PHÓ CHỦ TỊCH**

Nguyễn Thị Mẫu
"""


def plan_text(**changes: str) -> str:
    """The plan with words replaced: plan_text(**{"42 hộ": "41 hộ"}); a word that does not occur is a mistake."""
    text = PLAN
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text
