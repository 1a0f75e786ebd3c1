"""One document may bring several opening lists; nobody agrees who did not attend."""

import django.db.models.deletion
from django.db import migrations, models

from giamngheo.review import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_f_own_numbers"), ("review", "0002_guards")]

    operations = [
        # SQLite rebuilds the table, which the triggers of others name.
        migrations.RunPython(remove, install),
        migrations.AlterField(
            model_name="decision",
            name="document",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="documents.document",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "opening"), _negated=True),
                fields=("document",),
                name="decision_of_its_own_document",
            ),
        ),
        migrations.RunPython(install, remove),
    ]
