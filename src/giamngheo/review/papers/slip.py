"""The slip that a family takes home: its result and why, on one page. A paper of our own, not a decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.db.models import QuerySet

from giamngheo.foundation.numbers.printing import format_money, format_number
from giamngheo.households.models import Person
from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.document import Node, NodeKind, OfficialDocument
from giamngheo.paperwork.writers.measures import LEFT_COLUMN, RIGHT_COLUMN, SLACK, SUBJECT_WIDTH, TEXT_WIDTH
from giamngheo.paperwork.writers.widths import MM_PER_POINT, longest_line
from giamngheo.paperwork.writers.wording import printed_date
from giamngheo.review.models import Assessment, CaseState, PostingItem, ReviewCase, ReviewRound
from giamngheo.review.papers.explaining import Explained, explain
from giamngheo.review.papers.making import Boxes, bullet, document, missing, numbered, paragraph
from giamngheo.review.papers.reading import (
    Read,
    by_name,
    homes_of,
    listed,
    matter_of,
    office_of,
    round_for,
    standard_of,
    today,
)
from giamngheo.review.papers.values import Listed
from giamngheo.review.papers.words import Matter, Office, capital, number, said
from giamngheo.review.procedure import rule
from giamngheo.standards.phrases import UNVERIFIED
from giamngheo.standards.scorecards import store

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.standards.scorecards.card import Scorecard

_ROOM = 204.0  # mm of the page that the body may take below a header and a title of one line each
_MORE_HEAD = 5.6  # mm that each further line of them takes
_TYPED = {"income_score_typed": "B1", "deprivation_score_typed": "B2"}


class Slip(NamedTuple):
    """A case's last result. `explained` None: the verdict cannot be told any more, its figures alone are.

    `object_until`: last day of the posting; None while it is not posted.
    """

    office: Office
    matter: Matter
    village: str
    household: Listed
    surveyed_on: date | None
    reviewer: str
    from_paper: bool
    typed: tuple[str, ...]
    explained: Explained | None
    object_until: date | None
    day: date


class _Room(NamedTuple):
    """How much of each part is printed: how many changes; of what is lacking its sentences, its facts or its names;
    whether what is not lacking and what is not certain are listed or counted; `apart`: each note on a line of its own.
    """

    changes: int
    lacks: str
    enough: bool
    notes: bool
    apart: bool = True


# From the fullest to the shortest account: the first that fits on the page is printed.
_ROOMS = (
    _Room(4, "told", True, True), _Room(4, "told", True, False), _Room(3, "facts", True, False),
    _Room(2, "facts", False, False), _Room(1, "facts", False, False), _Room(1, "names", False, False),
    _Room(1, "names", False, False, apart=False), _Room(0, "names", False, False, apart=False),
)  # fmt: skip


def compose(data: Slip) -> OfficialDocument:
    """The slip; what finds no room is counted, so that nobody takes the page for the whole."""
    bodies, most = (_body(data, room) for room in _ROOMS), _room_below(data)
    body = next((each for each in bodies if _height(each) <= most), None) or _body(data, _ROOMS[-1])
    return document(
        Boxes(
            doc_type="",
            type_name="PHIẾU GIẢI THÍCH",
            issuer=data.office.issuer,
            locality=data.office.short_name,
            day=data.day,
            subject=_subject(data),
            body=body,
            closing="Phiếu này để gia đình hiểu kết quả, không thay cho quyết định.",
        )
    )


def _body(data: Slip, room: _Room) -> tuple[Node, ...]:
    return (
        paragraph(_whose(data)),
        *numbered(
            ("Kết quả", [paragraph(_result(data))]),
            ("Vì sao", _because(data, room)),
            *_sections(data, room),
            ("Nếu không đồng ý", [paragraph(_objection(data))]),
        ),
    )


def _sections(data: Slip, room: _Room) -> Iterator[tuple[str, list[Node]]]:
    if data.explained and data.explained.changes:
        yield "Nếu chỉ một câu trả lời khác đi", _changes(data.explained.changes, room)
    if notes := _notes(data, room):
        yield "Điều cần biết", notes


def _whose(data: Slip) -> str:
    people = f", {format_number(data.household.people)} nhân khẩu" if data.household.people else ""
    who = "Người lao động: ông (bà)" if data.matter.of_persons else "Hộ ông (bà)"
    by = f" bởi rà soát viên {data.reviewer}" if data.reviewer else ""
    asked = len(data.explained.asked) if data.explained else 0
    answered = f"; đã trả lời {format_number(asked)} câu hỏi về hộ và từng người" if asked else ""
    return (
        f"{who} {data.household.shown}, {data.village}{people}. Khảo sát ngày {said(data.surveyed_on)}{by}{answered}."
    )


def _result(data: Slip) -> str:
    home = data.household
    told = data.explained.result if data.explained else capital(data.matter.of_class(home.after))
    if not data.matter.of_poverty:
        income = format_money(home.income, "đồng") if home.income is not None else missing("thu nhập")
        return f"{told}. Thu nhập bình quân một người một tháng: {income}."
    return (
        f"{told}. Điểm B1 (thu nhập): {number(home.income_score, 'điểm B1')};"
        f" điểm B2 (thiếu hụt): {number(home.deprivation_score, 'điểm B2')}."
    )


def _because(data: Slip, room: _Room) -> list[Node]:
    told = data.explained
    if told is None:
        return [paragraph(missing("lời giải thích của kết quả"))]
    found = [bullet(f"{each}.") for each in told.because]
    if room.lacks == "told":
        found += [bullet(f"{capital(each)}.") for each in told.lacks]
    elif told.lacks:
        shown = "; ".join(_fact(each) if room.lacks == "facts" else each.split(":")[0] for each in told.lacks)
        found.append(bullet(f"Thiếu hụt {len(told.lacks)} chỉ số: {shown}."))
    if told.enough:
        count = format_number(len(told.enough.partition(": ")[2].split(", ")))
        found.append(bullet(f"{told.enough}." if room.enough else f"Không thiếu hụt {count} chỉ số còn lại."))
    return found


def _fact(told: str) -> str:
    """ "Bảo hiểm y tế: Nguyễn Văn Bình" of the whole sentence: the name of what is lacking, and what shows it."""
    name, _, sentence = told.partition(": ")
    fact = sentence.partition(" – ")[2].removesuffix(f" ({UNVERIFIED.vi})")
    return f"{name}: {fact}" if fact else name


def _changes(changes: Sequence[str], room: _Room) -> list[Node]:
    shown = [bullet(f"{capital(each)}.") for each in changes[: room.changes]]
    more = len(changes) - len(shown)
    return [*shown, bullet(f"Và {format_number(more)} trường hợp khác, hỏi rà soát viên.")] if more else shown


def _notes(data: Slip, room: _Room) -> list[Node]:
    notes = []
    if data.typed:
        notes.append(f"Điểm {' và '.join(data.typed)} ghi theo phiếu giấy, không tính lại từ câu trả lời.")
    elif data.from_paper:
        notes.append("Câu trả lời được ghi lại từ phiếu giấy.")
    for each in data.explained.notes if data.explained else ():
        head, colon, parts = each.partition(": ")
        if each.startswith("Điểm ghi từ phiếu giấy"):
            continue  # said above, with the score's name
        if colon and head.startswith("Chưa kiểm chứng") and not room.notes:
            count = len(parts.split(", "))
            each = f"{format_number(count)} nội dung của quy định được dùng ở đây chưa đối chiếu với văn bản gốc"
        notes.append(f"{each}.")
    return [bullet(each) for each in notes] if room.apart or not notes else [paragraph(" ".join(notes))]


def _objection(data: Slip) -> str:
    path, where = data.matter, f"{data.office.committee}, tại trụ sở {data.office.people}"
    if data.object_until:
        return f"Gửi ý kiến, khiếu nại đến {where}, trước khi hết ngày {said(data.object_until)}."
    days = rule("posting", path.kind, path.day).value
    return f"Gửi ý kiến, khiếu nại đến {where}, trong {days:02} ngày làm việc niêm yết kết quả."


def _room_below(data: Slip) -> float:
    """Millimetres left for the body below this slip's header and title."""
    day = printed_date(data.office.short_name, data.day.day, data.day.month, data.day.year)
    more = (
        longest_line(data.office.name.upper(), f30.ISSUING_BODY.size.used, LEFT_COLUMN - SLACK, bold=True)[0]
        + longest_line(day, f30.PLACE_AND_DATE.size.least, RIGHT_COLUMN - SLACK)[0]
        + longest_line(_subject(data), f30.SUBJECT.size.used, SUBJECT_WIDTH, bold=True)[0]
        - 3
    )
    return _ROOM - _MORE_HEAD * more


