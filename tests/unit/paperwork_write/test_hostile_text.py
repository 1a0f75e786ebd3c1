"""Text that means something to a format is printed as text in all of them."""

import html
import re

import pytest

from giamngheo.paperwork.writers.docx import write_docx
from giamngheo.paperwork.writers.html import write_html
from giamngheo.paperwork.writers.pdf import render_pdf
from tests.factories.documents import HOSTILE
from tests.unit.paperwork_write.helpers import W, letters, part, pdf_pages, sample, words


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_pdf_prints_markup_as_letters():
    content, _ = render_pdf(sample("hostile"), system_fonts=False)
    text = letters(pdf_pages(content))
    assert text.count(squeezed(HOSTILE)) >= 4  # subject, paragraph, heading, table, recipients
    assert "abcdefghij" * 30 in text
    assert "Điềukhiển:hết" in text


def test_word_keeps_markup_as_letters(tmp_path):
    path = tmp_path / "hostile.docx"
    write_docx(sample("hostile"), path)
    text = "\n".join(words(p) for p in part(path).iter(f"{W}p"))
    assert text.count(HOSTILE) >= 4
    assert "abcdefghij" * 30 in text
    assert "Điều khiển: hết" in text


def test_html_escapes_every_text():
    fragment = write_html(sample("hostile"), style=False)
    assert "<script" not in fragment
    assert "<i>" not in fragment.lower()
    assert "<!--" not in fragment
    assert html.unescape(re.sub(r"<[^>]+>", "", fragment)).count(HOSTILE) >= 4


@pytest.mark.parametrize("name", ["plan", "hostile"])
def test_no_control_characters_reach_a_file(name, tmp_path):
    path = tmp_path / "file.docx"
    write_docx(sample(name), path)
    for text in (write_html(sample(name)), "".join(part(path).itertext())):
        assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", text)
