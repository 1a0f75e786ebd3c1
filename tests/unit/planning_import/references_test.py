"""References of a text: symbols put right, days, issuers shared in a list."""

from datetime import date

import pytest

from giamngheo.planning.importing.names import home_at
from giamngheo.planning.importing.references import as_reference, find_mentions
from giamngheo.territory.reference import Units

TABLE = [
    (
        "Thông tư số 55/2023/BTC ngày 15/8/2023 của Bộ Tài chính",
        "55/2023/TT-BTC",
        "TT",
        date(2023, 8, 15),
        "Bộ Tài chính",
    ),
    ("Nghị quyết số 10/2023/NQHĐND ngày 29/9/2023", "10/2023/NQ-HĐND", "NQ", date(2023, 9, 29), ""),
    ("Nghị định số 27/2022/NĐ-CP của Chính phủ;", "27/2022/NĐ-CP", "NĐ", None, "Chính phủ"),
    ("Kế hoạch số 5/KH-UBND ngày 9 tháng 4 năm 2024", "5/KH-UBND", "KH", date(2024, 4, 9), ""),
    ("Nghị quyết 257/2025/QH15 về chương trình", "257/2025/QH15", "NQ", None, ""),
]


@pytest.mark.parametrize(("text", "symbol", "doc_type", "issued_on", "issuer"), TABLE)
def test_a_reference_is_read_whole(text, symbol, doc_type, issued_on, issuer) -> None:
    (mention,) = find_mentions(text)
    assert (mention.symbol, mention.doc_type, mention.issued_on, mention.issuer) == (
        symbol,
        doc_type,
        issued_on,
        issuer,
    )


def test_members_of_a_list_share_type_and_issuer() -> None:
    text = "các Nghị quyết số 06/2022/NQ-HĐND ngày 11/12/2022, số 08/2022/NQ-HĐND ngày 11/12/2022 của HĐND tỉnh"
    assert [(each.doc_type, each.issuer) for each in find_mentions(text)] == [("NQ", "HĐND tỉnh")] * 2


@pytest.mark.parametrize("text", ["tỷ lệ 3/4 số hộ", "ngày 15/8/2023", "tuổi 5/16", "đạt 66/65 lao động", "2021/2025"])
def test_fractions_and_dates_are_no_references(text) -> None:
    assert find_mentions(text) == []


def test_same_number_of_two_issuers_is_two_documents() -> None:
    home = home_at(Units.packaged(), "15883", date(2024, 1, 1))
    texts = ("Quyết định số 829/QĐ-UBND ngày 17/03/2023 của UBND huyện", "Quyết định số 829/QĐ-UBND của UBND tỉnh")
    keys = {as_reference(find_mentions(text)[0], text, home).reference_key for text in texts}
    assert keys == {"829/QĐ-UBND|399", "829/QĐ-UBND|38"}


def test_day_that_does_not_exist_stays_as_written(build) -> None:
    content = build(**{"ngày 20/02/2024 của UBND huyện": "ngày 31/02/2024 của UBND huyện"})
    (text,) = [each for each in content.texts if "415/QĐ-UBND" in each.template]
    assert "ngày 31/02/2024" in text.template
    assert next(each for each in content.references.values() if "415" in each.symbol).issued_on is None


def test_undated_mention_is_the_dated_document(content) -> None:
    decree = [each for each in content.references.values() if each.symbol == "27/2022/NĐ-CP"]
    assert [each.issued_on for each in decree] == ["2022-04-19"]
