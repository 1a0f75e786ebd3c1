"""The outlines and sentences of papers, as data: data/report_papers.json. docs/algorithms/report-sentences.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import msgspec

ALWAYS = ("period", "place", "year", "begins", "ends")  # values every sentence of an outline may use
ALERTS = ("ALERT-IMPOSSIBLE", "ALERT-NOT-BALANCED")  # told in other words than on the screen


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in a section: `text`, a title, with the sentence it `says`, figures, or alerts.
    `optional`: where there are no figures another item says what is open."""

    key: str = ""
    text: str = ""
    en: str = ""
    says: str = ""
    figures: Literal["", "results", "money"] = ""
    optional: bool = False
    alerts: bool = False


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a paper."""

    key: str
    title: str
    en: str
    holds: tuple[Item, ...]


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paper, and the kinds of report it is made of."""

    code: str
    kinds: tuple[str, ...]
    subject: str
    closing: str
    sections: tuple[Section, ...]


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value a sentence may name: by its `word`; what it is."""

    word: str
    vi: str
    en: str


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence as packaged. `needs`: values it must tell, `may`: values it may."""

    key: str
    title: dict[str, str]
    text: str
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


class Sentence(NamedTuple):
    """A sentence that a unit may put in other words. `paper` "" where several papers use it; `cells`: it may name cells
    of the report's forms."""

    key: str
    title: Mapping[str, str]
    text: str
    paper: str = ""
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    cells: bool = False


class Texts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything papers are made of."""

    papers: tuple[Paper, ...]
    values: dict[str, Value]
    sentences: tuple[Written, ...]


@cache
def texts() -> Texts:
    """As packaged."""
    return msgspec.json.decode((files("giamngheo.monitoring") / "data" / "report_papers.json").read_bytes(), type=Texts)


def papers_of(kind: str) -> list[Paper]:
    """Those a report of the kind gives."""
    return [each for each in texts().papers if kind in each.kinds]


@cache
def catalogue() -> dict[str, Sentence]:
    """Every sentence by its key: those of each paper's outline, then those all papers share."""
    found = [each for paper in texts().papers for each in _of_outline(paper)]
    found += [Sentence(each.key, each.title, each.text, "", each.needs, each.may) for each in texts().sentences]
    return {each.key: each for each in found}


def packaged() -> dict[str, str]:
    """Every sentence as it comes with the software."""
    return {key: each.text for key, each in catalogue().items()}


def key_of(paper: Paper, *parts: str) -> str:
    """The key of a sentence of an outline."""
    return ".".join((paper.code, *parts))


def _of_outline(paper: Paper) -> Iterator[Sentence]:
    def sentence(vi: str, en: str, text: str, *parts: str, cells: bool = False) -> Sentence:
        return Sentence(key_of(paper, *parts), {"vi": vi, "en": en}, text, paper.code, (), ALWAYS, cells)

    yield sentence("Trích yếu", "Subject", paper.subject, "subject")
    for section in paper.sections:
        yield sentence(f"Tên phần: {section.title}", f"Title of a part: {section.en}", section.title, section.key)
        for item in section.holds:
            if item.says:
                yield sentence(item.text, item.en, item.says, section.key, item.key, cells=True)
    yield sentence("Câu kết thúc", "Closing", paper.closing, "closing")
