"""The reports and the closings as screens and files: whose they are, what they say, what is recorded."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse

from giamngheo.audit.models import Event
from giamngheo.review.models import Certificate, Closing, ReviewRequest
from giamngheo.review.reports.catalogue import REPORTS
from tests.integration.review.deciding import MET
from tests.integration.review.world import CLOSING, OPENING

pytestmark = pytest.mark.django_db
DAYS = "from=01/01/2026&on=01/01/2027"


@pytest.fixture
def client(world, officer_client):
    """The officer, whose commune is the world's."""
    return officer_client


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_index_names_every_report_and_the_days_of_the_round(client, world) -> None:
    response = client.get(reverse("office:review-reports-of", args=[world.round.pk]), follow=True)
    page = text_of(response)
    for each in REPORTS:
        assert str(each.title).replace("chính thức", "sơ bộ") in page or str(each.title) in page
    assert "Tính đến hết ngày 01/01/2027; diễn biến từ ngày 01/01/2026" in page
    assert "theo phiếu khảo sát" in page  # the round is not decided yet: preliminary unless asked otherwise


@pytest.mark.parametrize("slug", [each.slug for each in REPORTS])
def test_every_report_opens_says_what_it_is_and_downloads(client, slug) -> None:
    response = client.get(f"/ra-soat/bao-cao/{slug}/?{DAYS}")
    assert response.status_code == 200
    page = text_of(response)
    assert "Số liệu chính thức, theo các quyết định đã ký" in page
    assert "Tính đến hết ngày 01/01/2027" in page
    file = client.get(f"/ra-soat/bao-cao/{slug}/bang.xlsx?{DAYS}")
    assert file.content[:2] == b"PK"
    event = Event.objects.get(action="review.export_report")
    assert (event.actor_name, event.after["reports"], event.after["basis"]) == ("can-bo", [slug], "official")
    assert event.after["rows"] > 0


def test_number_leads_to_its_households_and_they_to_a_file(client, world) -> None:
    page = client.get(f"/ra-soat/bao-cao/r2/?{DAYS}").content.decode().replace("&amp;", "&")
    of_relapses = re.findall(r'href="(/ra-soat/bao-cao/r2/ho/\?[^"]*cot=t2[^"]*)"', page)
    [address] = {each for each in of_relapses if "dong=" not in each}
    response = client.get(address)
    assert "Hộ 10 An" in text_of(response)
    assert reverse("office:household", args=[world.homes[10].pk]) in response.content.decode()
    file = client.get(address.replace("/ho/?", "/ho/danh-sach.csv?"))
    assert "Hộ 10 An;Thôn Thử 1;1;4" in file.content.decode()
    assert Event.objects.get(action="review.export_report").after["reports"] == ["r2:t2:"]
    assert client.get(f"/ra-soat/bao-cao/r2/ho/?{DAYS}&cot=khong").status_code == 404


def test_help_handed_over_stands_beside_the_members_of_the_lists(client, world, sign_in, make_user) -> None:
    from tests.integration.support.conftest import row

    class Home:
        household, people = world.homes[1], {each.full_name: each for each in world.people[1]}

    given = {"unit": world.unit, "on": date(2026, 3, 1)}
    row(Home, **given)
    row(Home, **given, kind="tuition", content="tuition", person=world.people[1][2])
    row(Home, **given, kind="housing", content="housing", person=world.people[1][1])  # died since: the first line's
    row(Home, **{**given, "on": OPENING}, instalment=2)  # of the year before
    wrong = row(Home, **given, instalment=3)
    row(Home, **given, instalment=3, reverses=wrong, reason="ghi nhầm")
    address = f"/ra-soat/bao-cao/r15/?{DAYS}"
    lines = [each for each in client.get(address).context["body"] if each["kind"] == "line"]
    assert [[cell["text"] for cell in line["cells"][10:]] for line in lines[:2]] == [
        ["", "", "", "1", "1"], ["", "1", "", "", ""],
    ]  # fmt: skip
    assert lines[1]["cells"][11]["href"].endswith(f"/ho-dan/{world.homes[1].pk}/#ho-tro")
    assert client.get(f"/ra-soat/bao-cao/r15/bang.xlsx?{DAYS}").content[:2] == b"PK"
    reviewer = sign_in(make_user("ra-soat-vien", "village_reviewer", world.unit))  # may not see the ledger
    page = reviewer.get(address)
    assert "Hỗ trợ đã bàn giao" not in text_of(page)
    assert "không tính hỗ trợ đã nhận" in text_of(page)


