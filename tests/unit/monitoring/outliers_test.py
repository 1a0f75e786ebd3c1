"""A village far from the others, and what chance alone makes of small ones."""

from giamngheo.monitoring.alerts.outliers import Share, outliers


def of(homes: int, *shares: float) -> list[Share]:
    return [Share(number, homes, round(homes * share)) for number, share in enumerate(shares)]


USUAL = of(200, 0.02, 0.02, 0.03, 0.03, 0.04)


def test_worked_example_of_the_prose() -> None:
    (found,) = outliers([*USUAL, Share(9, 200, 24)])
    assert found.share.village == 9
    assert round(found.usual, 4) == 0.03
    assert round(found.distance, 1) == 6.1
    assert outliers([*USUAL, Share(9, 33, 4)]) == []


def test_hamlet_is_neither_judged_nor_counted() -> None:
    assert outliers([*USUAL, Share(9, 29, 20)]) == []
    assert outliers([*USUAL[:4], Share(8, 29, 0), Share(9, 200, 150)]) != []
    assert outliers([*USUAL[:3], Share(8, 29, 0), Share(9, 200, 150)]) == []


def test_a_village_without_poor_is_as_far_as_one_with_many() -> None:
    found = outliers([*of(300, 0.30, 0.31, 0.32, 0.30, 0.29), Share(9, 300, 0)])
    assert [each.share.village for each in found] == [9]
    assert found[0].distance < -3.5


def test_where_most_have_none_two_households_are_no_news() -> None:
    none = of(40, 0, 0, 0, 0, 0)
    assert outliers([*none, Share(9, 40, 2)]) == []
    assert [each.share.village for each in outliers([*none, Share(9, 40, 30)])] == [9]
    assert outliers(none) == []
