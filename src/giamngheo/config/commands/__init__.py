"""Sub-commands of `giamngheo` that need Django; each module has `main(arguments) -> exit code`."""

import os


def setup_django() -> None:
    """Load settings and apps once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giamngheo.config.settings")
    import django

    django.setup()
