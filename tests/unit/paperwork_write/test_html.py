"""The HTML of the screens: meaning, anchors, one page or a fragment."""

import itertools
import re

import pytest

from giamngheo.paperwork.document import Line, Node, NodeKind, Place, replace
from giamngheo.paperwork.writers.html import print_css, write_html
from tests.factories import documents as make
from tests.unit.paperwork_write.helpers import SAMPLES, sample


@pytest.mark.parametrize("name", SAMPLES)
def test_every_tag_that_opens_is_closed(name):
    from lxml import etree

    fragment = write_html(sample(name), style=False)
    etree.fromstring(fragment.replace("<br>", "<br/>"))  # well-formed as XML: nothing is left open


def test_headings_follow_the_tree():
    fragment = write_html(sample("plan"), style=False)
    found = re.findall(r"<(h\d)[^>]*>(.*?)</h\d>", fragment)
    levels = [(tag, re.sub(r"<[^>]+>", "", text)[:12]) for tag, text in found]
    assert levels[0] == ("h1", "KẾ HOẠCH Tri")
    assert ("h2", "A. KẾT QUẢ T") in levels
    assert ("h5", "đ) Phân công") in levels
    numbers = [int(tag[1]) for tag, _ in levels]
    assert all(after - before <= 1 for before, after in itertools.pairwise(numbers))


def test_a_letter_has_its_subject_as_first_heading():
    fragment = write_html(sample("letter"), style=False)
    assert '<h1 class="od-about">V/v đề nghị' in fragment


def test_every_source_line_is_an_anchor_once():
    body = (
        Node(NodeKind.PARAGRAPH, "Một.", place=Place(7)),
        Node(NodeKind.BULLET, "Hai;", number="-", place=Place(9)),
        Node(NodeKind.TABLE, "", rows=(("A", "B"), ("1", "2")), place=Place(9, 12)),
    )
    document = replace(make.plan(), body=body, subject=Line("Về một việc", Place(5)))
    fragment = write_html(document)
    assert re.findall(r'id="l-(\d+)"', fragment) == ["5", "7", "9"]
    assert '<li class="od-item od-depth-0" id="l-9">- Hai;</li>' in fragment


def test_tables_have_column_headers_and_a_name():
    fragment = write_html(sample("report"), style=False)
    assert fragment.count('<th scope="col">') == 5
    assert 'aria-label="STT, Nội dung, Kế hoạch (triệu đồng)' in fragment
    assert '<td class="od-figure">1.700,5</td>' in fragment


def test_missing_parts_are_marked():
    assert "<mark>[còn thiếu: số quyết định giao vốn]</mark>" in write_html(sample("plan"))


def test_a_fragment_can_go_without_its_style():
    assert write_html(sample("plan"), style=False).startswith('<article class="od-document" lang="vi">')
    assert "<style>" in write_html(sample("plan"))
    assert "style=" not in write_html(sample("plan"), style=False)


def test_a_page_prints_with_the_decrees_margins():
    page = write_html(sample("plan"), page=True)
    assert page.startswith('<!doctype html>\n<html lang="vi">')
    assert "<title>Triển khai thực hiện" in page
    assert "@page { size: A4; margin: 20mm 15mm 20mm 30mm;" in print_css()
    assert all(
        name.startswith("od-") for group in re.findall(r'class="([^"]*)"', page) for name in group.split() if name
    )
