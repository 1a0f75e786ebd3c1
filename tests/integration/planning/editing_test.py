"""Editing: against a version, inside the user's units, audited, and always leaving the next version."""

import pytest

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.audit.models import Event
from giamngheo.foundation.findings import FindingError
from giamngheo.monitoring.models import IndicatorValue
from giamngheo.planning import actions, queries
from giamngheo.planning.models import FindingDecision
from giamngheo.programme.models import Assignment

pytestmark = pytest.mark.django_db


def printed(plan) -> str:
    return "\n".join(line.text for line in queries.composed(None, plan).document.lines())


def test_edited_text_is_printed_and_audited(plan, officer, text_with) -> None:
    version = actions.edit_printed(
        by=officer, text=text_with("Tập huấn kỹ thuật"), printed="Tập huấn nuôi bò.", based_on=1, reason="rõ hơn"
    )
    assert (version.number, version.by, version.reason) == (2, officer, "rõ hơn")
    assert "Tập huấn nuôi bò." in printed(plan)
    event = Event.objects.get(action="planning.edit_text")
    assert event.after["changes"]["texts"]["changed"][0]["before"] == "Tập huấn kỹ thuật chăn nuôi."


def test_stale_edit_is_refused_and_changes_nothing(plan, officer, text_with) -> None:
    text = text_with("Tập huấn kỹ thuật")
    actions.edit_printed(by=officer, text=text, printed="Một.", based_on=1)
    with pytest.raises(FindingError) as caught:
        actions.edit_printed(by=officer, text=text, printed="Hai.", based_on=1)
    assert caught.value.finding.code == "PLAN-STALE"
    assert "Một." in printed(plan)
    assert plan.versions.count() == 2


def test_figure_is_changed_wherever_it_is_printed(plan, officer) -> None:
    value = IndicatorValue.objects.get(plan=plan, key="K01.2023")
    actions.edit_value(by=officer, value=value, figure="17", based_on=1, reason="sai so với 42 − 31")
    assert "giảm 17 hộ" in printed(plan)
    value.refresh_from_db()
    assert value.value == 17


def test_template_may_name_only_rows_of_the_plan(plan, officer, text_with) -> None:
    text = text_with("Tập huấn kỹ thuật")
    with pytest.raises(FindingError) as caught:
        actions.edit_text(by=officer, text=text, template="Còn {value:999999} hộ.", based_on=1)
    assert caught.value.finding.code == "PLAN-TOKEN-UNKNOWN"
    value = IndicatorValue.objects.get(plan=plan, key="S01.2023")
    actions.edit_text(by=officer, text=text, template=f"Còn {{value:{value.pk}}} hộ.", based_on=1)
    assert "Còn 31 hộ." in printed(plan)


def test_empty_text_is_refused(plan, officer, text_with) -> None:
    with pytest.raises(FindingError) as caught:
        actions.edit_printed(by=officer, text=text_with("Tập huấn"), printed="  ", based_on=1)
    assert caught.value.finding.code == "PLAN-TEXT-EMPTY"


def test_filling_an_empty_block_takes_its_mark_away(plan, officer) -> None:
    block = plan.sections.get(block="assignment", parent__node__code="DA3.2")
    words = "Trạm Y tế xã chủ trì, phối hợp với Hội Phụ nữ xã tổ chức thực hiện."
    actions.add_text(by=officer, section=block, printed=words, based_on=1)
    assert words in printed(plan)
    assert "đơn vị chủ trì, phối hợp" not in printed(plan)
    assignment = Assignment.objects.get(section=block)
    assert (assignment.lead_post, assignment.coordinating) == ("Trạm Y tế xã", "Hội Phụ nữ xã")


def test_added_text_stands_in_its_own_section(plan, officer) -> None:
    block = plan.sections.get(block="content", parent__node__code="DA2")
    actions.add_text(by=officer, section=block, printed="Trồng cỏ nuôi bò.", based_on=1)
    lines = printed(plan).split("\n")
    assert lines[lines.index("- Trồng cỏ nuôi bò.") - 1] == "- Tập huấn kỹ thuật chăn nuôi."


def test_removed_text_comes_back_with_its_version(plan, officer, text_with) -> None:
    actions.remove_text(by=officer, text=text_with("Tập huấn kỹ thuật"), based_on=1)
    assert "Tập huấn kỹ thuật" not in printed(plan)
    actions.restore_version(by=officer, plan=plan, number=1, based_on=2)
    assert "Tập huấn kỹ thuật" in printed(plan)
    assert [each.kind for each in queries.history(officer, plan)] == ["restore", "edit", "import"]
    assert queries.diff(officer, plan, 1, 3)["count"] == 0


