"""`giamngheo standards list|show|lint|release|scorecard`: the law as the system holds it, without a database.

Exit codes: 0 done, 1 something is wrong (lint, a refusal), 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from giamngheo.foundation.findings import Finding, FindingError, Severity
from giamngheo.standards.wording.values import Language

_MARKS = {Severity.ERROR: ("LỖI", "ERROR"), Severity.WARNING: ("CẢNH BÁO", "WARNING"), Severity.INFO: ("LƯU Ý", "NOTE")}


def main(arguments: Sequence[str]) -> int:
    """Parse the options and run the sub-command."""
    if arguments[:1] == ["scorecard"]:
        from giamngheo.config.commands.scorecards import main as scorecards

        return scorecards(arguments[1:])
    options = _parser().parse_args(arguments)
    return guarded(options, _RUN[options.task])


def guarded(options: argparse.Namespace, run: Any) -> int:
    """Run, and tell a refusal with its two ways out instead of raising it."""
    try:
        code: int = run(options)
        return code
    except FindingError as error:
        tell([error.finding], options.lang, as_json=getattr(options, "json", False))
        return 1


def language_option(parser: argparse.ArgumentParser) -> None:
    """--lang vi|en."""
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ / language")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="giamngheo standards", description="Chuẩn nghèo / poverty standards")
    tasks = parser.add_subparsers(dest="task", required=True)
    listed = tasks.add_parser("list", help="các chuẩn nghèo / the standards")
    show = tasks.add_parser("show", help="một chuẩn, từng quy tắc / one standard, rule by rule")
    show.add_argument("id", help="vn-2022, vn-2022.1")
    show.add_argument("--on", default="", help="ngày / day: 24/11/2026")
    show.add_argument("--province", default="", help="mã tỉnh (63 tỉnh cũ) / code among the 63 provinces")
    lint = tasks.add_parser("lint", help="kiểm tra tệp nguồn / check the sources")
    release = tasks.add_parser("release", help="ghi bản phát hành mới / write new releases")
    tasks.add_parser("scorecard", help="bảng điểm B1 / B1 scorecards", add_help=False)
    for each in (listed, show, lint):
        each.add_argument("--json", action="store_true")
    for each in (listed, show, lint, release):
        language_option(each)
    return parser


def _list(options: argparse.Namespace) -> int:
    from giamngheo.standards import released
    from giamngheo.standards.describing import both, counts
    from giamngheo.standards.wording import day, say

    if options.json:
        rows = [
            {
                "id": each.id, "revision": each.revision, "title": both(each.title), "values": counts(each)._asdict(),
                "periods": [{"from": p.start.isoformat(), "to": p.end.isoformat(), "document": p.citation.document}
                            for p in each.periods],
                "documents": [document.symbol for document in each.documents],
            }
            for each in released()
        ]  # fmt: skip
        print(json.dumps({"standards": rows}, ensure_ascii=False, indent=1))
        return 0
    words = {
        "vi": ("thấy trong nguồn công bố", "chưa kiểm chứng", "chưa có", "chưa rõ điều, khoản"),
        "en": ("verified", "not verified", "absent", "article not seen"),
    }
    for each in released():
        print(f"{each.key}  {say(each.title, options.lang)}")
        for period in each.periods:
            print(f"    {day(period.start)} - {day(period.end)}: {period.citation.text()}")
        numbers = zip(counts(each), words[options.lang], strict=True)
        print("    " + ", ".join(f"{count} {word}" for count, word in numbers))
        print("    " + "; ".join(document.symbol for document in each.documents))
    return 0


def _show(options: argparse.Namespace) -> int:
    from giamngheo.standards.asking import as_of, named
    from giamngheo.standards.describing import as_json, text

    standard = as_of(named(options.id), date.today(), options.on, options.province)
    if options.json:
        print(json.dumps(as_json(standard), ensure_ascii=False, indent=1))
    else:
        print(text(standard, options.lang), end="")
    return 0


def _lint(options: argparse.Namespace) -> int:
    from giamngheo.standards.source.lint import lint

    found = lint(date.today())
    tell(found, options.lang, as_json=options.json)
    wrong = any(each.severity is Severity.ERROR for each in found)
    if not options.json and not wrong:
        print(
            "Tệp nguồn đúng và khớp bản phát hành." if options.lang == "vi" else "The sources are right and released."
        )
    return 1 if wrong else 0


def _release(options: argparse.Namespace) -> int:
    from giamngheo.standards import findings as f
    from giamngheo.standards.source.build import differences, keep_new, releases
    from giamngheo.standards.source.reading import SourceError
    from giamngheo.standards.validation import RuleError

    try:
        made = releases()
    except (SourceError, RuleError) as error:
        raise FindingError(f.SOURCE.at(what=str(error))) from error
    for file in keep_new(made):
        print(file)
    left = differences(made)
    tell([f.RELEASED.at(what=each) for each in left], options.lang)
    return 1 if left else 0


def tell(found: Iterable[Finding], language: Language, *, as_json: bool = False) -> None:
    """Print findings: as JSON {"findings": [...]} on stdout; else errors and refusals on stderr, remarks on stdout."""
    if as_json:
        print(json.dumps({"findings": [each.as_dict() for each in found]}, ensure_ascii=False, indent=1))
        return
    at = 1 if language == "en" else 0
    for each in found:
        stream = sys.stderr if each.severity is Severity.ERROR else sys.stdout
        print(f"{_MARKS[each.severity][at]} [{each.code}] {each.message[at]}", file=stream)
        if each.quote:
            print(f"    » {' '.join(each.quote.split())[:110]}", file=stream)
        for number, fix in enumerate(each.fixes, 1):
            print(f"    {number}. {fix[at]}", file=stream)


_RUN = {"list": _list, "show": _show, "lint": _lint, "release": _release}
