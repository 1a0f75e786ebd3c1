"""Screens of the reports of the review and of the closings."""
