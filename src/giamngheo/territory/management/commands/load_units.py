"""`giamngheo manage load_units`: the packaged units into the database; harmless when repeated."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from giamngheo.foundation.findings import FindingError
from giamngheo.territory.actions import load_units


class Command(BaseCommand):
    """Loads administrative units."""

    help = "Load the packaged administrative units into the database (safe to repeat)."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_units()
        except FindingError as error:
            raise CommandError(error.finding.message.en) from error
        self.stdout.write(
            f"{loaded.units} units, {loaded.changes} changes, {loaded.area_kinds} area kinds, "
            f"{loaded.memberships} villages carried into a successor"
        )
