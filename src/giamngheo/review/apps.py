"""The poverty review as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    """The app and its name for people."""

    name = "giamngheo.review"
    verbose_name = _("Rà soát hộ nghèo")
