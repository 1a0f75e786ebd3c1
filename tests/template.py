"""A migrated database to copy, so that of many processes one migrates and none of the others waits for it.

`GIAMNGHEO_TEST_TEMPLATE` names it: a file of SQLite, or a database of the PostgreSQL in use. Without it every process
migrates a database of its own. `python -m tests.template` makes one of the database the settings name, migrated and
with the packaged units of the country, as `units_loaded` would leave it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

VARIABLE = "GIAMNGHEO_TEST_TEMPLATE"


@contextmanager
def lying_under(connection: Any) -> Iterator[None]:
    """The test database of `connection`, not yet made, begins as a copy of the template, where there is one."""
    template = os.environ.get(VARIABLE)
    if not template:
        yield
    elif connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = template
        yield
    else:
        # Held open while the tests run: a database in memory lasts as long as somebody has it open.
        with closing(sqlite3.connect(_memory(connection), uri=True)) as held:
            with closing(sqlite3.connect(template)) as source:
                source.backup(held)
            yield


def _memory(connection: Any) -> str:
    name = connection.settings_dict["TEST"]["NAME"] or f"file:memorydb_{connection.alias}?mode=memory&cache=shared"
    if "mode=memory" not in name:
        raise ValueError(f"the template is for a database in memory, not for {name}")
    return str(name)


def main() -> None:
    """Migrate the database of the settings and load the units."""
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giamngheo.config.settings")
    django.setup()
    from giamngheo.territory.actions import load_units

    call_command("migrate", verbosity=0)
    load_units()


if __name__ == "__main__":
    main()
