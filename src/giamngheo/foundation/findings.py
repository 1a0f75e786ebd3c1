"""Findings: the one shape in which the system says that something is wrong, where, why and how to put it right.

Used by the plan check, by readers of files, by imports. A finding is data: a code of the catalogue, a place in the
source, a quote that is text of the source, and values for the catalogue's sentences. Texts live in the catalogue,
in Vietnamese and English, so that every finding with the same code says the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple


class Severity(StrEnum):
    """How much a finding matters: an error makes a figure or a citation wrong; a warning misleads; info is form."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Bilingual(NamedTuple):
    """One sentence in Vietnamese and in English."""

    vi: str
    en: str

    def format(self, values: Mapping[str, object]) -> Bilingual:
        """Fill `{name}` slots of both sentences, each from its own side of a value that is Bilingual itself; raises
        KeyError when a slot has no value."""
        vi, en = (
            {name: value[side] if isinstance(value, Bilingual) else value for name, value in values.items()}
            for side in (0, 1)
        )
        return Bilingual(self.vi.format_map(vi), self.en.format_map(en))

    def as_dict(self) -> dict[str, str]:
        return {"vi": self.vi, "en": self.en}


class Entry(NamedTuple):
    """One kind of finding: stable code, default severity, sentences with slots, at least two ways to put it right.

    `source` cites the article or the page of the rule broken; empty where the rule is arithmetic or logic.
    """

    code: str
    severity: Severity
    title: Bilingual
    message: Bilingual
    fixes: tuple[Bilingual, ...]
    source: str = ""

    def at(
        self, line: int | None = None, quote: str = "", *, severity: Severity | None = None, **values: object
    ) -> Finding:
        """A finding of this kind at `line` (1-based line or paragraph of the source) quoting `quote`."""
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            line=line,
            quote=quote,
            message=self.message.format(values),
            fixes=tuple(fix.format(values) for fix in self.fixes),
            source=self.source,
        )


class Finding(NamedTuple):
    """Something wrong at a place. `line` is 1-based in the source (text line, or Word paragraph); None = whole file."""

    code: str
    severity: Severity
    line: int | None
    quote: str
    message: Bilingual
    fixes: tuple[Bilingual, ...]
    source: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The JSON shape promised by `giamngheo plan check --json`."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "line": self.line,
            "quote": self.quote,
            "message": self.message.as_dict(),
            "fixes": [fix.as_dict() for fix in self.fixes],
            "source": self.source,
        }


class FindingError(Exception):
    """Raised where work cannot go on; carries the finding to show. Callers show it; nobody prints a stack trace."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.code}: {finding.message.vi}")
        self.finding = finding


class Catalogue:
    """All kinds of findings of one subsystem, by code. A code is registered once; a second time is a mistake."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.entries: dict[str, Entry] = {}

    def add(
        self,
        code: str,
        severity: Severity,
        *,
        title: tuple[str, str],
        message: tuple[str, str],
        fixes: Iterable[tuple[str, str]],
        source: str = "",
    ) -> Entry:
        """Register a kind of finding; texts are (Vietnamese, English) pairs."""
        if code in self.entries:
            raise ValueError(f"finding code registered twice: {code}")
        ways = tuple(Bilingual(*fix) for fix in fixes)
        if len(ways) < 2:
            raise ValueError(f"{code}: a finding offers at least two ways to put it right")
        entry = Entry(
            code=code,
            severity=severity,
            title=Bilingual(*title),
            message=Bilingual(*message),
            fixes=ways,
            source=source,
        )
        self.entries[code] = entry
        return entry
