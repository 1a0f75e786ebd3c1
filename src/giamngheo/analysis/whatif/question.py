"""What is asked: on which day, against which standard, with which changes; and the two standards that follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

import msgspec

from giamngheo.analysis.whatif.findings import BAD_OPTION
from giamngheo.foundation.findings import Bilingual, FindingError
from giamngheo.standards import NoStandardError, newest, on
from giamngheo.standards import nodes as n
from giamngheo.standards.release import Citation, Entry, Release
from giamngheo.standards.standard import Standard, resolve

CLASSES = ("poor", "near_poor", "not_poor")
NOT_LAW = Citation("giả định / assumption")


@dataclass(frozen=True)
class Question:
    """`on` the day of today's verdicts; `to` the day of the others (None: the same day and standard).

    `standard` names another standard ("vn-2027") instead of a day. `lines` are đồng per person a month by area;
    `weights` how much an indicator counts (0: not at all); `insured` classes of which everybody is insured;
    `assume_indicators` the id of the standard whose indicators stand in where the other has none.
    """

    on: date
    to: date | None = None
    standard: str = ""
    province: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    poor_deprivations: int | None = None
    weights: Mapping[str, int] = field(default_factory=dict)
    insured: tuple[str, ...] = ()
    assume_indicators: str = ""


class Pair(NamedTuple):
    """The standards before which a household stands."""

    base: Standard
    other: Standard


@dataclass(frozen=True)
class Sides:
    """Both standards, and in words what was assumed to get the other.

    `provinces`: those of which a standard of their own is known on one of the days, by code; a household there stands
    before its own pair. Empty where one province was asked for all.
    """

    base: Standard
    other: Standard
    assumed: tuple[Bilingual, ...]
    provinces: Mapping[str, Pair] = field(default_factory=dict)

    def of(self, province: str | None) -> Pair:
        """The pair of a household in that province."""
        return self.provinces.get(province or "", Pair(self.base, self.other))

    def is_own(self, province: str, side: str) -> bool:
        """Whether the province's own values are in force on that side, not the nation's."""
        standard: Standard = getattr(self.of(province), side)
        return bool(province) and any(held.entry.province == province for held in standard.held.values())

    def code(self, province: str) -> str:
        """The province where it has a standard of its own that is known of, else ""."""
        return province if province in self.provinces else ""

    @property
    def own(self) -> list[str]:
        """Provinces whose own values are in force on one side."""
        return [code for code in self.provinces if self.is_own(code, "base") or self.is_own(code, "other")]

    def name(self, province: str | None, side: str) -> str:
        """ "vn-2022.1", or "vn-2022.1/75" for a province's own."""
        key: str = getattr(self.of(province), side).key
        code = self.base.province or province or ""
        return f"{key}/{code}" if self.is_own(code, side) else key


def sides(question: Question) -> Sides:
    """The standards that are compared. Raises FindingError WHATIF-OPTION."""
    assumed: list[Bilingual] = []
    base = _on(question.on, question.province, "--on")
    other = _changed(_other(question), question, assumed)
    layers = {each.province for standard in (base, other) for each in standard.release.layers}
    provinces = {}
    for code in sorted(layers) if not question.province else ():
        mine = replace(question, province=code)
        before, then = _on(question.on, code, "--on"), _other(mine)
        if before.layer is not None or then.layer is not None:
            provinces[code] = Pair(before, _changed(then, mine, [], layer=True))
    for each in question.insured:
        if each not in (*CLASSES, "all"):
            raise refused("--insured", f"không có loại hộ “{each}”", f"no class “{each}”")
        assumed.append(Bilingual(f"Mọi người của hộ thuộc loại “{each}” đều có bảo hiểm y tế",
                                 f"Everybody in households of class “{each}” is insured"))  # fmt: skip
    return Sides(base, other, tuple(assumed), provinces)


def _changed(other: Standard, question: Question, assumed: list[Bilingual], *, layer: bool = False) -> Standard:
    """The other standard with everything that is asked of it; `assumed` is filled. `layer`: one province's among all,
    whose indicators may be absent although the nation's are weighed."""
    if question.assume_indicators:
        other = _with_indicators(other, question, assumed)
    return _with_weights(_with_numbers(other, question, assumed), question, assumed, layer=layer)


def refused(option: str, why_vi: str, why_en: str) -> FindingError:
    """WHATIF-OPTION as an error to raise."""
    return FindingError(BAD_OPTION.at(quote=option, option=option, why_vi=why_vi, why_en=why_en))


def _on(day: date, province: str, option: str) -> Standard:
    try:
        return on(day, province)
    except NoStandardError as error:
        raise refused(option, "ngày đó không có chuẩn nghèo nào", "no standard is in force on that day") from error


