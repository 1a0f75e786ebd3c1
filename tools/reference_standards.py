"""Write docs/reference/standards from the released standards and the rulings about households in tests/spec/standards.

`make docs` calls it through tools/reference.py; with --check it changes nothing and fails when a page is stale.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference" / "standards"
MADE = "Made by `make docs` from the released standards and the rulings in tests/spec/standards; do not edit.\n"
MARKS = {True: "thấy trong nguồn công bố · verified", False: "**chưa kiểm chứng · not verified**"}
ABSENT = "**chưa có · absent**"


def pages() -> dict[str, str]:
    """Every page by its file name."""
    from giamngheo.standards import newest

    made = {f"{release.id}.md": _standard(release) for release in newest()}
    return {"README.md": _index(), "questions.md": _questions(), **made}


def _index() -> str:
    from giamngheo.standards import newest
    from giamngheo.standards.describing import counts

    lines = ["# Chuẩn nghèo · Poverty standards", "", MADE]
    marks = "thấy trong nguồn công bố · verified | chưa kiểm chứng · not verified | chưa có · absent"
    marks += " | chưa rõ điều, khoản · article not seen"
    lines += [f"| | hiệu lực · in force | {marks} |", "|---|---|---|---|---|---|"]
    for release in newest():
        periods = "<br>".join(_span(each.start, each.end) for each in release.periods)
        numbers = " | ".join(str(each) for each in counts(release))
        lines.append(
            f"| [{release.key}]({release.id}.md) {release.title.vi} · {release.title.en} | {periods} | {numbers} |"
        )
    lines += ["", "[Questions](questions.md): every answer the rules read."]
    judged = " and ".join(f"[{each}](../../algorithms/{each}.md)" for each in ("standards", "scorecards"))
    lines += [f"How rules are judged: {judged}.", ""]
    return "\n".join(lines)


def _span(start: Any, end: Any) -> str:
    from giamngheo.standards.wording import day

    return f"{day(start)} – {day(end) if end else '…'}"


def _standard(release: Any) -> str:
    from giamngheo.standards.describing import SECTIONS, ordered

    lines = [f"# {release.key}: {release.title.vi} · {release.title.en}", "", MADE, *_documents(release)]
    rulings = _rulings(release.key)
    for name, concepts in ordered(release):
        lines += [f"## {SECTIONS[name].vi} · {SECTIONS[name].en}", ""]
        for concept in concepts:
            lines += _concept(release, concept, rulings.get(concept.concept, []))
    return "\n".join(lines).rstrip("\n") + "\n"


def _cited(entry: Any) -> str:
    from giamngheo.standards.phrases import NO_ARTICLE_OF

    without = not entry.citation.article and entry.absent is None
    return entry.citation.text() + (f" – **{NO_ARTICLE_OF.vi} · {NO_ARTICLE_OF.en}**" if without else "")


def _documents(release: Any) -> Iterator[str]:
    yield "| văn bản · document | loại, cơ quan · kind, issuer | ban hành · published | hiệu lực · effective |"
    yield "|---|---|---|---|"
    for each in release.documents:
        kind = f"{each.kind.vi}, {each.issuer.vi} · {each.kind.en}, {each.issuer.en}"
        yield f"| {each.symbol} | {kind} | {_day(each.issued)} | {_day(each.effective)} |"
    yield from ("", "Hiệu lực của chuẩn · The standard is in force:", "")
    for period in release.periods:
        yield f"- {_span(period.start, period.end)}: {period.citation.text()} · {MARKS[period.verified]}"
    yield ""


def _day(value: Any) -> str:
    from giamngheo.standards.wording import day

    return day(value) if value else "chưa rõ · not seen"


def _concept(release: Any, concept: Any, rulings: list[str]) -> Iterator[str]:
    yield from (f"### {concept.title.vi} · {concept.title.en}", "", f"`{concept.concept}`", "")
    for entry in sorted(concept.entries, key=lambda each: (each.province, each.start)):
        yield from _entry(release, concept, entry)
    if rulings:
        yield from ("Rulings:", "", *(f"- {each}" for each in rulings), "")


def _entry(release: Any, concept: Any, entry: Any) -> Iterator[str]:
    from giamngheo.standards.describing import said
    from giamngheo.standards.standard import resolve
    from giamngheo.standards.wording import day

    first = max(entry.start, release.periods[0].start)
    standard = resolve(release, first, entry.province)
    layer = f"tỉnh · province {entry.province}" if entry.province else "toàn quốc · national"
    mark = ABSENT if entry.absent else MARKS[entry.verified]
    yield from (f"**{_span(entry.start, entry.end)}** · {layer} · {mark}", "")
    for language in ("vi", "en"):
        yield f"> {language}: {said(concept, entry, standard, language)}  "
    document = standard.documents[entry.citation.document]
    yield from ("", f"{_cited(entry)} (ban hành · published {_day(document.issued)}, hiệu lực · effective "
                f"{_day(document.effective)}); đối chiếu · last reviewed {day(entry.last_reviewed)}")  # fmt: skip
    if entry.note:
        yield f"– {entry.note.vi} · {entry.note.en}"
    yield ""


def _rulings(key: str) -> dict[str, list[str]]:
    """Sentences of the rulings about one release, by rule, with what they give."""
    import tests.spec.standards as tables

    found: dict[str, list[str]] = {}
    for module in pkgutil.iter_modules(tables.__path__):
        if module.name.endswith("_test"):
            continue
        for case in getattr(importlib.import_module(f"tests.spec.standards.{module.name}"), "CASES", ()):
            if case.standard().key == key:
                given = "refused" if case.gives is None and case.lacks else "open" if case.gives is None else case.gives
                found.setdefault(case.rule, []).append(f"{case.ruling}: *{str(given).lower()}*")
    return found


def _questions() -> str:
    from giamngheo.standards import newest
    from giamngheo.standards.release import Question

    asked: dict[str, Question] = {}
    read_by: dict[str, list[str]] = {}
    for release in newest():
        for question in release.questions:
            asked[question.name] = question
            read_by.setdefault(question.name, []).append(release.id)
    lines = ["# Câu hỏi · Questions", "", MADE, _SHAPE]
    for scope, title in (("household", "Về hộ · About the household"), ("member", "Về thành viên · About a member")):
        lines += [f"## {title}", ""]
        for question in asked.values():
            if question.scope == scope:
                lines += _question(question, read_by[question.name])
    return "\n".join(lines).rstrip("\n") + "\n"


_SHAPE = """An answer left out is unknown, never "no". A loaded scorecard adds `region` and its `b1_…` questions. Kinds:

