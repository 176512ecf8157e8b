"""Paired comparison of two runs over the same articles, and intervals of one.

Articles are few (tens), so nothing here leans on normal approximations where it can be helped:
sign-flip permutation tests, bootstrap intervals over articles, Holm's correction. All of it is
seeded: the same data give the same verdict.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

SEED = 20261126
RESAMPLES = 10_000
EXACT_UP_TO = 16  # articles that differ: 65,536 ways to flip their signs
POWER = 0.8
ALPHA = 0.05


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and the 95 % bootstrap interval around it."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """Head minus base over paired articles.

    `p` is two-sided and not yet corrected. `detectable` is the smallest true difference that so
    many articles would show with 80 % power at the corrected level, given how much they scatter.
    """

    interval: Interval
    p: float
    articles: int
    changed: int
    detectable: float


def interval(values: Sequence[float]) -> Interval:
    """Return the mean of `values` with its percentile bootstrap interval; one value has no width."""
    data = np.asarray(values, dtype=float)
    if not data.size:
        return Interval(0.0, 0.0, 0.0)
    mean = float(data.mean())
    if data.size == 1 or not np.ptp(data):
        return Interval(mean, mean, mean)
    draws = np.random.default_rng(SEED).integers(0, data.size, (RESAMPLES, data.size))
    low, high = np.percentile(data[draws].mean(axis=1), [2.5, 97.5])
    return Interval(mean, float(low), float(high))


def difference(base: Sequence[float], head: Sequence[float], *, alpha: float = ALPHA) -> Difference:
    """Return how `head` differs from `base`, article by article (same order, same length)."""
    deltas = np.asarray(head, dtype=float) - np.asarray(base, dtype=float)
    return Difference(
        interval=interval(deltas.tolist()),
        p=sign_flip(deltas.tolist()),
        articles=deltas.size,
        changed=int(np.count_nonzero(deltas)),
        detectable=detectable(deltas.tolist(), alpha),
    )


def sign_flip(deltas: Sequence[float]) -> float:
    """Return the two-sided p of the sign-flip permutation test of a mean difference of 0.

    Exact for up to 16 articles that differ, else by 10,000 random flips, the observed one
    counted (Phipson and Smyth 2010: never 0). 1 when nothing differs.
    """
    moved = np.asarray([d for d in deltas if d], dtype=float)
    if not moved.size:
        return 1.0
    observed = abs(moved.sum())
    if moved.size <= EXACT_UP_TO:
        signs = 1 - 2 * ((np.arange(2**moved.size)[:, None] >> np.arange(moved.size)) & 1)
        return float(np.mean(np.abs(signs @ moved) >= observed - 1e-12))
    signs = np.random.default_rng(SEED).choice((-1, 1), (RESAMPLES, moved.size))
    as_far = int(np.count_nonzero(np.abs(signs @ moved) >= observed - 1e-12))
    return (as_far + 1) / (RESAMPLES + 1)


def detectable(deltas: Sequence[float], alpha: float = ALPHA) -> float:
    """Return the smallest mean difference that a paired test of so many articles finds in 4 of 5 tries.

    From the scatter of the differences at hand (normal approximation); infinite for one article.
    """
    n = len(deltas)
    if n < 2:  # noqa: PLR2004 - no scatter to be had
        return math.inf
    reach = float(stats.norm.ppf(1 - alpha / 2) + stats.norm.ppf(POWER))
    return reach * float(np.std(deltas, ddof=1)) / math.sqrt(n)


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Return the p values corrected for looking at several (Holm 1979), by the same names."""
    corrected: dict[str, float] = {}
    least = 0.0
    for rank, (name, p) in enumerate(sorted(p_values.items(), key=lambda pair: pair[1])):
        least = max(least, min(1.0, (len(p_values) - rank) * p))
        corrected[name] = least
    return {name: corrected[name] for name in p_values}
