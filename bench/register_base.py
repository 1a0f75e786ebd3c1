"""What the two benchmarks of the register share: a database of its own for each vendor, and made-up people.

`measured(program, argument)` runs `program` in a process of its own for SQLite (a file in a scratch folder) and, where
a PostgreSQL answers (GIAMNGHEO_TEST_DATABASE_URL, else postgres@127.0.0.1:5432), in a database made and dropped for it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NAME = f"giamngheo_bench_{os.getpid()}"  # of this process: two at once would drop each other's
SETUP = """
import json, sys, time
from itertools import islice
from random import Random
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0, interactive=False)
from datetime import date
from giamngheo.accounts.models import Grant, User
from giamngheo.households import actions
from giamngheo.territory.models import Unit, Village, VillageMembership
from tests.factories.people import households

def commune(code, number, parent):
    unit = Unit.objects.create(code=code, level="commune", kind="commune", name=code, short_name=code, parent=parent)
    villages = [Village.objects.create(code=f"{code}-{n}", name=f"Thon {n}") for n in range(number)]
    VillageMembership.objects.bulk_create(VillageMembership(village=v, commune=unit) for v in villages)
    return unit, [village.pk for village in villages]

def officer(name, unit):
    user = User.objects.create(username=name, full_name=name)
    Grant.objects.create(user=user, role="commune_officer", unit=unit, valid_from=date(2020, 1, 1))
    return user

province = Unit.objects.create(code="P", level="province", kind="province", name="P", short_name="P")
communes = [commune(f"C{n}", 20, province) for n in range(5)]

def fill(people, batch=1000):
    '''Import about so many people over the communes, in batches of people; seconds the importing alone took.'''
    random, done, took = Random(1), 0, 0.0
    for serial, (unit, villages) in enumerate(communes):
        change = actions.begin_import(by=None, unit=unit)
        rows = households(villages, random, local_codes=f"{serial}-")
        while done < people * (serial + 1) / len(communes):
            some = []
            while sum(len(row.members) for row in some) < batch:
                some.append(next(rows))
            started = time.perf_counter()
            done += actions.import_rows(by=None, change=change, rows=unique(some, serial)).people
            took += time.perf_counter() - started
    return done, took

def unique(rows, serial):
    '''The factory counts ids from 1 in every commune: another province code keeps them apart.'''
    from dataclasses import replace
    def other(member):
        number = member.person.citizen_id
        return replace(member, person=replace(member.person, citizen_id=number and f"04{serial}" + number[3:]))
    return [replace(row, members=tuple(map(other, row.members))) for row in rows]
"""


def measured(program: str, argument: int) -> Iterator[tuple[str, Any]]:
    """(vendor, what the program printed as JSON) for each database that answers."""
    yield "SQLite", _run(program, argument, "")
    yield from on_postgresql(program, argument)


def on_postgresql(program: str, argument: int) -> Iterator[tuple[str, Any]]:
    """The same, for PostgreSQL alone."""
    import psycopg

    url = os.environ.get("GIAMNGHEO_TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")
    address = url.replace("postgres://", "postgresql://", 1)
    try:
        with psycopg.connect(address, connect_timeout=3, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {NAME}")
            connection.execute(f"CREATE DATABASE {NAME}")
    except psycopg.OperationalError:
        return
    try:
        yield "PostgreSQL", _run(program, argument, f"{url.rpartition('/')[0]}/{NAME}")
    finally:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {NAME}")


def _run(program: str, argument: int, url: str) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "giamngheo.config.settings",
            "GIAMNGHEO_DATA_DIR": folder,
            "GIAMNGHEO_DATABASE_URL": url,
        }
        command = [sys.executable, "-c", SETUP + program, str(argument)]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stderr)
        return json.loads(done.stdout.splitlines()[-1])
