"""What the officer asks: the list, whether the old indicators stand in, and prices nobody can know for them."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from giamngheo.analysis.population import plain
from giamngheo.analysis.population.findings import BELONGS
from giamngheo.analysis.population.plain import Population
from giamngheo.analysis.runners.findings import UNREADABLE
from giamngheo.analysis.whatif import Outcome, Question, plainly
from giamngheo.analysis.whatif.support import Prices
from giamngheo.foundation.findings import Finding, FindingError, Severity
from giamngheo.office.standards import workbook
from giamngheo.standards import newest

FIRST_DAY = date(2027, 1, 1)
LAST_DAY_BEFORE = date(2026, 12, 31)
MOST_HOUSEHOLDS = 20_000  # more than any commune has; read and judged while the officer waits
MAX_BYTES = 12 * 1024 * 1024
MAX_UNPACKED = 250 * 1024 * 1024  # what a workbook may be when opened: more is no list of a commune
_DEAREST = 100_000_000


@dataclass(frozen=True)
class Form:
    """The form as it was filled in; `problems` by field."""

    assume: bool = False
    premium: str = ""
    electricity: str = ""

    @classmethod
    def of(cls, data: QueryDict) -> Form:
        """From what a browser sent."""
        return cls(
            data.get("assume") == "1", data.get("premium", "").strip()[:20], data.get("electricity", "").strip()[:20]
        )

    @property
    def prices(self) -> Prices:
        return Prices(dong(self.premium), dong(self.electricity))

    def problems(self) -> dict[str, Any]:
        """Fields that hold no amount of money, and what to write instead."""
        told = _("Ghi số tiền bằng chữ số, ví dụ 1.263.600; để trống nếu chưa rõ.")
        typed = {"premium": self.premium, "electricity": self.electricity}
        return {name: told for name, text in typed.items() if text and dong(text) is None}


def dong(text: str) -> int | None:
    """ "1.263.600" as a number; None for anything that is no amount above 0."""
    digits = text.replace(".", "").replace(" ", "")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 12):
        return None
    value = int(digits)
    return value if 0 < value <= _DEAREST else None


def question(form: Form, today: date) -> Question:
    """Today against the first day of the new standard; from that day on, the last day of the old one."""
    return Question(on=min(today, LAST_DAY_BEFORE), to=FIRST_DAY, assume_indicators=_before() if form.assume else "")


def _before() -> str:
    """The id of the standard whose indicators stand in: the one before the new."""
    return next(each.id for each in newest() if each.covers(LAST_DAY_BEFORE))


def answered(population: Population, form: Form, today: date) -> Outcome:
    """The outcome by village. Raises FindingError."""
    return plainly.answered(population, question(form, today), by="village", prices=form.prices)


def from_upload(name: str, content: bytes, form: Form, today: date) -> Population:
    """The list of a workbook that was sent; it is read in memory and never written anywhere. Raises FindingError."""
    _not_a_bomb(name, content)
    return _some(plain.read_workbook(BytesIO(content), name, _how(form, today)))


def from_folder(folder: Path, form: Form, today: date) -> Population:
    """The list of a synthetic population."""
    return _some(plain.read(folder, _how(form, today)))


def _how(form: Form, today: date) -> plain.Reading:
    """Findings are kept in the session: they do not repeat what stood in a cell; only the template is asked for."""
    how = plainly.reading(question(form, today), most=MOST_HOUSEHOLDS, quote=False)
    offered = {each.name for scope in ("household", "member") for each in workbook.asked(scope)}
    return replace(how, reads=tuple(name for name in how.reads if name in offered))


def on_screen(finding: Finding) -> Finding:
    """The finding without what only helps on a command line."""
    return finding._replace(fixes=tuple(fix for fix in finding.fixes if "--" not in fix.vi))


def _some(population: Population) -> Population:
    """A list of which nothing can be judged is refused with the first of what is wrong with it.

    That a row went aside with its household is not told beside what was wrong with the household.
    """
    population.findings = [on_screen(each) for each in population.findings if each.code != BELONGS.code]
    if not population.households:
        raise FindingError(next(each for each in population.findings if each.severity == Severity.ERROR))
    return population


def _not_a_bomb(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as book:
            unpacked = sum(part.file_size for part in book.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise FindingError(UNREADABLE.at(quote=name, path=name, why=_("không phải tệp .xlsx"))) from error
    if unpacked > MAX_UNPACKED:
        raise FindingError(UNREADABLE.at(quote=name, path=name, why=_("tệp nén quá lớn khi mở ra")))