def _subject(data: Slip) -> str:
    return f"Kết quả {data.matter.act}"


def _height(nodes: Sequence[Node]) -> float:
    """Millimetres that the nodes take when printed, somewhat more rather than less."""
    size, line = f30.CONTENT.size.used, f30.CONTENT.size.used * MM_PER_POINT * 1.149 * f30.LINE_SPACING.used
    tall = 0.0
    for node in (each for top in nodes for each in top.walk()):
        text = node.printed if node.kind is not NodeKind.PARAGRAPH else node.text
        lines, _longest = longest_line(text, size, TEXT_WIDTH, bold=node.bold, indent=f30.FIRST_LINE.used)
        tall += lines * line + f30.PARAGRAPH_GAP.used * MM_PER_POINT
    return tall


def from_rows(user: User, pk: int) -> Read[Slip, ReviewCase]:
    """A case with its last assessment, the names of those surveyed, and its last posting."""
    case = ReviewCase.objects.select_related("village", "person", "assessment").get(pk=pk)
    found = round_for(user, case.round_id)
    (data,) = _slips(found, [case])
    return Read(data, case, found.unit, 1)


def surveyed_in(found: ReviewRound, village: int | None) -> QuerySet[ReviewCase]:
    """Everybody surveyed in a village of a round, and not withdrawn."""
    return found.cases.exclude(assessment=None).exclude(state=CaseState.WITHDRAWN).filter(village=village)


