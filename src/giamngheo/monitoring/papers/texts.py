"""The outlines and sentences of papers, as data: data/report_papers.json."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in a section: `text` with what is `open` for the writer, figures, or alerts."""

    text: str = ""
    open: str = ""
    figures: Literal["", "results", "money"] = ""
    alerts: bool = False


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a paper."""

    title: str
    holds: tuple[Item, ...]


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paper, and the kinds of report it is made of."""

    code: str
    kinds: tuple[str, ...]
    subject: str
    closing: str
    sections: tuple[Section, ...]


class Texts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`alerts`: by code, in place of the alert's own sentence where that may name a household or speaks to who sits at
    the screen."""

    papers: tuple[Paper, ...]
    sentences: dict[str, str]
    alerts: dict[str, str]

    def say(self, key: str, **values: object) -> str:
        return self.sentences[key].format(**values)


@cache
def texts() -> Texts:
    """As packaged."""
    return msgspec.json.decode((files("giamngheo.monitoring") / "data" / "report_papers.json").read_bytes(), type=Texts)


def papers_of(kind: str) -> list[Paper]:
    """Those a report of the kind gives."""
    return [each for each in texts().papers if kind in each.kinds]
