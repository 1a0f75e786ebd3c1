"""Small filters of the office templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import template

from giamngheo.office.planning.compare import compared
from giamngheo.office.planning.findings import spoken as in_words
from giamngheo.office.planning.history import KINDS
from giamngheo.office.planning.preview import STATES
from giamngheo.office.words import plan_status, unit_label

if TYPE_CHECKING:
    from giamngheo.foundation.findings import Finding
    from giamngheo.planning.models import PlanVersion, Upload

register = template.Library()
register.filter("compared", compared)
register.filter("plan_status", plan_status)
register.filter("unit_label", unit_label)


@register.filter
def unlocal(number: int) -> str:
    """A year or an id, never with a thousands point."""
    return str(number)


@register.filter
def upload_state(upload: Upload) -> str:
    """How far an upload is, in words."""
    return str(STATES[upload.state])


@register.filter
def version_kind(version: PlanVersion) -> str:
    """What made a version, in words."""
    return str(KINDS[version.kind])


@register.filter
def at(mapping: Mapping[str, Any], key: str) -> Any:
    """What a mapping holds under a key; blank for nothing."""
    return mapping.get(key, "")


@register.filter
def held(mapping: Mapping[int, Any], key: int) -> Any:
    """What a mapping holds under a number; None for nothing."""
    return mapping.get(key)


@register.filter
def spoken(finding: Finding) -> str:
    """The sentence of a finding in the language of the screen."""
    return in_words(finding.message)
