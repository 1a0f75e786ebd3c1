from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_grant_villages")]

    operations = [
        migrations.RemoveConstraint(model_name="savedview", name="savedview_screen_known"),
        migrations.AlterField(
            model_name="savedview",
            name="screen",
            field=models.CharField(
                choices=[("plans", "kế hoạch"), ("households", "hộ dân"), ("review", "hộ trong đợt rà soát")],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.CheckConstraint(
                condition=models.Q(("screen__in", ["plans", "households", "review"])), name="savedview_screen_known"
            ),
        ),
    ]
