"""No reason and no name of a missing part is Vietnamese alone: they are codes of a catalogue in both languages."""

import ast
import re
import string

import pytest

from giamngheo.planning.reasons import PARTS, REASONS
from tests.architecture.source import PACKAGE, place, python_files, tree_of

WORDS = {**{f"part {code}": words for code, words in PARTS.items()}, **REASONS}
VIETNAMESE = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I)
# The argument of each call that must be a code, and where codes stand.
CODED = {"UnplacedContent": (2, REASONS), "Why": (0, REASONS), "Gap": (1, PARTS), "_gap": (1, PARTS)}


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", WORDS)
def test_reason_is_said_in_both_languages(code) -> None:
    words = WORDS[code]
    assert words.vi.strip()
    assert words.en.strip()
    assert words.vi != words.en
    assert slots(words.vi) == slots(words.en)
    assert not VIETNAMESE.search(re.sub(r"“[^”]*”", "", words.en)), words.en


def spoken_without_code(tree: ast.AST) -> list[ast.Call]:
    """Calls that give a sentence where a code of the catalogue belongs."""
    found = []
    for node in ast.walk(tree):
        name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
        if name in CODED:
            at, codes = CODED[name]
            given = node.args[at] if len(node.args) > at else None
            if isinstance(given, ast.JoinedStr) or (isinstance(given, ast.Constant) and given.value not in codes):
                found.append(node)
    return found


def test_planning_gives_codes_not_sentences() -> None:
    files = [*python_files(PACKAGE / "planning"), *python_files(PACKAGE / "office"), *python_files(PACKAGE / "config")]
    found = [place(file, node) for file in files for node in spoken_without_code(tree_of(file))]
    assert not found, f"a reason without English: name it in planning/reasons.py: {found}"
    calls = [
        node
        for file in files
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in CODED
    ]
    assert len(calls) > 12


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("UnplacedContent(1, words, 'aside')", False),
        ("UnplacedContent(1, words, 'dòng lạ')", True),
        ("UnplacedContent(1, words, f'dòng {line}')", True),
        ("self._gap('', 'signer')", False),
        ("self._gap('', 'người ký')", True),
        ("Why(code, values)", False),
    ],
)
def test_scan_tells_a_sentence_from_a_code(code, wrong) -> None:
    assert bool(spoken_without_code(ast.parse(code))) is wrong


def test_every_reason_is_given_somewhere() -> None:
    text = "\n".join(file.read_text("utf-8") for file in python_files(PACKAGE / "planning") if file.stem != "reasons")
    assert not [code for code in (*REASONS, *PARTS) if f'"{code}"' not in text]
