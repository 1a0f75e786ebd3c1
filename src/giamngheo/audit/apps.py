"""The audit room as a Django app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Append-only events."""

    name = "giamngheo.audit"
