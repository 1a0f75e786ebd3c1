"""Every write is a verb: keyword-only, `by=`, atomic, recorded. Screens write nothing themselves."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, action_files, called_names, place, python_files, tree_of

TRAIL = PACKAGE / "audit" / "actions.py"  # is the record; records nothing about itself
WRITES = {"save", "create", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
WRITES |= {f"a{name}" for name in WRITES}
NOT_OURS = {"session", "cache", "messages"}  # Django's own stores, not records of the programme


STEP = "the caller's transaction"  # a docstring that says so makes a step shared by verbs, not a verb of its own


def functions_of(file: Path) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in tree_of(file).body if isinstance(node, ast.FunctionDef)}


def reached_from(file: Path, node: ast.FunctionDef) -> list[ast.FunctionDef]:
    """The function and what it calls in its own file, however deep."""
    here, found, waiting = functions_of(file), [], [node]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.append(current)
            waiting.extend(here[name] for name in called_names(current) & here.keys())
    return found


def writing(file: Path) -> list[ast.FunctionDef]:
    """Public functions that write, or leave a record, themselves or through what they call."""
    shared = {name for name, node in ACTIONS.items() if STEP in (ast.get_docstring(node) or "")}
    return [
        node
        for name, node in functions_of(file).items()
        if not name.startswith("_")
        and name not in shared
        and any(calls_that_write(part) or called_names(part) & {"record", *shared} for part in reached_from(file, node))
    ]


def calls_that_write(tree: ast.AST) -> list[ast.Call]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call for call in calls if isinstance(call.func, ast.Attribute) and _writes(call.func)]


def writes_in(file: Path) -> list[str]:
    """Calls in a file that write through the ORM, with their places."""
    return [f"{place(file, call)}: {ast.unparse(call.func)}" for call in calls_that_write(tree_of(file))]


def _writes(func: ast.Attribute) -> bool:
    receiver = ast.unparse(func.value)
    if any(word in receiver.split(".") for word in NOT_OURS):
        return False
    if func.attr in WRITES:
        return True
    return func.attr in {"update", "aupdate"} and any(word in receiver for word in (".objects", ".filter(", ".all("))


ACTIONS = {name: node for file in action_files() for name, node in functions_of(file).items()}
VERBS = [(file, node) for file in action_files() for node in writing(file)]
NAMES = [f"{file.relative_to(PACKAGE)}:{node.name}" for file, node in VERBS]


def test_there_are_actions_to_judge() -> None:
    assert len(VERBS) > 8


@pytest.mark.parametrize(("file", "node"), VERBS, ids=NAMES)
def test_verb_is_keyword_only_with_by(file: Path, node: ast.FunctionDef) -> None:
    assert not node.args.args, place(file, node)
    assert not node.args.posonlyargs
    assert "by" in {argument.arg for argument in node.args.kwonlyargs}, f"{place(file, node)}: who does it?"


@pytest.mark.parametrize(("file", "node"), VERBS, ids=NAMES)
def test_verb_is_atomic(file: Path, node: ast.FunctionDef) -> None:
    decorated = any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list)
    assert decorated or "atomic" in called_names(node), f"{place(file, node)}: not in one transaction"


@pytest.mark.parametrize(("file", "node"), VERBS, ids=NAMES)
def test_verb_leaves_a_record(file: Path, node: ast.FunctionDef) -> None:
    if file == TRAIL:
        return
    recording = {"record", *(verb.name for other, verb in VERBS if other != file)}
    recording |= {name for name, step in ACTIONS.items() if "record" in called_names(step)} - {node.name}
    reached = set().union(*(called_names(part) for part in reached_from(file, node)))
    assert reached & recording, f"{place(file, node)}: nothing in the audit trail says so"


def test_screens_call_no_write_of_the_orm() -> None:
    rooms = ("office", "field", "portal", "api", "exchange")
    found = [line for room in rooms for file in python_files(PACKAGE / room) for line in writes_in(file)]
    assert not found, "\n".join(found)


def test_reads_write_nothing() -> None:
    found = [line for file in python_files() if file.stem in {"queries", "permissions"} for line in writes_in(file)]
    assert not found, "\n".join(found)


def test_shared_steps_are_few_and_recorded_too() -> None:
    steps = [node for node in ACTIONS.values() if STEP in (ast.get_docstring(node) or "")]
    assert len(steps) <= 5, [node.name for node in steps]


def test_models_hide_no_logic_in_save() -> None:
    found = [
        f"{place(file, node)}: {node.name}"
        for file in python_files()
        if file.stem == "models" or file.parent.name == "models"
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete"}
    ]
    assert not found, "\n".join(found)


def test_signals_are_only_those_of_signing_in() -> None:
    users = [
        str(file.relative_to(PACKAGE))
        for file in python_files()
        if "django.dispatch" in (text := file.read_text("utf-8")) or ".signals import" in text
    ]
    assert users == ["accounts/sign_in_events.py"]


@pytest.mark.parametrize(
    ("code", "writes"),
    [
        ("form.save()", True),
        ("Plan.objects.create(year=2026)", True),
        ("plan.sections.all().delete()", True),
        ("Plan.objects.filter(year=2026).update(status='issued')", True),
        ("digest.update(content)", False),
        ("request.session.save()", False),
        ("plans_for(user).count()", False),
    ],
)
def test_scan_tells_a_write_from_a_read(code: str, writes: bool) -> None:
    assert bool(calls_that_write(ast.parse(code))) is writes
