"""A village belongs to one commune at a time and survives its commune's merger."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from giamngheo.audit.models import Event
from giamngheo.territory import queries
from giamngheo.territory.actions import NoSuchCommune, load_units, move_village, open_village
from giamngheo.territory.models import Unit, Village, VillageMembership

BEFORE, AFTER, TODAY = date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 23)

pytestmark = pytest.mark.django_db


def test_village_survives_the_merger_of_its_commune(hoang_phu_old: Unit, hoang_phu_new: Unit) -> None:
    village = open_village(commune=hoang_phu_old, name="Thôn Thử Một", by=None)
    assert village.code == "15883-01"
    assert list(queries.villages_of(hoang_phu_old, BEFORE)) == [village]
    assert list(queries.villages_of(hoang_phu_new, AFTER)) == [village]
    assert not queries.villages_of(hoang_phu_old, AFTER).exists()


def test_villages_get_their_own_codes(hoang_phu_new: Unit, officer) -> None:
    villages = [open_village(commune=hoang_phu_new, name=f"Thôn {n}", by=officer) for n in (1, 2)]
    assert [village.code for village in villages] == ["15889-01", "15889-02"]
    event = Event.objects.filter(action="territory.village_opened").first()
    assert (event.actor_name, event.unit_code, event.unit_from) == (officer.username, "15889", AFTER)


def test_later_loading_carries_stranded_villages(hoang_phu_old: Unit, hoang_phu_new: Unit) -> None:
    village = Village.objects.create(code="x-1", name="Thôn ghi tay")
    VillageMembership.objects.create(village=village, commune=hoang_phu_old)
    assert load_units().memberships == 1
    assert list(queries.villages_of(hoang_phu_new, TODAY)) == [village]


def test_village_of_a_split_commune_can_go_the_other_way(hoang_phu_old: Unit, other_commune: Unit, officer) -> None:
    village = open_village(commune=hoang_phu_old, name="Thôn Thử", by=None)
    move_village(village=village, commune=other_commune, on=AFTER, by=officer, reason="nghị quyết giao thôn")
    assert list(queries.villages_of(other_commune, TODAY)) == [village]
    move_village(village=village, commune=other_commune, on=date(2026, 1, 1), by=officer)
    assert village.memberships.filter(valid_to=None).count() == 1


def test_village_cannot_belong_to_a_province(thanh_hoa: Unit, hoang_phu_old: Unit) -> None:
    with pytest.raises(NoSuchCommune):
        open_village(commune=thanh_hoa, name="Thôn lạc", by=None)
    with pytest.raises(NoSuchCommune):
        open_village(commune=hoang_phu_old, name="Thôn lạc", by=None, valid_from=TODAY)


def test_database_refuses_two_communes_at_once(hoang_phu_new: Unit, other_commune: Unit) -> None:
    village = open_village(commune=hoang_phu_new, name="Thôn", by=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        VillageMembership.objects.create(village=village, commune=other_commune, valid_from=TODAY)
