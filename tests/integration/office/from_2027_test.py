"""What 01/01/2027 does to a commune: the officer's list judged before both standards, shown, and not kept."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from giamngheo.analysis.synthesis.generate import Plan
from giamngheo.analysis.synthesis.making import make
from giamngheo.office.standards.workbook import headings, workbook

pytestmark = pytest.mark.django_db
PAGE = "/ra-soat/tu-2027/"
ADULT = {"Ngày sinh": "10/05/1980", "Việc làm": "Làm công ăn lương có hợp đồng lao động", "Có bảo hiểm y tế": "Có"}


def list_of(*incomes: object, only: dict[int, dict[str, str]] | None = None, **home: object) -> SimpleUploadedFile:
    """A filled-in template: one adult in every household, each with an income; `only` are cells of single rows."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content)
    words = headings()
    words["Hộ"] += [name for name in home if name not in words["Hộ"]]
    for name in words:
        book.add_worksheet(name).write_row(0, 0, words[name])
    homes, people = book.worksheets()
    for row, income in enumerate(incomes, 1):
        answers = {
            "Mã hộ": f"H{row}", "Thôn": f"Thôn {row}", "Khu vực": "Nông thôn",
            "Thu nhập bình quân đầu người một tháng": income, **home, **(only or {}).get(row - 1, {}),
        }  # fmt: skip
        homes.write_row(row, 0, [answers.get(each, "") for each in words["Hộ"]])
        person = {"Mã hộ": f"H{row}", **ADULT}
        people.write_row(row, 0, [person.get(each, "") for each in words["Thành viên"]])
    book.close()
    return SimpleUploadedFile("danh-sach.xlsx", content.getvalue())


@pytest.fixture
def sample(settings, tmp_path: Path) -> Path:
    """The invented households of the officer's commune."""
    settings.DATA_DIR = tmp_path
    folder = tmp_path / "synthetic" / "15889"
    make(Plan(300, commune="15889", day=date(2026, 11, 24), missing=0.01), folder, "csv")
    return folder


def test_both_lines_stand_side_by_side_with_their_articles(officer_client) -> None:
    page = officer_client.get(PAGE).content.decode()
    for part in ("1.500.000", "2.200.000", "2.000.000", "2.800.000", "07/2021/NĐ-CP", "351/2025/NĐ-CP"):
        assert part in page
    assert 'href="/ra-soat/" aria-current="page"' in page
    assert 'href="/ra-soat/tu-2027/"' in officer_client.get("/ra-soat/").content.decode()


def test_list_is_judged_and_said_in_words(officer_client) -> None:
    answer = officer_client.post(PAGE, {"file": list_of("1.900.000", "1.000.000", "5.000.000")}, follow=True)
    page = answer.content.decode()
    assert answer.context["sentences"][0].startswith("1 hộ không nghèo hôm nay (1 người)")
    assert "(Nghị định 351/2025/NĐ-CP) chưa được nạp" in page
    assert [each["id"] for each in answer.context["listed"]] == ["H1"]
    assert "Thu nhập 1.900.000 đồng/người/tháng; chuẩn 1.500.000 → 2.200.000 đồng" in page


def test_province_with_a_standard_of_its_own_is_told(officer_client) -> None:
    file = list_of("1.900.000", "5.000.000", **{"Tỉnh (mã)": "75"})
    page = officer_client.post(PAGE, {"file": file}, follow=True).content.decode()
    assert "Tỉnh 75 có chuẩn riêng: 2 hộ, hôm nay theo vn-2022.1, từ 01/01/2027 theo vn-2027.1" in page
    assert "Chưa thấy văn bản nói chuẩn riêng của Đồng Nai có kéo dài sau năm 2025" in page


def test_refusal_that_all_share_is_said_once_above_short_rows(officer_client) -> None:
    lacking = {"Loại nhà tiêu": "Không có", "Nguồn nước sinh hoạt": "Nguồn khác, không được bảo vệ",
               "Tường, bao che": "Không bền chắc", "Mái": "Không bền chắc"}  # fmt: skip
    poor = {0: {"Thu nhập bình quân đầu người một tháng": "1.000.000", **lacking}}
    answer = officer_client.post(PAGE, {"file": list_of("1", "1.900.000", "2.000.000", only=poor)}, follow=True)
    (common,) = answer.context["common"]
    assert common["count"] == 3
    rows = answer.context["listed"]
    assert [len(row["reasons"]) for row in rows] == [1, 1, 1]
    assert rows[0]["reasons"] == ["như nêu trên"]
    table = answer.content.decode().split('id="ho-doi-loai"')[1].split("</table>")[0]
    assert table.count("351/2025/NĐ-CP") == 1
    everything = officer_client.get(f"{PAGE}danh-sach.csv").content.decode("utf-8-sig")
    assert everything.count("351/2025/NĐ-CP") > 3  # the file has every reason in full


