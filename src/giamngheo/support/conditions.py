"""What the cited norms say of a livelihood project. docs/algorithms/livelihood.md."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import format_number
from giamngheo.support import problems_livelihood as p
from giamngheo.support.facts import gather
from giamngheo.support.models import LivelihoodProject
from giamngheo.support.norms import Judged, Norm, Project, judge

TARGET = frozenset({"poor", "near_poor", "newly_exited"})
NORMS = {
    "state_share": ("Tỷ lệ Nhà nước hỗ trợ", "The state's share"),
    "project_ceiling": ("Mức tối đa một dự án", "The most for a project"),
    "direct_production": ("Chi trực tiếp cho sản xuất", "Spent directly on production"),
    "target_participants": ("Hộ tham gia thuộc đối tượng", "Participants of the target groups"),
    "choosing_cost": ("Chi phí lựa chọn dự án", "Cost of choosing the project"),
}
BOUNDS = {"at_most": ("nhiều nhất", "at most"), "at_least": ("ít nhất", "at least")}


class Conditions(NamedTuple):
    """`classes`: of each participating household on the day, by its id."""

    judged: Sequence[Judged]
    findings: Sequence[Finding]
    classes: dict[int, frozenset[str]]

    @property
    def of_target(self) -> int:
        return sum(bool(held & TARGET) for held in self.classes.values())


def conditions(project: LivelihoodProject, day: date) -> Conditions:
    """Every norm of the project's form, area and period, with classes as the register says them on the day."""
    classes = _classes(project, day)
    judged = judge(_figures(project, classes))
    return Conditions(judged, [finding_of(each) for each in judged if not each.kept], classes)


def figures_of(project: LivelihoodProject, day: date) -> Project:
    """The project's figures as the norms ask them."""
    return _figures(project, _classes(project, day))


def _classes(project: LivelihoodProject, day: date) -> dict[int, frozenset[str]]:
    ids = list(project.participants.values_list("household", flat=True))
    homes = gather(project.unit, day, only=ids) if ids else {}
    return {pk: homes[pk].classes(day) if pk in homes else frozenset() for pk in ids}


def _figures(project: LivelihoodProject, classes: dict[int, frozenset[str]]) -> Project:
    return Project(
        form=project.form, area=project.area, period=project.period.code, total=project.total,  # type: ignore[arg-type]
        state=project.state, direct=project.direct, participants=len(classes),
        of_target=sum(bool(held & TARGET) for held in classes.values()), choosing=project.choosing,
    )  # fmt: skip


def norm_words(norm: Norm) -> tuple[str, str]:
    """What a norm bounds, in both languages."""
    return NORMS[norm.norm]


def finding_of(each: Judged) -> Finding:
    """What is said of a norm that is broken (an error; a warning where the norm is not verified) or not judged."""
    norm = each.norm
    vi, en = NORMS[norm.norm]
    values: dict[str, Any] = {"norm_vi": vi, "norm_en": en, "rule": norm.citation.text()}
    if each.kept is None:
        return p.NORM_UNKNOWN.at(**values)
    numerator, denominator = each.found or (0, 1)
    unit = " %" if norm.unit == "percent" else " đồng"
    bound_vi, bound_en = BOUNDS[norm.bound]
    found = format_number(round(Fraction(numerator, denominator), 2)) + unit
    return p.NORM.at(
        severity=None if norm.verified else Severity.WARNING,
        **values,
        found=found,
        limit=format_number(norm.amount or 0) + unit,
        bound_vi=bound_vi,
        bound_en=bound_en,
    )
