"""Keeping a file and sweeping files exclude each other (docs/algorithms/keeping-files.md). Inside a transaction only.

On SQLite a transaction here begins with the database's write lock, so that there is nothing more to hold.
"""

from __future__ import annotations

from django.db import connection

_KEY = 0x67_69_61_6D  # one number for everybody: "giam"


def hold_to_keep() -> None:
    """Until this transaction ends nobody sweeps; others may keep files at the same time."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [_KEY])


def hold_to_sweep() -> bool:
    """Until this transaction ends nobody keeps a file; False, at once, when somebody is keeping one now."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_KEY])
        row = cursor.fetchone()
    return bool(row and row[0])
