"""Plans in Phần, Chương, Mục, Điều and khoản keep that form, and come back the same; several years need a choice."""

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.readers.text import read_text
from giamngheo.paperwork.writers import write
from giamngheo.planning.composing.document import compose
from giamngheo.planning.importing.build import build_content
from giamngheo.planning.substance import same
from giamngheo.territory.reference import Units
from tests.factories.plan_text import PLAN

HEAD, _, _REST = PLAN.partition("A. KẾT QUẢ NĂM 2023")
TAIL = _REST[_REST.index("Trên đây") :]
FORMS = {
    "articles with khoản and điểm": """\
Điều 1. Mục tiêu

1. Giảm hộ nghèo trong cả giai đoạn.

2. Việc làm bền vững:

a) Mở lớp dạy nghề.

b) Giới thiệu việc làm.

Điều 2. Kinh phí

1. Ngân sách huyện cấp 250 triệu đồng.

2. Nhân dân đóng góp 50 triệu đồng.
""",
    "chapters of articles, counted through": """\
**Chương I**

**QUY ĐỊNH CHUNG**

Điều 1. Phạm vi

Áp dụng trên địa bàn xã.

Điều 2. Thời gian

Thực hiện từ năm 2023.

**Chương II**

**NHIỆM VỤ**

Điều 3. Sinh kế

1. Nuôi bò theo nhóm hộ.

2. Trồng cỏ trên 5 ha đất vườn.

Điều 4. Nhà ở

Sửa 10 nhà.
""",
    "Mục that begin again in every chapter": """\
**Phần thứ nhất**

**TÌNH HÌNH**

**Chương I**

**DÂN CƯ**

**Mục 1**

**HỘ NGHÈO**

1. Xã có 42 hộ nghèo.

2. Xã có 50 hộ cận nghèo.

**Mục 2**

**VIỆC LÀM**

Có 54 lao động có việc làm mới.

**Phần thứ hai**

**NHIỆM VỤ**

**Chương I**

**SINH KẾ**

**Mục 1**

**CHĂN NUÔI**

1. Nuôi bò

Theo nhóm hộ.

2. Nuôi gà

Theo hộ.
""",
    "chapters that go on through the parts": """\
**Phần thứ nhất**

**TÌNH HÌNH**

**Chương I**

**DÂN CƯ**

Xã có 9 thôn.

**Chương II**

**HỘ NGHÈO**

Xã có 42 hộ nghèo.

**Phần thứ hai**

**NHIỆM VỤ**

**Chương III**

**SINH KẾ**

Nuôi bò theo nhóm hộ.

**Chương IV**

**NHÀ Ở**

Sửa 10 nhà.
""",
    "Roman numbers under parts": """\
**Phần I**

**TÌNH HÌNH**

I. HỘ NGHÈO

1. Số hộ

Xã có 42 hộ nghèo.

2. Nguyên nhân

Thiếu đất.

II. VIỆC LÀM

Có 54 lao động có việc làm mới.

**Phần II**

**NHIỆM VỤ**

I. SINH KẾ

1. Nuôi bò

1.1. Giống

Bò lai.

1.2. Chuồng

Xây mới.

2. Nuôi gà

Theo hộ.
""",
}


def document(body, subject="năm 2024"):
    return read_text(HEAD.replace("năm 2024\n\nCăn", f"{subject}\n\nCăn") + body + "\n" + TAIL)


@pytest.mark.parametrize("form", ["md", "docx", "pdf"])
@pytest.mark.parametrize("name", FORMS)
def test_plan_in_a_legal_form_comes_back_the_same(name, form, tmp_path) -> None:
    content = build_content(document(FORMS[name]), units=Units.packaged())
    made = compose(content)
    write(made.document, tmp_path / f"plan.{form}", form)
    again = build_content(read(tmp_path / f"plan.{form}"), units=Units.packaged())
    assert same(again, content)
    assert made.left_out == []
    assert content.unplaced == []


@pytest.mark.parametrize("name", FORMS)
def test_numbers_of_a_legal_form_are_made_in_its_own_words(name) -> None:
    content = build_content(document(FORMS[name]), units=Units.packaged())
    numbers = compose(content).numbers
    printed = [(each.source_number.rstrip("."), numbers[each.key].rstrip(".")) for each in content.sections]
    assert [was for was, _ in printed] == [now for _, now in printed]


def test_article_taken_out_moves_those_behind_it() -> None:
    content = build_content(document(FORMS["chapters of articles, counted through"]), units=Units.packaged())
    gone = next(each for each in content.sections if each.title == "Thời gian")
    content.sections.remove(gone)
    content.texts = [each for each in content.texts if each.section != gone.key]
    numbers = compose(content).numbers
    assert [numbers[each.key] for each in content.sections if each.numbering == "Đ"] == [
        "Điều 1.",
        "Điều 2.",
        "Điều 3.",
    ]


def test_plan_of_several_years_asks_which_year_keeps_it() -> None:
    plan = document(FORMS["articles with khoản and điểm"], subject="giai đoạn 2022-2025")
    with pytest.raises(FindingError) as caught:
        build_content(plan, units=Units.packaged())
    assert caught.value.finding.code == "IMPORT-SEVERAL-YEARS"
    assert "2022-2025" in caught.value.finding.message.vi
    assert "--year" in caught.value.finding.fixes[0].vi
    assert build_content(plan, units=Units.packaged(), year=2022).year == 2022


@pytest.mark.parametrize(
    ("subject", "year"),
    [
        ("năm 2024 (Chương trình giai đoạn 2021-2025)", 2024),
        ("giai đoạn 2021-2025, năm 2023", 2023),
        ("năm 2024", 2024),
    ],
)
def test_year_named_beside_a_period_is_the_plans(subject, year) -> None:
    plan = document(FORMS["articles with khoản and điểm"], subject=subject)
    assert build_content(plan, units=Units.packaged()).year == year


@pytest.mark.parametrize(
    ("named", "symbol", "kind"),
    [("BÁO CÁO", "BC", "báo cáo"), ("QUYẾT ĐỊNH", "QĐ", "quyết định"), ("THÔNG BÁO", "TB", "thông báo")],
)
def test_other_papers_are_refused_by_name_with_a_way_on(named, symbol, kind) -> None:
    other = PLAN.replace("KẾ HOẠCH\n\nGiảm", f"{named}\n\nGiảm").replace(
        "/KH-UBND\n\nHoàng", f"/{symbol}-UBND\n\nHoàng"
    )
    with pytest.raises(FindingError) as caught:
        build_content(read_text(other), units=Units.packaged())
    finding = caught.value.finding
    assert finding.code == "IMPORT-NOT-A-PLAN"
    assert finding.message.vi.startswith(f"Tệp này là {kind}")
    assert "plan check" in finding.fixes[0].vi
    assert finding.quote == named
