"""LibreOffice as judge: our Word files open and print the text our own PDF prints."""

import shutil
import subprocess
from pathlib import Path

import pytest

from giamngheo.paperwork.writers.docx import write_docx
from giamngheo.paperwork.writers.pdf import render_pdf
from tests.seed import seed_path
from tests.unit.paperwork_write.helpers import letters, pdf_pages, sample

pytestmark = pytest.mark.libreoffice
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
NAMES = ("plan", "report", "decision", "letter", "minutes", "hostile")


def converted(folder: Path, files: list[Path]) -> None:
    """Print Word files to PDF beside them, with a profile of its own so that no open LibreOffice is disturbed."""
    if SOFFICE is None:
        pytest.skip("NOT RUN: LibreOffice is not installed; install it with: apt-get install libreoffice-writer")
    profile = (folder / "profile").as_uri()
    command = [
        SOFFICE,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    files = [folder / f"{name}.docx" for name in NAMES]
    for name, path in zip(NAMES, files, strict=True):
        write_docx(sample(name), path)
    converted(folder, files)
    return {name: pdf_pages(folder / f"{name}.pdf") for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_prints_the_text_of_our_pdf(name, printed):
    ours, _ = render_pdf(sample(name), system_fonts=False)
    assert letters(printed[name]) == letters(pdf_pages(ours))


def test_libreoffice_numbers_pages_from_the_second(printed):
    pages = printed["plan"]
    assert pages[0].startswith("ỦY BAN")
    assert [page.split()[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]
    assert [page.split()[0] for page in printed["decision"][1:]] == ["Phụ", "Phụ"]


def test_libreoffice_keeps_each_header_line_whole(printed):
    lines = [line.strip() for line in printed["plan"][0].splitlines()]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines
    assert "Số: 05/KH-UBND Đồng Mẫu, ngày 05 tháng 02 năm 2026" in lines  # number and date on one line


@pytest.mark.seed
def test_libreoffice_prints_the_real_plan_as_we_do(tmp_path):
    from giamngheo.paperwork.readers.text import read_text

    document = read_text(seed_path().read_text(encoding="utf-8"))
    path = tmp_path / "plan.docx"
    write_docx(document, path)
    converted(tmp_path, [path])
    ours, _ = render_pdf(document, system_fonts=False)
    assert letters(pdf_pages(tmp_path / "plan.pdf")) == letters(pdf_pages(ours))
