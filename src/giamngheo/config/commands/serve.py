"""`giamngheo serve`: the server, one process with threads; several behind a proxy make a province."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Sequence
from typing import Any

from giamngheo.config.commands import setup_django

THREADS = 8


def serve(host: str, port: int) -> int:
    """Serve until stopped; exit code 1 when the port is taken."""
    from waitress import create_server

    from giamngheo.config.wsgi import application

    try:
        server = create_server(application, host=host, port=port, threads=THREADS, ident=None, **_limits())
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        print(f"Cổng {port} đang bận / port {port} is taken: --port {port + 1}", file=sys.stderr)
        return 1
    from giamngheo.households.duplicates import jobs as duplicates
    from giamngheo.households.importing import jobs as lists
    from giamngheo.planning import jobs as plans
    from giamngheo.review.papers import jobs as papers

    plans.after_start()
    lists.after_start()
    papers.after_start()
    duplicates.after_start()
    print(f"http://{host}:{port}/   (Ctrl+C để dừng / to stop)", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
    return 0


def _limits() -> dict[str, Any]:
    """How large a request may be; and, with TLS in front of us, the one proxy whose word about the client is taken.

    Without these the scheme the proxy tells would be thrown away and every page answered by a redirect to itself.
    """
    from django.conf import settings

    limits: dict[str, Any] = {"max_request_body_size": settings.MAX_REQUEST_BYTES}
    if settings.HTTPS:
        limits |= {
            "trusted_proxy": settings.PROXY,
            "trusted_proxy_count": 1,
            "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"},
        }
    return limits


def main(arguments: Sequence[str]) -> int:
    """Parse the options and serve."""
    parser = argparse.ArgumentParser(prog="giamngheo serve")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(arguments)
    setup_django()
    from django.db import connection

    from giamngheo.config.commands.database import is_ready, prepare

    if connection.vendor == "sqlite":  # one PC, one process; a province migrates once, before its processes start
        prepare(lambda text: print(text, flush=True))
    elif not is_ready():
        print("Chạy trước / run first: giamngheo manage migrate", file=sys.stderr)
        return 2
    return serve(options.host, options.port)