def of_round(
    user: User, pk: int, village: int | None = None, most: int | None = None
) -> Read[tuple[Slip, ...], ReviewRound]:
    """The slips of everybody surveyed in a village of a round, by name; the first `most` of them alone to look at.
    Without a village those of the only one there is, else none: a whole round's would be made by mistake."""
    found = round_for(user, pk)
    cases = surveyed_in(found, _only_village(found) if village is None else village)
    rows = list(cases.select_related("village", "person", "assessment").order_by("village__code", "pk"))
    slips = _slips(found, rows, most)
    return Read(tuple(slips), found, found.unit, len(rows))


def counted(user: User, pk: int, village: int | None = None) -> int:
    """How many slips that would be."""
    found = round_for(user, pk)
    return surveyed_in(found, _only_village(found) if village is None else village).count()


def _only_village(found: ReviewRound) -> int | None:
    cases = found.cases.exclude(assessment=None).exclude(state=CaseState.WITHDRAWN)
    there = set(cases.order_by().values_list("village", flat=True).distinct()[:2])
    return next(iter(there)) if len(there) == 1 else None


def _slips(found: ReviewRound, cases: Sequence[ReviewCase], most: int | None = None) -> list[Slip]:
    """Of cases of one round, by village and name; a constant number of queries for each day of survey."""
    day, standard = today(), standard_of(found)
    days = {case.pk: case.assessment.surveyed_on if case.assessment else day for case in cases}
    homes = {}
    for each in set(days.values()):
        of_day = [pk for pk, on in days.items() if on == each]
        homes[each] = homes_of(ReviewCase.objects.filter(pk__in=of_day).order_by().values("household"), each)
    named = [(case, listed(case, case.assessment, homes[days[case.pk]], standard)) for case in cases]
    named.sort(key=lambda pair: (pair[0].village.name, by_name(pair[1])))
    some = named[:most]
    posted = PostingItem.objects.filter(case__in=days).order_by("posting__starts_on", "posting__pk")
    until = dict(posted.values_list("case", "posting__ends_on"))
    people = {person for case, _ in some if case.assessment for person in case.assessment.members}
    names = dict(Person.objects.filter(pk__in=people).values_list("pk", "full_name"))
    slips = []
    for case, home in some:
        made = case.assessment
        slips.append(Slip(
            office_of(found.unit, day), matter_of(found), case.village.name, home, made.surveyed_on if made else None,
            made.reviewer if made else "", made.from_paper if made else False,
            tuple(_TYPED[each] for each in made.typed if each in _TYPED) if made else (),
            _explained(made, names) if made else None, until.get(case.pk), day,
        ))  # fmt: skip
    return slips


def _explained(made: Assessment, names: dict[int, str]) -> Explained | None:
    return explain(made.verdict, made.record, [names.get(each, "") for each in made.members], _card(made))


def _card(made: Assessment) -> Scorecard | None:
    used = made.record.get("scorecard") if isinstance(made.record, dict) else None
    if not isinstance(used, dict):
        return None
    return store.find(settings.DATA_DIR / "scorecards", str(used.get("id", "")), used.get("version"))
