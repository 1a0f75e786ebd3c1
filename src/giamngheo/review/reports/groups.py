"""Conditions on a household that several reports name."""

from __future__ import annotations

from collections.abc import Callable

from giamngheo.review.reports.homes import KINH, Home

Condition = Callable[[Home], bool]


def poor(home: Home) -> bool:
    """Hộ nghèo."""
    return home.value == "poor"


def near_poor(home: Home) -> bool:
    """Hộ cận nghèo."""
    return home.value == "near_poor"


def average(home: Home) -> bool:
    """Hộ làm nông, lâm, ngư, diêm nghiệp có mức sống trung bình."""
    return home.average


OF_CLASS: dict[str, Condition] = {"poor": poor, "near_poor": near_poor}


def minority(home: Home) -> bool:
    """The head is of an ethnic minority."""
    return home.minority


def kinh(home: Home) -> bool:
    """The head is Kinh."""
    return home.ethnic_group == KINH


def unknown_group(home: Home) -> bool:
    """No head, or a head whose ethnic group is not known."""
    return not home.ethnic_group


def no_labour(home: Home) -> bool:
    """Nobody is able to work, by the last assessment."""
    return home.no_labour


def merit(home: Home) -> bool:
    """A member has rendered merit (người có công) on the day."""
    return home.merit


def female_head(home: Home) -> bool:
    """The head is a woman."""
    return home.female_head


def neither(home: Home) -> bool:
    """In none of the three groups of R8."""
    return not (home.minority or home.no_labour or home.merit)


def of_group(code: str) -> Condition:
    """The head is of that ethnic group."""
    return lambda home: home.ethnic_group == code


def deprived(indicator: str) -> Condition:
    """Deprived in the indicator, by the last decision or assessment."""
    return lambda home: indicator in home.deprivations


def caused(cause: str) -> Condition:
    """The cause was named."""
    return lambda home: cause in home.causes


def both(*conditions: Condition) -> Condition:
    """All of them hold."""
    return lambda home: all(condition(home) for condition in conditions)
