"""Confidence intervals of a share: logit with Student's t (as R's survey prints it), and Wald. Each names itself.

Degrees of freedom are PSUs minus strata, of those where the group has rows.
"""

from __future__ import annotations

import numpy as np
from scipy.special import stdtrit

from giamngheo.analysis.measures.cells import Floats

LOGIT, WALD = "logit", "wald"
METHODS = (LOGIT, WALD)


def interval(method: str, share: Floats, error: Floats, freedom: Floats, level: float = 0.95) -> tuple[Floats, Floats]:
    """Lower and upper ends, NaN where there is none: no degree of freedom, or a logit of 0 or 1."""
    with np.errstate(all="ignore"):
        t = np.where(freedom > 0, stdtrit(np.maximum(freedom, 1), 0.5 + level / 2), np.nan)
        if method == WALD:
            return share - t * error, share + t * error
        if method != LOGIT:
            raise ValueError(f"no such interval: {method}")
        inside = (share > 0) & (share < 1)
        middle = np.where(inside, share, 0.5)
        at = np.log(middle / (1 - middle))
        half = t * error / (middle * (1 - middle))
        low, high = _expit(at - half), _expit(at + half)
    return np.where(inside, low, np.nan), np.where(inside, high, np.nan)


def _expit(value: Floats) -> Floats:
    result: Floats = 1 / (1 + np.exp(-value))
    return result
