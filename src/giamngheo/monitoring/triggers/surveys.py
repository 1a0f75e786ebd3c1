"""What the database guards of surveys: design, panel and answers stay; a finished wave takes nothing any more."""

from __future__ import annotations

from giamngheo.foundation.guards import Guard

SURVEY, PANEL, WAVE, RESPONSE, ANSWER = (
    f"monitoring_panel{name}" for name in ("survey", "household", "wave", "response", "answer")
)
APPEND_ONLY = (SURVEY, PANEL, RESPONSE, ANSWER)
TABLES = (*APPEND_ONLY, WAVE)
DRAWN = "nobody is added to a panel that was asked"
BEGINS = "a wave begins unfinished"
FINISHED = "a finished survey wave does not change"
ONLY_FINISH = "a survey wave changes only by being finished"
OTHERS = "a household answers in the survey it was drawn for"
_OPEN = f"EXISTS (SELECT 1 FROM {WAVE} AS w WHERE w.id = {{wave}} AND w.finished_at IS NULL)"  # noqa: S608 own names
_ITS_WAVE = f"(SELECT r.wave_id FROM {RESPONSE} AS r WHERE r.id = NEW.response_id)"  # noqa: S608 own names
_SAME_SURVEY = (
    f"EXISTS (SELECT 1 FROM {WAVE} AS w JOIN {PANEL} AS m ON m.survey_id = w.survey_id"  # noqa: S608 own names
    " WHERE w.id = NEW.wave_id AND m.id = NEW.member_id)"
)
_SAME = " AND ".join(f"NEW.{each} = OLD.{each}" for each in ("id", "survey_id", "kind", "begins", "ends", "at"))
GUARDS = (
    *(Guard(table, verb, "kept", "1 = 0", f"{table} is append-only")
      for table in APPEND_ONLY for verb in ("UPDATE", "DELETE")),
    Guard(PANEL, "INSERT", "drawn",
          f"NOT EXISTS (SELECT 1 FROM {WAVE} AS w WHERE w.survey_id = NEW.survey_id)", DRAWN),  # noqa: S608 own names
    Guard(WAVE, "INSERT", "begins", "NEW.finished_at IS NULL AND NEW.finished_by_id IS NULL", BEGINS),
    Guard(WAVE, "UPDATE", "a_finished", "OLD.finished_at IS NULL", FINISHED),
    Guard(WAVE, "UPDATE", "b_only_finish",
          f"NEW.finished_at IS NOT NULL AND COALESCE(NEW.by_id, 0) = COALESCE(OLD.by_id, 0) AND {_SAME}", ONLY_FINISH),
    Guard(WAVE, "DELETE", "kept", "1 = 0", f"{WAVE}: a row is never removed"),
    Guard(RESPONSE, "INSERT", "a_open", _OPEN.format(wave="NEW.wave_id"), FINISHED, f"{WAVE} WHERE id = NEW.wave_id"),
    Guard(RESPONSE, "INSERT", "b_same", _SAME_SURVEY, OTHERS),
    Guard(ANSWER, "INSERT", "a_open", _OPEN.format(wave=_ITS_WAVE), FINISHED, f"{WAVE} WHERE id = {_ITS_WAVE}"),
)  # fmt: skip
