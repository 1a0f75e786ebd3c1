"""Editing a plan's texts, titles and figures. Every edit is made against a version, and leaves the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.accounts.permissions import Permission
from giamngheo.documents.queries import documents_for
from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.monitoring.models import IndicatorValue, Target
from giamngheo.planning.actions.typed import read_day, read_number
from giamngheo.planning.actions.versions import add_version, locked
from giamngheo.planning.content import PlanContent, TextContent, rekey, tokens
from giamngheo.planning.importing.names import Home, home_at
from giamngheo.planning.importing.problems import BAD_TOKEN, EMPTY_TEXT
from giamngheo.planning.importing.refiguring import figures_of, forget, redate
from giamngheo.planning.importing.retemplating import read_value, restyle, retemplate
from giamngheo.planning.importing.tabling import Table, retable
from giamngheo.planning.importing.templating import Templater
from giamngheo.planning.keeping.load import Rows, load_with_rows, reference_of
from giamngheo.planning.keeping.store import day_of, store
from giamngheo.planning.models import PlanVersion, VersionKind
from giamngheo.programme.models import AnnualPlan, PlanSection, PlanText, TextKind
from giamngheo.territory.reference import Units

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

SIGNER = 120  # characters of a name that the column holds
Change = Callable[[PlanContent, Rows], None]


@transaction.atomic
def edit_text(*, by: User, text: PlanText, template: str, based_on: int, reason: str = "") -> PlanVersion:
    """Replace a text's template. Tokens name rows of this plan, or documents of the register, by primary key.

    Raises FindingError PLAN-STALE, PLAN-ISSUED, PLAN-TEXT-EMPTY, PLAN-TOKEN-UNKNOWN; OutOfScope, NotPermitted.
    """

    def change(content: PlanContent, rows: Rows) -> None:
        _text(content, text.key).template = _keyed(_clean(template), content, rows, by)

    return _edit(text.plan, change, by=by, based_on=based_on, action="planning.edit_text", reason=reason)


@transaction.atomic
def edit_printed(*, by: User, text: PlanText, printed: str, based_on: int, reason: str = "") -> PlanVersion:
    """Replace a text by words as they print: figures typed over change their row, references are found anew."""

    def change(content: PlanContent, rows: Rows) -> None:
        kept = _text(content, text.key)
        kept.template = retemplate(kept.template, _clean(printed), content, _home(content))
        kept.origin = "edit"

    return _edit(text.plan, change, by=by, based_on=based_on, action="planning.edit_text", reason=reason)


@transaction.atomic
def edit_table(*, by: User, text: PlanText, rows: Table, based_on: int, reason: str = "") -> PlanVersion:
    """Replace a table by rows of cells as they print; the first row stays its header (docs/algorithms/edit-tables.md).

    Raises FindingError PLAN-STALE, PLAN-ISSUED, PLAN-TABLE-HEADER, PLAN-TABLE-LARGE; OutOfScope, NotPermitted.
    """

    def change(content: PlanContent, held: Rows) -> None:
        kept = _text(content, text.key)
        retable(kept, rows, content, _home(content))
        kept.origin = "edit"

    return _edit(text.plan, change, by=by, based_on=based_on, action="planning.edit_table", reason=reason)


@transaction.atomic
def edit_value(
    *, by: User, value: IndicatorValue | Target, figure: str, based_on: int, reason: str = ""
) -> PlanVersion:
    """Change a figure wherever it is printed; `figure` as Vietnamese writes it ("1.040", "2,22").

    Raises FindingError PLAN-VALUE-UNREADABLE, and what `edit_text` raises.
    """
    reading = read_value(figure)
    plan = value.plan
    if plan is None:
        raise FindingError(BAD_TOKEN.at(token=str(value.pk)))

    def change(content: PlanContent, rows: Rows) -> None:
        row = content.targets[value.key] if isinstance(value, Target) else content.values[value.key]
        row.value, row.decimals = reading.value, reading.decimals
        restyle(content, "target" if isinstance(value, Target) else "value", value.key, figure)

    return _edit(plan, change, by=by, based_on=based_on, action="planning.edit_value", reason=reason)


@transaction.atomic
def edit_section_title(*, by: User, section: PlanSection, title: str, based_on: int, reason: str = "") -> PlanVersion:
    """Change a heading's words, as they print; its number is never typed."""

    def change(content: PlanContent, rows: Rows) -> None:
        kept = next(each for each in content.sections if each.key == section.key)
        kept.title = retemplate(kept.title, _clean(title), content, _home(content))

    return _edit(section.plan, change, by=by, based_on=based_on, action="planning.edit_section_title", reason=reason)


@transaction.atomic
def add_text(
    *,
    by: User,
    section: PlanSection,
    printed: str,
    based_on: int,
    kind: TextKind | str = TextKind.BULLET,
    reason: str = "",
) -> PlanVersion:
    """Add a paragraph or bullet at the end of a section: how an empty block is filled."""

    def change(content: PlanContent, rows: Rows) -> None:
        serials = [int(each.key.rpartition("#")[2]) for each in content.texts if each.section == section.key]
        key = f"{section.key}#{max(serials, default=0) + 1}"
        template = retemplate("", _clean(printed), content, _home(content))
        mark = "-" if kind == TextKind.BULLET else ""
        new = TextContent(key, section.key, "body", str(kind), template, mark=mark, origin="edit")
        content.texts.insert(_end_of(content, section.key), new)

    return _edit(section.plan, change, by=by, based_on=based_on, action="planning.add_text", reason=reason)


