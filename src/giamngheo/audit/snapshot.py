"""What a record looked like, for the `before` and `after` of an event."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import models

from giamngheo.foundation.privacy import Privacy


def as_dict(instance: models.Model, *fields: str) -> dict[str, Any]:
    """The stored values of `instance` by column name (all, or only `fields`); SENSITIVE fields are left out.

    Foreign keys appear as their ids (`parent_id`). Values stay Python values; the event encodes them as JSON.
    """
    hidden = _sensitive(instance)
    return {
        field.attname: field.value_from_object(instance)
        for field in instance._meta.concrete_fields
        if field.name not in hidden and (not fields or field.name in fields or field.attname in fields)
    }


def changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Only the keys whose values differ, on both sides; a missing key counts as None."""
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return {key: before.get(key) for key in keys}, {key: after.get(key) for key in keys}


def _sensitive(instance: models.Model) -> frozenset[str]:
    app = apps.get_app_config(instance._meta.app_label).name
    try:
        declared = import_module(f"{app}.privacy").FIELDS
    except ModuleNotFoundError:  # an app of Django itself: nothing of it is ever copied by our actions
        return frozenset(field.name for field in instance._meta.concrete_fields if field.name == "password")
    fields: dict[str, Privacy] = declared[type(instance).__name__]
    return frozenset(name for name, privacy in fields.items() if privacy is Privacy.SENSITIVE)
