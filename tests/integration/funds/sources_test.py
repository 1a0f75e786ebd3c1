"""The dictionary of fund sources."""

import pytest
from django.db import IntegrityError, transaction

from giamngheo.funds.actions import load_sources
from giamngheo.funds.models import FundingReference, FundSource
from giamngheo.funds.queries import sources

pytestmark = pytest.mark.django_db


def test_loans_stand_apart_from_grants() -> None:
    assert [source.code for source in sources() if source.is_loan] == ["TD"]
    assert sources().count() == 8


def test_every_source_is_cited_once() -> None:
    load_sources(by=None)
    assert FundSource.objects.count() == 8
    assert not FundSource.objects.filter(citation="").exists()


def test_negative_sums_are_refused(hoang_phu_old) -> None:
    from giamngheo.documents.models import Document
    from giamngheo.programme.models import AnnualPlan, ProgrammePeriod

    plan = AnnualPlan.objects.create(commune=hoang_phu_old, year=2024, period=ProgrammePeriod.objects.first())
    document = Document.objects.create(symbol="1/QĐ", reference_key="1/QĐ")
    with pytest.raises(IntegrityError), transaction.atomic():
        FundingReference.objects.create(plan=plan, document=document, year=2024, amount=-1)
