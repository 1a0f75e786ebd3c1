"""The receipt of a request with the day of answer (QĐ 24/2021/QĐ-TTg Điều 3, 5; NĐ 30/2025/NĐ-CP). Our own paper."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.paperwork.document import OfficialDocument
from giamngheo.review.models import ReviewCase, ReviewRequest, ReviewRound, RoundKind
from giamngheo.review.models.kinds import CaseState, RequestForm
from giamngheo.review.papers.making import Boxes, document, missing, numbered, paragraph
from giamngheo.review.papers.reading import Read, homes_of, office_of
from giamngheo.review.papers.words import CHANNELS, REQUESTS, Office, said
from giamngheo.review.permissions import Permission, require
from giamngheo.review.procedure import last_day, rule

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_PATHS: dict[str, RoundKind] = {
    RequestForm.REVIEW: RoundKind.MONTHLY,
    RequestForm.EXIT: RoundKind.MONTHLY,
    RequestForm.AVERAGE_LIVING_STANDARD: RoundKind.AVERAGE_LIVING_STANDARD,
    RequestForm.LOW_INCOME_WORKER: RoundKind.LOW_INCOME_WORKER,
}


class Receipt(NamedTuple):
    """A request as it was received. `starts_on`: when its review begins; `answer_by`: the last day of the answer, None
    where no round is chosen yet. `household`: the head's name; `person`: the worker, "" none."""

    office: Office
    number: int
    year: int
    form: str
    applicant: str
    household: str
    person: str
    village: str
    received_on: date
    channel: str
    has_file: bool
    starts_on: date | None
    answer_by: date | None
    because: str
    receiver: str


def compose(data: Receipt) -> OfficialDocument:
    """What the applicant takes home."""
    worker = f" Người lao động: {data.person}." if data.person else ""
    lines = [
        f"Số tiếp nhận: {data.number:02}/{data.year}.",
        f"Người nộp: ông (bà) {data.applicant}. Hộ: {data.household or missing('chủ hộ')}, {data.village}.{worker}",
        f"Nội dung: giấy {REQUESTS[data.form]}.",
        f"Ngày nhận: {said(data.received_on)}, {CHANNELS[data.channel]}"
        f"{'; có giấy tờ kèm theo' if data.has_file else ''}.",
        _answered(data),
    ]
    return document(
        Boxes(
            doc_type="",
            type_name="GIẤY TIẾP NHẬN",
            issuer=data.office.issuer,
            locality=data.office.short_name,
            day=data.received_on,
            subject=f"Tiếp nhận giấy {REQUESTS[data.form]}",
            body=(
                paragraph(f"{data.office.people} đã nhận:"),
                *numbered(*((line, ()) for line in lines), bold=False),
            ),
            closing="Ông (bà) giữ giấy này để hỏi kết quả; trường hợp không công nhận được trả lời bằng văn bản"
            " nêu rõ lý do.",
            recipients=("Người nộp", "Lưu: VT"),
            signers=((("NGƯỜI TIẾP NHẬN",), data.receiver or missing("người tiếp nhận")),),
        )
    )


def _answered(data: Receipt) -> str:
    if data.answer_by is None or data.starts_on is None:
        return f"Ngày trả lời: {missing('ngày trả lời')}, ghi khi giấy đề nghị được đưa vào một đợt rà soát."
    return (
        f"Bắt đầu rà soát: ngày {said(data.starts_on)}. Trả lời chậm nhất: ngày {said(data.answer_by)}"
        f"{f' ({data.because})' if data.because else ''}."
    )


class _Term(NamedTuple):
    starts_on: date | None = None
    answer_by: date | None = None
    because: str = ""


def term(form: str, received_on: date, round_: ReviewRound | None) -> _Term:
    """When the review begins and the answer is due: by its round; without one by the next monthly review, and during
    the annual review not at all, for then the commune chooses between the two."""
    if round_ is not None and round_.kind == RoundKind.ANNUAL:
        return _Term(round_.starts_on, round_.ends_on, f"kết thúc đợt rà soát định kỳ năm {round_.year}")
    path = RoundKind(round_.kind) if round_ else _PATHS[form]
    if round_ is None and path == RoundKind.MONTHLY and _annual_review_runs(received_on):
        return _Term()
    starts = round_.starts_on if round_ else _next_start(path, received_on)
    because = f"{rule('decide_within', path, starts).value} ngày kể từ ngày bắt đầu rà soát"
    return _Term(starts, last_day("decide_within", path, starts), because)


def _annual_review_runs(day: date) -> bool:
    first, last = (rule(each, RoundKind.ANNUAL, day).value for each in ("first_day", "last_day"))
    return first <= day.month * 100 + day.day <= last


def _next_start(path: RoundKind, received_on: date) -> date:
    at = rule("begins_on", path, received_on).value
    if received_on.day <= at:
        return received_on.replace(day=at)
    return (received_on.replace(day=28) + timedelta(days=4)).replace(day=at)


def from_rows(user: User, pk: int) -> Read[Receipt, ReviewRequest]:
    """A request, and the round of its case where it has one."""
    found = ReviewRequest.objects.select_related("unit__parent__parent", "household", "person", "by").get(pk=pk)
    require(user, Permission.VIEW_REVIEW, found.unit)
    ids = ReviewRequest.objects.filter(pk=pk).order_by().values("household")
    homes = homes_of(ids, found.received_on)
    village = found.household.addresses.filter(valid_from__lte=found.received_on).order_by("-valid_from")
    cases = ReviewCase.objects.filter(request=pk).exclude(state=CaseState.WITHDRAWN).select_related("round")
    case = cases.order_by("-pk").first()
    when = term(found.form, found.received_on, case.round if case else None)
    data = Receipt(
        office_of(found.unit, found.received_on), found.number, found.year, found.form, found.applicant,
        homes.heads.get(found.household_id, ("", ""))[0], found.person.full_name if found.person else "",
        village.values_list("village__name", flat=True).first() or missing("thôn"), found.received_on, found.channel,
        found.file_id is not None, *when, found.by.full_name if found.by else "",
    )  # fmt: skip
    return Read(data, found, found.unit, 1)
