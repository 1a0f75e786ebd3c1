"""`giamngheo standards scorecard template|check|load|list`: B1 scorecards as files, without a database.

Exit codes: 0 done (remarks may stand), 1 the card is wrong or refused, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from giamngheo.config.commands.standards import guarded, language_option, tell
from giamngheo.foundation.findings import FindingError

if TYPE_CHECKING:
    from giamngheo.standards.scorecards.card import Scorecard


def main(arguments: Sequence[str]) -> int:
    """Parse the options and run the sub-command."""
    options = _parser().parse_args(arguments)
    return guarded(options, _RUN[options.task])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="giamngheo standards scorecard", description="Bảng điểm B1 / B1 scorecards")
    tasks = parser.add_subparsers(dest="task", required=True)
    template = tasks.add_parser("template", help="mẫu để điền / a form to fill in")
    template.add_argument("--format", choices=("xlsx", "yaml"), required=True)
    template.add_argument("-o", "--output", type=Path, required=True)
    template.add_argument("--demonstration", action="store_true", help="điền sẵn điểm giả định / with invented points")
    check = tasks.add_parser("check", help="kiểm tra một bảng điểm / check a scorecard")
    load = tasks.add_parser("load", help="kiểm tra rồi lưu / check and keep")
    for each in (check, load):
        each.add_argument("file", type=Path)
    listed = tasks.add_parser("list", help="các bảng điểm đã nạp / scorecards kept")
    for each in (load, listed):
        each.add_argument("--data-dir", type=Path, help="thư mục dữ liệu / data folder")
    for each in (check, load, listed):
        each.add_argument("--json", action="store_true")
    for each in (template, check, load, listed):
        language_option(each)
    return parser


def folder(options: argparse.Namespace) -> Path:
    """Where cards are kept: `scorecards` in the data folder."""
    return (options.data_dir or Path(os.environ.get("GIAMNGHEO_DATA_DIR", "var"))) / "scorecards"


def _template(options: argparse.Namespace) -> int:
    from giamngheo.standards.scorecards import demonstration
    from giamngheo.standards.scorecards import findings as f

    if options.output.exists():
        raise FindingError(f.EXISTS.at(where=str(options.output)))
    form = not options.demonstration
    if options.format == "xlsx":
        from giamngheo.standards.scorecards.to_excel import write

        write(demonstration(), options.output, form=form)
    else:
        from giamngheo.standards.scorecards.to_yaml import dump

        options.output.write_text(dump(demonstration(), form=form), "utf-8")
    print(options.output)
    return 0


def _check(options: argparse.Namespace) -> int:
    from giamngheo.standards.scorecards.loading import look

    card, found = look(options.file)
    if options.json:
        shapes = [each.as_dict() for each in found]
        print(
            json.dumps({"scorecard": _shape(card) if card else None, "findings": shapes}, ensure_ascii=False, indent=1)
        )
        return 0 if card else 1
    tell(found, options.lang)
    if card is not None:
        print(_line(card, options.lang))
    return 0 if card else 1


def _load(options: argparse.Namespace) -> int:
    from giamngheo.standards.scorecards.loading import look
    from giamngheo.standards.scorecards.store import keep

    card, found = look(options.file)
    if card is None:
        tell(found, options.lang, as_json=options.json)
        return 1
    file = keep(folder(options), card)
    if options.json:
        print(json.dumps({"scorecard": _shape(card), "file": str(file)}, ensure_ascii=False, indent=1))
    else:
        tell(found, options.lang)
        print(_line(card, options.lang))
        print(file)
    return 0


def _list(options: argparse.Namespace) -> int:
    from giamngheo.standards.scorecards.store import kept

    cards = kept(folder(options))
    if options.json:
        print(json.dumps({"scorecards": [_shape(each) for each in cards]}, ensure_ascii=False, indent=1))
        return 0
    for each in cards:
        print(_line(each, options.lang))
    if not cards:
        print("Chưa nạp bảng điểm nào." if options.lang == "vi" else "No scorecard is kept.")
    return 0


def _line(card: Scorecard, language: str) -> str:
    title = card.title.en if language == "en" else card.title.vi
    words = ("signed", "not signed") if language == "en" else ("đã xác nhận", "chưa xác nhận")
    return f"{card.key}  {title} · {card.standard} · {words[0 if card.verified else 1]} · {card.digest[:12]}"


def _shape(card: Scorecard) -> dict[str, Any]:
    return {
        "id": card.id, "version": card.version, "standard": card.standard,
        "title": {"vi": card.title.vi, "en": card.title.en}, "demonstration": card.demonstration,
        "verified": card.verified, "digest": card.digest, "missing": [each.vi for each in card.missing],
        "regions": [each.code for each in card.regions],
        "groups": [{"code": each.code, "kind": each.kind, "options": len(each.options)} for each in card.groups],
    }  # fmt: skip


_RUN = {"template": _template, "check": _check, "load": _load, "list": _list}
