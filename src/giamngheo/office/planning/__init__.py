"""The plan: list, upload, page with findings, history, printed page."""
