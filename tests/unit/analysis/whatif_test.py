"""What if: hand-made households whose change of class, reasons and cost are known beforehand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from giamngheo.analysis.commands.whatif import main
from giamngheo.analysis.population.household import Household
from giamngheo.analysis.synthesis.generate import Plan
from giamngheo.analysis.synthesis.making import make
from giamngheo.analysis.whatif import Question, ask
from giamngheo.analysis.whatif.plainly import ask_list
from giamngheo.analysis.whatif.support import KINDS, Prices, catalogue
from giamngheo.analysis.whatif.words import as_dict, costs
from giamngheo.foundation.findings import FindingError

TODAY, NEXT = date(2026, 11, 24), date(2027, 1, 1)
GOOD = {
    "area": "rural", "wall": "durable", "pillar": "durable", "roof": "durable", "dwelling_area": 20_000,
    "water_source": "piped", "toilet_kind": "septic", "television": True, "farming": False,
}  # fmt: skip
ADULT = {
    "birth": 19800510, "employment_status": "contract", "monthly_allowance": "none", "malnutrition": "none",
    "insured": True, "attends": "none", "diploma": "upper_secondary", "certified_training": False,
    "uses_internet": True,
}  # fmt: skip
LACKING = {"water_source": "unprotected", "toilet_kind": "none", "dwelling_area": 500}  # three indicators, two people


def home(key: str, income: int | None, members: int = 2, *, commune: str = "1", **answers: object) -> Household:
    people = [dict(ADULT) for _ in range(members)]
    return Household(key, {"commune": commune}, {**GOOD, "income_per_person": income, **answers}, people)


def only(outcome, side: str = "households") -> dict:
    return dict(getattr(outcome.moves, side))


def test_income_between_the_lines_enters_with_line_and_article_named() -> None:
    outcome = ask([home("a", 1_900_000)], Question(TODAY, NEXT, assume_indicators="vn-2022"))
    assert only(outcome) == {("not_poor", "near_poor"): 1}
    assert only(outcome, "people") == {("not_poor", "near_poor"): 2}
    (change,) = outcome.changes
    text = " ".join(reason.vi for reason in change.reasons)
    assert "1.900.000" in text
    assert "1.500.000" in text
    assert "2.200.000" in text
    assert "351/2025/NĐ-CP" in text


def test_three_deprivations_make_it_poor_and_are_named() -> None:
    outcome = ask([home("a", 1_900_000, **LACKING)], Question(TODAY, NEXT, assume_indicators="vn-2022"))
    assert only(outcome) == {("not_poor", "poor"): 1}
    assert "Nguồn nước sinh hoạt" in " ".join(reason.vi for reason in outcome.changes[0].reasons)


def test_without_assumption_the_annex_decides_and_nobody_guesses() -> None:
    outcome = ask([home("a", 1_900_000), home("b", 1_000_000), home("c", 5_000_000)], Question(TODAY, NEXT))
    assert only(outcome) == {
        ("not_poor", "either"): 1, ("near_poor", "either"): 1, ("not_poor", "not_poor"): 1,
    }  # fmt: skip
    ((cause, count),) = outcome.unknown["other"].items()
    assert count == 2
    assert cause.kind == "absent"
    assert "351/2025/NĐ-CP" in cause.source + cause.text.vi


def test_assumption_stands_in_the_result() -> None:
    outcome = ask([home("a", 1_900_000)], Question(TODAY, NEXT, assume_indicators="vn-2022"))
    assert any("vn-2022.1" in text.vi for text in outcome.assumed)
    assert not any("vn-2022.1" in text.vi for text in ask([home("a", 1)], Question(TODAY, NEXT)).assumed)


def test_remembered_values_are_listed() -> None:
    outcome = ask([home("a", 1_900_000)], Question(TODAY, NEXT, assume_indicators="vn-2022"))
    assert any("Nhà tiêu hợp vệ sinh" in text.vi for text in outcome.unverified)


def test_missing_income_is_unknown_then_and_points_serve_today() -> None:
    outcome = ask(
        [home("a", None, income_score_typed=120, deprivation_score_typed=30)],
        Question(TODAY, NEXT, assume_indicators="vn-2022"),
    )
    assert only(outcome) == {("poor", "unknown"): 1}
    assert outcome.ways["base", "points"] == 1
    ((cause, _count),) = outcome.unknown["other"].items()
    assert (cause.kind, cause.key) == ("answers", "income_per_person")


def test_recognised_class_serves_today_only_where_nothing_else_does() -> None:
    known = ask([home("a", 5_000_000, recognised_class="poor")], Question(TODAY, NEXT))
    assert only(known) == {("not_poor", "not_poor"): 1}
    assert known.differs == 1
    nothing = ask([home("a", None, recognised_class="poor")], Question(TODAY, NEXT))
    assert only(nothing) == {("poor", "unknown"): 1}
    assert nothing.ways["base", "recognised"] == 1


def test_changed_line_moves_and_takes_points_away_from_that_side() -> None:
    homes = [home("a", 1_900_000, income_score_typed=150), home("b", None, income_score_typed=150)]
    outcome = ask(homes, Question(TODAY, lines={"rural": 2_000_000}))
    assert only(outcome) == {("not_poor", "near_poor"): 1, ("not_poor", "unknown"): 1}
    assert any("2.000.000" in text.vi for text in outcome.assumed)


def test_line_of_one_area_leaves_the_other() -> None:
    outcome = ask([home("a", 1_900_000, area="urban")], Question(TODAY, lines={"rural": 2_000_000}))
    assert only(outcome) == {("near_poor", "near_poor"): 1}


@pytest.mark.parametrize(("weight", "then"), [(1, "near_poor"), (2, "poor"), (0, "near_poor")])
def test_weight_counts_an_indicator_so_many_times(weight: int, then: str) -> None:
    two = home("a", 1_000_000, water_source="unprotected", toilet_kind="none")
    outcome = ask([two], Question(TODAY, weights={"toilet": weight}))
    assert only(outcome) == {("near_poor", then): 1}


def test_weighted_certainty_needs_no_further_answer() -> None:
    open_ = home("a", 1_000_000, water_source="unprotected", toilet_kind="none", wall=None, pillar=None)
    assert only(ask([open_], Question(TODAY, weights={"toilet": 2})))[("either", "poor")] == 1


def test_number_of_deprivations_can_be_asked() -> None:
    one = home("a", 1_000_000, water_source="unprotected")
    assert only(ask([one], Question(TODAY, poor_deprivations=1))) == {("near_poor", "poor"): 1}


def test_insuring_the_poor_takes_one_deprivation_away() -> None:
    three = home("a", 1_000_000, water_source="unprotected", toilet_kind="none")
    for member in three.members:
        member["insured"] = False
    outcome = ask([three], Question(TODAY, insured=("poor",)))
    assert only(outcome) == {("poor", "near_poor"): 1}
    assert "Bảo hiểm y tế: không còn thiếu hụt" in [reason.vi for reason in outcome.changes[0].reasons]
    assert three.members[0]["insured"] is False  # the list itself is not touched
    assert only(ask([three], Question(TODAY, insured=("near_poor",)))) == {("poor", "poor"): 1}


def test_groups_split_households_by_a_column_or_an_answer() -> None:
    homes = [home("a", 1_900_000), home("b", 1_900_000, commune="2"), home("c", 9_000_000, commune="2")]
    outcome = ask(homes, Question(TODAY, NEXT), by="commune")
    assert {name: moves.households.total() for name, moves in outcome.groups.items()} == {"1": 1, "2": 2}
    assert set(ask(homes, Question(TODAY, NEXT), by="area").groups) == {"rural"}


def test_insurance_cost_is_people_times_share_times_the_given_premium() -> None:
    homes = [home("a", 1_900_000, members=3), home("b", 1_000_000, members=2)]
    question = Question(TODAY, NEXT, assume_indicators="vn-2022")
    shares = {
        (base.support.support, base.entitlement.klass): (base, other)
        for base, other in costs(ask(homes, question, prices=Prices(premium=1_000_000)))
    }
    base, other = shares["health_insurance", "near_poor"]
    assert base.units is not None
    assert other.units is not None
    assert other.amount is not None
    assert (base.units.least, other.units.least) == (2, 5)
    assert other.amount.least == 5 * 700_000


def test_no_price_no_amount_and_unknown_classes_are_a_range() -> None:
    lines = {
        (base.support.support, base.entitlement.klass): other
        for base, other in costs(ask([home("a", 1_900_000, members=3)], Question(TODAY, NEXT)))
    }
    insurance = lines["health_insurance", "poor"]
    assert insurance.amount is None
    assert insurance.units == (0, 3)
    assert lines["electricity", "poor"].amount is None
    assert lines["health_insurance", "average_living_standard"].units is None  # no rule was read for 2027


def test_catalogue_of_support_is_whole_and_cited() -> None:
    assert len(catalogue()) == len(KINDS)
    for support in catalogue():
        assert support.title.vi
        assert support.on(NEXT)
        assert not support.on(date(2014, 1, 1))
        assert all(each.citation.document and each.amount > 0 for each in support.values)


@pytest.mark.parametrize(
    "question",
    [
        Question(TODAY, standard="vn-1999"), Question(date(2010, 1, 1)), Question(TODAY, date(2099, 1, 1)),
        Question(TODAY, lines={"sea": 1}), Question(TODAY, weights={"happiness": 2}),
        Question(TODAY, insured=("rich",)),
        Question(TODAY, poor_deprivations=0), Question(TODAY, NEXT, weights={"toilet": 2}),
        Question(TODAY, NEXT, assume_indicators="vn-2027"),
    ],
)  # fmt: skip
def test_impossible_question_is_refused_with_its_option(question: Question) -> None:
    with pytest.raises(FindingError) as refusal:
        ask([], question)
    assert refusal.value.finding.code == "WHATIF-OPTION"


@pytest.fixture(scope="module")
def commune(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("synth") / "xa"
    make(Plan(400, seed=5, commune="15916", day=TODAY, names=True, missing=0.01), folder, "csv")
    return folder


def test_csv_and_workbook_give_the_same_result_without_an_engine(commune: Path, tmp_path: Path) -> None:
    make(Plan(400, seed=5, commune="15916", day=TODAY, names=True, missing=0.01), tmp_path / "x", "xlsx")
    question = Question(TODAY, NEXT, assume_indicators="vn-2022")
    results = []
    for folder in (commune, tmp_path / "x"):
        outcome, findings = ask_list(folder, question, by="village")
        assert {each.severity for each in findings} == {"info"}
        results.append(as_dict(outcome))
    assert results[0] == results[1]


def test_command_answers_about_2027_by_itself(commune: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    listed = tmp_path / "doi-loai.csv"
    assert main([str(commune), "--on", "2026-11-24", "--json", "--out", str(listed)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["base"]["standard"], found["other"]["standard"]) == ("vn-2022.1", "vn-2027.1")
    assert found["households"] == 400
    assert sum(cell["households"] for cell in found["moves"]) == 400
    assert len(listed.read_text("utf-8-sig").splitlines()) == len(found["changes"]) + 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_report_says_lines_reasons_costs_and_assumptions(commune: Path, capsys, language: str) -> None:
    options = ["--on", "2026-11-24", "--assume-indicators", "vn-2022", "--lang", language, "--by", "village"]
    assert main([str(commune), *options]) == 0
    printed = capsys.readouterr().out
    for part in ("2.200.000", "351/2025/NĐ-CP", "30 kWh", "vn-2022.1"):
        assert part in printed


def test_command_refuses_in_one_sentence(tmp_path: Path, capsys) -> None:
    assert main([str(tmp_path), "--poor-deprivations", "two"]) == 2
    assert "WHATIF-OPTION" in capsys.readouterr().err
    assert main([str(tmp_path), "--line", "rural", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == "WHATIF-OPTION"
    assert main([str(tmp_path), "--engine", "abacus"]) == 2
    assert "DATA-OPTION" in capsys.readouterr().err


def test_day_is_written_as_officers_write_it(commune: Path, capsys) -> None:
    assert main([str(commune), "--on", "24/11/2026", "--to", "01/01/2027", "--json", "--quiet"]) == 0
    assert json.loads(capsys.readouterr().out)["other"]["day"] == "2027-01-01"
