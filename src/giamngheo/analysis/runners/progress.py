"""A word on stderr while something takes long: what runs, for how many seconds, and how far where the engine knows."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

SILENT_FOR = 2.0


@contextmanager
def progress(what: str, engine: Any = None, *, wanted: bool = True) -> Iterator[None]:
    """Print progress of what runs inside, from the third second on; nothing for what is quick."""
    if not wanted:
        yield
        return
    done = threading.Event()
    thread = threading.Thread(target=_tell, args=(what, engine, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join(1)


def _tell(what: str, engine: Any, done: threading.Event) -> None:
    started = time.monotonic()
    live = sys.stderr.isatty()
    told = False
    while not done.wait(1 if live or not told else 10):
        seconds = time.monotonic() - started
        if seconds < SILENT_FOR:
            continue
        told = True
        with suppress(OSError, ValueError):
            text = f"{what}: {seconds:.0f} s{_share(engine)}"
            sys.stderr.write(f"\r{text}\x1b[K" if live else text + "\n")
            sys.stderr.flush()
    if told and live:
        with suppress(OSError, ValueError):
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


@contextmanager
def shares(what: str, *, wanted: bool = True) -> Iterator[Callable[[float], None]]:
    """Gives a function that says how far the work is: in place on a terminal, else a line every ten seconds."""
    started = last = time.monotonic()
    live = sys.stderr.isatty()

    def tell(share: float) -> None:
        nonlocal last
        now = time.monotonic()
        if not wanted or now - last < (1 if live else 10):
            return
        last = now
        with suppress(OSError, ValueError):
            text = f"{what}: {share:.0%}, {now - started:.0f} s"
            sys.stderr.write(f"\r{text}\x1b[K" if live else text + "\n")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if wanted and live:
            with suppress(OSError, ValueError):
                sys.stderr.write("\r\x1b[K")
                sys.stderr.flush()


def _share(engine: Any) -> str:
    if engine is None or engine.name != "duckdb":
        return ""
    with suppress(Exception):  # a figure for comfort must not stop the work
        done = engine.raw.query_progress()
        if done > 0:
            return f", {done:.0f} %"
    return ""
