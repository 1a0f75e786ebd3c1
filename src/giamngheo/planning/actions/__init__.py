"""Writes of planning: every one a verb, keyword-only, atomic, audited, refused outside the user's units."""

from giamngheo.planning.actions.deciding import decide_finding, undo_decision
from giamngheo.planning.actions.editing import (
    add_text,
    edit_head,
    edit_printed,
    edit_section_title,
    edit_table,
    edit_text,
    edit_value,
    remove_text,
)
from giamngheo.planning.actions.importing import ImportOutcome, import_plan
from giamngheo.planning.actions.issuing import issue
from giamngheo.planning.actions.results import take_results
from giamngheo.planning.actions.uploading import apply_upload, bury_abandoned, is_dead, receive_upload, stop_upload
from giamngheo.planning.actions.versions import new_version, restore_version

__all__ = [
    "ImportOutcome",
    "add_text",
    "apply_upload",
    "bury_abandoned",
    "decide_finding",
    "edit_head",
    "edit_printed",
    "edit_section_title",
    "edit_table",
    "edit_text",
    "edit_value",
    "import_plan",
    "is_dead",
    "issue",
    "new_version",
    "receive_upload",
    "remove_text",
    "restore_version",
    "stop_upload",
    "take_results",
    "undo_decision",
]
