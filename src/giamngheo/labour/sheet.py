"""The columns of the workbooks of labour, and a row of them as what was told or offered. docs/algorithms/tables.md."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from giamngheo.foundation.findings import Finding
from giamngheo.households.births import printed
from giamngheo.households.lists.table_cells import RowReader
from giamngheo.households.lists.tables import Choices, Column, Table, TableRow
from giamngheo.labour.models import Industry, LabourRecord, LabourStatus, Occupation, Skill, Vacancy, WorkPlace
from giamngheo.labour.values import Offered, Told

if TYPE_CHECKING:
    from giamngheo.labour.queries import Entry

_STATUS, _INDUSTRY, _JOB = Choices(LabourStatus.choices), Choices(Industry.choices), Choices(Occupation.choices)
_SKILL, _PLACE = Choices(Skill.choices), Choices(WorkPlace.choices)

WORKERS = (
    Column("person", _("Mã người"), must=True, help=_("Của sổ hộ; tải danh sách ra thì có sẵn."), width=10),
    Column("name", _("Họ và tên"), ("ho ten",), must=True, width=26),
    Column("birth", _("Ngày sinh"), help=_("Để đối chiếu; không được đọc vào sổ."), width=14, is_text=True),
    Column("village", _("Thôn"), help=_("Để đối chiếu; không được đọc vào sổ.")),
    Column("on", _("Ngày khai"), help=_("Để trống là hôm nay. Ví dụ 01/09/2026."), width=14),
    Column("status", _("Tình trạng"), choices=_STATUS, help=_("Để trống là chưa hỏi."), width=24),
    Column("industry", _("Nhóm ngành"), choices=_INDUSTRY, help=_("Phải có khi có việc làm."), width=22),
    Column("occupation", _("Nghề"), choices=_JOB, width=24),
    Column("skill", _("Trình độ"), choices=_SKILL, width=24),
    Column("wish_occupation", _("Nghề mong muốn"), choices=_JOB, width=24),
    Column("wish_place", _("Nơi mong muốn"), choices=_PLACE, help=_("Xa nhất có thể đi; trống là không nói.")),
    Column("wish_wage", _("Lương mong muốn (đồng một tháng)"), ("luong mong muon",), width=22),
)  # fmt: skip
VACANCIES = (
    Column("vacancy", _("Mã vị trí"), width=10,
           help=_("Có sẵn khi tải danh sách ra: sửa dòng ấy là sửa vị trí; trống là vị trí mới.")),
    Column("employer", _("Nơi tuyển"), ("doanh nghiep", "don vi tuyen"), must=True, width=30),
    Column("title", _("Vị trí"), ("vi tri tuyen dung", "cong viec"), must=True, width=28),
    Column("occupation", _("Nghề"), choices=_JOB, must=True, width=24),
    Column("skill", _("Trình độ"), choices=_SKILL, width=24),
    Column("work_place", _("Nơi làm việc"), choices=_PLACE, must=True),
    Column("wage", _("Lương (đồng một tháng)"), ("luong", "muc luong"), help=_("Chưa nói lương thì để trống.")),
    Column("places", _("Số chỗ"), ("so luong", "so luong tuyen"), must=True, width=10),
    Column("opened_on", _("Nhận từ ngày"), ("ngay dang",), help=_("Để trống là hôm nay."), width=14),
    Column("closes_on", _("Nhận đến ngày"), ("han nop", "het han"), must=True, width=14),
    Column("place", _("Địa chỉ nơi tuyển"), ("dia chi",), width=28),
    Column("phone", _("Điện thoại"), ("so dien thoai",), is_text=True),
)  # fmt: skip


class WorkerRow(NamedTuple):
    """A row of the register as it was read. `told` None: nobody asked."""

    person: int | None
    name: str
    on: date | None
    told: Told | None
    findings: list[Finding]


def read_worker(table: Table, row: TableRow) -> WorkerRow:
    """A row; the day blank where none is given."""
    cells = RowReader(table, row)
    person, name, on = cells.whole("person", must=True), cells.name("name", must=True), cells.day("on")
    told = None
    if cells.has("status"):
        told = Told(
            cells.choice("status", _STATUS), cells.choice("industry", _INDUSTRY), cells.choice("occupation", _JOB),
            cells.choice("skill", _SKILL, Skill.NONE.value), cells.choice("wish_occupation", _JOB),
            cells.choice("wish_place", _PLACE, None), cells.money("wish_wage"),
        )  # fmt: skip
    return WorkerRow(person, name, on, told, cells.findings)


def worker_cells(each: Entry) -> list[Any]:
    """Somebody of the register as a row of the workbook that comes back."""
    who = [each.person.pk, each.person.full_name, printed(each.person.birth), each.village_name]
    if each.record is None:
        return who
    return [*who, each.record.on, *_labels(each.record), each.record.wish_wage]


def _labels(record: LabourRecord) -> list[Any]:
    return [
        record.get_status_display(), record.get_industry_display(), record.get_occupation_display(),
        record.get_skill_display(), record.get_wish_occupation_display(), record.get_wish_place_display(),
    ]  # fmt: skip


def told_of(record: LabourRecord) -> Told:
    """What a record says, as a verb is told it."""
    return Told(
        record.status, record.industry, record.occupation, record.skill, record.wish_occupation, record.wish_place,
        record.wish_wage,
    )  # fmt: skip


def read_vacancy(table: Table, row: TableRow, today: date) -> tuple[Offered, list[Finding]]:
    """A row of offers."""
    cells = RowReader(table, row)
    cells.whole("vacancy")  # what is no number is said, not taken for a new vacancy
    opened, closes = cells.day("opened_on") or today, cells.day("closes_on", must=True)
    offered = Offered(
        employer=cells.text("employer", must=True), title=cells.text("title", must=True),
        occupation=cells.choice("occupation", _JOB, must=True), skill=cells.choice("skill", _SKILL, Skill.NONE.value),
        work_place=cells.choice("work_place", _PLACE, 0, must=True), opened_on=opened, closes_on=closes or opened,
        places=cells.whole("places", must=True) or 0, wage=cells.money("wage"), place=cells.text("place"),
        phone=cells.text("phone", 40),
    )  # fmt: skip
    return offered, cells.findings


def vacancy_cells(each: Vacancy) -> list[Any]:
    """A vacancy as a row of the workbook that comes back."""
    return [
        each.pk, each.employer.name, each.title, each.get_occupation_display(), each.get_skill_display(),
        each.get_work_place_display(), each.wage, each.places, each.opened_on, each.closes_on, each.employer.place,
        each.employer.phone,
    ]  # fmt: skip
