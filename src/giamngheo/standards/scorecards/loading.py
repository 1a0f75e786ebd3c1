"""Reads a scorecard from a YAML or Excel file."""

from __future__ import annotations

from pathlib import Path

from giamngheo.foundation.findings import FindingError
from giamngheo.standards import newest
from giamngheo.standards.scorecards import findings as f
from giamngheo.standards.scorecards import from_excel, from_yaml
from giamngheo.standards.scorecards.card import Scorecard
from giamngheo.standards.scorecards.checking import Checked, check

_READERS = {".xlsx": from_excel.read, ".yaml": from_yaml.read, ".yml": from_yaml.read}


def look(path: Path) -> Checked:
    """The card of a file with everything there is to say about it; no card where an error stands.

    A file of another kind, or none, is a finding too.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        return Checked(None, (f.UNREADABLE.at(name=path.name, why=f"{path.suffix or '?'}: .xlsx, .yaml"),))
    try:
        draft, found = reader(path)
    except OSError as error:
        return Checked(None, (f.UNREADABLE.at(name=path.name, why=error.strerror or type(error).__name__),))
    return check(draft, found, [each.id for each in newest()])


def load(path: Path) -> Scorecard:
    """The card of a file; raises FindingError with its first error."""
    card, found = look(path)
    if card is None:
        raise FindingError(next(each for each in found if str(each.severity) == "error"))
    return card
