"""Runs of a suite, in code and from the command line, on a small gold folder, with real parts."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from command import summarizer
from eval_gold import ferry_labels, mine_labels, suite_of, write_gold, write_labels, write_suite

from summarizer.errors import EvalError
from summarizer.evals.compare import compare_reference
from summarizer.evals.result import read_result
from summarizer.evals.runner import Plan, run
from summarizer.evals.scores import METRICS
from summarizer.evals.suite import load_suite

BOTH = ("dev", "test")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_gold(tmp_path / "gold")


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


def test_a_suite_that_is_not_there_is_answered_with_those_that_are_or_where_they_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    there = "below the current folder: run this from the folder that has eval/"
    with pytest.raises(
        EvalError, match=f"There is no suite eval/suites/harbour.toml. Suites lie in eval/suites {there}"
    ):
        load_suite("harbour")
    (tmp_path / "eval" / "suites").mkdir(parents=True)
    (tmp_path / "eval" / "suites" / "bridge.toml").touch()
    with pytest.raises(EvalError, match=r"In eval/suites there are: bridge\."):
        load_suite("harbour")


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
