"""Two threads on the test database, which on SQLite lies in memory and is shared by table, not by file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.signals import connection_created


@contextmanager
def reads_that_block_nobody() -> Iterator[None]:
    """In a shared cache a reader locks a whole table and a writer is refused at once, which no file ever does; readers
    that take no locks come nearest to the file with its write-ahead log."""

    def quiet(connection, **_signal) -> None:  # the name is the signal's
        if connection.vendor == "sqlite":
            connection.cursor().execute("PRAGMA read_uncommitted = 1")

    connection.ensure_connection()
    quiet(connection)
    connection_created.connect(quiet)
    try:
        yield
    finally:
        connection_created.disconnect(quiet)
        if connection.vendor == "sqlite":
            connection.cursor().execute("PRAGMA read_uncommitted = 0")
