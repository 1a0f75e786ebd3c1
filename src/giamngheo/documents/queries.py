"""Reads of the document register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from giamngheo.accounts.queries import scope_units, whole_units
from giamngheo.documents import numbering
from giamngheo.documents.models import Document, SheetImport
from giamngheo.foundation.findings import FindingError

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.accounts.permissions import Permission
    from giamngheo.territory.models import Unit


def documents_for(user: User, words: str = "") -> QuerySet[Document]:
    """Documents of the state above, and of the communes the user sees; a commune's own papers are its own business.

    A document without a known unit as issuer (a ministry, the Government) is everybody's.
    """
    commune_papers = Q(issuer__level="commune")
    found = Document.objects.filter(~commune_papers | Q(issuer__in=scope_units(user)))
    return found.filter(Q(symbol__icontains=words) | Q(subject__icontains=words)) if words else found


def next_number(user: User, issuer: Unit, sign: str, year: int) -> int:
    """The number a document of that sign would take now; 1 for a sign that is none, and for others' issuers."""
    try:
        doc_type = numbering.type_of(numbering.sign_of(sign))
    except FindingError:
        return 1
    if not scope_units(user).filter(pk=issuer.pk).exists():
        return 1
    return numbering.next_serial(issuer, doc_type, year)


def sheets_for(user: User, kind: str, permission: Permission) -> QuerySet[SheetImport]:
    """Workbooks that entered a book, the newest first: of the units the whole of which the user may write, and those
    they sent themselves where they may still write: the rows name people of every village."""
    mine = Q(by=user, unit__in=scope_units(user, permission=permission))
    found = SheetImport.objects.filter(mine | Q(unit__in=whole_units(user, permission)), kind=kind)
    return found.select_related("unit", "file", "by", "undone_by")
