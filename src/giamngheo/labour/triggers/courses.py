"""What the database guards of courses and fairs: states go one way, what is closed stays, follow-ups are added."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

COURSE_BEGINS = "a course or a fair begins planned"
COURSE_STEPS = "a course goes from planned to running to closed, or is cancelled; it closes with every result"
COURSE_OPEN = "participants of a closed or cancelled course stay as they are"
COURSE_SAME = "a participant stays the same person; marks are of a running course"
COURSE_FOLLOWED = "a follow-up is of somebody who completed a closed vocational course, not before its end"
FAIR_STEPS = "a fair goes from planned to closed or cancelled"
FAIR_OPEN = "what was written of a closed or cancelled fair stays"
FAIR_HIRED = "a hire is a standing placement from the day of the fair, and no more are linked than were hired"
NEVER = "courses, fairs and follow-ups are never deleted; follow-ups are never changed"

COURSE, PARTICIPANT, COURSE_FOLLOW_UP, FAIR, FAIR_EMPLOYER, FAIR_HIRE = (
    f"labour_{name}"
    for name in ("course", "courseparticipant", "coursefollowup", "jobfair", "fairemployer", "fairhire")
)
TABLES = (COURSE, PARTICIPANT, COURSE_FOLLOW_UP, FAIR, FAIR_EMPLOYER, FAIR_HIRE)


def _course(row: str, states: str, more: str = "") -> str:
    return (
        f"EXISTS (SELECT 1 FROM {COURSE} AS c WHERE c.id = {row}.course_id"  # noqa: S608 own names
        f" AND c.state IN ({states}){more})"
    )


def _fair(row: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {FAIR} AS f WHERE f.id = {row}.fair_id"  # noqa: S608 own names
        " AND f.state = 'planned')"
    )


_OPEN = "'planned', 'running'"
_ALL_MARKED = (
    f"EXISTS (SELECT 1 FROM {PARTICIPANT} AS p WHERE p.course_id = NEW.id) AND NOT EXISTS"  # noqa: S608 own names
    f" (SELECT 1 FROM {PARTICIPANT} AS p WHERE p.course_id = NEW.id AND p.result = '')"
)
_STEPS = (
    "NEW.unit_id = OLD.unit_id AND NEW.kind = OLD.kind AND (OLD.state = 'planned' OR OLD.state = 'running')"
    " AND (NEW.state = OLD.state OR NEW.state = 'cancelled'"
    " OR (OLD.state = 'planned' AND NEW.state = 'running')"
    f" OR (OLD.state = 'running' AND NEW.state = 'closed' AND {_ALL_MARKED}))"
)
_SAME = (
    "NEW.course_id = OLD.course_id AND COALESCE(NEW.person_id, 0) = COALESCE(OLD.person_id, 0)"
    " AND NEW.name = OLD.name AND NEW.post = OLD.post AND "
    + _course("NEW", "'running'", " AND COALESCE(NEW.attended, 0) <= c.hours")
)
_FOLLOWED = (
    f"EXISTS (SELECT 1 FROM {PARTICIPANT} AS p JOIN {COURSE} AS c ON c.id = p.course_id"  # noqa: S608 own names
    " WHERE p.id = NEW.participant_id AND p.result = 'completed' AND c.kind = 'vocational' AND c.state = 'closed'"
    ' AND c.ends_on <= NEW."on")'
)


def _linked(at_fair: str) -> str:
    return (
        f"(SELECT COUNT(*) FROM {FAIR_HIRE} AS h WHERE h.at_fair_id = {at_fair} AND NOT EXISTS"  # noqa: S608 own names
        " (SELECT 1 FROM labour_placement AS t WHERE t.reverses_id = h.placement_id))"
    )


_HIRED = (
    f"EXISTS (SELECT 1 FROM {FAIR_EMPLOYER} AS e JOIN {FAIR} AS f ON f.id = e.fair_id"  # noqa: S608 own names
    " JOIN labour_placement AS d ON d.id = NEW.placement_id"
    " WHERE e.id = NEW.at_fair_id AND f.state = 'planned' AND d.unit_id = f.unit_id AND d.reverses_id IS NULL"
    ' AND d.valid_from >= f."on"'
    " AND NOT EXISTS (SELECT 1 FROM labour_placement AS r WHERE r.reverses_id = d.id)"
    f" AND {_linked('e.id')} < e.hired)"
)
_OF_COURSE = COURSE + " AS c WHERE c.id = {row}.course_id"
_OF_FAIR = FAIR + " AS f WHERE f.id = {row}.fair_id"
_UNHIRE = (
    f"EXISTS (SELECT 1 FROM {FAIR_EMPLOYER} AS e JOIN {FAIR} AS f ON f.id = e.fair_id"  # noqa: S608 own names
    " WHERE e.id = OLD.at_fair_id AND f.state = 'planned')"
)
GUARDS = (
    Guard(COURSE, "INSERT", "a_planned", "NEW.state = 'planned'", COURSE_BEGINS),
    Guard(COURSE, "UPDATE", "a_steps", _STEPS, COURSE_STEPS),
    Guard(
        PARTICIPANT, "INSERT", "a_open",
        _course("NEW", _OPEN, " AND (NEW.person_id IS NOT NULL OR c.kind <> 'vocational') AND NEW.result = ''"),
        COURSE_OPEN, _OF_COURSE.format(row="NEW"),
    ),
    Guard(PARTICIPANT, "UPDATE", "a_same", _SAME, COURSE_SAME, _OF_COURSE.format(row="NEW")),
    Guard(PARTICIPANT, "DELETE", "a_open", _course("OLD", _OPEN), COURSE_OPEN, _OF_COURSE.format(row="OLD")),
    Guard(COURSE_FOLLOW_UP, "INSERT", "a_completed", _FOLLOWED, COURSE_FOLLOWED),
    Guard(FAIR, "INSERT", "a_planned", "NEW.state = 'planned'", COURSE_BEGINS),
    Guard(FAIR, "UPDATE", "a_steps", "OLD.state = 'planned' AND NEW.unit_id = OLD.unit_id", FAIR_STEPS),
    Guard(FAIR_EMPLOYER, "INSERT", "a_open", _fair("NEW"), FAIR_OPEN, _OF_FAIR.format(row="NEW")),
    Guard(
        FAIR_EMPLOYER, "UPDATE", "a_open",
        f"NEW.fair_id = OLD.fair_id AND NEW.employer_id = OLD.employer_id AND {_fair('NEW')}"
        f" AND {_linked('NEW.id')} <= NEW.hired",
        FAIR_OPEN, _OF_FAIR.format(row="NEW"),
    ),
    Guard(FAIR_EMPLOYER, "DELETE", "a_open", _fair("OLD"), FAIR_OPEN, _OF_FAIR.format(row="OLD")),
    Guard(
        FAIR_HIRE, "INSERT", "a_hired", _HIRED, FAIR_HIRED,
        f"{FAIR_EMPLOYER} AS e WHERE e.id = NEW.at_fair_id",
    ),
    Guard(FAIR_HIRE, "UPDATE", "never", "1 = 0", FAIR_OPEN),
    Guard(FAIR_HIRE, "DELETE", "a_open", _UNHIRE, FAIR_OPEN),
    *(Guard(table, "DELETE", "never", "1 = 0", NEVER) for table in (COURSE, FAIR, COURSE_FOLLOW_UP)),
    Guard(COURSE_FOLLOW_UP, "UPDATE", "never", "1 = 0", NEVER),
)  # fmt: skip
