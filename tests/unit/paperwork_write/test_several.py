"""Several documents in one file: each is set as it would be alone, and its pages are counted anew."""

from lxml import etree

from giamngheo.paperwork.writers.docx import write_docx
from giamngheo.paperwork.writers.pdf import PART, render_pdf
from giamngheo.paperwork.writers.several import write_several
from tests.unit.paperwork_write.helpers import W, part, pdf_pages, sample


def body(path) -> list[bytes]:
    """What stands in the body, without the ends of sections."""
    children = [each for each in part(path).find(f"{W}body") if each.tag != f"{W}sectPr"]
    kept = [each for each in children if each.find(f"{W}pPr/{W}sectPr") is None]
    return [etree.tostring(each, method="c14n", exclusive=True) for each in kept]


def test_word_file_of_several_says_what_each_says_alone(tmp_path):
    names = ("letter", "plan", "letter", "wide", "minutes")  # alike, with appendices, with a turned page
    path = tmp_path / "all.docx"
    write_several([sample(name) for name in names], path, "docx")
    alone = []
    for name in names:
        write_docx(sample(name), tmp_path / f"{name}.docx")
        alone += body(tmp_path / f"{name}.docx")
    assert body(path) == alone
    ends = list(part(path).iter(f"{W}sectPr"))
    assert ends[0].find(f"{W}headerReference") is not None, "the first section has the header, the others follow it"
    assert all(end.find(f"{W}titlePg") is not None for end in (ends[0], ends[-1]))
    assert ends[-1].find(f"{W}pgNumType").get(f"{W}start") == "1"


def test_pdf_of_several_has_the_pages_of_each(tmp_path):
    letters, plan = PART, pdf_pages(render_pdf(sample("plan"))[0])
    path = tmp_path / "all.pdf"
    write_several([*[sample("letter")] * letters, sample("plan")], path, "pdf")  # in two parts
    alone = pdf_pages(render_pdf(sample("letter"))[0])
    assert pdf_pages(path) == [*alone * letters, *plan]
