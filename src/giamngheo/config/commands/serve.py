"""`giamngheo serve`: the server, one process with threads; several behind a proxy make a province."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Sequence

from giamngheo.config.commands import setup_django

THREADS = 8


def serve(host: str, port: int) -> int:
    """Serve until stopped; exit code 1 when the port is taken."""
    from waitress import create_server

    from giamngheo.config.wsgi import application

    try:
        server = create_server(application, host=host, port=port, threads=THREADS, ident=None)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        print(f"Cổng {port} đang bận / port {port} is taken: --port {port + 1}", file=sys.stderr)
        return 1
    print(f"http://{host}:{port}/   (Ctrl+C để dừng / to stop)", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
    return 0


def main(arguments: Sequence[str]) -> int:
    """Parse the options and serve."""
    parser = argparse.ArgumentParser(prog="giamngheo serve")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(arguments)
    setup_django()
    return serve(options.host, options.port)
