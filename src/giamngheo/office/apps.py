"""The staff screens as a Django app: templates, static files, no models of its own."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfficeConfig(AppConfig):
    """Staff screens."""

    name = "giamngheo.office"
    label = "office"
    verbose_name = _("Màn hình nghiệp vụ")
