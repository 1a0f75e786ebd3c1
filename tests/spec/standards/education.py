"""Rulings on dimension Giáo dục."""

from tests.spec.standards.households import child, person
from tests.spec.standards.ruling import Ruling


def _adult(birth: int | None, diploma: str | None = "none", **changes: object) -> tuple[dict[str, object], ...]:
    return (person(birth=birth, diploma=diploma, **changes), person())


def _schooled(birth: int | None, attends: str | None) -> tuple[dict[str, object], ...]:
    return (person(birth=birth, attends=attends, diploma="none"), person())


A, S = "adult_education", "child_schooling"
CASES = (
    Ruling("somebody of 25 who neither studies nor finished upper secondary makes the household deprived", A, True,
           members=_adult(20010101, "lower_secondary")),
    Ruling("somebody of 25 with upper secondary is no deprivation", A, False,
           members=_adult(20010101, "upper_secondary")),
    Ruling("an elementary vocational certificate is enough at 25", A, False,
           members=_adult(20010101, "elementary_vocational")),
    Ruling("an intermediate diploma is enough at 25", A, False, members=_adult(20010101, "intermediate")),
    Ruling("a college diploma is enough at 25", A, False, members=_adult(20010101, "college")),
    Ruling("at 25 studying a trade is enough, whatever the certificate", A, False,
           members=_adult(20010101, "none", attends="vocational")),
    Ruling("at 25 attending upper secondary school is enough", A, False,
           members=_adult(20010101, "lower_secondary", attends="upper_secondary")),
    Ruling("at 25 studying at a university is enough", A, False,
           members=_adult(20010101, "lower_secondary", attends="university")),
    Ruling("at 25 attending lower secondary school is not enough", A, True,
           members=_adult(20010101, "primary", attends="lower_secondary")),
    Ruling("at 17 attending lower secondary school is enough", A, False,
           members=_adult(20090601, "primary", attends="lower_secondary")),
    Ruling("at 17 attending primary school is not enough", A, True,
           members=_adult(20090601, "none", attends="primary")),
    Ruling("certified training in an enterprise is enough", A, False,
           members=_adult(20010101, "primary", certified_training=True)),
    Ruling("at 17 lower secondary is enough", A, False, members=_adult(20090601, "lower_secondary")),
    Ruling("at 17 primary school is not enough", A, True, members=_adult(20090601, "primary")),
    Ruling("the day before the 18th birthday lower secondary is still enough", A, False,
           members=_adult(20081125, "lower_secondary")),
    Ruling("on the 18th birthday lower secondary is not enough any more", A, True,
           members=_adult(20081124, "lower_secondary")),
    Ruling("nobody is asked before the 16th birthday", A, False, members=_adult(20101125, "none")),
    Ruling("on the 16th birthday one is asked", A, True, members=_adult(20101124, "none")),
    Ruling("at 30 one is still asked", A, True, members=_adult(19951125, "none")),
    Ruling("on the 31st birthday one is not asked any more", A, False, members=_adult(19951124, "none")),
    Ruling("born in 1995, day unknown, may be 30 or 31: open", A, None, members=_adult(19950000, "none"),
           settled={"birth": 19950101}, settles=0, then=False),
    Ruling("somebody of 25 whose certificate is not known leaves it open", A, None, members=_adult(20010101, None),
           settled={"diploma": "university"}, settles=0, then=False),
    Ruling("somebody of 25 of whom nobody said whether they study leaves it open", A, None,
           members=_adult(20010101, "none", attends=None), settled={"attends": "university"}, settles=0, then=False),
    Ruling("somebody of 60 may leave everything unanswered", A, False,
           members=_adult(19660101, None, attends=None, certified_training=None)),
    Ruling("a child of four in preschool attends", S, False, members=_schooled(20220101, "preschool")),
    Ruling("a child of four at home makes the household deprived", S, True, members=_schooled(20220101, "none")),
    Ruling("a child of two need not attend", S, False, members=_schooled(20240101, "none")),
    Ruling("on the third birthday a child must attend", S, True, members=_schooled(20231124, "none")),
    Ruling("the day before the third birthday a child need not attend", S, False, members=_schooled(20231125, "none")),
    Ruling("a child of seven still in preschool does not attend the level for the age", S, True,
           members=_schooled(20191101, "preschool")),
    Ruling("a child of ten in primary school attends", S, False, members=_schooled(20160310, "primary")),
    Ruling("a child of ten in lower secondary is ahead, not deprived", S, False,
           members=_schooled(20160310, "lower_secondary")),
    Ruling("a child of thirteen still in primary school does not attend the level for the age", S, True,
           members=_schooled(20130310, "primary")),
    Ruling("a child of fifteen in upper secondary is ahead, not deprived", S, False,
           members=_schooled(20110310, "upper_secondary")),
    Ruling("on the twelfth birthday primary school is not the level for the age", S, True,
           members=_schooled(20141124, "primary")),
    Ruling("the day before the twelfth birthday primary school is", S, False, members=_schooled(20141125, "primary")),
    Ruling("on the 16th birthday schooling is not asked any more", S, False, members=_schooled(20101124, "none")),
    Ruling("the day before the 16th birthday it is", S, True, members=_schooled(20101125, "none")),
    Ruling("a child of nine of whom nobody said what it attends leaves it open", S, None,
           members=_schooled(20170310, None), settled={"attends": "primary"}, settles=0, then=False),
    Ruling("a child at home without a birth leaves it open", S, None, members=_schooled(None, "none"),
           settled={"birth": 20180101}, settles=0, then=True),
    Ruling("a child in lower secondary is right at every age asked, so its birth is not needed", S, False,
           members=(child(birth=20150000, attends="lower_secondary"), person())),
    Ruling("a university degree is enough at 25", A, False, members=_adult(20010101, "university")),
    Ruling("the day before the sixth birthday preschool is the level for the age", S, False,
           members=_schooled(20201125, "preschool")),
    Ruling("on the sixth birthday preschool is not the level for the age any more", S, True,
           members=_schooled(20201124, "preschool")),
)  # fmt: skip
