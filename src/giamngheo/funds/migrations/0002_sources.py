"""Loads the dictionary of fund sources (giamngheo/funds/data)."""

from functools import partial

from django.db import migrations

from giamngheo.funds.reference import load


def fill(apps, schema_editor):
    load(partial(apps.get_model, "funds"))


class Migration(migrations.Migration):
    dependencies = [("funds", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
