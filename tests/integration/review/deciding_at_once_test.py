"""Two officers at the same moment, a process that dies in the middle: one wins, the other is told, nothing is half."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from giamngheo.documents.models import Document
from giamngheo.review.actions import complaints, meetings
from giamngheo.review.deciding_values import Said, Vote
from giamngheo.review.models import CaseState, Decision, HouseholdClass, Proposal
from giamngheo.review.problems import Refused
from tests.integration.review.deciding import PUT_UP, fresh, minutes, states
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def _two_writers() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("threads share one connection of an SQLite database in memory; PostgreSQL runs this")


def codes(told: list) -> list[str]:
    return [each.finding.code.removeprefix("REVIEW-") for each in told if isinstance(each, Refused)]


@pytest.mark.usefixtures("_two_writers")
def test_decision_signed_by_two_at_once_is_signed_once(walk, rows) -> None:
    cases = walk.proposed(rows.round(), 3)
    draft = walk.draft(cases[0].round)
    told = at_once(*[lambda: walk.sign(draft)] * 3)
    assert codes(told) == ["DECISION-SIGNED"] * 2
    assert states(cases) == ["recognised"] * 3
    assert (HouseholdClass.objects.count(), Document.objects.filter(doc_type="QĐ").count()) == (3, 1)


@pytest.mark.usefixtures("_two_writers")
def test_two_decisions_signed_at_once_take_two_numbers(walk, rows) -> None:
    first = walk.draft(walk.proposed(rows.round("monthly"), 2, form="review")[0].round)
    second = walk.draft(walk.proposed(rows.round("monthly", ordinal=2), 2, form="review")[0].round)
    told = at_once(lambda: walk.sign(first), lambda: walk.sign(second))
    assert all(isinstance(each, Decision) for each in told), told
    assert sorted(fresh(each).document.symbol for each in (first, second)) == ["01/QĐ-UBND", "02/QĐ-UBND"]


@pytest.mark.usefixtures("_two_writers")
def test_one_household_decided_twice_at_once_gets_one_class(walk, rows) -> None:
    household = walk.households(1)[0]
    drafts = []
    for ordinal in (1, 2):
        case = walk.case(rows.round("monthly", ordinal=ordinal), household, form="review")
        walk.on_to_proposed([walk.survey(case, "poor")])
        drafts.append(walk.draft(case.round))
    at_once(*(lambda draft=draft: walk.sign(draft) for draft in drafts))
    assert HouseholdClass.objects.count() == 1
    assert [fresh(each).signed_at is not None for each in drafts] == [True, True], "the class given first is kept"


@pytest.mark.usefixtures("_two_writers")
def test_signing_beside_a_withdrawal_decides_only_what_is_still_proposed(walk, rows) -> None:
    cases = walk.proposed(rows.round(), 2)
    draft = walk.draft(cases[0].round)

    def withdraw():
        return walk.step(cases[1], CaseState.WITHDRAWN, reason="chuyển đi", seen=cases[1].step)

    told = at_once(lambda: walk.sign(draft), withdraw)
    if fresh(draft).signed_at is None:
        assert codes(told) == ["DECISION-STALE"]
        assert states(cases) == ["proposed", "withdrawn"]
    else:
        assert codes(told) == ["STALE"]
        assert states(cases) == ["recognised", "recognised"]


@pytest.mark.usefixtures("_two_writers")
def test_meeting_closed_by_two_at_once_is_held_once(walk, rows) -> None:
    cases = walk.surveyed(rows.round(), 2)
    meeting = meetings.plan_meeting(
        by=walk.officer, round_=cases[0].round, village=rows.village, minutes=minutes(attending=20)
    )
    meetings.write_votes(by=walk.officer, meeting=meeting, votes={each.pk: Vote(20) for each in cases})
    told = at_once(*[lambda: meetings.hold_meeting(by=walk.officer, meeting=meeting)] * 2)
    assert codes(told) == ["MEETING-HELD"]
    assert [each.steps.count() for each in cases] == [2, 2]


@pytest.mark.usefixtures("_two_writers")
def test_households_handed_up_by_two_at_once_stand_on_one_list(walk, rows) -> None:
    cases = walk.surveyed(rows.round(), 3)
    walk.meet(cases)
    walk.put_up(cases[0].round)
    told = at_once(*[lambda: walk.propose(cases[0].round)] * 2)
    assert codes(told) == ["PROPOSAL-NONE"]
    assert Proposal.objects.get().items.count() == 3


@pytest.mark.usefixtures("_two_writers")
def test_complaint_beside_a_proposal_is_never_overlooked(walk, rows) -> None:
    (case,) = walk.surveyed(rows.round(), 1)
    walk.meet([case])
    walk.put_up(case.round)
    said = Said(PUT_UP, "Hàng Xóm Giả", "Có máy cày")
    told = at_once(
        lambda: walk.propose(case.round),
        lambda: complaints.receive_complaint(by=walk.officer, case=case, said=said),
    )
    assert (fresh(case).state, codes(told)) in (
        ("proposed", ["COMPLAINT-STATE"]), ("rechecking", ["PROPOSAL-NONE"]),
    )  # fmt: skip


@pytest.mark.usefixtures("_two_writers")
def test_draft_made_by_two_at_once_is_one(walk, rows) -> None:
    cases = walk.proposed(rows.round("monthly"), 2, "not_poor", form="review")
    told = at_once(*[lambda: walk.draft(cases[0].round, "refusal")] * 2)
    assert codes(told) == ["DECISION-DRAFT"]
    assert Decision.objects.get().items.count() == 2


# --- the power goes off


@pytest.fixture
def another_process(tmp_path) -> Callable[..., Callable[[str], list[tuple]]]:
    """another_process("sign", key): it dies in the middle; what the database it met answers to a question afterwards.

    Of SQLite in memory it meets a copy in a file, made when it is called.
    """
    file = tmp_path / "giamngheo.sqlite3"

    def run(*arguments: object) -> Callable[[str], list[tuple]]:
        settings = connection.settings_dict
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(file)) as copy:
                connection.connection.backup(copy)
            address = f"sqlite:///{file}"
        else:
            address = f"postgres://{settings['USER']}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
        ran = subprocess.run(
            [sys.executable, "-m", "tests.integration.review.killed", *map(str, arguments)], cwd=ROOT, check=False,
            env={**os.environ, "GIAMNGHEO_DATABASE_URL": address}, capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert ran.returncode == -9, ran.stderr[-2000:]
        return told_by

    def told_by(question: str) -> list[tuple]:
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(file)) as copy:
                return copy.execute(question).fetchall()
        with connection.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchall()

    return run


def test_process_killed_while_signing_leaves_the_draft_as_it_was(walk, rows, another_process) -> None:
    cases = walk.proposed(rows.round(), 3)
    draft = walk.draft(cases[0].round)
    asked = another_process("sign", draft.pk)
    assert asked("SELECT COUNT(*) FROM review_householdclass") == [(0,)]
    assert asked("SELECT signed_at, document_id FROM review_decision") == [(None, None)]
    assert asked("SELECT DISTINCT state FROM review_reviewcase") == [("proposed",)]
    assert asked("SELECT COUNT(*) FROM documents_document WHERE doc_type = 'QĐ'") == [(0,)]
    walk.sign(draft)
    assert states(cases) == ["recognised"] * 3


def test_process_killed_while_closing_leaves_the_round_open(walk, rows, another_process) -> None:
    cases = walk.recognised(rows.round())
    asked = another_process("close", cases[0].round_id)
    assert asked("SELECT state, closed_at FROM review_reviewround") == [("open", None)]
