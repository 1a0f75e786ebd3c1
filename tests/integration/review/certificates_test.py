"""Certificates: one a household, a block a year, numbers that run within commune and year."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.households import actions as households
from giamngheo.review.actions import certificates
from giamngheo.review.actions.opening_list import Listed, Printed, enter_opening_list
from giamngheo.review.keeping.due_certificates import due_items
from giamngheo.review.models import Certificate, CertificateYear, Decision, DecisionItem, ReviewCase
from giamngheo.review.papers.certificate import compose, from_rows
from giamngheo.review.problems import Refused
from giamngheo.review.queries.certificates import certificate_page, certificates_for
from tests.integration.review.corrections_test import CORRECTED, correct, item_of
from tests.integration.review.deciding import SIGNED, fresh, refusal
from tests.threads import at_once

pytestmark = pytest.mark.django_db
ISSUED = date(2026, 10, 5)


def issue(walk, year: int = 2027, on: date = ISSUED, **values) -> certificates.Issued:
    return certificates.issue_certificates(
        by=walk.officer, unit=walk.rows.unit, year=year, issued_on=on, signer="Trần Giả Chủ Tịch", **values
    )


def opened(walk, household, value: str = "poor", year: int = 2026) -> Decision:
    printed = Printed(900 + year, date(year - 1, 12, 20), "Chủ Tịch Cũ")
    return enter_opening_list(
        by=walk.officer, unit=walk.rows.unit, printed=printed, effective_from=date(year, 1, 1),
        items=[Listed(household, value)],
    )  # fmt: skip


def test_whole_commune_gets_numbered_certificates_with_this_years_block(walk, rows) -> None:
    cases = walk.recognised(rows.round(), 3)
    made = issue(walk)
    assert [(each.number, each.year) for each in made.certificates] == [(1, 2026), (2, 2026), (3, 2026)]
    assert {(each.year, each.item.case_id) for each in made.blocks} == {(2027, case.pk) for case in cases}
    assert refusal(lambda: issue(walk)) == ["CERTIFICATE-NONE"]


def test_next_year_adds_a_block_to_the_certificate_that_is_held(walk, rows) -> None:
    case = walk.case(rows.round(), before="poor")
    opened(walk, case.household)
    first = issue(walk, 2026, date(2026, 1, 5)).certificates[0]
    walk.on_to_proposed([walk.survey(case, "near_poor")])
    walk.sign(walk.draft(case.round))
    made = issue(walk)
    assert (made.certificates, [each.certificate for each in made.blocks]) == ([], [first])
    assert list(first.years.values_list("year", "item__given")) == [(2026, "poor"), (2027, "near_poor")]


def test_new_standard_brings_a_new_certificate(walk, rows) -> None:
    case = walk.case(rows.round(), before="poor")
    opened(walk, case.household, year=2021)
    issue(walk, 2021, date(2021, 1, 5))
    walk.on_to_proposed([walk.survey(case, "poor")])
    walk.sign(walk.draft(case.round))
    assert len(issue(walk).certificates) == 1


def test_only_the_poor_and_near_poor_of_the_year_get_one(walk, rows) -> None:
    round_ = rows.round()
    leaves = walk.case(round_, before="poor")
    opened(walk, leaves.household)
    comes = walk.case(round_, form="review")
    walk.on_to_proposed([walk.survey(leaves, "not_poor"), walk.survey(comes, "not_poor")])
    walk.sign(walk.draft(round_))
    walk.sign(walk.draft(round_, "refusal"))
    walk.recognised(rows.round("average_living_standard"), 1, "average_living_standard",
                             form="average_living_standard")  # fmt: skip
    assert refusal(lambda: issue(walk)) == ["CERTIFICATE-NONE"]


def test_corrected_class_is_printed_as_corrected(walk, rows) -> None:
    cases = walk.recognised(rows.round(), 2)
    decision = Decision.objects.get()
    issue(walk, only=[cases[0].household_id])
    changes = {item_of(cases[0]).pk: "near_poor", item_of(cases[1]).pk: "near_poor"}
    walk.sign(correct(walk, decision, changes), CORRECTED)
    made = issue(walk, on=CORRECTED)
    assert {each.item.given for each in made.blocks} == {"near_poor"}
    assert len(made.certificates) == 1, "who held one gets another block on it"
    assert Certificate.objects.filter(household=cases[0].household).get().years.count() == 2


def test_only_what_was_said_last_for_the_year_is_printed(walk, rows) -> None:
    """Poor by the list of before, near-poor by October's decision, and back by corrections: one block, of the last."""
    household = walk.households(1)[0]
    opened(walk, household)
    case = walk.case(rows.round("monthly"), household, form="exit", before="poor")
    walk.on_to_proposed([walk.survey(case, "near_poor")])
    decision = walk.sign(walk.draft(case.round))
    first = walk.sign(correct(walk, decision, {item_of(case).pk: "none"}), CORRECTED)
    assert refusal(lambda: issue(walk, 2026, CORRECTED)) == ["CERTIFICATE-NONE"]
    walk.sign(correct(walk, first, {first.items.get().pk: "near_poor"}), CORRECTED)
    blocks = issue(walk, 2026, CORRECTED).blocks
    assert [(each.item.given, each.item.corrects.corrects.decision) for each in blocks] == [("near_poor", decision)]


