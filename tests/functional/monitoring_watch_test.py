"""Dashboards in a browser: every picture says what its table says; pages are accessible at a desk and on a phone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from giamngheo.households.actions import locate
from giamngheo.households.models import Address
from giamngheo.households.values import Location
from giamngheo.monitoring.alerts.actions import find_alerts
from giamngheo.territory.actions import open_village
from tests.conftest import PASSWORD, TODAY
from tests.integration.funds.ledger_verbs_test import enter, line_of
from tests.integration.review.world import World, build

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Of each figure: what its table prints, what the picture was told to draw, and how it looks to a reader.
_FIGURES = """() => [...document.querySelectorAll("figure[data-chart]")].map(figure => {
  const place = figure.querySelector(".chart");
  const chart = place && echarts.getInstanceByDom(place);
  const words = cells => [...cells].map(cell => cell.textContent.trim());
  return {
    title: figure.querySelector("h2").textContent,
    heads: words(figure.querySelectorAll("thead th")),
    rows: [...figure.querySelectorAll("tbody tr")].map(row => words(row.cells)),
    option: chart ? chart.getOption() : null,
    label: place && place.getAttribute("aria-label"),
    said: place && document.getElementById(place.getAttribute("aria-describedby")).textContent,
    inked: chart ? chart.getDataURL({type: "png"}).length : 0,
  };
})"""


@pytest.fixture
def world(hoang_phu_old, hoang_phu_new, officer) -> World:
    villages = [open_village(commune=hoang_phu_old, name=f"Thôn Thử {n}", by=None) for n in (1, 2)]
    made = build(World(hoang_phu_new, villages, officer))
    for row in Address.objects.filter(village=villages[0], valid_to=None).order_by("pk")[:3]:
        locate(by=officer, address=row, seen=row.changed_in_id, location=Location(Decimal("19.9"), Decimal("105.8")))
    find_alerts(by=officer, unit=hoang_phu_new, on=TODAY)
    money(hoang_phu_new, officer)
    return made


def money(unit, officer) -> None:
    """Two lines of invented money, of one of which a part is spent."""
    for node, spent in (("DA2", 700_000_000), ("DA4", 0)):
        line = line_of(unit, node=node)
        for kind in ("assign", "allocate"):
            enter(officer, line, kind, 1_250_000_000)
        if spent:
            enter(officer, line, "disburse", spent)


def read(cell: str) -> float | None:
    return None if cell == "–" else float(cell.replace(".", "").replace(",", "."))


def series_of(figure: dict[str, Any]) -> dict[str, list[Any]]:
    """The picture's numbers by the table's heading, the empty place of a new standard left out."""
    at = [number for number, name in enumerate(figure["option"]["xAxis"][0].get("data") or []) if name == ""]
    return {
        each["name"]: [value for number, value in enumerate(each["data"]) if number not in at]
        for each in figure["option"]["series"]
    }


def agrees(figure: dict[str, Any]) -> None:
    """Whatever the picture draws stands in the table, under its own heading and in the same order."""
    first, rows = figure["option"]["series"][0], figure["rows"]
    if first["type"] in ("line", "bar"):
        drawn = series_of(figure)
        assert drawn
        for name, values in drawn.items():
            at = figure["heads"].index(name)
            assert values == [read(row[at]) for row in rows], (figure["title"], name)
    elif first["type"] == "sankey":
        links = [(each["source"][2:], each["target"][2:], each["value"]) for each in first["links"]]
        assert links == [(row[0], row[1], read(row[2])) for row in rows]
    elif first["type"] == "scatter":
        placed = [[row[0], *map(read, row[1:5])] for row in rows if "–" not in row]
        assert [[each["name"], *each["value"]] for each in first["data"]] == [
            [name, lon, lat, homes, share] for name, lat, lon, homes, share in placed
        ]
    else:
        assert first["type"] == "heatmap"
        cells = {(x, y): value for x, y, value in first["data"]}
        assert cells == {(x, y): read(row[x + 1]) for y, row in enumerate(rows) for x in range(len(row) - 1)}


def test_every_picture_says_what_its_table_says(visitor, officer, world) -> None:
    page = visitor.page
    visitor.sign_in(officer.username, PASSWORD)
    assert visitor.goto("/bang-theo-doi/") == 200
    page.wait_for_function("globalThis.echarts && document.querySelectorAll('.chart canvas').length >= 7")
    figures = page.evaluate(_FIGURES)
    assert [each["title"] for each in figures if each["option"] is None] == []
    [money_] = [each for each in figures if each["title"] == "Kinh phí theo dự án"]
    assert series_of(money_)["Đã giải ngân (đồng)"] == [700_000_000, 0]
    for figure in figures:
        if figure["option"] is not None:
            agrees(figure)
            assert figure["label"] == figure["title"]
            assert figure["said"], figure["title"]
            assert figure["inked"] > 3000, figure["title"]
            assert figure["option"]["animation"] is False
    visitor.judge("dashboard")
    for path in ("lanh-dao/", "../canh-bao/", f"../canh-bao/{first_alert()}/", "../chat-luong-du-lieu/"):
        assert visitor.goto(f"/bang-theo-doi/{path}") == 200
        visitor.judge(path)
    visitor.goto("/bang-theo-doi/")
    with page.expect_download() as taken:
        page.locator("button[data-picture]").first.click()
    assert taken.value.suggested_filename == "ngheo-theo-nam.png"


def first_alert() -> int:
    from giamngheo.monitoring.models import Alert

    return Alert.objects.order_by("pk").values_list("pk", flat=True)[0]
