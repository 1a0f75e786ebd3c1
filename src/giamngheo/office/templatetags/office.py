"""Small filters of the office templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils import formats
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from giamngheo.territory.models import Unit

register = template.Library()


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
