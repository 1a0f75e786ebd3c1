"""`giamngheo demo`: a demonstration commune on this PC, with invented people, on an SQLite file of its own."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from giamngheo.config.commands import setup_django


def main(arguments: Sequence[str]) -> int:
    """Prepare the data (quick the second time), print addresses and logins, serve unless told not to."""
    parser = argparse.ArgumentParser(prog="giamngheo demo")
    parser.add_argument("--no-serve", action="store_true", help="làm tất cả trừ chạy máy chủ / all but serve")
    parser.add_argument("--data-dir", type=Path, default=Path("giamngheo-demo"), help="thư mục dữ liệu / data folder")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(arguments)
    data_dir = options.data_dir.expanduser().resolve()
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        print(f"Không tạo được thư mục {data_dir} / cannot make this folder: {error.strerror}", file=sys.stderr)
        return 2
    os.environ["GIAMNGHEO_DATA_DIR"] = str(data_dir)
    os.environ.pop("GIAMNGHEO_DATABASE_URL", None)  # the demonstration never touches a real database
    setup_django()
    from giamngheo.config.demonstration import prepare

    prepare(data_dir, say=lambda text: print(text, flush=True))
    if options.no_serve:
        return 0
    from giamngheo.config.commands.serve import serve

    return serve(options.host, options.port)
