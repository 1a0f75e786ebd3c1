"""Small filters of the office templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.office.planning.compare import compared
from giamngheo.office.planning.history import KINDS
from giamngheo.office.planning.preview import STATES

if TYPE_CHECKING:
    from giamngheo.planning.models import PlanVersion, Upload
    from giamngheo.programme.models import AnnualPlan
    from giamngheo.territory.models import Unit

register = template.Library()
register.filter("compared", compared)


@register.filter
def unit_label(unit: Unit) -> str:
    """The unit's name; of one that was merged also its last day, because its name may live on elsewhere."""
    if unit.valid_to is None:
        return unit.name
    return _("%(name)s (đến %(day)s)") % {"name": unit.name, "day": formats.date_format(unit.valid_to, "d/m/Y")}


@register.filter
def unlocal(number: int) -> str:
    """A year or an id, never with a thousands point."""
    return str(number)


@register.filter
def upload_state(upload: Upload) -> str:
    """How far an upload is, in words."""
    return str(STATES[upload.state])


_PLAN_STATUS = {"draft": gettext_lazy("Dự thảo"), "issued": gettext_lazy("Đã ban hành")}


@register.filter
def plan_status(plan: AnnualPlan) -> str:
    """Draft or issued, in words."""
    return str(_PLAN_STATUS[plan.status])


@register.filter
def version_kind(version: PlanVersion) -> str:
    """What made a version, in words."""
    return str(KINDS[version.kind])
