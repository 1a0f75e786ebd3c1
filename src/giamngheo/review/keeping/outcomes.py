"""What the chairman decides of a household: the table of docs/algorithms/review-deciding.md. No database."""

from __future__ import annotations

from typing import NamedTuple

from giamngheo.review.models import ClassPath, ItemOutcome, PovertyClass, RequestForm, ReviewCase, RoundKind

_RANK = {PovertyClass.POOR: 2, PovertyClass.NEAR_POOR: 1}
_PATHS = {
    RoundKind.AVERAGE_LIVING_STANDARD: ClassPath.AVERAGE_LIVING_STANDARD,
    RoundKind.LOW_INCOME_WORKER: ClassPath.LOW_INCOME_WORKER,
}


class Decided(NamedTuple):
    """`given`: the class from the decision on; NOT_POOR or NONE for none. `letter`: the household asked for something
    else, and is told in writing besides."""

    outcome: ItemOutcome
    given: PovertyClass
    letter: bool = False


def path_of(kind: str) -> ClassPath:
    """The register of classes a round writes."""
    return _PATHS.get(RoundKind(kind), ClassPath.POVERTY)


def decided_of(case: ReviewCase, before: str) -> Decided:
    """What its last assessment says of a case; `before`: the class held now. Reads round, request, assessment."""
    form = case.request.form if case.request else ""
    result = case.assessment.outcome if case.assessment else PovertyClass.NONE
    return decided(RoundKind(case.round.kind), RequestForm(form) if form else None, before, result)


def decided(kind: RoundKind, form: RequestForm | None, before: str, result: str) -> Decided:
    """One row of the table. `form` None: on the list, or brought in by the committee."""
    held, found = PovertyClass(before or PovertyClass.NONE), PovertyClass(result or PovertyClass.NONE)
    if not kind.judges_poverty:
        asked = found.value == path_of(kind).value
        return Decided(ItemOutcome.RECOGNISED, found) if asked else Decided(ItemOutcome.REFUSED, _kept(held))
    if kind == RoundKind.MONTHLY and form is not None:
        return _monthly(form, held, found)
    if rank(found) or rank(held):
        return Decided(ItemOutcome.RECOGNISED, found, letter=_other_than_asked(form, held, found))
    return Decided(ItemOutcome.REFUSED, PovertyClass.NONE)


def rank(value: str) -> int:
    """poor 2, near_poor 1, everything else 0."""
    return _RANK.get(PovertyClass(value), 0)


def _monthly(form: RequestForm, held: PovertyClass, found: PovertyClass) -> Decided:
    if form == RequestForm.EXIT:
        follows = rank(found) < rank(held)
    else:
        follows = rank(found) >= max(1, rank(held))
    return Decided(ItemOutcome.RECOGNISED, found) if follows else Decided(ItemOutcome.REFUSED, _kept(held))


def _other_than_asked(form: RequestForm | None, held: PovertyClass, found: PovertyClass) -> bool:
    if form == RequestForm.EXIT:
        return rank(found) >= rank(held)
    return form == RequestForm.REVIEW and not rank(found)


def _kept(held: PovertyClass) -> PovertyClass:
    return held if held != PovertyClass.NOT_POOR else PovertyClass.NONE
