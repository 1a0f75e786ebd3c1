"""The table of docs/algorithms/review.md "A case", as conditions over NEW, OLD and the evidence tables."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

UNKNOWN_STEP = "a case changes only by a step of its own"
FIXED = "a case keeps its round, household, person, village, source, request and who listed it why"
ROUND_NOT_OPEN = "the round is not open"
NOT_ALLOWED = "this step of a case is not allowed"
BEGINS = "a case begins as listed, in a round that is being prepared or open"

_ROUND = "EXISTS (SELECT 1 FROM review_reviewround AS r WHERE r.id = NEW.round_id AND {condition})"
_POVERTY = _ROUND.format(condition="r.kind IN ('annual', 'monthly')")
_INCOME = _ROUND.format(condition="r.kind IN ('average_living_standard', 'low_income_worker')")

_NEW_ASSESSMENT = (
    "NEW.assessment_id IS NOT NULL AND (OLD.assessment_id IS NULL OR NEW.assessment_id <> OLD.assessment_id)"
    " AND EXISTS (SELECT 1 FROM review_assessment AS a WHERE a.id = NEW.assessment_id AND a.case_id = NEW.id"
    " AND a.outcome <> '' {purpose})"
)
# A recheck is what follows rechecking, or puts such a result right: else it would lead past the meeting.
_IS_RECHECK = "EXISTS (SELECT 1 FROM review_assessment AS a WHERE a.id = {row}.assessment_id AND a.purpose = 'recheck')"
_SAME = "((NEW.assessment_id IS NULL AND OLD.assessment_id IS NULL) OR NEW.assessment_id = OLD.assessment_id)"
_VOTED = (
    "EXISTS (SELECT 1 FROM review_meetingvote AS v JOIN review_villagemeeting AS m ON m.id = v.meeting_id"
    " WHERE v.case_id = NEW.id AND v.assessment_id = NEW.assessment_id AND m.held_at IS NOT NULL"
    " AND m.round_id = NEW.round_id AND m.village_id = NEW.village_id AND 2 * v.agreeing {share} m.attending)"
)
_POSTED = (
    "EXISTS (SELECT 1 FROM review_postingitem AS i JOIN review_posting AS p ON p.id = i.posting_id"
    " WHERE i.case_id = NEW.id AND i.assessment_id = NEW.assessment_id AND p.round_id = NEW.round_id)"
)
_RECHECKED = _IS_RECHECK.format(row="NEW")
_RECHECK_OF_A_RECHECK = f"NOT {_RECHECKED} OR {_IS_RECHECK.format(row='OLD')}"
_OPEN_COMPLAINT = (
    "EXISTS (SELECT 1 FROM review_complaint AS c WHERE c.case_id = NEW.id"
    " AND NOT EXISTS (SELECT 1 FROM review_complaintanswer AS a WHERE a.complaint_id = c.id))"
)
_HANDED_UP = (
    "EXISTS (SELECT 1 FROM review_proposalitem AS i JOIN review_proposal AS p ON p.id = i.proposal_id"
    " WHERE i.case_id = NEW.id AND i.assessment_id = NEW.assessment_id AND p.round_id = NEW.round_id)"
)
_POSTING_OVER = (
    "EXISTS (SELECT 1 FROM review_postingitem AS pi JOIN review_posting AS po ON po.id = pi.posting_id"
    " JOIN review_proposalitem AS i ON i.case_id = pi.case_id AND i.assessment_id = pi.assessment_id"
    " JOIN review_proposal AS p ON p.id = i.proposal_id"
    " WHERE pi.case_id = NEW.id AND pi.assessment_id = NEW.assessment_id AND po.ends_on < p.{day})"
)
_DISAGREED = (
    "EXISTS (SELECT 1 FROM review_proposalitem AS i JOIN review_higheropinion AS o ON o.proposal_id = i.proposal_id"
    " WHERE i.case_id = NEW.id AND i.assessment_id = NEW.assessment_id AND o.agrees = false)"
)
_DECIDED = (
    "EXISTS (SELECT 1 FROM review_decisionitem AS i JOIN review_decision AS d ON d.id = i.decision_id"
    " WHERE i.case_id = NEW.id AND i.assessment_id = NEW.assessment_id AND d.signed_at IS NOT NULL"
    " AND i.outcome = NEW.state)"
)
_SCREENED_OUT = (
    "NEW.source = 'request' AND NEW.class_before NOT IN ('poor', 'near_poor')"
    " AND EXISTS (SELECT 1 FROM review_screening AS s WHERE s.case_id = NEW.id AND s.to_be_reviewed = false"
    " AND s.number = (SELECT MAX(t.number) FROM review_screening AS t WHERE t.case_id = NEW.id))"
)


def _step(before: str, after: str, *needs: str) -> str:
    return " AND ".join([f"OLD.state IN ({before}) AND NEW.state = '{after}'", *(f"({each})" for each in needs)])


# One line of the table each: from, to, evidence.
STEPS = (
    _step("'listed'", "screened_out", _SAME, _SCREENED_OUT),
    _step("'listed', 'resurvey'", "surveyed", _NEW_ASSESSMENT.format(purpose="AND a.purpose <> 'recheck'")),
    _step("'surveyed'", "surveyed", _NEW_ASSESSMENT.format(purpose=""), _RECHECK_OF_A_RECHECK),
    _step("'rechecking'", "surveyed", _NEW_ASSESSMENT.format(purpose="AND a.purpose = 'recheck'")),
    _step("'surveyed'", "agreed", _SAME, _POVERTY, _VOTED.format(share=">=")),
    _step("'surveyed'", "resurvey", _SAME, _POVERTY, _VOTED.format(share="<")),
    _step("'agreed'", "posted", _SAME, _POSTED),
    _step("'surveyed'", "posted", _SAME, _POSTED, f"{_INCOME} OR {_RECHECKED}"),
    _step("'posted'", "rechecking", _SAME, _OPEN_COMPLAINT),
    _step("'proposed'", "rechecking", _SAME, _DISAGREED),
    _step("'posted'", "proposed", _SAME, _HANDED_UP, _POSTING_OVER.format(day='"on"'), f"NOT {_OPEN_COMPLAINT}"),
    _step("'surveyed'", "proposed", _SAME, _INCOME, _RECHECKED, _HANDED_UP, f"NOT {_OPEN_COMPLAINT}"),
    _step("'proposed'", "recognised", _SAME, _DECIDED),
    _step("'proposed'", "refused", _SAME, _DECIDED),
    _step("'listed', 'surveyed', 'resurvey', 'agreed', 'posted', 'rechecking', 'proposed'", "withdrawn", _SAME),
)
# A case that was listed without request gets the one its household files later: once, and it is no step.
_ASKED = (
    "OLD.request_id IS NULL AND NEW.request_id IS NOT NULL AND NEW.state = OLD.state AND NEW.step = OLD.step"  # noqa: S608 own names
    " AND EXISTS (SELECT 1 FROM review_reviewrequest AS q WHERE q.id = NEW.request_id"
    " AND q.household_id = NEW.household_id AND COALESCE(q.person_id, 0) = COALESCE(NEW.person_id, 0))"
    " AND " + _SAME
)
_FIXED = " AND ".join(
    [
        *(
            f"NEW.{each} = OLD.{each}"
            for each in ("id", "round_id", "household_id", "village_id", "source", "class_before", "listed_because")
        ),
        *(f"COALESCE(NEW.{each}, 0) = COALESCE(OLD.{each}, 0)" for each in ("person_id", "listed_by_id")),
        f"(COALESCE(NEW.request_id, 0) = COALESCE(OLD.request_id, 0) OR ({_ASKED}))",
    ]
)
_OF_A_STEP = (
    "NEW.step = OLD.step + 1 AND EXISTS (SELECT 1 FROM review_casestep AS s WHERE s.case_id = NEW.id"
    " AND s.number = NEW.step AND s.from_state = OLD.state AND s.to_state = NEW.state)"
)
CASE = "review_reviewcase"
GUARDS = (
    Guard(
        CASE,
        "INSERT",
        "begins",
        "NEW.state = 'listed' AND NEW.step = 0 AND NEW.assessment_id IS NULL AND "
        + _ROUND.format(condition="r.state IN ('preparing', 'open')"),
        BEGINS,
    ),
    Guard(CASE, "UPDATE", "a_fixed", _FIXED, FIXED),
    Guard(CASE, "UPDATE", "b_step", f"({_OF_A_STEP}) OR ({_ASKED})", UNKNOWN_STEP),
    Guard(
        CASE,
        "UPDATE",
        "c_round",
        _ROUND.format(condition="(r.state = 'open' OR (r.state = 'preparing' AND NEW.state = 'withdrawn'))"),
        ROUND_NOT_OPEN,
    ),
    Guard(CASE, "UPDATE", "d_allowed", " OR ".join(f"({each})" for each in (*STEPS, _ASKED)), NOT_ALLOWED),
)
