# ruff: noqa: E501 - a case reads best on its own line
"""How headings are numbered."""

from tests.spec.numbering.announced import RULINGS
from tests.spec.tables import Ruling

_A = "I. MỤC TIÊU\n\n1. Mục tiêu chung\n\nGiúp dân.\n\n"
CASES = (
    Ruling("1, 2, 3 run on", _A + "2. Mục tiêu riêng\n\nGiúp hộ nghèo.\n\n3. Việc khác\n\nHọp.\n\nII. VIỆC LÀM\n\nMở lớp."),
    Ruling("3 after 1 skips 2", _A + "3. Việc khác\n\nHọp.\n\nII. VIỆC LÀM\n\nMở lớp.", (("NUM-SKIP", "3. Việc khác", "“2.”"),)),
    Ruling("a number is used once", _A + "2. Việc A\n\nHọp.\n\n2. Việc B\n\nHọp.\n\nII. VIỆC LÀM\n\nMở lớp.",
           (("NUM-REPEAT", "2. Việc B", "“3.”"),)),
    Ruling("3 after 5 goes back", "1. A\n\nx.\n\n2. B\n\nx.\n\n3. C\n\nx.\n\n4. D\n\nx.\n\n5. E\n\nx.\n\n3. UBND xã\n\nx.",
           (("NUM-BACK", "3. UBND xã", "“6.”"),)),
    Ruling("a list begins at 1", "I. VIỆC\n\n2. Họp\n\nx.\n\n3. Báo cáo\n\nx.\n\nII. TIỀN\n\nx.", (("NUM-START", "2. Họp"),)),
    Ruling("after d comes đ", "1. Việc\n\na) Một.\n\nb) Hai.\n\nc) Ba.\n\nd) Bốn.\n\ne) Năm.\n\n2. Tiền\n\nx.",
           (("NUM-DD", "e) Năm.", "“đ)”"),)),
    Ruling("a to i in Vietnamese order", "1. Việc\n\na) A.\n\nb) B.\n\nc) C.\n\nd) D.\n\nđ) Đ.\n\ne) E.\n\ng) G.\n\nh) H.\n\ni) I.\n\n"
           "2. Tiền\n\nx."),
    Ruling("f numbers no point", "1. Việc\n\na) A.\n\nb) B.\n\nc) C.\n\nd) D.\n\nđ) Đ.\n\ne) E.\n\nf) F.\n\n2. Tiền\n\nx.",
           (("NUM-LETTER", "f) F."),)),
    Ruling("e after c lacks d and đ", "1. Việc\n\na) A.\n\nb) B.\n\nc) C.\n\ne) E.\n\n2. Tiền\n\nx.",
           (("NUM-SKIP", "e) E.", "“d)”, “đ)”"),)),
    Ruling("a after c goes back", "1. Việc\n\na) A.\n\nb) B.\n\nc) C.\n\na) Phân công.\n\n2. Tiền\n\nx.",
           (("NUM-BACK", "a) Phân công.", "“d)”"),)),
    Ruling("one item is no list", "I. BỐI CẢNH\n\n1. Trong xã\n\nx.\n\nII. VIỆC\n\nx.", (("NUM-SINGLE", "1. Trong xã"),)),
    Ruling("one subproject under a project is right",
           "1. Dự án 2: Sinh kế\n\nx.\n\n2. Dự án 4: Nghề\n\n2.1. Tiểu dự án 1: Dạy nghề\n\nx."),
    Ruling("a letter touches its heading", "A. KẾT QUẢ\n\nx.\n\nB.KẾ HOẠCH NĂM 2024\n\nx.", (("NUM-SPACE", "B.KẾ HOẠCH NĂM 2024"),)),
    Ruling("3.1 under 2 has the wrong prefix", "1. A\n\nx.\n\n2. B\n\n3.1. C\n\nx.\n\n3.2. D\n\nx.",
           (("NUM-PREFIX", "3.1. C", "2.1."), ("NUM-PREFIX", "3.2. D", "2.2."))),
    Ruling("2.1 under II is right", "I. A\n\nx.\n\nII. B\n\n2.1. C\n\nx.\n\n2.2. D\n\nx."),
    Ruling("points right under a Roman heading leave a level out", "I. A\n\na) Một.\n\nb) Hai.\n\nII. B\n\nx.", ("NUM-LEVEL",)),
    Ruling(
        "a sentence among subprojects is body text, and the next number moves back",
        "1. Dự án 4: Nghề\n\n1.1. Tiểu dự án 1: Dạy nghề\n\ne) Phân công thực hiện\n\n"
        "1.2. Công chức văn hóa phụ trách Lao động chủ trì, phối hợp với các ban ngành xây dựng kế hoạch từng hoạt động.\n\n"
        "1.3. Tiểu dự án 3: Việc làm\n\nx.\n\n2. Dự án 6: Truyền thông\n\nx.",
        (
            ("NUM-BODY", "", "“1.3.” phía sau lẽ ra là “1.2.”"),
            ("NUM-START", "e) Phân công thực hiện"),
            ("NUM-SUBPROJECT", "Tiểu dự án 3", "Tiểu dự án 2"),
        ),
    ),
    Ruling(
        "duties in whole sentences may be numbered",
        "1. Văn phòng xã\n\nx.\n\n2. Đề nghị Mặt trận Tổ quốc và các đoàn thể xã tuyên truyền, vận động Nhân dân và giám sát "
        "việc thực hiện Chương trình ở từng thôn.\n\n3. Các thôn\n\nx.",
    ),
    Ruling("articles count through the document", "Điều 1. Giao vốn.\n\n1. Một.\n\n2. Hai.\n\nĐiều 2. Thi hành."),
    Ruling("an article is left out", "Điều 1. Giao vốn.\n\nĐiều 3. Thi hành.", (("NUM-SKIP", "Điều 3. Thi hành."),)),
    *RULINGS,
)  # fmt: skip
