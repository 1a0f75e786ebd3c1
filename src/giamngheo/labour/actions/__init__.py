"""What can happen to work: each a verb, one transaction, recorded. docs/algorithms/labour.md, courses.md."""

from giamngheo.labour.actions.course_steps import cancel_course, close_course, follow_up_course, start_course
from giamngheo.labour.actions.courses import add_officer, add_people, mark, plan_course, remove_participant
from giamngheo.labour.actions.fairs import cancel_fair, close_fair, count_employer, link_hire, plan_fair
from giamngheo.labour.actions.placing import follow_up, place, take_back_placement
from giamngheo.labour.actions.sheets import (
    VACANCIES_SHEET,
    WORKERS_SHEET,
    offer_sheet,
    take_back_offers,
    tell_sheet,
    untell_sheet,
)
from giamngheo.labour.actions.telling import tell
from giamngheo.labour.actions.vacancies import change_vacancy, end_vacancy, open_vacancy

__all__ = [
    "VACANCIES_SHEET",
    "WORKERS_SHEET",
    "add_officer",
    "add_people",
    "cancel_course",
    "cancel_fair",
    "change_vacancy",
    "close_course",
    "close_fair",
    "count_employer",
    "end_vacancy",
    "follow_up",
    "follow_up_course",
    "link_hire",
    "mark",
    "offer_sheet",
    "open_vacancy",
    "place",
    "plan_course",
    "plan_fair",
    "remove_participant",
    "start_course",
    "take_back_offers",
    "take_back_placement",
    "tell",
    "tell_sheet",
    "untell_sheet",
]
