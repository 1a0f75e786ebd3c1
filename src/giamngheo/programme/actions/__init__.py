"""Writes of the programme app."""

from giamngheo.programme.actions.calendar import open_feed, revoke_feed, set_address
from giamngheo.programme.actions.committee import end_seat, hold_meeting, number_minutes, seat_member
from giamngheo.programme.actions.directives import register_directive
from giamngheo.programme.actions.posts import appoint, end_holding, open_post
from giamngheo.programme.actions.progress import enter_progress
from giamngheo.programme.actions.reminding import mail_failed, remind
from giamngheo.programme.actions.tasks import give_task, move_deadline, set_task_state
from giamngheo.programme.actions.tree import load_tree
from giamngheo.programme.actions.work import change_work_item, create_work_item, set_work_state

__all__ = [
    "appoint",
    "change_work_item",
    "create_work_item",
    "end_holding",
    "end_seat",
    "enter_progress",
    "give_task",
    "hold_meeting",
    "load_tree",
    "mail_failed",
    "move_deadline",
    "number_minutes",
    "open_feed",
    "open_post",
    "register_directive",
    "remind",
    "revoke_feed",
    "seat_member",
    "set_address",
    "set_task_state",
    "set_work_state",
]
