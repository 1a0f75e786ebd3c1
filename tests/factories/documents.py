"""Sample official documents of several types; every person, sum and unit in them is made up."""

from __future__ import annotations

from giamngheo.paperwork.document import (
    Line,
    Node,
    NodeKind,
    NumberStyle,
    OfficialDocument,
    PlaceAndDate,
    Reference,
    Signature,
    SourceFormat,
    replace,
)

MOTTO = (Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), Line("Độc lập - Tự do - Hạnh phúc"))


def heading(number: str, text: str, style: NumberStyle, level: int, *children: Node, bold: bool = False) -> Node:
    return Node(NodeKind.HEADING, text, number=number, style=style, level=level, children=children, bold=bold)


def part(number: str, text: str, *children: Node) -> Node:
    return heading(number, text, NumberStyle.PART, 1, *children, bold=True)


def roman(number: str, text: str, *children: Node, level: int = 2) -> Node:
    return heading(number, text, NumberStyle.ROMAN, level, *children, bold=True)


def arabic(number: str, text: str, *children: Node, level: int = 3) -> Node:
    return heading(number, text, NumberStyle.ARABIC, level, *children)


def point(number: str, text: str, *children: Node, level: int = 4) -> Node:
    return heading(number, text, NumberStyle.POINT, level, *children)


def article(number: str, text: str, *children: Node) -> Node:
    return heading(number, text, NumberStyle.ARTICLE, 1, *children)


def paragraph(text: str) -> Node:
    return Node(NodeKind.PARAGRAPH, text)


def bullet(text: str, *children: Node, mark: str = "-") -> Node:
    return Node(NodeKind.BULLET, text, number=mark, children=children)


def table(*rows: tuple[str, ...], text: str = "") -> Node:
    return Node(NodeKind.TABLE, text, rows=rows)


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text) for text in texts)


def plan() -> OfficialDocument:
    """A plan (KH) with four levels of headings, bullets in bullets, a long subject and a long list of recipients."""
    return OfficialDocument(
        doc_type="KH",
        type_name=Line("KẾ HOẠCH"),
        issuer=lines("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG MẪU"),
        motto=MOTTO,
        reference=Reference("05", "KH-UBND"),
        place_and_date=PlaceAndDate("Đồng Mẫu", 5, 2, 2026),
        subject=Line(
            "Triển khai thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững trên địa bàn xã Đồng Mẫu năm 2026"
        ),
        legal_bases=lines(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Căn cứ Nghị định số 27/2022/NĐ-CP ngày 19 tháng 4 năm 2022 của Chính phủ quy định cơ chế quản lý, tổ chức "
            "thực hiện các chương trình mục tiêu quốc gia.",
        ),
        body=(
            paragraph("Ủy ban nhân dân xã Đồng Mẫu ban hành Kế hoạch với những nội dung sau:"),
            part("A.", "KẾT QUẢ THỰC HIỆN NĂM 2025", *_results()),
            part("B.", "NHIỆM VỤ NĂM 2026", *_tasks()),
        ),
        closing=Line("Trên đây là Kế hoạch thực hiện Chương trình trên địa bàn xã Đồng Mẫu năm 2026./."),
        recipients=lines(
            "Sở Nông nghiệp và Môi trường (b/c);",
            "Thường trực Đảng ủy, Thường trực HĐND xã (b/c);",
            "Chủ tịch, các Phó Chủ tịch UBND xã (c/đ);",
            "Ban Chỉ đạo các chương trình mục tiêu quốc gia xã;",
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội (p/h);",
            "Phòng Kinh tế, Phòng Văn hóa - Xã hội (t/h);",
            "Các thôn: Mẫu Một, Mẫu Hai, Mẫu Ba (t/h);",
            "Lưu: VT, KT.",
        ),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn Mẫu"),
        source_format=SourceFormat.COMPOSED,
    )


def _results() -> tuple[Node, ...]:
    return (
        roman(
            "I.",
            "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
            paragraph(
                "Công tác giảm nghèo được cấp ủy, chính quyền xã quan tâm; Ủy ban nhân dân xã đã ban hành kế hoạch, "
                "phân công từng thành viên phụ trách thôn, kiểm tra hằng quý và báo cáo kết quả đúng thời hạn."
            ),
        ),
        roman(
            "II.",
            "KẾT QUẢ THỰC HIỆN MỤC TIÊU",
            arabic(
                "1.",
                "Kết quả giảm tỷ lệ hộ nghèo",
                paragraph("Đầu năm 2025 toàn xã có 48 hộ nghèo; cuối năm còn 36 hộ nghèo, giảm 12 hộ."),
                bullet("Thôn Mẫu Một giảm 05 hộ;"),
                bullet("Thôn Mẫu Hai giảm 04 hộ, trong đó:", bullet("02 hộ được vay vốn chăn nuôi bò;", mark="+")),
                bullet("Thôn Mẫu Ba giảm 03 hộ."),
            ),
            arabic(
                "2.",
                "Kết quả thực hiện các chính sách",
                paragraph("Các chính sách được thực hiện đầy đủ, đúng đối tượng."),
            ),
        ),
    )


