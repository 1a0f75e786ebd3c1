"""The whole register as values, to be compared before and after: every row but the change that last wrote it."""

from __future__ import annotations

from typing import Any

from giamngheo.households.models import RowKind
from giamngheo.households.rows import columns_now, model_of


def everything() -> dict[str, dict[int, dict[str, Any]]]:
    """Kind of row → number → columns. What search looks in is derived and compared elsewhere."""
    return {
        kind: {
            row.pk: {name: value for name, value in columns_now(row).items() if name != "changed_in_id"}
            for row in model_of(kind)._default_manager.all()
        }
        for kind in RowKind.values
    }
