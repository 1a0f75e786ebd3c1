"""The page of the support catalogue and of the norms of livelihood projects, with citations."""

from __future__ import annotations

from tools.pages import Page

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.standards.release import Text
from giamngheo.support.catalogue import Kind, Value, catalogue
from giamngheo.support.norms import Norm, norms

HEAD = """# The support catalogue

Made by `make docs`; do not edit. What the program knows of each kind of support, with its text: data of
`src/giamngheo/support/data`, read as [support](../algorithms/support.md) tells. **Remembered** was not read in a
source: check it before use. **Unknown** computes nothing; the text that would say it is named.

"""
UNITS = {
    "premium_percent": "% of the premium", "kwh_month": "kWh a month", "pupil_month": "đồng a month",
    "tuition_percent": "% of the tuition", "loan": "đồng at most", "contribution_base": "", "by_project": "",
}  # fmt: skip


def pages() -> dict[str, Page]:
    """support.md."""
    parts = [HEAD, *(_kind(each) for each in catalogue()), _norms()]
    return {
        "support.md": Page(
            "Support catalogue", "Kinds of support, shares and amounts, dated and cited.", "".join(parts)
        )
    }


def _kind(kind: Kind) -> str:
    many = f", entered in at most {kind.instalments} parts a year" if kind.instalments > 1 else ""
    about = f"For a {kind.subject}{many}. Same content: `{kind.same_content}`{', by item' if kind.by_item else ''}."
    if not kind.is_delivered:
        about = "Never entered as help received." if kind.is_loan else "A figure others build on."
    head = f"## {kind.title.vi} (`{kind.code}`)\n\n{kind.title.en}. {about}\n\n"
    if not kind.values:
        return head + "What it comes to is decided project by project.\n\n"
    rows = "".join(_row(kind, each) for each in kind.values)
    return f"{head}| for whom | how much | from | to | text | |\n|---|---|---|---|---|---|\n{rows}\n"


def _row(kind: Kind, value: Value) -> str:
    if value.absent is not None:
        much, mark = f"**unknown**: {value.absent.vi} / {value.absent.en}", ""
    else:
        much, mark = _much(kind, value), "" if value.verified else "**remembered**"
    note = f" {_both(value.note)}" if value.note else ""
    end = format_date(value.end) if value.end else ""
    text = value.citation.text()
    return f"| {_who(value)} | {much} | {format_date(value.start)} | {end} | {text} | {mark}{note} |\n"


def _much(kind: Kind, value: Value) -> str:
    if value.rate:
        return f"{value.rate.replace('.', ',')} % a year" + (f", {_both(value.per)}" if value.per else "")
    if value.reads:
        return f"`{value.reads}` of the poverty standard"
    least = "at least " if value.at_least else ""
    months = f", {value.months} months a year" if kind.measure == "pupil_month" else ""
    per = f" {_both(value.per)}" if value.per else ""
    return f"{least}{format_number(value.amount or 0)} {UNITS[kind.measure]}{months}{per}"


def _who(value: Value) -> str:
    who = value.who
    parts = [
        who.klass.replace("_", " "),
        f"not {who.not_class.replace('_', ' ')}" if who.not_class else "",
        f"aged {who.ages[0]} to {who.ages[1]}" if who.ages else "",
        "ethnic minority" if who.minority else "",
        who.circumstance.replace("_", " "),
        _both(who.asks) if who.asks else "",
    ]
    return "; ".join(part for part in parts if part) or "anybody"


def _both(text: Text) -> str:
    return f"{text.vi} / {text.en}"


def _norms() -> str:
    rows = "".join(_norm(each) for each in norms())
    return (
        "## Norms of livelihood projects\n\n| norm | form | area | money of | bound | text | |\n"
        f"|---|---|---|---|---|---|---|\n{rows}"
    )


def _norm(norm: Norm) -> str:
    words = [each.replace("_", " ") for each in (norm.norm, norm.form or "all", norm.area or "everywhere")]
    much = f"**unknown**: {_both(norm.absent)}" if norm.absent else _bound(norm)
    note = _both(norm.note) if norm.note else ""
    return f"| {' | '.join(words)} | {norm.period} | {much} | {norm.citation.text()} | {note} |\n"


def _bound(norm: Norm) -> str:
    unit = "%" if norm.unit == "percent" else "đồng"
    return f"{norm.bound.replace('_', ' ')} {format_number(norm.amount or 0)} {unit}"