def _tasks() -> tuple[Node, ...]:
    return (
        roman(
            "I.",
            "MỤC TIÊU",
            arabic("1.", "Phấn đấu năm 2026 giảm từ 08 hộ nghèo trở lên, còn không quá 28 hộ nghèo."),
            arabic("2.", "100% người thuộc hộ nghèo được hỗ trợ đóng bảo hiểm y tế."),
        ),
        roman(
            "II.",
            "NỘI DUNG THỰC HIỆN",
            arabic(
                "1.",
                "Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo",
                point(
                    "a)",
                    "Mục tiêu",
                    paragraph("Hỗ trợ xây dựng 02 mô hình chăn nuôi bò sinh sản cho 20 hộ."),
                ),
                point("b)", "Đối tượng", bullet("Hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo.")),
                point("c)", "Nội dung", bullet("Cấp con giống;"), bullet("Tập huấn kỹ thuật cho 20 hộ.")),
                point(
                    "d)",
                    "Kinh phí",
                    paragraph("Kinh phí năm 2026: 600 triệu đồng; [còn thiếu: số quyết định giao vốn]."),
                ),
                point("đ)", "Phân công", bullet("Phòng Kinh tế chủ trì, phối hợp với Hội Nông dân xã.")),
            ),
        ),
        roman(
            "III.",
            "TỔ CHỨC THỰC HIỆN",
            arabic(
                "1.",
                "Phòng Kinh tế",
                *(
                    bullet(
                        f"Nhiệm vụ thứ {number}: chủ trì, phối hợp với các đơn vị liên quan hướng dẫn, kiểm tra việc "
                        "thực hiện Kế hoạch tại các thôn; tổng hợp kết quả, báo cáo Ủy ban nhân dân xã theo quy định;"
                    )
                    for number in range(1, 7)
                ),
            ),
            arabic("2.", "Trưởng các thôn", bullet("Rà soát hộ nghèo, họp dân, niêm yết kết quả đúng quy định.")),
        ),
    )


def report() -> OfficialDocument:
    """A report (BC) to two addressees with a table, number and day left blank."""
    return OfficialDocument(
        doc_type="BC",
        type_name=Line("BÁO CÁO"),
        issuer=lines("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG MẪU"),
        motto=MOTTO,
        reference=Reference("", "BC-UBND"),
        place_and_date=PlaceAndDate("Đồng Mẫu", None, 11, 2026),
        subject=Line("Kết quả thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2026"),
        addressees=lines("Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh", "Sở Nông nghiệp và Môi trường"),
        body=(
            paragraph("Ủy ban nhân dân xã Đồng Mẫu báo cáo kết quả thực hiện năm 2026 như sau:"),
            roman(
                "I.",
                "KẾT QUẢ THỰC HIỆN",
                arabic("1.", "Kết quả giải ngân", _money(), level=2),
                arabic("2.", "Kết quả rà soát", paragraph("Cuối năm 2026 còn 28 hộ nghèo."), level=2),
                level=1,
            ),
        ),
        closing=Line("Trên đây là báo cáo kết quả thực hiện năm 2026./."),
        recipients=lines("Như trên;", "Lưu: VT, KT."),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Thị Thử"),
        source_format=SourceFormat.COMPOSED,
    )


def _money() -> Node:
    return table(
        ("STT", "Nội dung", "Kế hoạch (triệu đồng)", "Giải ngân (triệu đồng)", "Tỷ lệ (%)"),
        ("1", "Phát triển sản xuất, đa dạng hóa sinh kế cho hộ nghèo, hộ cận nghèo", "600", "540", "90,0"),
        ("2", "Đào tạo nghề cho người lao động", "150", "150", "100,0"),
        ("3", "Truyền thông về giảm nghèo đa chiều", "1.040", "1.010,5", "97,2"),
        ("", "Cộng", "1.790", "1.700,5", "95,0"),
        text="Bảng 1. Kết quả giải ngân năm 2026",
    )


def wide_report() -> OfficialDocument:
    """A report whose table does not fit an upright page."""
    columns = tuple(f"Tiêu chí thứ {number} (triệu đồng)" for number in range(1, 12))
    rows = tuple((str(at), f"Thôn Mẫu {at}", *(str(at * 100 + n) for n in range(11))) for at in range(1, 41))
    big = table(("STT", "Thôn", *columns), *rows)
    return replace(report(), body=(paragraph("Số liệu theo thôn như sau:"), big, paragraph("Số liệu đã kiểm tra.")))


