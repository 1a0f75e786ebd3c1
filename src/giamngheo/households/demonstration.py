"""The demonstration's households: invented, and marked as such in their code ("MẪU-0001") and their address.

Surnames, middle and given names are common ones thrown together; nobody of these people exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import TYPE_CHECKING

from giamngheo.foundation.text import bare
from giamngheo.households.actions import begin_import, import_rows, register_household
from giamngheo.households.births import is_birth, of_day
from giamngheo.households.models import Household, Membership, Relation, Sex
from giamngheo.households.values import HouseholdRow, Member, PersonValues, Place
from giamngheo.territory.models import Village

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

MARK = "MẪU"
_SEED = 2026
_SURNAMES = (
    ("Nguyễn", 38), ("Trần", 12), ("Lê", 11), ("Phạm", 8), ("Hoàng", 6), ("Vũ", 4), ("Đặng", 3), ("Bùi", 3), ("Đỗ", 3),
    ("Hồ", 2), ("Ngô", 2), ("Dương", 2), ("Lý", 1), ("Trương", 1), ("Cao", 1), ("Mai", 1), ("Hà", 1), ("Quách", 1),
)  # fmt: skip
_MIDDLE = {
    Sex.MALE: ("Văn", "Văn", "Văn", "Đức", "Hữu", "Minh", "Quang", "Xuân", "Đình", "Thanh", ""),
    Sex.FEMALE: ("Thị", "Thị", "Thị", "Thị Thu", "Thị Ngọc", "Thanh", "Ngọc", "Minh", "Thị Kim"),
}
_GIVEN = {
    Sex.MALE: (
        "An", "Anh", "Bình", "Cường", "Dũng", "Đạt", "Đông", "Giang", "Hải", "Hiếu", "Hòa", "Hùng", "Huy", "Khánh",
        "Kiên", "Lâm", "Long", "Mạnh", "Nam", "Nghĩa", "Phong", "Phúc", "Quân", "Sơn", "Tài", "Thành", "Thắng", "Tiến",
        "Toàn", "Trung", "Tú", "Tuấn", "Tùng", "Việt", "Vinh",
    ),
    Sex.FEMALE: (
        "An", "Anh", "Ánh", "Bích", "Chi", "Dung", "Duyên", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hồng", "Huệ", "Hương",
        "Huyền", "Lan", "Liên", "Linh", "Loan", "Mai", "Minh", "Nga", "Ngân", "Nhung", "Oanh", "Phượng", "Quỳnh", "Tâm",
        "Thảo", "Thủy", "Trang", "Tuyết", "Vân", "Yến",
    ),
}  # fmt: skip
_LISTED_AGAIN = date(2025, 7, 1)
_LIVED = (date(1940, 1, 1), date(2024, 12, 31))


def prepare(*, by: User | None, commune: Unit, villages: list[Village], households: int = 150) -> int:
    """Invented households in the villages, once; how many people were added."""
    if Household.objects.filter(local_code__startswith=MARK).exists():
        return 0
    random, numbers = Random(_SEED), count(1)  # noqa: S311 invents people, guards nothing
    change = begin_import(by=by, unit=commune, reason="Dữ liệu mẫu: hộ và người đều là giả")
    rows = [
        invented_household(
            random, random.choice(villages).pk, date(2010 + random.randrange(14), 1, 1) + _days(random, 365),
            f"{MARK}-{number:04}", numbers,
        )
        for number in range(1, households + 1)
    ]  # fmt: skip
    return import_rows(by=by, change=change, rows=entered_twice(rows, villages)).people


def prepare_elsewhere(*, by: User | None, village: Village) -> None:
    """Two of these people a second time in another commune, one of them typed without accents, once: what "Trùng với xã
    khác" has to find."""
    if Household.objects.filter(local_code=f"{MARK}-X001").exists():
        return
    ours = Membership.objects.filter(household__local_code__startswith=MARK, valid_to=None, person__merged_into=None)
    born = [row.person for row in ours.select_related("person").order_by("pk") if (row.person.birth or 0) % 100 > 1]
    same = [PersonValues(each.full_name, each.sex, each.birth, each.ethnic_group) for each in born[100:102]]
    members = [Member(same[0], Relation.HEAD), Member(_unaccented(same[1]), Relation.UNKNOWN)]
    place = Place(village.pk, "Nhà số 7 (địa chỉ giả)")
    register_household(
        by=by, place=place, formed_on=_LISTED_AGAIN, members=members, local_code=f"{MARK}-X001",
        reason="Dữ liệu mẫu: hộ và người đều là giả",
    )  # fmt: skip


