"""Hostile words: characters a database or an XML file refuses, braces that look like ours, markup, numbers too long."""

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.readers.text import read_text
from giamngheo.paperwork.writers import write
from giamngheo.planning import actions, queries
from giamngheo.planning.actions import import_plan
from tests.factories.plan_text import PLAN

pytestmark = pytest.mark.django_db
SPOKEN = "Tập huấn kỹ thuật chăn nuôi."
CONTROLS = "\x00\x01\x08\x0b\x0c\x1b\x1f\x7f\x85\ufffe\uffff"


def printed(plan) -> str:
    return "\n".join(line.text for line in queries.composed(None, plan).document.lines())


def bring_words(officer, words):
    text = PLAN.replace(SPOKEN, words)
    assert words in text
    return import_plan(by=officer, document=read_text(text), file_content=b"x", file_name="x\x00\ud800.txt").plan


def exported(plan, tmp_path):
    for form in ("docx", "pdf", "html", "md"):
        path = tmp_path / f"ra.{form}"
        write(queries.composed(None, plan).document, path, form)
        yield form, read(path) if form != "html" else path.read_text("utf-8")


def test_typed_control_characters_do_no_harm(plan, officer, text_with, tmp_path) -> None:
    words = f"Tập{CONTROLS}huấn."
    actions.edit_printed(
        by=officer, text=text_with("Tập huấn kỹ"), printed=words, based_on=1, reason=f"vì{CONTROLS}\ud800"
    )
    assert "huấn." in printed(plan)
    assert [form for form, _ in exported(plan, tmp_path)] == ["docx", "pdf", "html", "md"]


def test_control_characters_of_a_file_do_no_harm(officer, tmp_path) -> None:
    plan = bring_words(officer, f"Tập{CONTROLS}huấn kỹ thuật.")
    assert len(list(exported(plan, tmp_path))) == 4


@pytest.mark.parametrize(
    "words",
    [
        "Mở {value:S02.2023} ra.",
        "Mở {ref:1} ra.",
        "Mở {value:khong-co} ra.",
        "Mở {unit:1:upper} ra.",
        "Mở {{ref:1}:full} ra.",
    ],
)
def test_braces_of_a_plan_print_as_they_stood(officer, words, plan, text_with) -> None:
    actions.edit_printed(by=officer, text=text_with("Tập huấn kỹ"), printed=words, based_on=1)
    assert words in printed(plan)


@pytest.mark.parametrize(
    "words",
    ["Mở {value:S02.2023} ra.", "Mở {ref:1} ra.", "Mở {value:khong-co} ra.", "Mở {unit:1:upper} ra."],
)
def test_braces_of_a_file_print_as_they_stood(officer, words) -> None:
    assert words in printed(bring_words(officer, words))


def test_unknown_decisions_are_refused(plan, officer) -> None:
    for options in ({"decision": "xoa"}, {"decision": "accepted", "code": "X" * 300}):
        with pytest.raises(FindingError):
            actions.decide_finding(**{"by": officer, "plan": plan, "code": "ARITH-CHANGE", "quote": "q", **options})


def test_decision_with_control_characters_is_kept(plan, officer) -> None:
    actions.decide_finding(
        by=officer, plan=plan, code="ARITH-CHANGE", quote=f"q{CONTROLS}", decision="dismissed", reason=f"r{CONTROLS}"
    )


@pytest.mark.parametrize("figure", ["9" * 40, "9" * 5000, "NaN", "-1", "1e9", "0," + "1" * 60])
def test_figures_no_column_holds_are_refused(plan, officer, figure) -> None:
    from giamngheo.monitoring.models import IndicatorValue

    value = IndicatorValue.objects.filter(plan=plan).first()
    with pytest.raises(FindingError):
        actions.edit_value(by=officer, value=value, figure=figure, based_on=1)


def test_astral_and_decomposed_letters_survive(officer, tmp_path) -> None:
    import unicodedata

    plan = bring_words(officer, unicodedata.normalize("NFD", "Tập huấn 🐄 𠀀 trồng sắn."))
    assert "Tập huấn 🐄 𠀀 trồng sắn." in printed(plan)
    for form, made in exported(plan, tmp_path):
        if form == "pdf":  # a letter no font has is printed as a box
            continue
        assert "𠀀" in (made if isinstance(made, str) else "\n".join(line.text for line in made.lines()))


@pytest.mark.parametrize(
    "words", ["số " + "9" * 60 + " hộ", "giảm " + "9" * 5000 + " hộ", "1" + ".000" * 40 + " triệu đồng"]
)
def test_endless_numbers_in_a_file_do_no_harm(officer, words) -> None:
    text = PLAN.replace("từ 42 hộ", f"từ {words}")
    import_plan(by=officer, document=read_text(text), file_content=b"x", file_name="x.txt")


def test_ten_megabytes_in_one_paragraph(officer) -> None:
    bring_words(officer, "Tập huấn kỹ thuật. " * 50_000)


def test_head_with_hostile_words_is_kept(plan, officer, tmp_path) -> None:
    hostile = f"Tên{CONTROLS} " + "a" * 300
    actions.edit_head(
        by=officer, plan=plan, number="12", day="", subject=hostile, authority=hostile, signer=hostile, based_on=1
    )
    assert len(list(exported(plan, tmp_path))) == 4


@pytest.mark.parametrize("number", ["9" * 25, "9" * 5000, "-1", "1/2", "\x00"])
def test_strange_document_numbers_are_refused(plan, officer, number) -> None:
    with pytest.raises(FindingError):
        actions.edit_head(
            by=officer, plan=plan, number=number, day="", subject="x", authority="", signer="", based_on=1
        )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Công chức văn hóa", "Công chức " + "văn hóa và xã hội " * 30),
        ("415/QĐ-UBND", "415/QĐ-UBND" + "-ABCDEF" * 30),
        ("Nguyễn", "Nguyễn " + "Văn " * 60),
    ],
)
def test_words_longer_than_their_column_come_in(officer, old, new) -> None:
    assert old in PLAN
    text = PLAN.replace(old, new)
    import_plan(by=officer, document=read_text(text), file_content=b"x", file_name="x.txt")
