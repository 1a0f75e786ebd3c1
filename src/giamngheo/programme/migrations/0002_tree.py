"""Loads the programme trees of both periods (giamngheo/programme/data)."""

from functools import partial

from django.db import migrations

from giamngheo.programme.reference import load


def fill(apps, schema_editor):
    load(partial(apps.get_model, "programme"))


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
