"""What an officer decided about a finding."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Decision(models.TextChoices):
    """Accepted: it is wrong and will be put right. Dismissed: it is not wrong, for a reason that is kept."""

    ACCEPTED = "accepted", "accepted"
    DISMISSED = "dismissed", "dismissed"


class FindingDecision(models.Model):
    """A decision holds for a finding's code and the text it quotes (`fingerprint`): when the text changes, the question
    is open again. The latest decision counts; earlier ones stay in the audit."""

    plan = models.ForeignKey("programme.AnnualPlan", on_delete=models.CASCADE, related_name="finding_decisions")
    code = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64)
    quote = models.TextField(blank=True)
    decision = models.CharField(max_length=10, choices=Decision.choices)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="finding_decisions")
    at = models.DateTimeField()

    class Meta:
        ordering = ("plan", "at")
        constraints = (
            models.UniqueConstraint(fields=("plan", "code", "fingerprint"), name="decision_once_per_finding"),
            models.CheckConstraint(condition=Q(decision__in=Decision.values), name="decision_known"),
            models.CheckConstraint(
                condition=~Q(decision=Decision.DISMISSED) | ~Q(reason=""), name="dismissal_has_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.code}: {self.decision}"
