"""Rulings on dimensions Nhà ở, Nước sinh hoạt và vệ sinh, Thông tin."""

from tests.spec.standards.households import MEANS, home, people, person
from tests.spec.standards.ruling import Ruling

Q, F, W, T, NET, M = "housing_quality", "housing_area", "water", "toilet", "telecom", "information_means"
_WEAK = "non_durable"
_NOTHING = dict.fromkeys(MEANS, False)

CASES = (
    Ruling("a house with durable walls, pillars and roof is no deprivation", Q, False, home()),
    Ruling("one non-durable structure of three is no deprivation", Q, False, home(roof=_WEAK)),
    Ruling("two non-durable structures of three are a deprivation", Q, True, home(wall=_WEAK, roof=_WEAK)),
    Ruling("three non-durable structures are a deprivation", Q, True, home(wall=_WEAK, pillar=_WEAK, roof=_WEAK)),
    Ruling("two non-durable structures are enough when nobody looked at the third", Q, True,
           home(wall=_WEAK, pillar=_WEAK, roof=None)),
    Ruling("two durable structures settle it when nobody looked at the third", Q, False, home(roof=None)),
    Ruling("one non-durable and one unknown structure leave it open", Q, None, home(wall=_WEAK, roof=None),
           settled={"roof": _WEAK}, then=True),
    Ruling("32 m² for four people are 8 m² a person, which is not less than 8", F, False, home(dwelling_area=3200),
           people(4)),
    Ruling("31,99 m² for four people are less than 8 m² a person", F, True, home(dwelling_area=3199), people(4)),
    Ruling("8 m² are enough for one person", F, False, home(dwelling_area=800), people(1)),
    Ruling("7,99 m² are not enough for one person", F, True, home(dwelling_area=799), people(1)),
    Ruling("65,25 m² are enough for eight people", F, False, home(dwelling_area=6525), people(8)),
    Ruling("65,25 m² are not enough for nine people", F, True, home(dwelling_area=6525), people(9)),
    Ruling("an area nobody measured leaves it open", F, None, home(dwelling_area=None), people(4),
           settled={"dwelling_area": 3200}, then=False),
    *(Ruling(f"{words} is clean water", W, False, home(water_source=source)) for source, words in (
        ("piped", "tap water"), ("drilled_well", "a drilled well"), ("protected_dug_well", "a protected dug well"),
        ("protected_spring", "a protected spring"), ("rain", "rain water"), ("bottled", "bottled water"))),
    Ruling("an unprotected source is a deprivation", W, True, home(water_source="unprotected")),
    Ruling("a source nobody asked about leaves it open", W, None, home(water_source=None),
           settled={"water_source": "rain"}, then=False),
    *(Ruling(f"a {words} toilet is hygienic", T, False, home(toilet_kind=kind)) for kind, words in (
        ("septic", "septic"), ("pour_flush", "pour-flush"), ("ventilated", "ventilated"), ("two_vault", "two-vault"))),
    Ruling("another kind of toilet is a deprivation", T, True, home(toilet_kind="other")),
    Ruling("no toilet is a deprivation", T, True, home(toilet_kind="none")),
    Ruling("a toilet nobody asked about leaves it open", T, None, home(toilet_kind=None),
           settled={"toilet_kind": "other"}, then=True),
    Ruling("one member on the internet is enough", NET, False, members=(person(), person(uses_internet=False))),
    Ruling("nobody on the internet is a deprivation", NET, True, members=(person(uses_internet=False),) * 3),
    Ruling("one member who does not say leaves it open when nobody else is on the internet", NET, None,
           members=(person(uses_internet=None), person(uses_internet=False)), settled={"uses_internet": True},
           settles=0, then=False),
    Ruling("one member on the internet settles it, whatever the others did not say", NET, False,
           members=(person(uses_internet=None), person())),
    Ruling("a television alone is a means of information", M, False, home(**{**_NOTHING, "television": True})),
    Ruling("a smartphone alone is a means of information", M, False, home(**{**_NOTHING, "smartphone": True})),
    Ruling("no means at all is a deprivation", M, True, home(**_NOTHING)),
    Ruling("a radio nobody asked about leaves it open when there is nothing else", M, None,
           home(**{**_NOTHING, "radio": None}), settled={"radio": True}, then=False),
    Ruling("one means settles it, whatever was not asked", M, False, {"laptop": True}),
)  # fmt: skip
