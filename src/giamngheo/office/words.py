"""Names and states in the words of the screen; also the filters of the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from giamngheo.programme.models import AnnualPlan
    from giamngheo.territory.models import Unit

_PLAN_STATUS = {"draft": gettext_lazy("Dự thảo"), "issued": gettext_lazy("Đã ban hành")}


def unit_label(unit: Unit) -> str:
    """The unit's name; of one that was merged also its last day, because its name may live on elsewhere."""
    if unit.valid_to is None:
        return unit.name
    return _("%(name)s (đến %(day)s)") % {"name": unit.name, "day": formats.date_format(unit.valid_to, "d/m/Y")}


def plan_status(plan: AnnualPlan) -> str:
    """Draft or issued, in words."""
    return str(_PLAN_STATUS[plan.status])
