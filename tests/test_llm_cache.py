"""Which requests to a model are answered from the cache, and what never gets into it."""

from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, Step, answer, status
from llm_cases import HARBOUR, WRONG, cache_in, content, engine, harbour, highlight

from summarizer.errors import ModelError
from summarizer.store import Store


def test_the_same_request_is_answered_from_the_cache(server: FaultServer, tmp_path: Path) -> None:
    server.script(answer(WRONG), answer(content()))
    first = engine(server, **cache_in(tmp_path)).propose(harbour())
    again = engine(server, **cache_in(tmp_path)).propose(harbour())
    assert (first.cached, again.cached) == (False, True)
    assert first.draft == again.draft
    assert again.usage.model_dump() == {"requests": 0, "input_tokens": 0, "output_tokens": 0}
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"model": "other"},
        {"highlights": 3},
        {"temperature": 0.5},
        {"tone": "dry"},
        {"max_output_tokens": 999},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_request_is_not_answered_from_the_cache(
    server: FaultServer, tmp_path: Path, change: dict[str, Any]
) -> None:
    server.always = answer(content())
    engine(server, **cache_in(tmp_path)).propose(harbour())
    assert not engine(server, **cache_in(tmp_path), **change).propose(harbour()).cached
    assert len(server.requests) == 2


def test_another_server_is_not_answered_from_the_cache(server: FaultServer, tmp_path: Path) -> None:
    server.always = answer(content())
    engine(server, **cache_in(tmp_path)).propose(harbour())
    with FaultServer() as other:
        other.always = answer(content())
        assert not engine(other, **cache_in(tmp_path)).propose(harbour()).cached


def test_no_cache_neither_reads_nor_writes(server: FaultServer, tmp_path: Path) -> None:
    server.always = answer(content())
    engine(server, **cache_in(tmp_path)).propose(harbour())
    assert not engine(server, cache=False, cache_dir=tmp_path).propose(harbour()).cached
    engine(server, cache=False, cache_dir=tmp_path / "none").propose(harbour())
    assert [path.name for path in tmp_path.iterdir() if path.name == "none"] == []


@pytest.mark.parametrize(
    "failure", [answer(None, refusal="No."), status(404), answer(WRONG), answer("Nothing.")]
)
def test_failures_are_not_cached(server: FaultServer, tmp_path: Path, failure: Any) -> None:
    server.always = failure
    with pytest.raises(ModelError):
        engine(server, **cache_in(tmp_path)).propose(harbour())
    assert Store.open(tmp_path, warn=pytest.fail).info().entries == 0


@pytest.mark.parametrize(
    "failures", [[answer(None, refusal="No.")], [answer("{", finish="length")] * 2], ids=["refusal", "length"]
)
def test_a_re_ask_that_failed_is_made_again_the_next_time(
    server: FaultServer, tmp_path: Path, failures: list[Step]
) -> None:
    """The first answer is not paid for again, and its fault is not kept for good."""
    twice = [highlight(HARBOUR[0], 1)] * 2
    server.script(answer(content(twice)), *failures, answer(content()))
    assert "Asking again failed" in engine(server, **cache_in(tmp_path)).propose(harbour()).warnings[-1]
    again = engine(server, **cache_in(tmp_path)).propose(harbour())
    assert (again.warnings, again.usage.requests, again.cached) == ((), 1, False)


def test_a_broken_cache_is_a_warning(server: FaultServer, tmp_path: Path) -> None:
    (tmp_path / "cache.sqlite").write_bytes(b"This is no database." * 100)
    server.script(answer(content()))
    proposal = engine(server, **cache_in(tmp_path)).propose(harbour())
    assert proposal.draft.highlights
    assert [str(tmp_path) in warning for warning in proposal.warnings] == [True]
