"""The register of official documents."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """The app and its name for people."""

    name = "giamngheo.documents"
    verbose_name = _("Văn bản")
