"""What can happen to work: each a verb, one transaction, recorded. docs/algorithms/labour.md."""

from giamngheo.labour.actions.placing import follow_up, place, take_back_placement
from giamngheo.labour.actions.telling import tell
from giamngheo.labour.actions.vacancies import end_vacancy, open_vacancy

__all__ = ["end_vacancy", "follow_up", "open_vacancy", "place", "take_back_placement", "tell"]
