"""Every paper of the review: its name in addresses, what it is made of, who may have it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from giamngheo.paperwork.document import OfficialDocument
from giamngheo.review.models import RoundKind
from giamngheo.review.papers import (
    announcement,
    certificate,
    complaint_answer,
    decision,
    income_posted_list,
    minutes,
    opinion_request,
    posted_list,
    proposal,
    receipt,
    refusal,
    review_list,
    slip,
)
from giamngheo.review.papers.reading import Read

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_OWN = _("Bố cục của phần mềm: mẫu chính thức chưa đọc được nên tờ này không ghi số mẫu nào.")
_FIELDS = _("Các mục theo Mẫu số 03 kèm theo Quyết định 24/2021/QĐ-TTg như đã đọc được; bố cục của phần mềm.")
_OURS = _("Giấy của phần mềm, không phải mẫu của Nhà nước.")


class Paper(NamedTuple):
    """A kind of paper. `read`: from the key of its row; `compose`: to the document. `about`: what the key is of.

    `form`: what is known of the official form. `sheets`: it is a certificate's sheets, which show ids, not a document.
    `by_village`: one village of it may be asked for. `several`: each value it reads is a document, all go in one file.
    `counted`: how many sheets it would have, where they may be too many to wait for.
    """

    title: str | Promise
    about: str
    read: Callable[..., Read[Any, Any]]
    compose: Callable[[Any], Any]
    form: str | Promise = _OWN
    sheets: bool = False
    by_village: bool = False
    several: bool = False
    counted: Callable[[User, int, int | None], int] | None = None


class Made(NamedTuple):
    """A paper made: a document, or sheets of certificates, or several documents; what it was read from."""

    read: Read[Any, Any]
    document: OfficialDocument | None
    sheets: tuple[Any, ...] = ()
    documents: tuple[OfficialDocument, ...] = ()


def _posted(data: Any) -> OfficialDocument:
    """The posted list of its path."""
    return posted_list.compose(data) if data.matter.of_poverty else income_posted_list.compose(data)


PAPERS: dict[str, Paper] = {
    "danh-sach-ra-soat": Paper(
        _("Danh sách đưa vào rà soát"), "round", review_list.from_rows, review_list.compose, by_village=True
    ),
    "bien-ban-hop": Paper(_("Biên bản họp thôn"), "meeting", minutes.from_rows, minutes.compose),
    "niem-yet": Paper(_("Danh sách niêm yết"), "posting", posted_list.from_rows, _posted),
    "thong-bao": Paper(_("Thông báo trên loa"), "posting", announcement.from_rows, announcement.compose, _OURS),
    "tra-loi": Paper(
        _("Trả lời ý kiến, khiếu nại"), "complaint", complaint_answer.from_rows, complaint_answer.compose, _OURS
    ),
    "to-trinh": Paper(_("Tờ trình kèm danh sách"), "proposal", proposal.from_rows, proposal.compose),
    "xin-y-kien": Paper(
        _("Công văn xin ý kiến cấp trên"), "proposal", opinion_request.from_rows, opinion_request.compose, _OURS
    ),
    "quyet-dinh": Paper(_("Quyết định"), "decision", decision.from_rows, decision.compose),
    "khong-cong-nhan": Paper(_("Văn bản không công nhận"), "item", refusal.from_rows, refusal.compose, _OURS),
    "giay-chung-nhan": Paper(
        _("Giấy chứng nhận"), "certificate", certificate.from_rows, certificate.compose, _FIELDS, sheets=True
    ),
    "giay-chung-nhan-dot": Paper(
        _("Giấy chứng nhận của cả đợt"),
        "round",
        certificate.of_round,
        certificate.compose,
        _FIELDS,
        sheets=True,
        counted=certificate.counted,
    ),
    "phieu-giai-thich": Paper(_("Phiếu giải thích cho hộ"), "case", slip.from_rows, slip.compose, _OURS),
    "phieu-giai-thich-dot": Paper(
        _("Phiếu giải thích cho các hộ"),
        "round",
        slip.of_round,
        slip.compose,
        _OURS,
        by_village=True,
        several=True,
        counted=slip.counted,
    ),
    "giay-tiep-nhan": Paper(_("Giấy tiếp nhận"), "request", receipt.from_rows, receipt.compose, _OURS),
}


def sheets_of(user: User, kind: str, pk: int, village: int | None = None) -> int:
    """How many sheets that paper would have; 1 where they are not counted. Raises as `make`."""
    counted = PAPERS[kind].counted
    return counted(user, pk, village) if counted else 1


def make(
    user: User, kind: str, pk: int, *, masked: bool = True, village: int | None = None, most: int | None = None
) -> Made:
    """The paper of that kind about that row, of one village where it may be; of many sheets the first `most`.

    Raises KeyError for no such kind, the model's DoesNotExist, OutOfScope, NotPermitted; whole ids
    (`masked` False) take SEE_CITIZEN_ID."""
    paper = PAPERS[kind]
    if paper.sheets:
        read = paper.read(user, pk, masked=masked, most=most) if paper.counted else paper.read(user, pk, masked=masked)
        return Made(read, None, tuple(paper.compose(each) for each in read.data))
    if paper.several:
        read = paper.read(user, pk, village, most)
        documents = tuple(paper.compose(each) for each in read.data)
        return Made(read, documents[0] if documents else None, documents=documents)
    read = paper.read(user, pk, village) if paper.by_village else paper.read(user, pk)
    return Made(read, paper.compose(read.data))


__all__ = ["PAPERS", "Made", "Paper", "RoundKind", "make", "sheets_of"]
