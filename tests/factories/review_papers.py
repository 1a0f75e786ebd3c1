"""Every paper of the review as plain values of an invented commune: nobody here exists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

import msgspec

from giamngheo.paperwork.certificate import Certificate
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.review.papers import (
    announcement,
    certificate,
    complaint_answer,
    decision,
    income_posted_list,
    minutes,
    opinion_request,
    posted_list,
    proposal,
    receipt,
    refusal,
    review_list,
    slip,
)
from giamngheo.review.papers.explaining import explain
from giamngheo.review.papers.values import Group, Listed, Signer
from giamngheo.review.papers.words import Matter, Office
from giamngheo.standards import by_key
from giamngheo.standards.verdict import Record, encode, judge
from tests.spec.standards.households import child, lacking, person

DAY = date(2026, 9, 7)
OFFICE = Office("Xã Đồng Mẫu", "Đồng Mẫu", "Tỉnh Thanh Hóa")
ANNUAL = Matter("annual", 2026, 0, DAY)
MONTHLY = Matter("monthly", 2026, 7, date(2026, 7, 15))
FARMING = Matter("average_living_standard", 2026, 9, DAY)
WORKERS = Matter("low_income_worker", 2026, 9, DAY)
HEAD = Signer("Lê Giả Trưởng", "Chủ tịch Ủy ban nhân dân xã")
SURNAMES, MIDDLES, GIVEN = ("Nguyễn", "Trần", "Lê", "Phạm"), ("Văn", "Thị"), ("Bình", "Lan", "Ấn", "Đức", "Ý", "Hoà")
STANDARD = by_key("vn-2022.1", DAY)
INDICATORS = tuple(STANDARD.held[name].concept.title.vi for name in STANDARD.indicators)


def name(at: int) -> str:
    return f"{SURNAMES[at % 4]} {MIDDLES[at % 2]} {GIVEN[at % 6]}"


def home(at: int, **changes: Any) -> Listed:
    """A household; every third is poor, the next near-poor, the last neither."""
    after = ("poor", "near_poor", "not_poor")[at % 3]
    made = Listed(
        name(at), f"Xóm {at % 5 + 1}", at % 6 + 1, before=("poor", "near_poor", "none", "poor")[at % 4], after=after,
        income_score=(110, 135, 160)[at % 3], deprivation_score=(40, 20, 10)[at % 3],
        deprivations=(2, 4, 7, 10)[: 4 - at % 3], why=("listed", "listed", "request", "committee")[at % 4],
    )  # fmt: skip
    return made._replace(**changes)


def groups(*sizes: int, **changes: Any) -> tuple[Group, ...]:
    return tuple(
        Group(f"Thôn Mẫu {number}", tuple(home(at + number, **changes) for at in range(size)))
        for number, size in enumerate(sizes, 1)
    )


def posted(**changes: Any) -> posted_list.Posted:
    made = posted_list.Posted(
        OFFICE, ANNUAL, "Thôn Mẫu 1", False, DAY, date(2026, 9, 10), "Nhà văn hóa thôn Mẫu 1; trụ sở xã Đồng Mẫu",
        tuple(home(at) for at in range(8)), HEAD,
    )  # fmt: skip
    return made._replace(**changes)


def meeting(**changes: Any) -> minutes.Minutes:
    made = minutes.Minutes(
        OFFICE, ANNUAL, "Thôn Mẫu 1", 1, datetime(2026, 9, 10, 19, 0), datetime(2026, 9, 10, 21, 5),
        "Nhà văn hóa thôn Mẫu 1", Signer("Trần Giả Chủ", "Trưởng thôn"), "Phạm Giả Thư", 41, 60,
        (Signer("Lê Giả An", "Bí thư chi bộ"), Signer("Ngô Giả Bền", "Mặt trận Tổ quốc xã"), Signer("Đỗ Giả Cần", "")),
        tuple(minutes.Voted(home(at), 41 - 6 * at, "Hộ mới xây nhà" if at == 1 else "") for at in range(6)),
        "Bà con đề nghị công khai sớm.\nRà soát viên tiếp thu.", ("Nguyễn Văn Bình", "Trần Thị Lan"),
    )  # fmt: skip
    return made._replace(**changes)


def proposed(**changes: Any) -> proposal.Proposed:
    made = proposal.Proposed(
        OFFICE, ANNUAL, 1, date(2026, 10, 7), groups(9, 5), ((DAY, date(2026, 9, 10)), (DAY, date(2026, 9, 11))), HEAD
    )
    return made._replace(**changes)


def decided(**changes: Any) -> decision.Decided:
    made = decision.Decided(
        OFFICE, ANNUAL, date(2026, 12, 1), "245", "QĐ-UBND", date(2027, 1, 1), groups(9, 5),
        Signer("Trịnh Giả Ký", "Chủ tịch"), date(2026, 10, 7),
    )  # fmt: skip
    return made._replace(**changes)


def refused(**changes: Any) -> refusal.Refused:
    made = refusal.Refused(
        OFFICE, MONTHLY, "Thôn Mẫu 1", home(2), "đề nghị rà soát hộ nghèo, hộ cận nghèo", date(2026, 7, 3),
        "Điểm B1 vượt mức tương đương chuẩn thu nhập", date(2026, 7, 30), "12", "UBND",
        Signer("Trịnh Giả Ký", "Phó Chủ tịch"),
    )  # fmt: skip
    return made._replace(**changes)


def answered(**changes: Any) -> complaint_answer.Answered:
    made = complaint_answer.Answered(
        OFFICE, ANNUAL, "Thôn Mẫu 1", home(0), "near_poor", "Ngô Giả Xóm", "Hộ này đã có xe máy mới", date(2026, 9, 9),
        DAY, date(2026, 9, 16), date(2026, 9, 18), False, "Xe máy là xe mượn, đã xác minh tại hộ", HEAD,
    )  # fmt: skip
    return made._replace(**changes)


def received(**changes: Any) -> receipt.Receipt:
    made = receipt.Receipt(
        OFFICE, 7, 2026, "review", "Nguyễn Văn Bình", "Nguyễn Văn Bình", "", "Thôn Mẫu 1", date(2026, 7, 3), "direct",
        True, date(2026, 7, 15), date(2026, 7, 30), "15 ngày kể từ ngày bắt đầu rà soát", "Đỗ Giả Nhận",
    )  # fmt: skip
    return made._replace(**changes)


def surveyed() -> tuple[dict[str, Any], tuple[dict[str, Any], ...]]:
    """A household poor by three deprivations, its B1 copied from paper."""
    return (
        lacking("water", "toilet", income_score_typed=135),
        (person(insured=False), person(), child(malnutrition="stunted"), child(20190305)),
    )


def told(household: dict[str, Any], members: tuple[dict[str, Any], ...], names: tuple[str, ...] = ()) -> slip.Slip:
    """The slip of a household judged by the standard of 2022."""
    verdict = judge(STANDARD, household, members)
    record = Record(STANDARD.key, DAY, "", "points", household, members)
    called = names or tuple(name(at) for at in range(len(members)))
    explained = explain(encode(verdict).decode(), msgspec.to_builtins(record), called)
    found = home(0)._replace(
        people=len(members), after=verdict.household_class or "", income_score=verdict.income_score,
        deprivation_score=verdict.deprivation_score,
    )  # fmt: skip
    typed = tuple({"income_score_typed": "B1", "deprivation_score_typed": "B2"}[each] for each in verdict.typed)
    return slip.Slip(
        OFFICE, ANNUAL, "Thôn Mẫu 1", found, DAY, "Ngô Giả Rà", bool(typed), typed, explained, date(2026, 9, 24),
        date(2026, 9, 21),
    )  # fmt: skip


def certified(people: int = 5, **changes: Any) -> certificate.Certified:
    """A certificate of five boxes, the second and third signed."""
    members = tuple(
        certificate.Member(
            name(at), ("Kinh", "Mường")[at % 2], ("chủ hộ", "vợ, chồng", "con", "con dâu, con rể", "cháu")[at % 5],
            ("male", "female")[at % 2], 19_600_000 + at * 30_000 + 101, "vào hộ từ ngày 05/3/2027" if at == 3 else "",
        )
        for at in range(people)
    )  # fmt: skip
    made = certificate.Certified(
        OFFICE, 7, members[0] if members else None, "038 075 000 001", "Xóm 1, Thôn Mẫu 1, xã Đồng Mẫu, tỉnh Thanh Hóa",
        members,
        (
            certificate.Year(2022, "poor", (1, 4, 9, 12), date(2021, 12, 20), "Trịnh Giả Ký"),
            certificate.Year(2023, "near_poor", (4,), date(2022, 12, 22), "Nguyễn Giả Phó", True),
        ),
        2022, 2026, INDICATORS,
    )  # fmt: skip
    return made._replace(**changes)


@cache
def everything() -> dict[str, OfficialDocument]:
    """Each paper once, and those of the other paths."""
    workers = tuple(home(at, after=("low_income_worker", "none")[at % 2], before="none") for at in range(4))
    farmers = {"after": "average_living_standard", "before": "none", "income": 1_800_000, "deprivations": ()}
    corrected = (decision.Corrected("Thôn Mẫu 1", home(1), "poor"), decision.Corrected("Thôn Mẫu 2", home(3), "poor"))
    made: dict[str, Callable[[], OfficialDocument]] = {
        "list": lambda: review_list.compose(review_list.ReviewList(OFFICE, ANNUAL, DAY, groups(7, 4, 1), HEAD)),
        "minutes": lambda: minutes.compose(meeting()),
        "posted": lambda: posted_list.compose(posted()),
        "posted again": lambda: posted_list.compose(posted(again=True, households=(home(0), home(4)))),
        "posted workers": lambda: income_posted_list.compose(
            posted(matter=WORKERS, village="", ends_on=date(2026, 9, 14), households=workers)
        ),
        "announced": lambda: announcement.compose(posted()),
        "answer": lambda: complaint_answer.compose(answered()),
        "proposal": lambda: proposal.compose(proposed()),
        "proposal of farmers": lambda: proposal.compose(proposed(matter=FARMING, groups=groups(3, **farmers))),
        "opinion": lambda: opinion_request.compose(
            opinion_request.Asked(proposed(), "Tỉnh Thanh Hóa", date(2026, 10, 9), "87", "UBND")
        ),
        "decision": lambda: decision.compose(decided()),
        "decision of farmers": lambda: decision.compose(decided(matter=FARMING, groups=groups(3, **farmers))),
        "decision of workers": lambda: decision.compose(
            decided(matter=WORKERS, groups=(Group("Thôn Mẫu 1", workers[::2]),))
        ),
        "correction": lambda: decision.compose(
            decided(
                groups=(),
                corrects="245/QĐ-UBND",
                corrected_on=date(2026, 12, 1),
                day=date(2026, 12, 20),
                number="251",
                reason="Nhập nhầm điểm B2",
                corrected=corrected,
            )
        ),
        "refusal": lambda: refusal.compose(refused()),
        "slip": lambda: slip.compose(told(*surveyed())),
        "receipt": lambda: receipt.compose(received()),
        "receipt without day": lambda: receipt.compose(received(starts_on=None, answer_by=None, because="")),
    }
    return {key: make() for key, make in made.items()}


def sheet(people: int = 5, **changes: Any) -> Certificate:
    return certificate.compose(certified(people, **changes))
