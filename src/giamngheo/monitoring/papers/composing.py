"""A paper of a report: pure, from a value to a document. What the system does not know is left visibly open."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from giamngheo.documents.reference import Known
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.monitoring.days import result_day
from giamngheo.monitoring.forms.units import RATE_DECIMALS, is_rate
from giamngheo.monitoring.papers.texts import Item, Paper, Section, key_of
from giamngheo.monitoring.papers.value import Facts, Row, Sheet, Told
from giamngheo.monitoring.progress import Aim, meets
from giamngheo.paperwork.document import Node, OfficialDocument
from giamngheo.review.papers.making import (
    Boxes,
    appendix,
    bullet,
    document,
    missing,
    numbered,
    paragraph,
    romans,
    table,
)

CIRCULAR, LAST_YEAR = "10/2022/TT-BLĐTBXH", 2025  # what rules the next period's reports was not read
POINTS = "điểm %"


def compose(paper: Paper, of: Facts) -> OfficialDocument:
    """The paper as a draft for the writer: without number, day and signer."""
    return document(
        Boxes(
            doc_type="BC", type_name="BÁO CÁO", issuer=("ỦY BAN NHÂN DÂN", of.unit.upper()), locality=of.place,
            subject=of.say(key_of(paper, "subject")), year=of.alerts_on.year, symbol="BC-UBND",
            addressees=(f"Kính gửi: {_receiver(of)}",), bases=(_basis(of),),
            body=(*_opening(of), *romans(*(_titled(paper, each, of) for each in paper.sections))),
            closing=of.say(key_of(paper, "closing")),
            recipients=("Như trên", "Lưu: VT"),
            signers=((("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), missing("người ký")),),
            appendices=tuple(_appendix(number, each, of) for number, each in enumerate(of.sheets, 1)),
        )
    )  # fmt: skip


def sentence(row: Row, of: Facts) -> str:
    """A figure in words: how much on which day, against the period before, the target, the estimate."""
    say, now = of.say, row.actual
    if now is None:
        guess = row.estimate or Told(Fraction())
        return say("estimate_only", name=row.name, year=of.year, value=_with_unit(guess, row)) + "."
    if row.basis == "result":
        said = say("result_typed" if now.typed else "result", name=row.name, value=_with_unit(now, row), year=of.year,
                   day=format_date(result_day(of.year)))  # fmt: skip
    else:
        said = say("typed" if now.typed else "figure", name=row.name, value=_with_unit(now, row),
                   day=format_date(now.day or of.ends))  # fmt: skip
    said += _compared(row, now, of) + _aimed(row, now, of)
    if row.estimate is not None:
        said += say("estimate", year=of.year, value=_with_unit(row.estimate, row))
    return said + "."


def _compared(row: Row, now: Told, of: Facts) -> str:
    if row.before is None:
        return ""
    say, before = of.say, _with_unit(row.before, row)
    since = say(f"since_{row.basis}")
    if not row.comparable:
        return say("apart", before=before, since=since)
    by = now.exact - row.before.exact
    if not by:
        return say("same", since=since)
    return say("up" if by > 0 else "down", difference=_difference(by, row), before=before, since=since)


def _aimed(row: Row, now: Told, of: Facts) -> str:
    if row.target is None:
        return ""
    say, aim = of.say, _with_unit(row.target, row)
    said = say("aim", year=of.year, aim=say(row.comparator or "equals", value=aim))
    if row.judged_elsewhere:
        return said + say("judged_elsewhere")
    if not row.comparator:
        return said
    so_far = "" if of.whole_year else "_so_far"
    # Target and result as printed, so that the verdict agrees with what is read.
    asked = Aim(row.comparator, row.target.exact, of.begins, of.ends)  # type: ignore[arg-type]
    if meets(asked, now.exact):  # type: ignore[arg-type]
        return said + say(f"met{so_far}")
    return said + say(f"unmet{so_far}", left=_difference(row.target.exact - now.exact, row))


def _with_unit(told: Told, row: Row) -> str:
    return f"{told.printed} {row.unit}".strip()


def _difference(by: Fraction, row: Row) -> str:
    if is_rate(row.unit):
        return f"{format_number(abs(by), RATE_DECIMALS)} {POINTS if row.unit == '%' else row.unit}"
    return f"{format_number(abs(by))} {row.unit}".strip()


class _Part(NamedTuple):
    """What an item gives: below a title of its own where a section has several sheets, else as lines."""

    title: str
    below: list[Node]
    lines: list[Node]
    is_sheet: bool = False


def _titled(paper: Paper, section: Section, of: Facts) -> tuple[str, list[Node]]:
    key = key_of(paper, section.key)
    parts = [part for each in section.holds for part in _parts(each, key, of)]
    return of.say(key), _section(parts)


def _section(parts: list[_Part]) -> list[Node]:
    if sum(each.is_sheet for each in parts) <= 1:
        return [line for each in parts for line in each.lines]
    return list(numbered(*((each.title, each.below) for each in parts), level=2))


def _parts(item: Item, section: str, of: Facts) -> Iterator[_Part]:
    if item.figures:
        sheets = [each for each in of.sheets if each.money == (item.figures == "money")]
        for sheet in sheets:
            said = list(_sentences(sheet, of))
            yield _Part(sheet.title, said, said, is_sheet=True)
        if not sheets and not item.optional:
            yield _Part("", [], [bullet(f"{missing('số liệu')}.")])
    elif item.alerts:
        said = list(_alerts(of))
        yield _Part("", said, said)
    else:
        said_here = of.say(f"{section}.{item.key}")
        yield _Part(item.text, [paragraph(said_here)], [bullet(f"{item.text}: {said_here}")])


def _sentences(sheet: Sheet, of: Facts) -> Iterator[Node]:
    for row in sheet.rows:
        if row.actual is not None or row.estimate is not None:
            yield bullet(sentence(row, of))
    unknown = [_small(row.name) for row in sheet.rows if row.actual is None and row.estimate is None]
    if unknown:
        yield bullet(f"{missing('số liệu về ' + '; '.join(unknown))}.")


def _alerts(of: Facts) -> Iterator[Node]:
    day = format_date(of.alerts_on)
    if not of.alerts:
        yield paragraph(of.say("no_alerts", day=day))
        return
    yield paragraph(of.say("alerts", day=day))
    for each in of.alerts:
        yield bullet(each)


def _opening(of: Facts) -> list[Node]:
    say = of.say
    lines = [say("window", begins=format_date(of.begins), ends=format_date(of.ends))]
    if any(row.basis == "result" for sheet in of.sheets for row in sheet.rows):
        lines.append(
            say("two_days", ends=format_date(of.ends), year=of.year, day=format_date(result_day(of.year)))
        )  # fmt: skip
    if of.ground:
        lines.append(say("ground", reason=of.ground.rstrip(". ")))
    if of.reason:
        lines.append(say("correction", reason=of.reason.rstrip(". ")))
    return [paragraph(each) for each in lines]


def _appendix(number: int, sheet: Sheet, of: Facts) -> Node:
    say = of.say
    notes = [say("blank"), *([sheet.note] if sheet.note else [])]
    if any(row.before is not None and not row.comparable for row in sheet.rows):
        notes.append(say("apart_note"))
    return appendix(
        sheet.title.upper(), table(sheet.table), *(paragraph(each) for each in notes), number=_roman(number)
    )


def _roman(number: int) -> str:
    return romans(*[("", ())] * number)[-1].number.rstrip(".")


def _receiver(of: Facts) -> str:
    return missing(f"cơ quan nhận báo cáo{' của ' + _small(of.receiver) if of.receiver else ''}")


def _basis(of: Facts) -> str:
    known = Known.packaged().lookup(CIRCULAR) if of.year <= LAST_YEAR else None
    if known is None or known.issued is None:
        return f"Căn cứ {missing('văn bản quy định giám sát, đánh giá của giai đoạn')}"
    return (
        f"Căn cứ Thông tư số {known.symbol} ngày {format_date(known.issued)} của {known.issuer} {_small(known.title)}"
    )


def _small(words: str) -> str:
    """Inside a sentence."""
    return f"{words[:1].lower()}{words[1:]}"
