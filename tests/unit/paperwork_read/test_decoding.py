"""Encodings of text files, old and new."""

from __future__ import annotations

import unicodedata

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.readers.decoding import decode, old_encoding

TEXT = "Kế hoạch giảm nghèo bền vững, hoà giải ở thôn Đông"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_files_are_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).lstrip("\ufeff") == TEXT


def test_decomposed_text_is_kept_as_written() -> None:
    written = unicodedata.normalize("NFD", TEXT)
    assert decode(written.encode()) == written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KÕ ho¹ch gi¶m nghÌo bÒn v÷ng n¨m 2025, hé nghÌo cña x·", "TCVN3"),
        ("Keá hoaïch giaûm ngheøo beàn vöõng naêm 2025, hoä ngheøo cuûa xaõ", "VNI"),
        (TEXT, ""),
        ("A plan of 2025 in plain English, with no accents at all", ""),
    ],
)
def test_old_vietnamese_encodings_are_named(text: str, name: str) -> None:
    assert old_encoding(text) == name


def test_old_encoding_saved_as_unicode_is_refused() -> None:
    with pytest.raises(FindingError) as caught:
        decode("KÕ ho¹ch gi¶m nghÌo bÒn v÷ng n¨m 2025, hé nghÌo cña x·".encode(), "a.txt")
    assert caught.value.finding.code == "PAPER-ENCODING"
    assert "TCVN3" in caught.value.finding.message.vi
