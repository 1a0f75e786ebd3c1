"""`giamngheo plan import FILE`: bring a plan into the database, or say what would change.

JSON (--json): {"status": "created" | "changed" | "unchanged", "dry_run": bool, "commune": {"code", "name"}, "year",
"period", "version", "counts": {"sections", "projects", "texts", "values", "targets", "references", "unplaced"},
"diff": see planning/difference.py, "unplaced": [{"line", "text", "code", "why"}]}; on failure {"finding": {...}}.
`why` is Vietnamese; `code` names the reason in planning/reasons.py.
Exit codes: 0 done, 1 refused (the plan, the commune, the state), 2 unreadable file or wrong use, 130 stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from giamngheo.config.commands import setup_django
from giamngheo.foundation.findings import FindingError

if TYPE_CHECKING:
    from giamngheo.planning.actions import ImportOutcome

_STATUS = {
    "created": "đã tạo kế hoạch / plan made",
    "changed": "đã cập nhật kế hoạch / plan changed",
    "unchanged": "không có gì mới, không thay đổi gì / nothing new, nothing changed",
}
_WOULD = {
    "created": "sẽ tạo kế hoạch / would make the plan",
    "changed": "sẽ cập nhật kế hoạch / would change the plan",
    "unchanged": "không có gì mới / nothing new",
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="giamngheo plan import", description="Nhập kế hoạch / import a plan")
    parser.add_argument("file", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="chỉ cho biết sẽ thay đổi gì / say what would change")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--commune", default="", help="mã xã, khi tên trong văn bản không đủ rõ / the commune's code")
    parser.add_argument("--year", type=int, help="năm kế hoạch / the plan's year")
    parser.add_argument("--data-dir", help="thư mục dữ liệu / data folder")
    parser.add_argument("--reason", default="", help="lý do, ghi vào lịch sử / kept in the history")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Parse the options and import."""
    options = _parser().parse_args(arguments)
    if options.data_dir:
        os.environ["GIAMNGHEO_DATA_DIR"] = options.data_dir
    try:
        return _run(options)
    except KeyboardInterrupt:
        _clear()
        print("Đã dừng; không có gì thay đổi. / Stopped; nothing was changed.", file=sys.stderr)
        return 130
    except FindingError as error:
        unreadable = error.finding.code.startswith("PAPER-")
        return _refuse(error, as_json=options.json, code=2 if unreadable else 1)


def _run(options: argparse.Namespace) -> int:
    from giamngheo.paperwork.readers import read

    document = read(options.file, progress=_tell)
    setup_django()
    from giamngheo.config.commands.database import prepare
    from giamngheo.planning.actions import import_plan

    prepare(_note)
    outcome = import_plan(
        by=None, document=document, file_content=options.file.read_bytes(), file_name=options.file.name,
        commune=options.commune, year=options.year, dry_run=options.dry_run, reason=options.reason, progress=_tell,
    )  # fmt: skip
    _clear()
    if options.json:
        print(json.dumps(as_json(outcome, dry_run=options.dry_run), ensure_ascii=False, indent=1))
    else:
        _report(outcome, dry_run=options.dry_run)
    return 0


def as_json(outcome: ImportOutcome, *, dry_run: bool) -> dict[str, Any]:
    """The documented JSON of an import."""
    content = outcome.content
    return {
        "status": outcome.status,
        "dry_run": dry_run,
        "commune": {"code": outcome.commune.code, "name": outcome.commune.name},
        "year": outcome.year,
        "period": content.period,
        "version": outcome.version,
        "counts": outcome.counts(),
        "diff": outcome.diff,
        "unplaced": [
            {"line": each.line, "text": each.text, "code": each.code, "why": each.why} for each in content.unplaced
        ],
    }


def _report(outcome: ImportOutcome, *, dry_run: bool) -> None:
    words = _WOULD if dry_run else _STATUS
    print(f"{outcome.commune.name} ({outcome.commune.code}), năm {outcome.year}: {words[outcome.status]}")
    counts = outcome.counts()
    print(
        f"  {counts['projects']} dự án và tiểu dự án, {counts['sections']} mục, {counts['texts']} đoạn, "
        f"{counts['values']} số liệu, {counts['targets']} chỉ tiêu, {counts['references']} văn bản\n"
        f"  {counts['projects']} projects and subprojects, {counts['sections']} sections, {counts['texts']} texts, "
        f"{counts['values']} figures, {counts['targets']} targets, {counts['references']} documents"
    )
    if outcome.status == "changed":
        _report_changes(outcome.diff)
    for line in outcome.content.unplaced:
        why = line.reason.words
        print(f"  chưa xếp được, dòng {line.line}: {line.text[:100]} ({why.vi})")
        print(f"    found no place, line {line.line}: {why.en}")
    if not outcome.content.unplaced:
        print("  mọi dòng của tệp đều có chỗ trong kế hoạch / every line of the file has its place")


def _report_changes(diff: dict[str, Any]) -> None:
    for kind in ("texts", "values", "targets"):
        for row in diff[kind]["changed"]:
            print(f"  ~ {_place(row)}: {row['before'][:80]} → {row['after'][:80]}")
        for sign, name in (("+", "added"), ("-", "removed")):
            for row in diff[kind][name]:
                print(f"  {sign} {_place(row)}: {row['text'][:100]}")
    for sign, name in (("+", "added"), ("-", "removed")):
        for words in diff["references"][name]:
            print(f"  {sign} văn bản {words}")
    for name, row in diff["head"].items():
        print(f"  ~ {name}: {row['before']} → {row['after']}")


def _place(row: dict[str, Any]) -> str:
    """The section of a text, the key of a figure; of a table also the row and the column."""
    place, table = str(row.get("where") or row.get("key")), row.get("table")
    if table is None:
        return place
    parts = [f"dòng/row {table['row']}"] if table["kind"] != "column" else []
    parts += [f"cột/column “{table['column']}”"] if table["kind"] != "row" else []
    return f"{place}, bảng/table, {', '.join(parts)}"


def _refuse(error: FindingError, *, as_json: bool, code: int) -> int:
    _clear()
    finding = error.finding
    if as_json:
        print(json.dumps({"finding": finding.as_dict()}, ensure_ascii=False, indent=1))
        return code
    print(f"{finding.code}: {finding.message.vi}\n  {finding.message.en}", file=sys.stderr)
    for fix in finding.fixes:
        print(f"  - {fix.vi} / {fix.en}", file=sys.stderr)
    return code


def _tell(fraction: float, step: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{fraction:4.0%} {step}", end="", file=sys.stderr, flush=True)


def _note(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _clear() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
