"""Recorded exchanges: replayed without a server, and what a miss or a failure does."""

import json
from pathlib import Path
from typing import Any

import pytest
from eval_gold import suite_of, write_gold
from fault_server import FaultServer, answer, drop

from summarizer.errors import EvalError
from summarizer.evals.replay import exchanges
from summarizer.evals.runner import Plan, run
from summarizer.evals.suite import Suite

BOTH = ("dev", "test")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_gold(tmp_path / "gold")


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
