"""A line of the source that found no place in the plan, and why: nothing disappears."""

from django.db import models


class Unplaced(models.Model):
    """Text of the imported file kept beside the plan, with its line and the reason."""

    plan = models.ForeignKey("programme.AnnualPlan", on_delete=models.CASCADE, related_name="unplaced")
    line = models.PositiveIntegerField()
    text = models.TextField()
    code = models.CharField(max_length=20, blank=True)  # of planning.reasons; "" in rows older than the codes
    why = models.TextField()  # the reason in Vietnamese

    class Meta:
        ordering = ("plan", "line", "id")
        verbose_name_plural = "unplaced"

    def __str__(self) -> str:
        return f"{self.line}: {self.text[:60]}"
