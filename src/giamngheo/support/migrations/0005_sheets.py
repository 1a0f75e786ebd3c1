"""Which workbook a delivery entered with."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_sheet_imports"), ("support", "0004_livelihood")]

    operations = [
        migrations.AddField(
            model_name="supportdelivery",
            name="sheet",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="support_deliveries",
                to="documents.sheetimport",
            ),
        )
    ]
