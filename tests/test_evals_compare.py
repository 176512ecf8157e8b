"""When one run is better or worse than another, and when the data cannot tell."""

from pathlib import Path

import pytest
from command import summarizer
from eval_gold import suite_of, write_gold

from summarizer.errors import EvalError
from summarizer.evals.compare import compare, compare_reference
from summarizer.evals.result import ArticleResult, Result
from summarizer.evals.runner import run
from summarizer.evals.scores import HEADLINE, METRICS

BOTH = ("dev", "test")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_gold(tmp_path / "gold")


def result_of(scores: dict[str, float], *, gold: str = "g", **more: object) -> Result:
    """Return a result whose articles have these values in every metric."""
    articles = tuple(
        ArticleResult(
            id=name,
            title=name,
            language="en",
            genre="x",
            gold_sha256=gold,
            scores=dict.fromkeys(METRICS, value),
            **more,
        )  # type: ignore[arg-type]
        for name, value in scores.items()
    )
    return Result(
        suite="s", system="extractive", splits=("dev",), code_version="1", code_sha256="c", metrics_sha256="m",
        gold_sha256="g", articles=articles,
    )  # fmt: skip


LOW = {f"a{i}": 0.4 + i / 100 for i in range(20)}
HIGH = {name: value + 0.1 for name, value in LOW.items()}


def test_a_clear_gain_is_better_and_a_clear_loss_is_worse() -> None:
    up, down = compare(result_of(LOW), result_of(HIGH)), compare(result_of(HIGH), result_of(LOW))
    assert (up.verdict, up.passes) == ("better", True)
    assert (down.verdict, down.passes) == ("worse", False)
    assert {metric.verdict for metric in down.metrics.values()} == {"worse"}


def test_a_difference_within_chance_is_inconclusive() -> None:
    wobble = {name: value + (0.1 if i % 2 else -0.09) for i, (name, value) in enumerate(LOW.items())}
    found = compare(result_of(LOW), result_of(wobble))
    assert (found.verdict, found.passes) == ("inconclusive", True)
    assert all(0.05 < metric.difference.detectable < 0.2 for metric in found.metrics.values())


def test_a_margin_asks_for_proof() -> None:
    wobble = {name: value + (0.1 if i % 2 else -0.09) for i, (name, value) in enumerate(LOW.items())}
    assert not compare(result_of(LOW), result_of(wobble), margin=0.01).passes
    assert compare(result_of(LOW), result_of(wobble), margin=0.1).passes
    assert compare(result_of(LOW), result_of(LOW), margin=0.0).passes


def test_changed_gold_is_left_out_and_listed() -> None:
    base, head = result_of(LOW), result_of(LOW)
    changed = head.articles[0].model_copy(
        update={"gold_sha256": "other", "scores": dict.fromkeys(METRICS, 0.0)}
    )
    head = head.model_copy(update={"articles": (changed, *head.articles[1:])})
    found = compare(base, head)
    assert found.changed_gold == ("a0",)
    assert len(found.articles) == 19
    assert found.verdict == "inconclusive"


def test_articles_of_one_side_alone_are_listed() -> None:
    found = compare(result_of({**LOW, "old": 0.1}), result_of({**LOW, "new": 0.9}))
    assert (found.only_base, found.only_head) == (("old",), ("new",))


def test_results_with_nothing_in_common_cannot_be_compared() -> None:
    with pytest.raises(EvalError, match="nothing can be compared"):
        compare(result_of({"a": 0.5}), result_of({"b": 0.5}))


def test_a_new_must_not_claim_is_worse_whatever_the_means_say() -> None:
    base, head = result_of(LOW), result_of(HIGH)
    wrong = {"label": "m1", "text": "It was banned.", "item": "h1", "flagged": False}
    bad = ArticleResult.model_validate({**head.articles[0].model_dump(), "must_not": [wrong]})
    found = compare(base, head.model_copy(update={"articles": (bad, *head.articles[1:])}))
    assert found.verdict == "worse"
    assert "It was banned." in found.faults[0]


def test_an_article_that_fails_now_is_worse() -> None:
    head = result_of(HIGH)
    failed = head.articles[0].model_copy(update={"error": "no answer"})
    assert (
        compare(result_of(LOW), head.model_copy(update={"articles": (failed, *head.articles[1:])})).verdict
        == "worse"
    )


def test_a_result_of_other_measures_is_scored_again(gold: Path) -> None:
    """A change of the measures is not taken for a change of the system."""
    today = run(suite_of(gold, splits=BOTH))
    old = today.model_copy(
        update={
            "metrics_sha256": "older",
            "articles": tuple(
                a.model_copy(update={"scores": dict.fromkeys(METRICS, 0.1)}) for a in today.articles
            ),
        }
    )
    with pytest.raises(EvalError, match="--gold"):
        compare(old, today)
    found = compare(old, today, gold=gold)
    assert found.verdict == "inconclusive"
    assert all(metric.difference.changed == 0 for metric in found.metrics.values())


def test_a_reference_is_compared_article_by_article(gold: Path) -> None:
    found = compare_reference(run(suite_of(gold, splits=BOTH)), "empty")
    assert set(found.metrics) == set(HEADLINE)
    assert all(metric.base == 0.0 for metric in found.metrics.values())
    with pytest.raises(EvalError, match="no reference"):
        compare_reference(run(suite_of(gold)), "nobody")


# The LLM engine: recorded once, replayed without a server


def test_a_worse_run_exits_1(tmp_path: Path) -> None:
    for name, scores in (("base", HIGH), ("head", LOW)):
        (tmp_path / f"{name}.json").write_text(result_of(scores).model_dump_json(), encoding="utf-8")
    done = summarizer("eval", "compare", tmp_path / "base.json", tmp_path / "head.json")
    assert done.returncode == 1
    assert done.stdout.startswith("**WORSE: ")
