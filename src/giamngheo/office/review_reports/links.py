"""What a round's page offers of this part: address name (takes the round's key), words, permission."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from giamngheo.accounts.permissions import Permission

ROUND_LINKS = (
    ("office:review-reports-of", _("Báo cáo rà soát"), Permission.VIEW_REVIEW),
    ("office:review-closings-of", _("Chốt số liệu"), Permission.RUN_REVIEW),
)
