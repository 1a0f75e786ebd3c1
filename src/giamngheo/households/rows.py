"""Rows of the register as values: the table of a kind of row, and a row of the history as Python values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.apps import apps
from django.db import models

from giamngheo.foundation import citizen_id
from giamngheo.foundation.privacy import Privacy
from giamngheo.households.models import RowKind
from giamngheo.households.privacy import FIELDS

_SENSITIVE = frozenset(
    name
    for fields in FIELDS.values()
    for name, privacy in fields.items()
    if privacy is Privacy.SENSITIVE and name != "citizen_id"
)


def model_of(row_kind: RowKind | str) -> type[models.Model]:
    """The table of a kind of row."""
    return apps.get_model("households", RowKind(row_kind).value)


def columns_of(row_kind: RowKind | str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of the history as Python values by column; columns that are gone today are left out."""
    fields = {field.attname: field for field in model_of(row_kind)._meta.concrete_fields}
    return {name: _value(fields[name], value) for name, value in row.items() if name in fields}


def _value(field: models.Field[Any, Any], kept: Any) -> Any:
    """A column's value; a moment that SQLite keeps without its zone is one of UTC."""
    value = field.to_python(kept)
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value


def columns_now(row: models.Model) -> dict[str, Any]:
    """A row that stands, in the same shape."""
    return {field.attname: field.value_from_object(row) for field in row._meta.concrete_fields}


def without_sensitive(columns: Mapping[str, Any]) -> dict[str, Any]:
    """The same without columns that few may see (privacy.py): ethnic group, circumstances, location. The citizen id,
    which is masked, stays."""
    return {name: value for name, value in columns.items() if name not in _SENSITIVE}


def masked(columns: Mapping[str, Any]) -> dict[str, Any]:
    """The same with the citizen id masked."""
    number = columns.get("citizen_id")
    return {**columns, "citizen_id": citizen_id.mask(number)} if number else dict(columns)
