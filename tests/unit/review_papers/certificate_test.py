"""The certificate's sheet: two sides, nothing outside the frame, the same words in every format."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from giamngheo.paperwork.certificate import pdf
from giamngheo.paperwork.certificate.docx import write_docx
from giamngheo.paperwork.certificate.html import write_html
from giamngheo.paperwork.certificate.value import FRAME
from giamngheo.review.papers import certificate
from tests.factories import review_papers as make
from tests.unit.paperwork_write.helpers import letters, pdf_pages
from tests.unit.paperwork_write.test_libreoffice import converted

LONG = "Hoàng Phủ Nguyễn Thị Phương Nghiêm Trường Khánh Huyền"


def set_(*sheets) -> bytes:
    return pdf.render_pdf(sheets, name="Giấy chứng nhận", system_fonts=False)


def outside_the_frame(content: bytes) -> list[str]:
    """Letters printed on or beyond the frame."""
    edge, found = FRAME * 72 / 25.4, []  # points
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            text, width, height = page.get_textpage(), page.get_width(), page.get_height()
            for at in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(at)
                if right > left and not (
                    edge < left and right < width - edge and edge < bottom and top < height - edge
                ):
                    found.append(text.get_text_range(at, 1))
    return found


@pytest.mark.parametrize("people", [0, 1, 12, 14])
def test_household_takes_the_two_sides_of_one_sheet(people) -> None:
    content = set_(make.sheet(people))
    assert len(pdf_pages(content)) == 2
    assert not outside_the_frame(content)


def test_long_names_stay_in_their_cells() -> None:
    members = tuple(
        certificate.Member(
            LONG, "Xtiêng", "không họ hàng", "male", 19600101, "ra khỏi hộ từ ngày 05/3/2027 (chuyển đi tỉnh khác)"
        )
        for _ in range(12)
    )
    data = make.certified(0)._replace(head=members[0], members=members, address=f"Xóm {LONG}, {LONG}, {LONG}")
    content = set_(certificate.compose(data))
    assert not outside_the_frame(content)
    assert letters(pdf_pages(content)).count(letters([LONG])) == 16


def test_large_family_runs_over_and_the_next_begins_on_a_front_side() -> None:
    content = set_(make.sheet(40), make.sheet(3))
    pages = pdf_pages(content)
    assert len(pages) == 6  # front, front, back, a blank side; front, back
    assert pages[4].startswith("ỦY BAN NHÂN DÂN")
    assert not pages[3].strip()
    assert "Họ và tên" in pages[1]  # the header of the table again


def test_signed_year_is_ticked_and_the_others_wait() -> None:
    sheet = make.sheet(3)
    first, second, third = sheet.boxes[:3]
    assert [words for words, on in first.ticks if on] == ["Hộ nghèo (N)"]
    assert [at for at, on in enumerate(first.marks, 1) if on] == [1, 4, 9, 12]
    assert second.authority == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert first.dated == "Đồng Mẫu, ngày 20 tháng 12 năm 2021"
    assert not third.signer
    assert not any(on for _, on in third.ticks)
    assert "……" in third.dated


def test_number_is_of_the_form_that_was_seen() -> None:
    assert make.sheet().number == "Số: 07/GCN-HN.HCN"
    assert certificate.compose(make.certified(number=123)).number == "Số: 123/GCN-HN.HCN"


def test_day_of_the_id_is_left_to_be_written_in() -> None:
    assert [field.label for field in make.sheet().fields if not field.value] == ["Ngày cấp"]


def test_what_is_not_known_is_marked() -> None:
    nobody = certificate.compose(make.certified(0)._replace(head=None, number_shown="", address="", indicators=()))
    shown = "\n".join([*(field.value for field in nobody.fields), nobody.boxes[0].caption])
    for what in ("chủ hộ", "dân tộc", "số định danh", "nơi thường trú", "danh sách chỉ số"):
        assert f"[còn thiếu: {what}]" in shown
    unknown = certificate.Member("An", "Kinh", "con", "", None)
    assert "[còn thiếu: nam, nữ]" in certificate.compose(make.certified(members=(unknown,))).people[0][-1]


def test_many_certificates_are_one_file_in_their_order(monkeypatch) -> None:
    monkeypatch.setattr(pdf, "PART", 3)
    told: list[int] = []
    sheets = [certificate.compose(make.certified(2, number=at)) for at in range(1, 9)]
    pages = pdf_pages(pdf.render_pdf(sheets, name="x", said=told.append, system_fonts=False))
    assert told == [3, 6, 8]
    assert len(pages) == 16
    assert [f"Số: {at:02}/GCN" in pages[2 * at - 2] for at in range(1, 9)] == [True] * 8


def test_parts_of_odd_length_are_joined_on_front_sides(monkeypatch) -> None:
    monkeypatch.setattr(pdf, "PART", 1)
    pages = pdf_pages(pdf.render_pdf([make.sheet(40), make.sheet(1)], name="x", system_fonts=False))
    assert pages[4].startswith("ỦY BAN NHÂN DÂN")


def test_stop_between_parts_leaves_nothing(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(pdf, "PART", 1)

    def stop(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pdf.render_pdf([make.sheet(), make.sheet()], name="x", said=stop)
    with pytest.raises(KeyboardInterrupt):
        write_docx([make.sheet()], tmp_path / "x.docx", name="x", said=stop)
    assert not list(tmp_path.iterdir())


def test_hostile_text_is_printed_as_itself(tmp_path) -> None:
    odd = "<b>&\"'#panic() [x] \\u{1F9FF} \ue000"
    sheet = certificate.compose(
        make.certified(address=odd, members=(certificate.Member(odd, odd, "con", "male", 19990101),))
    )
    assert "#panic()" in letters(pdf_pages(set_(sheet)))
    assert "&lt;b&gt;" in write_html([sheet], name=odd)
    write_docx([sheet], tmp_path / "x.docx", name=odd)
    import docx

    assert odd in "\n".join(each.text for each in docx.Document(str(tmp_path / "x.docx")).paragraphs)


def test_single_certificate_is_tagged_for_screen_readers() -> None:
    assert b"pdfuaid:part" in set_(make.sheet())


@pytest.mark.libreoffice
def test_word_file_prints_the_words_of_our_pdf(tmp_path: Path) -> None:
    sheets = [make.sheet(5), make.sheet(12), make.sheet(2)]
    write_docx(sheets, tmp_path / "giay.docx", name="Giấy chứng nhận")
    converted(tmp_path, [tmp_path / "giay.docx"])
    theirs, ours = pdf_pages(tmp_path / "giay.pdf"), pdf_pages(set_(*sheets))
    assert len(theirs) == len(ours) == 6

    def dotless(pages: list[str]) -> str:
        return letters(pages).replace("…", "").replace(".", "")

    assert [dotless([page]) for page in theirs] == [dotless([page]) for page in ours]


def test_page_for_the_screen_has_every_word() -> None:
    sheet = make.sheet(3)
    html = write_html([sheet], name="Giấy chứng nhận")
    for words in (*sheet.title, sheet.number, *(each.name for each in make.certified(3).members), "Trịnh Giả Ký"):
        assert words in html


def test_certificate_has_a_box_for_each_year_of_its_standard() -> None:
    assert [box.heading for box in make.sheet().boxes] == [f"NĂM {year}" for year in range(2022, 2027)]
    assert certificate._last_year(2027) == 2030
