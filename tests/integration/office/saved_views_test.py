"""Views of a list that somebody keeps: their own, replaced by name, and nobody else's."""

import pytest

from giamngheo.accounts import actions
from giamngheo.accounts.models import SavedView
from giamngheo.accounts.permissions import OutOfScope
from giamngheo.audit.models import Event

pytestmark = pytest.mark.django_db
COLUMNS = "cot=ke-hoach%2Csai"


def test_view_keeps_filters_and_columns_and_leads_back(officer_client, officer, plan) -> None:
    answer = officer_client.post(f"/ke-hoach/cach-xem/?loc-nam=2024&{COLUMNS}&trang=3", {"name": " Chỗ  sai "})
    kept = SavedView.objects.get(user=officer)
    assert (kept.name, kept.query) == ("Chỗ sai", f"loc-nam=2024&{COLUMNS}")
    assert answer.headers["Location"] == f"/ke-hoach/?{kept.query}"
    page = officer_client.get(f"/ke-hoach/?{kept.query}").content.decode()
    assert 'aria-current="true">Chỗ sai</a>' in page
    assert "Trạng thái</th>" not in page


def test_same_name_replaces_and_the_trail_says_so(officer_client, officer, plan) -> None:
    for query in (COLUMNS, ""):
        officer_client.post(f"/ke-hoach/cach-xem/?{query}", {"name": "Của tôi"})
    assert [view.query for view in SavedView.objects.filter(user=officer)] == [""]
    assert Event.objects.filter(action="accounts.view_saved").count() == 2


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_name_that_cannot_be_kept_is_refused(officer_client, plan, name) -> None:
    page = officer_client.post("/ke-hoach/cach-xem/", {"name": name}, follow=True).content.decode()
    assert "Chưa lưu được cách xem" in page
    assert not SavedView.objects.exists()


def test_view_of_somebody_else_cannot_be_removed(officer, other_officer, officer_client, other_officer_client) -> None:
    view = actions.save_view(by=officer, screen="plans", name="Của tôi", query="")
    assert other_officer_client.post(f"/ke-hoach/cach-xem/{view.pk}/bo/").status_code == 404
    with pytest.raises(OutOfScope):
        actions.remove_view(by=other_officer, view=view)
    assert officer_client.post(f"/ke-hoach/cach-xem/{view.pk}/bo/").status_code == 302
    assert not SavedView.objects.exists()
