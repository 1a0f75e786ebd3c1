"""The loaded cards of an office: a folder of YAML files, `<id>.<version>.yaml`.

Functions over a folder and nothing more: who loaded a card and when is kept once cards are loaded on a screen.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from tempfile import NamedTemporaryFile

from giamngheo.foundation.findings import FindingError
from giamngheo.standards.scorecards import findings as f
from giamngheo.standards.scorecards.card import Scorecard
from giamngheo.standards.scorecards.loading import load
from giamngheo.standards.scorecards.to_yaml import dump

_FILE = re.compile(r"([a-z0-9][a-z0-9-]*)\.([1-9][0-9]*)\.yaml")


def kept(folder: Path) -> tuple[Scorecard, ...]:
    """Every card of the folder, by id and version; none where there is no folder."""
    files = [(match[1], int(match[2]), file) for file in folder.glob("*.yaml") if (match := _FILE.fullmatch(file.name))]
    return tuple(load(file) for _, _, file in sorted(files))


def find(folder: Path, card_id: str, version: int | None = None) -> Scorecard | None:
    """The card of that version, or the newest; None where it was not loaded."""
    own = [each for each in kept(folder) if each.id == card_id and version in (None, each.version)]
    return own[-1] if own else None


def keep(folder: Path, card: Scorecard) -> Path:
    """Write the card, whole or not at all; the same card again changes nothing.

    Raises FindingError SCORE-VERSION when another card, or a newer one, is kept under its id.
    """
    own = [each for each in kept(folder) if each.id == card.id]
    file = folder / f"{card.key}.yaml"
    if any(each == card for each in own):
        return file
    newest = max((each.version for each in own), default=0)
    if card.version <= newest:
        finding = f.VERSION.at(where=file.name, id=card.id, version=card.version, newest=newest, next=newest + 1)
        raise FindingError(finding)
    folder.mkdir(parents=True, exist_ok=True)
    part = NamedTemporaryFile("w", encoding="utf-8", dir=folder, suffix=".part", delete=False)  # noqa: SIM115
    try:
        with part:
            part.write(dump(card))
        os.replace(part.name, file)
    except OSError:
        os.unlink(part.name)
        raise
    return file
