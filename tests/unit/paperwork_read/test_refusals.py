"""What cannot be read is refused with a code of the catalogue, never with a stack trace."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.findings import CATALOGUE
from giamngheo.paperwork.readers import read
from tests.factories import badfiles
from tests.factories.wordfiles import bare_docx, para


def refused(path: Path) -> str:
    with pytest.raises(FindingError) as caught:
        read(path)
    return caught.value.finding.code


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (badfiles.old_doc, "PAPER-OLD-DOC"),
        (badfiles.locked_docx, "PAPER-ENCRYPTED"),
        (badfiles.locked_pdf, "PAPER-ENCRYPTED"),
        (badfiles.scanned_pdf, "PAPER-SCANNED"),
        (badfiles.zip_bomb, "PAPER-BOMB"),
        (badfiles.huge_file, "PAPER-TOO-LARGE"),
        (badfiles.laughing_docx, "PAPER-DAMAGED"),
    ],
)
def test_files_no_reader_opens_have_codes(make: object, code: str, tmp_path: Path) -> None:
    assert refused(make(tmp_path / "ke-hoach.docx")) == code  # type: ignore[operator]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "PAPER-EMPTY"),
        (b" \r\n\t\n", "PAPER-EMPTY"),
        (b"\xef\xbb\xbf", "PAPER-EMPTY"),
        (b"%PDF-1.7\nbroken", "PAPER-DAMAGED"),
        (b"PK\x03\x04 cut off", "PAPER-DAMAGED"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "PAPER-SCANNED"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PAPER-SCANNED"),
        (b"Rar!\x1a\x07\x00", "PAPER-UNKNOWN"),
        (b"\x00\x01\x02\x03binary\x00\xff", "PAPER-UNKNOWN"),
        (b"{\\rtf1\\ansi x}", "PAPER-OLD-DOC"),
        (b"K\xd5 ho\xb9ch gi\xb6m ngh\xcco b\xd2n v\xf7ng n\xa8m 2025", "PAPER-ENCODING"),
    ],
)
def test_odd_first_bytes_have_codes(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_bytes(content)
    assert refused(path) == code


def test_missing_file_is_said_plainly(tmp_path: Path) -> None:
    assert refused(tmp_path / "khong-co.docx") == "PAPER-MISSING"


def test_word_file_without_text_is_empty(tmp_path: Path) -> None:
    assert refused(bare_docx(tmp_path / "a.docx", para() + para(" "))) == "PAPER-EMPTY"


def test_word_package_without_document_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    assert refused(path) == "PAPER-DAMAGED"


def test_excel_file_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
    assert refused(path) == "PAPER-UNKNOWN"


def test_locked_odt_is_told_from_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entry = f'<m:manifest xmlns:m="{manifest}"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", b"\x00\x8f\x10 ciphertext")
        package.writestr("META-INF/manifest.xml", entry)
    assert refused(path) == "PAPER-ENCRYPTED"


def test_truncated_word_file_is_damaged(tmp_path: Path) -> None:
    path = bare_docx(tmp_path / "a.docx", "".join(para(f"Đoạn {i} của kế hoạch") for i in range(500)))
    path.write_bytes(path.read_bytes()[:-300])
    assert refused(path) == "PAPER-DAMAGED"


def test_xml_never_reads_other_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mật")
    assert refused(badfiles.outward_docx(tmp_path / "a.docx", secret)) == "PAPER-DAMAGED"


def test_a_lying_size_is_caught_while_unpacking(tmp_path: Path) -> None:
    path = badfiles.zip_bomb(tmp_path / "a.docx")
    declared = (30 * 1024 * 1024).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(declared, (1000).to_bytes(4, "little")))
    document = read(path)  # the part that lies is never unpacked; the text is read
    assert [node.text for node in document.walk()] == ["Kế hoạch"]


def test_every_refusal_offers_two_fixes_in_both_languages() -> None:
    for entry in CATALOGUE.entries.values():
        assert len(entry.fixes) >= 2
        assert all(fix.vi and fix.en for fix in (*entry.fixes, entry.message, entry.title))
