"""The sentence above the years compares nothing across a change of the standard, and nothing with years not entered."""

from datetime import date

from giamngheo.monitoring.dashboards.days import year_points
from giamngheo.monitoring.dashboards.queries import Counts, Numbers
from giamngheo.office.monitoring_watch.poverty import trend

POINTS = year_points(2023, date(2024, 6, 1), 3)


def made(*numbers: Numbers):
    return trend(POINTS, Counts([each.day for each in POINTS], {1: list(numbers)}))


def test_years_of_the_same_standard_are_compared() -> None:
    chart = made(Numbers(100), Numbers(100, 30, 5), Numbers(100, 20, 5), Numbers(200, 21, 8))
    assert [row[0] for row in chart.rows] == ["2021", "2022", "2023"]
    assert [after for after, _words in chart.breaks] == ["2021"]
    assert "2022" in str(chart.words)
    assert "20,00" in str(chart.words)
    assert "10,50" in str(chart.words)
    assert "2021" not in str(chart.words)


def test_nothing_is_made_of_years_before_the_first_list() -> None:
    assert made(Numbers(100), Numbers(100), Numbers(100), Numbers(100)).rows == []
    assert [row[0] for row in made(Numbers(9), Numbers(9), Numbers(9), Numbers(9, 1)).rows] == ["2023"]
