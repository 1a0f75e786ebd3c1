"""The programme tree and the plans made under it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammeConfig(AppConfig):
    """The app and its name for people."""

    name = "giamngheo.programme"
    verbose_name = _("Chương trình")
