"""Statistics of evals: against scipy's own tests and against what can be counted by hand."""

import math

import numpy as np
import pytest
from scipy import stats

from summarizer.evals.agreement import kappa
from summarizer.evals.statistics import difference, holm, interval, sign_flip


def test_the_permutation_test_is_exact_for_few_articles() -> None:
    """Four differences of one sign: 2 of 16 ways to flip are as far from 0."""
    assert sign_flip([0.1, 0.2, 0.1, 0.3]) == pytest.approx(2 / 16)


@pytest.mark.parametrize("seed", range(5))
def test_the_permutation_test_agrees_with_scipy(seed: int) -> None:
    deltas = np.random.default_rng(seed).normal(0.05, 0.1, 30)
    theirs = stats.permutation_test(
        (deltas,), np.mean, permutation_type="samples", n_resamples=9999, rng=np.random.default_rng(1)
    ).pvalue
    assert sign_flip(deltas.tolist()) == pytest.approx(theirs, abs=0.02)


def test_equal_runs_differ_by_nothing() -> None:
    found = difference([0.5, 0.7, 0.9], [0.5, 0.7, 0.9])
    assert (found.p, found.interval.mean, found.changed, found.detectable) == (1.0, 0.0, 0, 0.0)


def test_a_chance_difference_is_rarely_called_one() -> None:
    """With nothing but noise, p falls below 5 % in about 5 % of tries."""
    noise = np.random.default_rng(7).normal(0, 0.1, (400, 20))
    assert 0.02 < np.mean([sign_flip(row.tolist()) < 0.05 for row in noise]) < 0.09


def test_the_detectable_difference_is_detected_in_four_of_five_tries() -> None:
    draws = np.random.default_rng(3)
    reach = difference([0.0] * 30, draws.normal(0, 0.1, 30).tolist()).detectable
    scatter = reach / (stats.norm.ppf(0.975) + stats.norm.ppf(0.8)) * math.sqrt(30)
    tries = draws.normal(reach, scatter, (300, 30))
    assert 0.7 < np.mean([sign_flip(row.tolist()) < 0.05 for row in tries]) < 0.9


def test_one_article_detects_nothing() -> None:
    assert math.isinf(difference([0.5], [0.6]).detectable)


def test_an_interval_covers_the_mean_and_no_value_is_no_error() -> None:
    found = interval([0.0, 0.5, 1.0, 0.5])
    assert found.low < found.mean == 0.5 < found.high
    assert interval([]) == interval([0.0])


def test_the_bootstrap_agrees_with_scipy() -> None:
    values = np.random.default_rng(5).beta(5, 2, 40)
    theirs = stats.bootstrap((values,), np.mean, method="percentile", rng=np.random.default_rng(2))
    found = interval(values.tolist())
    assert (found.low, found.high) == pytest.approx(tuple(theirs.confidence_interval), abs=0.01)


def test_holm_multiplies_the_smallest_most_and_keeps_the_order() -> None:
    assert holm({"a": 0.01, "b": 0.04, "c": 0.03}) == pytest.approx({"a": 0.03, "b": 0.06, "c": 0.06})
    assert holm({"a": 0.9, "b": 0.8}) == {"a": 1.0, "b": 1.0}


def test_kappa_is_one_for_agreement_and_none_for_chance() -> None:
    assert kappa([("x", "x"), ("y", "y")]) == 1.0
    assert kappa([("x", "x"), ("x", "y"), ("y", "x"), ("y", "y")]) == 0.0
    assert kappa([("x", "x")]) == 1.0
    assert kappa([]) == 0.0
