"""A page for every catalogue of findings, with rulings from the tables in tests/spec where an entry has any."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from typing import Any

from tools.pages import ROOT, Page
from tools.pages.catalogues import Found, catalogues

SHOWN = 2  # rulings shown for each code
HEAD = """# {title}

{says}

Made by `make docs`; do not edit. Each entry has a stable code, a severity, a message and at least two ways to put it
right, in Vietnamese and English. **error**: {error}; **warning**: something misleads or somebody must decide;
**info**: form. Made in `{module}`.

"""
# Catalogues with a name of their own; the page of any other is called after it.
TITLES = {
    "plan": ("Findings of the plan check", "findings.md"),
    "planning": ("Importing, changing and issuing a plan", "findings-planning.md"),
    "paperwork": ("Reading files", "findings-paperwork.md"),
    "paper-write": ("Writing files", "findings-paper-write.md"),
    "territory": ("The register of units", "findings-territory.md"),
}
SURE = {"plan": "a figure or a citation is certainly wrong"}
# Families of codes in the order of the page: beginning, heading, page of docs/algorithms that tells how it is judged.
FAMILIES = (
    ("ARITH", "Arithmetic", "check-arithmetic"),
    ("TARGET", "Targets", "check-targets"),
    ("DATE", "Dates", "check-dates"),
    ("REF", "References", "check-references"),
    ("NUM", "Numbering", "check-numbering"),
    ("COMPLETE", "Completeness", "check-completeness"),
    ("NAME", "Names", "check-names"),
    ("FORMAT", "Format", "check-format"),
    ("IMPORT", "Importing a plan", "import"),
    ("PLAN", "Changing and issuing a plan", "import"),
    ("UPLOAD", "Uploading a file", "import"),
    ("PAPER-WRITE", "Writing a document", "writing"),
    ("PAPER", "Reading a document", "reading"),
    ("TERRITORY", "The register of units", "territory"),
)


def pages() -> dict[str, Page]:
    """One page a catalogue."""
    rulings = _rulings()
    return dict(_page(found, rulings) for found in catalogues())


def _page(found: Found, rulings: Mapping[str, list[tuple[str, str, str]]]) -> tuple[str, Page]:
    name = found.catalogue.name
    title, file = TITLES.get(name, (name.replace("-", " ").capitalize(), f"findings-{name.replace(' ', '-')}.md"))
    entries = sorted(found.catalogue.entries.values(), key=lambda entry: str(entry.code))
    error = SURE.get(name, "the work cannot go on")
    parts = [HEAD.format(title=title, says=found.says, error=error, module=found.module)]
    for family in _families(entries):
        own = [entry for entry in entries if _family(entry.code) == family]
        parts.append(_heading(family))
        parts += [_entry(entry, rulings.get(entry.code, ())) + "\n" for entry in own]
    names = ", ".join(_name_of(family)[0] for family in _families(entries))
    brief = f"{len(entries)} kind{'s' * (len(entries) != 1)}: {names}"
    return file, Page(title, brief, "".join(parts).rstrip("\n") + "\n")


def _family(code: str) -> str:
    known = [prefix for prefix, _, _ in FAMILIES if code.startswith(f"{prefix}-")]
    return max(known, key=len, default=code.partition("-")[0])


def _families(entries: Iterable[Any]) -> list[str]:
    """Those the entries belong to: the known ones in their order, then new ones."""
    met = {_family(entry.code) for entry in entries}
    known = [prefix for prefix, _, _ in FAMILIES if prefix in met]
    return [*known, *sorted(met - set(known))]


def _name_of(family: str) -> tuple[str, str]:
    return next(((title, topic) for prefix, title, topic in FAMILIES if prefix == family), (family.title(), ""))


def _heading(family: str) -> str:
    title, topic = _name_of(family)
    told = (ROOT / "docs" / "algorithms" / f"{topic}.md").exists() if topic else False
    judged = f"How it is judged: [{topic}](../algorithms/{topic}.md).\n\n" if told else ""
    return f"## {title}\n\n{judged}"


def _entry(entry: Any, rulings: Iterable[tuple[str, str, str]]) -> str:
    lines = [f"### {entry.code}", "", f"**{entry.severity}** · {entry.title.vi} · {entry.title.en}", ""]
    lines += [f"- vi: {entry.message.vi}", f"- en: {entry.message.en}"]
    lines += [f"- {number}. {fix.vi} / {fix.en}" for number, fix in enumerate(entry.fixes, start=1)]
    if entry.source:
        lines += ["", f"Source: {entry.source}"]
    for ruling, text, quote in list(rulings)[:SHOWN]:
        printed = text.strip().splitlines()
        lines += ["", f"Ruling: {ruling}.", "", *(f"> {line}  " for line in printed if line.strip())]
        if quote:
            lines += ["", f"quotes “{quote}”"]
    return "\n".join(lines) + "\n"


def _rulings() -> dict[str, list[tuple[str, str, str]]]:
    """By code: ruling, text, quote of the first cases that show it."""
    import tests.spec

    shown: dict[str, list[tuple[str, str, str]]] = {}
    for each in sorted(pkgutil.walk_packages(tests.spec.__path__, "tests.spec."), key=lambda module: module.name):
        leaf = each.name.rsplit(".", 1)[-1]
        if leaf.startswith("test_") or leaf.endswith("_test") or leaf == "conftest":
            continue
        for case in getattr(importlib.import_module(each.name), "CASES", ()):
            for expect in getattr(case, "expects", ()):
                code, quote = getattr(expect, "code", ""), getattr(expect, "quote", "")
                shown.setdefault(code, []).append((str(case.ruling), str(case.text), quote))
    return shown
