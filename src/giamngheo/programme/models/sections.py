"""The body of a plan as kept: a tree of sections, and texts with tokens where figures and references stand."""

from django.db import models
from django.db.models import Q

from giamngheo.programme.models.plan import AnnualPlan
from giamngheo.programme.models.tree import ProgrammeNode


class SectionKind(models.TextChoices):
    """A heading of the narrative, a project or subproject, or one of a project's blocks a-e."""

    HEADING = "heading", "heading"
    PROJECT = "project", "project"
    BLOCK = "block", "block"


class Block(models.TextChoices):
    """The five blocks of every project, in the order they are printed."""

    NONE = "", ""
    OBJECTIVE = "objective", "objective"
    BENEFICIARIES = "beneficiaries", "beneficiaries"
    CONTENT = "content", "content"
    FUNDING = "funding", "funding"
    ASSIGNMENT = "assignment", "assignment"


class TextKind(models.TextChoices):
    """How a text is set."""

    PARAGRAPH = "paragraph", "paragraph"
    BULLET = "bullet", "bullet"
    TABLE = "table", "table"


class TextPart(models.TextChoices):
    """Where in the document a text stands; all but BODY are outside the sections."""

    BODY = "body", "body"
    LEGAL_BASIS = "legal_basis", "legal_basis"
    OPENING = "opening", "opening"
    ADDRESSEE = "addressee", "addressee"
    CLOSING = "closing", "closing"
    RECIPIENT = "recipient", "recipient"
    HEADER = "header", "header"  # issuer, motto, reference, date, type, subject, signature: kept as they stood


class PlanSection(models.Model):
    """One section. `key` is its place among its siblings ("2/3/1"); `title` has tokens as texts have; numbers are
    never kept, they are made when the plan is printed. `source_*` say what stood in the file it came from."""

    plan = models.ForeignKey(AnnualPlan, on_delete=models.CASCADE, related_name="sections")
    key = models.CharField(max_length=60)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="children")
    order = models.PositiveIntegerField()  # in document order, over the whole plan
    kind = models.CharField(max_length=10, choices=SectionKind.choices)
    block = models.CharField(max_length=14, choices=Block.choices, blank=True, default=Block.NONE)
    node = models.ForeignKey(
        ProgrammeNode, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_sections"
    )
    title = models.TextField()
    numbering = models.CharField(max_length=3, blank=True)  # "" by its level; "a" lettered, "C" Chương …
    source_number = models.CharField(max_length=30, blank=True)
    source_text = models.TextField(blank=True)
    source_line = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("plan", "order")
        constraints = (
            models.UniqueConstraint(fields=("plan", "key"), name="section_key_once_per_plan"),
            models.CheckConstraint(condition=Q(kind__in=SectionKind.values), name="section_kind_known"),
            models.CheckConstraint(condition=Q(block__in=Block.values), name="section_block_known"),
            models.CheckConstraint(
                condition=(Q(kind=SectionKind.BLOCK) & ~Q(block="")) | (~Q(kind=SectionKind.BLOCK) & Q(block="")),
                name="section_block_named",
            ),
            models.CheckConstraint(
                condition=~Q(kind=SectionKind.PROJECT) | Q(node__isnull=False), name="section_project_has_node"
            ),
        )

    def __str__(self) -> str:
        return f"{self.key} {self.title[:60]}"


class PlanText(models.Model):
    """One paragraph, bullet or table. `template` is the text with `{ref:N}`, `{value:N}`, `{target:N}`, `{unit:N}`
    where a reference, a figure, a target or a unit's name stands (N: primary key); `source_text`: what the file said.

    `mark` of a bullet: "-", "+", "a" (lettered points), "1" (numbered); `run_in`: printed on its heading's line.
    `rows` of a table: list of rows of cell texts, which are templates too.
    """

    plan = models.ForeignKey(AnnualPlan, on_delete=models.CASCADE, related_name="texts")
    section = models.ForeignKey(PlanSection, null=True, blank=True, on_delete=models.CASCADE, related_name="texts")
    key = models.CharField(max_length=80)
    part = models.CharField(max_length=12, choices=TextPart.choices, default=TextPart.BODY)
    order = models.PositiveIntegerField()  # in document order, over the whole plan
    kind = models.CharField(max_length=10, choices=TextKind.choices, default=TextKind.PARAGRAPH)
    mark = models.CharField(max_length=4, blank=True)
    run_in = models.BooleanField(default=False)
    template = models.TextField(blank=True)
    rows = models.JSONField(default=list, blank=True)
    source_text = models.TextField(blank=True)
    source_line = models.PositiveIntegerField(null=True, blank=True)
    source_end_line = models.PositiveIntegerField(null=True, blank=True)
    origin = models.CharField(max_length=8, default="import", choices=[("import", "import"), ("edit", "edit")])
    cites = models.ManyToManyField("documents.Document", blank=True, related_name="cited_in")

    class Meta:
        ordering = ("plan", "order")
        constraints = (
            models.UniqueConstraint(fields=("plan", "key"), name="text_key_once_per_plan"),
            models.CheckConstraint(condition=Q(kind__in=TextKind.values), name="text_kind_known"),
            models.CheckConstraint(condition=Q(part__in=TextPart.values), name="text_part_known"),
            models.CheckConstraint(condition=Q(origin__in=["import", "edit"]), name="text_origin_known"),
            models.CheckConstraint(
                condition=Q(part=TextPart.BODY) | Q(section__isnull=True), name="text_outside_body_has_no_section"
            ),
        )

    def __str__(self) -> str:
        return self.template[:80]
