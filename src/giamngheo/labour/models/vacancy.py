"""Employers and the work they offer."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.labour.models.record import Occupation, Skill, WorkPlace


class Employer(models.Model):
    """Who offers work, as a commune knows them."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="employers")
    name = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(fields=("unit", "name"), name="employer_once"),
            models.CheckConstraint(condition=~Q(name=""), name="employer_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name


class VacancyState(models.TextChoices):
    """Open, then one of the others for ever."""

    OPEN = "open", _("đang tuyển")
    FILLED = "filled", _("đã tuyển đủ")
    CLOSED = "closed", _("ngừng tuyển")
    EXPIRED = "expired", _("hết hạn")


class Vacancy(models.Model):
    """Work offered to `places` people from `opened_on` to `closes_on`. `wage`: đồng a month, null: not told."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="vacancies")
    title = models.CharField(max_length=200)
    occupation = models.CharField(max_length=11, choices=Occupation)
    skill = models.PositiveSmallIntegerField(choices=Skill, default=Skill.NONE)
    work_place = models.PositiveSmallIntegerField(choices=WorkPlace)
    wage = models.BigIntegerField(null=True, blank=True)
    places = models.PositiveIntegerField(default=1)
    opened_on = models.DateField()
    closes_on = models.DateField()
    state = models.CharField(max_length=7, choices=VacancyState, default=VacancyState.OPEN)
    ended_on = models.DateField(null=True, blank=True)
    sheet = models.ForeignKey("documents.SheetImport", models.PROTECT, null=True, blank=True, related_name="vacancies")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("closes_on", "id")
        verbose_name_plural = "vacancies"
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="vacancy_has_a_title"),
            models.CheckConstraint(condition=Q(occupation__in=Occupation.values), name="vacancy_job_known"),
            models.CheckConstraint(condition=Q(skill__in=Skill.values), name="vacancy_skill_known"),
            models.CheckConstraint(condition=Q(work_place__in=WorkPlace.values), name="vacancy_place_known"),
            models.CheckConstraint(condition=Q(wage__isnull=True) | Q(wage__gt=0), name="vacancy_wage_above_nought"),
            models.CheckConstraint(condition=Q(places__gte=1), name="vacancy_for_somebody"),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opened_on")), name="vacancy_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state="open", ended_on=None)
                | Q(state__in=["filled", "closed", "expired"], ended_on__isnull=False),
                name="vacancy_state_known",
            ),
        )

    def __str__(self) -> str:
        return self.title
