"""A correct document gives no finding at all, whatever its shape. Every alarm here is a mistake of a rule."""

from datetime import date
from pathlib import Path

import pytest

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.paperwork.document import NodeKind
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.writers.docx import write_docx
from tests.unit.check_clean.plans import BY_FILE, FOLDER, PLANS, Plan, findings_of, read_plan

# Alarms known to be false, each with its reason; nothing else may be raised. Empty is the aim.
KNOWN_FALSE: dict[tuple[str, str], str] = {}


def _shown(findings: list[Finding]) -> list[tuple[int | None, str, str, str]]:
    return [(each.line, each.code, str(each.severity), each.quote) for each in findings]


def _alarms(plan: Plan, findings: list[Finding]) -> list[Finding]:
    return [each for each in findings if (plan.file, each.code) not in KNOWN_FALSE]


def _named(plan: Plan) -> str:
    return plan.file


def test_every_fixture_is_listed_and_synthetic_by_its_readme() -> None:
    files = {path.name for path in FOLDER.iterdir()} - {"README.md"}
    assert files == set(BY_FILE)
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert "bịa ra" in readme
    assert "invented" in readme
    assert all(f"`{file}`" in readme for file in files)


@pytest.mark.parametrize("plan", PLANS, ids=_named)
def test_reader_finds_every_element_without_warnings(plan: Plan) -> None:
    document = read_plan(plan.file)
    nodes = list(document.walk())
    assert document.warnings == ()
    assert document.doc_type == plan.doc_type
    assert (document.reference.number if document.reference else "") == plan.number
    dated = document.place_and_date
    assert dated is not None
    assert (dated.year, dated.month, dated.day) == (plan.day.year, plan.day.month, plan.day.day)
    assert document.issuer[-1].text == plan.issuer
    assert sum(node.kind is NodeKind.HEADING for node in nodes) == plan.headings
    assert sum(node.kind is NodeKind.TABLE for node in nodes) == plan.tables
    assert (len(document.legal_bases), len(document.recipients)) == (plan.bases, plan.recipients)
    assert document.signature is not None
    assert document.signature.name == plan.signer


@pytest.mark.parametrize("plan", PLANS, ids=_named)
def test_correct_document_gives_no_error_or_warning(plan: Plan) -> None:
    found = _alarms(plan, findings_of(read_plan(plan.file), plan))
    assert _shown([each for each in found if each.severity is not Severity.INFO]) == []


@pytest.mark.parametrize("plan", PLANS, ids=_named)
def test_correct_document_gives_no_remark_on_form(plan: Plan) -> None:
    found = _alarms(plan, findings_of(read_plan(plan.file), plan))
    assert _shown([each for each in found if each.severity is Severity.INFO]) == []


@pytest.mark.parametrize("plan", PLANS, ids=_named)
def test_correct_document_stays_correct_on_later_days(plan: Plan) -> None:
    from giamngheo.planning.check import check

    now = _shown(findings_of(read_plan(plan.file), plan))
    assert _shown(check(read_plan(plan.file), on=date(2026, 11, 23))) == now


@pytest.mark.parametrize("plan", PLANS, ids=_named)
def test_same_document_written_as_word_gives_the_same(plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / "van-ban.docx"
    write_docx(read_plan(plan.file), path)
    again = read(path)
    assert again.doc_type == plan.doc_type
    as_text = {(each.code, each.quote) for each in findings_of(read_plan(plan.file), plan)}
    assert {(each.code, each.quote) for each in findings_of(again, plan)} == as_text


def test_every_known_false_alarm_names_its_file() -> None:
    assert all(file in BY_FILE and reason for (file, _), reason in KNOWN_FALSE.items())
