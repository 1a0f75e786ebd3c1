"""An import is taken back in the background; what ambiguous relations are in a list; "cháu" said exactly."""

from django.db import migrations, models
from django.db.models import Q

STATES = [
    ("received", "đã nhận tệp"), ("reading", "đang đọc danh sách"), ("ready", "chờ xem trước"),
    ("importing", "đang nhập vào sổ"), ("undoing", "đang hoàn tác"), ("imported", "đã nhập"), ("stopped", "đã dừng"),
    ("failed", "không nhập được"),
]
RELATIONS = [
    ("head", "chủ hộ"), ("spouse", "vợ, chồng"), ("child", "con"), ("child_in_law", "con dâu, con rể"),
    ("parent", "bố, mẹ"), ("grandparent", "ông, bà"), ("grandchild", "cháu nội, cháu ngoại"),
    ("sibling", "anh, chị, em"), ("other_kin", "họ hàng khác"), ("not_kin", "không họ hàng"), ("unknown", "chưa rõ"),
]


class Migration(migrations.Migration):
    dependencies = [("households", "0004_location")]

    operations = [
        migrations.AlterField("membership", "relation", models.CharField(choices=RELATIONS, max_length=12)),
        migrations.RemoveConstraint("listimport", "listimport_state_known"),
        migrations.RemoveConstraint("listimport", "listimport_change_is_imported"),
        migrations.AddField("listimport", "words", models.JSONField(blank=True, default=dict)),
        migrations.AlterField(
            "listimport", "state", models.CharField(choices=STATES, default="received", max_length=10)
        ),
        migrations.AddConstraint(
            "listimport",
            models.CheckConstraint(condition=Q(state__in=[each for each, _ in STATES]), name="listimport_state_known"),
        ),
        migrations.AddConstraint(
            "listimport",
            models.CheckConstraint(
                condition=Q(change=None) | Q(state__in=("imported", "undoing")), name="listimport_change_is_imported"
            ),
        ),
    ]
