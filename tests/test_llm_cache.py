"""Which requests to a model are answered from the cache, and what never gets into it."""

from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, answer, status
from llm_cases import WRONG, cache_in, content, engine, harbour

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


def test_a_broken_cache_is_a_warning(server: FaultServer, tmp_path: Path) -> None:
    (tmp_path / "cache.sqlite").write_bytes(b"This is no database." * 100)
    server.script(answer(content()))
    proposal = engine(server, **cache_in(tmp_path)).propose(harbour())
    assert proposal.draft.highlights
    assert [str(tmp_path) in warning for warning in proposal.warnings] == [True]
