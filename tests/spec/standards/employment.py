"""Rulings on dimension Việc làm."""

from tests.spec.standards.households import child, people, person
from tests.spec.standards.ruling import Ruling

_OLD, _DISABLED = {"monthly_allowance": "elderly"}, {"monthly_allowance": "disabled"}


def _work(*statuses: str | None) -> tuple[dict[str, object], ...]:
    return tuple(person(employment_status=each) for each in statuses)


CASES = (
    Ruling("a household where everybody works with a contract is not deprived of employment", "employment", False,
           members=people(4)),
    Ruling("one member who seeks work and finds none makes the household deprived", "employment", True,
           members=_work("contract", "seeking", "contract")),
    Ruling("a wage job without a labour contract counts like no job", "employment", True,
           members=_work("own_work", "no_contract")),
    Ruling("work on one's own land is no deprivation", "employment", False, members=_work("own_work", "own_work")),
    Ruling("a member who does not wish or is not able to work is no deprivation", "employment", False,
           members=_work("not_seeking", "contract")),
    Ruling("a household without an answer about one member's work is open", "employment", None,
           members=_work("contract", None), settled={"employment_status": "seeking"}, settles=1, then=True),
    Ruling("one member without a job settles it, whatever is not answered of the others", "employment", True,
           members=_work("seeking", None, None)),
    Ruling("two dependants of four are half, which is not more than half", "dependants", False,
           members=(child(), child(), person(), person())),
    Ruling("two dependants of three are more than half", "dependants", True, members=(child(), child(), person())),
    Ruling("an elderly person with the monthly allowance is a dependant", "dependants", True,
           members=(person(birth=19400101, **_OLD), child(), person())),
    Ruling("an elderly person without the allowance is no dependant", "dependants", False,
           members=(person(birth=19400101), child(), person())),
    Ruling("a disabled person with the monthly allowance is a dependant", "dependants", True,
           members=(person(**_DISABLED), child(), person())),
    Ruling("another group's allowance makes nobody a dependant", "dependants", False,
           members=(person(monthly_allowance="other"), child(), person())),
    Ruling("a disabled child is one dependant, not two", "dependants", False,
           members=(child(**_DISABLED), person())),
    Ruling("on the 16th birthday a child stops being a dependant", "dependants", False,
           members=(child(birth=20101124), person())),
    Ruling("on the day before the 16th birthday half of two people depend, which is not more than half", "dependants",
           False, members=(child(birth=20101125), person())),
    Ruling("the day before the 16th birthday still counts", "dependants", True,
           members=(child(birth=20101125), child(), person())),
    Ruling("a child turned 16 today leaves one dependant of three", "dependants", False,
           members=(child(birth=20101124), child(), person())),
    Ruling("a child born in 2010, day unknown, may be 15 or 16: open", "dependants", None,
           members=(child(birth=20100000), child(), person()), settled={"birth": 20101231}, settles=0, then=True),
    Ruling("a birth year that decides nothing decides: born in 2009 is 16", "dependants", False,
           members=(child(birth=20090000), child(), person())),
    Ruling("an unanswered allowance of an adult leaves the share open", "dependants", None,
           members=(person(monthly_allowance=None), child(), person()), settled=_OLD, settles=0, then=True),
    Ruling("three elderly people living alone with the allowance all depend", "dependants", True,
           members=people(1, **_OLD) + people(1, **_OLD) + people(1, **_OLD)),
    Ruling("26 dependants of 51 people are more than half", "dependants", True,
           members=(*(child() for _ in range(26)), *people(25))),
)  # fmt: skip
