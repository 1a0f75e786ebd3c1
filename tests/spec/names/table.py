# ruff: noqa: E501 - a case reads best on its own line
"""Names of units, people, posts and bodies."""

from datetime import date

from tests.spec.tables import HEAD, TAIL, Ruling

_WRONG_HEAD = HEAD.format(date="20 tháng 6 năm 2024", year=2024).replace("HOẰNG", "HOÀNG")
CASES = (
    Ruling("a unit of the register is right", "Xã Hoằng Phú họp với xã Hoằng Quý, huyện Hoằng Hóa."),
    Ruling("old and new tone placement are one spelling", "Huyện Hoằng Hoá giúp xã; huyện Hoằng Hóa cấp vốn."),
    Ruling("a name that differs by an accent is misspelt, once for all its places",
           "Nhân dân huyện Hoàng Hóa vui mừng.\n\nUBND huyện Hoàng Hóa giao vốn.",
           (("NAME-UNIT", "huyện Hoàng Hóa", "2 chỗ"),)),
    Ruling("one unit spelt two ways is reported at the rarer spelling",
           _WRONG_HEAD + "Nhân dân xã Hoàng Phú vui mừng. Cán bộ xã Hoằng Phú cũng vậy." + TAIL,
           (("NAME-UNIT", "XÃ HOÀNG PHÚ", "Xã Hoằng Phú"), ("NAME-TWO-SPELLINGS", "xã Hoằng Phú", "Xã Hoằng Phú")), whole=True),
    Ruling("two units of the register that differ by an accent are two units", "Xã Hoằng Phú và xã Hoằng Phụ cùng họp."),
    Ruling("a unit nobody knows is unknown", "Xã Đồng Mẫu cử người dự.", (("NAME-UNIT-UNKNOWN", "Xã Đồng Mẫu"),)),
    Ruling("a commune in another district", "Đoàn về xã Hoằng Quý, huyện Thọ Xuân.", (("NAME-PARENT", "xã Hoằng Quý, huyện Thọ Xuân"),)),
    Ruling("common words behind xã are no names", "Toàn xã đã họp; xã Hội đồng; kinh tế - xã hội; các xã Đảng viên đông."),
    Ruling("abbreviations behind a kind are no names", "Xã NTM nâng cao; xã ĐBKK; xã An toàn khu; UBND xã."),
    Ruling("NGHEÒ carries its tone on the wrong letter", "III. CHÍNH SÁCH GIẢM NGHEÒ\n\nx.\n\nIV. VIỆC\n\nx.",
           (("NAME-TONE", "NGHEÒ", "NGHÈO"),)),
    Ruling("hòan is misplaced, hoàn and toàn are right", "Xã hòan thành việc; toàn xã hoàn thành.", (("NAME-TONE", "hòan", "hoàn"),)),
    Ruling("both hoà and hòa, thuỷ and thủy are right", "Hoà bình, hòa giải, thuỷ lợi, thủy lợi, khoẻ, khỏe, quà, giàu, già, quỳ, nghèo."),
    Ruling("one post named two ways may be one officer",
           "- Công chức Lao động - Thương binh và Xã hội chủ trì.\n\n- Công chức văn hóa phụ trách Lao động - Thương binh và Xã hội chủ trì.",
           (("NAME-POST", "Công chức văn hóa phụ trách Lao động - Thương binh và Xã hội"),)),
    Ruling("different posts are different officers",
           "- Công chức Địa chính chủ trì.\n\n- Công chức Văn hóa - Thông tin chủ trì.\n\n- Công chức Tài chính - Kế toán chủ trì."),
    Ruling("an abbreviated post is the same post", "- Công chức LĐTBXH chủ trì.\n\n- Công chức Lao động - Thương binh và Xã hội chủ trì.",
           ("NAME-POST",)),
    Ruling("a person's name differs in accents", "Giao ông Nguyễn Văn Mẩu phụ trách.", (("NAME-PERSON", "Nguyễn Văn Mẩu", "Nguyễn Văn Mẫu"),)),
    Ruling("two people named side by side are two", "Giao bà Nguyễn Thị Hoa và bà Nguyễn Thị Hòa phụ trách.\n\nBà Nguyễn Thị Hòa chủ trì."),
    Ruling("a post ends where the next one is joined to it",
           "Công chức Văn hóa - Xã hội và công chức Tài chính - Kế toán phối hợp với công chức Tài chính - Kế toán."),
    Ruling("two people with other letters are two", "Giao bà Trần Thị Giả và ông Nguyễn Văn Mẫu phụ trách."),
    Ruling("the district is gone since July 2025", "Báo cáo UBND huyện Hoằng Hóa hằng quý.",
           (("NAME-BODY-GONE", "UBND huyện Hoằng Hóa", "01/07/2025"),), day=date(2026, 3, 10)),
    Ruling("the district was there in 2024", "Báo cáo UBND huyện Hoằng Hóa hằng quý."),
    Ruling("an old paper keeps its issuer",
           "Theo Kế hoạch số 85/KH-UBND ngày 09/4/2024 của UBND huyện Hoằng Hóa.", day=date(2026, 3, 10)),
    Ruling("a ministry merged in 2025 is gone, with a doubt said", "Báo cáo Bộ Lao động - Thương binh và Xã hội.",
           (("NAME-BODY-GONE", "", "cần kiểm chứng"),), day=date(2026, 3, 10)),
)  # fmt: skip
