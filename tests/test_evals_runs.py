"""Runs and comparisons from the command line, on a small gold folder, with real parts."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from command import summarizer
from eval_gold import ferry_labels, mine_labels, write_gold, write_labels, write_suite
from fault_server import FaultServer, answer, drop

from summarizer.errors import EvalError
from summarizer.evals.compare import compare, compare_reference
from summarizer.evals.replay import exchanges
from summarizer.evals.result import ArticleResult, Result, read_result
from summarizer.evals.runner import Plan, run
from summarizer.evals.scores import HEADLINE, METRICS
from summarizer.evals.suite import Suite, load_suite

BOTH = ("dev", "test")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_gold(tmp_path / "gold")


def suite_of(gold: Path, **settings: object) -> Suite:
    loaded = load_suite(str(write_suite(gold.parent, gold, **settings)))
    assert isinstance(loaded, Suite)
    return loaded


def test_a_run_scores_every_article_and_every_yardstick(gold: Path) -> None:
    result = run(suite_of(gold, splits=BOTH, references=["lead", "textrank"]))
    assert [article.id for article in result.articles] == ["ferry", "mine"]
    assert set(result.references) == {"lead", "textrank", "lead-3", "copy-all", "empty", "shuffled evidence"}
    everything = [
        *(a.scores for a in result.articles),
        *(s for r in result.references.values() for s in r.values()),
    ]
    assert all(set(scores) == set(METRICS) for scores in everything)
    assert all(0 <= value <= 1 for scores in everything for value in scores.values())


def test_two_processes_find_what_one_finds(gold: Path) -> None:
    suite = suite_of(gold, splits=BOTH)
    assert run(suite, Plan(workers=2)) == run(suite, Plan(workers=1))


def test_an_article_that_cannot_be_read_counts_with_its_error(gold: Path) -> None:
    (gold / "articles" / "mine.txt").write_text("Please enable JavaScript.", encoding="utf-8")
    result = run(suite_of(gold, splits=BOTH))
    failed = result.articles[1]
    assert failed.id == "mine"
    assert failed.error
    assert set(failed.scores.values()) == {0.0}
    assert any("Articles that failed: 1" in failure for failure in result.failures.values())


def test_evidence_that_is_gone_fails_the_run(gold: Path) -> None:
    page = gold / "articles" / "ferry.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("21,400", "21,500"), encoding="utf-8")
    result = run(suite_of(gold))
    assert result.articles[0].unplaced == (
        "It carried 21,400 passengers last winter, 12 percent fewer than a year before.",
    )
    assert any("not in the article as extracted: 1" in failure for failure in result.failures.values())


def test_a_degenerate_system_that_outranks_the_real_one_fails_the_suite(gold: Path) -> None:
    """The publisher's page has no highlights here, so an engine of nothing ranks below copying."""
    result = run(suite_of(gold, engine="lead", highlights=1, max_words=5))
    assert any("outranks the real one" in failure for failure in result.failures.values())


def test_repeats_of_a_rule_do_not_flicker(gold: Path) -> None:
    result = run(suite_of(gold), Plan(repeats=3))
    assert set(result.articles[0].flicker.values()) == {0.0}
    assert result.repeats == 3


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


def reply() -> str:
    highlight = {"text": "Norvik Ferries will cut its winter sailings from 14 to 9 a week.", "sentences": [1]}
    return json.dumps({"highlights": [highlight], "claims": []})


def llm_suite(gold: Path, base_url: str) -> Suite:
    return suite_of(
        gold, engine="llm", base_url=base_url, cassettes=str(gold.parent / "cassettes"), highlights=3
    )


@pytest.fixture
def recorded(gold: Path) -> Suite:
    """Give a suite whose exchange is recorded and whose server is gone."""
    with FaultServer() as server:
        server.always = answer(reply())
        suite = llm_suite(gold, server.url)
        run(suite, Plan(mode="record"))
    return suite


def test_a_recorded_run_is_replayed_without_a_server(recorded: Suite) -> None:
    result = run(recorded, Plan(mode="replay"))
    assert result.articles[0].error is None
    assert result.articles[0].highlights[0].text.startswith("Norvik Ferries")
    assert result.model == recorded.model


def test_a_replay_that_misses_names_the_command_that_records_it(recorded: Suite) -> None:
    other = recorded.model_copy(update={"highlights": 2})
    with pytest.raises(EvalError, match=r"eval run \S+/suite.toml --record --only ferry"):
        run(other, Plan(mode="replay"))


def test_a_missed_repair_is_a_miss_too(gold: Path) -> None:
    """The engine forgives a repair round that fails; a strict replay does not."""
    bad = reply().replace("14 to 9", "14 to 8")
    with FaultServer() as server:
        server.always = answer(bad)
        suite = llm_suite(gold, server.url)
        with exchanges(gold.parent / "cassettes" / "suite" / "ferry.yaml", "record"):
            from summarizer.evals.runner import suite_settings
            from summarizer.evals.systems import SYSTEMS, read_article

            SYSTEMS["llm"](suite_settings(suite).model_copy(update={"repair": False})).propose(
                read_article(gold / "articles" / "ferry.txt")
            )
    with pytest.raises(EvalError, match="Not recorded"):
        run(suite, Plan(mode="replay"))


