"""Reads of the document register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from giamngheo.accounts.queries import scope_units
from giamngheo.documents.models import Document

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


def documents_for(user: User, words: str = "") -> QuerySet[Document]:
    """Documents of the state above, and of the communes the user sees; a commune's own papers are its own business.

    A document without a known unit as issuer (a ministry, the Government) is everybody's.
    """
    commune_papers = Q(issuer__level="commune")
    found = Document.objects.filter(~commune_papers | Q(issuer__in=scope_units(user)))
    return found.filter(Q(symbol__icontains=words) | Q(subject__icontains=words)) if words else found
