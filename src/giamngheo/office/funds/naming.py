"""Lines of money in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from giamngheo.funds.models import FundLine


def node_title(line: FundLine) -> str:
    """The node a line is for, with its code."""
    return f"{line.node.code} {line.node.name}" if line.node else _("Chưa phân bổ cho dự án")