def test_a_recording_that_lost_its_server_is_not_kept(gold: Path) -> None:
    """The first answer came, the repair round's did not: what there was before stays."""
    bad = reply().replace("14 to 9", "14 to 8")

    def first_round_only(handler: Any, body: dict[str, Any]) -> None:
        repair = '"findings"' in body["messages"][1]["content"]
        (drop if repair else answer(bad))(handler, body)

    with FaultServer() as server:
        server.always = first_round_only
        suite = llm_suite(gold, server.url)
        with pytest.raises(EvalError, match="Not recorded"):
            run(suite, Plan(mode="record"))
    assert not list((gold.parent / "cassettes").rglob("*.yaml"))


def test_a_model_that_refuses_counts_as_an_article_that_failed(gold: Path) -> None:
    with FaultServer() as server:
        server.always = answer(None, refusal="I will not.")
        suite = llm_suite(gold, server.url)
        run(suite, Plan(mode="record"))
    result = run(suite, Plan(mode="replay"))
    assert "refus" in str(result.articles[0].error).lower()


# The command line


def test_run_compare_and_bless_work_together(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(gold.parent)
    suite = write_suite(gold.parent, gold, splits=BOTH)
    summary = gold.parent / "summary.md"
    done = summarizer(
        "eval", "run", suite, "--out", "r.json", "--junit", "r.xml", env={"GITHUB_STEP_SUMMARY": str(summary)}
    )
    assert "| **extractive** | 2 |" in done.stdout
    assert done.stdout.strip() in summary.read_text(encoding="utf-8")
    assert {case.get("name") for case in ET.parse("r.xml").iter("testcase")} >= {"ferry", "mine"}  # noqa: S314 - our own
    result = read_result(Path("r.json"))
    assert done.returncode == (1 if result.failures else 0)
    assert summarizer("eval", "compare", "r.json", "r.json").returncode == 0
    blessed = summarizer("eval", "bless", "r.json")
    if result.failures:
        assert blessed.returncode == 6
    else:
        assert read_result(Path("eval/baselines/suite.json")) == result


def test_a_worse_run_exits_1(tmp_path: Path) -> None:
    for name, scores in (("base", HIGH), ("head", LOW)):
        (tmp_path / f"{name}.json").write_text(result_of(scores).model_dump_json(), encoding="utf-8")
    done = summarizer("eval", "compare", tmp_path / "base.json", tmp_path / "head.json")
    assert done.returncode == 1
    assert done.stdout.startswith("**WORSE: ")


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (["run", "nosuch"], 6, "There is no suite"),
        (["compare", "nosuch.json", "x.json"], 6, "Cannot read the result"),
        (["compare", "x.json"], 2, "BASE and HEAD"),
        (["run", "x", "--replay", "--record"], 2, "not both"),
    ],
)
def test_a_wrong_call_says_what_to_do(args: list[str], code: int, told: str) -> None:
    done = summarizer("eval", *args)
    assert (done.returncode, told in done.stderr) == (code, True)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("engine = 'magic'", "engine"),
        ("colour = 1", "colour"),
        ("[thresholds]\nbeauty = 1", "beauty"),
        ("x = ", "Cannot read"),
    ],
)
def test_a_wrong_suite_is_an_invalid_eval(tmp_path: Path, line: str, told: str) -> None:
    file = tmp_path / "s.toml"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(EvalError, match=told):
        load_suite(str(file))


def test_a_threshold_that_is_not_reached_fails_the_run(gold: Path) -> None:
    result = run(suite_of(gold, thresholds={"coverage": 1.0}, highlights=1))
    assert any(failure.startswith("coverage is ") for failure in result.failures.values())


def test_what_was_labelled_once_is_left_out_of_the_annotators(gold: Path) -> None:
    for name in ("a", "b"):
        write_labels(gold, ferry_labels(), f"annotations/{name}")
    result = run(suite_of(gold, splits=BOTH))
    assert list(result.references["annotators"]) == ["ferry"]
    assert len(result.reference_values("annotators", "coverage")) == 1
    assert compare_reference(result, "annotators").articles == ("ferry",)


def test_an_article_that_the_gold_lacks_is_an_error(gold: Path) -> None:
    with pytest.raises(EvalError, match="no article of its gold: ferri"):
        run(suite_of(gold, articles=["ferri", "ferry"]))
    assert [article.id for article in run(suite_of(gold, articles=["ferry", "mine"])).articles] == ["ferry"]


def test_an_llm_suite_without_key_or_server_does_not_begin(
    gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(EvalError, match="needs a key or a server"):
        run(suite_of(gold, engine="llm"))


def test_a_part_of_a_suite_is_no_baseline(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    part = run(suite_of(gold, splits=BOTH, highlights=3), Plan(only=("ferry",))).model_copy(
        update={"failures": {}}
    )
    Path("part.json").write_text(part.model_dump_json(), encoding="utf-8")
    done = summarizer("eval", "bless", "part.json")
    assert (done.returncode, "without --only" in done.stderr) == (6, True)


def test_annotators_are_scored_when_there_are_two(gold: Path) -> None:
    for name in ("a", "b"):
        for labels in (ferry_labels(), mine_labels()):
            write_labels(gold, labels, f"annotations/{name}")
    result = run(suite_of(gold, splits=BOTH))
    assert result.references["annotators"]["ferry"]["claim_f1"] == 1.0
