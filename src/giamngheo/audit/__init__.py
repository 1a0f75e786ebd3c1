"""Append-only record of who changed what, when."""
