"""A population as Parquet: options dictionary-encoded, yes/no Boolean, ids 64-bit and sorted, marked inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from giamngheo.analysis.synthesis.columns import HOUSEHOLD_KEYS, MARK, MARK_TEXT, MEMBER_KEYS, NAME, questions
from giamngheo.analysis.synthesis.generate import Plan, Synthetic
from giamngheo.analysis.synthesis.large import Block
from giamngheo.analysis.synthesis.templates import BLANK, code_of
from giamngheo.standards.release import Question

_WORDS = pa.dictionary(pa.int16(), pa.string())
_OPTION = pa.dictionary(pa.int8(), pa.string())
_KEYS = {
    "household_id": pa.int64(), "member_id": pa.int64(), "province": _WORDS, "commune": _WORDS, "village": pa.int16(),
    "ethnic_minority": pa.bool_(), NAME: pa.string(),
}  # fmt: skip
SOME = 5000  # small households turned into arrays at a time


def schema(scope: str, plan: Plan) -> Any:
    """The columns of households or members, with the mark and the seed."""
    keys = HOUSEHOLD_KEYS if scope == "household" else (*MEMBER_KEYS, *((NAME,) if plan.names else ()))
    fields = [(key, _KEYS[key]) for key in keys] + [(each.name, _type(each)) for each in questions(scope)]
    return pa.schema(fields, metadata={MARK: MARK_TEXT, "seed": str(plan.seed), "year": str(plan.year)})


def _type(question: Question) -> Any:
    if question.kind == "option":
        return _OPTION
    if question.kind == "yes_no":
        return pa.bool_()
    if question.kind == "area":
        return pa.decimal128(9, 2)  # files hold square metres
    return pa.int32() if question.kind in ("birth", "points") else pa.int64()


def write_small(folder: Path, found: Iterable[Synthetic], plan: Plan) -> Iterator[Synthetic]:
    """Write both files while the households pass through."""
    with ExitStack() as stack:
        home, people = _writers(stack, folder, plan)
        waiting = iter(found)
        while some := list(islice(waiting, SOME)):
            home.write_table(_table([each.household for each in some], home.schema, "household"))
            people.write_table(_table([row for each in some for row in each.members], people.schema, "member"))
            yield from some


def _writers(stack: ExitStack, folder: Path, plan: Plan) -> list[Any]:
    return [
        stack.enter_context(
            pq.ParquetWriter(folder / f"{scope}s.parquet", schema(scope, plan), compression="zstd", compression_level=1)
        )
        for scope in ("household", "member")
    ]


def _table(rows: list[dict[str, Any]], columns: Any, scope: str) -> Any:
    asked = {each.name: each for each in questions(scope)}
    arrays = []
    for field in columns:
        values = [row.get(field.name) for row in rows]
        if field.name in asked and asked[field.name].kind == "option":
            codes = np.array([code_of(asked[field.name], value) for value in values], np.int8)
            arrays.append(_options(asked[field.name], codes))
        elif pa.types.is_decimal(field.type):
            arrays.append(_metres(pa.array(values, pa.int64())))
        elif pa.types.is_dictionary(field.type):
            arrays.append(pa.array(values, pa.string()).dictionary_encode().cast(field.type))
        else:
            arrays.append(pa.array(values, field.type))
    return pa.Table.from_arrays(arrays, schema=columns)


def write_large(folder: Path, found: Iterable[Block], plan: Plan) -> Iterator[Block]:
    """Write both files while the blocks pass through."""
    with ExitStack() as stack:
        home, people = _writers(stack, folder, plan)
        for block in found:
            home.write_table(_from_arrays(block, block.household, home.schema, "household"))
            people.write_table(_from_arrays(block, block.members, people.schema, "member"))
            yield block


def _from_arrays(block: Block, columns: dict[str, Any], wanted: Any, scope: str) -> Any:
    asked = {each.name: each for each in questions(scope)}
    arrays = []
    for field in wanted:
        if field.name in ("province", "commune"):
            names = [getattr(quota.place, "province" if field.name == "province" else "code") for quota in block.places]
            arrays.append(pa.DictionaryArray.from_arrays(pa.array(block.at, pa.int16()), pa.array(names)))
        elif field.name in asked and asked[field.name].kind == "option":
            arrays.append(_options(asked[field.name], columns[field.name]))
        else:
            values = pa.array(columns[field.name], mask=columns[field.name] == BLANK)
            arrays.append(_metres(values) if pa.types.is_decimal(field.type) else values.cast(field.type))
    return pa.Table.from_arrays(arrays, schema=wanted)


def _metres(hundredths: Any) -> Any:
    """Hundredths of a square metre as square metres, exactly."""
    import pyarrow.compute as pc

    return pc.multiply(hundredths.cast(pa.decimal128(19, 0)), pa.scalar(Decimal("0.01"))).cast(pa.decimal128(9, 2))


def _options(question: Question, codes: Any) -> Any:
    words = pa.array([option.code for option in question.options])
    return pa.DictionaryArray.from_arrays(pa.array(codes, mask=codes == BLANK), words)
