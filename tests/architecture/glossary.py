"""GLOSSARY.md as data, and the names the code really has."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from tests.architecture.source import PACKAGE, ROOT, python_files, snake, tree_of


@dataclass(frozen=True)
class Term:
    """A row of the glossary. `later`: identifiers whose room is still empty."""

    line: int
    vietnamese: str
    identifiers: frozenset[str]
    later: frozenset[str]


def terms() -> list[Term]:
    """The rows: Vietnamese, identifiers, note, where `later` (all) or `later: this, that` marks what is not built."""
    found = []
    for number, line in enumerate((ROOT / "GLOSSARY.md").read_text("utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or cells[1] == "identifier" or set(cells[0]) <= {"-"}:
            continue
        identifiers = _split(cells[1])
        marked = re.search(r"\blater\b(?:: ([^;]*))?", cells[2])
        later = frozenset() if not marked else _split(marked[1]) if marked[1] else identifiers
        found.append(Term(number, cells[0], identifiers, later))
    return found


def _split(cell: str) -> frozenset[str]:
    plain = re.sub(r"\([^)]*\)", "", cell).replace("`", "")
    return frozenset(snake(part) for part in re.split(r"[/,]", plain) if part.strip())


def names_in_code() -> set[str]:
    """Classes, their fields and enum values, and modules, in snake case. Not functions: a term is a thing kept."""
    names: set[str] = set()
    for file in python_files():
        names.update(snake(part) for part in file.relative_to(PACKAGE).with_suffix("").parts)
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.ClassDef):
                names.add(snake(node.name))
                names.update(_members(node))
    return names


def _members(node: ast.ClassDef) -> set[str]:
    found: set[str] = set()
    is_enum = any(getattr(base, "attr", getattr(base, "id", "")).endswith(("Choices", "Enum")) for base in node.bases)
    for statement in node.body:
        targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        found.update(snake(target.id) for target in targets if isinstance(target, ast.Name))
        if is_enum and isinstance(statement, ast.Assign):
            value = statement.value.elts[0] if isinstance(statement.value, ast.Tuple) else statement.value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found.add(snake(value.value))
    return found
