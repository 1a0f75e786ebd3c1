from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('households', '0007_whole_households'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['birth', 'bare_name'], name='person_born_and_called'),
        ),
    ]
