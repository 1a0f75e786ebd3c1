"""Alerts: cited rules, run daily; each matter is opened once, taken, resolved. Prose: docs/algorithms/alerts.md."""
