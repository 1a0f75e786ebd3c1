"""The territory room as a Django app."""

from django.apps import AppConfig


class TerritoryConfig(AppConfig):
    """Administrative units and villages."""

    name = "giamngheo.territory"
