"""The books of labour as the screens of workbooks see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from giamngheo.accounts.permissions import Permission
from giamngheo.documents.models import SheetImport
from giamngheo.households.lists.tables import Judged, Table
from giamngheo.labour import actions
from giamngheo.labour.queries import register_on, vacancies_for
from giamngheo.labour.queries.sheets import judge_vacancies, judge_workers
from giamngheo.labour.sheet import VACANCIES, WORKERS, vacancy_cells, worker_cells
from giamngheo.office.households.fields import Field
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.sheets.book import Book, Entering, Found
from giamngheo.territory.models import Unit


def _no_fields(_request: OfficeRequest, _unit: Unit) -> list[Field]:
    return []


def _judge_workers(request: OfficeRequest, unit: Unit, table: Table) -> tuple[Judged, Found]:
    return judge_workers(request.user, unit, table, request.scope.today), []


def _judge_vacancies(request: OfficeRequest, unit: Unit, table: Table) -> tuple[Judged, Found]:
    return judge_vacancies(request.user, unit, table, request.scope.today), []


def _told(of: Entering) -> dict[str, Any]:
    return {"unit": of.unit, "rows": of.values, "file": of.file, "name": of.name, "left_out": of.left_out}


def _tell(request: OfficeRequest, entering: Entering) -> SheetImport:
    return actions.tell_sheet(by=request.user, **_told(entering))


def _offer(request: OfficeRequest, entering: Entering) -> SheetImport:
    return actions.offer_sheet(by=request.user, **_told(entering))


def _workers(request: OfficeRequest, unit: Unit, _chosen: str) -> Iterable[Sequence[Any]]:
    """The register as it stands: a row without a person's number cannot be read."""
    return map(worker_cells, register_on(request.user, unit, request.scope.today))


def _vacancies(request: OfficeRequest, unit: Unit, chosen: str) -> Iterable[Sequence[Any]]:
    return map(vacancy_cells, vacancies_for(request.user, unit)) if chosen else []


def _untell(request: OfficeRequest, held: SheetImport, _day: date, reason: str) -> None:
    actions.untell_sheet(by=request.user, sheet=held, reason=reason)


def _unoffer(request: OfficeRequest, held: SheetImport, _day: date, reason: str) -> int:
    return actions.take_back_offers(by=request.user, sheet=held, reason=reason)


WORKERS_BOOK = Book(
    kind=actions.WORKERS_SHEET, title=_("Nhập sổ lao động từ Excel"),
    what=_("Tải danh sách ra, ghi tình trạng, nghề, mong muốn, rồi gửi lại: chỉ những dòng thay đổi được ghi."),
    back="office:labour", back_title=_("Việc làm"), permission=Permission.EDIT_LABOUR, columns=WORKERS,
    who=_("Họ và tên"), shown=(_("Thôn"), _("Tình trạng"), _("Nghề"), _("Ngày khai")), fields=_no_fields,
    judge=_judge_workers, enter=_tell, rows=_workers, undo=_untell,
    undo_words=_("Những gì tệp này ghi không còn được tính; lần khai trước đó được tính lại."),
)  # fmt: skip
VACANCIES_BOOK = Book(
    kind=actions.VACANCIES_SHEET, everywhere=True, title=_("Nhập vị trí tuyển dụng từ Excel"),
    what=_(
        "Danh sách vị trí doanh nghiệp, hợp tác xã đang tuyển. Tải ra, sửa rồi gửi lại: dòng không đổi thì giữ nguyên."
    ), back="office:vacancies",
    back_title=_("Vị trí tuyển dụng"), permission=Permission.EDIT_LABOUR, columns=VACANCIES, who=_("Vị trí"),
    shown=(_("Nơi tuyển"), _("Lương (đồng một tháng)"), _("Số chỗ"), _("Nhận đến ngày"), _("Việc")), fields=_no_fields,
    judge=_judge_vacancies, enter=_offer, rows=_vacancies, undo=_unoffer,
    prefill=lambda _request, _unit: [("so", _("danh sách đã có trong sổ"))],
    undo_words=_(
        "Những vị trí của tệp này còn mở sẽ được đóng. Vị trí đã sửa theo tệp thì giữ nội dung mới. Đã có người nhận "
        "việc thì không hoàn tác được."
    ),
)  # fmt: skip