def _named(name: str, option: str) -> Release:
    found = next((each for each in newest() if name in (each.id, each.key)), None)
    if found is None:
        known = ", ".join(each.id for each in newest())
        raise refused(option, f"không có chuẩn “{name}” (có: {known})", f"no standard “{name}” (there are: {known})")
    return found


def _other(question: Question) -> Standard:
    if question.standard:
        release = _named(question.standard, "--standard")
        day = question.to or (question.on if release.covers(question.on) else release.periods[0].start)
        return resolve(release, day, question.province)
    return _on(question.to or question.on, question.province, "--to")


def _with_indicators(other: Standard, question: Question, assumed: list[Bilingual]) -> Standard:
    """The other standard with the indicators of an older one where it has none of its own."""
    release = _named(question.assume_indicators, "--assume-indicators")
    if other.indicators:
        return other
    source = resolve(release, release.periods[-1].end, question.province)
    if not source.indicators:
        raise refused(
            "--assume-indicators", f"{release.id} cũng chưa có danh mục chỉ số", f"{release.id} has none either"
        )
    names = {"deprivation_indicators", "deprivation_count", "enough_deprivations", *source.indicators}
    for name in tuple(names):
        tree = source.rules.get(name)
        for node in n.walk(tree) if tree is not None else ():
            if isinstance(node, n.Parameter) and node.name not in other.held:
                names.add(node.name)
    assumed.append(
        Bilingual(
            f"Dùng các chỉ số thiếu hụt của {source.key} cho {other.key}, vì danh mục chính thức chưa được nạp; "
            "danh mục từ 2027 bỏ phương tiện tiếp cận thông tin và thêm chỉ số khác",
            f"The indicators of {source.key} stand in for those of {other.key}, whose list is not loaded; "
            "from 2027 the means of information are dropped and others are added",
        )
    )  # fmt: skip
    entries = {name: source.held[name].entry for name in names}
    return other.changed(entries, source.release.questions, source.release.concepts)


def _with_numbers(other: Standard, question: Question, assumed: list[Bilingual]) -> Standard:
    entries: dict[str, Entry] = {}
    if question.lines:
        now = other.parameters.get("income_line")
        if set(question.lines) - {"rural", "urban"} or any(value <= 0 for value in question.lines.values()):
            raise refused("--line", "viết rural=SỐ hoặc urban=SỐ, lớn hơn 0", "write rural=N or urban=N, above 0")
        entries["income_line"] = _entry(other, by_area={**(now if isinstance(now, dict) else {}), **question.lines})
        for area, value in question.lines.items():
            text = f"{value:,}".replace(",", ".")
            assumed.append(Bilingual(f"Chuẩn thu nhập {'nông thôn' if area == 'rural' else 'đô thị'} {text} đồng",
                                     f"Income line, {area}: {text} đồng"))  # fmt: skip
    if question.poor_deprivations is not None:
        if question.poor_deprivations < 1:
            raise refused("--poor-deprivations", "phải từ 1 trở lên", "must be 1 or more")
        entries["poor_deprivations"] = _entry(other, number=question.poor_deprivations)
        assumed.append(Bilingual(f"Hộ nghèo khi thiếu hụt từ {question.poor_deprivations} chỉ số",
                                 f"Poor from {question.poor_deprivations} deprivations"))  # fmt: skip
    return other.changed(entries) if entries else other


def _entry(standard: Standard, **value: object) -> Entry:
    return Entry(start=standard.day, citation=NOT_LAW, verified=False, last_reviewed=standard.day, **value)  # type: ignore[arg-type]


def _with_weights(other: Standard, question: Question, assumed: list[Bilingual], *, layer: bool) -> Standard:
    """Indicators that count more than once stand more than once among the terms; one of weight 0 stands there not."""
    if not question.weights or (layer and not other.indicators):
        return other
    for name, weight in question.weights.items():
        if name not in other.indicators:
            known = ", ".join(other.indicators) or "–"
            raise refused(
                "--weights", f"không có chỉ số “{name}” (có: {known})", f"no indicator “{name}” (there are: {known})"
            )
        if not 0 <= weight <= 100:
            raise refused("--weights", "trọng số từ 0 đến 100", "weights are from 0 to 100")
        title = other.held[name].concept.title
        assumed.append(Bilingual(f"{title.vi}: tính {weight} lần", f"{title.en}: counts {weight} times"))
    terms = tuple(n.Ref(name) for name in other.indicators for _time in range(question.weights.get(name, 1)))
    if not terms:
        raise refused("--weights", "phải còn ít nhất một chỉ số", "one indicator at least must be left")
    rules = {"enough_deprivations": n.AtLeast(n.Parameter("poor_deprivations"), terms),
             "deprivation_count": n.CountTrue(terms)}  # fmt: skip
    entries = {name: msgspec.structs.replace(_entry(other, rule=tree)) for name, tree in rules.items()}
    return other.changed(entries)
