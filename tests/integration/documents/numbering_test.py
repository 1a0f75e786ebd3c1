"""Numbers of our own documents: one series an issuer, type and year; never two documents of one number."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from giamngheo.audit.models import Event
from giamngheo.documents.actions import Citation, register_cited, register_own
from giamngheo.documents.models import Document, DocumentSource
from giamngheo.documents.queries import next_number
from giamngheo.foundation.findings import FindingError
from tests.threads import at_once

DAY = date(2026, 10, 5)
pytestmark = pytest.mark.django_db


def taken(issuer, sign: str = "QĐ-UBND", day: date = DAY, **values) -> str:
    return register_own(by=None, issuer=issuer, sign=sign, day=day, subject="Thử", **values).symbol


def test_numbers_run_by_issuer_type_and_year(hoang_phu_new, other_commune) -> None:
    assert [taken(hoang_phu_new), taken(hoang_phu_new)] == ["01/QĐ-UBND", "02/QĐ-UBND"]
    assert taken(hoang_phu_new, "TB-UBND") == "01/TB-UBND"
    assert taken(other_commune) == "01/QĐ-UBND"
    assert taken(hoang_phu_new, day=date(2027, 1, 4)) == "01/QĐ-UBND"
    assert taken(hoang_phu_new, "UBND-VX") == "01/UBND-VX"
    assert Document.objects.get(symbol="01/UBND-VX").doc_type == ""


def test_number_of_the_clerks_book_is_kept_and_the_next_follows_it(hoang_phu_new, officer) -> None:
    assert taken(hoang_phu_new, serial=125) == "125/QĐ-UBND"
    assert next_number(officer, hoang_phu_new, "QĐ-UBND", 2026) == 126
    assert taken(hoang_phu_new, serial=7) == "07/QĐ-UBND"
    assert taken(hoang_phu_new) == "126/QĐ-UBND"


@pytest.mark.parametrize(
    ("serial", "sign", "code"),
    [
        (5, "QĐ-UBND", "DOCUMENT-NUMBER-TAKEN"),
        (0, "QĐ-UBND", "DOCUMENT-NUMBER-WRONG"),
        (100_000, "QĐ-UBND", "DOCUMENT-NUMBER-WRONG"),
        (6, "125/QĐ-UBND", "DOCUMENT-SIGN-WRONG"),
        (6, "", "DOCUMENT-SIGN-WRONG"),
    ],
)
def test_wrong_number_is_refused_and_nothing_entered(hoang_phu_new, serial, sign, code) -> None:
    taken(hoang_phu_new, serial=5)
    with pytest.raises(FindingError) as refused:
        taken(hoang_phu_new, sign, serial=serial)
    assert refused.value.finding.code == code
    assert Document.objects.count() == 1
    assert Event.objects.filter(action="documents.register_own").count() == 1


def test_citation_of_our_document_becomes_the_document(hoang_phu_new) -> None:
    key = f"12/QĐ-UBND|{hoang_phu_new.code}"
    register_cited(by=None, citations=[Citation(key, "12/QĐ-UBND", "QĐ", "12", DAY, issuer=hoang_phu_new)])
    taken(hoang_phu_new, serial=12)
    document = Document.objects.get()
    assert (document.source, document.serial, document.subject) == (DocumentSource.OWN, 12, "Thử")


def test_database_itself_refuses_a_number_twice(hoang_phu_new) -> None:
    taken(hoang_phu_new)
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.create(
            symbol="1/QĐ-UBND", reference_key="khác", doc_type="QĐ", issuer=hoang_phu_new, source="own", serial=1,
            series_year=2026,
        )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_two_who_take_a_number_at_once_take_two(hoang_phu_new) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("one writer at a time; PostgreSQL runs this")
    told = at_once(*[lambda: taken(hoang_phu_new)] * 4)
    assert sorted(told) == [f"{number:02}/QĐ-UBND" for number in range(1, 5)]


@pytest.mark.django_db(transaction=True)
def test_one_number_typed_by_two_at_once_is_one_document(hoang_phu_new) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("one writer at a time; PostgreSQL runs this")
    told = at_once(*[lambda: taken(hoang_phu_new, serial=9)] * 2)
    assert [each for each in told if isinstance(each, str)] == ["09/QĐ-UBND"]
    assert [each.finding.code for each in told if isinstance(each, FindingError)] == ["DOCUMENT-NUMBER-TAKEN"]
