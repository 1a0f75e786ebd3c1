"""Papers of a report: figures in words, verdicts that agree with what is read, open where nothing is known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from giamngheo.foundation.findings import Severity
from giamngheo.monitoring.papers.composing import compose, sentence
from giamngheo.monitoring.papers.texts import catalogue, papers_of, texts
from giamngheo.monitoring.papers.value import Facts, Row, Sheet, Told
from giamngheo.monitoring.papers.wording import problems
from giamngheo.monitoring.periods import kinds
from giamngheo.paperwork.document import NodeKind
from giamngheo.planning.check import check

DAY = date(2026, 12, 14)
# An invented commune is in no register; numbers are given on signing; what is open is open.
EXPECTED = {"NAME-UNIT-UNKNOWN", "COMPLETE-NUMBER"}
PAPERS = {each.code: each for each in texts().papers}


def told(value: object, decimals: int | None = None, **more) -> Told:
    return Told(Fraction(str(value)), decimals, **({"day": DAY} | more))


POOR = Row("Số hộ nghèo", "hộ", told(16), told(33), told(12), told(14), "at_most")
RATE = Row("Tỷ lệ hộ nghèo", "%", told("1.12", 2), told("2.22", 2))
RESULT = POOR._replace(actual=told(21), estimate=None, basis="result")
SPENT = Row("Tỷ lệ giải ngân", "%", Told(Fraction(200, 3), 2, DAY))
POVERTY = Sheet(
    "Kết quả giảm nghèo trong kỳ", (POOR, RATE, Row("Hộ nghèo dân tộc thiểu số", "hộ")),
    (("TT", "Nội dung", "Cùng kỳ năm trước", "Chỉ tiêu năm", "Đến ngày cuối kỳ", "Ước cả năm", "So cùng kỳ (+/−)"),
     ("1", "Số hộ nghèo (hộ)", "33", "12", "16", "14", "-17"),
     ("2", "Tỷ lệ hộ nghèo (%)", "2,22", "", "1,12", "", "-1,10")),
    "Mẫu làm việc của phần mềm.",
)  # fmt: skip
REVIEWED = Sheet(
    "Kết quả rà soát hộ nghèo, hộ cận nghèo cuối năm", (RESULT,),
    (("TT", "Nội dung", "Kết quả rà soát năm trước, có hiệu lực từ 01/01/2026", "Chỉ tiêu năm",
      "Kết quả rà soát năm, có hiệu lực từ 01/01/2027", "So năm trước (+/−)"),
     ("1", "Số hộ nghèo (hộ)", "33", "12", "21", "-12")),
)  # fmt: skip
CREDIT = Sheet("Tín dụng chính sách", (Row("Cho vay hộ nghèo", "triệu đồng", told(1040, typed=True)),),
               (("TT", "Nội dung", "Đến ngày cuối kỳ"), ("1", "Cho vay hộ nghèo (triệu đồng)", "1.040")))  # fmt: skip
MONEY = Sheet(
    "Vốn của Chương trình",
    (Row("Kế hoạch vốn giao", "đồng", told(300_000_000)), Row("Giải ngân", "đồng", told(200_000_000)), SPENT),
    (("TT", "Nội dung", "Đến ngày cuối kỳ"), ("1", "Kế hoạch vốn giao (đồng)", "300.000.000"),
     ("2", "Đã giải ngân (đồng)", "200.000.000"), ("3", "Tỷ lệ giải ngân (%)", "66,67")),
    money=True,
)  # fmt: skip


def facts(**values) -> Facts:
    return Facts(
        **{
            "unit": "Xã Đồng Mẫu", "place": "Đồng Mẫu", "receiver": "Tỉnh Mẫu", "period": "năm 2026", "year": 2026,
            "whole_year": True, "begins": date(2025, 12, 15), "ends": DAY, "reason": "",
            "sheets": (POVERTY, REVIEWED, CREDIT, MONEY), "alerts": ("Vốn sự nghiệp, 2026: chưa giải ngân đồng nào.",),
            "alerts_on": date(2026, 12, 20), **values,
        }
    )  # fmt: skip


def text_of(document) -> str:
    return "\n".join(line.text for line in document.lines())


HALF = facts(period="6 tháng đầu năm 2026", whole_year=False, begins=date(2025, 12, 15), ends=date(2026, 6, 14))
BARE = facts(sheets=(Sheet("Kết quả", (Row("Số hộ nghèo", "hộ"),), (("TT", "Nội dung"), ("1", "Số hộ nghèo"))),),
             alerts=(), receiver="", reason="Đếm sót một hộ.")  # fmt: skip
PROVINCE = facts(alerts=(
    facts().say("alert_money", title="Giải ngân chậm", number=6, communes=2, amount="870.000.000"),
    facts().say("alert_kind", title="Chưa nhận chế độ được hưởng", number=4, communes=1),
))  # fmt: skip
PHASE = facts(
    year=2025, period="giữa kỳ giai đoạn 2021-2025", begins=date(2022, 1, 1), ends=date(2025, 6, 30),
    ground="Công văn số 15/SNNMT-KTHT ngày 03/7/2025 của Sở Nông nghiệp và Môi trường",
    sheets=(POVERTY._replace(rows=(POOR._replace(basis="opening", target=None, estimate=None),)),),
)  # fmt: skip
OLD = facts(year=2024, period="năm 2024", begins=date(2023, 12, 15), ends=date(2024, 12, 14), alerts_on=DAY)


KINDS = {"year": facts(), "half": HALF, "bare": BARE, "old": OLD, "many": PROVINCE, "phase": PHASE}


@pytest.mark.parametrize("of", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("code", PAPERS)
def test_check_of_plans_finds_nothing_wrong(code, of) -> None:
    found = check(compose(PAPERS[code], of), on=date(2026, 12, 31))
    assert {each.code for each in found if each.severity is not Severity.INFO} <= EXPECTED
    assert not [each for each in found if each.code.startswith(("FORMAT", "ARITH", "NUM"))]


def test_check_would_see_a_number_that_disagrees() -> None:
    """The arithmetic is written so that it is looked at."""
    wrong = facts(sheets=(POVERTY._replace(rows=(POOR._replace(name="Số hộ nghèo: giảm 22 hộ, từ 33 hộ xuống"),)),))
    composed = compose(PAPERS["giam-sat"], wrong)
    assert [each for each in check(composed, on=DAY) if each.code.startswith("ARITH")]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (POOR, "Số hộ nghèo: 16 hộ (tính đến ngày 14/12/2026), giảm 17 hộ so với cùng kỳ năm trước (33 hộ);"
               " chỉ tiêu năm 2026: không quá 12 hộ, chưa đạt, còn chênh 4 hộ; ước cả năm 2026: 14 hộ."),
        (RATE, "Tỷ lệ hộ nghèo: 1,12 % (tính đến ngày 14/12/2026), giảm 1,10 điểm % so với cùng kỳ năm trước"
               " (2,22 %)."),
        (SPENT._replace(before=told(50, 2)), "Tỷ lệ giải ngân: 66,67 % (tính đến ngày 14/12/2026), tăng 16,67 điểm %"
                                          " so với cùng kỳ năm trước (50,00 %)."),
        (POOR._replace(target=told(12), comparator="", before=told(16), estimate=None),
         "Số hộ nghèo: 16 hộ (tính đến ngày 14/12/2026), bằng cùng kỳ năm trước; chỉ tiêu năm 2026: 12 hộ."),
        (POOR._replace(comparable=False, target=None, estimate=None),
         "Số hộ nghèo: 16 hộ (tính đến ngày 14/12/2026); cùng kỳ năm trước là 33 hộ, theo chuẩn nghèo khác nên"
         " không so sánh."),
        (RESULT, "Số hộ nghèo theo kết quả rà soát năm 2026: 21 hộ (có hiệu lực từ ngày 01/01/2027), giảm 12 hộ so với"
                 " kết quả rà soát năm trước (33 hộ); chỉ tiêu năm 2026: không quá 12 hộ, chưa đạt, còn chênh 9 hộ."),
        (POOR._replace(estimate=None, judged_elsewhere=True),
         "Số hộ nghèo: 16 hộ (tính đến ngày 14/12/2026), giảm 17 hộ so với cùng kỳ năm trước (33 hộ); chỉ tiêu năm"
         " 2026: không quá 12 hộ, đánh giá theo kết quả rà soát năm."),
        (Row("Số hộ nghèo", "hộ", estimate=told(14)), "Số hộ nghèo: chưa có số thực hiện; ước cả năm 2026: 14 hộ."),
    ],
)  # fmt: skip
def test_figure_in_words(row, said) -> None:
    assert sentence(row, facts()) == said


def test_target_of_a_year_is_not_judged_before_the_year_is_over() -> None:
    assert "đến kỳ này còn chênh 4 hộ" in sentence(POOR, HALF)
    assert "đến kỳ này ở mức chỉ tiêu" in sentence(POOR._replace(comparator="at_least"), HALF)


def test_evaluation_has_its_five_parts_and_both_papers_tell_the_same_numbers() -> None:
    papers = {code: compose(PAPERS[code], facts()) for code in ("giam-sat", "danh-gia")}
    assert [each.number for each in papers["danh-gia"].body if each.kind is NodeKind.HEADING] == [
        "I.", "II.", "III.", "IV.", "V.",
    ]  # fmt: skip
    of = {code: {node.text for node in each.walk() if "tính đến ngày " in node.text} for code, each in papers.items()}
    assert of["giam-sat"] == of["danh-gia"]
    assert len(of["giam-sat"]) == 6 + 1  # and the sentence that explains the two days
    tables = {
        code: [node.rows for top in each.appendices for node in top.walk() if node.rows]
        for code, each in papers.items()
    }
    assert tables["giam-sat"] == tables["danh-gia"] == [POVERTY.table, REVIEWED.table, CREDIT.table, MONEY.table]


def test_what_is_not_known_is_left_open() -> None:
    text = text_of(compose(PAPERS["danh-gia"], BARE))
    for what in ("số liệu về số hộ nghèo", "nguyên nhân", "người ký", "cơ quan nhận báo cáo"):
        assert f"[còn thiếu: {what}]" in text
    assert "Lý do: Đếm sót một hộ." in text
    # The circular is of the period that ended; what rules the next was not read.
    assert "10/2022/TT-BLĐTBXH" in text_of(compose(PAPERS["danh-gia"], OLD))
    assert "10/2022" not in text


def test_every_kind_gives_its_papers() -> None:
    assert {kind: [each.code for each in papers_of(kind)] for kind in kinds() if papers_of(kind)} == {
        "giam-sat-6-thang": ["giam-sat"], "giam-sat-nam": ["giam-sat", "danh-gia"], "giam-sat-dot-xuat": ["giam-sat"],
        "danh-gia-nam": ["danh-gia"], "danh-gia-dot-xuat": ["danh-gia-giai-doan"],
        "danh-gia-dau-ky": ["danh-gia-giai-doan"], "danh-gia-giua-ky": ["danh-gia-giai-doan"],
        "danh-gia-ket-thuc": ["danh-gia-giai-doan"],
    }  # fmt: skip


def test_packaged_sentences_break_no_rule_of_their_own() -> None:
    assert {key: found for key, each in catalogue().items() if (found := problems(each, each.text, ()))} == {}


@pytest.mark.parametrize(
    ("key", "text", "rules"),
    [
        ("down", ", giảm {mức chênh} (kỳ trước: {giá trị trước}; so với {mốc so sánh})", set()),
        ("down", ", giảm 17 hộ so với {mốc so sánh} ({giá trị trước})", {"number", "needs"}),
        ("down", ", giảm {mức chênh} so với {mốc so sánh} ({giá trị trước}, {số tiền})", {"unknown"}),
        ("figure", "{tên chỉ tiêu}: {giá trị} (ngày {ngày)", {"braces", "needs"}),
        ("giam-sat.quan-ly.van-ban", "Kế hoạch số 12/KH-UBND ngày 05/01/2026, theo Điều 4, trong 5 năm.", set()),
        ("giam-sat.quan-ly.van-ban", "Đã họp 14 cuộc; tỷ lệ còn {f!tyle.nay}, {f!sai.nay}.", {"number", "unknown"}),
        ("giam-sat.quan-ly.van-ban", "Năm 2026 xã còn {còn thiếu: số cuộc}.", {"number"}),
        ("giam-sat.subject", "", {"empty"}),
    ],
)  # fmt: skip
def test_language_of_sentences_is_closed(key, text, rules) -> None:
    assert {each.rule for each in problems(catalogue()[key], text, {"f!tyle.nay"})} == rules


def test_own_words_stand_in_the_paper_and_print_the_same_value() -> None:
    own = {
        "down": "; thấp hơn {mốc so sánh} {mức chênh} (trước: {giá trị trước})",
        "giam-sat.quan-ly.van-ban": "{nơi lập} đã ban hành kế hoạch; tỷ lệ hộ nghèo còn {p!tyle.nay}, {p!khong.nay}",
    }
    text = text_of(compose(PAPERS["giam-sat"], facts(words=own, cells={"p!tyle.nay": "1,12 %"})))
    assert "Số hộ nghèo: 16 hộ (tính đến ngày 14/12/2026); thấp hơn cùng kỳ năm trước 17 hộ (trước: 33 hộ)" in text
    assert "xã Đồng Mẫu đã ban hành kế hoạch; tỷ lệ hộ nghèo còn 1,12 %, [còn thiếu: số liệu p!khong.nay]" in text
