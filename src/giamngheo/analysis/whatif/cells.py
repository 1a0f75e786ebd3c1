"""Cells turned into answers: codes or labels of options, yes/no words, numbers as typed, days in usual writings."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import Any

from giamngheo.analysis.whatif.population import Value
from giamngheo.foundation.text import bare
from giamngheo.standards.release import Question

_YES = {"1", "true", "co", "x", "yes", "dung"}
_NO = {"0", "false", "khong", "no", "sai"}
_INTEGER = re.compile(r"\d{1,15}|\d{1,3}([. ,\u00a0]\d{3})+")
_DECIMAL = re.compile(r"\d{1,7}([.,]\d{1,2})?")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class NotAnAnswer(ValueError):  # noqa: N818 reads as what it is
    """The cell is not empty and means nothing for its question."""


def answer(question: Question, cell: Any) -> Value:
    """What the cell answers, None where it is empty; files hold areas in m². Raises NotAnAnswer."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if isinstance(cell, float) and cell != cell:
        return None
    if question.kind == "option":
        return _option(question, cell)
    if question.kind == "yes_no":
        return _yes_no(cell)
    if question.kind == "birth":
        return _birth(cell)
    return _area(cell) if question.kind == "area" else _whole(cell)


@cache
def _options(question: Question) -> dict[str, str]:
    found: dict[str, str] = {}
    for option in question.options:
        found |= {bare(option.label.vi): option.code, bare(option.label.en): option.code}
    return found | {option.code: option.code for option in question.options}


def _option(question: Question, cell: Any) -> str:
    text = str(cell).strip()
    known = _options(question)
    code = known.get(text) or known.get(bare(text))
    if code is None:
        raise NotAnAnswer(text)
    return code


def _yes_no(cell: Any) -> bool:
    if isinstance(cell, bool):
        return cell
    text = bare(_text(cell))
    if text in _YES or text in _NO:
        return text in _YES
    raise NotAnAnswer(text)


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _whole(cell: Any) -> int:
    text = _text(cell)
    if _INTEGER.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    raise NotAnAnswer(text)


def _area(cell: Any) -> int:
    text = _text(round(cell, 2) if isinstance(cell, float) else cell)
    if not _DECIMAL.fullmatch(text):
        raise NotAnAnswer(text)
    whole, _point, part = text.replace(",", ".").partition(".")
    return int(whole) * 100 + int((part + "00")[:2])


def _birth(cell: Any) -> int:
    if isinstance(cell, (date, datetime)):
        return cell.year * 10000 + cell.month * 100 + cell.day
    text = _text(cell)
    if re.fullmatch(r"(18|19|20)\d\d", text):
        return int(text) * 10000
    if re.fullmatch(r"(18|19|20)\d{6}", text):
        return _checked(int(text[:4]), int(text[4:6]), int(text[6:]))
    if iso := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text):
        return _checked(*map(int, iso.groups()))
    if day := _DAY.fullmatch(text):
        return _checked(int(day[3]), int(day[2]), int(day[1]))
    raise NotAnAnswer(text)


def _checked(year: int, month: int, day: int) -> int:
    if (month, day) != (0, 0):
        try:
            date(year, month, day)
        except ValueError as error:
            raise NotAnAnswer(f"{day}/{month}/{year}") from error
    return year * 10000 + month * 100 + day
