"""Our own readers take our own files back."""

import pytest

from giamngheo.paperwork.readers import read
from giamngheo.paperwork.readers.text import read_text
from giamngheo.paperwork.writers import write
from tests.seed import seed_path
from tests.unit.paperwork_write.helpers import sample
from tests.unit.paperwork_write.test_markdown import header, tree


@pytest.mark.parametrize(("name", "kind"), [("plan", "docx"), ("wide", "docx"), ("plan", "pdf")])
def test_a_written_file_is_read_back_the_same(name, kind, tmp_path):
    path = tmp_path / f"file.{kind}"
    write(sample(name), path)
    back = read(path)
    assert tree(back.body) == tree(sample(name).body)
    assert header(back) == header(sample(name))


@pytest.mark.seed
def test_the_real_plan_comes_back_from_word(tmp_path):
    document = read_text(seed_path().read_text(encoding="utf-8"))
    path = tmp_path / "plan.docx"
    write(document, path)
    back = read(path)
    assert tree(back.body) == tree(document.body)
    assert header(back) == header(document)
