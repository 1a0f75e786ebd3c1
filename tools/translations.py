"""Translations without the gettext programs: `python tools/translations.py collect` and `... compile`.

The sentence in the code is Vietnamese; src/giamngheo/locale/en/LC_MESSAGES/django.po says it in English.
`collect` adds what is new to every catalogue and takes out what is gone; `compile` writes the .mo files, which are
not kept in git. `messages_in_source` and `untranslated` serve the test that no sentence is without English.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "giamngheo"
LOCALE = SOURCE / "locale"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}

# No dates and no tool versions: a catalogue changes when a sentence does.
HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural};\\n"

"""

Message = str | tuple[str, str]


def _python_of(path: Path) -> str:
    """A Python file as it is; a template as the pseudo-code Django makes of it for the gettext programs."""
    text = path.read_text("utf-8")
    if path.suffix != ".html":
        return text
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giamngheo.config.settings")
    from django.utils.translation.template import templatize

    # Indentation of HTML means nothing to Python's tokenizer, but would be an error to it.
    return "\n".join(line.strip() for line in templatize(text, origin=str(path)).splitlines())


def source_files() -> list[Path]:
    """All files that may carry sentences, in a stable order."""
    return sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("templates/**/*.html")])


def messages_in_source() -> dict[Message, list[tuple[str, int]]]:
    """Every sentence marked for translation, with the places (path below the root, line) where it stands.

    A sentence with a plural is a pair (singular, plural).
    """
    found: dict[Message, list[tuple[str, int]]] = {}
    for path in source_files():
        code = io.BytesIO(_python_of(path).encode())
        place = path.relative_to(ROOT).as_posix()
        for line, message, _comments, _context in extract("python", code, KEYWORDS, options={"encoding": "utf-8"}):
            key = message if isinstance(message, str) else (message[0], message[1])
            if key and key[0]:
                found.setdefault(key, []).append((place, line))
    return found


def catalogue_path(language: str) -> Path:
    """Where the catalogue of a language lies."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read_catalogue(language: str) -> Catalog:
    """The catalogue of a language; empty when there is none yet."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language, project="giamngheo", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _is_translated(catalogue: Catalog, key: Message) -> bool:
    message = catalogue.get(key if isinstance(key, str) else key[0])
    if message is None or message.fuzzy:
        return False
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return isinstance(message.id, str) == isinstance(key, str) and all(strings)


def untranslated(language: str) -> list[str]:
    """Sentences of the source without a translation, each as "path:line: sentence"."""
    catalogue = read_catalogue(language)
    return [
        f"{places[0][0]}:{places[0][1]}: {key if isinstance(key, str) else key[0]}"
        for key, places in sorted(messages_in_source().items(), key=lambda item: item[1])
        if not _is_translated(catalogue, key)
    ]


def collect(language: str) -> tuple[int, int]:
    """Bring one catalogue in step with the source; returns how many sentences it has and how many want translation."""
    old, new = read_catalogue(language), Catalog(locale=language, project="giamngheo", fuzzy=False)
    for key, places in sorted(messages_in_source().items(), key=lambda item: item[1]):
        known = old.get(key if isinstance(key, str) else key[0])
        keep = known is not None and isinstance(known.id, str) == isinstance(key, str)
        # Files without line numbers: a catalogue that changes with every edit is a catalogue nobody reviews.
        new.add(key, known.string if keep and known else None, locations=[(place, None) for place in _files(places)])
    path = catalogue_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    write_po(buffer, new, width=120, omit_header=True, include_lineno=False)
    path.write_text(HEADER.format(plural=new.plural_forms.rstrip(";")) + buffer.getvalue().decode(), "utf-8")
    return len(new), len(untranslated(language))


def _files(places: list[tuple[str, int]]) -> list[str]:
    return sorted({place for place, _line in places})


def compile_all() -> int:
    """Write the .mo beside every .po; returns how many."""
    paths = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
    for path in paths:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parent.parent.name)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)
    return len(paths)


def main() -> int:
    """`collect` or `compile`."""
    task = sys.argv[1] if len(sys.argv) == 2 else ""
    if task == "compile":
        print(f"{compile_all()} catalogue(s) compiled")
    elif task == "collect":
        total, missing = collect("en")
        print(f"en: {total} sentences, {missing} without translation")
        print("\n".join(untranslated("en")))
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "src"))
    raise SystemExit(main())
