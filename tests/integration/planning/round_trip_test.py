"""In and out again: the same tree, and every number in the output or in the list of what was left out."""

from collections import Counter

import pytest

from giamngheo.paperwork.readers import read
from giamngheo.paperwork.writers import write
from giamngheo.planning import queries
from giamngheo.planning.actions import import_plan
from giamngheo.planning.composing.leftout import numbers_in, value_of
from tests.seed import seed_path

pytestmark = pytest.mark.django_db


def bring_file(path, **options):
    return import_plan(by=None, document=read(path), file_content=path.read_bytes(), file_name=path.name, **options)


def shape(plan):
    """Projects, subprojects, blocks and their texts, as printed, with generated numbers left out."""
    content = queries.composed(None, plan)
    return [(node.kind, node.level, node.text) for node in content.document.walk()]


@pytest.mark.parametrize("form", ["md", "docx", "pdf"])
def test_made_up_plan_comes_back_the_same(plan, tmp_path, form) -> None:
    made = queries.composed(None, plan)
    write(made.document, tmp_path / f"plan.{form}", form)
    assert bring_file(tmp_path / f"plan.{form}").status == "unchanged"


@pytest.mark.seed
@pytest.mark.parametrize("form", ["md", "docx", "pdf"])
def test_real_plan_comes_back_the_same(units_loaded, tmp_path, form) -> None:
    plan = bring_file(seed_path()).plan
    before = shape(plan)
    write(queries.composed(None, plan).document, tmp_path / f"plan.{form}", form)
    again = bring_file(tmp_path / f"plan.{form}")
    assert again.status == "unchanged"
    assert shape(again.plan) == before


@pytest.mark.seed
def test_every_number_of_the_real_plan_is_accounted_for(units_loaded) -> None:
    made = queries.composed(None, bring_file(seed_path()).plan)
    lines = seed_path().read_text(encoding="utf-8").split("\n")
    source = Counter(value for line in lines for _, value in numbers_in(line))
    printed = Counter(value for line in made.document.lines() for _, value in numbers_in(line.text))
    printed[value_of(str(made.document.place_and_date.year))] += 1
    left = Counter(value for each in made.left_out for _, value in numbers_in(each.number))
    assert source - printed - left == Counter()
    assert [each.line for each in made.left_out] == [201, 203, 314]


@pytest.mark.seed
def test_every_line_of_the_real_plan_is_in_some_row(units_loaded) -> None:
    from giamngheo.foundation.text import bare

    plan = bring_file(seed_path()).plan
    kept = [text.source_text for text in plan.texts.all()] + [section.source_text for section in plan.sections.all()]
    kept += [each.text for each in plan.unplaced.all()]
    words = bare(" ".join(kept))
    for line in seed_path().read_text(encoding="utf-8").split("\n"):
        plain = bare(line.replace("*", "").lstrip("-+ "))
        assert plain in words or plain == "noi nhan:" or "".join(plain.split()) in "".join(words.split()), line
    assert not plan.unplaced.exists()


@pytest.mark.seed
def test_real_plan_fills_the_rooms_as_counted_by_hand(units_loaded) -> None:
    outcome = bring_file(seed_path())
    plan = outcome.plan
    codes = plan.sections.filter(kind="project").order_by("order").values_list("node__code", flat=True)
    assert list(codes) == [
        "DA2", "DA3", "DA3.1", "DA3.2", "DA4", "DA4.1", "DA4.3", "DA6", "DA6.1", "DA6.2", "DA7", "DA7.1", "DA7.2",
    ]  # fmt: skip
    assert plan.sections.filter(kind="block").count() == 9 * 5
    values = {f"{row.indicator.code}.{row.period_year}": row.value for row in plan.values.select_related("indicator")}
    expected = {
        "S02.2022": 2.22, "S02.2023": 1.12, "Q01.2023": 1.1, "S01.2022": 33, "S01.2023": 16, "K01.2023": 22,
        "S03.2023": 66, "S04.2023": 8, "S05.2023": 25.33, "S06.2023": 94.5, "S14M.2023": 7487, "S14L.2023": 175,
        "S08M.2023": 1040, "S09M.2023": 1065, "S10M.2023": 983, "S11M.2023": 2228, "S12M.2023": 0, "S13M.2023": 1160,
        "S08L.2023": 15, "S09L.2023": 17, "S10L.2023": 15, "S11L.2023": 110, "S12L.2023": 0, "S13L.2023": 13,
    }  # fmt: skip
    assert {key: float(values[key]) for key in expected} == expected
    assert outcome.counts()["references"] == 21
    assert plan.funding_references.count() == 7
    assert not plan.funding_references.exclude(amount=None).exists()


@pytest.mark.seed
def test_real_plan_is_a_few_dozen_statements(units_loaded, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(90):
        bring_file(seed_path())


def test_sample_plan_of_the_demonstration_comes_back_the_same(units_loaded, tmp_path) -> None:
    from importlib.resources import files

    sample = tmp_path / "mau.md"
    sample.write_bytes((files("giamngheo.planning") / "samples" / "ke-hoach-mau.md").read_bytes())
    plan = bring_file(sample).plan
    assert not plan.unplaced.exists()
    before = shape(plan)
    for form in ("md", "docx", "pdf"):
        write(queries.composed(None, plan).document, tmp_path / f"plan.{form}", form)
        assert bring_file(tmp_path / f"plan.{form}").status == "unchanged", form
    assert shape(plan) == before
