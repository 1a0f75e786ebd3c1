"""Makes a population's folder, whole or not at all: files, manifest and README."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from giamngheo.analysis.synthesis import manifest
from giamngheo.analysis.synthesis.findings import BAD_OPTION, TOO_LARGE
from giamngheo.analysis.synthesis.generate import SMALL, Plan, Synthetic, lines_of, population, quotas
from giamngheo.analysis.synthesis.text_files import write_csv, write_xlsx
from giamngheo.foundation.findings import FindingError

Say = Callable[[str], None]
OURS = ("households", "members", "population", "manifest", "README")  # how the files begin that may be replaced


def make(plan: Plan, folder: Path, form: str, *, say: Say = lambda text: None) -> dict[str, Any]:
    """Make the population in `folder`, whole or not at all; returns its manifest. Raises FindingError."""
    lines_of(plan)
    _possible(plan, form)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists() and any(not each.name.startswith(OURS) for each in folder.iterdir()):
        raise FindingError(
            BAD_OPTION.at(
                quote=str(folder), option="--out", why_vi="thư mục có tệp khác", why_en="the folder holds other files"
            )
        )
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".synth-") as name:
        work = Path(name) / "new"
        work.mkdir()
        tally = manifest.Tally()
        for quota in quotas(plan):
            tally.add(quota)
        small = plan.households <= SMALL
        tally.members = (_small if small else _large)(plan, work, form, say)
        files = sorted(each.name for each in work.iterdir())
        made = manifest.write(work, plan, tally, "small" if small else "large", files)
        if folder.exists():
            shutil.rmtree(folder)
        work.rename(folder)
    return made


def has_extra() -> bool:
    """Whether numpy and pyarrow are installed."""
    return find_spec("numpy") is not None and find_spec("pyarrow") is not None


def _possible(plan: Plan, form: str) -> None:
    large = plan.households > SMALL
    if (large or form == "parquet") and not has_extra():
        raise FindingError(TOO_LARGE.at(quote=form, what=f"{plan.households} hộ, {form}"))
    if large and (form != "parquet" or plan.names):
        raise FindingError(
            BAD_OPTION.at(
                quote=form, option="--households", why_vi=f"trên {SMALL} hộ chỉ ghi Parquet, không có tên",
                why_en=f"more than {SMALL} households are written as Parquet only, without names",
            )
        )  # fmt: skip


def _small(plan: Plan, folder: Path, form: str, say: Say) -> int:
    found = population(plan)
    passing: Iterable[Synthetic]
    if form == "parquet":
        from giamngheo.analysis.synthesis.parquet_files import write_small

        passing = write_small(folder, found, plan)
    elif form == "csv":
        passing = write_csv(folder, found, with_names=plan.names)
    else:
        passing = write_xlsx(folder / "population.xlsx", found, with_names=plan.names)
    return sum(len(each.members) for each in passing)


def _large(plan: Plan, folder: Path, form: str, say: Say) -> int:
    from giamngheo.analysis.synthesis.large import blocks
    from giamngheo.analysis.synthesis.parquet_files import write_large

    def tell(done: int, total: int) -> None:
        say(f"  {done * 100 // total:3d} %  {done:,} hộ / households".replace(",", "."))

    return sum(len(block.members["household_id"]) for block in write_large(folder, blocks(plan, tell), plan))
