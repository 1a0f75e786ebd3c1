"""Made-up households as Arrow tables, typed as the engines of millions want them: one of households, one of members."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa

from giamngheo.standards.engines.columns import TYPES, kind_of
from giamngheo.standards.standard import Standard
from tests.factories.households import Household

_ARROW = {"boolean": pa.bool_(), "int64": pa.int64(), "string": pa.string()}


class Tables(NamedTuple):
    """`members` has household_id and member_id; household_id is the place in the list."""

    households: pa.Table
    members: pa.Table


def tables(standard: Standard, households: Sequence[Household]) -> Tables:
    """Both tables of a list of households."""
    rows = [{**each.answers, "household_id": at} for at, each in enumerate(households)]
    members = [{**one, "household_id": at} for at, each in enumerate(households) for one in each.members]
    for at, each in enumerate(members):
        each["member_id"] = at
    return Tables(_table(standard, rows, "household"), _table(standard, members, "member"))


def _table(standard: Standard, rows: list[dict], scope: str) -> pa.Table:
    columns = {name: pa.array([row[name] for row in rows], pa.int64())
               for name in (["household_id"] + (["member_id"] if scope == "member" else []))}  # fmt: skip
    for question in standard.questions.values():
        if question.scope == scope:
            kind = _ARROW[TYPES[kind_of(question)]]
            columns[question.name] = pa.array([row.get(question.name) for row in rows], kind)
    return pa.table(columns)
