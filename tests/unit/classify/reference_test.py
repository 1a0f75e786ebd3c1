"""The page of columns is what the standards ask."""

from __future__ import annotations

from pathlib import Path

from tools.classify_reference import PAGE, page


def test_page_of_columns_is_current() -> None:
    assert Path(PAGE).read_text("utf-8") == page(), "run .venv/bin/python tools/classify_reference.py"
