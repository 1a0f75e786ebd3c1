"""Nonsense in an address or a hidden field is nobody's server error."""

import pytest

pytestmark = pytest.mark.django_db
HUGE = "9" * 5000


@pytest.mark.parametrize("nonsense", [HUGE, "-1", "²", "٣", "1e3", ""])
def test_nonsense_in_an_address_breaks_no_page(officer_client, plan, nonsense) -> None:
    addresses = [
        f"/ke-hoach/?loc-nam={nonsense}",
        f"/ke-hoach/?don-vi={nonsense}&nam={nonsense}",
        f"/ke-hoach/so-phat-hien/?id={nonsense}",
        f"/ke-hoach/{plan.pk}/lich-su/1/?so={nonsense}",
        f"/ke-hoach/{plan.pk}/sua/t-{nonsense}/",
        f"/ke-hoach/{nonsense}/",
    ]
    assert {officer_client.get(address).status_code for address in addresses} <= {200, 302, 404}


@pytest.mark.parametrize("nonsense", [HUGE, "-1", "²"])
def test_nonsense_version_is_a_stale_one(officer_client, plan, nonsense) -> None:
    text = plan.texts.filter(part="body").first()
    answer = officer_client.post(f"/ke-hoach/{plan.pk}/sua/t-{text.pk}/", {"text": "Khác.", "based_on": nonsense})
    assert answer.status_code == 409
    answer = officer_client.post(f"/ke-hoach/{plan.pk}/lich-su/1/khoi-phuc/", {"based_on": nonsense})
    assert answer.status_code == 409


def test_false_current_address_is_no_filter(officer_client, plan) -> None:
    form = {"code": "X", "quote": "x", "decision": "accepted"}
    headers = {"HX-Request": "true", "HX-Current-URL": "http://[bad"}
    assert officer_client.post(f"/ke-hoach/{plan.pk}/quyet-dinh/", form, headers=headers).status_code in (200, 422)
