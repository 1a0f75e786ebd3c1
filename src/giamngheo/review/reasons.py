"""Why an assessment says what it says: the account of the verdict it keeps."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from django.conf import settings

from giamngheo.standards import NoStandardError, by_key
from giamngheo.standards.scorecards import store
from giamngheo.standards.scorecards.applying import apply
from giamngheo.standards.telling import Line, tell
from giamngheo.standards.verdict import Decision, Verdict

if TYPE_CHECKING:
    from giamngheo.review.models import Assessment
    from giamngheo.standards.wording import Language


def reasons_of(assessment: Assessment, language: Language = "vi", names: Sequence[str] = ()) -> tuple[Line, ...]:
    """The account of an assessment's verdict, in the words of the standard it was made with.

    Empty where it holds none that can be told: a verdict typed in before the system, a standard that is not known.
    """
    try:
        held = json.loads(assessment.verdict)
        kind: type[Verdict] | type[Decision] = Verdict if "household_class" in held else Decision
        verdict = msgspec.convert(held, kind, strict=False)
        standard = by_key(verdict.standard, verdict.day, verdict.province)
    except (ValueError, msgspec.ValidationError, NoStandardError):
        return ()
    if verdict.scorecard is not None:
        card = store.find(Path(settings.DATA_DIR) / "scorecards", verdict.scorecard.id, verdict.scorecard.version)
        if card is not None and card.digest == verdict.scorecard.digest:
            standard = apply(card, standard)
    return tell(verdict, standard, language=language, names=names)
