"""Norms of livelihood projects by programme period, dated and cited: data/norms.yaml."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import msgspec
import yaml

from giamngheo.standards.release import Citation, Text

Form = Literal["", "chain", "community", "task"]
Area = Literal["", "especially_difficult", "difficult", "other"]
What = Literal["state_share", "project_ceiling", "direct_production", "target_participants", "choosing_cost"]


class Norm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bound for projects of a form in an area, paid by money of a period: percent or đồng; or `absent`."""

    norm: What
    period: str
    bound: Literal["at_most", "at_least"]
    unit: Literal["percent", "dong"]
    document: str
    verified: bool
    last_reviewed: date
    article: str = ""
    form: Form = ""
    area: Area = ""
    amount: int | None = None
    absent: Text | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        if (self.amount is None) == (self.absent is None):
            raise ValueError(f"{self.norm} {self.period}: an amount, or what would say it")

    @property
    def citation(self) -> Citation:
        return Citation(self.document, self.article)


@cache
def norms() -> tuple[Norm, ...]:
    """Every norm; raises msgspec.ValidationError where the data breaks the closed schema."""
    text = (files("giamngheo.support") / "data" / "norms.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), tuple[Norm, ...])


class Project(NamedTuple):
    """The figures of a livelihood project, whole đồng and heads; None: not known yet."""

    form: Form
    area: Area
    period: str
    total: int | None = None
    state: int | None = None
    direct: int | None = None
    participants: int | None = None
    of_target: int | None = None
    choosing: int | None = None


class Judged(NamedTuple):
    """A norm asked of a project. `kept`: None where the norm or a figure is not known. `found`: percent or đồng, as
    (numerator, denominator)."""

    norm: Norm
    kept: bool | None
    found: tuple[int, int] | None


def judge(project: Project) -> list[Judged]:
    """Every norm for that form, area and period, in the data's order."""
    fitting = [
        each
        for each in norms()
        if each.period == project.period and each.form in ("", project.form) and each.area in ("", project.area)
    ]
    return [_judge(each, project) for each in fitting]


def _judge(norm: Norm, project: Project) -> Judged:
    found = _figure(norm.norm, project)
    if found is None or norm.amount is None:
        return Judged(norm, None, found)
    left, right = found[0], norm.amount * found[1]  # whole numbers: a share is never rounded before it is judged
    return Judged(norm, left <= right if norm.bound == "at_most" else left >= right, found)


def _figure(what: What, project: Project) -> tuple[int, int] | None:
    of = {
        "state_share": (project.state, project.total),
        "direct_production": (project.direct, project.state),
        "target_participants": (project.of_target, project.participants),
        "choosing_cost": (project.choosing, project.total),
    }
    if what == "project_ceiling":
        return None if project.total is None else (project.total, 1)
    part, whole = of[what]
    return None if part is None or not whole else (100 * part, whole)
