"""Two threads on the test database, which on SQLite lies in memory and is shared by table, not by file."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, connections
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


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Run the calls in threads that start together; what each returned, or the exception it raised."""
    gate = threading.Barrier(len(calls))
    told: list[Any] = [None] * len(calls)

    def run(position: int, call: Callable[[], Any]) -> None:
        try:
            gate.wait(20)
            told[position] = call()
        except Exception as error:
            told[position] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return told
