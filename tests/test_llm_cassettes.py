"""Real exchanges with a model, recorded by `record_cassettes.py`, replayed without a network.

A request that was not recorded is an error: after a change to a prompt, record anew.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, answer
from llm_cases import content, harbour
from llm_scenarios import CASSETTES, NOWHERE, Scenario, article_of, limited_server, run, scenarios
from vcr import VCR
from vcr.cassette import Cassette

from summarizer.config import load_settings
from summarizer.engines import Proposal
from summarizer.engines.llm import LlmEngine
from summarizer.engines.llm.manner import process_memory
from summarizer.errors import ModelError
from summarizer.evals.replay import VCR_CONFIG
from summarizer.grounding import ground

ALL = {scenario.name: scenario for scenario in scenarios()}


@pytest.fixture(autouse=True)
def no_memory() -> None:
    """Let no recorded server know of the one before, at the same address."""
    process_memory.cache_clear()


@pytest.fixture
def vcr_config() -> dict[str, Any]:
    return VCR_CONFIG


@pytest.fixture(scope="module")
def vcr_cassette_dir() -> str:
    return str(CASSETTES)


@pytest.fixture
def default_cassette_name(request: pytest.FixtureRequest) -> str:
    name: str = request.getfixturevalue("name")
    return name


def bodies(cassette: Cassette) -> list[dict[str, Any]]:
    """Return what was sent, in order."""
    return [json.loads(request.body) for request in cassette.requests]


def replay(name: str) -> tuple[Scenario, Proposal]:
    """Return what the engine proposes when the recorded model answers."""
    return ALL[name], run(ALL[name], NOWHERE)


@pytest.mark.vcr
@pytest.mark.parametrize("name", ALL)
def test_a_recorded_run_gives_grounded_items(name: str, vcr: Cassette) -> None:
    scenario, proposal = replay(name)
    article = article_of(scenario)
    assert vcr.all_played
    assert proposal.usage.requests == len(vcr.responses)
    assert proposal.usage.output_tokens > 0
    grounded = ground(proposal.draft, article)
    items = [*grounded.highlights, *grounded.claims]
    assert grounded.highlights
    assert all(article.text[e.start : e.end] == e.quote for item in items for e in item.evidence)
    supported = [item for item in items if item.support.label == "supported"]
    assert len(supported) >= 0.8 * len(items)
    assert not {item.text for item in grounded.highlights} & set(article.publisher_highlights)


@pytest.mark.vcr
@pytest.mark.parametrize("name", [name for name in ALL if name == "plain-hospital-trial"])
def test_the_recorded_repair_mends_an_item(name: str, vcr: Cassette) -> None:
    scenario, proposal = replay(name)
    first, second = bodies(vcr)
    assert '"findings"' not in first["messages"][1]["content"]
    assert '"findings"' in second["messages"][1]["content"]
    draft, answer = proposal.draft, first_answer(vcr)
    without = {item["text"] for item in (*answer["highlights"], *answer["claims"])}
    grounded = ground(draft, article_of(scenario))
    mended = [item for item in (*grounded.highlights, *grounded.claims) if item.text not in without]
    assert mended
    assert {item.support.label for item in mended} == {"supported"}


@pytest.mark.vcr
@pytest.mark.parametrize("name", [name for name in ALL if name == "long"])
def test_the_recorded_long_article_is_read_in_parts(name: str, vcr: Cassette) -> None:
    _, proposal = replay(name)
    parts = [body for body in bodies(vcr) if "of a long article" in body["messages"][1]["content"]]
    assert len(parts) >= 2
    assert len(proposal.draft.highlights) == 4


@pytest.mark.vcr
@pytest.mark.parametrize("name", [name for name in ALL if name == "local-server"])
def test_the_recorded_local_server_is_asked_for_an_object(name: str, vcr: Cassette) -> None:
    _, proposal = replay(name)
    assert [body["response_format"]["type"] for body in bodies(vcr)][:3] == [
        "json_schema",
        "json_schema",
        "json_object",
    ]
    assert proposal.draft.highlights


def first_answer(cassette: Cassette) -> dict[str, Any]:
    """Return the model's first answer."""
    reply = json.loads(cassette.responses[0]["body"]["string"])
    parsed: dict[str, Any] = json.loads(reply["choices"][0]["message"]["content"])
    return parsed


# How recording works, tried on a server of our own


def propose(base_url: str, **flags: Any) -> Proposal:
    """Return what the engine proposes for the harbour article, with a key in the request."""
    settings = load_settings(
        base_url=base_url, model="m", cache=False, repair=False, api_key="sk-secret", **flags
    )
    return LlmEngine(settings, sleep=lambda _: None).propose(harbour())


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """Give a cassette with one exchange, whose server is gone."""
    path = tmp_path / "tried.yaml"
    with FaultServer() as server, VCR(record_mode="all", **VCR_CONFIG).use_cassette(str(path)):
        server.script(answer(content()))
        propose(server.url)
    return path


def test_a_recorded_request_is_answered_without_a_server(recorded: Path) -> None:
    with VCR(record_mode="none", **VCR_CONFIG).use_cassette(str(recorded)) as cassette:
        assert propose(NOWHERE).draft.highlights
    assert cassette.all_played


def test_another_request_is_an_error(recorded: Path) -> None:
    with (
        VCR(record_mode="none", **VCR_CONFIG).use_cassette(str(recorded)) as cassette,
        pytest.raises(ModelError),
    ):
        propose(NOWHERE, highlights=7)
    assert cassette.play_count == 0


def test_no_key_host_or_version_is_written_down(recorded: Path) -> None:
    written = recorded.read_text(encoding="utf-8").lower()
    words = ("sk-secret", "bearer", "authorization", "127.0.0.1", "user-agent", "stainless", "openai/")
    assert [word for word in words if word in written] == []


def test_the_limited_server_passes_on_what_it_can(tmp_path: Path) -> None:
    path = tmp_path / "limited.yaml"
    with FaultServer() as model, limited_server(model.url) as address:
        model.script(answer(content()))
        with VCR(record_mode="all", **VCR_CONFIG).use_cassette(str(path)) as cassette:
            assert propose(address).draft.highlights
    assert [response["status"]["code"] for response in cassette.responses] == [500, 500, 200]
    assert model.formats == ["json_object"]
