"""What `summarizer doctor` learns of a model's server before anything is asked of it."""

import pytest
from fault_server import FaultServer
from llm_cases import settings

from summarizer.engines.llm import probe


def test_probe_tells_that_the_model_is_there(server: FaultServer) -> None:
    found = probe(settings(server, api_key="sk-1"))
    assert (found.url, found.reachable, found.model_listed, found.problem) == (server.url, True, True, None)
    assert [(received.path, received.body) for received in server.requests] == [("/v1/models", {})]
    assert server.requests[0].headers["authorization"] == "Bearer sk-1"


def test_probe_sends_the_query_of_the_base_url_and_does_not_show_it(server: FaultServer) -> None:
    found = probe(settings(server, base_url=f"{server.url}?key=hidden"))
    assert (found.url, found.reachable) == (f"{server.url}?…", True)
    assert server.requests[0].path == "/v1/models?key=hidden"


def test_probe_tells_that_the_model_is_not_listed(server: FaultServer) -> None:
    assert probe(settings(server, model="another")).model_listed is False


@pytest.mark.parametrize(
    ("code", "reachable", "problem"),
    [
        (404, True, None),
        (401, False, "the key was refused: check OPENAI_API_KEY"),
        (503, False, "it answered 503"),
    ],
)
def test_probe_reads_the_status(server: FaultServer, code: int, reachable: bool, problem: str | None) -> None:
    server.models_status, server.models = code, []
    found = probe(settings(server))
    assert (found.reachable, found.problem) == (reachable, problem)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/v1", "nonsense", "http://[", "http://127.0.0.1:99999/v1"]
)
def test_probe_of_nothing_is_no_crash(server: FaultServer, url: str) -> None:
    found = probe(settings(server, base_url=url))
    assert found.reachable is False
    assert found.problem
