"""Every door of a plan, tried by everybody who must not pass: another commune, a reader, an administrator, the gone."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from giamngheo.accounts.actions import grant, revoke, set_active
from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.accounts.queries import events_in_scope
from giamngheo.audit.models import Event
from giamngheo.documents.queries import documents_for
from giamngheo.funds.queries import funding_references_for
from giamngheo.monitoring.models import IndicatorValue
from giamngheo.monitoring.queries import targets_for, values_for
from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning import actions, queries
from giamngheo.planning.models import FindingDecision, Upload
from giamngheo.programme.models import AnnualPlan, PlanText
from tests.factories.plan_text import PLAN

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def upload(officer, hoang_phu_new):
    return actions.receive_upload(by=officer, unit=hoang_phu_new, name="a.txt", content=PLAN.encode())


def writes(plan, upload, user):
    """name -> a call of every write of the plan."""
    text = plan.texts.filter(part="body").first()
    value = IndicatorValue.objects.filter(plan=plan).first()
    section = plan.sections.first()
    common = {"by": user, "based_on": plan.version}
    return {
        "edit_text": lambda: actions.edit_text(text=text, template="x", **common),
        "edit_printed": lambda: actions.edit_printed(text=text, printed="x", **common),
        "edit_table": lambda: actions.edit_table(text=text, rows=[["x"]], **common),
        "edit_value": lambda: actions.edit_value(value=value, figure="5", **common),
        "edit_section_title": lambda: actions.edit_section_title(section=section, title="x", **common),
        "add_text": lambda: actions.add_text(section=section, printed="x", **common),
        "edit_head": lambda: actions.edit_head(
            plan=plan, number="1", day="", subject="x", authority="", signer="", **common
        ),
        "remove_text": lambda: actions.remove_text(text=text, **common),
        "new_version": lambda: actions.new_version(plan=plan, reason="x", **common),
        "restore_version": lambda: actions.restore_version(plan=plan, number=1, **common),
        "issue": lambda: actions.issue(plan=plan, number="1", day="23/11/2024", **common),
        "decide": lambda: actions.decide_finding(by=user, plan=plan, code="X", quote="q", decision="accepted"),
        "undo": lambda: actions.undo_decision(by=user, plan=plan, code="X", quote="q"),
        "receive": lambda: actions.receive_upload(by=user, unit=upload.unit, name="b.txt", content=b"khac"),
        "stop": lambda: actions.stop_upload(by=user, upload=upload),
        "apply": lambda: actions.apply_upload(by=user, upload=upload),
        "import": lambda: actions.import_plan(
            by=user, document=read_text(PLAN), file_content=b"y", file_name="y.txt", reason="x"
        ),
        "preview": lambda: actions.import_plan(
            by=user, document=read_text(PLAN), file_content=b"y", file_name="y.txt", dry_run=True
        ),
    }


def reads(plan, user):
    """name -> rows a read shows; a read that asks for one plan raises instead."""
    return {
        "tree": lambda: queries.plan_tree(user, plan),
        "findings": lambda: queries.findings(user, plan),
        "history": lambda: queries.history(user, plan),
        "version": lambda: queries.version_content(user, plan, 1),
        "diff": lambda: queries.diff(user, plan, 0, 1),
        "composed": lambda: queries.composed(user, plan),
    }


def lists(user):
    return [
        queries.plans_for(user), queries.uploads_for(user), values_for(user), targets_for(user),
        funding_references_for(user), events_in_scope(user),
    ]  # fmt: skip


def refused(name, call):
    """Names the door that stood open, if one did."""
    call()
    pytest.fail(name)


def everything():
    return {model: model.objects.count() for model in (AnnualPlan, PlanText, Upload, Event, FindingDecision)}


@pytest.fixture(params=["other", "revoked", "expired", "future", "inactive", "none", "anonymous"])
def stranger(request, plan, make_user, hoang_phu_new, other_officer):
    kind = request.param
    if kind == "other":
        return other_officer
    if kind == "none":
        return make_user("khong-quyen")
    if kind == "anonymous":
        return AnonymousUser()
    if kind in ("expired", "future"):
        user = make_user("het-han")
        day = TODAY.today()
        dates = {
            "expired": {"valid_from": date(2025, 7, 1), "valid_to": day - timedelta(days=2)},
            "future": {"valid_from": day + timedelta(days=2)},
        }[kind]
        grant(user=user, role="commune_leader", unit=hoang_phu_new, by=None, **dates)
        return user
    user = make_user("da-thoi", "commune_leader", hoang_phu_new)
    if kind == "revoked":
        revoke(grant=user.grants.get(), by=None)
    else:
        set_active(user=user, active=False, by=None)
        user.refresh_from_db()
    return user


def test_strangers_pass_no_door(plan, upload, stranger) -> None:
    before = everything()
    for name, call in {**writes(plan, upload, stranger), **reads(plan, stranger)}.items():
        with pytest.raises(OutOfScope):
            refused(name, call)
    assert everything() == before
    for rows in lists(stranger):
        assert not rows.exists(), rows.model
    with pytest.raises(AnnualPlan.DoesNotExist):
        queries.plan_for_commune(stranger, plan.commune.code, plan.year)


def test_province_reads_and_writes_nothing(plan, upload, province_officer) -> None:
    before = everything()
    for name, call in writes(plan, upload, province_officer).items():
        with pytest.raises(NotPermitted):
            refused(name, call)
    assert everything() == before
    for call in reads(plan, province_officer).values():
        assert call() is not None
    assert not queries.uploads_for(province_officer).exists()
    assert not events_in_scope(province_officer).exists()


def test_administrator_passes_no_door_of_a_plan(plan, upload, administrator) -> None:
    for name, call in {**writes(plan, upload, administrator), **reads(plan, administrator)}.items():
        with pytest.raises((NotPermitted, OutOfScope)):
            refused(name, call)
    for rows in lists(administrator)[:-1]:
        assert not rows.exists(), rows.model


def test_village_reviewer_reads_and_takes_nothing_away(plan, upload, make_user, hoang_phu_new) -> None:
    reviewer = make_user("ra-soat", "village_reviewer", hoang_phu_new)
    assert queries.plan_tree(reviewer, plan).sections
    for name, call in writes(plan, upload, reviewer).items():
        with pytest.raises(NotPermitted):
            refused(name, call)


def test_officer_may_not_issue(plan, officer) -> None:
    with pytest.raises(NotPermitted):
        actions.issue(by=officer, plan=plan, number="1", day="23/11/2024", based_on=plan.version)


def test_papers_of_another_commune_are_not_named_by_number(plan, officer, other_officer, other_commune) -> None:
    from giamngheo.documents.models import Document
    from giamngheo.foundation.findings import FindingError

    theirs = Document.objects.create(symbol="7/KH-UBND", reference_key="7/KH-UBND|x", issuer=other_commune)
    assert theirs not in documents_for(officer)
    text = plan.texts.filter(part="body").first()
    with pytest.raises(FindingError):
        actions.edit_text(by=officer, text=text, template=f"Theo {{ref:{theirs.pk}}}.", based_on=plan.version)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_event SET reason = 'x'", "DELETE FROM audit_event", "UPDATE audit_event SET actor_name = ''"],
)
def test_trail_refuses_every_change(plan, statement) -> None:
    from django.db import DatabaseError, transaction

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
