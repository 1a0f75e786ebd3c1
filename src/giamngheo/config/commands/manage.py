"""`giamngheo manage ...`: Django's own commands."""

from __future__ import annotations

from collections.abc import Sequence

from giamngheo.config.commands import setup_django


def main(arguments: Sequence[str]) -> int:
    """Run a Django management command; its errors are its own."""
    setup_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["giamngheo manage", *arguments])
    return 0
