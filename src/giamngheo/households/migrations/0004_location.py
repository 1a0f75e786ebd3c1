"""How, when and how exactly a location was taken; the act that takes one. The triggers go first; the newest migration puts them back."""

from django.db import migrations, models
from django.db.models import Q

from giamngheo.households import triggers

KINDS = [
    "registered", "birth", "death", "arrival", "departure", "split", "merge", "change_of_head", "move", "correction",
    "circumstance", "location", "import", "undo",
]
LABELS = [
    "ghi hộ vào sổ", "sinh", "mất", "chuyển đến", "chuyển đi", "tách hộ", "nhập hộ", "đổi chủ hộ", "chuyển chỗ ở",
    "đính chính", "ghi hoàn cảnh", "ghi vị trí", "nhập từ danh sách", "hoàn tác",
]


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("households", "0003_list_import")]

    operations = [
        migrations.RunPython(remove, migrations.RunPython.noop),
        migrations.RemoveConstraint("change", "change_kind_known"),
        migrations.AlterField(
            "change", "kind", models.CharField(choices=list(zip(KINDS, LABELS)), max_length=16)
        ),
        migrations.AddConstraint(
            "change", models.CheckConstraint(condition=Q(kind__in=KINDS), name="change_kind_known")
        ),
        migrations.AddField("address", "accuracy", models.PositiveIntegerField(blank=True, null=True)),
        migrations.AddField(
            "address",
            "located_as",
            models.CharField(
                blank=True, choices=[("typed", "gõ tay"), ("device", "đo bằng thiết bị")], default="", max_length=6
            ),
        ),
        migrations.AddField("address", "located_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddConstraint(
            "address",
            models.CheckConstraint(
                condition=Q(located_as__in=["", "typed", "device"]), name="address_located_as_known"
            ),
        ),
        migrations.AddConstraint(
            "address",
            models.CheckConstraint(
                condition=Q(latitude__isnull=False) | Q(accuracy=None, located_as="", located_at=None),
                name="address_nothing_of_no_location",
            ),
        ),
    ]
