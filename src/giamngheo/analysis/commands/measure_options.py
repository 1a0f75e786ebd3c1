"""The words behind `giamngheo measure`, as values. Nothing heavy is loaded here."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from giamngheo.analysis.commands.options import Parser, Running, parts
from giamngheo.analysis.measures.weights import Weighting, scaled_cutoff, share
from giamngheo.foundation.findings import FindingError

USAGE = """giamngheo measure IN --indicators COL,COL,... [...]

  IN                      Parquet (tệp, thư mục, mẫu tên), CSV hoặc Excel / Parquet (file, folder, glob), CSV or Excel
  --indicators COL,...    các cột thiếu hụt 0/1 / columns of deprivations: 0, 1, true, false or empty
  --weights W,...         trọng số; lặp lại được / weights as 1/12, 8% or 0.1; repeat for several weightings
  --dimension NAME=COL,.. chiều; trọng số chia theo chiều / a dimension; weights are then shared by dimension
  --by COL[,COL]          nhóm; lặp lại được / groups: each column, and all together
  --k K [K ...]           ngưỡng nghèo, mặc định 1/3 / cut-offs as 4/12, 33% or 0.25; 1/3 by default
  --design S,C,W          tầng, cụm, trọng số điều tra; "-" là không có / stratum, cluster, weight; "-" for absent
  --interval logit|wald   khoảng tin cậy, mặc định logit / kind of confidence interval; --level 0.95
  --cutoffs Z,...         cột là số đo, thiếu hụt khi dưới ngưỡng / columns are achievements, deprived below Z: M1, M2
  --missing POLICY        không trả lời / no answer: drop (mặc định / default) | not-deprived | deprived; COL=POLICY
  --id COL                cột mã; mã trùng bị loại / id column; repeated ids are not counted
  --map NAME=COL          đổi tên cột / use COL of the file as NAME; --sheet NAME trang tính / sheet of Excel
  --against BEFORE        lần điều tra trước, cùng các cột: thay đổi / an earlier round with the same columns: changes;
                          --years N số năm giữa hai lần / years between them
  --bad-rows FILE         ghi các dòng không tính được / write the rows that cannot be counted (CSV)
  --public                ẩn các con số nhỏ / hide small counts, and what would give them back
  --engine duckdb|spark   bộ máy / engine; --master ADDRESS của Spark / of Spark; --memory 4GB của DuckDB / of DuckDB
  --json                  in JSON / print JSON; --lang vi|en; --quiet không báo tiến độ / no progress

  Mã thoát / exit code: 0 xong / done · 1 có dòng không tính được / some rows could not be counted ·
  2 không đọc được hoặc lệnh sai / unreadable, or wrong use · 130 đã dừng / stopped
