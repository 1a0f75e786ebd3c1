"""Write docs/reference/findings.md from the catalogues of findings and the tables of rulings in tests/spec.

`make docs` calls it; with --check it changes nothing and fails when the page is stale.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "findings.md"
SHOWN = 2  # rulings shown for each code
HEAD = """# Findings

Made by `make docs` from the catalogues and from the tables of rulings in tests/spec; do not edit.
Each finding has a stable code, a severity, a place, a quote of the source, a message and at least two fixes, in
Vietnamese and English. **error**: a figure or a citation is certainly wrong; **warning**: something misleads or
somebody must decide; **info**: form.

"""
FAMILIES = (
    ("ARITH", "Arithmetic", "check-arithmetic"),
    ("TARGET", "Targets", "check-targets"),
    ("DATE", "Dates", "check-dates"),
    ("REF", "References", "check-references"),
    ("NUM", "Numbering", "check-numbering"),
    ("COMPLETE", "Completeness", "check-completeness"),
    ("NAME", "Names", "check-names"),
    ("FORMAT", "Format", "check-format"),
    ("PAPER", "Reading and writing files", ""),
    ("REGISTER", "Households and people", "register"),
    ("CITIZEN", "Citizen ids", "register"),
)


def _entries() -> list[Any]:
    """Every entry of the catalogues of the check, the readers, the register."""
    from giamngheo.foundation.citizen_id import CATALOGUE as CITIZEN_ID
    from giamngheo.households.problems import CATALOGUE as REGISTER
    from giamngheo.paperwork.findings import CATALOGUE as PAPER
    from giamngheo.planning.check.catalogue import CATALOGUE as PLAN
    from giamngheo.planning.check.rules import load

    load()
    catalogues = (PLAN, PAPER, REGISTER, CITIZEN_ID)
    return [entry for catalogue in catalogues for entry in catalogue.entries.values()]


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


def _family(code: str) -> str:
    return code.partition("-")[0]


def _entry(entry: Any, rulings: Iterable[tuple[str, str, str]]) -> str:
    lines = [f"### {entry.code}", "", f"**{entry.severity}** · {entry.title.vi} · {entry.title.en}", ""]
    lines += [f"- vi: {entry.message.vi}", f"- en: {entry.message.en}"]
    for number, fix in enumerate(entry.fixes, start=1):
        lines += [f"- {number}. {fix.vi} / {fix.en}"]
    if entry.source:
        lines += ["", f"Source: {entry.source}"]
    for ruling, text, quote in list(rulings)[:SHOWN]:
        printed = text.strip().splitlines()
        lines += ["", f"Ruling: {ruling}.", "", *(f"> {line}  " for line in printed if line.strip())]
        if quote:
            lines += ["", f"quotes “{quote}”"]
    return "\n".join(lines) + "\n"


def page() -> str:
    """The whole page."""
    entries, rulings = _entries(), _rulings()
    known = {prefix for prefix, _, _ in FAMILIES}
    families = [
        *FAMILIES,
        *((prefix, prefix.title(), "") for prefix in sorted({_family(e.code) for e in entries} - known)),
    ]
    parts = [HEAD]
    for prefix, title, topic in families:
        own = sorted((entry for entry in entries if _family(entry.code) == prefix), key=lambda entry: entry.code)
        if not own:
            continue
        topic_file = ROOT / "docs" / "algorithms" / f"{topic}.md"
        parts.append(
            f"## {title}\n\n"
            + (f"How it is judged: [{topic}](../algorithms/{topic}.md).\n\n" if topic and topic_file.exists() else "")
        )
        parts += [_entry(entry, rulings.get(entry.code, ())) + "\n" for entry in own]
    return "".join(parts).rstrip("\n") + "\n"


def main() -> int:
    """Write the page; with --check compare only. Exit code 1 when it is stale."""
    sys.path.insert(0, str(ROOT))
    made = page()
    if "--check" in sys.argv[1:]:
        fresh = PAGE.exists() and PAGE.read_text(encoding="utf-8") == made
        print(
            "docs/reference/findings.md is up to date"
            if fresh
            else "docs/reference/findings.md is stale: run make docs"
        )
        return 0 if fresh else 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(made, encoding="utf-8")
    print(f"docs/reference/findings.md: {made.count('### ')} kinds of findings")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
