"""Who listed a case, and why; a request may be put into a round again. The table is built anew on SQLite."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from giamngheo.review import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("review", "0002_guards"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.RunPython(remove, install),
        migrations.AddField("reviewcase", "listed_because", models.TextField(blank=True, default="")),
        migrations.AddField(
            "reviewcase",
            "listed_by",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            "reviewcase",
            "request",
            models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="cases",
                to="review.reviewrequest",
            ),
        ),
        migrations.AddConstraint(
            "reviewcase",
            models.UniqueConstraint(
                fields=("request",), condition=models.Q(("state", "withdrawn"), _negated=True),
                name="case_of_a_request_once",
            ),
        ),
        migrations.AddConstraint(
            "reviewcase",
            models.CheckConstraint(
                condition=models.Q(models.Q(("source", "committee"), _negated=True), models.Q(("listed_because", ""), _negated=True), _connector="OR"),
                name="case_of_the_committee_says_why",
            ),
        ),
        migrations.RunPython(install, remove),
    ]
