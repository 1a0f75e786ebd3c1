"""Files are whole or not there; formats are found by name; libraries load only when used."""

import os
import subprocess
import sys

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.writers import FORMATS, write
from giamngheo.paperwork.writers.atomic import write_whole
from giamngheo.paperwork.writers.findings import CATALOGUE
from tests.unit.paperwork_write.helpers import sample

MAGIC = {"docx": b"PK\x03\x04", "pdf": b"%PDF-", "html": b"<!doctype html>", "md": b"**"}


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_written_whole(kind, tmp_path):
    path = tmp_path / f"Kế hoạch năm 2026.{kind}"
    font = write(sample("plan"), path)
    assert path.read_bytes().startswith(MAGIC[kind])
    assert (font is not None) == (kind == "pdf")
    assert list(tmp_path.iterdir()) == [path]


def test_the_format_asked_for_beats_the_name(tmp_path):
    path = tmp_path / "plan.bin"
    write(sample("plan"), path, "PDF")
    assert path.read_bytes().startswith(b"%PDF-")


def test_an_unknown_format_is_a_finding(tmp_path):
    with pytest.raises(FindingError) as caught:
        write(sample("plan"), tmp_path / "plan.odt")
    assert caught.value.finding.code == "PAPER-WRITE-FORMAT"
    assert "docx, pdf, html, md" in caught.value.finding.message.vi
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", FORMATS)
def test_a_missing_folder_is_a_finding(kind, tmp_path):
    with pytest.raises(FindingError) as caught:
        write(sample("plan"), tmp_path / "no" / f"plan.{kind}")
    assert caught.value.finding.code == "PAPER-WRITE-SAVE"


def test_a_failed_writing_leaves_the_old_file(tmp_path):
    path = tmp_path / "plan.docx"
    path.write_bytes(b"old")

    def fails(waiting):
        waiting.write_bytes(b"half")
        raise OSError(28, os.strerror(28))

    with pytest.raises(FindingError) as caught:
        write_whole(path, fails)
    assert "plan.docx" in caught.value.finding.message.en
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_findings_of_writing_have_two_fixes_in_two_languages():
    for code, entry in CATALOGUE.entries.items():
        assert code.startswith("PAPER-WRITE-")
        assert len(entry.fixes) >= 2
        assert entry.message.vi != entry.message.en


def test_importing_the_writers_loads_no_library():
    modules = [
        "layout",
        "docx",
        "docx_parts",
        "docx_page",
        "docx_styles",
        "docx_xml",
        "pdf",
        "html",
        "markdown",
        "fonts",
    ]
    names = ", ".join(f"giamngheo.paperwork.writers.{module}" for module in modules)
    program = f"import sys, {names}; print([m for m in ('typst', 'docx', 'lxml', 'django') if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
