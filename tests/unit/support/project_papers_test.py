"""Papers of livelihood projects: right in form, open where nothing is known, the norms as they were worked out."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from giamngheo.foundation.findings import Severity
from giamngheo.paperwork.document import NodeKind
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.writers import write
from giamngheo.planning.check import check
from giamngheo.support.norms import Project, judge
from giamngheo.support.project_papers import PAPERS, Described, Given, Home, Step

# An invented commune is in no register; numbers are given on signing; a decree on old money was replaced since.
EXPECTED = {"NAME-UNIT-UNKNOWN", "COMPLETE-NUMBER", "REF-REPLACED"}


def project(**values) -> Described:
    figures = {"total": 500_000_000, "state": 300_000_000, "direct": 240_000_000, "choosing": 10_000_000}
    asked = {"form": "community", "area": "other", "period": "2021-2025", "participants": 2, "of_target": 1}
    return Described(
        **{
            "unit": "Xã Đồng Mẫu", "place": "Đồng Mẫu", "year": 2026, "name": "Nuôi bò sinh sản", "form": "cộng đồng",
            "holder": "Nhóm hộ Thôn Mẫu", "area": "địa bàn khác", "period": "2021-2025", **figures,
            "homes": [Home("Trần Văn Giả", "Thôn Mẫu 1", "hộ nghèo"), Home("", "Thôn Mẫu 2", "")], "of_target": 1,
            "judged": judge(Project(**asked, **figures)),
            "steps": {
                "1_proposal": Step(date(2026, 3, 1), "01/ĐN"), "2_appraisal": Step(date(2026, 3, 20), "02/BB-UBND"),
                "3_approval": Step(date(2026, 4, 1), "15/QĐ-UBND"), "4_contract": Step(date(2026, 4, 10), "03/HĐ"),
                "5_running": Step(date(2026, 6, 1), "04/BB-UBND"),
            },
            "inputs": [Given("Trần Văn Giả", "Bò giống", date(2026, 5, 20), "ký nhận", None, ("Bò giống", "con"),
                             Fraction(2))],
            **values,
        }
    )  # fmt: skip


def text_of(document) -> str:
    nodes = (*document.walk(), *(each for node in document.appendices for each in node.walk()))
    cells = [cell for node in nodes if node.kind is NodeKind.TABLE for row in node.rows for cell in row]
    return "\n".join([*(line.text for line in document.lines()), *cells])


NEW = project(steps={}, inputs=[], homes=[], period="2026-2030", judged=[], direct=None, choosing=None)


@pytest.mark.parametrize("of", [project(), NEW], ids=["known", "new"])
@pytest.mark.parametrize("name", PAPERS)
def test_check_of_plans_finds_nothing_wrong(name, of) -> None:
    found = check(PAPERS[name](of), on=date(2026, 12, 31))
    assert not [each for each in found if each.severity is Severity.ERROR]
    assert {each.code for each in found if each.severity is Severity.WARNING} <= EXPECTED


@pytest.mark.parametrize("name", PAPERS)
def test_word_file_is_read_back(name, tmp_path) -> None:
    document = PAPERS[name](project())
    write(document, tmp_path / "a.docx")
    back = text_of(read(tmp_path / "a.docx")).casefold()
    assert "nuôi bò sinh sản" in back
    assert "nhóm hộ thôn mẫu" in back


def test_appraisal_says_what_the_norms_say() -> None:
    text = text_of(PAPERS["tham-dinh"](project()))
    assert "đủ điều kiện trình phê duyệt" in text
    assert "60 %" in text
    broken = project(judged=judge(Project("community", "other", "2021-2025", 100, 90, None, 2, 1, None)))
    assert "chưa đủ điều kiện phê duyệt" in text_of(PAPERS["tham-dinh"](broken))


def test_approval_carries_its_number_day_and_list() -> None:
    document = PAPERS["phe-duyet"](project())
    assert (document.reference.number, document.place_and_date.day) == ("15", 1)
    assert "Nghị định số 27/2022/NĐ-CP ngày 19/04/2022" in text_of(document)
    assert ("1", "Trần Văn Giả", "Thôn Mẫu 1", "hộ nghèo") in document.appendices[0].children[0].rows
    assert "[còn thiếu: ngày ban hành]" in text_of(PAPERS["phe-duyet"](NEW))


def test_acceptance_adds_up_what_was_handed_over() -> None:
    text = text_of(PAPERS["nghiem-thu"](project()))
    assert "Cộng: 2 con Bò giống." in text
    assert "Hợp đồng số 03/HĐ, ngày 10/4/2026" in text
