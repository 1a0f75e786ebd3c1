"""Every paper: its form is right, its file says what it says, and what is not known is marked."""

from __future__ import annotations

import re
from datetime import date

import pytest

from giamngheo.foundation.findings import Severity
from giamngheo.paperwork.document import NodeKind
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.writers import write
from giamngheo.paperwork.writers.pdf import render_pdf
from giamngheo.planning.check import check
from giamngheo.review.papers import complaint_answer, decision, minutes, posted_list, proposal, refusal
from giamngheo.review.papers.bases import bases_of
from giamngheo.review.papers.words import Matter
from tests.factories import review_papers as make
from tests.unit.paperwork_write.helpers import letters, pdf_pages
from tests.unit.paperwork_write.test_libreoffice import converted

NAMES = tuple(make.everything())
# An invented commune is in no register; circulars were issued by a ministry that is gone; numbers are given on signing.
EXPECTED = {"NAME-UNIT-UNKNOWN", "NAME-BODY-GONE", "COMPLETE-NUMBER"}


def text_of(document) -> str:
    return "\n".join(line.text for line in document.lines())


def rows_of(document) -> list[tuple[str, ...]]:
    nodes = (*document.walk(), *(each for node in document.appendices for each in node.walk()))
    return [row for node in nodes if node.kind is NodeKind.TABLE for row in node.rows]


def lines(document) -> set[str]:
    """What is printed, case aside; without the line "(Kèm theo …)" that the printer adds."""
    found = {" ".join(line.text.removeprefix("Phụ lục ").split()).casefold() for line in document.lines()}
    return {each for each in found if each and each != "phụ lục" and not each.startswith("(kèm theo")}


@pytest.mark.parametrize("name", NAMES)
def test_check_of_plans_finds_nothing_wrong(name) -> None:
    found = check(make.everything()[name], on=date(2026, 12, 31))
    assert not [each for each in found if each.severity is Severity.ERROR]
    warned = {each.code for each in found if each.severity is Severity.WARNING} - EXPECTED
    assert warned <= ({"FORMAT-RECIPIENTS"} if name == "slip" else set())  # the slip goes to nobody else


@pytest.mark.parametrize("name", NAMES)
def test_word_file_is_read_back_as_it_was_composed(name, tmp_path) -> None:
    document = make.everything()[name]
    write(document, tmp_path / "paper.docx")
    back = read(tmp_path / "paper.docx")
    missing = lines(document) - lines(back)
    assert not {
        each for each in missing if "[còn thiếu" not in each and "tiếp nhận" not in each and "giả nhận" not in each
    }
    assert back.reference == document.reference or back.reference.printed == document.reference.printed


@pytest.mark.parametrize("name", NAMES)
def test_lines_are_numbered_in_the_order_they_are_printed(name) -> None:
    places = [line.place.line for line in make.everything()[name].lines()]
    assert places == sorted(places)
    assert places[0] == 1


def test_minutes_are_two_copies_signed_by_three_parties() -> None:
    document = make.everything()["minutes"]
    assert "lập thành 02 bản" in document.closing.text
    assert "01 bản lưu tại thôn, 01 bản gửi Ban Chỉ đạo rà soát xã Đồng Mẫu" in document.closing.text
    signed = [each.authority[0] for each in (*document.cosigners, document.signature)]
    assert signed == ["ĐẠI DIỆN HỘ GIA ĐÌNH", "ĐẠI DIỆN HỘ GIA ĐÌNH", "THƯ KÝ", "CHỦ TRÌ"]


@pytest.mark.parametrize(
    ("agreeing", "attending", "passes"), [(20, 40, True), (20, 41, False), (21, 41, True), (0, 0, False)]
)
def test_half_of_those_attending_is_enough(agreeing, attending, passes) -> None:
    vote = minutes.Voted(make.home(0), agreeing)
    assert minutes.agreed(vote, attending) is passes
    document = minutes.compose(make.meeting(votes=(vote,), attending=attending))
    assert any(row[-1] == ("Thống nhất" if passes else "Khảo sát lại") for row in rows_of(document))


def test_minutes_without_representatives_mark_who_must_sign() -> None:
    document = minutes.compose(make.meeting(signers=()))
    assert document.cosigners[0].name == "[còn thiếu: đại diện hộ gia đình]"


@pytest.mark.parametrize("name", ["proposal", "opinion", "decision"])
def test_counts_are_the_same_wherever_they_stand(name) -> None:
    """The sentence, the village table, the table of changes and the list all count the same households."""
    document = make.everything()[name]
    tables = [node.rows for node in document.walk() if node.kind is NodeKind.TABLE]
    by_village, changes = tables
    assert by_village[-1] == ("Cộng", "14", "5", "4", "5")
    assert changes[-1] == ("Cộng", "5", "4", "5", "14")
    assert [sum(int(row[at]) for row in by_village[1:-1]) for at in range(1, 5)] == [14, 5, 4, 5]
    assert "5 hộ nghèo; 4 hộ cận nghèo; 5 hộ không nghèo" in text_of(document)
    listed = [row for row in rows_of(document) if row[0].isdigit()]
    assert len(listed) == (0 if name == "opinion" else 14)


def test_letter_to_the_higher_level_names_nobody() -> None:
    text = text_of(make.everything()["opinion"])
    assert not [each.name for each in (make.home(at) for at in range(20)) if each.name in text]
    assert "Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa" in text


