"""A damaged file is read or refused with a code; it never ends in a stack trace."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.readers import read
from tests.factories import badfiles
from tests.factories import wordfiles as w


@cache
def _files() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a"
        markup = w.header_table() + w.listed("MỤC TIÊU", 1) + w.table(["a", "b"]) + w.para("Đoạn.")
        w.bare_docx(path, markup, numbering=w.numbering([("decimal", "%1.")]))
        docx = path.read_bytes()
        return {
            "docx": docx,
            "pdf": badfiles.scanned_pdf(path).read_bytes(),
            "ole": badfiles.old_doc(path).read_bytes(),
        }


def _outcome(path: Path) -> str:
    """ "read", or the code of the refusal; any other exception fails the test."""
    try:
        read(path)
    except FindingError as error:
        return error.finding.code
    return "read"


edits = st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=6)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(["docx", "pdf", "ole"]), edits, st.floats(0.2, 1))
def test_damaged_file_is_read_or_refused(kind: str, changes: list[tuple[float, int]], kept: float) -> None:
    data = bytearray(_files()[kind])
    for where, value in changes:
        data[int(where * len(data))] = value
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(bytes(data[: max(1, int(len(data) * kept))]))
        assert _outcome(path) == "read" or _outcome(path).startswith("PAPER-")


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(["<w:p>", "</w:p>", "w:val", "<w:r>", "numId", "<w:tbl>", 'w:ilvl w:val="0"', "w:tc"]),
    st.text(max_size=8),
)
def test_odd_word_markup_is_read_or_refused(old: str, new: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(_files()["docx"])
        safe = "".join(char for char in new if char >= " " and not 0xD800 <= ord(char) <= 0xDFFF)
        badfiles.with_document(path, lambda xml: xml.replace(old, safe))
        assert _outcome(path) == "read" or _outcome(path).startswith("PAPER-")
