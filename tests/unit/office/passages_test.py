"""What a reader sees marked in a passage, and struck or underlined between two versions of it."""

from giamngheo.office.planning.compare import compared
from giamngheo.office.planning.marking import Quote, marked


def test_quoted_words_are_marked_and_the_rest_escaped() -> None:
    html = marked("<b>giảm 22 hộ</b>", [Quote("giảm 22 hộ", "f-1", "error")])
    assert html == '&lt;b&gt;<mark class="error" data-finding="f-1">giảm 22 hộ</mark>&lt;/b&gt;'


def test_quote_matches_across_different_white_space() -> None:
    html = marked("từ 33 hộ\nxuống còn 16 hộ", [Quote("33 hộ xuống", "f-1", "info")])
    assert '<mark class="info" data-finding="f-1">33 hộ\nxuống</mark>' in html


def test_overlapping_quotes_show_the_gravest_and_lose_nothing() -> None:
    html = marked("abc def ghi", [Quote("abc def", "f-1", "info"), Quote("def ghi", "f-2", "error")])
    assert '<mark class="info" data-finding="f-1">abc </mark>' in html
    assert '<mark class="error" data-finding="f-1 f-2">def</mark>' in html
    assert '<mark class="error" data-finding="f-2"> ghi</mark>' in html


def test_absent_quote_leaves_the_passage_unmarked() -> None:
    assert marked("năm 2024", [Quote("năm 2023", "f-1", "error")]) == "năm 2024"


def test_changed_figure_is_struck_and_replaced_whole() -> None:
    assert compared("giảm 22 hộ", "giảm 17 hộ") == "giảm <del>22</del><ins>17</ins> hộ"
    assert compared("1.040 triệu", "1.140 triệu") == "<del>1.040</del><ins>1.140</ins> triệu"


def test_neighbouring_changed_words_are_compared_as_one() -> None:
    assert compared("từ một hai ba", "từ bốn năm ba") == "từ <del>một hai</del><ins>bốn năm</ins> ba"


def test_equal_texts_compare_without_any_mark() -> None:
    assert compared("Thôn Đông & Đoài", "Thôn Đông & Đoài") == "Thôn Đông &amp; Đoài"
