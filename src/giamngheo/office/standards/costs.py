"""The cost block: who is entitled to what today and then, in people and đồng where a price is known."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from giamngheo.office.planning.findings import in_language
from giamngheo.office.standards.present import CLASSES


def costs(found: dict[str, Any]) -> list[dict[str, Any]]:
    """One row a support and class."""
    return [
        {
            "support": in_language(each["title"]),
            "class": CLASSES[each["class"]],
            "each": _each(each),
            "before": _counted(each["units"]["base"], each["measure"]),
            "after": _counted(each["units"]["other"], each["measure"]),
            "money_before": _money(each["amount"]["base"]),
            "money_after": _money(each["amount"]["other"]),
            "ceiling": not each["cost"],
            "source": each["source"],
            "verified": each["verified"],
            "note": in_language(each["note"]) if each["note"] else "",
        }
        for each in found["support"]
    ]


def _each(each: dict[str, Any]) -> str:
    amount = _points(each["each"])
    return {
        "premium_percent": _("%(amount)s %% mức đóng"),
        "kwh_month": _("%(amount)s kWh một tháng"),
        "pupil_month": _("%(amount)s đồng một tháng, %(months)s tháng"),
        "credit_ceiling": _("vay tối đa %(amount)s đồng"),
    }[each["measure"]] % {"amount": amount, "months": each["months"]}


def _counted(units: list[int] | None, measure: str) -> str:
    if units is None:
        return _("chưa rõ")
    unit = {"premium_percent": _("người"), "pupil_month": _("học sinh")}.get(measure, _("hộ"))
    return f"{_range(units)} {unit}"


def _money(amount: list[int] | None) -> str:
    return "" if amount is None else f"{_range(amount)} {_('đồng')}"


def _range(pair: list[int]) -> str:
    least, most = map(_points, pair)
    return least if least == most else f"{least} – {most}"


def _points(value: int) -> str:
    from django.utils.formats import number_format

    return str(number_format(value, use_l10n=True, force_grouping=True))
