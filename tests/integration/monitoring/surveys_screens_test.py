"""The screens of a survey, from the draw to the paper, and how much they ask."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook

from giamngheo.monitoring.models import PanelResponse, PanelSurvey
from giamngheo.monitoring.surveys import actions as verbs

pytestmark = pytest.mark.django_db
BEGINS, LATER = date(2026, 9, 1), date(2026, 11, 2)


@pytest.fixture
def office(world, officer_client, hoang_phu_new):
    officer_client.get(f"/don-vi/?don-vi={hoang_phu_new.pk}&nam=2026")
    return officer_client


@pytest.fixture
def compared(world, officer, hoang_phu_new) -> PanelSurvey:
    """Two finished waves: water got better everywhere, toilet for one household, telecom was never lacking."""
    plan = verbs.SurveyPlan("Đời sống (giả)", "KH 3 (giả)", "every", (), 20, BEGINS, BEGINS, "7")
    made = verbs.set_out_survey(by=officer, unit=hoang_phu_new, plan=plan, today=BEGINS)
    first = made.waves.get()
    for at, each in enumerate(made.panel.all()):
        answers = {"water": 1, "toilet": int(at < 2), "telecom": 0, "income": 1_000_000 + at * 50_000}
        verbs.answer_survey(by=officer, wave=first, member=each, answers=answers, asked_on=BEGINS)
    verbs.finish_wave(by=officer, wave=first)
    second = verbs.open_wave(by=officer, survey=made, kind="mid_term", begins=LATER, ends=LATER)
    for at, each in enumerate(made.panel.all()):
        if at == 0:
            verbs.miss_survey(by=officer, wave=second, member=each, why="moved", asked_on=LATER)
            continue
        answers = {"water": int(at % 2), "toilet": 0, "telecom": 0, "income": 1_000_000 + at * 50_000}
        verbs.answer_survey(by=officer, wave=second, member=each, answers=answers, asked_on=LATER)
    verbs.finish_wave(by=officer, wave=second)
    return made


def test_survey_is_set_out_asked_and_finished_on_the_screen(office, django_assert_max_num_queries) -> None:
    sent = {"title": "Đời sống", "plan_paper": "KH 2 (giả)", "group": "either", "households": "1",
            "begins": "1/9/2026", "ends": "30/9/2026", "seed": "9"}  # fmt: skip
    assert office.post("/giam-sat/khao-sat/moi/", sent | {"households": "0"}).status_code == 422
    assert office.post("/giam-sat/khao-sat/moi/", sent).status_code == 302
    survey = PanelSurvey.objects.get()
    with django_assert_max_num_queries(20):
        assert "đang hỏi" in office.get("/giam-sat/khao-sat/").content.decode()
    with django_assert_max_num_queries(20):
        page = office.get(f"/giam-sat/khao-sat/{survey.pk}/").content.decode()
    assert "rút lại ra đúng danh sách" in page
    wave, panel = survey.waves.get(), list(survey.panel.all())
    at = f"/giam-sat/khao-sat/dot/{wave.pk}/"
    with django_assert_max_num_queries(25):
        assert office.get(at).status_code == 200
    assert office.post(f"{at}ket-thuc/").status_code == 422  # somebody was not asked
    form = f"{at}phieu/{panel[0].pk}/"
    with django_assert_max_num_queries(25):
        assert "Thiếu hụt khi" in office.get(form).content.decode()
    wrong = office.post(form, {"asked_on": "2/9/2026", "water": "1", "income": "nhiều"})
    assert (wrong.status_code, 'value="nhiều"' in wrong.content.decode()) == (422, True)
    assert office.post(form, {"asked_on": "32/9", "water": "1"}).status_code == 422
    done = office.post(form, {"asked_on": "2/9/2026", "water": "1", "toilet": "", "income": "1,2 triệu"})
    assert done.url == f"{at}phieu/{panel[1].pk}/"  # the next who waits
    answers = dict(PanelResponse.objects.get().answers.values_list("question", "value"))
    assert answers == {"water": 1, "income": 1_200_000}
    for each in panel[1:]:
        office.post(f"{at}phieu/{each.pk}/", {"asked_on": "3/9/2026", "why": "refused", "water": "1"})
    assert "từ chối" in office.get(at).content.decode()
    assert office.post(f"{at}ket-thuc/").status_code == 302
    assert office.post(form, {"asked_on": "2/9/2026", "water": "0"}).status_code == 422
    assert "Chưa so sánh được" in office.get(f"/giam-sat/khao-sat/{survey.pk}/so-sanh/").content.decode()


def test_comparison_says_what_may_and_may_not_be_concluded(office, compared, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(30):
        answer = office.get(f"/giam-sat/khao-sat/{compared.pk}/so-sanh/?loai=housing")
    page = answer.content.decode()
    lines = {each.question.code: each.compared for each in answer.context["found"].lines}
    assert lines["water"].first.estimate.value == 1
    assert -0.75 < lines["water"].change.estimate.value < -0.25
    assert "không được chọn ngẫu nhiên" in page
    assert "đã chuyển đi 1" in page
    few = lines["water"].change.number < 20
    assert ("không kết luận gì về thay đổi" in page) is few
    assert lines["water"].help.change.inside_number == 0  # nobody got a house


def test_files_leave_small_counts_inside(office, compared) -> None:
    at = f"/giam-sat/khao-sat/{compared.pk}/"
    book = load_workbook(BytesIO(office.get(f"{at}ket-qua.xlsx").content))
    rows = {row[0]: row for row in book["Hai đợt"].iter_rows(min_row=2, values_only=True)}
    toilet = rows["Nhà tiêu hợp vệ sinh"]
    assert (toilet[2], toilet[10]) == ("…", "…")  # two households lacked one
    assert rows["Sử dụng dịch vụ viễn thông"][2] == "0,0 %"
    data = load_workbook(BytesIO(office.get(f"{at}du-lieu.xlsx").content)).worksheets[0]
    assert data.max_row == 1 + 2 * compared.panel.count()
    word = Document(BytesIO(office.get(f"{at}bao-cao.docx").content))
    text = "\n".join(each.text for each in word.paragraphs)
    cells = {cell.text for each in word.tables for row in each.rows for cell in row.cells}
    assert "Số gieo: 7." in text
    assert "không được chọn ngẫu nhiên" in text
    assert not {each.code for each in compared.panel.all()} & cells  # names nobody
    assert office.get(f"{at}bao-cao.exe").status_code == 404


def test_commune_next_door_sees_nothing(compared, client, other_officer) -> None:
    client.force_login(other_officer)
    wave = compared.waves.first()
    for address in (f"{compared.pk}/", f"{compared.pk}/so-sanh/", f"{compared.pk}/du-lieu.xlsx", f"dot/{wave.pk}/"):
        assert client.get(f"/giam-sat/khao-sat/{address}").status_code == 404
