"""One official document somebody issued: the one place its number, date and issuer are kept."""

from django.db import models
from django.db.models import F, Q


class DocumentSource(models.TextChoices):
    """How a document came into the register."""

    REGISTER = "register", "register"  # the packaged register of known documents
    CITED = "cited", "cited"  # named in a document we read; nobody has seen the document itself
    OWN = "own", "own"  # made here


class Document(models.Model):
    """An official document (NĐ 30/2020/NĐ-CP). `reference_key` is the symbol in matching form; where the symbol alone
    does not name the issuer ("829/QĐ-UBND") the issuer is part of the key, because every commune has a number 829.

    `symbol` is the whole "số, ký hiệu" ("829/QĐ-UBND"), `number` its running number as digits. Of our own documents
    `serial` is that number and `series_year` the year it runs in: once for an issuer, type and year.
    """

    doc_type = models.CharField(max_length=8, blank=True)  # abbreviation of Phụ lục III: "QĐ", "NĐ", ...
    number = models.CharField(max_length=20, blank=True)
    symbol = models.CharField(max_length=80)
    reference_key = models.CharField(max_length=300)
    reference_text = models.CharField(max_length=300, blank=True)  # as first met, mistakes and all
    issuer_name = models.CharField(max_length=300, blank=True)
    issuer = models.ForeignKey(
        "territory.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="documents"
    )
    issued_on = models.DateField(null=True, blank=True)
    subject = models.TextField(blank=True)
    effective_from = models.DateField(null=True, blank=True)
    effective_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=16, choices=DocumentSource.choices, default=DocumentSource.CITED)
    serial = models.PositiveIntegerField(null=True, blank=True)
    series_year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("issued_on", "symbol")
        constraints = (
            models.UniqueConstraint(fields=("reference_key", "issued_on"), name="document_once_per_day"),
            # NULL is never equal to NULL: an undated citation needs its own rule.
            models.UniqueConstraint(
                fields=("reference_key",), condition=Q(issued_on__isnull=True), name="document_once_undated"
            ),
            models.CheckConstraint(condition=~Q(symbol=""), name="document_has_symbol"),
            models.CheckConstraint(
                condition=Q(effective_from__isnull=True)
                | Q(effective_to__isnull=True)
                | Q(effective_to__gte=F("effective_from")),
                name="document_ends_after_start",
            ),
            models.CheckConstraint(condition=Q(source__in=DocumentSource.values), name="document_source_known"),
            models.UniqueConstraint(
                fields=("issuer", "doc_type", "series_year", "serial"), name="document_number_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(serial=None, series_year=None)
                | Q(serial__gte=1, series_year__isnull=False, issuer__isnull=False, source="own"),
                name="document_number_of_our_own",
            ),
        )

    def __str__(self) -> str:
        return self.symbol
