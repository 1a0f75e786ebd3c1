"""The power goes off in the middle of an import: nothing of it is there, and the same list enters afterwards.

A process of its own writes a list into a database of its own, three rows at a time, and is killed while it does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent.parent
NAME = "giamngheo_killed"
SETUP = """
import json, sys, time
from datetime import date
from pathlib import Path
import django
django.setup()
from django.conf import settings
from django.core.management import call_command
from giamngheo.accounts.models import Grant, User
from giamngheo.households.actions import list_imports
from giamngheo.households.importing import jobs
from giamngheo.households.keeping import loading
from giamngheo.households.models import Change, Household, ListImport, Membership, Person, SearchEntry, SearchWord
from giamngheo.territory.models import Unit, Village
from tests.factories.lists import official_list
"""
START = (
    SETUP
    + """
call_command("migrate", verbosity=0, interactive=False)
province = Unit.objects.create(code="P", level="province", kind="province", name="P", short_name="P")
unit = Unit.objects.create(code="C", level="commune", kind="commune", name="C", short_name="C", parent=province)
user = User.objects.create(username="u", full_name="u")
Grant.objects.create(user=user, role="commune_officer", unit=unit, valid_from=date(2020, 1, 1))
path = official_list(Path(settings.DATA_DIR) / "list.xlsx")
held = list_imports.receive_list(by=user, unit=unit, name="list.xlsx", content=path.read_bytes(), day=date(2025, 12, 1))
jobs.start(held, inline=True)
held = list_imports.confirm_list(by=user, held=ListImport.objects.get(), new_villages=["Thôn Đông", "Thôn Tây"])
loading.PIECE = 3
insert, done = loading._insert, []
def slow(*given):
    insert(*given)
    done.append(1)
    if len(done) == int(sys.argv[1]):
        print("written", len(done), flush=True)
        time.sleep(120)
loading._insert = slow
jobs.start(held, inline=True)
"""
)
AFTER = (
    SETUP
    + """
counts = {model.__name__: model.objects.count() for model in
          (Household, Person, Membership, SearchEntry, SearchWord, Change, Village)}
held = ListImport.objects.get()
ListImport.objects.update(changed_at=date(2025, 1, 1).isoformat() + "T00:00:00Z")
buried = list_imports.bury_lists(by=None)
again = list_imports.receive_list(by=held.by, unit=held.unit, name="list.xlsx", day=date(2025, 12, 1),
                                  content=(Path(settings.DATA_DIR) / "list.xlsx").read_bytes())
jobs.start(again, inline=True)
list_imports.confirm_list(by=held.by, held=ListImport.objects.get(pk=again.pk),
                          new_villages=["Thôn Đông", "Thôn Tây"])
jobs.start(ListImport.objects.get(pk=again.pk), inline=True)
print(json.dumps([counts, held.state, buried, Person.objects.count(), ListImport.objects.get(pk=again.pk).state]))
"""
)


@pytest.fixture
def world(tmp_path) -> Iterator[dict[str, str]]:
    """The environment of a database of its own, of the kind this run is about."""
    from django.db import connection

    env = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "giamngheo.config.settings", "GIAMNGHEO_DATA_DIR": str(tmp_path),
        "GIAMNGHEO_DATABASE_URL": "", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    if connection.vendor == "sqlite":
        yield env
        return
    import psycopg

    url = os.environ["GIAMNGHEO_DATABASE_URL"]
    address, name = url.replace("postgres://", "postgresql://", 1), f"{NAME}_{os.getpid()}"
    with psycopg.connect(address, connect_timeout=3, autocommit=True) as control:
        control.execute(f"CREATE DATABASE {name}")
    try:
        yield env | {"GIAMNGHEO_DATABASE_URL": f"{url.rpartition('/')[0]}/{name}"}
    finally:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.parametrize("piece", ["5"])
def test_killed_import_leaves_nothing_and_the_list_enters_afterwards(world, piece) -> None:
    command = [sys.executable, "-c", START, piece]
    with subprocess.Popen(command, env=world, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writing:
        assert writing.stdout is not None
        assert writing.stdout.readline() == f"written {piece}\n"
        writing.kill()
    after = subprocess.run(
        [sys.executable, "-c", AFTER], env=world, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert after.returncode == 0, after.stderr
    counts, state, buried, people, again = json.loads(after.stdout.splitlines()[-1])
    assert counts == dict.fromkeys(counts, 0)
    assert (state, buried) == ("importing", 1)
    assert (people, again) == (6, "imported")
