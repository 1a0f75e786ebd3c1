"""One rule a file. `load` imports them all; a new file is found by its being named here."""

from importlib import import_module

NAMES: tuple[str, ...] = ()


def load() -> None:
    """Import every rule once, so that it registers itself."""
    for name in NAMES:
        import_module(f"{__name__}.{name}")
