"""The catalogue's schema refuses what a careless hand would write; its figures are those that were read."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import msgspec
import pytest
import yaml

from giamngheo.analysis.whatif.support import catalogue as whatif_catalogue
from giamngheo.standards import on
from giamngheo.support.catalogue import Kind, catalogue, kind_of, read

TEXT = (files("giamngheo.support") / "data" / "catalogue.yaml").read_text("utf-8")


def on_day(code: str, day: date) -> list[tuple[str, bool, object]]:
    kind = kind_of(code)
    assert kind is not None
    return [(each.who.klass, each.who.asks is not None, each.amount or each.rate) for each in kind.on(day)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("document: 146/2018/NĐ-CP, ", ""),
        ("verified: true, ", ""),
        ("last_reviewed: 2026-11-24, ", ""),
        ("amount: 100, ", ""),
        ("amount: 100, ", "amount: 100, absent: {vi: a, en: b}, "),
        ("amount: 100, ", "amount: 100.5, "),
        ("amount: 100, ", "amount: 100, source: tờ báo, "),
        ("class: poor", "class: very_poor"),
        ("from: 2025-07-01, ", "from: 2025-07-01, to: 2025-06-30, "),
        ("class: poor", "class: newly_exited"),
        ("class: poor", "class: near_poor"),
        ("measure: premium_percent", "measure: premium"),
        ("amount: 100, ", 'rate: "6,6", '),
    ],
)
def test_schema_is_closed(before: str, after: str) -> None:
    assert before in TEXT
    with pytest.raises((msgspec.ValidationError, ValueError, ArithmeticError)):
        read(TEXT.replace(before, after, 1))


def test_a_kind_stands_once() -> None:
    with pytest.raises(ValueError, match="kinds twice"):
        read(TEXT.replace("kind: electricity", "kind: gift", 1))


def test_insurance_shares_by_class() -> None:
    assert on_day("health_insurance", date(2026, 3, 1))[:5] == [
        ("poor", False, 100),
        ("near_poor", False, 70),
        ("near_poor", True, 100),
        ("near_poor", True, 100),
        ("average_living_standard", False, 30),
    ]
    assert on_day("health_insurance", date(2025, 6, 30)) == []


@pytest.mark.parametrize(
    ("code", "last", "first"),
    [
        ("credit_poor", "6.6", "6.24"),
        ("credit_near_poor", "7.92", "7.488"),
        ("credit_newly_exited", "8.25", "7.8"),
        ("credit_students", "6.6", "6.24"),
        ("credit_water", "9.0", "8.4"),
        ("credit_difficult_areas", "9.0", "7.8"),
    ],
)
def test_rates_were_cut_on_the_first_of_december(code: str, last: str, first: str) -> None:
    rates = [{value for _, _, value in on_day(code, day) if isinstance(value, str)}
             for day in (date(2025, 11, 30), date(2025, 12, 1))]  # fmt: skip
    assert rates == [{last}, {first}]


def test_what_is_only_remembered_is_not_verified() -> None:
    remembered = {kind.code for kind in catalogue() for each in kind.values if not each.verified and not each.absent}
    assert remembered == {"study_costs", "credit_newly_exited", "credit_water"}


def test_least_base_of_social_insurance_follows_the_rural_line() -> None:
    kind = kind_of("social_insurance")
    assert kind is not None
    assert kind.on(date(2026, 6, 1))[0].reads == "income_line.rural"
    lines = [on(day).parameters["income_line"]["rural"] for day in (date(2026, 12, 31), date(2027, 1, 1))]
    assert lines == [1_500_000, 2_200_000]


def test_loans_are_never_handed_over() -> None:
    loans = [each for each in catalogue() if each.code.startswith("credit_")]
    assert len(loans) == 10
    assert not any(each.is_delivered for each in loans)


def test_what_a_project_decides_has_no_values() -> None:
    with pytest.raises(ValueError, match="values"):
        msgspec.convert(
            {"kind": "x", "title": {"vi": "a", "en": "b"}, "subject": "person", "measure": "kwh_month"}, Kind
        )


def test_what_if_counts_by_class_alone_with_the_amounts_of_this_catalogue() -> None:
    counted = [(support.support, each.klass, each.amount, each.months) for support in whatif_catalogue()
               for each in support.on(date(2026, 3, 1))]  # fmt: skip
    assert counted == [
        ("health_insurance", "poor", 100, 12), ("health_insurance", "near_poor", 70, 12),
        ("health_insurance", "average_living_standard", 30, 12), ("electricity", "poor", 30, 12),
        ("study_costs", "poor", 150_000, 9), ("credit_poor", "poor", 100_000_000, 12),
        ("credit_near_poor", "near_poor", 100_000_000, 12),
    ]  # fmt: skip
    near_poor = next(each for support in whatif_catalogue() for each in support.values if each.klass == "near_poor")
    assert near_poor.note is not None
    assert "Mức thấp nhất" in near_poor.note.vi
    assert "xã nghèo? (100 %)" in near_poor.note.vi  # what is left out is told


def test_every_value_is_read_back_as_written() -> None:
    written = sum(len(each.get("values", [])) for each in yaml.safe_load(TEXT))
    assert written == sum(len(each.values) for each in catalogue()) > 40
