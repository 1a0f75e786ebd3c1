"""What can happen to the register: each a verb, one change, one transaction, recorded. docs/algorithms/register.md."""

from giamngheo.households.actions.circumstances import add_circumstance, end_circumstance
from giamngheo.households.actions.correcting import (
    correct_address,
    correct_circumstance,
    correct_household,
    correct_membership,
    correct_person,
)
from giamngheo.households.actions.exporting import export_households, export_people, export_to_correct
from giamngheo.households.actions.finishing import Done
from giamngheo.households.actions.grouping import change_head, merge, split
from giamngheo.households.actions.importing import Imported, begin_import, import_rows
from giamngheo.households.actions.life import birth, death
from giamngheo.households.actions.locating import locate
from giamngheo.households.actions.merging_households import merge_households
from giamngheo.households.actions.merging_people import merge_people, reconsider, say_distinct
from giamngheo.households.actions.moving import arrival, arrival_of_household, departure, move_within
from giamngheo.households.actions.registering import register_household
from giamngheo.households.actions.returning import Departed, arrival_of_departed, seek_departed
from giamngheo.households.actions.revealing import reveal_citizen_id
from giamngheo.households.actions.undoing import undo

__all__ = [
    "Departed",
    "Done",
    "Imported",
    "add_circumstance",
    "arrival",
    "arrival_of_departed",
    "arrival_of_household",
    "begin_import",
    "birth",
    "change_head",
    "correct_address",
    "correct_circumstance",
    "correct_household",
    "correct_membership",
    "correct_person",
    "death",
    "departure",
    "end_circumstance",
    "export_households",
    "export_people",
    "export_to_correct",
    "import_rows",
    "locate",
    "merge",
    "merge_households",
    "merge_people",
    "move_within",
    "reconsider",
    "register_household",
    "reveal_citizen_id",
    "say_distinct",
    "seek_departed",
    "split",
    "undo",
]
