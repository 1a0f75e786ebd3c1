"""Reads are asked by somebody: what is not public is filtered by that user's units, in one place per room."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from giamngheo.foundation.privacy import Privacy
from tests.architecture.source import PACKAGE, called_names, place, python_files, tree_of

BELOW_SCOPE = {
    "audit",
    "territory",
    "accounts",
}  # units are public; the trail and users are filtered by accounts itself
ASKS = {"scope_units", "require", "can", "in_scope", "active_grants"}
ASKS |= {"scope_villages", "villages_of", "can_in", "require_in", "permissions_in_village"}


def reads() -> list[tuple[Path, ast.FunctionDef]]:
    return [
        (file, node)
        for file in python_files()
        if (file.stem == "queries" or file.parent.name == "queries")
        and file.relative_to(PACKAGE).parts[0] not in BELOW_SCOPE
        for node in tree_of(file).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def public_models() -> set[str]:
    found = set()
    for model in apps.get_models():
        if model.__module__.startswith("giamngheo."):
            declared = import_module(f"{apps.get_app_config(model._meta.app_label).name}.privacy").FIELDS
            if set(declared[model.__name__].values()) == {Privacy.PUBLIC}:
                found.add(model.__name__)
    return found


def words(annotation: ast.expr | None) -> set[str]:
    return set(re.findall(r"\w+", ast.unparse(annotation))) if annotation else set()


def takes_user(node: ast.FunctionDef) -> bool:
    return "user" in {argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)}


READS = reads()
NAMES = [f"{file.relative_to(PACKAGE)}:{node.name}" for file, node in READS]


@pytest.mark.parametrize(("file", "node"), READS, ids=NAMES)
def test_read_is_by_somebody_or_public(file: Path, node: ast.FunctionDef) -> None:
    if takes_user(node):
        by_user = {other.name for _, other in READS if other is not node and takes_user(other)}
        assert called_names(node) & (ASKS | by_user), f"{place(file, node)}: takes a user and never asks their scope"
        return
    models = {model.__name__ for model in apps.get_models()}
    returned = words(node.returns) & models
    assert returned, f"{place(file, node)}: no user, and the return type names no model"
    in_hand = {
        word for argument in node.args.args for word in words(argument.annotation)
    }  # the row again, as it is now
    assert returned <= public_models() | in_hand, (
        f"{place(file, node)}: {returned - public_models()} are not public: who asks?"
    )


def test_there_are_reads_to_judge() -> None:
    assert len(READS) > 5


def test_screens_read_through_queries_only() -> None:
    """`Model.objects` in a screen would be a list nobody filtered."""
    found = [
        place(file, node)
        for room in ("office", "field", "portal", "api", "exchange")
        for file in python_files(PACKAGE / room)
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Attribute) and node.attr == "objects"
    ]
    assert not found, "\n".join(found)
