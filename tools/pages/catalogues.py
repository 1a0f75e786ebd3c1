"""Every catalogue of findings in the code base, found by importing all of it: a new one cannot be forgotten."""

from __future__ import annotations

import importlib
import os
import pkgutil
import secrets
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from giamngheo.foundation.findings import Catalogue

_LEFT_OUT = (".migrations", ".wsgi", "__main__")  # nothing but rows, servers and commands


class Found(NamedTuple):
    """A catalogue and what the module that makes it says it is (first line of its docstring)."""

    catalogue: Catalogue
    module: str
    says: str


def catalogues() -> list[Found]:
    """All of them, by name. Two of one name, or one code in two of them, are a mistake (ValueError)."""
    from giamngheo.foundation.findings import Catalogue

    made: dict[int, Found] = {}
    for name in _modules():
        module = importlib.import_module(name)
        for value in vars(module).values():
            if isinstance(value, Catalogue) and (id(value) not in made or _makes(module, value)):
                made[id(value)] = Found(value, name, (module.__doc__ or "").strip().partition("\n")[0])
    found = sorted(made.values(), key=lambda each: each.catalogue.name)
    names = [each.catalogue.name for each in found]
    codes = [code for each in found for code in each.catalogue.entries]
    for values in (names, codes):
        twice = sorted({value for value in values if values.count(value) > 1})
        if twice:
            raise ValueError(f"in two catalogues: {', '.join(twice)}")
    return found


def _makes(module: object, catalogue: Catalogue) -> bool:
    """Whether the catalogue is made in this module rather than brought in."""
    from pathlib import Path

    file = getattr(module, "__file__", None)
    return bool(file) and f'Catalogue("{catalogue.name}"' in Path(file).read_text(encoding="utf-8")


def _modules() -> Iterator[str]:
    """Every module of the package that can be imported without running something."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giamngheo.config.settings")
    os.environ.setdefault("GIAMNGHEO_SECRET_KEY", secrets.token_urlsafe(50))  # no folder is made for a page
    import django

    import giamngheo

    django.setup()
    for each in pkgutil.walk_packages(giamngheo.__path__, "giamngheo.", onerror=_raise):
        if not any(part in each.name for part in _LEFT_OUT):
            yield each.name


def _raise(name: str) -> None:
    raise sys.exc_info()[1] or ImportError(name)