def test_unknown_report_and_another_communes_round_do_not_exist(client, other_officer, sign_in, world) -> None:
    assert client.get("/ra-soat/bao-cao/r16/").status_code == 404
    assert client.get("/ra-soat/bao-cao/r1/?round=999999").status_code == 404
    stranger = sign_in(other_officer)
    assert stranger.get(f"/ra-soat/bao-cao/r1/?round={world.round.pk}").status_code == 404
    assert "Hộ 1 An" not in stranger.get(f"/ra-soat/bao-cao/r15/?{DAYS}").content.decode()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("on=32/1/2027", "không đọc được"),
        ("from=01/02/2027&on=01/01/2027", "phải trước"),
        ("on=01/01/2027", "chưa đến"),
    ],
)
def test_day_that_was_not_followed_is_said(client, days, words) -> None:
    assert words in text_of(client.get(f"/ra-soat/bao-cao/r1/?{days}"))


def test_province_sees_its_communes_as_rows_and_a_commune_does_not(world, sign_in, province_officer, officer) -> None:
    above = sign_in(province_officer)
    page = text_of(above.get(f"/ra-soat/bao-cao/r1/?cap=tinh&{DAYS}"))
    assert "Tỉnh Thanh Hóa" in page
    assert "Xã Hoằng Phú" in page
    below = text_of(sign_in(officer).get(f"/ra-soat/bao-cao/r1/?cap=tinh&{DAYS}"))
    assert "Thôn Thử 1" in below


def test_period_is_closed_on_the_screen_and_again_with_a_reason(client, world) -> None:
    address = f"/ra-soat/bao-cao/chot/?round={world.round.pk}&so=chinh-thuc"
    assert "Chưa chốt lần nào" in text_of(client.get(address))
    assert client.post(address).status_code == 302
    kept = Closing.objects.get()
    assert (kept.opening_on, kept.closing_on, kept.round) == (OPENING, CLOSING, world.round)
    refused = client.post(address, {"reason": ""})
    assert refused.status_code == 422
    assert "phải ghi lý do" in text_of(refused)
    assert client.post(address, {"reason": "Khai tử muộn"}).status_code == 302
    page = text_of(client.get(address))
    assert "Đã thay" in page
    assert "Khai tử muộn" in page
    assert "Theo số liệu đã chốt" in text_of(client.get(f"/ra-soat/bao-cao/r2/?{DAYS}"))


def test_what_cannot_be_closed_is_said_before_anybody_tries(client, world) -> None:
    from giamngheo.review.models import HouseholdClass

    row = HouseholdClass.objects.get(household=world.homes[8], valid_to=None)
    world.end(row, date(2026, 6, 1), world.item(8, "near_poor", date(2026, 6, 2), kind="recognition"))
    page = client.get(f"/ra-soat/bao-cao/chot/?{DAYS}")
    assert page.status_code == 200
    assert "H-08" in text_of(page)
    assert client.post(f"/ra-soat/bao-cao/chot/?{DAYS}").status_code == 422


def test_reviewer_reads_and_does_not_close(world, make_user, sign_in) -> None:
    reviewer = sign_in(make_user("ra-soat", "village_reviewer", world.unit))
    page = reviewer.get(f"/ra-soat/bao-cao/chot/?{DAYS}")
    assert page.status_code == 200
    assert b'method="post" action="?' not in page.content
    assert reviewer.post(f"/ra-soat/bao-cao/chot/?{DAYS}").status_code == 403
    assert not Closing.objects.exists()


def test_administrator_of_accounts_sees_no_report(sign_in, administrator) -> None:
    assert sign_in(administrator).get("/ra-soat/bao-cao/").status_code == 403


