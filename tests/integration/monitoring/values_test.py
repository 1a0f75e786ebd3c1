"""Indicators and figures: cited catalogue, actual beside estimate, days that are days."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from giamngheo.monitoring.actions import load_indicators
from giamngheo.monitoring.models import Indicator, IndicatorValue
from giamngheo.monitoring.queries import indicators, values_for

pytestmark = pytest.mark.django_db


def test_catalogue_is_cited_and_loaded_once() -> None:
    count = indicators().count()
    load_indicators(by=None)
    assert Indicator.objects.count() == count
    assert not Indicator.objects.filter(citation="").exists()
    recalled = set(Indicator.objects.filter(origin="Q", verified=False).values_list("code", flat=True))
    assert recalled == {"Q14", "Q15", "Q16", "Q17", "Q18"}


def test_estimate_never_overwrites_an_actual(officer, hoang_phu_new) -> None:
    indicator = Indicator.objects.get(code="S02")
    for value, day, is_estimate in ((1.12, date(2023, 11, 30), False), (1.05, date(2023, 12, 31), True)):
        IndicatorValue.objects.create(
            indicator=indicator, unit=hoang_phu_new, period_year=2023, value=value, as_of=day, is_estimate=is_estimate
        )
    rows = values_for(officer, indicator="S02", year=2023)
    assert [(float(row.value), row.is_estimate) for row in rows] == [(1.12, False), (1.05, True)]


def test_inferred_day_must_be_a_day(hoang_phu_new) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        IndicatorValue.objects.create(
            indicator=Indicator.objects.first(), unit=hoang_phu_new, period_year=2023, value=1, as_of_inferred=True
        )
