"""The register of households and people as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HouseholdsConfig(AppConfig):
    """The app and its name for people."""

    name = "giamngheo.households"
    verbose_name = _("Hộ và người")
