"""Indicators, targets and their dated values."""
