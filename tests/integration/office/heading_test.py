"""The plan's heading and its issuing on the screen: what is typed is read, kept when refused, and printed."""

import pytest

from giamngheo.planning import queries
from giamngheo.planning.models import VersionKind

pytestmark = pytest.mark.django_db


def head_of(plan, **typed: str) -> dict[str, str]:
    fields = {
        "based_on": str(plan.version), "number": "07", "day": "1/9", "subject": "Kế hoạch giảm nghèo năm 2024",
        "authority": "TM. ỦY BAN NHÂN DÂN\n\n KT. CHỦ  TỊCH \nPHÓ CHỦ TỊCH", "signer": " Trần Văn  Thử ",
    }  # fmt: skip
    return fields | typed


def test_heading_typed_on_screen_is_printed(officer, officer_client, plan) -> None:
    answer = officer_client.post(f"/ke-hoach/{plan.pk}/dau-van-ban/", head_of(plan))
    assert answer.status_code == 302
    document = queries.composed(officer, plan).document
    assert document.reference.printed == f"07/{document.reference.symbol}"
    assert (document.place_and_date.day, document.place_and_date.month, document.place_and_date.year) == (1, 9, 2024)
    assert document.subject.text == "Kế hoạch giảm nghèo năm 2024"
    assert document.signature.authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert document.signature.name == "Trần Văn Thử"
    assert not {"COMPLETE-NUMBER", "COMPLETE-DATE"} & {each.finding.code for each in queries.findings(officer, plan)}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"number": "7a"}, "PLAN-NUMBER-UNREADABLE"),
        ({"number": "000"}, "PLAN-NUMBER-UNREADABLE"),
        ({"day": "31/02/2024"}, "PLAN-DAY-UNREADABLE"),
        ({"day": "hôm qua"}, "PLAN-DAY-UNREADABLE"),
        ({"subject": "  "}, "PLAN-TEXT-EMPTY"),
        ({"based_on": "0"}, "PLAN-STALE"),
    ],
)
def test_refused_heading_keeps_everything_typed(officer_client, plan, typed, code) -> None:
    answer = officer_client.post(f"/ke-hoach/{plan.pk}/dau-van-ban/", head_of(plan, signer="Người Vừa Gõ", **typed))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert answer.context["code"] == code
    assert "Người Vừa Gõ" in page
    plan.refresh_from_db()
    assert plan.version == 1


def test_blank_number_and_day_stay_blank(officer, officer_client, plan) -> None:
    officer_client.post(f"/ke-hoach/{plan.pk}/dau-van-ban/", head_of(plan, number="", day=""))
    document = queries.composed(officer, plan).document
    assert (document.reference.number, document.place_and_date.day) == ("", None)


def test_plan_with_open_errors_cannot_be_issued(leader, sign_in, plan, officer) -> None:
    from giamngheo.planning.actions import edit_printed

    text = next(text for text in plan.texts.all() if "Tập huấn" in text.source_text)
    edit_printed(by=officer, text=text, printed="Hộ nghèo giảm 22 hộ; từ 33 hộ xuống còn 16 hộ.", based_on=1)
    plan.refresh_from_db()
    client = sign_in(leader)
    answer = client.post(f"/ke-hoach/{plan.pk}/ban-hanh/", {"number": "12", "day": "18/4", "based_on": "2"})
    assert (answer.status_code, answer.context["code"]) == (422, "PLAN-ISSUE-OPEN-ERRORS")


def test_leader_issues_plan_and_closes_it(leader, sign_in, plan, officer_client) -> None:
    address = f"/ke-hoach/{plan.pk}/ban-hanh/"
    assert officer_client.get(address).status_code == 403
    answer = sign_in(leader).post(address, {"number": "12", "day": "18/4", "based_on": "1"})
    assert answer.status_code == 302
    plan.refresh_from_db()
    assert plan.status == "issued"
    assert plan.versions.order_by("-number").first().kind == VersionKind.ISSUE
    refused = officer_client.post(f"/ke-hoach/{plan.pk}/dau-van-ban/", head_of(plan))
    assert (refused.status_code, refused.context["code"]) == (422, "PLAN-ISSUED")


def test_heading_of_another_commune_does_not_exist(other_officer_client, plan) -> None:
    for name in ("dau-van-ban", "ban-hanh"):
        assert other_officer_client.get(f"/ke-hoach/{plan.pk}/{name}/").status_code == 404
        assert other_officer_client.post(f"/ke-hoach/{plan.pk}/{name}/", head_of(plan)).status_code == 404
