# ruff: noqa: E501 - a case reads best on its own line
"""What must not be missing."""

from tests.spec.tables import HEAD, TAIL, Ruling

_FULL = (
    "1. Dự án 2: Sinh kế\n\na) Mục tiêu: Có việc.\n\nb) Đối tượng: Hộ nghèo.\n\nc) Nội dung: Cấp giống.\n\n"
    "d) Kinh phí: 20 triệu đồng.\n\nđ) Phân công: Hội Nông dân chủ trì.\n\n"
)
_CITED = "Theo Quyết định số 725/QĐ-UBND ngày 29/02/2024 của UBND huyện"
_DRAFT = HEAD.format(date="tháng năm 2024", year=2024)
CASES = (
    Ruling("a draft has neither number nor date, and that is information",
           _DRAFT.replace("Số: 90/", "Số: /") + "Họp." + TAIL,
           (("COMPLETE-NUMBER", "Số: /KH-UBND"), ("COMPLETE-DATE", "Hoằng Phú, ngày tháng năm 2024", "ngày, tháng")), whole=True),
    Ruling("a number without a date is half issued", _DRAFT + "Họp." + TAIL, ("COMPLETE-DATE",), whole=True),
    Ruling("five blocks make a project whole", _FULL + "2. Việc khác\n\nx."),
    Ruling("a project without money lacks a block",
           _FULL + "2. Dự án 6: Truyền thông\n\na) Mục tiêu: x.\n\nb) Đối tượng: x.\n\nc) Nội dung thực hiện: x.\n\nd) Phân công thực hiện: x.",
           (("COMPLETE-BLOCK", "2. Dự án 6: Truyền thông", "kinh phí"),)),
    Ruling("a subproject is named with its project",
           _FULL + "2. Dự án 4: Nghề\n\n2.1. Tiểu dự án 1: Dạy nghề\n\na) Mục tiêu: x.\n\nb) Đối tượng: x.\n\nc) Nội dung: x.\n\n"
           "d) Kinh phí: 5 triệu đồng.", (("COMPLETE-BLOCK", "", "Tiểu dự án 1 (Dự án 4)"),)),
    Ruling("projects in plain paragraphs are not asked for blocks", "1. Dự án 2: Sinh kế\n\nNuôi gà.\n\n2. Dự án 6: Truyền thông\n\nx."),
    Ruling("a title with nothing under it is empty",
           _FULL + "2. Dự án 6: Truyền thông\n\na) Mục tiêu: x.\n\nb) Đối tượng: x.\n\nc) Nội dung: x.\n\nd) Kinh phí: 5 triệu đồng.\n\n"
           "đ) Phân công thực hiện\n\n3. Việc khác\n\nx.", (("COMPLETE-BLOCK-EMPTY", "đ) Phân công thực hiện", "Dự án 6"),)),
    Ruling("a normative document lays down rules and needs no sum",
           "1. Kinh phí thực hiện\n\nVốn đối ứng theo Quyết định số 02/2022/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ và "
           "Nghị quyết số 06/2022/NQ-HĐND ngày 11/12/2022 của HĐND tỉnh.\n\n2. Việc\n\nx."),
    Ruling("a decision without a sum tells no money", f"1. Kinh phí thực hiện\n\n{_CITED}.\n\n2. Việc\n\nx.",
           (("COMPLETE-AMOUNT", "Quyết định số 725/QĐ-UBND ngày 29/02/2024", "725/QĐ-UBND"),)),
    Ruling("a decision with its sum does", f"1. Kinh phí thực hiện\n\n{_CITED}: 120 triệu đồng.\n\n2. Việc\n\nx."),
    Ruling("a decree among money rules assigns nothing",
           "1. Kinh phí thực hiện\n\nTheo Quyết định số 02/2022/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ.\n\n2. Việc\n\nx."),
    Ruling("slow disbursement needs a figure", "Tiến độ giải ngân vốn chậm hoặc giải ngân rất thấp làm ảnh hưởng đến dân.",
           (("COMPLETE-CLAIM", "Tiến độ giải ngân vốn chậm hoặc giải ngân rất thấp"),)),
    Ruling("slow disbursement with its figure is a finding of the plan itself", "Tiến độ giải ngân vốn chậm, mới đạt 20%."),
    Ruling("a remedy against slow disbursement is no claim", "Khắc phục tình trạng giải ngân chậm ở các thôn."),
    Ruling("a high rate needs a figure", "Tỷ lệ hộ nghèo của thôn còn cao.", ("COMPLETE-CLAIM",)),
    Ruling("a sentence breaks off", "Qua đó, các thôn đã góp phần cùng xã đạt mục tiêu giảm tỷ lệ hộ nghèo\n\nTuy nhiên còn chậm.",
           (("COMPLETE-BREAKS-OFF", "tiêu giảm tỷ lệ hộ nghèo"),)),
    Ruling("a short label breaks nothing off", "Thôn Một\n\nHọp dân ngày thứ bảy."),
    Ruling("an item cannot end in and", "- Cấp giống gà, giống vịt và\n- Tập huấn.", (("COMPLETE-BREAKS-OFF", "Cấp giống gà, giống vịt và"),)),
    Ruling("a paragraph cut in two is one sentence",
           "Tuy nhiên còn một số đơn vị chưa thực sự quan tâm thực hiện các hoạt động của Chương\n\ntrình làm cho tiến độ chậm.",
           ("COMPLETE-CUT",)),
    Ruling("a list that trails away hides the rest", "Tặng quà, giúp học sinh nghèo học tập,...", ("COMPLETE-TRAILS",)),
    Ruling("dots in the middle hide less", "Tặng quà, sách vở,... cho học sinh."),
    Ruling("an announced list must come", "I. VIỆC\n\n1. Họp\n\nThực hiện các nội dung sau:\n\n2. Báo cáo\n\nx.\n\nII. TIỀN\n\nx.",
           (("COMPLETE-ANNOUNCED", "Thực hiện các nội dung sau:"),)),
    Ruling("an announced list that comes", "Thực hiện các nội dung sau:\n\n- Họp;\n\n- Báo cáo."),
)  # fmt: skip
