"""Help that reaches households and people."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    """The app and its name for people."""

    name = "giamngheo.support"
    verbose_name = _("Hỗ trợ")