def test_lost_certificate_is_replaced_once_with_all_its_blocks(walk, rows) -> None:
    case = walk.recognised(rows.round())[0]
    lost = issue(walk).certificates[0]

    def replace(reason="bị cháy", on=CORRECTED, which=lost):
        return certificates.replace_certificate(by=walk.officer, certificate=which, issued_on=on, reason=reason)

    assert refusal(lambda: replace(" ")) == ["DECIDING-REASON"]
    assert refusal(lambda: replace(on=SIGNED)) == ["CERTIFICATE-DAY"]
    made = replace()
    assert (made.number, made.replaces, made.household_id) == (2, lost, case.household_id)
    assert list(made.years.values_list("year", "item")) == [(2027, DecisionItem.objects.get().pk)]
    assert refusal(replace) == ["CERTIFICATE-REPLACED"]
    assert replace(which=made).number == 3


def test_changes_of_members_are_noted_and_a_new_head_is_none(walk, rows, family) -> None:
    walk.on_to_proposed([walk.survey(walk.case(rows.round(), family.household, form="review"))])
    walk.sign(walk.draft(ReviewCase.objects.get().round))
    made = issue(walk).certificates[0]

    def noted() -> list[tuple[str, str]]:
        page = certificate_page(walk.officer, made.pk)
        assert bool(page.changes) == certificates_for(walk.officer, rows.unit, 2027)[0].changed
        return [(each.name, each.left) for each in page.changes]

    households.change_head(
        by=walk.officer, household=family.household, head=family["Lan"], on=date(2026, 10, 10), former_head="spouse"
    )
    assert noted() == []
    households.departure(
        by=walk.officer, household=family.household, people=[family["An"]], on=date(2026, 10, 20), left_as="abroad"
    )
    assert noted() == [("Nguyễn Văn An", "ra nước ngoài")]


def test_day_signer_and_right_are_checked(walk, rows, province_officer) -> None:
    from giamngheo.accounts.permissions import NotPermitted

    walk.recognised(rows.round())
    assert refusal(lambda: issue(walk, on=date(2026, 9, 30))) == ["CERTIFICATE-DAY"]
    assert refusal(lambda: issue(walk, on=date(2099, 1, 1))) == ["DAY-FUTURE"]
    with pytest.raises(Refused, match="họ tên người ký"):
        certificates.issue_certificates(by=None, unit=rows.unit, year=2027, issued_on=ISSUED, signer=" ")
    with pytest.raises(NotPermitted):
        certificates.issue_certificates(by=province_officer, unit=rows.unit, year=2027, issued_on=ISSUED, signer="A")


def test_queries_do_not_grow_with_certificates(walk, rows) -> None:
    def asked(number: int, kind: str, year: int) -> int:
        walk.recognised(rows.round(kind), number, form="review")
        with CaptureQueriesContext(connection) as found:
            issue(walk, year)
        return len(found)

    assert asked(2, "annual", 2027) == asked(9, "monthly", 2026)


@pytest.mark.django_db(transaction=True)
def test_two_who_issue_at_once_issue_each_number_and_block_once(walk, rows) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("one writer at a time; PostgreSQL runs this")
    cases = walk.recognised(rows.round(), 4)
    halves = ([each.household_id for each in cases[:3]], [each.household_id for each in cases[1:]])
    told = at_once(*(lambda only=only: issue(walk, only=only) for only in halves))
    assert all(isinstance(each, certificates.Issued) for each in told), told
    assert sorted(Certificate.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
    assert CertificateYear.objects.count() == 4
    assert not due_items(rows.unit, 2027).exists()
    assert fresh(cases[0]).state == "recognised"


def test_certificate_says_on_screen_and_paper_that_a_box_was_put_right(walk, rows, officer, officer_client) -> None:
    case = walk.recognised(rows.round())[0]
    held = issue(walk).certificates[0]
    decision = walk.sign(correct(walk, Decision.objects.get(), {item_of(case).pk: "none"}), CORRECTED)
    symbol = decision.document.symbol
    (block,) = certificate_page(officer, held.pk).blocks
    assert (block.year.item.given, block.corrected.given) == ("poor", "none")
    assert [each.corrected for each in certificates_for(officer, held.unit, 2027)] == [True]
    assert f"đã đính chính bằng {symbol}" in officer_client.get(f"/ra-soat/giay-chung-nhan/{held.pk}/").content.decode()
    sheet = compose(from_rows(officer, held.pk).data[0])
    assert f"Ô năm 2027 đã được đính chính bằng Quyết định {symbol}" in sheet.notes[0]
    assert sheet.notes[0].endswith("không thuộc hộ nghèo, hộ cận nghèo.")
