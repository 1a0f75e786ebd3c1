"""Loads the catalogue of indicators (giamngheo/monitoring/data)."""

from functools import partial

from django.db import migrations

from giamngheo.monitoring.reference import load


def fill(apps, schema_editor):
    load(partial(apps.get_model, "monitoring"))


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
