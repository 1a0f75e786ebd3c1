"""Rows of help: what was handed over, to whom."""

from giamngheo.support.models.delivery import Confirmation, SupportDelivery

__all__ = ["Confirmation", "SupportDelivery"]
