"""A database ready to work in: tables as they should be, the register of units loaded."""

from __future__ import annotations

from collections.abc import Callable


def prepare(tell: Callable[[str], None]) -> None:
    """Migrate what is not migrated and load the units where there are none; quick when nothing is to be done."""
    from django.core.management import call_command

    if not is_ready():
        tell("Chuẩn bị cơ sở dữ liệu … / preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
    from giamngheo.territory.models import Unit

    if not Unit.objects.exists():
        from giamngheo.territory.actions import load_units

        tell("Nạp danh mục đơn vị hành chính … / loading the register of units …")
        load_units()
    from giamngheo.monitoring.models import FormVersion

    if not FormVersion.objects.exists():
        from giamngheo.monitoring.actions.forms import load_forms

        load_forms(by=None)


def is_ready() -> bool:
    """Whether every table is there as this version of the program wants it."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
