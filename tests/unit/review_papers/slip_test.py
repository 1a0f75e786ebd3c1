"""The slip: one page in plain words, whatever the verdict."""

from __future__ import annotations

import pypdfium2
import pytest

from giamngheo.paperwork.writers.pdf import render_pdf
from giamngheo.review.papers import slip
from tests.factories import review_papers as make
from tests.spec.standards.households import LACKS, child, home, lacking, people, person

LONG = "Hoàng Phủ Nguyễn Thị Phương Nghiêm Trường"


def text_of(data: slip.Slip) -> str:
    return "\n".join(line.text for line in slip.compose(data).lines())


def pages(data: slip.Slip) -> int:
    content, _ = render_pdf(slip.compose(data), system_fonts=False)
    with pypdfium2.PdfDocument(content) as document:
        return len(document)


EVERYTHING_LACKING = (
    lacking(*LACKS, income_score_typed=135),
    (
        person(insured=False, employment_status="seeking", uses_internet=False),
        *(
            child(20150505 + at, malnutrition="both", attends="none", insured=False, uses_internet=False)
            for at in range(9)
        ),
        person(birth=20020303, diploma="none", insured=False, uses_internet=False),
    ),
)
HOUSEHOLDS = {
    "lacks nothing": (home(income_score_typed=200), people(2)),
    "three deprivations": make.surveyed(),
    "near the line": (lacking("water", "toilet", income_score_typed=135), people(12)),
    "everything lacking": EVERYTHING_LACKING,
    "scores from paper": ({"area": "urban", "income_score_typed": 120, "deprivation_score_typed": 30}, ()),
    "answers missing": ({"area": "rural"}, people(3)),
}


@pytest.mark.parametrize("name", HOUSEHOLDS)
@pytest.mark.parametrize("called", ["", LONG], ids=["short names", "long names"])
def test_slip_is_one_page(name, called) -> None:
    household, members = HOUSEHOLDS[name]
    data = make.told(household, members, (called,) * len(members))
    office = data.office._replace(name="Xã Hoằng Phú Nghiêm Trường", short_name="Hoằng Phú Nghiêm Trường")
    assert pages(data._replace(office=office, reviewer=called or "An", village=f"Thôn {called}")) == 1


def test_slip_explains_why_and_what_is_lacking() -> None:
    text = text_of(make.told(*make.surveyed()))
    assert "Hộ nghèo, theo chuẩn nghèo đa chiều áp dụng từ năm 2022" in text
    assert "Điểm B1 (thu nhập): 135; điểm B2 (thiếu hụt): 40." in text
    assert "135 điểm; mức 140 điểm" in text
    assert "Thiếu hụt 4 chỉ số" in text
    assert "Bảo hiểm y tế: Nguyễn Văn Bình" in text
    assert "Điểm B1 ghi theo phiếu giấy" in text
    assert "145 điểm (nay: 135 điểm) thì là hộ không nghèo" in text
    assert "10 nội dung của quy định được dùng ở đây chưa đối chiếu với văn bản gốc" in text
    assert "trước khi hết ngày 24/9/2026" in text


def test_slip_counts_the_questions_that_were_answered() -> None:
    household, members = make.surveyed()
    asked = {*household, *(name for each in members for name in each)}
    assert f"đã trả lời {len(asked)} câu hỏi" in text_of(make.told(household, members))


def test_single_change_that_gives_another_class_is_named() -> None:
    household, members = HOUSEHOLDS["near the line"]
    text = text_of(make.told(household, members))
    assert "Nếu chỉ một câu trả lời khác đi" in text
    assert "trường hợp khác, hỏi rà soát viên" in text


def test_slip_of_an_unreadable_verdict_still_tells_its_figures() -> None:
    data = make.told(*make.surveyed())._replace(explained=None)
    text = text_of(data)
    assert "Hộ nghèo. Điểm B1 (thu nhập): 135" in text
    assert "[còn thiếu: lời giải thích của kết quả]" in text


def test_before_posting_the_days_of_the_law_are_told() -> None:
    assert "trong 03 ngày làm việc niêm yết" in text_of(make.told(*make.surveyed())._replace(object_until=None))


@pytest.mark.parametrize(("verdict", "record"), [("", {}), ("{}", {}), ("null", None), ('{"rule": 1}', {}), ("[]", [])])
def test_broken_verdict_explains_nothing(verdict, record) -> None:
    assert slip.explain(verdict, record, ()) is None
