"""Fields of the forms of livelihood projects, and which field a refusal is shown beside."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from giamngheo.foundation.findings import Finding
from giamngheo.office.funds.fields import MoneyTyped
from giamngheo.office.households.fields import Field
from giamngheo.office.typed import money
from giamngheo.programme.models import ProgrammePeriod
from giamngheo.support.models import ProjectArea, ProjectForm, ProjectHolder, Stage

PLACES = {
    "SUPPORT-PROJECT-NAME": "name", "SUPPORT-PROJECT-CHOICE": "form", "SUPPORT-PROJECT-MONEY": "state",
    "SUPPORT-PROJECT-HOUSEHOLD": "codes", "SUPPORT-PROJECT-ORDER": "on", "SUPPORT-PROJECT-PAPER": "paper",
    "SUPPORT-PROJECT-FOLLOW-UP": "on", "SUPPORT-PROJECT-INCOME": "income_after", "SUPPORT-PROJECT-NO-REASON": "reason",
}  # fmt: skip


def placed(findings: Iterable[Finding]) -> list[tuple[str, Finding]]:
    """Findings with the field each belongs to, "" for the form as a whole."""
    return [(PLACES.get(each.code, ""), each) for each in findings]


def maybe_money(typed: MoneyTyped, name: str) -> int | None:
    """Đồng; None for blank."""
    return typed.money(name) if typed.text(name) else None


def nought_or_money(typed: MoneyTyped, name: str) -> int:
    """Đồng, of which 0 is one."""
    found = money(typed.text(name))
    return found if found is not None else typed.money(name)


def project_fields(today: str, periods: Iterable[ProgrammePeriod]) -> list[Field]:
    """What is asked of a proposal."""
    return [
        Field("name", _("Tên dự án"), _("Ví dụ Nuôi bò sinh sản thôn Hạ Vũ."), most=200),
        Field("form", _("Hình thức"), options=ProjectForm.choices, value="community"),
        Field("holder", _("Loại đơn vị thực hiện"), options=ProjectHolder.choices),
        Field("holder_name", _("Tên đơn vị thực hiện"), most=200),
        Field("area", _("Địa bàn"), options=ProjectArea.choices, value="other"),
        Field(
            "period",
            _("Vốn của giai đoạn"),
            options=[(str(each.pk), each.code) for each in periods],
            help=_("Giai đoạn của vốn chi cho dự án; tiền chuyển nguồn vẫn theo giai đoạn cũ."),
        ),
        Field("total", _("Tổng kinh phí"), _("Bằng đồng, ví dụ 300.000.000; hoặc viết 300 triệu."), most=30),
        Field("state", _("Nhà nước hỗ trợ"), _("Phần còn lại là đối ứng của dân, đơn vị."), most=30),
        Field("direct", _("Trong đó chi trực tiếp cho sản xuất (không bắt buộc)"), most=30),
        Field("choosing", _("Chi phí lựa chọn dự án (không bắt buộc)"), most=30),
        Field("on", _("Ngày đề nghị"), value=today, most=10),
        Field("reference", _("Số, ký hiệu đơn đề nghị"), most=80),
    ]


def step_fields(stage: str, today: str) -> list[Field]:
    """What is asked of a step: its day and its paper."""
    labels = {
        Stage.APPRAISAL: _("Số biên bản thẩm định"), Stage.APPROVAL: _("Số, ký hiệu quyết định phê duyệt"),
        Stage.CONTRACT: _("Số hợp đồng"), Stage.RUNNING: _("Số biên bản bàn giao, nghiệm thu"),
    }  # fmt: skip
    found = [
        Field("on", _("Ngày"), _("Ngày trên văn bản. Ví dụ 01/09/2026 hoặc 1/9."), value=today, most=10),
        Field("paper", labels.get(Stage(stage), _("Số, ký hiệu")), most=80),
    ]
    if stage == Stage.APPROVAL:
        found.append(Field("paper_on", _("Ngày ban hành"), value=today, most=10))
    return [*found, Field("note", _("Ghi chú (không bắt buộc)"), most=300)]


def follow_fields(today: str) -> list[Field]:
    """What is asked when a household is looked at again."""
    return [
        Field("on", _("Ngày đến hộ"), value=today, most=10),
        Field("income_before", _("Thu nhập của hộ trước dự án"), _("Đồng một tháng; không có thì ghi 0."), most=30),
        Field("income_after", _("Thu nhập của hộ hiện nay"), _("Đồng một tháng; không có thì ghi 0."), most=30),
        Field("running", _("Mô hình"), options=[("co", _("còn hoạt động")), ("khong", _("không còn"))], value="co"),
        Field("reason", _("Nguyên nhân nếu không còn"), most=300),
    ]
