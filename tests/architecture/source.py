"""The source as data, for tests that judge its shape."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "giamngheo"


@cache
def tracked_files() -> tuple[Path, ...]:
    """Files of the repository: tracked ones and new ones not ignored; without git, all of the source folders."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = listed.stdout.decode().split("\0")
        return tuple(file for name in sorted(set(names)) if name and (file := ROOT / name).is_file())
    folders = (ROOT / name for name in ("src", "docs", "tests", "tools"))
    return tuple(file for folder in folders for file in sorted(folder.rglob("*.*")) if file.is_file())


def python_files(folder: Path = PACKAGE) -> Iterator[Path]:
    """Python files below a folder, migrations left out."""
    for file in sorted(folder.rglob("*.py")):
        if "migrations" not in file.parts:
            yield file


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), filename=str(file))


def place(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def action_files() -> list[Path]:
    """actions.py of every room, or the modules of an actions package."""
    return [file for file in python_files() if file.stem == "actions" or file.parent.name == "actions"]


def snake(name: str) -> str:
    """PovertyClass → poverty_class; "village meeting" → village_meeting."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.strip())
    return re.sub(r"[\s\-]+", "_", spaced).lower()


def called_names(node: ast.AST) -> set[str]:
    """Last parts of everything called in a piece of code: record, transaction.atomic → atomic."""
    calls = [child.func for child in ast.walk(node) if isinstance(child, ast.Call)]
    return {func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "") for func in calls}
