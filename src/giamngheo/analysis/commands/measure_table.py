"""Measures as a table to be read on a terminal, in Vietnamese or English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

WORDS = {
    "vi": {
        "counted": "Đã tính {counted} trong {read} dòng; {bad} dòng không tính được, {missing} dòng thiếu câu trả lời.",
        "all": "(tất cả)", "group": "nhóm", "n": "số dòng", "weights": "bộ trọng số {at}: {weights}",
        "indicators": "Chỉ số: tỷ lệ thiếu hụt, thiếu hụt trong nhóm nghèo, đóng góp vào M0 (%)",
        "indicator": "chỉ số", "headcount": "thiếu hụt", "censored": "nghèo và thiếu", "contribution": "đóng góp",
        "interval": "Trong ngoặc: khoảng tin cậy {level:.0%} ({method}).",
        "hidden": "“·”: con số nhỏ, không công bố.",
        "changes": "Thay đổi so với {path}, {years} năm (nhóm; k; bộ trọng số)",
    },
    "en": {
        "counted": "{counted} of {read} rows counted; {bad} could not be, {missing} lack an answer.",
        "all": "(everybody)", "group": "group", "n": "rows", "weights": "weighting {at}: {weights}",
        "indicators": "Indicators: deprived, poor and deprived, contribution to M0 (%)",
        "indicator": "indicator", "headcount": "deprived", "censored": "poor and depr.", "contribution": "contribution",
        "interval": "In brackets: {level:.0%} confidence interval ({method}).",
        "hidden": "“·”: a small count, not published.",
        "changes": "Changes against {path}, {years} years (group; k; weighting)",
    },
}  # fmt: skip
CHANGES = {
    "vi": ("trước", "sau", "thay đổi", "tương đối %", "một năm %", "p"),
    "en": ("before", "after", "change", "relative %", "a year %", "p"),
}
COLUMNS = ("H", "A", "M0", "vulnerable", "severe")
TITLES = {
    "vi": ("H %", "A %", "M0", "cận ngưỡng %", "nghiêm trọng %"),
    "en": ("H %", "A %", "M0", "vulnerable %", "severe %"),
}


def table(shape: dict[str, Any], language: str) -> str:
    """One table of measures for each k and weighting, and one of indicators for everybody."""
    words = WORDS[language]
    lines = [words["counted"].format(**shape["rows"])]
    settings = dict.fromkeys((group["weighting"], group["k"]) for group in shape["groups"])
    for weighting, k in settings:
        groups = [group for group in shape["groups"] if (group["weighting"], group["k"]) == (weighting, k)]
        weights = ", ".join(f"{name} {share}" for name, share in shape["weights"][weighting].items())
        lines += ["", f"k = {k}; " + words["weights"].format(at=weighting + 1, weights=weights), ""]
        lines += aligned([_head(words, language), *(_row(group, words) for group in groups)])
        overall = groups[0]
        lines += ["", words["indicators"]]
        head = [words[name] for name in ("indicator", "headcount", "censored", "contribution")]
        lines += aligned([head, *([name, *_indicator(overall, name)] for name in overall["headcount"])])
    if "changes" in shape:
        lines += _changes(shape, words, language)
    if "interval" in shape:
        lines += ["", words["interval"].format(**shape["interval"])]
    if any(group.get("suppressed") for group in shape["groups"]):
        lines += ["", words["hidden"]]
    return "\n".join(lines) + "\n"


def _changes(shape: dict[str, Any], words: dict[str, str], language: str) -> list[str]:
    """H, A and M0 of each group: before, after, the difference, relative, a year; p where errors are known."""
    lines = ["", words["changes"].format(path=shape["against"]["path"], years=f"{shape['years']:g}")]
    tested = any("p" in change["H"] for change in shape["changes"])
    rows = [[words["group"], "", *CHANGES[language][: None if tested else -1]]]
    for change in shape["changes"]:
        for name in ("H", "A", "M0"):
            told = change[name]
            cells = [_share(told[key], None, name == "M0") for key in ("before", "after", "absolute")]
            cells += [_share(told[key], None, False) for key in ("relative", "annual_relative")]
            cells += [f"{told['p']:.3f}" if told.get("p") is not None else "·"] if tested else []
            title = f"{_name(change, words)}; k = {change['k']}; {change['weighting'] + 1}" if name == "H" else ""
            rows.append([title, f"{name} %" if name != "M0" else name, *cells])
    return [*lines, *aligned(rows)]


def _name(group: dict[str, Any], words: dict[str, str]) -> str:
    named = ", ".join(f"{column}={'∅' if value is None else value}" for column, value in group["by"].items())
    return named or words["all"]


def _head(words: dict[str, str], language: str) -> list[str]:
    return [words["group"], words["n"], *TITLES[language]]


def _row(group: dict[str, Any], words: dict[str, str]) -> list[str]:
    rows = "·" if group["n"] is None else f"{group['n']:,}".replace(",", "." if words is WORDS["vi"] else ",")
    cells = [_share(group[column], group.get("ci", {}).get(column), column == "M0") for column in COLUMNS]
    return [_name(group, words), rows, *cells]


def _indicator(group: dict[str, Any], name: str) -> list[str]:
    intervals = group.get("ci", {})
    families = ("headcount", "censored", "contribution")
    return [_share(group[family][name], intervals.get(family, {}).get(name), False) for family in families]


def _share(value: float | None, ends: Sequence[float] | None, plain: bool) -> str:
    if value is None:
        return "·"
    scale, decimals = (1, 4) if plain else (100, 2)
    text = f"{value * scale:.{decimals}f}"
    return text + (f" [{ends[0] * scale:.{decimals}f}; {ends[1] * scale:.{decimals}f}]" if ends else "")


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of cells, the first to the left and the others to the right."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    made = []
    for row in rows:
        first, *rest = row
        made.append(
            "  " + "  ".join([first.ljust(widths[0]), *(c.rjust(w) for c, w in zip(rest, widths[1:], strict=True))])
        )
    return made
