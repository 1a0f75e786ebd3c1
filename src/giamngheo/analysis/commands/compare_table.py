"""Two lists side by side as tables to be read on a terminal, in Vietnamese or English."""

from __future__ import annotations

from typing import Any

from giamngheo.analysis.commands.measure_table import aligned

NAMES = {
    "vi": {"poor": "hộ nghèo", "near_poor": "hộ cận nghèo", "not_poor": "hộ không nghèo", "unknown": "chưa rõ",
           "absent": "không có trong danh sách"},
    "en": {"poor": "poor", "near_poor": "near-poor", "not_poor": "not poor", "unknown": "no class",
           "absent": "not on the list"},
}  # fmt: skip
ROW = {
    "vi": ("đầu kỳ", "sang loại kia", "vượt chuẩn", "giảm khác", "từ loại kia", "tái nghèo", "phát sinh", "tăng khác",
           "cuối kỳ"),
    "en": ("opening", "to the other", "exceeded", "other decr.", "from the other", "relapsed", "new", "other incr.",
           "closing"),
}  # fmt: skip
WORDS = {
    "vi": {
        "rows": "{path}: đọc {read} dòng, tính {counted}, không tính được {bad}.", "all": "(tất cả)", "group": "nhóm",
        "rates": "Trước → sau", "total": "số hộ", "poor_rate": "nghèo %", "multidimensional_rate": "nghèo đa chiều %",
        "transitions": "Chuyển loại: hộ (người trước → sau)", "movement": "Biến động", "households": "hộ",
        "people": "người", "hidden": "“·”: con số nhỏ, không công bố.", "both": "có, nghèo",
        "listed_only": "có, không nghèo",
        "poor_only": "không có, nghèo", "neither": "không có, không nghèo", "apart": "chỉ một nguồn biết",
        "exclusion_error": "bỏ sót %", "inclusion_error": "bao gồm sai %",
    },
    "en": {
        "rows": "{path}: {read} rows read, {counted} counted, {bad} could not be.", "all": "(everybody)",
        "group": "group", "rates": "Before → after", "total": "households", "poor_rate": "poor %",
        "multidimensional_rate": "poor and near-poor %",
        "transitions": "Transitions: households (people before → after)",
        "movement": "Movements", "households": "households", "people": "people",
        "hidden": "“·”: a small count, not published.", "both": "listed, poor", "listed_only": "listed, not poor",
        "poor_only": "not listed, poor", "neither": "neither", "apart": "one source only",
        "exclusion_error": "exclusion %", "inclusion_error": "inclusion %",
    },
}  # fmt: skip
CORNERS = ("both", "listed_only", "poor_only", "neither", "apart")
ERRORS = ("exclusion_error", "inclusion_error")


def table(shape: dict[str, Any], language: str) -> str:
    """Everything the JSON says, but for the findings."""
    words = WORDS[language]
    sources = shape.get("rounds") or shape["sources"]
    lines = [words["rows"].format(path=each["path"], **each["rows"]) for each in sources.values()]
    lines += _targeting(shape, words, language) if "sources" in shape else _flows(shape, words, language)
    if any(group.get("suppressed") for group in shape["groups"]):
        lines += ["", words["hidden"]]
    return "\n".join(lines) + "\n"


def _flows(shape: dict[str, Any], words: dict[str, str], language: str) -> list[str]:
    lines = ["", words["rates"]]
    columns = ("total", "poor", "near_poor", "poor_rate", "multidimensional_rate")
    head = [words["group"], *(words.get(name) or NAMES[language][name] for name in columns)]
    rows = [[_name(group, words), *(_pair(group, name, language) for name in columns)] for group in shape["groups"]]
    lines += aligned([head, *rows])
    for group in shape["groups"]:
        title = "" if not group["by"] else f" – {_name(group, words)}"
        lines += ["", words["transitions"] + title, *_transitions(group, language)]
        lines += ["", words["movement"] + title, *_movements(group, words, language)]
    return lines


def _pair(group: dict[str, Any], name: str, language: str) -> str:
    return " → ".join(_number(group[side][name], language) for side in ("before", "after"))


def _transitions(group: dict[str, Any], language: str) -> list[str]:
    names = NAMES[language]
    rows = []
    for cell in group["transitions"]:
        people = ""
        if cell["people_before"] is not None:
            people = f" ({_number(cell['people_before'], language)} → {_number(cell['people_after'], language)})"
        rows.append(f"  {names[cell['from']]} → {names[cell['to']]}: {_number(cell['households'], language)}{people}")
    return rows


def _movements(group: dict[str, Any], words: dict[str, str], language: str) -> list[str]:
    rows = [["", *ROW[language]]]
    for klass, units in group["movement"].items():
        for unit, row in units.items():
            if row is not None:
                name = f"{NAMES[language][klass]}, {words[unit]}"
                rows.append([name, *(_number(value, language) for value in row.values())])
    return aligned(rows)


def _targeting(shape: dict[str, Any], words: dict[str, str], language: str) -> list[str]:
    head = [words["group"], *(words[name] for name in (*CORNERS, *ERRORS))]
    rows = [
        [_name(group, words), *(_number(group[name], language) for name in (*CORNERS, *ERRORS))]
        for group in shape["groups"]
    ]
    return ["", *aligned([head, *rows])]


def _name(group: dict[str, Any], words: dict[str, str]) -> str:
    return ", ".join("∅" if value is None else str(value) for value in group["by"].values()) or words["all"]


def _number(value: float | None, language: str) -> str:
    """Counts with marks between thousands, shares as percentages with two decimals; "·" for what is not given."""
    if value is None:
        return "·"
    text = f"{value:,}" if isinstance(value, int) else f"{value * 100:.2f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "vi" else text
