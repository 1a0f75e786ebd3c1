"""Help handed over, beside the members of R14 and R15: the review does not know the ledger of deliveries, so both meet
here. The source names the columns only; that they mean what was handed over, and which kind is which, is our
reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.accounts.models import User
from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.office.typed import printed_day
from giamngheo.review.reports.catalogue import Report
from giamngheo.review.reports.columns import Beside
from giamngheo.review.reports.gathering import Asked
from giamngheo.support.queries import handed_over

_OTHER = gettext_lazy("Khác")
_COLUMNS = {
    gettext_lazy("Y tế"): ("health_insurance",),
    gettext_lazy("Giáo dục"): ("study_costs", "tuition"),
    gettext_lazy("Sản xuất"): ("livelihood_chain", "livelihood_community", "livelihood_task"),
    gettext_lazy("Nhà ở"): ("housing",),
    _OTHER: (),
}


def with_help(user: User, asked: Asked, reports: Iterable[Report]) -> Asked:
    """The same question with what was handed over, where a list of members is asked for and the user may know it."""
    if not any(each.members for each in reports) or not can(user, Permission.VIEW_SUPPORT, asked.unit):
        return asked
    column = {kind: at for at, kinds in enumerate(_COLUMNS.values()) for kind in kinds}
    given: dict[int, dict[int | None, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0] * len(_COLUMNS)))
    for (household, person, kind), number in handed_over(user, asked.unit, asked.opening_on, asked.day).items():
        given[household][person][column.get(kind, len(_COLUMNS) - 1)] += number
    note = _(
        "Hỗ trợ: số lần đã bàn giao sau ngày %(after)s, đến hết ngày %(day)s theo sổ hỗ trợ, không kể lần đã đảo; "
        "của cả hộ ghi ở dòng đầu. Mẫu chỉ nêu tên cột: cách hiểu và cách xếp nhóm là của phần mềm. "
        "Không có cột tín dụng: phần mềm không giữ khoản vay của từng hộ."
    ) % {"after": printed_day(asked.opening_on), "day": printed_day(asked.day)}
    return asked._replace(beside=Beside(_("Hỗ trợ đã bàn giao (lần)"), tuple(_COLUMNS), given, note))
