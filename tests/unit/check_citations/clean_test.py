"""Correct documents of many shapes: no error, no warning, also as Word files. A false alarm is a bug."""

from datetime import date
from pathlib import Path

import pytest

from giamngheo.foundation.findings import Severity
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.check import check

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "plans"
PLANS = sorted(path for path in FOLDER.iterdir() if path.name != "README.md")
FAMILIES = ("REF-", "NUM-", "COMPLETE-", "NAME-", "FORMAT-")


def _of_ours(findings):
    return [finding for finding in findings if finding.code.startswith(FAMILIES)]


def test_clean_documents_are_of_many_shapes() -> None:
    assert len(PLANS) >= 12
    assert {"KH", "BC", "QĐ", "CV"} <= {read_text(path.read_text(encoding="utf-8")).doc_type for path in PLANS}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_correct_document_raises_no_alarm(path: Path) -> None:
    found = _of_ours(check(read_text(path.read_text(encoding="utf-8")), on=date(2026, 11, 23)))
    alarms = [(each.line, each.code, each.quote) for each in found if each.severity is not Severity.INFO]
    assert alarms == []
    assert len(found) <= 2


@pytest.mark.parametrize("name", ["ke-hoach-nam-2024.md", "ke-hoach-von-2024.md", "bao-cao-6-thang-2024.md"])
def test_same_document_in_word_raises_no_alarm(name: str, tmp_path: Path) -> None:
    from giamngheo.paperwork.writers import write

    document = read_text((FOLDER / name).read_text(encoding="utf-8"))
    file = tmp_path / "ke-hoach.docx"
    write(document, file, "docx")
    found = _of_ours(check(read(file), on=date(2026, 11, 23)))
    assert [(each.code, each.quote) for each in found if each.severity is not Severity.INFO] == []
