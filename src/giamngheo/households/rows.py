"""Rows of the register as values: the table of a kind of row, and a row of the history as Python values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.db import models

from giamngheo.foundation import citizen_id
from giamngheo.households.models import RowKind


def model_of(row_kind: RowKind | str) -> type[models.Model]:
    """The table of a kind of row."""
    return apps.get_model("households", RowKind(row_kind).value)


def columns_of(row_kind: RowKind | str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the history as Python values by column; columns that are gone today are left out."""
    fields = {field.attname: field for field in model_of(row_kind)._meta.concrete_fields}
    return {name: fields[name].to_python(value) for name, value in row.items() if name in fields}


def columns_now(row: models.Model) -> dict[str, Any]:
    """A row that stands, in the same shape."""
    return {field.attname: field.value_from_object(row) for field in row._meta.concrete_fields}


def masked(columns: Mapping[str, Any]) -> dict[str, Any]:
    """The same with the citizen id masked."""
    number = columns.get("citizen_id")
    return {**columns, "citizen_id": citizen_id.mask(number)} if number else dict(columns)
