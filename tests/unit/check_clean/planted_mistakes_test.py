"""One mistake planted in a correct document is found at its line, and nothing else is."""

from functools import cache

import pytest

from giamngheo.foundation.findings import Finding
from giamngheo.paperwork.readers.text import read_text
from tests.unit.check_clean.plans import BY_FILE, findings_of, text_of
from tests.unit.check_clean.planted import MISTAKES, Mistake


@cache
def _before(file: str) -> frozenset[tuple[str, str]]:
    return frozenset(_identity(each) for each in _findings(file, text_of(file)))


def _findings(file: str, text: str) -> list[Finding]:
    return findings_of(read_text(text, name=file), BY_FILE[file])


def _identity(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.quote


def _line(text: str, words: str) -> int:
    assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times"
    return text[: text.index(words)].count("\n") + 1


def _named(mistake: Mistake) -> str:
    return f"{'+'.join(mistake.found) or mistake.elsewhere[0][0]} {mistake.file} {mistake.wrong[:30]}"


@pytest.mark.parametrize("mistake", MISTAKES, ids=_named)
def test_planted_mistake_is_found_where_it_stands(mistake: Mistake) -> None:
    right = text_of(mistake.file)
    line = _line(right, mistake.right)
    wrong = right.replace(mistake.right, mistake.wrong)
    expected = [(code, line) for code in mistake.found]
    expected += [(code, _line(wrong, words)) for code, words in mistake.elsewhere]
    planted = [each for each in _findings(mistake.file, wrong) if _identity(each) not in _before(mistake.file)]
    assert sorted((each.code, each.line) for each in planted) == sorted(expected)


def test_planted_mistakes_cover_every_family_of_rules() -> None:
    codes = {code for mistake in MISTAKES for code in (*mistake.found, *(code for code, _ in mistake.elsewhere))}
    families = {code.split("-")[0] for code in codes}
    assert families == {"ARITH", "TARGET", "DATE", "REF", "NUM", "COMPLETE", "NAME", "FORMAT"}
    assert len(codes) >= 30
