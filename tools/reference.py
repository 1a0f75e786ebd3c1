"""Write docs/reference from the code: what the modules of tools/pages give, and an index of it.

`make docs` calls it; with --check it changes nothing and fails when a page is stale, missing, or made by nobody.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference"
INDEX = "README.md"
HEAD = """# Reference

Made by `make docs` from the code; do not edit. A page is a module of `tools/pages`.

| page | what |
|---|---|
"""


def texts() -> dict[str, str]:
    """The text of every page by file name, the index among them."""
    sys.path[:0] = [str(ROOT)]
    from tools.pages import collect

    made = collect()
    rows = "".join(f"| [{page.title}]({name}) | {page.brief} |\n" for name, page in made.items())
    return {INDEX: HEAD + rows, **{name: page.text for name, page in made.items()}}


def stale(wanted: dict[str, str]) -> list[str]:
    """Names of pages that are not what they should be, and of files no module makes."""
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    return sorted(name for name in {*wanted, *there} if there.get(name) != wanted.get(name))


def main() -> int:
    """Write the pages; with --check compare only. Exit code 1 when one is stale."""
    wanted = texts()
    wrong = stale(wanted)
    if "--check" in sys.argv[1:]:
        print(f"docs/reference is stale: {', '.join(wrong)}: run make docs" if wrong else "docs/reference is fresh")
        return 1 if wrong else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in wrong:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    print(f"docs/reference: {len(wanted)} pages, {len(wrong)} of them anew")
    return 0


if __name__ == "__main__":
    raise SystemExit(main() or __import__("tools.reference_standards", fromlist=["main"]).main())
