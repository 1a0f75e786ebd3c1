"""The published figures a synthetic population is calibrated to, each with where it was read. Nothing here is guessed.

Rates in hundredths of a percent (193 is 1,93 %), so that no figure is rounded by a float. What had to be assumed is in
`assumptions`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Mark = Literal["SEEN", "RECALLED"]
DECISION_2024 = "217/QĐ-BLĐTBXH, 04/02/2025"
DECISION_2023 = "134/QĐ-BLĐTBXH, 31/01/2024"


class Nation(NamedTuple):
    """Poor households and their rate; poor and near-poor together and theirs; poor rate of ethnic-minority households.

    `ethnic_poor` None: not published in what was read.
    """

    year: int
    poor: int
    poor_rate: int
    both: int
    both_rate: int
    ethnic_poor: int | None
    source: str
    mark: Mark = "SEEN"

    @property
    def households(self) -> int:
        """Households that the number of poor and near-poor households and their rate imply."""
        return self.both * 10_000 // self.both_rate


class Region(NamedTuple):
    """Poor and near-poor households together with their rate at the end of 2024; poor households where published."""

    key: str
    name: str
    both: int
    both_rate: int
    poor: int | None = None


class Province(NamedTuple):
    """A province's rates (`near` None: only poor and near-poor together are known, `both`); households if printed."""

    code: str
    name: str
    year: int
    poor: int | None
    near: int | None
    both: int | None = None
    households: int | None = None
    source: str = ""


NATIONS = {
    2024: Nation(2024, 599_608, 193, 1_258_997, 406, 1255, DECISION_2024),
    2023: Nation(2023, 815_101, 293, 1_586_336, 571, None, DECISION_2023),
}
REGIONS = (
    Region("midlands", "Trung du và miền núi phía Bắc", 486_623, 1498, 283_413),
    Region("red_river", "Đồng bằng sông Hồng", 97_755, 140, 35_128),
    Region("central", "Bắc Trung Bộ và duyên hải miền Trung", 360_614, 624),
    Region("highlands", "Tây Nguyên", 152_970, 945),
    Region("southeast", "Đông Nam Bộ", 7_585, 15),
    Region("mekong", "Đồng bằng sông Cửu Long", 153_450, 314),
)
PROVINCES = (
    Province("37", "Ninh Bình", 2024, 151, 189, households=4_806 * 10_000 // 151, source="công bố cuối 2024"),
    Province("64", "Gia Lai", 2024, 607, 877, households=393_760, source="công bố 10/2024"),
    Province("24", "Bắc Giang", 2024, 173, 265, households=8_300 * 10_000 // 173, source="công bố 2024"),
    Province("02", "Hà Giang", 2024, None, None, both=3635, source="công bố 2024"),
    Province("02", "Hà Giang", 2023, None, None, both=4261, source="công bố 2023"),
    Province("62", "Kon Tum", 2023, 684, 439, households=10_220 * 10_000 // 684, source=DECISION_2023),
    Province("96", "Cà Mau", 2023, 314, 227, households=9_604 * 10_000 // 314, source="công bố cuối 2023"),
)  # fmt: skip
# Printed and not used: poor districts at the end of 2023 had 31,72 % poor and 16,22 % near-poor households; which
# districts they were stands in no source that was read, so their communes cannot be told apart.

# The six regions by the provinces' codes until 30/06/2025 (RECALLED: the usual statistical regions).
MEMBERS = {
    "midlands": "02 04 06 08 10 11 12 14 15 17 19 20 24 25",
    "red_river": "01 22 26 27 30 31 33 34 35 36 37",
    "central": "38 40 42 44 45 46 48 49 51 52 54 56 58 60",
    "highlands": "62 64 66 67 68",
    "southeast": "70 72 74 75 77 79",
    "mekong": "80 82 83 84 86 87 89 91 92 93 94 95 96",
}
REGION_OF = {code: region for region, codes in MEMBERS.items() for code in codes.split()}
