"""Papers read from the tables: the right rows, in a constant number of queries, only for those who may see them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.households import actions
from giamngheo.households.values import PersonValues
from giamngheo.paperwork.document import NodeKind
from giamngheo.review.models import (
    Certificate,
    CertificateYear,
    Decision,
    DecisionItem,
    HigherOpinion,
    ReviewRequest,
)
from giamngheo.review.papers import registry
from tests.integration.review.conftest import DAY

pytestmark = pytest.mark.django_db
GROWING = ("danh-sach-ra-soat", "bien-ban-hop", "niem-yet", "to-trinh", "quyet-dinh", "giay-chung-nhan-dot")
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng")


def text_of(made) -> str:
    return "\n".join(line.text for line in made.document.lines())


def rows_of(made) -> list[tuple[str, ...]]:
    document = made.document
    nodes = (*document.walk(), *(each for node in document.appendices for each in node.walk()))
    return [row for node in nodes if node.kind is NodeKind.TABLE for row in node.rows]


@pytest.fixture
def homes(register):
    """homes(n): so many households of two."""

    def make(count: int, start: int = 0):
        return [
            register(
                (
                    PersonValues(f"{SURNAMES[at % 5]} Văn Hộ{at}", "male", 19700101, "01", f"0380700{at:05}"),
                    "head",
                ),
                (PersonValues(f"{SURNAMES[at % 5]} Thị Vợ{at}", "female", 19720000, "16"), "spouse"),
                line=f"Xóm {at}",
            )
            for at in range(start, start + count)
        ]

    return make


@pytest.fixture
def walked(rows, homes, officer):
    """walked(n): a round whose n households went all the way to signed certificates; everything that was written."""

    def make(count: int, start: int = 0, kind: str = "annual") -> dict:
        round_ = rows.round(kind)
        cases = [rows.case(round_, home.household, class_before="poor") for home in homes(count, start)]
        for case in cases:
            rows.step(case, "surveyed", assessment=rows.assessment(case))
        meeting = rows.meeting(round_, dict.fromkeys(cases, 15), attending=20)
        postings = [rows.posting(case) for case in cases if not rows.step(case, "agreed").request]
        for case in cases:
            rows.step(case, "posted")
        proposal = rows.proposal(cases[0])
        for case in cases[1:]:
            proposal.items.create(case=case, assessment=case.assessment)
        for case in cases:
            rows.step(case, "proposed")
        decision = Decision.objects.create(
            kind="recognition", unit=rows.unit, round=round_, effective_from=date(2027, 1, 1), signer_post="Chủ tịch"
        )
        items = [
            DecisionItem.objects.create(
                decision=decision, case=case, assessment=case.assessment, household=case.household, before="poor",
                outcome="recognised", path="poverty", given="poor", deprivations=["health_insurance", "water"],
            )
            for case in cases
        ]  # fmt: skip
        rows.sign(decision)
        certificates = [_certified(rows, item, number, officer) for number, item in enumerate(items, start + 1)]
        return {
            "round": round_, "cases": cases, "meeting": meeting, "postings": postings, "proposal": proposal,
            "decision": decision, "items": items, "certificates": certificates,
        }  # fmt: skip

    return make


def _certified(rows, item, number, officer):
    made = Certificate.objects.create(
        unit=rows.unit, household=item.household, number=number, year=2026, issued_on=date(2026, 12, 2), by=officer
    )
    CertificateYear.objects.create(
        certificate=made, year=2027, item=item, signed_on=date(2026, 12, 2), signer="Chủ Tịch Giả", by=officer
    )
    return made


@pytest.fixture
def whole(walked, rows, officer, family):
    """One of each, as (kind, key)."""
    made = walked(3)
    round_, case = made["round"], made["cases"][0]
    complaint = rows.complaint(case, made["postings"][0])
    refused = rows.case(round_, family.household)
    rows.step(refused, "surveyed", assessment=rows.assessment(refused, outcome="not_poor"))
    item = rows.decision(refused, "refused")
    request = ReviewRequest.objects.create(
        form="review", unit=rows.unit, number=4, year=2026, household=family.household, applicant="Nguyễn Văn Bình",
        received_on=date(2026, 7, 3), by=officer,
    )  # fmt: skip
    return {
        "danh-sach-ra-soat": round_.pk, "bien-ban-hop": made["meeting"].pk, "niem-yet": made["postings"][0].pk,
        "thong-bao": made["postings"][0].pk, "tra-loi": complaint.pk, "to-trinh": made["proposal"].pk,
        "xin-y-kien": made["proposal"].pk, "quyet-dinh": made["decision"].pk, "khong-cong-nhan": item.pk,
        "giay-chung-nhan": made["certificates"][0].pk, "giay-chung-nhan-dot": round_.pk, "phieu-giai-thich": case.pk,
        "phieu-giai-thich-dot": round_.pk, "giay-tiep-nhan": request.pk,
    }  # fmt: skip


def test_every_kind_is_tried_here(whole) -> None:
    assert set(whole) == set(registry.PAPERS)


def test_every_paper_is_made_from_its_rows(whole, officer) -> None:
    for kind, pk in whole.items():
        made = registry.make(officer, kind, pk)
        assert bool(made.document) is not registry.PAPERS[kind].sheets
        assert made.read.size >= 1


def test_another_commune_has_no_such_paper(whole, other_officer) -> None:
    for kind, pk in whole.items():
        with pytest.raises(OutOfScope):
            registry.make(other_officer, kind, pk)


def test_who_may_not_see_reviews_gets_none(whole, administrator) -> None:
    for kind, pk in whole.items():
        with pytest.raises(NotPermitted):
            registry.make(administrator, kind, pk)


@pytest.mark.parametrize(
    "kind", ["danh-sach-ra-soat", "bien-ban-hop", "niem-yet", "to-trinh", "quyet-dinh", "giay-chung-nhan-dot"]
)
def test_number_of_queries_does_not_grow(kind, walked, officer) -> None:
    key = {
        "danh-sach-ra-soat": lambda made: made["round"].pk, "bien-ban-hop": lambda made: made["meeting"].pk,
        "niem-yet": lambda made: made["postings"][0].pk, "to-trinh": lambda made: made["proposal"].pk,
        "quyet-dinh": lambda made: made["decision"].pk, "giay-chung-nhan-dot": lambda made: made["round"].pk,
    }[kind]  # fmt: skip
    few, many = walked(2, kind="annual"), walked(9, start=50, kind="monthly")
    counts = []
    for made in (few, many):
        with CaptureQueriesContext(connection) as asked:
            registry.make(officer, kind, key(made))
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] <= 16


def test_list_names_heads_of_the_day_and_leaves_out_who_withdrew(rows, homes, officer) -> None:
    round_ = rows.round()
    _first, second = (rows.case(round_, home.household) for home in homes(2))
    rows.step(second, "withdrawn", reason="Cả hộ chuyển đi")
    made = registry.make(officer, "danh-sach-ra-soat", round_.pk)
    assert [row[1] for row in rows_of(made)] == ["Họ và tên chủ hộ", "Nguyễn Văn Hộ0"]
    assert "Danh sách có tất cả 1 hộ./." in text_of(made)


def test_village_may_be_asked_for_alone(rows, homes, officer, villages) -> None:
    round_ = rows.round()
    for home in homes(2):
        rows.case(round_, home.household)
    from giamngheo.review.papers import review_list

    assert review_list.from_rows(officer, round_.pk, villages[1].pk).size == 0
    assert review_list.from_rows(officer, round_.pk, villages[0].pk).size == 2


def test_posted_list_of_the_rows_shows_no_id_and_no_birth(whole, officer) -> None:
    for kind in ("niem-yet", "thong-bao"):
        text = text_of(registry.make(officer, kind, whole[kind]))
        assert "0380700" not in text
        assert "1970" not in text
        assert "Mường" not in text


def test_minutes_hold_the_votes_on_each_household(whole, officer) -> None:
    made = registry.make(officer, "bien-ban-hop", whole["bien-ban-hop"])
    votes = [row for row in rows_of(made) if row[-1] == "Thống nhất"]
    assert len(votes) == 3
    assert {row[5] for row in votes} == {"15/20"}
    assert "Thời gian: 19 giờ 00" in text_of(made)  # noon in UTC is evening in Vietnam
    assert "[còn thiếu: B1]" in text_of(made)  # these results have no scores


def test_opinion_is_asked_of_the_province_and_numbered_by_the_register(whole, officer, rows) -> None:
    pk = whole["xin-y-kien"]
    before = registry.make(officer, "xin-y-kien", pk)
    assert before.document.reference.printed == "/UBND"
    assert "tỉnh Thanh Hóa" in text_of(before)
    from giamngheo.documents.models import Document

    letter = Document.objects.create(symbol="88/BC-UBND", reference_key="giả 88")
    HigherOpinion.objects.create(
        proposal_id=pk, asked_of=rows.unit.parent, sent_on=DAY + timedelta(days=31), due_on=DAY + timedelta(days=38),
        document=letter,
    )  # fmt: skip
    after = registry.make(officer, "xin-y-kien", pk)
    assert after.document.reference.printed == "88/BC-UBND"
    assert after.document.type_name.text == "BÁO CÁO"


def test_decision_prints_the_number_of_the_register(whole, officer) -> None:
    made = registry.make(officer, "quyet-dinh", whole["quyet-dinh"])
    decision = made.read.subject
    assert made.document.reference.printed == decision.document.symbol
    assert made.document.signature.name == "Chủ Tịch Giả"
    assert len([row for row in rows_of(made) if row[-1] == "Hộ nghèo" and row[0].isdigit()]) == 3


def test_draft_of_a_decision_leaves_room_for_number_and_signer(rows, homes, officer) -> None:
    round_ = rows.round()
    case = rows.case(round_, homes(1)[0].household)
    rows.step(case, "surveyed", assessment=rows.assessment(case))
    item = rows.decision(case, signed=False)
    made = registry.make(officer, "quyet-dinh", item.decision_id)
    assert made.document.reference.number == ""
    assert made.document.signature.name == "[còn thiếu: người ký]"
    assert made.document.place_and_date.day is None


def test_correction_names_what_it_corrects(walked, rows, officer) -> None:
    made = walked(1)
    wrong = Decision.objects.create(
        kind="correction", unit=rows.unit, round=made["round"], effective_from=date(2027, 1, 1),
        corrects=made["decision"], reason="Nhập nhầm điểm",
    )  # fmt: skip
    item = made["items"][0]
    DecisionItem.objects.create(
        decision=wrong, case=item.case, assessment=item.assessment, household=item.household, outcome="corrected",
        path="poverty", before="poor", given="near_poor", corrects=item,
    )  # fmt: skip
    found = registry.make(officer, "quyet-dinh", wrong.pk)
    assert made["decision"].document.symbol in text_of(found)
    assert [row[3:] for row in rows_of(found)][1:] == [("Hộ nghèo", "Hộ cận nghèo")]


def test_opening_list_has_no_paper(rows, officer) -> None:
    opening = Decision.objects.create(kind="opening", unit=rows.unit, effective_from=date(2026, 1, 1))
    with pytest.raises(Decision.DoesNotExist):
        registry.make(officer, "quyet-dinh", opening.pk)


def test_certificate_masks_ids_unless_asked_by_somebody_who_may(whole, officer, make_user, hoang_phu_new) -> None:
    pk = whole["giay-chung-nhan"]
    sheet = registry.make(officer, "giay-chung-nhan", pk).sheets[0]
    assert sheet.fields[2].value == "••••••••0000"
    assert registry.make(officer, "giay-chung-nhan", pk, masked=False).sheets[0].fields[2].value == "038 070 000 000"
    reviewer = make_user("ra-soat-vien", "village_reviewer", hoang_phu_new)
    assert registry.make(reviewer, "giay-chung-nhan", pk).sheets
    with pytest.raises(NotPermitted):
        registry.make(reviewer, "giay-chung-nhan", pk, masked=False)
    with pytest.raises(NotPermitted):
        registry.make(reviewer, "giay-chung-nhan-dot", whole["giay-chung-nhan-dot"], masked=False)


def test_certificate_shows_the_year_the_class_and_the_indicators(whole, officer) -> None:
    sheet = registry.make(officer, "giay-chung-nhan", whole["giay-chung-nhan"]).sheets[0]
    assert [box.heading for box in sheet.boxes] == ["NĂM 2027", "NĂM 2028", "NĂM 2029", "NĂM 2030"]
    assert [words for words, on in sheet.boxes[0].ticks if on] == ["Hộ nghèo (N)"]
    assert [at for at, on in enumerate(sheet.boxes[0].marks, 1) if on] == [4, 9]
    assert sheet.boxes[0].signer == "Chủ Tịch Giả"
    assert sheet.people[0][1:6] == ("Nguyễn Văn Hộ0", "Kinh", "Chủ hộ", "1970", "")
    assert "xã Hoằng Phú, tỉnh Thanh Hóa" in sheet.fields[4].value


def test_certificate_tells_who_came_and_left_since(walked, officer, rows) -> None:
    item = walked(1)["items"][0]
    certificate = Certificate.objects.create(
        unit=rows.unit, household=item.household, number=70, year=2026, issued_on=date(2026, 1, 5), by=officer
    )
    for year, day in ((2026, date(2026, 1, 5)), (2027, date(2026, 11, 2))):
        CertificateYear.objects.create(
            certificate=certificate, year=year, item=item, signed_on=day, signer="Chủ Tịch Giả", by=officer
        )
    wife = item.household.memberships.get(relation="spouse").person
    actions.death(by=officer, person=wife, on=date(2026, 3, 4))
    newborn = PersonValues("Nguyễn Thị Mới", "female")
    actions.birth(by=officer, household=item.household, on=date(2026, 6, 10), newborn=newborn)
    people = registry.make(officer, "giay-chung-nhan", certificate.pk).sheets[0].people
    assert [row[1] for row in people] == ["Nguyễn Văn Hộ0", "Nguyễn Thị Vợ0", "Nguyễn Thị Mới"]
    assert people[1][-1] == "ra khỏi hộ từ ngày 05/3/2026 (mất)"
    assert people[2][-1] == "vào hộ từ ngày 10/6/2026"


def test_round_prints_only_certificates_that_stand(walked, officer, rows) -> None:
    made = walked(2)
    lost = made["certificates"][0]
    item = made["items"][0]
    again = Certificate.objects.create(
        unit=rows.unit, household=item.household, number=99, year=2026, issued_on=date(2026, 12, 5), replaces=lost,
        replaced_because="Bị mất", by=officer,
    )  # fmt: skip
    CertificateYear.objects.create(
        certificate=again, year=2027, item=item, signed_on=date(2026, 12, 5), signer="Chủ Tịch Giả", by=officer
    )
    sheets = registry.make(officer, "giay-chung-nhan-dot", made["round"].pk).sheets
    assert sorted(each.number for each in sheets) == ["Số: 02/GCN-HN.HCN", "Số: 99/GCN-HN.HCN"]


def test_receipt_follows_the_round_of_its_case(rows, family, officer) -> None:
    request = ReviewRequest.objects.create(
        form="review", unit=rows.unit, number=4, year=2026, household=family.household, applicant="Nguyễn Văn Bình",
        received_on=date(2026, 9, 3), by=officer,
    )  # fmt: skip
    assert "[còn thiếu: ngày trả lời]" in text_of(registry.make(officer, "giay-tiep-nhan", request.pk))
    rows.case(rows.round("annual"), family.household, source="request", request=request)
    assert "Trả lời chậm nhất: ngày 14/12/2026" in text_of(registry.make(officer, "giay-tiep-nhan", request.pk))


def test_slip_of_a_judged_household_tells_its_verdict(rows, family, officer) -> None:
    import msgspec

    from giamngheo.review.models import Assessment
    from giamngheo.standards import by_key
    from giamngheo.standards.verdict import Record, encode, judge
    from tests.factories.review_papers import surveyed

    household, members = surveyed()
    standard = by_key("vn-2022.1", DAY)
    verdict = judge(standard, household, members)
    case = rows.case(rows.round(), family.household)
    people = [family[name].pk for name in ("Bình", "Lan", "An", "Chi")]
    made = Assessment.objects.create(
        case=case, number=1, surveyed_on=DAY, reviewer="Người Giả", outcome="poor", members=people,
        record=msgspec.to_builtins(Record(standard.key, DAY, "", "points", household, members)),
        verdict=encode(verdict).decode(), income_score=135, deprivation_score=40, typed=["income_score_typed"],
        deprivations=list(verdict.deprivations),
    )  # fmt: skip
    rows.step(case, "surveyed", assessment=made)
    text = text_of(registry.make(officer, "phieu-giai-thich", case.pk))
    assert "Bảo hiểm y tế: Nguyễn Văn Bình" in text
    assert "Dinh dưỡng: Nguyễn Văn An" in text
    assert "Điểm B1 ghi theo phiếu giấy" in text


def test_time_of_a_meeting_is_that_of_vietnam(rows, homes, officer) -> None:
    round_ = rows.round()
    meeting = rows.meeting(round_, {}, attending=5, held=False)
    type(meeting).objects.filter(pk=meeting.pk).update(starts_at=datetime(2026, 9, 10, 18, 30, tzinfo=UTC))
    made = registry.make(officer, "bien-ban-hop", meeting.pk)
    assert "Thời gian: 1 giờ 30, ngày 11/9/2026." in text_of(made)
    assert made.document.place_and_date.day == 11
