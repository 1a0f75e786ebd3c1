"""The programme's tree, one per period: the period changes the words, the levels and the ministries."""

from django.db import models
from django.db.models import F, Q


class NodeKind(models.TextChoices):
    """Levels of the tree. 2021-2025: project, subproject. 2026-2030: component group (hợp phần), content component."""

    PROGRAMME = "programme", "programme"
    PROJECT = "project", "project"
    SUBPROJECT = "subproject", "subproject"
    COMPONENT_GROUP = "component_group", "component_group"
    CONTENT_COMPONENT = "content_component", "content_component"


class ProgrammePeriod(models.Model):
    """A period of the programme with its own tree and its own legal basis."""

    code = models.CharField(max_length=9, unique=True)  # "2021-2025"
    name = models.CharField(max_length=300)
    from_year = models.PositiveSmallIntegerField()
    to_year = models.PositiveSmallIntegerField()
    legal_basis = models.TextField()

    class Meta:
        ordering = ("from_year",)
        constraints = (
            models.CheckConstraint(condition=Q(to_year__gte=F("from_year")), name="period_ends_after_start"),
        )

    def __str__(self) -> str:
        return self.code


class ProgrammeNode(models.Model):
    """A project, subproject or content component. `code` is ours ("DA3.1", "H1.04"); `verified` says that the name was
    read in the source named in `citation`, not recalled."""

    period = models.ForeignKey(ProgrammePeriod, on_delete=models.PROTECT, related_name="nodes")
    code = models.CharField(max_length=16)
    kind = models.CharField(max_length=20, choices=NodeKind.choices)
    name = models.CharField(max_length=400)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    lead = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField()
    verified = models.BooleanField()
    citation = models.CharField(max_length=300)

    class Meta:
        ordering = ("period", "order")
        constraints = (
            models.UniqueConstraint(fields=("period", "code"), name="node_code_once_per_period"),
            models.CheckConstraint(condition=Q(kind__in=NodeKind.values), name="node_kind_known"),
            models.CheckConstraint(condition=~Q(citation=""), name="node_has_citation"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(kind=NodeKind.PROGRAMME), name="programme_is_root"
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class NodeCrosswalk(models.Model):
    """Where the work of an old node goes on in the next period. `new` is empty where nobody knows: never guessed."""

    old = models.ForeignKey(ProgrammeNode, on_delete=models.PROTECT, related_name="continues_as")
    new = models.ForeignKey(
        ProgrammeNode, null=True, blank=True, on_delete=models.PROTECT, related_name="continues_from"
    )
    verified = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("old", "new"), name="crosswalk_once"),
            models.UniqueConstraint(fields=("old",), condition=Q(new__isnull=True), name="crosswalk_unknown_once"),
        )

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id or '?'}"
