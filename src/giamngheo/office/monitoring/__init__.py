"""Screens of monitoring: indicators and targets, the calendar of reports, one report, forms."""
