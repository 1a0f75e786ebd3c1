"""Scores, reasons and states in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.foundation.numbers import format_number
from giamngheo.support.growth.judging import Grade, Judged, Score, Why
from giamngheo.support.growth.outcome import INDICATORS
from giamngheo.support.models import NutritionMeasurement
from giamngheo.support.queries.nutrition import Subject

WHY: dict[Why, str | Promise] = {
    Why.NO_TABLES: gettext_lazy("chưa cài bảng chuẩn của WHO"),
    Why.NO_BIRTH: gettext_lazy("chưa có ngày sinh"),
    Why.YEAR_ONLY: gettext_lazy("chỉ có năm sinh"),
    Why.NO_SEX: gettext_lazy("chưa rõ giới tính"),
    Why.TOO_OLD: gettext_lazy("quá tuổi của bảng chuẩn"),
    Why.NO_WEIGHT: gettext_lazy("chưa cân"),
    Why.NO_HEIGHT: gettext_lazy("chưa đo chiều cao"),
    Why.OEDEMA: gettext_lazy("phù"),
    Why.NO_REFERENCE: gettext_lazy("ngoài bảng chuẩn"),
}
STATES: dict[str, str | Promise] = {
    "": gettext_lazy("Tất cả"),
    "den-han": gettext_lazy("Đến hạn cân đo"),
    "thap-coi": gettext_lazy("Thấp còi"),
    "nhe-can": gettext_lazy("Nhẹ cân"),
    "gay-com": gettext_lazy("Gầy còm"),
    "can-xem": gettext_lazy("Cần xem lại"),
    "me": gettext_lazy("Mang thai, cho con bú"),
}
NAMES = dict(zip(INDICATORS, ("thap-coi", "nhe-can", "gay-com"), strict=True))
GRADES: dict[str, dict[Grade, str | Promise]] = {
    "stunted": {Grade.MODERATE: gettext_lazy("thấp còi"), Grade.SEVERE: gettext_lazy("thấp còi nặng")},
    "underweight": {Grade.MODERATE: gettext_lazy("nhẹ cân"), Grade.SEVERE: gettext_lazy("nhẹ cân nặng")},
    "wasted": {Grade.MODERATE: gettext_lazy("gầy còm"), Grade.SEVERE: gettext_lazy("gầy còm nặng")},
}
OUTCOMES: dict[str, str | Promise] = {
    "recovered": gettext_lazy("đã hết suy dinh dưỡng"),
    "better": gettext_lazy("có tiến bộ"),
    "same": gettext_lazy("chưa thay đổi"),
    "worse": gettext_lazy("xấu hơn"),
    "not_again": gettext_lazy("chưa cân đo lại"),
}


def states_of(each: Subject, day: date) -> Iterator[str]:
    """The filters a row answers to."""
    yield ""
    if each.is_due(day):
        yield "den-han"
    judged = each.judged
    if judged is not None:
        yield from (NAMES[name] for name in INDICATORS if getattr(judged, name) not in (None, Grade.FINE))
    if each.unsure or (judged is not None and judged.implausible):
        yield "can-xem"
    if each.maternity:
        yield "me"


def score(each: Score) -> str:
    """-2,35; or why there is none."""
    if each.z is None:
        return str(WHY[each.why]) if each.why else ""
    return format_number(Fraction(each.z)) + (f" ({_('xem lại')})" if each.implausible else "")


def grades(judged: Judged | None) -> list[str]:
    """What a child is, in words; empty where nothing is wrong or known."""
    if judged is None:
        return []
    found = [str(words[grade]) for name, words in GRADES.items() if (grade := getattr(judged, name)) in words]
    return [*found, _("thừa cân")] if judged.overweight else found


def figures(row: NutritionMeasurement | None) -> dict[str, str]:
    """Weight, height, arm as people write them."""
    if row is None:
        return {"kg": "", "cm": "", "arm": ""}
    return {"kg": scaled(row.weight_g, 1000), "cm": scaled(row.height_mm, 10), "arm": scaled(row.arm_mm, 10)}


def scaled(value: int | None, by: int) -> str:
    """12,5 for 12500 by 1000; blank for nothing."""
    return "" if value is None else format_number(Fraction(value, by))


def age(days: int | None, birth: int | None) -> str:
    """Months below five years, years after; the year of birth where no more is known."""
    if days is None:
        return _("sinh năm %(year)s") % {"year": birth // 10_000} if birth else _("chưa có ngày sinh")
    months = int(days / 30.4375)
    if months < 60:
        return _("%(months)s tháng") % {"months": months}
    return _("%(years)s tuổi") % {"years": int(days / 365.25)}
