"""Work: who has it, who looks for it, who took it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LabourConfig(AppConfig):
    """The app and its name for people."""

    name = "giamngheo.labour"
    verbose_name = _("Việc làm")