def test_decision_gives_class_day_certificate_and_list() -> None:
    text = text_of(make.everything()["decision"])
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỒNG MẪU" in text
    assert "áp dụng từ ngày 01/01/2027" in text
    assert "cấp Giấy chứng nhận hộ nghèo, hộ cận nghèo" in text
    assert "tại Tờ trình ngày 07/10/2026" in text
    assert "cấp Giấy chứng nhận" not in text_of(make.everything()["decision of workers"])


def test_deputy_signs_for_the_chairman() -> None:
    document = decision.compose(make.decided(signer=make.Signer("Lê Giả Phó", "Phó Chủ tịch")))
    assert document.signature.authority == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_correction_says_what_why_and_names_the_decision() -> None:
    document = make.everything()["correction"]
    text = text_of(document)
    assert "Quyết định số 245/QĐ-UBND ngày 01/12/2026" in text
    assert "Lý do đính chính: Nhập nhầm điểm B2." in text
    assert ("1", "Trần Thị Lan", "Thôn Mẫu 1", "Hộ nghèo", "Hộ cận nghèo") in rows_of(document)


def test_refusal_gives_its_reasons_to_the_family() -> None:
    text = text_of(make.everything()["refusal"])
    assert "không công nhận theo đề nghị, vì các lý do sau" in text
    assert "1. Điểm B1 vượt mức tương đương chuẩn thu nhập." in text
    assert "điểm B1 (thu nhập) là 160" in text
    assert "[còn thiếu: lý do]" in text_of(refusal.compose(make.refused(reason="")))


def test_answer_tells_the_result_and_nothing_of_the_household() -> None:
    text = text_of(make.everything()["answer"])
    assert "Kết quả phúc tra ngày 16/9/2026: hộ nghèo; không có căn cứ để thay đổi" in text
    assert "B1" not in text
    waiting = text_of(complaint_answer.compose(make.answered(answered_on=None, upheld=None, answer="")))
    assert waiting.count("[còn thiếu") == 2


def test_a_day_of_the_law_that_was_not_seen_is_marked() -> None:
    bases = bases_of(make.WORKERS)
    assert [each for each in bases if "30/2025/NĐ-CP" in each] == [
        "Căn cứ Nghị định số 30/2025/NĐ-CP [còn thiếu: ngày ban hành] của Chính phủ"
    ]


@pytest.mark.parametrize(
    ("day", "decree"),
    [(date(2025, 9, 1), "07/2021/NĐ-CP"), (date(2026, 9, 1), "351/2025/NĐ-CP"), (date(2028, 9, 1), "351/2025/NĐ-CP")],
)
def test_bases_follow_the_standard_of_the_day(day, decree) -> None:
    bases = bases_of(Matter("annual", day.year, 0, day))
    assert any(decree in each for each in bases)
    assert any("07/2021/TT-BLĐTBXH" in each for each in bases) is (day.year < 2027)  # no circular of 2027 was seen
    assert ("07/2021/NĐ-CP" in " ".join(bases)) is (day.year < 2027)


def test_no_paper_names_a_form_whose_layout_was_not_seen() -> None:
    for name in NAMES:
        text = text_of(make.everything()[name]).casefold()
        assert "mẫu số" not in text
        assert "phụ lục vi" not in text
        assert "phụ lục v " not in text


@pytest.mark.parametrize("compose", [posted_list.compose, make.income_posted_list.compose])
def test_posting_says_where_until_when_and_how_to_object(compose) -> None:
    text = text_of(compose(make.posted()))
    assert "Nơi niêm yết: Nhà văn hóa thôn Mẫu 1; Trụ sở xã Đồng Mẫu." in text
    assert "3 ngày làm việc, đến hết ngày 10/9/2026" in text
    assert "khiếu nại đến Ban Chỉ đạo rà soát xã Đồng Mẫu" in text
    assert "không quá 07 ngày làm việc" in text


def test_income_paths_have_their_own_days() -> None:
    text = text_of(make.everything()["posted workers"])
    assert "5 ngày làm việc" in text
    assert "không quá 03 ngày làm việc" in text
    assert "niêm yết lại" not in text  # no second posting is named there


def test_two_of_one_name_are_told_apart_by_address() -> None:
    twins = (make.home(0, address="Xóm 1"), make.home(0, address="Xóm 4"), make.home(1))
    names = [row[1] for row in rows_of(posted_list.compose(make.posted(households=twins)))]
    assert names[1:] == ["Nguyễn Văn Bình (Xóm 1)", "Nguyễn Văn Bình (Xóm 4)", "Trần Thị Lan"]


def test_many_villages_are_numbered_in_roman_figures() -> None:
    document = proposal.compose(make.proposed(groups=make.groups(*(1 for _ in range(44)))))
    assert [node.number for node in document.appendices[0].children][-3:] == ["XLII.", "XLIII.", "XLIV."]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Every Word file as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("papers")
    files = [folder / f"{at}.docx" for at in range(len(NAMES))]
    for name, path in zip(NAMES, files, strict=True):
        write(make.everything()[name], path)
    converted(folder, files)
    return {name: pdf_pages(folder / f"{at}.pdf") for at, name in enumerate(NAMES)}


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_prints_the_text_of_our_pdf(name, printed) -> None:
    ours, _ = render_pdf(make.everything()[name], system_fonts=False)
    theirs, here = letters(printed[name]), letters(pdf_pages(ours))
    # A table may break at another row there, and its header stands once more on the next page.
    assert theirs == here or set(re.findall(r"\w+", " ".join(printed[name]))) == set(
        re.findall(r"\w+", " ".join(pdf_pages(ours)))
    )
