"""The document register: a document once, a file once, and citations that never overwrite it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from giamngheo.audit.models import Event
from giamngheo.documents.actions import Citation, file_path, keep_file, register_cited
from giamngheo.documents.models import Document, StoredFile
from giamngheo.documents.queries import documents_for

pytestmark = pytest.mark.django_db
DECREE = Citation("27/2022/NĐ-CP", "27/2022/NĐ-CP", "NĐ", "27", date(2022, 4, 19), "Chính phủ")


def test_cited_twice_is_one_document() -> None:
    first = register_cited(by=None, citations=[DECREE, DECREE])
    second = register_cited(by=None, citations=[DECREE])
    assert first == second
    assert Document.objects.count() == 1
    assert Event.objects.filter(action="documents.register_cited").count() == 1


def test_citation_fills_a_gap_but_never_overwrites() -> None:
    nameless = Citation(DECREE.key, DECREE.symbol, "NĐ", "27", DECREE.issued_on)
    register_cited(by=None, citations=[nameless])
    register_cited(by=None, citations=[DECREE])
    wrong = Citation(DECREE.key, "27/2022", "TT", "27", DECREE.issued_on, "Bộ Tài chính")
    register_cited(by=None, citations=[wrong])
    document = Document.objects.get()
    assert (document.symbol, document.doc_type, document.issuer_name) == ("27/2022/NĐ-CP", "NĐ", "Chính phủ")


def test_database_refuses_a_document_twice() -> None:
    for day in (date(2022, 4, 19), None):
        Document.objects.create(symbol="1/QĐ", reference_key="1/QĐ", issued_on=day)
        with pytest.raises(IntegrityError), transaction.atomic():
            Document.objects.create(symbol="1/QĐ", reference_key="1/QĐ", issued_on=day)


def test_file_lies_under_its_hash_once(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    first = keep_file(by=None, name="a.docx", content=b"noi dung")
    assert keep_file(by=None, name="b.docx", content=b"noi dung") == first
    assert file_path(first.sha256).read_bytes() == b"noi dung"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [first.sha256]
    assert StoredFile.objects.count() == 1


def test_papers_of_a_commune_are_its_own(officer, other_officer, hoang_phu_old) -> None:
    register_cited(
        by=None, citations=[DECREE, Citation("5/KH-UBND|15883", "5/KH-UBND", "KH", "5", None, "UBND xã", hoang_phu_old)]
    )
    assert documents_for(officer).count() == 2
    assert [document.symbol for document in documents_for(other_officer)] == ["27/2022/NĐ-CP"]
