"""Integrity lives in the database, and privacy is declared per field."""

from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection, models

from giamngheo.foundation.privacy import Privacy

MODELS = [model for model in apps.get_models() if model.__module__.startswith("giamngheo.")]
# Models that need no constraint of their own, each with its reason.
FREE = {"planning.Unplaced": "a list of lines without a home: two equal lines of a file are two lines"}
# "by" without a stored time of its own, each with its reason.
WHEN_ELSEWHERE: dict[str, str] = {}


def label(model: type[models.Model]) -> str:
    return model._meta.label


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_model_states_what_can_never_be(model: type[models.Model]) -> None:
    unique = [field.name for field in model._meta.concrete_fields if field.unique and not field.primary_key]
    assert model._meta.constraints or unique or label(model) in FREE, "no constraint, and no reason in FREE"


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_whoever_is_named_has_a_time(model: type[models.Model]) -> None:
    user = get_user_model()
    names = {field.name for field in model._meta.concrete_fields}
    for field in model._meta.concrete_fields:
        if field.related_model is user and (field.name == "by" or field.name.endswith("_by")):
            when = field.name[:-2] + "at"
            assert when in names or f"{label(model)}.{field.name}" in WHEN_ELSEWHERE, f"{field.name} without {when}"


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_enumerated_values_are_guarded_by_the_database(model: type[models.Model]) -> None:
    """`choices` alone binds only forms; another program, or bulk_create, could write anything."""
    checked = " ".join(str(c.condition) for c in model._meta.constraints if isinstance(c, models.CheckConstraint))
    unguarded = [
        field.name for field in model._meta.concrete_fields if field.choices and f"'{field.name}" not in checked
    ]
    assert not unguarded, f"{label(model)}: choices without a CheckConstraint: {unguarded}"


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_privacy_of_every_field_is_declared(model: type[models.Model]) -> None:
    declared = import_module(f"{apps.get_app_config(model._meta.app_label).name}.privacy").FIELDS
    fields = {field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    assert set(declared.get(model.__name__, {})) == fields
    assert all(isinstance(value, Privacy) for value in declared[model.__name__].values())


def test_privacy_names_no_model_that_is_gone() -> None:
    for config in apps.get_app_configs():
        if config.name.startswith("giamngheo.") and (models_here := [*config.get_models()]):
            declared = import_module(f"{config.name}.privacy").FIELDS
            assert set(declared) == {model.__name__ for model in models_here}, config.label


@pytest.mark.django_db
def test_migrations_are_complete() -> None:
    said = StringIO()
    try:
        call_command("makemigrations", "--check", "--dry-run", stdout=said)
    except SystemExit:
        pytest.fail(f"models without migration:\n{said.getvalue()}")


@pytest.mark.django_db
def test_nothing_deletes_by_cascade_into_the_trail() -> None:
    """History must not vanish with what it is about: a deleted parent takes children along only where stated."""
    assert connection.introspection.table_names()
    cascades = {
        f"{label(model)}.{field.name}"
        for model in MODELS
        for field in model._meta.concrete_fields
        if field.is_relation
        and field.remote_field.on_delete is models.CASCADE
        and field.related_model._meta.app_label in {"accounts", "territory", "audit", "documents"}
    }
    assert not cascades
