"""The accounts room as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, roles, rights, territorial scope."""

    name = "giamngheo.accounts"

    def ready(self) -> None:
        from giamngheo.accounts import sign_in_events  # noqa: F401  connects itself
