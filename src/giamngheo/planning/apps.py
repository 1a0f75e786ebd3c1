"""A plan comes in, is checked, is kept and goes out."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    """The app and its name for people."""

    name = "giamngheo.planning"
    verbose_name = _("Kế hoạch")
