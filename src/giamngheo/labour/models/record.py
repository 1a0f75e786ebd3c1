"""What somebody told of their work on a day: append-only. docs/algorithms/labour.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LabourStatus(models.TextChoices):
    """Of somebody on a day."""

    EMPLOYED = "employed", _("có việc làm")
    UNEMPLOYED = "unemployed", _("chưa có việc, muốn làm")
    OUTSIDE = "outside", _("không tham gia lao động")


class Industry(models.TextChoices):
    """Where the work is done, in three groups."""

    AGRICULTURE = "agriculture", _("nông, lâm, thủy sản")
    INDUSTRY = "industry", _("công nghiệp, xây dựng")
    SERVICES = "services", _("dịch vụ")


class Occupation(models.TextChoices):
    """A short list of our own; not the national list of occupations."""

    FARMING = "farming", _("trồng trọt, chăn nuôi")
    FORESTRY = "forestry", _("lâm nghiệp")
    FISHING = "fishing", _("thủy sản")
    SEWING = "sewing", _("may mặc, da giày")
    ASSEMBLY = "assembly", _("lắp ráp, vận hành máy")
    MECHANICS = "mechanics", _("cơ khí, điện, hàn")
    BUILDING = "building", _("xây dựng")
    DRIVING = "driving", _("lái xe, vận tải")
    TRADE = "trade", _("buôn bán")
    CARE = "care", _("giúp việc, chăm sóc")
    HOSPITALITY = "hospitality", _("nấu ăn, nhà hàng, khách sạn")
    OFFICE = "office", _("văn phòng, giáo viên, y tế")
    UNSKILLED = "unskilled", _("lao động phổ thông")
    OTHER = "other", _("nghề khác")


class Skill(models.IntegerChoices):
    """The highest training, from none upwards."""

    NONE = 0, _("chưa qua đào tạo")
    SHORT = 1, _("đào tạo dưới 3 tháng, truyền nghề")
    ELEMENTARY = 2, _("sơ cấp")
    SECONDARY = 3, _("trung cấp")
    COLLEGE = 4, _("cao đẳng")
    UNIVERSITY = 5, _("đại học trở lên")


class WorkPlace(models.IntegerChoices):
    """How far from home, from near to far."""

    COMMUNE = 1, _("trong xã")
    PROVINCE = 2, _("trong tỉnh")
    COUNTRY = 3, _("tỉnh khác")
    ABROAD = 4, _("nước ngoài")


class LabourRecord(models.Model):
    """What a person told on a day. Append-only: the newest counts, of those not entered with a `sheet` that was undone.

    `wish_occupation`: "" any; `wish_place`: the furthest they would go, null: no wish told; `wish_wage`: đồng a month.
    """

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="labour_records")
    person = models.ForeignKey("households.Person", models.PROTECT, related_name="labour_records")
    on = models.DateField()
    status = models.CharField(max_length=10, choices=LabourStatus)
    industry = models.CharField(max_length=11, choices=Industry, blank=True, default="")
    occupation = models.CharField(max_length=11, choices=Occupation, blank=True, default="")
    skill = models.PositiveSmallIntegerField(choices=Skill, default=Skill.NONE)
    wish_occupation = models.CharField(max_length=11, choices=Occupation, blank=True, default="")
    wish_place = models.PositiveSmallIntegerField(choices=WorkPlace, null=True, blank=True)
    wish_wage = models.BigIntegerField(null=True, blank=True)
    sheet = models.ForeignKey(
        "documents.SheetImport", models.PROTECT, null=True, blank=True, related_name="labour_records"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-on", "-id")
        indexes = (models.Index(fields=("person", "-on", "-id"), name="labour_person_on"),)
        constraints = (
            models.CheckConstraint(condition=Q(status__in=LabourStatus.values), name="labour_status_known"),
            models.CheckConstraint(condition=Q(industry__in=["", *Industry.values]), name="labour_industry_known"),
            models.CheckConstraint(condition=Q(occupation__in=["", *Occupation.values]), name="labour_job_known"),
            models.CheckConstraint(condition=Q(skill__in=Skill.values), name="labour_skill_known"),
            models.CheckConstraint(
                condition=Q(wish_occupation__in=["", *Occupation.values]), name="labour_wish_job_known"
            ),
            models.CheckConstraint(
                condition=Q(wish_place__isnull=True) | Q(wish_place__in=WorkPlace.values), name="labour_wish_place"
            ),
            models.CheckConstraint(
                condition=Q(wish_wage__isnull=True) | Q(wish_wage__gt=0), name="labour_wish_wage_above_nought"
            ),
            models.CheckConstraint(
                condition=(Q(status="employed") & ~Q(industry=""))
                | (~Q(status="employed") & Q(industry="", occupation="")),
                name="labour_work_of_the_employed",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.on}: {self.status}"