@transaction.atomic
def remove_text(*, by: User, text: PlanText, based_on: int, reason: str = "") -> PlanVersion:
    """Take a text out of the plan, with the figures nothing else prints; it stays in the versions."""

    def change(content: PlanContent, rows: Rows) -> None:
        gone = _text(content, text.key)
        content.texts.remove(gone)
        names = figures_of([gone.template, *(cell for row in gone.rows for cell in row)])
        forget(content, names)
        redate(content, [key for kind, key in names if kind == "value"], Templater.for_edit(content, _home(content)))

    return _edit(text.plan, change, by=by, based_on=based_on, action="planning.remove_text", reason=reason)


@transaction.atomic
def edit_head(
    *,
    by: User,
    plan: AnnualPlan,
    number: str,
    day: str,
    subject: str,
    authority: str,
    signer: str,
    based_on: int,
    reason: str = "",
) -> PlanVersion:
    """Replace the plan's number, day, subject and signer, all as typed; `authority` has a line for each printed line.

    A blank number or day stays blank on the printed page. Raises FindingError PLAN-NUMBER-UNREADABLE,
    PLAN-DAY-UNREADABLE, PLAN-TEXT-EMPTY (no subject), PLAN-STALE, PLAN-ISSUED; OutOfScope, NotPermitted.
    """
    given, signed = read_number(number), read_day(day, plan.year)

    def change(content: PlanContent, rows: Rows) -> None:
        head = content.head
        head.number = given
        head.day, head.month = (signed.day, signed.month) if signed else (None, None)
        head.year = signed.year if signed else head.year or content.year
        head.subject = retemplate(head.subject, _clean(subject), content, _home(content))
        head.authority = [line for line in (squeeze(nfc(each)) for each in authority.splitlines()) if line]
        head.signer = squeeze(nfc(signer))[:SIGNER]

    return _edit(plan, change, by=by, based_on=based_on, action="planning.edit_head", reason=reason)


def _edit(plan: AnnualPlan, change: Change, *, by: User, based_on: int, action: str, reason: str) -> PlanVersion:
    """The shared step of every edit, inside the caller's transaction: question, change, store, version, audit."""
    held = locked(plan, by=by, permission=Permission.EDIT_PLAN, based_on=based_on)
    before, _ = load_with_rows(held)
    content, rows = load_with_rows(held)
    change(content, rows)
    _drop_unprinted(content)
    store(held, content, by=by)
    return add_version(held, by=by, kind=VersionKind.EDIT, before=before, action=action, reason=reason)


def _text(content: PlanContent, key: str) -> TextContent:
    return next(each for each in content.texts if each.key == key)


def _clean(words: str) -> str:
    """Words as kept: NFC, white space squeezed. Raises FindingError PLAN-TEXT-EMPTY."""
    cleaned = squeeze(nfc(words))
    if not cleaned:
        raise FindingError(EMPTY_TEXT.at())
    return cleaned


def _home(content: PlanContent) -> Home:
    """Where the plan's commune stands: names without "huyện" or "tỉnh" are read from here."""
    return home_at(Units.packaged(), content.commune, day_of(content))


def _end_of(content: PlanContent, section: str) -> int:
    """Where a new last text of `section` goes in the document's order."""
    for position in range(len(content.texts) - 1, -1, -1):
        if content.texts[position].section == section:
            return position + 1
    orders = {each.key: order for order, each in enumerate(content.sections)}
    after = [
        position
        for position, each in enumerate(content.texts)
        if each.part == "body" and orders[each.section] > orders[section]
    ]
    bodies = [position for position, each in enumerate(content.texts) if each.part in ("body", "opening")]
    return after[0] if after else (bodies[-1] + 1 if bodies else len(content.texts))


def _keyed(template: str, content: PlanContent, rows: Rows, by: User) -> str:
    """Primary keys in tokens become keys of the content; a document of the register may be named for the first time,
    if it is one this user sees."""
    tables = {
        "value": {pk: row.key for pk, row in rows.values.items()},
        "target": {pk: row.key for pk, row in rows.targets.items()},
        "unit": {pk: row.code for pk, row in rows.units.items()},
    }

    def change(kind: str, key: str) -> str:
        if kind == "brace":
            return key
        if not key.isdigit():
            raise FindingError(BAD_TOKEN.at(token=f"{{{kind}:{key}}}"))
        if kind == "ref":
            seen = documents_for(by).select_related("issuer")
            document = rows.documents.get(int(key)) or seen.filter(pk=int(key)).first()
            if document is not None:
                reference = reference_of(document)
                content.references.setdefault(reference.key, reference)
                return reference.key
        elif int(key) in tables[kind]:
            return tables[kind][int(key)]
        raise FindingError(BAD_TOKEN.at(token=f"{{{kind}:{key}}}"))

    return rekey(template, change)


def _drop_unprinted(content: PlanContent) -> None:
    """References no text names any more leave the plan (never the register). Figures of a rewritten sentence
    stay: they are data; those of a text or row taken out went with it."""
    templates = [content.head.subject, *(section.title for section in content.sections)]
    for text in content.texts:
        templates += [text.template, *(cell for row in text.rows for cell in row)]
    named = {key for each in templates for kind, key, _ in tokens(each) if kind == "ref"}
    content.references = {key: row for key, row in content.references.items() if key in named}
