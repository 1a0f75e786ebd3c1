"""`giamngheo plan check FILE [--json] [--lang vi|en]`: reads a file, checks it, prints what was found.

Exit codes: 0 no finding of level error (warnings and remarks may stand), 1 at least one error, 2 unreadable.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from giamngheo.foundation.findings import Bilingual, Finding, FindingError, Severity

USAGE = """giamngheo plan check FILE [--json] [--lang vi|en]

  FILE          .txt, .md, .docx, .odt hoặc .pdf có chữ / a text, Markdown, Word, OpenDocument or text PDF file
  --json        in một đối tượng JSON / print one JSON object: {"findings": [...]}
  --lang vi|en  ngôn ngữ của bản in, mặc định vi / language of the printed text, Vietnamese by default

  Mã thoát / exit code: 0 không có lỗi / no error · 1 có lỗi / errors found · 2 không đọc được / unreadable
"""
OK, ERRORS, UNREADABLE = 0, 1, 2
_MARKS = {Severity.ERROR: Bilingual("LỖI", "ERROR"), Severity.WARNING: Bilingual("CẢNH BÁO", "WARNING"),
          Severity.INFO: Bilingual("LƯU Ý", "NOTE")}  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Run the command with the words after `plan check`; returns the exit code."""
    import gc

    gc.disable()  # one short run that keeps nearly everything it makes: looking for garbage would cost a tenth of it
    try:
        return _run(arguments)
    finally:
        gc.enable()


def _run(arguments: Sequence[str]) -> int:
    if any(word in ("-h", "--help") for word in arguments):
        print(USAGE, end="")
        return OK
    options = _options(arguments)
    if options is None:
        print(USAGE, end="", file=sys.stderr)
        return UNREADABLE
    path, as_json, language = options
    try:
        findings = _check(path)
    except FindingError as error:
        if as_json:
            _print_json([error.finding])
        else:
            print(_printed(error.finding, language), end="", file=sys.stderr)
        return UNREADABLE
    if as_json:
        _print_json(findings)
    else:
        print(report(findings, path.name, language), end="")
    return ERRORS if any(finding.severity is Severity.ERROR for finding in findings) else OK


def _options(arguments: Sequence[str]) -> tuple[Path, bool, str] | None:
    """FILE, whether JSON is wanted, the language; None when the words make no sense. argparse would cost 8 ms."""
    files: list[str] = []
    as_json, language = False, "vi"
    words = list(arguments)
    while words:
        word = words.pop(0)
        if word == "--json":
            as_json = True
        elif word == "--lang" and words:
            language = words.pop(0)
        elif word.startswith("--lang="):
            language = word.partition("=")[2]
        elif word == "--":
            files += words
            break
        elif word.startswith("-") and word != "-":
            return None
        else:
            files.append(word)
    return (Path(files[0]), as_json, language) if len(files) == 1 and language in ("vi", "en") else None


def _check(path: Path) -> list[Finding]:
    from giamngheo.paperwork.readers import read
    from giamngheo.planning.check.engine import check

    document = read(path)
    told = (each for each in document.warnings if each.code != "PAPER-JOINED")  # COMPLETE-CUT says it
    found = [*told, *check(document)]
    return sorted(found, key=lambda finding: (finding.line or 0, finding.code, finding.quote))


def as_json(findings: Iterable[Finding]) -> dict[str, list[dict[str, object]]]:
    """The JSON object printed: code, severity, line, quote, message and fixes of each finding, nothing else."""
    keys = ("code", "severity", "line", "quote", "message", "fixes")
    shapes = (finding.as_dict() for finding in findings)
    return {"findings": [{key: shape[key] for key in keys} for shape in shapes]}


def _print_json(findings: Iterable[Finding]) -> None:
    import json

    print(json.dumps(as_json(findings), ensure_ascii=False, indent=2))


def report(findings: Sequence[Finding], name: str, language: str) -> str:
    """The findings grouped by line, each with its quote and its fixes, and the counts at the end."""
    blocks: list[str] = []
    last: object = ""
    for finding in findings:
        if finding.line != last:
            last = finding.line
            blocks.append(("\n" if blocks else "") + _place(finding.line, name, language) + "\n")
        blocks.append(_printed(finding, language))
    blocks.append(("\n" if blocks else "") + _counts(findings, name, language) + "\n")
    return "".join(blocks)


def _place(line: int | None, name: str, language: str) -> str:
    if not line:
        return f"{name}: " + ("cả văn bản" if language == "vi" else "whole document")
    return f"{name}: " + (f"dòng {line}" if language == "vi" else f"line {line}")


def _printed(finding: Finding, language: str) -> str:
    quote = " ".join(finding.quote.split())
    shown = quote if len(quote) <= 110 else quote[:107].rstrip() + "..."
    mark = _one(_MARKS[finding.severity], language)
    lines = [f"  {mark} [{finding.code}] {_one(finding.message, language)}"]
    if shown:
        lines.append(f"    » {shown}")
    lines += [f"    {number}. {_one(fix, language)}" for number, fix in enumerate(finding.fixes, start=1)]
    return "\n".join(lines) + "\n"


def _one(text: Bilingual, language: str) -> str:
    return text.en if language == "en" else text.vi


def _counts(findings: Sequence[Finding], name: str, language: str) -> str:
    errors, warnings, notes = (
        sum(finding.severity is level for finding in findings)
        for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    )
    if language == "en":
        return f"{name}: {errors} errors, {warnings} warnings, {notes} notes."
    return f"{name}: {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý."
