"""Bringing the rows of one plan to what they should be, by key: a few statements however long the plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)
Key = tuple[Any, ...]


def sync(
    rows: QuerySet[Row], keys: tuple[str, ...], wanted: Mapping[Key, Mapping[str, Any]], **common: Any
) -> dict[Key, Row]:
    """Delete rows of `rows` that are not `wanted`, change those that differ, add the missing; all by key.

    `keys` are the attributes a key is made of; `common` what every new row has. Rows keep their primary keys.
    """
    there = {tuple(getattr(row, name) for name in keys): row for row in rows}
    gone = [row.pk for key, row in there.items() if key not in wanted]
    if gone:
        rows.filter(pk__in=gone).delete()
    changed: list[Row] = []
    names: set[str] = set()
    new: list[Row] = []
    result: dict[Key, Row] = {}
    for key, fields in wanted.items():
        row = there.get(key)
        if row is None:
            row = rows.model(**dict(zip(keys, key, strict=True)), **fields, **common)
            new.append(row)
        else:
            differing = [name for name, value in fields.items() if _stored(row, name) != _given(value)]
            for name in differing:
                setattr(row, name, fields[name])
            if differing:
                changed.append(row)
                names.update(differing)
        result[key] = row
    if changed:
        rows.model._default_manager.bulk_update(changed, sorted(names))
    rows.model._default_manager.bulk_create(new)
    return result


def _stored(row: Model, name: str) -> Any:
    field = row._meta.get_field(name)
    return getattr(row, field.attname)  # type: ignore[union-attr]


def _given(value: Any) -> Any:
    return value.pk if isinstance(value, Model) else value