def test_assumed_indicators_give_classes_and_are_listed(officer_client) -> None:
    toilet = {"Loại nhà tiêu": "Không có"}
    sent = {"file": list_of("1.900.000", **toilet), "assume": "1", "premium": "1.000.000"}
    answer = officer_client.post(PAGE, sent, follow=True)
    assert any("vn-2022.1" in each for each in answer.context["assumed"])
    assert answer.context["form"].assume
    assert answer.context["form"].premium == "1.000.000"


def test_cost_is_people_times_share_times_the_typed_premium(officer_client) -> None:
    answer = officer_client.post(PAGE, {"file": list_of("1.000.000"), "premium": "1.000.000"}, follow=True)
    near = next(each for each in answer.context["costs"] if str(each["class"]) == "Hộ cận nghèo")
    assert (near["before"], near["money_before"]) == ("0 – 1 người", "0 – 700.000 đồng")


@pytest.mark.parametrize("typed", ["một triệu", "-5", "0", "9" * 15])
def test_price_that_is_none_is_told_beside_its_field(officer_client, typed: str) -> None:
    answer = officer_client.post(PAGE, {"file": list_of("1"), "premium": typed})
    assert answer.status_code == 422
    assert "error-premium" in answer.content.decode()
    assert answer.context["form"].premium == typed


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (SimpleUploadedFile("a.xlsx", b"x"), "DATA-UNREADABLE"),
        (SimpleUploadedFile("a.xlsx", b"PK\x05\x06" + b"\0" * 18), "DATA-UNREADABLE"),
        (None, "Chưa chọn tệp."),
    ],
)
def test_file_that_is_no_list_is_refused_with_ways_out(officer_client, file, words: str) -> None:
    if file is not None:
        file.seek(0)
    answer = officer_client.post(PAGE, {"file": file} if file else {})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_empty_template_is_refused_and_asks_for_a_household(officer_client) -> None:
    answer = officer_client.post(PAGE, {"file": SimpleUploadedFile("mau.xlsx", workbook())})
    assert (answer.status_code, "DATA-EMPTY" in answer.content.decode()) == (422, True)


def test_workbook_that_unpacks_without_end_is_refused(officer_client, monkeypatch) -> None:
    monkeypatch.setattr("giamngheo.office.standards.asked.MAX_UNPACKED", 1000)
    assert officer_client.post(PAGE, {"file": list_of("1")}).status_code == 422


def test_wrong_cell_is_told_and_its_words_are_not_kept(officer_client) -> None:
    sent = list_of("1.900.000", "1.900.000", only={0: {"Loại nhà tiêu": "Lê Văn Mẫu"}})
    answer = officer_client.post(PAGE, {"file": sent}, follow=True)
    page = answer.content.decode()
    assert [each["code"] for each in answer.context["findings"]] == ["CLASSIFY-OPTION"]
    assert "Cột “Loại nhà tiêu”: 1 dòng" in page
    assert "1 hộ để riêng" in page
    assert "--bad-rows" not in page
    assert "(…)" not in page
    assert answer.context["found"]["households"] == 1
    assert "Lê Văn Mẫu" not in page


def test_list_of_which_nothing_can_be_used_is_refused(officer_client) -> None:
    answer = officer_client.post(PAGE, {"file": list_of("1.900.000", **{"Loại nhà tiêu": "Lê Văn Mẫu"})})
    page = answer.content.decode()
    assert (answer.status_code, "CLASSIFY-OPTION" in page, "Lê Văn Mẫu" in page) == (422, True, False)


def test_session_keeps_neither_names_nor_births(officer_client) -> None:
    officer_client.post(PAGE, {"file": list_of("1.900.000")})
    from giamngheo.office.standards.kept import _KEY, kept

    text = officer_client.session[_KEY]
    unit = officer_client.get(PAGE).wsgi_request
    found = json.dumps(kept(unit), ensure_ascii=False)  # type: ignore[arg-type]
    assert text
    assert "19800510" not in found
    assert "H1" in found


