"""A file kept for ever under the hash of its bytes: the same file twice is one row."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class StoredFile(models.Model):
    """What was uploaded. Bytes lie in DATA_DIR/files under `sha256`; `name` is what the sender called it."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField()
    stored_at = models.DateTimeField(auto_now_add=True)
    stored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="stored_files"
    )

    class Meta:
        ordering = ("stored_at",)
        constraints = (
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="stored_file_hash_shape"),
        )

    def __str__(self) -> str:
        return self.name
