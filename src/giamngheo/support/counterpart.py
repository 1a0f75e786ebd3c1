"""What the local budget adds to central support, beside what is asked of localities: data/counterpart.yaml.

Asked of a locality, which is no commune, by a share of its budget that nobody told us: compared, never judged to be
broken, but for less than the least that is asked of anybody, which is worth a question.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
import yaml

from giamngheo.standards.release import Citation, Text

CENTRAL, LOCAL = ("TW-DT", "TW-SN"), ("DP-DT", "DP-SN")  # codes of fund sources


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least per cent of central support, of localities that receive so much from above."""

    period: str
    amount: int
    receives: Text
    document: str
    verified: bool
    last_reviewed: date
    article: str = ""

    @property
    def citation(self) -> Citation:
        return Citation(self.document, self.article)


@cache
def asked() -> tuple[Asked, ...]:
    """Every rule; raises msgspec.ValidationError where the data breaks the closed schema."""
    text = (files("giamngheo.support") / "data" / "counterpart.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), tuple[Asked, ...])


class Compared(NamedTuple):
    """Đồng of central and local money of a period, beside the rules; `below`: less than the least asked of anybody."""

    period: str
    central: int
    local: int
    rules: tuple[Asked, ...]

    @property
    def below(self) -> bool:
        return bool(self.rules) and 100 * self.local < min(each.amount for each in self.rules) * self.central


def compared(period: str, central: int, local: int) -> Compared:
    """No rules where none was read for the period."""
    return Compared(period, central, local, tuple(each for each in asked() if each.period == period))
