"""The pages of docs/reference are what the code says now, and no catalogue of findings is without one."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tools.pages import Page, catalogues, collect
from tools.pages.catalogues import catalogues as every_catalogue
from tools.reference import stale

from giamngheo.foundation.findings import Catalogue, Severity

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "docs" / "reference"


def test_reference_pages_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "reference.py"), "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_catalogue_written_in_the_code_has_a_page() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    written = set(re.findall(r'= Catalogue\("([^"]+)"', source))
    assert written >= {"plan", "planning", "paperwork", "paper-write", "territory"}
    assert {each.catalogue.name for each in every_catalogue()} == written


def test_every_code_is_printed_once_with_its_fixes() -> None:
    printed = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("findings*.md"))
    for each in every_catalogue():
        for code, entry in each.catalogue.entries.items():
            assert printed.count(f"### {code}\n") == 1, code
            assert all(fix.vi in printed and fix.en in printed for fix in entry.fixes), code
            assert entry.source in printed


def test_page_made_by_nobody_or_missing_is_stale() -> None:
    fresh = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert stale(fresh) == []
    without = {name: text for name, text in fresh.items() if name != "findings.md"}
    assert stale(without) == ["findings.md"]
    assert stale({**fresh, "standards.md": "# Standards"}) == ["standards.md"]


def test_module_with_pages_is_found_by_being_there(tmp_path, monkeypatch) -> None:
    import tools.pages

    (tmp_path / "standards.py").write_text(
        "from tools.pages import Page\n\ndef pages():\n    return {'standards.md': Page('Standards', 'law', 'text')}\n"
    )
    monkeypatch.setattr(tools.pages, "__path__", [*tools.pages.__path__, str(tmp_path)])
    assert collect()["standards.md"] == Page("Standards", "law", "text")
    sys.modules.pop("tools.pages.standards", None)


def test_code_registered_by_two_catalogues_is_refused(monkeypatch) -> None:
    from giamngheo.planning.importing import problems

    second = Catalogue("second")
    second.add(
        "IMPORT-NOT-A-PLAN", Severity.ERROR, title=("a", "a"), message=("b", "b"), fixes=[("c", "c"), ("d", "d")]
    )
    monkeypatch.setattr(problems, "SECOND", second, raising=False)
    with pytest.raises(ValueError, match="IMPORT-NOT-A-PLAN"):
        catalogues.catalogues()
