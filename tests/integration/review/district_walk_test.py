"""A review of the years when a district stood above the commune, walked through its screens: the district is asked."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from giamngheo.review.models import Decision, HigherOpinion, Posting, Proposal, ReviewRound, VillageMeeting
from tests.integration.review.deciding import states
from tests.integration.review.deciding_screens_test import meeting_form, text
from tests.integration.review.surveying import case_of, holds

pytestmark = pytest.mark.django_db
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@pytest.fixture
def fill(officer_client):
    """Fill in a form as it stands on its page, hidden fields and all."""

    def act(address: str, client=officer_client, to: str = "", **typed) -> None:
        hidden = {name: unescape(value) for name, value in _HIDDEN.findall(text(client.get(address)))}
        answer = client.post(to or address, {**hidden, **typed})
        told = answer.context and (answer.context.get("problems") or answer.context.get("form"))
        assert answer.status_code == 302, (address, answer.status_code, told)

    return act


def test_annual_round_of_2024_asks_the_district(officer_client, sign_in, leader, walk, rows, fill, settings,
                                                tmp_path) -> None:  # fmt: skip
    settings.MEDIA_ROOT = tmp_path
    home, chief = walk.households(1)[0], sign_in(leader)
    holds(home, "poor", rows.unit, since=date(2024, 1, 1))
    fill("/ra-soat/tao/dinh-ky/?nam=2024", year="2024", standard="start")
    round_ = ReviewRound.objects.get()
    assert (round_.starts_on, round_.ends_on) == (date(2024, 9, 1), date(2024, 12, 14))
    of = f"/ra-soat/dot/{round_.pk}/"
    fill(f"{of}ban-chi-dao/", **{"o-1-name": "Lê Giả Trưởng", "o-1-post": "Chủ tịch", "o-1-role": "head"})
    fill(f"{of}mo/")
    case = case_of(home)
    fill(
        f"/ra-soat/ho/{case.pk}/phieu-b/?ghi=diem", surveyed_on="09/09/2024", reviewer="Rà Soát Giả",
        **{"h-area": "rural", "h-income_score_typed": "100", "h-deprivation_score_typed": "30"},
    )  # fmt: skip
    assert states([case]) == ["surveyed"]

    fill(f"{of}hop-dan/lap/?thon={rows.village.pk}", **meeting_form(day="16/09/2024"))
    meeting = VillageMeeting.objects.get()
    fill(f"/ra-soat/hop-dan/{meeting.pk}/", **{f"d-{case.pk}": "20"})
    fill(f"/ra-soat/hop-dan/{meeting.pk}/", to=f"/ra-soat/hop-dan/{meeting.pk}/chot/")
    fill(f"{of}niem-yet/ghi/?thon={rows.village.pk}", starts_on="17/9/2024", places="Nhà văn hóa", ho=[case.pk])
    after = Posting.objects.get().ends_on.day + 1
    fill(f"{of}trinh/", on=f"{after}/9/2024", ho=[case.pk])
    proposal = Proposal.objects.get()
    page = f"/ra-soat/trinh/{proposal.pk}/"
    paper = officer_client.get(f"/ra-soat/giay-to/xin-y-kien/{proposal.pk}.html")
    assert "Hoằng Hóa" in text(paper)

    fill(page, sent_on=f"{after + 1}/9/2024", serial="77", sign="BC-UBND")
    asked = HigherOpinion.objects.get()
    assert (asked.asked_of.name, asked.asked_of.level) == ("Huyện Hoằng Hóa", "district")
    assert "Huyện Hoằng Hóa" in text(officer_client.get(page))
    fill(page, answered_on=f"{after + 3}/9/2024", agrees="yes", answer="Nhất trí", reference="9/UBND")
    assert "Huyện Hoằng Hóa nhất trí" in text(officer_client.get(page))

    fill(f"{of}quyet-dinh/", loai="cong-nhan")
    draft = Decision.objects.get(kind="recognition")
    fill(
        f"/ra-soat/quyet-dinh/{draft.pk}/", client=chief, to=f"/ra-soat/quyet-dinh/{draft.pk}/ky/", serial="125",
        sign="QĐ-UBND", signed_on="1/10/2024", signer="Chủ Tịch Giả", signer_post="Chủ tịch",
    )  # fmt: skip
    assert states([case]) == ["recognised"]
