"""Bytewise order under the search words of PostgreSQL.

The register's triggers are put in place by the newest migration alone: they name columns that come later, and SQLite reads
every trigger again whenever any table is rebuilt.
"""

from django.db import migrations


def order_bytewise(apps, schema_editor):
    """Ranges of a prefix need the order of bytes; the database's own collation may be a dictionary's. SQLite's is bytes."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE households_searchword ALTER COLUMN word TYPE varchar(100) COLLATE "C"')


class Migration(migrations.Migration):
    dependencies = [("households", "0001_initial")]

    operations = [
        migrations.RunPython(order_bytewise, migrations.RunPython.noop),
    ]