def test_section_title_changes_but_never_its_number(plan, officer) -> None:
    section = plan.sections.get(node__code="DA2")
    actions.edit_section_title(by=officer, section=section, title="Dự án 2: Đa dạng hóa sinh kế", based_on=1)
    assert "1. Dự án 2: Đa dạng hóa sinh kế\n" in printed(plan)


def test_named_version_keeps_a_reason(plan, officer) -> None:
    version = actions.new_version(by=officer, plan=plan, based_on=1, reason="bản trình lãnh đạo")
    assert (version.number, queries.diff(officer, plan, 1, 2)["count"]) == (2, 0)


@pytest.mark.parametrize("role", ["village_reviewer", "auditor"])
def test_those_who_only_read_cannot_write(plan, make_user, hoang_phu_new, text_with, role) -> None:
    reader = make_user("nguoi-doc", role, hoang_phu_new)
    with pytest.raises(NotPermitted):
        actions.edit_printed(by=reader, text=text_with("Tập huấn"), printed="Khác.", based_on=1)


def test_other_commune_cannot_touch_anything(plan, other_officer, text_with) -> None:
    text, value = text_with("Tập huấn"), IndicatorValue.objects.filter(plan=plan).first()
    section = plan.sections.first()
    attempts = [
        lambda: actions.edit_printed(by=other_officer, text=text, printed="Khác.", based_on=1),
        lambda: actions.edit_text(by=other_officer, text=text, template="Khác.", based_on=1),
        lambda: actions.edit_value(by=other_officer, value=value, figure="1", based_on=1),
        lambda: actions.edit_section_title(by=other_officer, section=section, title="Khác", based_on=1),
        lambda: actions.add_text(by=other_officer, section=section, printed="Khác.", based_on=1),
        lambda: actions.remove_text(by=other_officer, text=text, based_on=1),
        lambda: actions.restore_version(by=other_officer, plan=plan, number=1, based_on=1),
        lambda: actions.new_version(by=other_officer, plan=plan, based_on=1, reason="x"),
        lambda: actions.decide_finding(by=other_officer, plan=plan, code="X", quote="x", decision="accepted"),
        lambda: actions.edit_head(
            by=other_officer, plan=plan, number="1", day="", subject="Khác", authority="", signer="", based_on=1
        ),
        lambda: actions.issue(by=other_officer, plan=plan, number="1", day="5/5", based_on=1),
    ]
    for attempt in attempts:
        with pytest.raises(OutOfScope):
            attempt()
    plan.refresh_from_db()
    assert plan.version == 1


def test_issued_plan_has_its_number_and_is_closed(plan, leader, officer, text_with) -> None:
    with pytest.raises(NotPermitted):
        actions.issue(by=officer, plan=plan, number="12", day="18/4", based_on=1)
    actions.issue(by=leader, plan=plan, number="12", day="18/4/2024", based_on=1)
    document = queries.composed(officer, plan).document
    assert (document.reference.printed, document.place_and_date.day) == ("12/KH-UBND", 18)
    with pytest.raises(FindingError) as caught:
        actions.edit_printed(by=officer, text=text_with("Tập huấn"), printed="Khác.", based_on=2)
    assert caught.value.finding.code == "PLAN-ISSUED"


def test_dismissing_a_finding_needs_a_reason(plan, officer) -> None:
    with pytest.raises(FindingError) as caught:
        actions.decide_finding(by=officer, plan=plan, code="X", quote="x", decision="dismissed")
    assert caught.value.finding.code == "PLAN-REASON-MISSING"
    actions.decide_finding(by=officer, plan=plan, code="X", quote="x", decision="dismissed", reason="đúng rồi")
    actions.decide_finding(by=officer, plan=plan, code="X", quote="x", decision="accepted")
    assert FindingDecision.objects.get(plan=plan).decision == "accepted"
    events = Event.objects.filter(action="planning.decide_finding").order_by("id")
    assert [event.before for event in events] == [None, {"decision": "dismissed", "reason": "đúng rồi"}]
    actions.undo_decision(by=officer, plan=plan, code="X", quote="x")
    assert not FindingDecision.objects.exists()


def test_an_edit_costs_the_same_however_long_the_plan(plan, officer, text_with, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(70):
        actions.edit_printed(by=officer, text=text_with("Tập huấn"), printed="Tập huấn nuôi bò.", based_on=1)
