"""The words of the review: kinds, states, outcomes. docs/algorithms/review.md says which follows which."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoundKind(models.TextChoices):
    """Which path of the law a round runs (QĐ 24/2021/QĐ-TTg Điều 3, 4, 5; NĐ 30/2025/NĐ-CP)."""

    ANNUAL = "annual", _("rà soát định kỳ hằng năm")
    MONTHLY = "monthly", _("rà soát thường xuyên hằng tháng")
    AVERAGE_LIVING_STANDARD = "average_living_standard", _("xác định hộ có mức sống trung bình")
    LOW_INCOME_WORKER = "low_income_worker", _("xác định người lao động có thu nhập thấp")

    @property
    def judges_poverty(self) -> bool:
        """Whether the path has Phiếu B and a village meeting."""
        return self in (RoundKind.ANNUAL, RoundKind.MONTHLY)


class RoundState(models.TextChoices):
    """preparing → open → closed; or cancelled, while nothing is signed."""

    PREPARING = "preparing", _("đang chuẩn bị")
    OPEN = "open", _("đang rà soát")
    CLOSED = "closed", _("đã kết thúc")
    CANCELLED = "cancelled", _("đã hủy")


class CaseState(models.TextChoices):
    """Where a household stands in a round."""

    LISTED = "listed", _("chờ khảo sát")
    SCREENED_OUT = "screened_out", _("không đưa vào rà soát")
    SURVEYED = "surveyed", _("đã khảo sát")
    RESURVEY = "resurvey", _("khảo sát lại")
    AGREED = "agreed", _("họp dân đã thống nhất")
    POSTED = "posted", _("đang niêm yết")
    RECHECKING = "rechecking", _("đang phúc tra")
    PROPOSED = "proposed", _("đã trình")
    RECOGNISED = "recognised", _("đã công nhận")
    REFUSED = "refused", _("không công nhận")
    WITHDRAWN = "withdrawn", _("đã rút")


FINAL = (CaseState.SCREENED_OUT, CaseState.RECOGNISED, CaseState.REFUSED, CaseState.WITHDRAWN)
TO_SURVEY = (CaseState.LISTED, CaseState.RESURVEY, CaseState.RECHECKING)


class CaseSource(models.TextChoices):
    """Why a household is looked at."""

    LISTED = "listed", _("đang trong danh sách")
    REQUEST = "request", _("có giấy đề nghị")
    COMMITTEE = "committee", _("Ban Chỉ đạo đưa vào")


class RequestForm(models.TextChoices):
    """The forms by which somebody asks (QĐ 24/2021/QĐ-TTg Mẫu 01, 04, 05; NĐ 30/2025/NĐ-CP Mẫu 01)."""

    REVIEW = "review", _("đề nghị rà soát hộ nghèo, hộ cận nghèo (Mẫu 01)")
    EXIT = "exit", _("đề nghị công nhận thoát nghèo, thoát cận nghèo (Mẫu 04)")
    AVERAGE_LIVING_STANDARD = "average_living_standard", _("đề nghị xác định hộ có mức sống trung bình (Mẫu 05)")
    LOW_INCOME_WORKER = "low_income_worker", _("đề nghị xác định người lao động có thu nhập thấp (Mẫu 01)")


class Channel(models.TextChoices):
    """How a paper came."""

    DIRECT = "direct", _("nộp trực tiếp")
    POST = "post", _("qua bưu điện")
    ONLINE = "online", _("trực tuyến")


class AssessmentPurpose(models.TextChoices):
    """Why a household was surveyed."""

    SURVEY = "survey", _("khảo sát")
    RESURVEY = "resurvey", _("khảo sát lại sau họp dân")
    RECHECK = "recheck", _("phúc tra")


class ClassPath(models.TextChoices):
    """Which register of classes a class belongs to: on a day, at most one class of a path."""

    POVERTY = "poverty", _("hộ nghèo, hộ cận nghèo")
    AVERAGE_LIVING_STANDARD = "average_living_standard", _("hộ có mức sống trung bình")
    LOW_INCOME_WORKER = "low_income_worker", _("người lao động có thu nhập thấp")


class PovertyClass(models.TextChoices):
    """What a household is by the standard; an outcome also says "not the class asked for" in each path."""

    POOR = "poor", _("hộ nghèo")
    NEAR_POOR = "near_poor", _("hộ cận nghèo")
    NOT_POOR = "not_poor", _("hộ không nghèo")
    AVERAGE_LIVING_STANDARD = "average_living_standard", _("hộ có mức sống trung bình")
    LOW_INCOME_WORKER = "low_income_worker", _("người lao động có thu nhập thấp")
    NONE = "none", _("không thuộc diện")


HELD = (
    PovertyClass.POOR,
    PovertyClass.NEAR_POOR,
    PovertyClass.AVERAGE_LIVING_STANDARD,
    PovertyClass.LOW_INCOME_WORKER,
)


class PovertyCause(models.TextChoices):
    """Causes of poverty, several per household, in the order of the provincial report forms."""

    LAND = "land", _("thiếu đất sản xuất")
    CAPITAL = "capital", _("thiếu vốn sản xuất")
    LABOUR = "labour", _("thiếu lao động")
    TOOLS = "tools", _("thiếu công cụ, phương tiện sản xuất")
    KNOWLEDGE = "knowledge", _("thiếu kiến thức về sản xuất")
    SKILLS = "skills", _("thiếu kỹ năng lao động, sản xuất")
    ILLNESS = "illness", _("ốm đau, bệnh nặng, tai nạn")
    OTHER = "other", _("nguyên nhân khác")


class DecisionKind(models.TextChoices):
    """What a decision of the commune's chairman does."""

    OPENING = "opening", _("danh sách đã công nhận trước khi dùng phần mềm")
    RECOGNITION = "recognition", _("quyết định công nhận")
    REFUSAL = "refusal", _("văn bản không công nhận")
    CORRECTION = "correction", _("quyết định đính chính")


class ItemOutcome(models.TextChoices):
    """What a decision says of one case."""

    RECOGNISED = "recognised", _("công nhận")
    REFUSED = "refused", _("không công nhận")
    CORRECTED = "corrected", _("đính chính")


class Movement(models.TextChoices):
    """One line of the movement of a class (columns of the provincial reports "diễn biến")."""

    STAYED = "stayed", _("vẫn giữ")
    BECAME_POOR = "became_poor", _("trở thành hộ nghèo")
    BECAME_NEAR_POOR = "became_near_poor", _("trở thành hộ cận nghèo")
    EXITED_ABOVE = "exited_above", _("vượt chuẩn cận nghèo")
    OTHER_DECREASE = "other_decrease", _("giảm khác")
    FROM_NEAR_POOR = "from_near_poor", _("hộ cận nghèo trở thành")
    FROM_POOR = "from_poor", _("hộ nghèo trở thành")
    RELAPSED = "relapsed", _("tái nghèo, tái cận nghèo")
    NEWLY = "newly", _("phát sinh mới")
    OTHER_INCREASE = "other_increase", _("tăng khác")
