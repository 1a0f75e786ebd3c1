# ruff: noqa: E501 - a case reads best on its own line
"""What a citation must look like, and which citations contradict one another."""

from datetime import date

from tests.spec.tables import HEAD, TAIL, Ruling

_BTC = "của Bộ Tài chính"
CASES = (
    Ruling(
        "a circular without its type abbreviation is malformed",
        f"Theo Thông tư số 55/2023/BTC ngày 15/8/2023 {_BTC}.",
        (("REF-SYMBOL", "Thông tư số 55/2023/BTC ngày 15/8/2023", "55/2023/TT-BTC"),),
    ),
    Ruling(
        "the document's own symbol needs its hyphen too",
        HEAD.format(date="20 tháng 6 năm 2024", year=2024).replace("90/KH-UBND", "32/KHUBND") + "1. Việc\n\nLàm." + TAIL,
        (("REF-SYMBOL", "32/KHUBND", "32/KH-UBND"),),
        whole=True,
    ),
    Ruling("the circular written in full is right", f"Theo Thông tư số 55/2023/TT-BTC ngày 15/8/2023 {_BTC}."),
    Ruling(
        "a resolution without its hyphen is malformed, in a list too",
        "Theo các Nghị quyết số 09/2023/NQ-HĐND ngày 29/9/2023, số 10/2023/NQHĐND ngày 29/9/2023 của HĐND tỉnh.",
        (("REF-SYMBOL", "số 10/2023/NQHĐND ngày 29/9/2023", "10/2023/NQ-HĐND"),),
    ),
    Ruling(
        "a hyphen after the year is malformed",
        "Theo Nghị định số 27/2022-NĐ-CP ngày 19/4/2022 của Chính phủ.",
        (("REF-SYMBOL", "Nghị định số 27/2022-NĐ-CP ngày 19/4/2022", "27/2022/NĐ-CP"),),
    ),
    Ruling(
        "a decision with the symbol of a plan contradicts itself",
        "Theo Quyết định số 12/KH-UBND ngày 05/3/2024 của UBND tỉnh.",
        (("REF-TYPE-WORD", "Quyết định số 12/KH-UBND ngày 05/3/2024", "12/QĐ-UBND"),),
    ),
    Ruling(
        "a plan named by the decision that approved it is no contradiction",
        "Theo Đề án số 12/QĐ-UBND ngày 05/3/2024 của UBND tỉnh.",
    ),
    Ruling(
        "a symbol without issuer is incomplete",
        "Theo Kế hoạch số 12/KH ngày 05/3/2024 của UBND tỉnh.",
        (("REF-SYMBOL-INCOMPLETE", "Kế hoạch số 12/KH ngày 05/3/2024", "chữ viết tắt cơ quan ban hành"),),
    ),
    Ruling(
        "a circular without its year is incomplete",
        f"Theo Thông tư số 55/TT-BTC ngày 15/8/2023 {_BTC}.",
        (("REF-SYMBOL-INCOMPLETE", "", "55/2023/TT-BTC"),),
    ),
    Ruling(
        "an abbreviation without its accent is unknown",
        "Theo Quyết định số 12/QD-UBND ngày 05/3/2024 của UBND tỉnh.",
        (("REF-TYPE-UNKNOWN", "", "12/QĐ-UBND"),),
    ),
    Ruling(
        "spaces inside a symbol are out of form",
        "Theo Quyết định số 12/QĐ - UBND ngày 05/3/2024 của UBND tỉnh.",
        (("REF-SYMBOL-SPACES", "12/QĐ - UBND", "12/QĐ-UBND"),),
    ),
    Ruling("a letter needs no type", "Theo Công văn số 12/UBND-VX ngày 05/3/2024 của UBND tỉnh."),
    Ruling(
        "a letter marked CV is out of form",
        "Theo Công văn số 12/CV-UBND ngày 05/3/2024 của UBND tỉnh.",
        ("REF-LETTER",),
    ),
    Ruling("a law and a resolution of the Assembly need no hyphen",
           "Theo Luật số 47/2019/QH14 ngày 22/11/2019 và Nghị quyết số 111/2024/QH15 ngày 18/01/2024 của Quốc hội."),
    Ruling("a resolution of the Party has a form of its own", "Theo Nghị quyết số 05-NQ/TU ngày 05/3/2021 của Tỉnh ủy."),
    Ruling("figures with a slash are no citations", "Mỗi hộ 12 triệu/HỘ; tỷ lệ 3/4; ngày 05/3/2024; (b/c)."),
    Ruling(
        "one decree has one date",
        "Theo Nghị định số 38/2023/NĐ-CP ngày 24/6/2023 của Chính phủ.\n\n"
        "Theo Nghị định số 38/2023/NĐ-CP ngày 26/6/2023 của Chính phủ.",
        (("REF-TWO-DATES", "Nghị định số 38/2023/NĐ-CP ngày 26/6/2023", "24/06/2023"),),
    ),
    Ruling(
        "a local number may come again next year",
        "Theo Quyết định số 829/QĐ-UBND ngày 17/3/2023 của UBND huyện.\n\n"
        "Theo Quyết định số 829/QĐ-UBND ngày 02/4/2024 của UBND huyện.",
    ),
    Ruling(
        "a local number on the same day of another year is a slip",
        "Theo Quyết định số 829/QĐ-UBND ngày 17/3/2023 của UBND huyện.\n\n"
        "Theo Quyết định số 829/QĐ-UBND ngày 17/3/2024 của UBND huyện.",
        ("REF-TWO-DATES",),
    ),
    Ruling(
        "the committee here and its chairman there are two issuers",
        "Theo Quyết định số 829/QĐ-UBND ngày 17/3/2023 của UBND huyện Hoằng Hóa.\n\n"
        "Theo Quyết định số 829/QĐ-UBND ngày 17/3/2023 của Chủ tịch UBND huyện.",
        (("REF-TWO-ISSUERS", "Quyết định số 829/QĐ-UBND ngày 17/3/2023", "Chủ tịch UBND huyện"),),
    ),
    Ruling(
        "a decree is the Government's",
        "Theo Nghị định số 38/2023/NĐ-CP ngày 24/6/2023 của Bộ Tài chính.",
        (("REF-ISSUER-SYMBOL", "", "Chính phủ"),),
    ),
    Ruling(
        "101 in May before 32 in June, 45 after 57 in September: two plans are out of order",
        "UBND xã ban hành: Kế hoạch số 101/KH-UBND ngày 23/5/2023; Kế hoạch số 45/KH-UBND ngày 29/9/2023; "
        "Kế hoạch số 32/KH-UBND ngày 23/6/2023; Kế hoạch số 35/KH-UBND ngày 27/7/2023; "
        "Kế hoạch số 56/KH-UBND ngày 12/9/2023; Kế hoạch số 54/KH-UBND ngày 08/9/2023; "
        "Kế hoạch số 57/KH-UBND ngày 27/9/2023.",
        (
            ("REF-ORDER", "Kế hoạch số 101/KH-UBND ngày 23/5/2023", "số 32 ngày 23/06/2023"),
            ("REF-ORDER", "Kế hoạch số 45/KH-UBND ngày 29/9/2023", "số 57 ngày 27/09/2023"),
        ),
    ),
    Ruling(
        "numbers of two bodies are two series",
        "Theo Kế hoạch số 101/KH-UBND ngày 23/5/2023 của UBND tỉnh; Kế hoạch số 32/KH-UBND ngày 23/6/2023 của UBND huyện.",
    ),
    Ruling(
        "the first citation needs its date",
        "Theo Nghị định số 38/2023/NĐ-CP của Chính phủ.",
        (("REF-FIRST", "Nghị định số 38/2023/NĐ-CP", "ngày ban hành"),),
    ),
    Ruling(
        "later citations may be short",
        "Theo Nghị định số 38/2023/NĐ-CP ngày 24/6/2023 của Chính phủ.\n\nTheo Nghị định số 38/2023/NĐ-CP.",
    ),
    Ruling(
        "a citation without number is blank",
        "Theo Quyết định số    /QĐ-UBND ngày 05/3/2024 của UBND tỉnh.",
        (("REF-BLANK", "Quyết định số    /QĐ-UBND"),),
    ),
    Ruling(
        "a lapsed circular is repealed for a later plan",
        f"Theo Thông tư số 55/2023/TT-BTC ngày 15/8/2023 {_BTC}.",
        (("REF-REPEALED", "", "60/2026/TT-BTC"),),
        day=date(2026, 8, 20),
    ),
    Ruling(
        "a decree replaced on an unknown day is called replaced",
        "Theo Nghị định số 27/2022/NĐ-CP ngày 19/4/2022 của Chính phủ.",
        (("REF-REPLACED", "", "358/2025/NĐ-CP"),),
        day=date(2026, 8, 20),
    ),
    Ruling(
        "a decree in force from September binds nobody in June",
        "Theo Nghị định số 11/2024/NĐ-CP ngày 01/5/2024 của Chính phủ.",
        (("REF-NOT-YET", "", "01/09/2024"),),
    ),
    Ruling(
        "an unverified entry of the register says so",
        "Theo Nghị định số 12/2020/NĐ-CP ngày 02/02/2020 của Chính phủ.",
        (("REF-REPEALED", "", "chưa kiểm chứng"),),
    ),
    Ruling(
        "the register knows another date",
        f"Theo Thông tư số 55/2023/TT-BTC ngày 16/8/2023 {_BTC}.",
        (("REF-KNOWN-DATE", "", "15/08/2023"),),
    ),
)  # fmt: skip
