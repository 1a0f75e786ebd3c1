"""Indicators, their values and targets."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MonitoringConfig(AppConfig):
    """The app and its name for people."""

    name = "giamngheo.monitoring"
    verbose_name = _("Giám sát")
