"""Filters of the pages from the village meeting to the certificate."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise

from giamngheo.office.review_deciding import present

register = template.Library()


@register.filter
def class_label(value: str) -> str | Promise:
    """A class in words."""
    return present.class_label(value)
