"""What is read out of a line: type, symbol, day, issuer, and what lists share."""

from datetime import date

import pytest

from giamngheo.documents.reference import FILE, load
from giamngheo.paperwork.document import NumberStyle
from giamngheo.planning.check.citations import issuing_body, read_citations
from giamngheo.planning.check.engine import Passage
from giamngheo.planning.check.outline import ordinal, roman
from giamngheo.planning.check.symbols import TYPES, judge


def _read(text: str):
    return read_citations(Passage(text, 1))


def test_list_shares_its_type_and_issuer() -> None:
    one, two = _read(
        "các Nghị quyết số 06/2022/NQ-HĐND ngày 11/12/2022, số 08/2022/NQ-HĐND ngày 11/12/2022 của HĐND tỉnh"
    )
    assert (one.word, two.word) == ("NQ", "NQ")
    assert (one.issuer, two.issuer) == ("HĐND tỉnh", "HĐND tỉnh")
    assert not one.told
    assert two.told


def test_subject_that_issued_is_the_issuer() -> None:
    found = _read(
        "UBND xã ban hành: Kế hoạch số 32/KH-UBND ngày 23/06/2023 về giám sát; Kế hoạch số 35/KH-UBND ngày 27/07/2023."
    )
    assert [each.issuer for each in found] == ["UBND xã", "UBND xã"]
    assert found[0].issued == date(2023, 6, 23)


def test_quote_runs_from_type_to_day() -> None:
    (citation,) = _read("Theo Quyết định số 829/QĐ-UBND ngày 17 tháng 3 năm 2023 của Chủ tịch UBND huyện Hoằng Hóa;")
    assert citation.quote == "Quyết định số 829/QĐ-UBND ngày 17 tháng 3 năm 2023"
    assert citation.issuer == "Chủ tịch UBND huyện Hoằng Hóa"


def test_impossible_day_is_dated_but_not_issued() -> None:
    (citation,) = _read("Quyết định số 1/QĐ-UBND ngày 31/02/2024 của UBND xã")
    assert citation.dated
    assert citation.issued is None


@pytest.mark.parametrize(
    "text", ["tỷ lệ 3/4", "120 km/h", "ngày 01/4/2024", "(b/c)", "2.228/ABC", "24/7", "năm học 2023/2024"]
)
def test_other_slashes_are_no_citations(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize("code", sorted(TYPES))
def test_every_type_in_its_own_symbol_is_right(code: str) -> None:
    assert judge("12", "2024", f"{code}-UBND", code).fault == ""


def test_issuing_body_names_level_and_unit() -> None:
    body = issuing_body("Chủ tịch UBND huyện Hoằng Hóa")
    assert (body.level, body.name, body.chairman) == ("huyện", "hoang hoa", True)
    assert issuing_body("Chính phủ").level == ""


def test_numbers_are_read_in_every_style() -> None:
    assert ordinal("đ)", NumberStyle.POINT) == (5, ())
    assert ordinal("2.1.", NumberStyle.DECIMAL) == (1, (2,))
    assert ordinal("XIV.", NumberStyle.ROMAN) == (14, ())
    assert ordinal("Phần thứ hai", NumberStyle.PART) == (2, ())
    assert ordinal("Điều 3.", NumberStyle.ARTICLE) == (3, ())
    assert ordinal("f)", NumberStyle.POINT) is None
    assert roman("ABC") == 0


def test_register_of_documents_cites_every_entry() -> None:
    known = list(load(FILE).every())
    assert len(known) >= 30
    assert all(each.citation for each in known)
    assert load(FILE).lookup("55/2023/tt-btc").effective_to == date(2026, 5, 31)
    assert load(FILE).lookup("999/2099/NĐ-CP") is None
    for each in known:
        assert judge(*_parts(each.symbol), each.doc_type).fault == "", each.symbol


def _parts(symbol: str) -> tuple[str, str, str]:
    parts = symbol.split("/")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else (parts[0], "", parts[1])
