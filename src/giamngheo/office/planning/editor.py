"""What is edited in place, by the anchor of its passage: t- a text or table, s- a heading, n- a part still missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from giamngheo.foundation.findings import FindingError
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.planning.preview import changes_of_table
from giamngheo.office.planning.tables import fields_of, typed_rows
from giamngheo.office.typed import whole
from giamngheo.planning import actions
from giamngheo.planning.importing.problems import TABLE_LARGE
from giamngheo.planning.importing.tabling import MOST_CELLS, MOST_COLUMNS, clean_table, too_large
from giamngheo.planning.queries import PlanView
from giamngheo.programme.models import AnnualPlan, PlanSection, PlanText

Target = PlanText | PlanSection


def target_of(plan: AnnualPlan, anchor: str) -> Target | None:
    """The row an anchor names, if it is one of this plan's."""
    kind, _dash, number = anchor.partition("-")
    rows: Any = {"t": plan.texts, "s": plan.sections, "n": plan.sections}.get(kind)
    pk = whole(number)
    found: Target | None = rows.filter(pk=pk).first() if rows is not None and pk is not None else None
    return found


def now_of(view: PlanView, target: Target, anchor: str) -> dict[str, Any]:
    """Its words ("text") or cells ("rows") as they print now; of a part that is still missing, nothing."""
    sections = list(view.walk())
    if isinstance(target, PlanSection):
        missing = anchor.startswith("n")
        return {"text": "" if missing else next(each.title for each in sections if each.pk == target.pk)}
    texts = [text for section in sections for text in section.texts]
    texts += [text for part in view.around.values() for text in part]
    found = next(text for text in texts if text.pk == target.pk)
    return {"rows": found.rows} if found.rows else {"text": found.printed}


def typed_of(post: Mapping[str, str], anchor: str, *, table: bool) -> dict[str, Any]:
    """What was typed, in the shape of `now_of`. Raises FindingError PLAN-TABLE-LARGE."""
    return {"rows": typed_rows(post)} if table else {"text": post.get("text", "")}


def save(target: Target, anchor: str, typed: dict[str, Any], **common: Any) -> None:
    """Write it; `common` is by, based_on and reason. Raises FindingError, OutOfScope, NotPermitted."""
    if isinstance(target, PlanText) and "rows" in typed:
        actions.edit_table(text=target, rows=typed["rows"], **common)
    elif isinstance(target, PlanText):
        actions.edit_printed(text=target, printed=typed["text"], **common)
    elif anchor.startswith("n"):
        actions.add_text(section=target, printed=typed["text"], **common)
    else:
        actions.edit_section_title(section=target, title=typed["text"], **common)


def shown(anchor: str, form: dict[str, Any]) -> dict[str, Any]:
    """The form for its template: a label, and for a table its fields and what differs from the one kept."""
    labels = {"s": _("Đầu mục"), "n": _("Viết phần còn thiếu"), "t": _("Nội dung đoạn")}
    if "text" in form:
        return {"label": labels[anchor[0]], "form": form}
    rows = form.get("rows", [])  # none where a table was refused for its size
    context = {"label": _("Bảng"), "form": form, "is_table": True, "grid": []}
    if too_large(len(rows), max((len(row) for row in rows), default=0)):
        refusal = FindingError(TABLE_LARGE.at(cells=MOST_CELLS, columns=MOST_COLUMNS))
        return {**context, "form": {**form, "problem": problem_of(refusal.finding)}}
    context["grid"] = fields_of(rows, form.get("focus", (0, 0)))
    if form.get("stale"):
        context["diff"] = changes_of_table(form["theirs"].get("rows", []), clean_table(rows))
    return context
