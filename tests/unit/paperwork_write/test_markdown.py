"""Markdown that our own reader takes back."""

import pytest

from giamngheo.paperwork.readers.text import read_text
from giamngheo.paperwork.writers.markdown import escaped, write_markdown
from tests.factories.documents import HOSTILE
from tests.seed import seed_path
from tests.unit.paperwork_write.helpers import sample


def tree(nodes):
    """Kind, style, level, number, text, cells of every node, in order, with its depth."""

    def rows(several, depth):
        for node in several:
            yield (depth, node.kind, node.style, node.level, node.number, node.text, node.rows)
            yield from rows(node.children, depth + 1)

    return list(rows(nodes, 0))


def header(document):
    signature = document.signature
    return {
        "type": document.doc_type,
        "issuer": [line.text for line in document.issuer],
        "reference": (document.reference.number, document.reference.symbol),
        "place": document.place_and_date
        and (document.place_and_date.locality, document.place_and_date.day, document.place_and_date.month),
        "subject": document.subject.text,
        "addressees": [line.text.rstrip(";.") for line in document.addressees],
        "bases": [line.text.rstrip(";.") for line in document.legal_bases],
        "recipients": [line.text.rstrip(";.") for line in document.recipients],
        "signature": signature and (signature.authority, signature.name),
    }


@pytest.mark.parametrize("name", ["plan", "wide"])
def test_reading_back_gives_the_same_document(name):
    document = sample(name)
    back = read_text(write_markdown(document))
    assert header(back) == header(document)
    assert tree(back.body) == tree(document.body)
    assert back.closing.text == document.closing.text


def test_a_report_comes_back_with_its_caption_as_a_paragraph():
    back = read_text(write_markdown(sample("report")))
    assert header(back) == header(sample("report"))
    kinds = [(str(node.kind), node.text) for node in back.walk()]
    at = kinds.index(("paragraph", "Bảng 1. Kết quả giải ngân năm 2026"))
    assert kinds[at + 1] == ("table", "")


def test_a_decision_comes_back_with_its_authority_and_words():
    back = read_text(write_markdown(sample("decision")))
    assert back.enacted_by.text == "GIÁM ĐỐC SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"
    assert back.enacting_words.text == "QUYẾT ĐỊNH:"
    assert [node.number for node in back.body] == ["Điều 1.", "Điều 2.", "Điều 3."]
    assert back.appendices[0].text == "Phụ lục I"


def test_a_letter_comes_back_as_a_letter():
    back = read_text(write_markdown(sample("letter")))
    assert back.doc_type == "CV"
    assert back.subject.text.startswith("V/v đề nghị hướng dẫn")


def test_markup_in_the_text_comes_back_as_text():
    back = read_text(write_markdown(sample("hostile")))
    assert next(node.text for node in back.walk()) == HOSTILE
    assert next(node for node in back.walk() if node.rows).rows[0][0] == HOSTILE


def test_writing_twice_changes_nothing():
    for name in ("plan", "report", "decision", "letter"):
        once = write_markdown(sample(name))
        assert write_markdown(read_text(once)) == once


def test_special_letters_are_escaped():
    assert escaped("*a* _b_ `c`") == r"\*a\* \_b\_ \`c\`"
    assert escaped("# đầu") == r"\# đầu"
    assert escaped("<b>&lt;") == "&lt;b>&amp;lt;"
    assert escaped("a|b\nc", cell=True) == r"a\|b<br>c"
    assert escaped("[còn thiếu: số] [x](y)") == r"[còn thiếu: số] \[x](y)"


@pytest.mark.seed
def test_the_real_plan_survives_writing_and_reading():
    document = read_text(seed_path().read_text(encoding="utf-8"))
    back = read_text(write_markdown(document))
    assert tree(back.body) == tree(document.body)
    assert header(back) == header(document)
