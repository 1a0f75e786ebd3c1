"""The page of columns that `giamngheo classify` reads and writes."""

from tools.classify_reference import page
from tools.pages import Page


def pages() -> dict[str, Page]:
    """classify.md."""
    brief = "Every column `giamngheo classify` reads and writes."
    return {"classify.md": Page("Columns of classify", brief, page())}
