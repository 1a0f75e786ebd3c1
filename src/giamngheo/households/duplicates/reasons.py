"""What levels of agreement are called, in both languages: why a pair was suggested, told to an officer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from giamngheo.foundation.findings import Bilingual

# (comparison, level) → words. A level without words says nothing an officer needs.
WORDS: dict[tuple[str, str], Bilingual] = {
    ("name", "same"): Bilingual("cùng họ tên", "the same name"),
    ("name", "tone_placement"): Bilingual("tên chỉ khác cách đặt dấu thanh", "names differ in tone placement only"),
    ("name", "unaccented"): Bilingual("cùng tên, một bên không dấu", "the same name, once without accents"),
    ("name", "other_accents"): Bilingual("tên khác dấu", "names differ in accents"),
    ("name", "middle_shorter"): Bilingual("cùng họ và tên, thiếu hoặc viết tắt tên đệm",
                                          "surname and given name agree, a middle name is missing or shortened"),
    ("name", "middle_other"): Bilingual("cùng họ và tên, khác tên đệm",
                                        "surname and given name agree, middle names differ"),
    ("name", "surname_other"): Bilingual("cùng tên đệm và tên, khác họ", "all but the surname agrees"),
    ("name", "spelling"): Bilingual("tên viết gần giống", "names spelled almost alike"),
    ("name", "other"): Bilingual("tên khác nhau", "names differ"),
    ("birth", "same"): Bilingual("cùng ngày sinh", "the same day of birth"),
    ("birth", "swapped"): Bilingual("ngày và tháng sinh đảo nhau", "day and month of birth exchanged"),
    ("birth", "year_only"): Bilingual("cùng năm sinh (có nơi chỉ ghi năm)",
                                      "the same year of birth (one gives the year only)"),
    ("birth", "one_off"): Bilingual("ngày sinh lệch một chữ số hoặc một năm", "births one digit or one year apart"),
    ("birth", "part"): Bilingual("cùng năm sinh, trùng ngày hoặc tháng", "the same year and day or month of birth"),
    ("birth", "near_year"): Bilingual("năm sinh gần nhau", "years of birth close together"),
    ("birth", "other"): Bilingual("ngày sinh khác nhau", "births differ"),
    ("sex", "other"): Bilingual("giới tính khác nhau", "sexes differ"),
    ("number", "same"): Bilingual("cùng số định danh", "the same citizen id"),
    ("number", "one_off"): Bilingual("số định danh lệch một chữ số hoặc đảo hai chữ số",
                                     "citizen ids one digit apart, or two digits exchanged"),
    ("number", "other"): Bilingual("số định danh khác nhau", "citizen ids differ"),
    ("village", "same"): Bilingual("cùng thôn", "the same village"),
    ("village", "other"): Bilingual("khác thôn", "another village"),
    ("head", "same"): Bilingual("ở hai hộ có chủ hộ cùng tên", "in two households whose heads have one name"),
}  # fmt: skip
CAUTIONS: dict[str, Bilingual] = {
    "twins": Bilingual("Cùng hộ, cùng ngày sinh, tên chỉ khác dấu: có thể là anh chị em sinh đôi.",
                       "One household, one day of birth, names that differ in accents: they may be twins."),
}  # fmt: skip
# Levels that speak against; all others speak for. Their order among themselves is that of the weights.
AGAINST = frozenset(key for key in WORDS if key[1] == "other") | {("birth", "near_year")}


def reasons_for(reasons: Mapping[str, Any]) -> list[Bilingual]:
    """What speaks for the pair, the heaviest first."""
    return [WORDS[key] for key in _told(reasons) if key not in AGAINST]


def reasons_against(reasons: Mapping[str, Any]) -> list[Bilingual]:
    """What speaks against it, the heaviest first."""
    return [WORDS[key] for key in reversed(_told(reasons)) if key in AGAINST]


def cautions(reasons: Mapping[str, Any]) -> list[Bilingual]:
    """What an officer should think of first."""
    return [CAUTIONS[each] for each in reasons.get("cautions", ()) if each in CAUTIONS]


def _told(reasons: Mapping[str, Any]) -> list[tuple[str, str]]:
    levels, weights = reasons.get("levels", {}), reasons.get("weights", {})
    known = [(name, level) for name, level in levels.items() if (name, level) in WORDS]
    return sorted(known, key=lambda key: -float(weights.get(key[0], 0)))