@pytest.mark.parametrize(("path", "most"), [("r1/", 35), ("r15/", 38), ("r2/ho/", 37), ("chot/", 39), ("", 14)])
def test_screens_ask_a_constant_number_of_questions(client, path, most, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(most):
        client.get(f"/ra-soat/bao-cao/{path}?{DAYS}&cot=g3")


def test_household_page_tells_its_life_in_the_review(client, world) -> None:
    home = world.homes[18]
    request = ReviewRequest.objects.create(
        form="review", unit=world.unit, number=7, year=2026, household=home, applicant="Hộ 18 An",
        received_on=date(2026, 9, 1),
    )  # fmt: skip
    item = home.decision_items.get(given="poor")
    certificate = Certificate.objects.create(unit=world.unit, household=home, number=3, year=2027, issued_on=CLOSING)
    certificate.years.create(year=2027, item=item, signed_on=CLOSING, signer="Chủ Tịch Giả")
    page = text_of(client.get(reverse("office:household", args=[home.pk])))
    for words in ("Rà soát hộ nghèo", "hộ cận nghèo", "01/01/2027 – …", item.decision.document.symbol,
                  "số 7/2026", "Số 3/2027, ô năm 2027", "Người khảo sát: Người Giả"):  # fmt: skip
        assert words in page, words
    assert request.form == "review"


def test_household_page_tells_the_reasons_of_a_verdict(client, world) -> None:
    from giamngheo import standards
    from giamngheo.review.models import Assessment
    from giamngheo.standards.verdict import encode, judge

    verdict = judge(standards.on(date(2026, 9, 7)), {"area": "rural", "income_score_typed": 120,
                                                     "deprivation_score_typed": 40})  # fmt: skip
    case = world.round.cases.get(household=world.homes[18])
    Assessment.objects.create(
        case=case, number=2, surveyed_on=date(2026, 9, 8), reviewer="Người Giả", outcome="poor", record={},
        verdict=encode(verdict).decode(), members=[],
    )  # fmt: skip
    page = text_of(client.get(reverse("office:household", args=[world.homes[18].pk])))
    assert "Vì sao" in page
    assert "120" in page


def test_time_line_holds_every_step_of_the_review_with_its_page(walk, rows, sign_in, django_assert_max_num_queries):
    round_ = rows.round()
    (case,) = walk.recognised(round_, 1)
    home = case.household
    ReviewRequest.objects.create(
        form="review", unit=round_.unit, number=7, year=2026, household=home, applicant="Ông Giả", received_on=MET,
    )  # fmt: skip
    item = home.decision_items.get()
    certificate = Certificate.objects.create(unit=round_.unit, household=home, number=3, year=2027, issued_on=CLOSING)
    certificate.years.create(year=2027, item=item, signed_on=CLOSING, signer="Chủ Tịch Giả")
    client, address = sign_in(walk.officer), reverse("office:household", args=[home.pk])
    client.get(address)
    with django_assert_max_num_queries(70) as few:
        page = client.get(address)
    asked = len(few)  # now: later requests empty the log
    told = [each["review"] for each in page.context["life"] if "review" in each]
    assert [each["kind"] for each in told] == [
        "Ký giấy chứng nhận", "Quyết định", "Ý kiến cấp trên", "Trình danh sách", "Niêm yết", "Họp thôn",
        "Giấy đề nghị", "Khảo sát",
    ]  # fmt: skip
    assert "20 người dự họp đồng ý" in told[5]["text"]
    assert told[-1]["where"] == reverse("office:review-case", args=[case.pk])  # its made-up record cannot be shown
    for each in told[:-1]:
        assert client.get(each["where"]).status_code == 200, each
    ReviewRequest.objects.create(
        form="review", unit=round_.unit, number=8, year=2026, household=home, applicant="Ông Giả", received_on=MET,
    )  # fmt: skip
    with django_assert_max_num_queries(asked):
        assert len([each for each in client.get(address).context["life"] if "review" in each]) == 9


def test_household_without_review_has_no_section(client, world) -> None:
    assert "Rà soát hộ nghèo" not in text_of(client.get(reverse("office:household", args=[world.homes[15].pk])))
