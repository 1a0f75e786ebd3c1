"""What a synthetic population says of itself: the mark, the seed, the targets, what was reached, what was assumed."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from giamngheo.analysis.synthesis import targets
from giamngheo.analysis.synthesis.assumptions import ASSUMED
from giamngheo.analysis.synthesis.columns import MARK_TEXT
from giamngheo.analysis.synthesis.generate import Plan
from giamngheo.analysis.synthesis.quotas import Quota
from giamngheo.analysis.synthesis.rates import regions
from giamngheo.analysis.synthesis.targets import REGIONS


@dataclass
class Tally:
    """Counts while a population is made."""

    members: int = 0
    by_class: Counter[str] = field(default_factory=Counter)
    ethnic: Counter[str] = field(default_factory=Counter)
    regions: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, quota: Quota) -> None:
        """The households of a commune."""
        region = self.regions.setdefault(quota.place.region, Counter())
        for name, count, of in zip(
            ("poor", "near_poor", "not_poor"), (quota.poor, quota.near_poor, quota.not_poor), quota.ethnic, strict=True
        ):
            self.by_class[name] += count
            self.ethnic[name] += of
            region[name] += count

    @property
    def households(self) -> int:
        return self.by_class.total()


def compared(plan: Plan, tally: Tally) -> list[dict[str, Any]]:
    """Every target beside what was reached, in percent: name, target, reached, source, mark."""
    nation = targets.NATIONS[plan.year]
    rows = []
    if not plan.commune:
        rows += [
            _row("Hộ nghèo / poor, cả nước", nation.poor_rate, _rate(tally.by_class, "poor"), nation.source),
            _row("Nghèo và cận nghèo / and near-poor, cả nước", nation.both_rate, _both(tally.by_class), nation.source),
        ]  # fmt: skip
        if nation.ethnic_poor is not None:
            rows.append(_row("Hộ nghèo dân tộc thiểu số / of ethnic minorities", nation.ethnic_poor,
                             _rate(tally.ethnic, "poor"), nation.source))  # fmt: skip
        if plan.year == 2024:
            rows += [
                _row(f"Nghèo và cận nghèo, {each.name}", each.both_rate, _both(tally.regions[each.key]), nation.source)
                for each in REGIONS
                if each.key in tally.regions
            ]
    else:
        rows += [
            _row("Hộ nghèo / poor, xã", None, _rate(tally.by_class, "poor"), "assumed"),
            _row("Nghèo và cận nghèo, xã", None, _both(tally.by_class), "assumed"),
        ]
    rows.append(_row("Số người một hộ / people a household", 360, tally.members * 100 / tally.households, "assumed"))
    return rows


def _rate(counts: Counter[str], name: str) -> float:
    return counts[name] * 10_000 / max(1, counts.total())


def _both(counts: Counter[str]) -> float:
    return _rate(counts, "poor") + _rate(counts, "near_poor")


def _row(name: str, target: int | None, reached: float, source: str) -> dict[str, Any]:
    return {
        "name": name, "target": None if target is None else target / 100, "reached": round(reached / 100, 2),
        "source": source, "mark": "assumed" if source == "assumed" else "SEEN",
    }  # fmt: skip


def write(folder: Path, plan: Plan, tally: Tally, way: str, files: list[str]) -> dict[str, Any]:
    """Write manifest.json and README.md; returns the manifest."""
    manifest = {
        "synthetic": True,
        "what": f"{MARK_TEXT}: mọi người và hộ trong các tệp này đều do máy sinh ra / nobody in these files exists",
        "plan": {**asdict(plan), "day": plan.on.isoformat()},
        "way": way,
        "files": files,
        "households": tally.households,
        "members": tally.members,
        "rates": compared(plan, tally),
        "rates_of_regions": {key: [round(x, 5) for x in each] for key, each in regions(plan.year).items()},
        "assumed": ASSUMED,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    (folder / "README.md").write_text(_readme(manifest), encoding="utf-8")
    return manifest


def _readme(manifest: dict[str, Any]) -> str:
    rows = "".join(
        f"| {each['name']} | {each['target'] or ''} | {each['reached']} | {each['source']} |\n"
        for each in manifest["rates"]
    )
    assumed = "".join(f"- {text}\n" for text in manifest["assumed"].values())
    return (
        "# Dữ liệu giả / synthetic data\n\nMọi người và hộ trong thư mục này do máy sinh ra, không ai có "
        "thật. Không dùng làm số liệu.\nNobody in this folder exists. Not to be used as statistics.\n\n"
        "| chỉ tiêu / target (%) | mục tiêu | đạt | nguồn |\n|---|---|---|---|\n"
        f"{rows}\n## Giả định / assumed\n\n{assumed}"
    )
