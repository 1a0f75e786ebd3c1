"""Single values in words: amounts, areas, ages, days, answers, numbers of the law."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Literal

from giamngheo.foundation.numbers.printing import format_number
from giamngheo.standards.release import Concept, Entry, Question, Text, Unit

Language = Literal["vi", "en"]

_UNITS: dict[str, Text] = {
    "dong": Text("đồng", "đồng"),
    "dong_per_person_month": Text("đồng", "đồng"),
    "points": Text("điểm", "points"),
    "indicators": Text("chỉ số", "indicators"),
    "years": Text("tuổi", "years"),
    "hundredths_m2": Text("m²", "m²"),
    "structures": Text("kết cấu", "structures"),
    "columns": Text("tiêu chí", "criteria"),
    "members": Text("người", "people"),
}
_YES_NO = {True: Text("có", "yes"), False: Text("không", "no")}
_NOT_ANSWERED = Text("chưa trả lời", "not answered")
_NOT_SEEN = Text("chưa có trong văn bản đã đọc", "not in the texts read")
_AREAS = {"rural": Text("nông thôn", "rural"), "urban": Text("thành thị", "urban")}


def say(text: Text, language: Language) -> str:
    """The sentence in that language."""
    return text.en if language == "en" else text.vi


def lowered(text: str) -> str:
    """With a small first letter, to stand inside a sentence; words written in capitals (BHYT, Phiếu A) stay."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    proper = (len(first) > 1 and first.isupper()) or text.startswith(("Phiếu ", "Form "))
    return text if proper or not text else text[0].lower() + text[1:]


def money(dong: int, language: Language = "vi") -> str:
    """1500000 -> "1.500.000 đồng"."""
    return f"{format_number(dong)} đồng"


def area(hundredths: int, language: Language = "vi") -> str:
    """Hundredths of a square metre: 6525 -> "65,25 m²"."""
    return f"{format_number(Fraction(hundredths, 100))} m²"


def age(years: int, language: Language = "vi") -> str:
    """6 -> "6 tuổi", "aged 6"."""
    return f"aged {years}" if language == "en" else f"{years} tuổi"


def day(value: date) -> str:
    """ "24/11/2026"."""
    return f"{value:%d/%m/%Y}"


def birth(value: int, language: Language = "vi") -> str:
    """YYYYMMDD -> "25/11/2020"; YYYY0000, where only the year is known -> "năm 2020", "in 2020"."""
    year, rest = divmod(value, 10000)
    if rest:
        return f"{rest % 100:02d}/{rest // 100:02d}/{year}"
    return f"in {year}" if language == "en" else f"năm {year}"


def quantity(value: int, unit: Unit, language: Language = "vi") -> str:
    """A whole number in its unit: (800, "hundredths_m2") -> "8 m²", (50, "percent") -> "50%"."""
    if unit == "hundredths_m2":
        return area(value, language)
    if unit == "percent":
        return f"{format_number(value)}%"
    name = _UNITS.get(unit)
    return f"{format_number(value)} {say(name, language)}" if name else format_number(value)


def by_area(values: Mapping[str, int], unit: Unit, language: Language = "vi") -> str:
    """Numbers that differ by area: "nông thôn 1.500.000 đồng, thành thị 2.000.000 đồng"; one number when they agree."""
    if len(set(values.values())) == 1:
        return quantity(next(iter(values.values())), unit, language)
    return ", ".join(
        f"{say(_AREAS[each], language) if each in _AREAS else each} {quantity(value, unit, language)}"
        for each, value in values.items()
    )


def threshold(concept: Concept, entry: Entry, language: Language = "vi", area: str = "") -> str:
    """A number of the law; `area` ("rural", "urban") picks one of those that differ by area. What is absent says so."""
    if entry.by_area is not None:
        if area in entry.by_area:
            return quantity(entry.by_area[area], concept.unit, language)
        return by_area(entry.by_area, concept.unit, language)
    if entry.number is not None:
        return quantity(entry.number, concept.unit, language)
    return say(_NOT_SEEN, language)


def answer(question: Question, value: bool | int | str | None, language: Language = "vi") -> str:
    """An answer as people say it: the label of an option, có/không, an amount, an area, a birth, a plain number.

    None is "chưa trả lời". A word that is no option is given back as it is: what was answered is never hidden.
    """
    if value is None:
        return say(_NOT_ANSWERED, language)
    if question.kind == "option" or isinstance(value, str):
        return next((say(each.label, language) for each in question.options if each.code == value), str(value))
    if isinstance(value, bool):
        return say(_YES_NO[value], language)
    if question.kind == "dong":
        return money(value, language)
    if question.kind == "area":
        return area(value, language)
    if question.kind == "birth":
        return birth(value, language)
    return quantity(value, "points", language) if question.kind == "points" else format_number(value)
