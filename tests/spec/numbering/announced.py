"""Counts told before a list."""

from tests.spec.tables import Ruling

_ITEMS = "\n\n- Tuyên truyền.\n\n- Tập huấn.\n\n- Hỗ trợ giống.\n\n"
_END = "II. TIỀN\n\nx."


def _ruling(says: str, text: str, *finds: tuple[str, ...]) -> Ruling:
    return Ruling(says, f"I. VIỆC\n\n{text}{_END}", finds)


def _wrong(says: str, text: str, quote: str, found: str) -> Ruling:
    return _ruling(says, text, ("NUM-ANNOUNCED", quote, f"liệt kê {found}"))


RULINGS = (
    _wrong("four are announced, three bullets follow", f"Chương trình gồm 4 nội dung sau:{_ITEMS}", "4 nội dung", "3"),
    _wrong(
        "three groups are announced, two headings follow",
        "Thực hiện 03 nhóm giải pháp sau:\n\n1. Vốn\n\nx.\n\n2. Nghề\n\nx.\n\n",
        "03 nhóm giải pháp",
        "2",
    ),
    _wrong(
        "two rounds are announced, three told in the line",
        "Chia làm hai đợt: đợt 1 tháng 3, đợt 2 tháng 9, đợt 3 tháng 12.\n\n",
        "hai đợt",
        "3",
    ),
    _wrong(
        "four are announced, three stand between semicolons",
        "Gồm 4 nội dung: tuyên truyền; tập huấn; hỗ trợ giống.\n\n",
        "4 nội dung",
        "3",
    ),
    _wrong(
        "three are announced, two are numbered in brackets",
        "Tập trung 3 việc: (1) họp thôn; (2) chốt danh sách.\n\n",
        "3 việc",
        "2",
    ),
    _wrong(
        "words of whose they are change nothing", f"Gồm 5 nhiệm vụ trọng tâm của xã như sau:{_ITEMS}", "5 nhiệm vụ", "3"
    ),
    _wrong(
        "the list under a heading",
        "Xã làm 4 nhiệm vụ sau:\n\n1. Họp\n\nx.\n\n2. Chốt danh sách\n\nx.\n\n3. Báo cáo\n\nx.\n\n",
        "4 nhiệm vụ",
        "3",
    ),
    _wrong(
        "an aim told before them is no list's",
        f"Để đạt mục tiêu, xã đề ra 4 giải pháp sau:{_ITEMS}",
        "4 giải pháp",
        "3",
    ),
    _ruling("as many as announced", f"Chương trình gồm 3 nội dung sau:{_ITEMS}"),
    _ruling("as many rounds as announced", "Chia làm hai đợt: đợt 1 tháng 3, đợt 2 tháng 9.\n\n"),
    _ruling("as many between semicolons as announced", "Gồm 3 nội dung: tuyên truyền; tập huấn; hỗ trợ giống.\n\n"),
    _ruling("commas alone are no list", "Gồm 4 nội dung: tuyên truyền, vận động, tập huấn và hỗ trợ giống, vốn.\n\n"),
    _ruling("an open list names some", f"Thực hiện 5 hoạt động, tiêu biểu:{_ITEMS}"),
    _ruling("and so on", "Gồm 6 nội dung: tuyên truyền; tập huấn; hỗ trợ giống...\n\n"),
    _ruling("a fraction announces nothing", f"Hoàn thành 3/4 nội dung:{_ITEMS}"),
    _ruling(
        "an item may hold two", "Thực hiện 3 dự án sau:\n\n- Dự án 2, Dự án 4: vốn.\n\n- Dự án 6: truyền thông.\n\n"
    ),
    _ruling(
        "words between the items leave it open",
        "Thực hiện 3 giải pháp sau:\n\n- Vốn.\n\n- Nghề.\n\nCác thôn chủ động.\n\n- Giống.\n\n",
    ),
    _ruling("a year is no count", f"Kết quả trong năm nội dung sau đã làm xong:{_ITEMS}"),
    _ruling("things that are not listed below", f"Xã có 9 thôn, 4 lớp tập huấn:{_ITEMS}"),
    _ruling("a count with other words behind it", f"Ba bên thống nhất 2 nội dung và phân công như sau:{_ITEMS}"),
    _ruling("results of the things counted are another list", f"Kết quả thực hiện 7 dự án như sau:{_ITEMS}"),
    _ruling("aims of the things counted are another list", f"Mục tiêu của 7 dự án:{_ITEMS}"),
    _ruling("their money is another list", f"Kinh phí của 5 tiểu dự án:{_ITEMS}"),
    _ruling("a step told behind the list", "Thực hiện 3 nhiệm vụ: rà soát; họp dân; niêm yết; sau đó báo cáo.\n\n"),
    _ruling("no list at all", "Gồm 4 nội dung sau: theo phụ lục kèm theo.\n\n"),
)
