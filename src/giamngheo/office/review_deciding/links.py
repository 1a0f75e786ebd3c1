"""What the page of a round leads to here: (name of an address that takes the round's key, label, right needed)."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from giamngheo.review.permissions import Permission

ROUND_LINKS: tuple[tuple[str, str | Promise, str], ...] = (
    ("office:review-meetings", _("Họp dân"), Permission.VIEW_REVIEW),
    ("office:review-postings", _("Niêm yết"), Permission.VIEW_REVIEW),
    ("office:review-complaints", _("Ý kiến, khiếu nại"), Permission.VIEW_REVIEW),
    ("office:review-proposals", _("Trình danh sách"), Permission.VIEW_REVIEW),
    ("office:review-decide", _("Quyết định"), Permission.VIEW_REVIEW),
    ("office:review-close", _("Kết thúc đợt"), Permission.RUN_REVIEW),
)
# The same for the commune as a whole; these addresses take nothing.
UNIT_LINKS: tuple[tuple[str, str | Promise, str], ...] = (
    ("office:review-decisions", _("Các quyết định"), Permission.VIEW_REVIEW),
    ("office:review-certificate-list", _("Giấy chứng nhận"), Permission.VIEW_REVIEW),
    ("office:review-opening", _("Danh sách đã công nhận trước đây"), Permission.RUN_REVIEW),
)
