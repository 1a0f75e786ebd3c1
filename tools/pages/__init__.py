"""What docs/reference is made of: every module of this folder with `pages()` gives pages, by file name.

A new page (say, of the standards) is a new module here with

    def pages() -> dict[str, Page]: ...

and nothing else: tools/reference.py finds it, writes it, lists it in the index, and its freshness is tested.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent


class Page(NamedTuple):
    """A page of docs/reference: `title` and `brief` (one sentence) for the index, `text` the Markdown."""

    title: str
    brief: str
    text: str


def collect() -> dict[str, Page]:
    """Every page by its file name ("findings.md"); two modules that give one name are a mistake (ValueError)."""
    found: dict[str, Page] = {}
    for each in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        make = getattr(importlib.import_module(f"{__name__}.{each.name}"), "pages", None)
        for name, page in (make() if make else {}).items():
            if name in found:
                raise ValueError(f"two pages are called {name}")
            found[name] = page
    return found