def entered_twice(rows: list[HouseholdRow], villages: list[Village]) -> list[HouseholdRow]:
    """The same with some people entered a second time, as lists do: without accents in another village, with day and
    month exchanged, without the middle name, and one household whole. What "Người trùng" has to find."""
    again = list(rows)
    for number, home in enumerate(rows[3:40:6]):  # seven households, one person of each
        member = home.members[-1]
        one, village = member.person, villages[number % len(villages)].pk
        if not isinstance(one, PersonValues):
            continue
        second = (_unaccented, _exchanged, _shortened)[number % 3](replace(one, citizen_id="", phone=""))
        place = Place(village if number % 2 else home.place.village_id, "Nhà số 400 (địa chỉ giả)")
        head = Member(second, Relation.HEAD)
        again.append(HouseholdRow(_LISTED_AGAIN, place, (head,), f"{MARK}-2{number:03}"))
    for whole in rows[45:46]:
        members = tuple(
            replace(each, person=_unaccented(replace(each.person, citizen_id="", phone="")))
            for each in whole.members
            if isinstance(each.person, PersonValues)
        )
        again.append(HouseholdRow(_LISTED_AGAIN, whole.place, members, f"{MARK}-2999"))
    return again


def _unaccented(one: PersonValues) -> PersonValues:
    return replace(one, full_name=" ".join(word.capitalize() for word in bare(one.full_name).split()))


def _exchanged(one: PersonValues) -> PersonValues:
    """Day and month exchanged, where that is a day; else the year alone."""
    year, month, day = (one.birth or 0) // 10_000, (one.birth or 0) // 100 % 100, (one.birth or 0) % 100
    other = year * 10_000 + day * 100 + month
    return replace(one, birth=other if month and is_birth(other) else year * 10_000)


def _shortened(one: PersonValues) -> PersonValues:
    """Without the middle name."""
    words = one.full_name.split()
    return replace(one, full_name=f"{words[0]} {words[-1]}")


def invented_household(
    random: Random, village_id: int, formed_on: date, local_code: str, numbers: Iterator[int]
) -> HouseholdRow:
    """A household of one to eight: a head, perhaps a spouse, children, a parent. `numbers` feeds the citizen ids."""
    head_sex, surname = random.choices((Sex.MALE, Sex.FEMALE), (3, 1))[0], _surname(random)
    head_age = random.randint(24, 78)
    members = [Member(_person(random, head_sex, surname, head_age, numbers), Relation.HEAD)]
    if random.random() < 0.8:
        other = Sex.FEMALE if head_sex == Sex.MALE else Sex.MALE
        members.append(
            Member(_person(random, other, _surname(random), head_age + random.randint(-6, 4), numbers), Relation.SPOUSE)
        )
    for _ in range(random.choices(range(6), (18, 25, 30, 17, 7, 3))[0]):
        child = _person(
            random, random.choice((Sex.MALE, Sex.FEMALE)), surname, head_age - random.randint(20, 34), numbers
        )
        members.append(Member(child, Relation.CHILD))
    if random.random() < 0.2:
        members.append(Member(_person(random, Sex.FEMALE, _surname(random), head_age + 24, numbers), Relation.PARENT))
    line = f"Nhà số {random.randint(1, 300)} (địa chỉ giả)"
    return HouseholdRow(formed_on, Place(village_id, line), tuple(members), local_code)


def _person(random: Random, sex: Sex, surname: str, age: int, numbers: Iterator[int]) -> PersonValues:
    """Somebody of about that age in 2024; the very old have a year only, children no phone, some no id."""
    born = date(2024 - max(age, 0), 1, 1) + _days(random, 365)
    born = min(max(born, _LIVED[0]), _LIVED[1])
    birth = born.year * 10_000 if age > 65 and random.random() < 0.5 else of_day(born)
    century = 2 * (born.year // 100 - 19) + (sex == Sex.FEMALE)
    serial = next(numbers)
    known = random.random() < 0.9
    words = (surname, random.choice(_MIDDLE[sex]), random.choice(_GIVEN[sex]))
    return PersonValues(
        full_name=" ".join(word for word in words if word), sex=sex, birth=birth,
        ethnic_group=random.choices(("01", "06", "03", ""), (90, 6, 2, 2))[0],
        citizen_id=f"038{century}{born.year % 100:02}{serial:06}" if known else "",
        phone=f"09{random.randrange(10**8):08}" if age >= 18 and random.random() < 0.4 else "",
    )  # fmt: skip


def _surname(random: Random) -> str:
    names, weights = zip(*_SURNAMES, strict=True)
    return str(random.choices(names, weights)[0])


def _days(random: Random, most: int) -> timedelta:
    return timedelta(days=random.randrange(most))