def test_forgetting_empties_the_page(officer_client) -> None:
    officer_client.post(PAGE, {"file": list_of("1.900.000")})
    assert 'id="ket-qua"' in officer_client.get(PAGE).content.decode()
    assert officer_client.post(f"{PAGE}xoa/", follow=True).status_code == 200
    assert officer_client.get(f"{PAGE}danh-sach.csv").status_code == 404


def test_file_holds_what_the_filter_shows(officer_client) -> None:
    officer_client.post(
        PAGE, {"file": list_of("1.900.000", "", "5.000.000", **{"Loại hộ đang được công nhận": "Hộ nghèo"})}
    )
    everything = officer_client.get(f"{PAGE}danh-sach.csv").content.decode("utf-8-sig").splitlines()
    some = officer_client.get(f"{PAGE}danh-sach.csv?doi=not_poor-either").content.decode("utf-8-sig").splitlines()
    assert (len(everything), len(some)) == (3, 2)
    assert some[1].startswith("H1;Thôn 1;1;")
    book = CalamineWorkbook.from_filelike(BytesIO(officer_client.get(f"{PAGE}danh-sach.xlsx").content))
    assert len(book.get_sheet_by_index(0).to_python()) == 3


def test_template_has_both_sheets_with_lists_to_choose_from(officer_client) -> None:
    answer = officer_client.get(f"{PAGE}mau-danh-sach.xlsx")
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    assert book.sheet_names[:2] == ["Hộ", "Thành viên"]
    assert book.get_sheet_by_name("Hộ").to_python()[0][:3] == ["Mã hộ", "Thôn", "Khu vực"]
    assert "Họ và tên" not in book.get_sheet_by_name("Thành viên").to_python()[0]
    assert [row[0] for row in book.get_sheet_by_name("Danh mục").to_python()[:2]] == ["Nông thôn", "Thành thị"]


def test_sample_of_the_commune_is_tried_and_marked(officer_client, sample) -> None:
    assert "Thử với dữ liệu giả" in officer_client.get(PAGE).content.decode()
    answer = officer_client.post(f"{PAGE}mau/", follow=True)
    assert answer.context["found"]["households"] == 300
    assert "Dữ liệu giả" in answer.content.decode()
    assert answer.context["findings"] == []


def test_other_commune_has_neither_sample_nor_result(officer_client, other_officer_client, sample) -> None:
    officer_client.post(f"{PAGE}mau/")
    assert "Thử với dữ liệu giả" not in other_officer_client.get(PAGE).content.decode()
    assert other_officer_client.post(f"{PAGE}mau/").status_code == 404
    assert other_officer_client.get(f"{PAGE}danh-sach.csv").status_code == 404


def test_result_belongs_to_the_unit_at_the_top(province_client, sample, hoang_phu_new, other_commune) -> None:
    province_client.post("/don-vi/", {"unit": hoang_phu_new.pk})
    province_client.post(f"{PAGE}mau/")
    assert 'id="ket-qua"' in province_client.get(PAGE).content.decode()
    province_client.post("/don-vi/", {"unit": other_commune.pk})
    assert 'id="ket-qua"' not in province_client.get(PAGE).content.decode()


def test_stranger_signs_in_and_administrator_is_told_no(client, sign_in, administrator, hoang_phu_new) -> None:
    for address in (PAGE, f"{PAGE}mau-danh-sach.xlsx", f"{PAGE}danh-sach.csv"):
        assert client.get(address).url.startswith("/dang-nhap/")
    inside = sign_in(administrator)
    inside.post("/don-vi/", {"unit": hoang_phu_new.pk})
    assert inside.get(PAGE).status_code == 403


def test_province_without_a_chosen_commune_is_asked_for_one(province_client) -> None:
    page = province_client.get(PAGE)
    assert page.status_code == 200
    assert "Chọn đơn vị trước" in page.content.decode()


def test_page_asks_the_database_a_fixed_number_of_times(officer_client, sample, django_assert_num_queries) -> None:
    officer_client.post(f"{PAGE}mau/", {"assume": "1"})
    officer_client.get(PAGE)
    with django_assert_num_queries(6):
        officer_client.get(PAGE)


@pytest.mark.parametrize("page", ["?trang=2", "?trang=abc", "?doi=not_poor-either", "?doi=nothing", "?trang=99999"])
def test_list_takes_any_page_and_filter(officer_client, sample, page: str) -> None:
    officer_client.post(f"{PAGE}mau/")
    assert officer_client.get(PAGE + page).status_code == 200