"""


@dataclass(frozen=True)
class Options:
    """What was asked; `weightings` and `cutoffs` are parsed, `cutoff_texts` as typed."""

    path: str
    indicators: tuple[str, ...]
    weightings: tuple[Weighting, ...]
    by: tuple[str, ...]
    cutoffs: tuple[Fraction, ...]
    cutoff_texts: tuple[str, ...]
    design: tuple[str, str, str] | None
    interval: str
    level: float
    policy: dict[str, str]
    id: str
    mapping: dict[str, str]
    sheet: str
    bad_rows: Path | None
    public: bool
    running: Running
    achievements: tuple[Fraction, ...] = ()  # cut-offs of achievements
    against: str = ""  # an earlier round
    years: float = 0.0  # between the rounds


def refuse(option: str, why: str) -> FindingError:
    """DATA-OPTION as an error to raise."""
    return Parser("measure").refusal(option, why)


def parse(words: Sequence[str]) -> Options:
    """Options from the words behind `measure`. Raises FindingError (DATA-OPTION)."""
    parser = _parser()
    told = parser.parse_args(_joined(words))
    if told.public and len(dict.fromkeys(parts(told.by))) > 1:
        raise refuse(
            "--public", "mỗi lần một cột --by / one --by column at a time: totals across would give cells back"
        )
    indicators, weightings = _weightings(told)
    texts = tuple(text for each in told.k or ["1/3"] for text in parts([each]))
    design = _design(told.design)
    if told.interval not in ("logit", "wald") or not 0 < told.level < 1:
        raise refuse("--interval", "logit hoặc/or wald, --level 0..1")
    running = parser.running(told)
    years = _years(told)
    return Options(
        told.path, indicators, weightings, tuple(dict.fromkeys(parts(told.by))), tuple(_cutoff(text) for text in texts),
        texts, design, told.interval, told.level, _policy(told.missing, indicators), told.id,
        parser.pairs("--map", told.map), told.sheet, parser.written("--bad-rows", told.bad_rows, told.path),
        told.public, running, _achievements(told, indicators), told.against, years,
    )  # fmt: skip


def _joined(words: Sequence[str]) -> list[str]:
    """`--design -,cluster,weight` as one word: argparse would take what begins with "-" for an option."""
    made: list[str] = []
    for word in words:
        if made and made[-1] == "--design":
            made[-1] = f"--design={word}"
        else:
            made.append(word)
    return made


def _parser() -> Parser:
    parser = Parser("measure", memory="")
    parser.add_argument("path", metavar="IN")
    parser.many("indicators", "weights", "dimension", "by", "map", "missing")
    parser.add_argument("--k", action="extend", nargs="+", default=[])
    parser.words("design", "cutoffs", "id", "sheet", "bad-rows", "against", "years")
    parser.add_argument("--interval", default="logit")
    parser.add_argument("--level", type=float, default=0.95)
    parser.flags("public")
    return parser


def _weightings(told: argparse.Namespace) -> tuple[tuple[str, ...], tuple[Weighting, ...]]:
    dimensions = {name: parts([members]) for name, members in _parser().pairs("--dimension", told.dimension).items()}
    listed = parts(told.indicators) or [name for members in dimensions.values() for name in members]
    if not listed:
        raise refuse("--indicators", "chưa nêu cột nào / no column named")
    if len(listed) > 62:
        raise refuse("--indicators", f"nhiều nhất 62 cột / at most 62 columns, not {len(listed)}")
    try:
        given: list[list[Fraction] | None] = [[share(part) for part in parts([text])] for text in told.weights]
        given = given or [None]
        if dimensions:
            made = [Weighting.by_dimension(dimensions, shares) for shares in given]
        else:
            made = [Weighting.of(listed, shares or [Fraction(1)] * len(listed)) for shares in given]
        return tuple(listed), tuple(each.reordered(listed) for each in made)
    except ValueError as error:
        raise refuse("--weights", str(error)) from error


def _years(told: argparse.Namespace) -> float:
    """Years between the rounds, written with a point or a comma; 0 without an earlier round."""
    if bool(told.against) != bool(told.years):
        raise refuse("--against, --years", "phải đi cùng nhau / belong together")
    if not told.years:
        return 0.0
    try:
        years = float(told.years.replace(",", "."))
    except ValueError:
        years = 0.0
    if not 0 < years < 1000:
        raise refuse(f"--years {told.years}", "số năm lớn hơn 0 / a number of years above 0")
    return years


def _cutoff(text: str) -> Fraction:
    try:
        k = share(text)
    except ValueError as error:
        raise refuse(f"--k {text}", "viết dưới dạng / write it as 4/12, 33%, 0.25") from error
    if not 0 < k <= 1:
        raise refuse(f"--k {text}", "phải lớn hơn 0 và không quá 1 / must be more than 0 and at most 1")
    return k


def _design(text: str) -> tuple[str, str, str] | None:
    if not text:
        return None
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 3 or not all(parts):
        raise refuse(f"--design {text}", "cần ba cột / three columns: stratum,cluster,weight; “-”")
    return parts[0], parts[1], parts[2]


def _achievements(told: argparse.Namespace, indicators: Sequence[str]) -> tuple[Fraction, ...]:
    texts = parts([told.cutoffs])
    if not texts:
        return ()
    if len(texts) != len(indicators) or set(_policy(told.missing, indicators).values()) - {"drop"}:
        raise refuse("--cutoffs", "một ngưỡng cho mỗi cột, --missing drop / one for each column, and --missing drop")
    try:
        cutoffs = tuple(share(text) for text in texts)
        for cutoff in cutoffs:
            scaled_cutoff(cutoff, 1 if cutoff.denominator == 1 else 1000)
    except ValueError as error:
        raise refuse(f"--cutoffs {told.cutoffs}", str(error)) from error
    return cutoffs


def _policy(texts: Sequence[str], indicators: Sequence[str]) -> dict[str, str]:
    chosen: dict[str, str] = {}
    for text in texts:
        name, mark, value = text.rpartition("=")
        if value not in ("drop", "not-deprived", "deprived") or (mark and name not in indicators):
            raise refuse(f"--missing {text}", "[COL=]drop | not-deprived | deprived")
        chosen.update({name: value} if mark else dict.fromkeys(indicators, value))
    return chosen
