"""Where money comes from and which decision gave it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FundsConfig(AppConfig):
    """The app and its name for people."""

    name = "giamngheo.funds"
    verbose_name = _("Kinh phí")