- `yes_no`: true or false
- `option`: one of the codes listed
- `number`, `points`, `dong` (đồng): whole numbers
- `area`: whole hundredths of a square metre (65,25 m² is 6525)
- `birth`: YYYYMMDD, or YYYY0000 where only the year is known
"""


def _question(question: Any, releases: list[str]) -> Iterator[str]:
    from giamngheo.standards.answering import limits

    mark = "" if question.verified else f" · {MARKS[False]}"
    yield from (f"### `{question.name}`", "", f"{question.label.vi} · {question.label.en}{mark}", "")
    yield f"- kind: {question.kind}"
    if (held := limits(question)) is not None:
        yield f"- {held.vi} · {held.en}"
    yield f"- read by: {', '.join(releases)}"
    for option in question.options:
        yield f"- `{option.code}`: {option.label.vi} · {option.label.en}"
    if question.help:
        yield f"- {question.help.vi} · {question.help.en}"
    yield ""


def stale() -> list[str]:
    """Names of pages that are missing, differ, or have no standard any more."""
    made = pages()
    wrong = [
        name
        for name, text in made.items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text("utf-8") != text
    ]
    return wrong + [file.name for file in FOLDER.glob("*.md") if file.name not in made]


def main() -> int:
    """Write the pages; with --check compare only. Exit code 1 when one is stale."""
    sys.path.insert(0, str(ROOT))
    if "--check" in sys.argv[1:]:
        wrong = stale()
        told = f"stale, run make docs: {', '.join(wrong)}" if wrong else "up to date"
        print(f"docs/reference/standards is {told}")
        return 1 if wrong else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages()
    for file in FOLDER.glob("*.md"):
        if file.name not in made:
            file.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    print(f"docs/reference/standards: {len(made)} pages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
