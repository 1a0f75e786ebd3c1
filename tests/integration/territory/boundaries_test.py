"""Boundaries loaded by an administrator: of known places, from a day, and drawn as areas. All invented."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from giamngheo.audit.models import Event
from giamngheo.config.cli import main
from giamngheo.territory.actions import load_boundaries, open_village
from giamngheo.territory.boundaries.loading import areas_on
from giamngheo.territory.models import Boundary
from tests.integration.monitoring.conftest import *  # noqa: F403 fixtures

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 1, 1), date(2026, 6, 1)
SAYS = {"source": "Ranh giới giả", "licence": "để thử"}


def square(code: str, lon: float = 105.7, lat: float = 19.8, side: float = 0.1) -> dict:
    ring = [[lon, lat], [lon + side, lat], [lon + side, lat + side], [lon, lat + side], [lon, lat]]
    return {"type": "Feature", "properties": {"ma": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def file_of(*features: dict) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def load(content: bytes, day: date = DAY, **values):
    return load_boundaries(by=None, content=content, code_property="ma", valid_from=day, **{**SAYS, **values})


def test_boundaries_hold_from_their_day_and_a_later_one_ends_the_former(hoang_phu_new) -> None:
    village = open_village(commune=hoang_phu_new, name="Thôn Giả", by=None)
    content = file_of(
        square(hoang_phu_new.code), square(village.code, side=0.01), square("99999"), square(village.code)
    )
    done = load(content)
    assert (done.taken, done.ended) == (2, 0)
    assert [(each.code, "số 3" in each.message.vi) for each in done.findings] == [
        ("BOUNDARY-CODE", True), ("BOUNDARY-TWICE", False),
    ]  # fmt: skip
    again = load(content)
    assert (again.taken, [each.code for each in again.findings].count("BOUNDARY-TWICE")) == (0, 3)
    later = load(file_of(square(hoang_phu_new.code, side=0.2)), LATER)
    assert (later.taken, later.ended) == (1, 1)
    assert not load(file_of(square(hoang_phu_new.code)), DAY).taken  # nothing is written over
    before, after = (areas_on(day, units=[hoang_phu_new.pk])[hoang_phu_new.pk] for day in (DAY, LATER))
    assert (before.valid_to, after.valid_to) == (date(2026, 5, 31), None)
    assert areas_on(DAY, villages=[village.pk])[village.pk].polygons[0][0][1] == [105.71, 19.8]
    event = Event.objects.filter(action="territory.load_boundaries")[0]
    assert event.after["licence"] == "để thử"


def test_screen_loads_for_whom_it_is_meant_and_map_becomes_an_area(
    sign_in, make_user, officer_client, hoang_phu_new, world, other_commune
) -> None:
    client = sign_in(make_user("quan-tri", "administrator", hoang_phu_new))
    assert officer_client.get("/ranh-gioi/").status_code == 403
    village = world.villages[0]
    sent = {"code_property": "ma", "since": "1/1/2026", **SAYS}
    assert client.post("/ranh-gioi/", sent).status_code == 422
    content = file_of(square(village.code), square(other_commune.code))
    page = client.post("/ranh-gioi/", {**sent, "file": SimpleUploadedFile("thon.geojson", content)})
    assert page.status_code == 200
    assert "không thuộc đơn vị của bạn" in page.content.decode()
    assert Boundary.objects.get().village == village
    assert "Ranh giới giả" in client.get("/ranh-gioi/").content.decode()
    charts = officer_client.get("/bang-theo-doi/").context["charts"]
    [chart] = [each["chart"] for each in charts if each["chart"].slug == "ban-do"]
    at = [row[0] for row in chart.rows].index(village.name)
    assert [each is not None for each in chart.spec()["areas"]] == [row == at for row in range(len(chart.rows))]
    assert chart.rows[at][-1] == "một vùng"
    assert any("Ranh giới giả" in str(each) for each in chart.notes)


def test_command_says_what_was_left_out(hoang_phu_new, tmp_path, capsys) -> None:
    file = tmp_path / "xa.geojson"
    file.write_bytes(file_of(square(hoang_phu_new.code), square(hoang_phu_new.code, lon=95)))
    words = ["boundaries", "load", str(file), "--code-property", "ma", "--from", "2026-01-01"]
    assert main([*words, "--source", "Giả", "--licence", " "]) == 1
    assert main([*words, "--source", "Giả", "--licence", "Thử"]) == 1
    told = capsys.readouterr()
    assert "1 loaded" in told.out
    assert "BOUNDARY-OUTSIDE" in told.err
    assert main([*words[:2], str(tmp_path / "khong-co"), *words[3:], "--source", "a", "--licence", "b"]) == 2
