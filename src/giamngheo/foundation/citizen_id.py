"""The citizen id (số định danh cá nhân): read as people write it, compared with what is known, printed, masked.

Twelve digits: 1-3 the province (of the 63 until 30/06/2025) or country where the birth was registered, 4 century and
sex, 5-6 the last two digits of the year of birth, 7-12 random. NĐ 137/2015/NĐ-CP Điều 13, TT 07/2016/TT-BCA Điều 7;
that there is no check digit is remembered, not read. An old card (CMND) has nine digits, which say nothing we use.

Where the first three digits, the sex or the year disagree with the person, people may still be right (a corrected sex,
a birth registered elsewhere): those findings are warnings. Only what is no number at all is an error.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from giamngheo.foundation.findings import Catalogue, Finding, Severity
from giamngheo.foundation.text import nfc, squeeze

CATALOGUE = Catalogue("citizen id")
_SOURCE = "NĐ 137/2015/NĐ-CP, Điều 13; TT 07/2016/TT-BCA, Điều 7"

FORM = CATALOGUE.add(
    "CITIZEN-ID-FORM",
    Severity.ERROR,
    title=("Số định danh sai dạng", "Citizen id of the wrong form"),
    message=(
        "Số định danh cá nhân có 12 chữ số (giấy cũ 9 chữ số); ở đây có {count} chữ số{extra_vi}.",
        "A citizen id has 12 digits (an old card 9); this one has {count}{extra_en}.",
    ),
    fixes=(
        ("Đối chiếu với thẻ căn cước rồi nhập lại đủ 12 chữ số.", "Compare with the card and enter all 12 digits."),
        (
            "Để trống nếu chưa có số; bổ sung sau bằng đính chính.",
            "Leave it empty while it is not known; add it later by a correction.",
        ),
    ),
    source=_SOURCE,
)
SEX = CATALOGUE.add(
    "CITIZEN-ID-SEX",
    Severity.WARNING,
    title=("Giới tính khác số định danh", "Sex differs from the citizen id"),
    message=(
        "Chữ số thứ tư của số {masked} là của {told_vi}; người này ghi là {known_vi}.",
        "The fourth digit of {masked} is that of a {told_en}; the person is entered as {known_en}.",
    ),
    fixes=(
        (
            "Đối chiếu thẻ căn cước và sửa giới tính nếu nhập sai.",
            "Compare with the card; correct the sex if mistyped.",
        ),
        (
            "Giữ nguyên nếu giấy tờ đúng như vậy (ví dụ đã cải chính hộ tịch).",
            "Keep it if the papers say so (for instance after a rectification of civil status).",
        ),
    ),
    source=_SOURCE,
)
YEAR = CATALOGUE.add(
    "CITIZEN-ID-YEAR",
    Severity.WARNING,
    title=("Năm sinh khác số định danh", "Year of birth differs from the citizen id"),
    message=(
        "Số {masked} ứng với năm sinh {told}; người này ghi năm sinh {known}.",
        "{masked} belongs to the year of birth {told}; the person is entered as born in {known}.",
    ),
    fixes=(
        (
            "Đối chiếu thẻ căn cước và sửa ngày sinh nếu nhập sai.",
            "Compare with the card; correct the birth if mistyped.",
        ),
        ("Sửa số định danh nếu nhập nhầm chữ số.", "Correct the id if a digit was mistyped."),
    ),
    source=_SOURCE,
)
PLACE = CATALOGUE.add(
    "CITIZEN-ID-PLACE",
    Severity.WARNING,
    title=("Ba chữ số đầu lạ", "Unknown first three digits"),
    message=(
        "Ba chữ số đầu của số {masked} không phải mã của 63 tỉnh, thành phố trước 01/7/2025.",
        "The first three digits of {masked} are no code of the 63 provinces before 01/07/2025.",
    ),
    fixes=(
        ("Đối chiếu thẻ căn cước xem có nhập nhầm chữ số không.", "Compare with the card for a mistyped digit."),
        ("Giữ nguyên nếu khai sinh đăng ký ở nước ngoài.", "Keep it if the birth was registered abroad."),
    ),
    source=_SOURCE,
)
OLD_CARD = CATALOGUE.add(
    "CITIZEN-ID-OLD-CARD",
    Severity.INFO,
    title=("Số giấy chứng minh cũ", "Number of an old card"),
    message=(
        "Số {masked} có 9 chữ số, của giấy chứng minh nhân dân cũ.",
        "{masked} has 9 digits: the number of an old identity card.",
    ),
    fixes=(
        ("Hỏi số định danh 12 chữ số và đính chính.", "Ask for the 12-digit id and correct it."),
        ("Giữ số cũ nếu người đó chưa có thẻ căn cước.", "Keep the old number while the person has no new card."),
    ),
)

# The 63 provinces until 30/06/2025. Remembered with high confidence; 001, 031, 035, 048 and 079 were read in a source.
PROVINCES = frozenset(
    f"{number:03}"
    for number in (
        1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42,
        44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86,
        87, 89, 91, 92, 93, 94, 95, 96,
    )
)  # fmt: skip
# Separators people type; anything else is not a way to write a number.
_SEPARATORS = re.compile(r"[\s.\-–]+")
_WORDS = {"male": ("nam", "man"), "female": ("nữ", "woman")}
_FIRST_CENTURY = 1900


class Told(NamedTuple):
    """What twelve digits say: place of registration, year of birth, sex ("male" or "female")."""

    place: str
    year: int
    sex: str


class Read(NamedTuple):
    """A typed id: `number` has 12 or 9 digits, or none when nothing was typed or `problem` says why it is refused."""

    number: str
    problem: Finding | None


def read(typed: str) -> Read:
    """The digits of an id as typed; spaces, dots and dashes between do not count. Empty text is no id and no error."""
    text = squeeze(nfc(typed))
    digits = _SEPARATORS.sub("", text)
    if not digits:
        return Read("", None)
    plain = digits.isascii() and digits.isdigit()
    if plain and len(digits) in (9, 12):
        return Read(digits, None)
    count = sum(char.isdecimal() for char in digits)
    extra = ("", "") if plain else (" và ký tự khác", " and other characters")
    return Read("", FORM.at(count=count, extra_vi=extra[0], extra_en=extra[1]))


def told(number: str) -> Told | None:
    """What a 12-digit id says of its bearer; None for an old card's nine digits."""
    if len(number) != 12:
        return None
    century, female = divmod(int(number[3]), 2)
    return Told(number[:3], _FIRST_CENTURY + 100 * century + int(number[4:6]), "female" if female else "male")


def compare(number: str, *, sex: str = "", birth: int | None = None) -> list[Finding]:
    """Warnings where `number` (12 or 9 digits) disagrees with a sex ("male", "female", "" unknown) and a birth
    (YYYYMMDD or YYYY0000, None unknown)."""
    says, masked = told(number), mask(number)
    if says is None:
        return [OLD_CARD.at(masked=masked)] if number else []
    found = []
    if says.place not in PROVINCES:
        found.append(PLACE.at(masked=masked))
    if sex and sex != says.sex:
        (told_vi, told_en), (known_vi, known_en) = _WORDS[says.sex], _WORDS[sex]
        found.append(SEX.at(masked=masked, told_vi=told_vi, told_en=told_en, known_vi=known_vi, known_en=known_en))
    if birth is not None and birth // 10_000 != says.year:
        found.append(YEAR.at(masked=masked, told=says.year, known=birth // 10_000))
    return found


def grouped(number: str) -> str:
    """Printed in groups of three: 001 099 000 001."""
    return " ".join(number[at : at + 3] for at in range(0, len(number), 3))


def mask(number: str) -> str:
    """Printed with the last four digits only; as many dots as digits are hidden."""
    return "•" * (len(number) - 4) + number[-4:]
