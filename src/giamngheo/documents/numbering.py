"""The running numbers of our own documents: one series for an issuer, a type and a year (NĐ 30/2020/NĐ-CP).

Asked inside a transaction that holds the issuer's row: two who take a number at the same moment take two numbers.
"""

from __future__ import annotations

import re

from django.db.models import Max

from giamngheo.documents.models import Document
from giamngheo.documents.problems import NUMBER_TAKEN, NUMBER_WRONG, SIGN_WRONG
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.territory.models import Unit

MOST = 99_999  # more than any office issues of one type in a year
_SIGN = re.compile(r"[A-ZÀ-ỸĐ][A-Za-zÀ-ỹĐđ]*(?:-[A-Za-zÀ-ỹĐđ0-9&.]+)*")
_TYPES = frozenset(  # Phụ lục III; a letter (công văn) has no abbreviation of its own
    (
        "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ",
        "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB",
    )
)  # fmt: skip


def sign_of(text: str) -> str:
    """The sign ("QĐ-UBND") as it is printed behind the number. Raises FindingError DOCUMENT-SIGN-WRONG."""
    sign = squeeze(nfc(text)).replace(" ", "")
    if len(sign) > 40 or not _SIGN.fullmatch(sign):
        raise FindingError(SIGN_WRONG.at(text=text[:40]))
    return sign


def type_of(sign: str) -> str:
    """The type a sign begins with, "" for a letter: "QĐ-UBND" → QĐ, "UBND-VX" → ""."""
    head = sign.split("-")[0]
    return head if head in _TYPES else ""


def hold(issuer: Unit) -> None:
    """Lock the issuer until the transaction ends."""
    Unit.objects.select_for_update(no_key=True).get(pk=issuer.pk)


def next_serial(issuer: Unit, doc_type: str, year: int) -> int:
    """The number after the greatest one taken."""
    taken = Document.objects.filter(issuer=issuer, doc_type=doc_type, series_year=year).aggregate(Max("serial"))
    return (taken["serial__max"] or 0) + 1


def check_free(issuer: Unit, doc_type: str, year: int, serial: int) -> None:
    """Raises FindingError DOCUMENT-NUMBER-WRONG, DOCUMENT-NUMBER-TAKEN."""
    if not 1 <= serial <= MOST:
        raise FindingError(NUMBER_WRONG.at(text=str(serial)))
    found = Document.objects.filter(issuer=issuer, doc_type=doc_type, series_year=year, serial=serial).first()
    if found is not None:
        day = format_date(found.issued_on) if found.issued_on else "–"
        raise FindingError(
            NUMBER_TAKEN.at(symbol=found.symbol, year=year, day=day, subject=found.subject or found.symbol)
        )


def key_of(symbol: str, issuer: Unit) -> str:
    """`Document.reference_key` of a local body's document, as citations of it are keyed."""
    return re.sub(r"[{}:@]", "", f"{symbol.upper()}|{issuer.code}")


def issuer_name(issuer: Unit) -> str:
    """UBND xã Hoằng Phú."""
    return f"UBND {issuer.name[:1].lower()}{issuer.name[1:]}"
