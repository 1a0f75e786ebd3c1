"""A household answered on a phone, and the comparison read there."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.monitoring.models import PanelResponse
from giamngheo.monitoring.surveys import actions as verbs
from giamngheo.territory.actions import open_village
from tests.conftest import PASSWORD
from tests.integration.review.world import World, build

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BEGINS, LATER = date(2026, 9, 1), date(2026, 11, 2)


def test_answers_on_a_phone_reach_the_comparison(visitor, hoang_phu_old, hoang_phu_new, officer) -> None:
    villages = [open_village(commune=hoang_phu_old, name=f"Thôn Thử {n}", by=None) for n in (1, 2)]
    build(World(hoang_phu_new, villages, officer))
    plan = verbs.SurveyPlan("Đời sống (giả)", "KH 3 (giả)", "every", (), 20, BEGINS, BEGINS, "7")
    survey = verbs.set_out_survey(by=officer, unit=hoang_phu_new, plan=plan, today=BEGINS)
    panel, first = list(survey.panel.all()), survey.waves.get()
    for each in panel:
        verbs.answer_survey(by=officer, wave=first, member=each, answers={"water": 1}, asked_on=BEGINS)
    verbs.finish_wave(by=officer, wave=first)
    second = verbs.open_wave(by=officer, survey=survey, kind="mid_term", begins=LATER, ends=LATER)
    for each in panel[1:]:
        verbs.answer_survey(by=officer, wave=second, member=each, answers={"water": 0}, asked_on=LATER)
    phone = visitor
    phone.page.set_viewport_size({"width": 360, "height": 740})
    phone.sign_in(officer.username, PASSWORD)
    phone.goto(f"/giam-sat/khao-sat/dot/{second.pk}/")
    phone.page.get_by_role("table").get_by_role("link").first.click()
    water = phone.page.get_by_role("group", name="Nguồn nước sinh hoạt")
    water.get_by_text("không thiếu hụt", exact=True).click()
    phone.page.get_by_label("Thu nhập bình quân đầu người một tháng").fill("1.250.000")
    phone.judge("a household's form on a phone")
    phone.page.get_by_role("button", name="Lưu câu trả lời").click()
    phone.page.get_by_text("Đã ghi câu trả lời.").wait_for()
    said = PanelResponse.objects.get(wave=second, member=panel[0])
    assert dict(said.answers.values_list("question", "value")) == {"water": 0, "income": 1_250_000}
    phone.page.get_by_role("button", name="Kết thúc và khóa đợt").click()
    phone.page.get_by_text("Đã kết thúc đợt").wait_for()
    phone.goto(f"/giam-sat/khao-sat/{survey.pk}/so-sanh/")
    row = phone.page.get_by_role("table").first.get_by_role("row").filter(has_text="Nguồn nước sinh hoạt")
    assert "−100,0 điểm %" in row.inner_text()
    phone.judge("the comparison on a phone")
