"""Inspections: the draw that stands, what the database refuses of a finding, the screens and how much they ask."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from docx import Document

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.households.models import Household
from giamngheo.monitoring.actions import inspections as verbs
from giamngheo.monitoring.models import (
    Inspection,
    InspectionAnswer,
    InspectionFinding,
    InspectionSample,
    InspectionStep,
)
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.queries.inspections import frame, inspection_page, inspections_for, open_findings
from giamngheo.monitoring.sampling import choose
from giamngheo.programme.actions import open_post

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def inspection(world, officer, hoang_phu_new) -> Inspection:
    head, other = (open_post(by=officer, unit=hoang_phu_new, name=name) for name in ("Trưởng đoàn", "Công chức VHXH"))
    plan = verbs.SetOut("Kiểm tra (giả)", "KH 1/KH-UBND (giả)", TODAY, TODAY, head, [other], "either", 2, 2, seed="7")
    return verbs.set_out_inspection(by=officer, unit=hoang_phu_new, plan=plan, today=TODAY)


def refused(call) -> str:
    with pytest.raises(Refused) as found:
        call()
    return found.value.findings[0].code


def test_draw_is_of_the_frame_of_the_day_and_comes_out_again(inspection, officer, hoang_phu_new) -> None:
    among = frame(officer, hoang_phu_new, "either", "", TODAY)
    assert inspection.households == sorted(among)
    homes = list(inspection.samples.filter(household__isnull=False))
    villages = list(inspection.samples.filter(household=None))
    assert [each.code for each in villages] == choose("7", {each.village_code for each in among.values()}, 2)
    assert homes
    assert {each.village_id for each in homes} <= {each.village_id for each in villages}
    assert all(among[each.code].household == each.household_id for each in homes)
    assert inspection_page(officer, inspection.pk).same
    other = Household.objects.exclude(pk__in=[each.household_id for each in homes])[0]
    InspectionSample.objects.create(
        inspection=inspection, village=villages[0].village, household=other, code="thêm", number=99
    )
    assert not inspection_page(officer, inspection.pk).same  # somebody slipped in is seen


def test_finding_goes_the_way_of_the_table_and_no_other(inspection, officer) -> None:
    finding = verbs.add_finding(by=officer, inspection=inspection, text="Chưa nhận tiền điện (giả)")
    post = inspection.members.first().post
    assert refused(lambda: verbs.report_remedied(by=officer, finding=finding, told="xong")) == "MONITOR-FINDING-STEP"
    given = {"by": officer, "finding": finding, "remedy": "Trả bù", "post": post, "today": TODAY}
    assert refused(lambda: verbs.assign_remedy(**given, due_on=date(2026, 11, 1))) == "MONITOR-REMEDY"
    verbs.assign_remedy(**given, due_on=TODAY)
    assert refused(lambda: verbs.assign_remedy(**given, due_on=TODAY)) == "MONITOR-REMEDY"  # again: why?
    verbs.report_remedied(by=officer, finding=finding, told="Đã trả")
    verbs.assign_remedy(**given, due_on=TODAY, reason="Hộ chưa ký nhận")
    verbs.report_remedied(by=officer, finding=finding, told="Đã trả, có ký")
    assert refused(lambda: verbs.verify_remedy(by=officer, finding=finding, told=" ")) == "MONITOR-TOLD"
    verbs.verify_remedy(by=officer, finding=finding, told="Hỏi lại hộ")
    closed = verbs.close_finding(by=officer, finding=finding)
    assert [each.to_state for each in closed.steps.all()] == [
        "assigned", "remedied", "assigned", "remedied", "verified", "closed",
    ]  # fmt: skip
    assert refused(lambda: verbs.assign_remedy(**given, due_on=TODAY, reason="lại")) == "MONITOR-FINDING-STEP"


def test_database_refuses_what_no_verb_does(inspection, officer) -> None:
    sample, post = inspection.samples.first(), inspection.members.first().post
    verbs.answer_checklist(by=officer, sample=sample, answers={"posted": ("no", "")})
    finding = verbs.add_finding(by=officer, inspection=inspection, text="Không niêm yết (giả)", sample=sample)
    step = {"finding": finding, "number": 1, "from_state": "found", "reason": "x"}
    whole = {"remedy": "x", "post": post, "due_on": TODAY}
    rows = InspectionFinding.objects.filter(pk=finding.pk)
    attempts = (
        lambda: rows.update(state="assigned", step=1, **whole),  # without a step
        lambda: rows.update(text="khác"),
        lambda: (InspectionStep.objects.create(**step, to_state="closed"),
                 rows.update(state="closed", step=1, **whole)),  # a step the table has not
        lambda: (InspectionStep.objects.create(**step, to_state="assigned", remedy="y", due_on=TODAY),
                 rows.update(state="assigned", step=1, **whole)),  # another remedy than its step says
        rows.delete,
        lambda: InspectionFinding.objects.create(inspection=inspection, text="x", state="closed", **whole),
        lambda: Inspection.objects.filter(pk=inspection.pk).update(seed="8"),
        lambda: InspectionSample.objects.filter(pk=sample.pk).update(code="x"),
        lambda: InspectionAnswer.objects.all().delete(),
    )  # fmt: skip
    for attempt in attempts:
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    finding.refresh_from_db()
    assert (finding.state, finding.text) == ("found", "Không niêm yết (giả)")


def test_last_answer_counts_and_earlier_ones_stay(inspection, officer) -> None:
    home = inspection.samples.filter(household__isnull=False).first()
    assert verbs.answer_checklist(by=officer, sample=home, answers={"received": ("no", "")}) == 1
    said = {"received": ("yes", "Nhận tháng 9"), "satisfied": ("yes", "")}
    assert verbs.answer_checklist(by=officer, sample=home, answers=said) == 2
    assert verbs.answer_checklist(by=officer, sample=home, answers=said) == 0
    page = inspection_page(officer, inspection.pk)
    (shown,) = [each for each in page.samples if each.sample == home]
    assert (shown.answers["received"].value, home.answers.count()) == ("yes", 3)
    assert refused(lambda: verbs.answer_checklist(by=officer, sample=home, answers={"posted": ("no", "")})) == (
        "MONITOR-ANSWER"
    )


def test_nobody_acts_or_looks_beyond_their_rights(inspection, other_officer, province_officer, make_user) -> None:
    assert not inspections_for(other_officer).exists()
    with pytest.raises(OutOfScope):
        verbs.add_finding(by=other_officer, inspection=inspection, text="x")
    reviewer = make_user("ra-soat", "village_reviewer", inspection.unit)
    with pytest.raises(NotPermitted):
        verbs.add_finding(by=reviewer, inspection=inspection, text="x")
    assert inspections_for(province_officer).get() == inspection


def test_overdue_comes_first_and_screens_ask_a_known_number_of_questions(
    inspection, officer, officer_client, hoang_phu_new, django_assert_max_num_queries
) -> None:
    post, day = inspection.members.first().post, date(2026, 10, 1)
    texts = ("chưa giao", "còn hạn", "quá hạn")
    found = {text: verbs.add_finding(by=officer, inspection=inspection, text=text) for text in texts}
    for text, due in (("còn hạn", date(2099, 1, 1)), ("quá hạn", date(2026, 10, 20))):
        verbs.assign_remedy(by=officer, finding=found[text], remedy="x", post=post, due_on=due, today=day)
    assert [each.text for each in open_findings(officer, hoang_phu_new, TODAY)] == ["quá hạn", "còn hạn", "chưa giao"]
    officer_client.get(f"/don-vi/?don-vi={hoang_phu_new.pk}&nam=2026")
    with django_assert_max_num_queries(25):
        assert "quá hạn khắc phục" in officer_client.get("/giam-sat/kiem-tra/").content.decode()
    assert "1 phát hiện khi kiểm tra đã quá hạn khắc phục" in officer_client.get("/canh-bao/").content.decode()
    with django_assert_max_num_queries(30):
        page = officer_client.get(f"/giam-sat/kiem-tra/{inspection.pk}/").content.decode()
    assert "rút lại ra đúng danh sách" in page
    assert "15/12/2026" in page  # the report: fifteen working days after 23/11, and 24/11 is a holiday
    home = inspection.samples.filter(household__isnull=False).first()
    address = f"/giam-sat/kiem-tra/{inspection.pk}/phieu/{home.pk}/"
    lost = officer_client.post(address, {"received-ghi": "không có trả lời"})
    assert (lost.status_code, "không có trả lời" in lost.content.decode()) == (422, True)
    sent = officer_client.post(address, {"received": "no", "received-ghi": "Chưa nhận", "found": "Sổ ghi mà chưa nhận"})
    assert sent.status_code == 302
    word = officer_client.get(f"/giam-sat/kiem-tra/{inspection.pk}/bien-ban.docx")
    document = Document(BytesIO(word.content))
    cells = {cell.text for each in document.tables for row in each.rows for cell in row.cells}
    text = "\n".join(each.text for each in document.paragraphs)
    assert "Số gieo: 7." in text
    assert {each.code for each in inspection.samples.filter(household__isnull=False)} <= cells
    assert any("Sổ ghi mà chưa nhận" in each for each in cells)


def test_set_out_from_the_screen(world, officer_client, officer, hoang_phu_new) -> None:
    head = open_post(by=officer, unit=hoang_phu_new, name="Phó Chủ tịch")
    officer_client.get(f"/don-vi/?don-vi={hoang_phu_new.pk}&nam=2026")
    sent = {"title": "Kiểm tra", "plan_paper": "KH 2 (giả)", "begins": "1/12/2026", "ends": "5/12/2026",
            "head": str(head.pk), "group": "either", "kind": "", "villages": "1", "households": "2",
            "seed": ""}  # fmt: skip
    assert officer_client.post("/giam-sat/kiem-tra/moi/", sent | {"ends": "1/11/2026"}).status_code == 422
    helped = officer_client.post("/giam-sat/kiem-tra/moi/", sent | {"group": "helped", "kind": "electricity"})
    assert [each["code"] for each in helped.context["problems"]] == ["MONITOR-NOBODY"]
    assert officer_client.post("/giam-sat/kiem-tra/moi/", sent).status_code == 302
    made = Inspection.objects.get()
    assert len(made.seed) == 16
    assert made.members.get().is_head
