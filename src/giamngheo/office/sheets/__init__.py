"""Workbooks that enter a book: template, preview, corrected file, undo. docs/algorithms/tables.md."""
