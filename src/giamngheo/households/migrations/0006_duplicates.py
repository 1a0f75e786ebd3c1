"""People entered twice: pairs, runs and decisions; who was merged into whom.

The register's triggers stand aside meanwhile: SQLite rebuilds tables that other tables' triggers name.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from giamngheo.households import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0001_initial'),
        ('households', '0005_list_undoing'),
        ('territory', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(remove, install),
        migrations.CreateModel(
            name='DuplicateRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'đang chờ'), ('looking', 'đang tìm'), ('done', 'đã tìm xong'), ('stopped', 'đã dừng'), ('failed', 'không tìm được')], default='waiting', max_length=8)),
                ('percent', models.PositiveSmallIntegerField(default=0)),
                ('cancel_asked', models.BooleanField(default=False)),
                ('result', models.JSONField(blank=True, default=dict)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('change', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='households.change')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='duplicate_runs', to='territory.unit')),
            ],
            options={
                'ordering': ('-id',),
                'indexes': [
                    models.Index(fields=['unit', 'id'], name='duplicaterun_unit'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('percent__lte', 100)), name='duplicaterun_percent_in_range'),
                    models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'looking', 'done', 'stopped', 'failed'])), name='duplicaterun_state_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DuplicatePair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weight', models.FloatField()),
                ('probability', models.FloatField()),
                ('reasons', models.JSONField(default=dict)),
                ('state', models.CharField(choices=[('suggested', 'cần xem'), ('merged', 'đã gộp'), ('distinct', 'không phải một người')], default='suggested', max_length=9)),
                ('at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.TextField(blank=True, default='')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('change', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='duplicate_pair', to='households.change')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='households.person')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='households.person')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pairs', to='households.duplicaterun')),
            ],
            options={
                'ordering': ('-probability', '-weight', 'id'),
                'indexes': [
                    models.Index(fields=['state', '-probability', '-weight', 'id'], name='duplicatepair_order'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('first', 'second'), name='duplicatepair_once'),
                    models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='duplicatepair_lower_first'),
                    models.CheckConstraint(condition=models.Q(('probability__range', (0, 1))), name='duplicatepair_probability_in_range'),
                    models.CheckConstraint(condition=models.Q(('state__in', ['suggested', 'merged', 'distinct'])), name='duplicatepair_state_known'),
                    models.CheckConstraint(condition=models.Q(models.Q(('at', None), ('by', None), ('change', None), ('reason', ''), ('state', 'suggested')), models.Q(('at__isnull', False), ('change__isnull', False), ('state', 'merged')), models.Q(('at__isnull', False), ('change', None), ('state', 'distinct'), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='duplicatepair_decision_is_whole'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DuplicateDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('suggested', 'cần xem'), ('merged', 'đã gộp'), ('distinct', 'không phải một người')], max_length=9)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reason', models.TextField(blank=True, default='')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('change', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='households.change')),
                ('pair', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='households.duplicatepair')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ['suggested', 'merged', 'distinct'])), name='duplicatedecision_state_known'),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name='change',
            name='change_kind_known',
        ),
        migrations.RemoveConstraint(
            model_name='membership',
            name='membership_end_says_why',
        ),
        migrations.RemoveConstraint(
            model_name='person',
            name='person_one_living_per_id',
        ),
        migrations.AddField(
            model_name='person',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='absorbed', to='households.person'),
        ),
        migrations.AlterField(
            model_name='change',
            name='kind',
            field=models.CharField(choices=[('registered', 'ghi hộ vào sổ'), ('birth', 'sinh'), ('death', 'mất'), ('arrival', 'chuyển đến'), ('departure', 'chuyển đi'), ('split', 'tách hộ'), ('merge', 'nhập hộ'), ('change_of_head', 'đổi chủ hộ'), ('move', 'chuyển chỗ ở'), ('correction', 'đính chính'), ('circumstance', 'ghi hoàn cảnh'), ('location', 'ghi vị trí'), ('import', 'nhập từ danh sách'), ('merge_people', 'gộp người trùng'), ('undo', 'hoàn tác')], max_length=16),
        ),
        migrations.AlterField(
            model_name='membership',
            name='left_as',
            field=models.CharField(blank=True, choices=[('died', 'mất'), ('split', 'tách hộ'), ('merged', 'nhập hộ'), ('regrouped', 'quan hệ với chủ hộ thay đổi'), ('merged_people', 'gộp người trùng'), ('other_commune', 'chuyển đi xã khác trong tỉnh'), ('other_province', 'chuyển đi tỉnh khác'), ('abroad', 'ra nước ngoài'), ('elsewhere', 'chuyển đi, chưa rõ nơi đến')], default='', max_length=14),
        ),
        migrations.AddConstraint(
            model_name='change',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['registered', 'birth', 'death', 'arrival', 'departure', 'split', 'merge', 'change_of_head', 'move', 'correction', 'circumstance', 'location', 'import', 'merge_people', 'undo'])), name='change_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('left_as', ''), ('left_to', ''), ('valid_to', None)), models.Q(('left_as__in', ['died', 'split', 'merged', 'regrouped', 'merged_people', 'other_commune', 'other_province', 'abroad', 'elsewhere']), ('valid_to__isnull', False)), _connector='OR'), name='membership_end_says_why'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('citizen_id', ''), _negated=True), ('died_on', None), ('merged_into', None)), fields=('citizen_id',), name='person_one_living_per_id'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', models.F('id')), _negated=True), name='person_not_merged_into_itself'),
        ),
        migrations.RunPython(install, remove),
    ]
