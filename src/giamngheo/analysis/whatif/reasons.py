"""Why a household has another class under the other standard: which line, which deprivation, with the article."""

from __future__ import annotations

from giamngheo.analysis.whatif.judging import UNKNOWN, Crossed, Verdict
from giamngheo.foundation.findings import Bilingual
from giamngheo.standards.engines.in_memory import World


def crossed(before: World, after: World) -> Crossed | None:
    """The lines between which the income lies; None where both sides place it alike, or where one is not known."""
    if before.rule("within_income_line") == after.rule("within_income_line"):
        return None
    income, today, then = _income(after), _line_of(before), _line_of(after)
    return None if income is None or today is None or then is None else Crossed(income, today, then)


def reasons(base: Verdict, before: World, other: Verdict, after: World) -> tuple[Bilingual, ...]:
    """In the order in which the class is decided; empty where the state is the same."""
    if base.state == other.state:
        return ()
    found: list[Bilingual] = []
    if other.cause is not None and other.state == UNKNOWN:
        return (other.cause.text,)
    if before.rule("within_income_line") != after.rule("within_income_line"):
        found.extend(_line(before, after))
    if other.cause is not None:
        found.append(other.cause.text)
    elif base.way == other.way == "income" and before.rule("enough_deprivations") != after.rule("enough_deprivations"):
        found.extend(_deprivations(before, after))
    elif other.state in ("poor", "near_poor") and after.standard.indicators:
        found.append(_count(after))
    if base.way != other.way and not found:
        found.append(Bilingual("Cách xếp loại khác nhau: hôm nay theo điểm hoặc quyết định, khi đó theo thu nhập",
                               "Judged differently: by points or decision today, by income then"))  # fmt: skip
    return tuple(found)


def _line(before: World, after: World) -> list[Bilingual]:
    found = crossed(before, after)
    if found is None:
        return []
    within = bool(after.rule("within_income_line"))
    article = after.standard.held["income_line"].entry.citation.text()
    low, high = _dong(found.today), _dong(found.then)
    text, said = _dong(found.income), ("không quá" if within else "cao hơn", "within" if within else "above")
    was, said_was = ("cao hơn", "above") if within else ("không quá", "within")
    return [
        Bilingual(
            f"Thu nhập {text} đồng/người/tháng {was} chuẩn {low} đồng, {said[0]} chuẩn {high} đồng ({article})",
            f"Income of {text} đồng a person a month is {said_was} the line of {low}, {said[1]} {high} ({article})",
        )
    ]


def _income(world: World) -> int | None:
    value = world.household.get("income_per_person")
    if isinstance(value, int):
        return value
    total = world.rule("household_income")
    return int(total) // (12 * len(world.members)) if isinstance(total, int) and world.members else None


def _line_of(world: World) -> int | None:
    lines = world.standard.parameters.get("income_line")
    area = world.household.get("area")
    return lines.get(area) if isinstance(lines, dict) and isinstance(area, str) else None


def _dong(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _deprivations(before: World, after: World) -> list[Bilingual]:
    """Indicators that are lacked under one only, then the count against what is needed."""
    found = []
    for name in after.standard.indicators:
        was, now = before.rule(name), after.rule(name)
        if was is not None and now is not None and was != now:
            title = after.standard.held[name].concept.title
            found.append(Bilingual(f"{title.vi}: {'thiếu hụt' if now else 'không còn thiếu hụt'}",
                                   f"{title.en}: {'deprived' if now else 'no longer deprived'}"))  # fmt: skip
    return [*found, _count(after)]


def _count(world: World) -> Bilingual:
    count, needed = world.rule("deprivation_count"), world.standard.parameters.get("poor_deprivations")
    if count is None and world.rule("enough_deprivations") is False:
        return Bilingual(f"Thiếu hụt chưa đến {needed} chỉ số, câu còn trống cũng không đổi được",
                         f"Fewer than {needed} deprivations, whatever the open answers say")  # fmt: skip
    lacked = [name for name in world.standard.indicators if world.rule(name)]
    titles = [world.standard.held[name].concept.title for name in lacked]
    vi, en = ", ".join(each.vi for each in titles), ", ".join(each.en for each in titles)
    shown = (
        Bilingual(str(count), str(count))
        if count is not None
        else Bilingual(f"ít nhất {len(lacked)}", f"At least {len(lacked)}")
    )
    return Bilingual(
        f"Thiếu hụt {shown.vi} chỉ số, hộ nghèo từ {needed}" + (f": {vi}" if vi else ""),
        f"{shown.en} deprivations, poor from {needed}" + (f": {en}" if en else ""),
    )
