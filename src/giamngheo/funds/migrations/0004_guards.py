"""Puts the ledger's triggers in place, and until when money of a period may be moved."""

from django.db import migrations

from giamngheo.funds import triggers
from giamngheo.funds.carry_over import load


def install(apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


def fill(apps, schema_editor):
    load(apps.get_model)


class Migration(migrations.Migration):
    dependencies = [("funds", "0003_ledger"), ("programme", "0004_work_items")]

    operations = [
        migrations.RunPython(install, remove),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
