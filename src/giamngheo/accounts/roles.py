"""Roles as code: what each may do inside the units granted to it. A role never reaches beyond its grant's unit."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Permission(models.TextChoices):
    """One thing a user may do to the records of a unit."""

    VIEW_PLAN = "view_plan", _("xem kế hoạch")
    EDIT_PLAN = "edit_plan", _("sửa kế hoạch")
    IMPORT_PLAN = "import_plan", _("nhập kế hoạch từ tệp")
    DECIDE_FINDING = "decide_finding", _("chấp nhận hoặc bỏ qua một phát hiện")
    EXPORT_PLAN = "export_plan", _("xuất kế hoạch")
    ISSUE_PLAN = "issue_plan", _("ban hành kế hoạch")
    TRY_STANDARD = "try_standard", _("thử chuẩn nghèo khác trên một danh sách hộ")
    VIEW_HOUSEHOLD = "view_household", _("xem sổ hộ")
    EDIT_HOUSEHOLD = "edit_household", _("ghi sổ hộ")
    IMPORT_HOUSEHOLD = "import_household", _("nhập danh sách hộ từ tệp")
    SEE_CITIZEN_ID = "see_citizen_id", _("xem đủ số định danh")
    SEE_SENSITIVE = "see_sensitive", _("xem dân tộc, hoàn cảnh, vị trí của người dân")
    VIEW_REVIEW = "view_review", _("xem rà soát hộ nghèo")
    SEE_CASES = "see_cases", _("xem hộ trong đợt rà soát")
    ASSESS = "assess", _("khảo sát, ghi phiếu rà soát")
    RUN_REVIEW = "run_review", _("tổ chức rà soát")
    SIGN_REVIEW = "sign_review", _("ký quyết định rà soát")
    VIEW_FUNDS = "view_funds", _("xem sổ vốn")
    EDIT_FUNDS = "edit_funds", _("ghi sổ vốn")
    CLOSE_FUNDS = "close_funds", _("khóa sổ vốn")
    VIEW_SUPPORT = "view_support", _("xem sổ hỗ trợ")
    EDIT_SUPPORT = "edit_support", _("ghi sổ hỗ trợ")
    VIEW_LABOUR = "view_labour", _("xem sổ lao động")
    EDIT_LABOUR = "edit_labour", _("ghi sổ lao động")
    VIEW_MONITORING = "view_monitoring", _("xem giám sát, đánh giá")
    EDIT_MONITORING = "edit_monitoring", _("ghi số liệu, lập và gửi báo cáo giám sát")
    RECEIVE_REPORT = "receive_report", _("nhận, trả lại, khóa báo cáo của cấp dưới")
    EDIT_FORM = "edit_form", _("lập biểu mẫu báo cáo")
    MANAGE_USERS = "manage_users", _("quản lý người dùng")
    VIEW_AUDIT = "view_audit", _("xem nhật ký")


class Role(models.TextChoices):
    """Who someone is in a unit."""

    COMMUNE_OFFICER = "commune_officer", _("công chức xã")
    COMMUNE_LEADER = "commune_leader", _("lãnh đạo xã")
    VILLAGE_REVIEWER = "village_reviewer", _("rà soát viên thôn")
    PROVINCE_OFFICER = "province_officer", _("công chức tỉnh")
    AUDITOR = "auditor", _("người kiểm tra")
    ADMINISTRATOR = "administrator", _("quản trị viên")


_READ = frozenset(
    {
        Permission.VIEW_PLAN,
        Permission.EXPORT_PLAN,
        Permission.TRY_STANDARD,
        Permission.VIEW_HOUSEHOLD,
        Permission.VIEW_REVIEW,
        Permission.SEE_CASES,
        Permission.VIEW_FUNDS,
        Permission.VIEW_SUPPORT,
        Permission.VIEW_LABOUR,
        Permission.VIEW_MONITORING,
    }
)
_REPORT = frozenset({Permission.EDIT_MONITORING, Permission.RECEIVE_REPORT, Permission.EDIT_FORM})
_WRITE = (
    _READ
    | _REPORT
    | {
        Permission.EDIT_PLAN,
        Permission.IMPORT_PLAN,
        Permission.DECIDE_FINDING,
        Permission.EDIT_HOUSEHOLD,
        Permission.IMPORT_HOUSEHOLD,
        Permission.SEE_CITIZEN_ID,
        Permission.SEE_SENSITIVE,
        Permission.ASSESS,
        Permission.RUN_REVIEW,
        Permission.EDIT_FUNDS,
        Permission.EDIT_SUPPORT,
        Permission.EDIT_LABOUR,
    }
)

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.COMMUNE_OFFICER: _WRITE,
    Role.COMMUNE_LEADER: _WRITE
    | {Permission.ISSUE_PLAN, Permission.SIGN_REVIEW, Permission.CLOSE_FUNDS, Permission.VIEW_AUDIT},
    # In the villages of the grant; in all of a commune only where the grant was given with `whole_commune`.
    Role.VILLAGE_REVIEWER: frozenset(
        {
            Permission.VIEW_PLAN,
            Permission.VIEW_HOUSEHOLD,
            Permission.EDIT_HOUSEHOLD,
            Permission.SEE_SENSITIVE,
            Permission.VIEW_REVIEW,
            Permission.SEE_CASES,
            Permission.ASSESS,
            Permission.VIEW_LABOUR,
            Permission.EDIT_LABOUR,
        }
    ),
    # Reads and adds up; a commune's plan is the commune's to write. Reports and forms: those of its own unit.
    Role.PROVINCE_OFFICER: _READ | _REPORT,
    Role.AUDITOR: _READ | {Permission.VIEW_AUDIT},
    Role.ADMINISTRATOR: frozenset({Permission.MANAGE_USERS, Permission.VIEW_AUDIT}),  # runs accounts only
}


# What a grant limited to villages gives, of all that its role may do: the rights over people, in those villages; and
# the unit's plan, which is read whole or not. Every other right is one over the unit itself, and rests.
OVER_PEOPLE = frozenset(
    {
        Permission.VIEW_HOUSEHOLD,
        Permission.EDIT_HOUSEHOLD,
        Permission.SEE_CITIZEN_ID,
        Permission.SEE_SENSITIVE,
        Permission.SEE_CASES,
        Permission.ASSESS,
        Permission.VIEW_LABOUR,
        Permission.EDIT_LABOUR,
    }
)
BY_VILLAGE = OVER_PEOPLE | {Permission.VIEW_PLAN}


def roles_with(permission: Permission) -> list[Role]:
    """The roles that hold `permission`."""
    return [role for role, held in PERMISSIONS.items() if permission in held]
