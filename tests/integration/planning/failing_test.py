"""Failure in the middle, and two at once: nothing half-written, nothing lost, the trail says exactly what happened."""

import threading

import pytest
from django.db import connection, connections

from giamngheo.audit.models import Event
from giamngheo.documents.models import Document, StoredFile
from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning import actions, jobs, queries
from giamngheo.planning.actions import import_plan, importing, versions
from giamngheo.planning.keeping import store as keeping
from giamngheo.planning.models import PlanVersion, Upload
from giamngheo.programme.models import AnnualPlan, PlanSection
from tests.factories.plan_text import PLAN, plan_text

pytestmark = pytest.mark.django_db(transaction=True)
STEPS = [
    (keeping, "register_cited"), (keeping, "_values"), (keeping, "_targets"), (keeping, "_sections"),
    (keeping, "_texts"), (keeping, "_cite"), (keeping, "store_derived"), (keeping, "_head"),
    (importing, "keep_file"), (importing, "add_version"), (versions, "record"),
]  # fmt: skip


def rows():
    models = (AnnualPlan, PlanSection, PlanVersion, StoredFile, Document, Event)
    return {model.__name__: model.objects.count() for model in models}


def bring(user, text=PLAN, **options):
    return import_plan(by=user, document=read_text(text), file_content=text.encode(), file_name="a.txt", **options)


@pytest.mark.parametrize(("where", "name"), STEPS, ids=[name for _, name in STEPS])
def test_import_that_fails_leaves_nothing(officer, monkeypatch, where, name) -> None:
    def fail(*args, **options):
        raise RuntimeError("nổ")

    monkeypatch.setattr(where, name, fail)
    before = rows()
    with pytest.raises(RuntimeError):
        bring(officer)
    assert rows() == before


def at_once(*calls):
    """Run the calls in threads that start together; what each returned or raised."""
    gate = threading.Barrier(len(calls))
    told = [None] * len(calls)

    def run(position, call):
        try:
            gate.wait(20)
            told[position] = call()
        except Exception as error:
            told[position] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return told


def needs_threads():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("threads share one connection of an SQLite database in memory; PostgreSQL runs this")


def test_of_two_edits_at_once_one_is_told(officer) -> None:
    needs_threads()
    plan = bring(officer).plan
    text = plan.texts.filter(part="body").first()
    told = at_once(
        *(lambda words=words: actions.edit_printed(by=officer, text=text, printed=words, based_on=1)
          for words in ("Một.", "Hai.", "Ba.", "Bốn."))
    )  # fmt: skip
    refused = [each for each in told if isinstance(each, FindingError)]
    assert len(refused) == 3, told
    assert {each.finding.code for each in refused} == {"PLAN-STALE"}
    assert PlanVersion.objects.filter(plan=plan).count() == 2
    assert Event.objects.filter(action="planning.edit_text").count() == 1


def test_same_import_many_times_at_once_is_one_plan(officer) -> None:
    needs_threads()
    told = at_once(*[lambda: bring(officer)] * 4)
    assert sorted(each.status for each in told) == ["created", "unchanged", "unchanged", "unchanged"], told
    assert AnnualPlan.objects.count() == PlanVersion.objects.count() == 1
    assert Event.objects.filter(action="planning.import_plan").count() == 1


def test_upload_applied_twice_at_once_is_applied_once(officer, hoang_phu_new) -> None:
    needs_threads()
    upload = actions.receive_upload(by=officer, unit=hoang_phu_new, name="a.txt", content=PLAN.encode())
    jobs.start(upload, inline=True)
    told = at_once(*[lambda: actions.apply_upload(by=officer, upload=Upload.objects.get(pk=upload.pk))] * 3)
    refused = [each for each in told if isinstance(each, FindingError)]
    assert [each.finding.code for each in refused] == ["UPLOAD-NOT-READY"] * 2, told
    assert PlanVersion.objects.count() == 1


def test_import_beside_an_edit_loses_neither(officer) -> None:
    needs_threads()
    plan = bring(officer).plan
    text = plan.texts.filter(part="body").first()
    corrected = plan_text(**{"từ 42 hộ": "từ 43 hộ"})
    told = at_once(
        lambda: bring(officer, corrected, based_on=1),
        lambda: actions.edit_printed(by=officer, text=text, printed="Sửa tay.", based_on=1),
    )
    codes = [each.finding.code for each in told if isinstance(each, FindingError)]
    assert codes == ["PLAN-STALE"], told
    assert queries.history(officer, plan).count() == 2


def test_communes_import_the_same_references_at_once(officer, make_user, unit_of) -> None:
    needs_threads()
    years = (2022, 2023, 2024, 2025)
    told = at_once(*(lambda year=year: bring(officer, year=year) for year in years))
    assert [getattr(each, "status", each) for each in told] == ["created"] * 4
    assert Document.objects.count() == Document.objects.values("reference_key", "issued_on").distinct().count()