def decision() -> OfficialDocument:
    """A decision (QĐ) with articles, a parent body, the authority line, and two appendices."""
    return OfficialDocument(
        doc_type="QĐ",
        type_name=Line("QUYẾT ĐỊNH"),
        issuer=lines("UBND TỈNH MẪU SƠN", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"),
        motto=MOTTO,
        reference=Reference("7", "QĐ-SNNMT"),
        place_and_date=PlaceAndDate("Mẫu Sơn", 9, 10, 2026),
        subject=Line("Về việc công nhận danh sách hộ thoát nghèo năm 2026"),
        enacted_by=Line("GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"),
        enacting_words=Line("QUYẾT ĐỊNH:"),
        legal_bases=lines(
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
            "Theo đề nghị của Chi cục trưởng Chi cục Phát triển nông thôn",
        ),
        body=(
            article("Điều 1.", "Công nhận 12 hộ thoát nghèo năm 2026 (có danh sách tại Phụ lục I kèm theo)."),
            article("Điều 2.", "Quyết định này có hiệu lực kể từ ngày ký."),
            article(
                "Điều 3.",
                "Trách nhiệm thi hành",
                arabic("1.", "Chánh Văn phòng Sở theo dõi việc thực hiện Quyết định này.", level=2),
                arabic("2.", "Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm thi hành Quyết định này.", level=2),
            ),
            heading(
                "Phụ lục I",
                "Danh sách hộ thoát nghèo năm 2026",
                NumberStyle.NONE,
                1,
                table(("STT", "Họ và tên chủ hộ", "Thôn"), ("1", "Lê Văn Ví Dụ", "Mẫu Một")),
            ),
            heading(
                "Phụ lục II",
                "Mẫu giấy chứng nhận",
                NumberStyle.NONE,
                1,
                paragraph("(Kèm theo Quyết định số 07/QĐ-SNNMT)"),
                paragraph("Nội dung mẫu giấy."),
            ),
        ),
        recipients=lines("Như Điều 3;", "Lưu: VT, PTNT."),
        signature=Signature(("GIÁM ĐỐC",), "Phạm Thị Giả Định"),
        source_format=SourceFormat.COMPOSED,
    )


def letter() -> OfficialDocument:
    """A công văn: no type name, the subject under the number, one addressee."""
    return OfficialDocument(
        doc_type="CV",
        issuer=lines("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG MẪU"),
        motto=MOTTO,
        reference=Reference("12", "UBND-KT"),
        place_and_date=PlaceAndDate("Đồng Mẫu", 12, 3, 2026),
        subject=Line("V/v đề nghị hướng dẫn giải ngân vốn sự nghiệp chuyển nguồn sang năm 2026"),
        addressees=lines("Kính gửi: Sở Nông nghiệp và Môi trường"),
        body=(
            paragraph("Ủy ban nhân dân xã Đồng Mẫu đề nghị Sở hướng dẫn việc giải ngân vốn chuyển nguồn."),
            paragraph("Số vốn còn lại của xã là 120 triệu đồng."),
        ),
        closing=Line("Ủy ban nhân dân xã kính đề nghị Sở xem xét, hướng dẫn"),
        recipients=lines("Như trên;", "Lưu: VT, KT."),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trần Thị Thử"),
        source_format=SourceFormat.COMPOSED,
    )


def minutes() -> OfficialDocument:
    """Minutes (BB) signed by three people, without recipients."""
    return OfficialDocument(
        doc_type="BB",
        type_name=Line("BIÊN BẢN"),
        issuer=lines("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG MẪU"),
        motto=MOTTO,
        reference=Reference("3", "BB-UBND"),
        subject=Line("Họp thôn Mẫu Một lấy ý kiến về hộ thoát nghèo"),
        body=(
            heading("Chương I", "Diễn biến", NumberStyle.CHAPTER, 1, paragraph("Có 60 hộ dự họp, 52 hộ đồng ý.")),
            paragraph("Biên bản lập xong lúc 16 giờ cùng ngày."),
        ),
        signature=Signature(("CHỦ TỌA",), "Trần Thị Thử"),
        cosigners=(
            Signature(("ĐẠI DIỆN CÁC HỘ",), "Lê Văn Ví Dụ"),
            Signature(("ĐẠI DIỆN MẶT TRẬN",), "Vũ Thị Tỉ Dụ"),
            Signature(("THƯ KÝ",), "Đỗ Văn Mẫu"),
        ),
        source_format=SourceFormat.COMPOSED,
    )


HOSTILE = (
    "#panic() $x^2$ *đậm* _nghiêng_ `mã` @ref <script>alert(1)</script> & \\u{1} #{1+1} // lời /* dài */ [x](y) | a | "
    "\"nháy\" 'đơn' ~ = - + 1. {value:1} <!-- x --> ]]> %%EOF"
)


def hostile() -> OfficialDocument:
    """Text that means something to Typst, HTML, Markdown, XML; a very long word; characters XML cannot hold."""
    body = (
        paragraph(HOSTILE),
        paragraph("Từ dài: " + "abcdefghij" * 30),
        paragraph("Điều khiển:\x00\x08\x0b\x1f\ud800 hết"),
        arabic("1.", HOSTILE, level=1),
        table((HOSTILE, "B"), ("<b>ô</b>", "x" * 120)),
    )
    return replace(
        plan(), subject=Line(HOSTILE), body=body, issuer=lines("ỦY BAN <i>#x</i>"), recipients=lines(HOSTILE)
    )


def everything() -> dict[str, OfficialDocument]:
    """All samples by name."""
    return {
        "plan": plan(),
        "report": report(),
        "wide": wide_report(),
        "decision": decision(),
        "letter": letter(),
        "minutes": minutes(),
        "hostile": hostile(),
    }
