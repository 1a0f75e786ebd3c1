"""A batch of deliveries looked up and judged before it is written: the same for a preview and for the verb."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q
from django.utils import timezone

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Entry, Finding, Severity
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.models import Address, Membership, Relation
from giamngheo.support import problems as p
from giamngheo.support.catalogue import Kind, kind_of
from giamngheo.support.facts import addresses_in, gather, standing
from giamngheo.support.judging import is_due
from giamngheo.support.models import Confirmation, SupportDelivery
from giamngheo.support.values import Checked, Handing, To, content_of
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.funds.models import FundLine
    from giamngheo.territory.models import Unit

_WORDS = ("item", "measure", "specification", "brand", "maker", "donor", "reference", "delivered_by", "reason")
SUBJECTS = {"household": ("hộ", "household"), "person": ("người", "person")}
Subject = tuple[str, int, int, str]  # who, in which year, the content
Handed = tuple[Handing, To]


class Before(NamedTuple):
    """Help of the same content that stands already, or stands earlier in the batch."""

    kind: str
    instalment: int
    fund_line: int | None
    donor: str
    item: str
    on: date
    what: str
    source: tuple[str, str]


def tidy(handing: Handing) -> Handing:
    """The same with its words squeezed and in NFC."""
    words: dict[str, Any] = {name: squeeze(nfc(getattr(handing, name))) for name in _WORDS}
    return replace(handing, **words)


def check_common(handing: Handing, unit: Unit) -> list[Finding]:
    """What is wrong whoever receives it."""
    kind = kind_of(handing.kind)
    if kind is None or not kind.is_delivered:
        return [p.KIND.at(kind=kind.title.vi if kind else handing.kind)]
    found = [*_check_goods(handing), *_check_times(handing, kind)]
    if (handing.fund_line is None) == (not handing.donor):
        found.append(p.SOURCE.at())
    if handing.fund_line is not None and handing.fund_line.unit_id != unit.pk:
        found.append(p.LINE.at(unit=unit.name))
    if handing.work_item is not None and not covering([unit.pk]).filter(pk=handing.work_item.unit_id).exists():
        found.append(p.WORK.at(unit=unit.name))
    known = handing.confirmation in Confirmation.values
    if not known or (handing.confirmation == Confirmation.PAYMENT and not handing.reference):
        found.append(p.CONFIRMATION.at())
    return found


def _check_goods(handing: Handing) -> list[Finding]:
    goods = (handing.item, handing.quantity, handing.measure)
    if not any(goods) and not (handing.specification or handing.brand or handing.maker):
        return []
    whole = all(goods) and handing.quantity is not None and handing.quantity > 0 and handing.amount is None
    return [] if whole else [p.GOODS.at()]


def _check_times(handing: Handing, kind: Kind) -> Iterator[Finding]:
    if handing.on > timezone.localdate() or not handing.year <= handing.on.year <= handing.year + 1:
        yield p.DAY.at(day=format_date(handing.on), year=handing.year)
    if not 0 <= handing.instalment <= (kind.instalments if kind.instalments > 1 else 0):
        yield p.INSTALMENT.at(
            kind_vi=kind.title.vi, kind_en=kind.title.en, most=kind.instalments, instalment=handing.instalment
        )


def check_each(handing: Handing, unit: Unit, to: Sequence[To]) -> list[Checked]:
    """Each of the batch, which itself is in order, in its order: looked up and judged in a constant number of
    queries."""
    return check_rows(unit, [(handing, each) for each in to])


def check_rows(unit: Unit, rows: Sequence[Handed]) -> list[Checked]:
    """The same of rows that were each handed over in their own way: a constant number of queries for each day."""
    before = _standing_before(rows)
    days: dict[date, list[Handed]] = defaultdict(list)
    for handing, to in rows:
        days[handing.on].append((handing, to))
    grounds = {day: _ground(unit, day, those) for day, those in days.items()}
    return [_check(handing, to, unit, grounds[handing.on], before) for handing, to in rows]


class _Ground(NamedTuple):
    """The commune on a day, as far as a batch asks. `due`: by kind."""

    homes: dict[int, Address]
    members: dict[int, list[Membership]]
    due: dict[str, Callable[[To], bool | None]]


def _ground(unit: Unit, day: date, rows: Sequence[Handed]) -> _Ground:
    found = addresses_in(unit, day).filter(household__in={to.household for _handing, to in rows})
    homes = {each.household_id: each for each in found.select_related("household", "village")}
    members: dict[int, list[Membership]] = defaultdict(list)
    for row in Membership.objects.filter(valid_on(day), household__in=homes).select_related("person"):
        members[row.household_id].append(row)
    kinds = {handing.kind: _kind(handing) for handing, _to in rows}
    due = {code: _due(kind, unit, day, [to for _handing, to in rows]) for code, kind in kinds.items()}
    return _Ground(homes, members, due)


def _kind(handing: Handing) -> Kind:
    kind = kind_of(handing.kind)
    if kind is None:
        raise ValueError(f"no kind of support: {handing.kind}")
    return kind


def _check(handing: Handing, to: To, unit: Unit, ground: _Ground, before: dict[Subject, list[Before]]) -> Checked:
    kind, home, members = _kind(handing), ground.homes.get(to.household), ground.members[to.household]
    head = next((each.person for each in members if each.relation == Relation.HEAD), None)
    person = next((each.person for each in members if each.person_id == to.person), None) if to.person else None
    recipient = (
        next((each.person for each in members if each.person_id == to.recipient), None) if to.recipient else head
    )
    amount = None if handing.item else to.amount if to.amount is not None else handing.amount
    who = person.full_name if person else head.full_name if head else home.household.local_code if home else ""
    who = who or f"#{to.household}"
    found: list[Finding] = []
    day = format_date(handing.on)
    named: dict[str, Any] = {"who": who, "kind_vi": kind.title.vi, "kind_en": kind.title.en, "day": day}
    if home is None:
        found.append(p.NOT_HERE.at(who=who, unit=unit.name, day=day))
    elif (to.person is None) != (kind.subject == "household") or (to.person is not None and person is None):
        subject_vi, subject_en = SUBJECTS[kind.subject]
        found.append(p.PERSON.at(**named, subject_vi=subject_vi, subject_en=subject_en))
    elif recipient is None:
        found.append(p.NO_RECIPIENT.at(who=who, day=day))
    if not handing.item and not _is_amount(amount):
        found.append(p.AMOUNT.at(who=who, amount="" if amount is None else amount))
    if not found:
        found += _against(handing, kind, named, before[_subject(handing, kind, to)])
        if ground.due[handing.kind](to) is False:
            found.append(p.NOT_DUE.at(**named))
    if not any(each.severity == Severity.ERROR for each in found):  # what stays out doubles nothing
        source = (handing.donor, handing.donor) if handing.fund_line is None else line_words(handing.fund_line)
        before[_subject(handing, kind, to)].append(
            Before(
                handing.kind, handing.instalment, handing.fund_line.pk if handing.fund_line else None, handing.donor,
                handing.item, handing.on, what_of(amount, handing.item, handing.quantity, handing.measure), source,
            )
        )  # fmt: skip
    return Checked(to, who, home.household if home else None, home, person, recipient, amount, found)


def _is_amount(amount: object) -> bool:
    return isinstance(amount, int) and not isinstance(amount, bool) and 0 < amount < 10**15


def _against(handing: Handing, kind: Kind, named: dict[str, Any], others: Iterable[Before]) -> Iterator[Finding]:
    """SUPPORT-REPEAT for the same again; else SUPPORT-DOUBLE once for each that meets it, a warning beside a reason."""
    line = handing.fund_line.pk if handing.fund_line else None
    for each in others:
        values = named | {"day": format_date(each.on), "year": handing.year, "what": each.what}
        same = (handing.kind, handing.instalment, line, handing.donor, handing.item)
        if same == (each.kind, each.instalment, each.fund_line, each.donor, each.item):
            yield _finding(p.REPEAT, values, Severity.ERROR)
        elif each.instalment == handing.instalment or 0 in (each.instalment, handing.instalment):
            values |= {"source_vi": each.source[0], "source_en": each.source[1]}
            yield _finding(p.DOUBLE, values, Severity.WARNING if handing.reason else Severity.ERROR)


def _finding(entry: Entry, values: dict[str, Any], severity: Severity) -> Finding:
    return entry.at(severity=severity, **values)


def _subject(handing: Handing, kind: Kind, to: To) -> Subject:
    who = ("person", to.person) if to.person is not None else ("household", to.household)
    return (*who, handing.year, content_of(kind, handing.item))


def _standing_before(rows: Sequence[Handed]) -> dict[Subject, list[Before]]:
    people = {to.person for _handing, to in rows if to.person is not None}
    theirs = Q(person__in=people) | Q(person=None, household__in={to.household for _handing, to in rows})
    found: dict[Subject, list[Before]] = defaultdict(list)
    same = standing(SupportDelivery.objects.all()).filter(
        theirs, year__in={handing.year for handing, _to in rows},
        content__in={content_of(_kind(handing), handing.item) for handing, _to in rows},
    )  # fmt: skip
    for each in same.select_related("fund_line__source").order_by("on", "id"):
        source = (each.donor, each.donor) if each.fund_line is None else line_words(each.fund_line)
        who = ("person", each.person_id) if each.person_id else ("household", each.household_id)
        found[(*who, each.year, each.content)].append(
            Before(
                each.kind, each.instalment, each.fund_line_id, each.donor, each.item, each.on,
                what_of(each.amount, each.item, each.quantity, each.measure), source,
            )
        )  # fmt: skip
    return found


def _due(kind: Kind, unit: Unit, day: date, to: Sequence[To]) -> Callable[[To], bool | None]:
    """Whether somebody of the batch may be due it; None where the catalogue does not say."""
    if not kind.on(day):
        return lambda each: None
    homes = gather(unit, day, only={each.household for each in to})

    def due(each: To) -> bool | None:
        home = homes.get(each.household)
        if home is None:
            return None
        person = next((one for one in home.people if one.person.pk == each.person), None)
        return is_due(home, person, kind, day)

    return due


def line_words(line: FundLine) -> tuple[str, str]:
    """A fund line as the source of help, in both languages."""
    return f"{line.source.name}, {line.year}", f"{line.source.code} {line.year}"


def what_of(amount: int | None, item: str, quantity: Decimal | None, measure: str) -> str:
    """Đồng, or goods with their quantity: "300.000 đồng", "2 con bò giống"."""
    if amount is not None:
        return f"{format_number(amount)} đồng"
    return item if quantity is None else f"{format_number(Fraction(quantity))} {measure} {item}"
