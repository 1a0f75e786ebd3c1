"""Puts the register's triggers in place, and bytewise order under the search words of PostgreSQL."""

from django.db import migrations

from giamngheo.households import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


def order_bytewise(apps, schema_editor):
    """Ranges of a prefix need the order of bytes; the database's own collation may be a dictionary's. SQLite's is bytes."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE households_searchword ALTER COLUMN word TYPE varchar(100) COLLATE "C"')


class Migration(migrations.Migration):
    dependencies = [("households", "0001_initial")]

    operations = [
        migrations.RunPython(order_bytewise, migrations.RunPython.noop),
        migrations.RunPython(install, remove),
    ]
