"""A server that does not take a parameter is asked without it, or by its other name, and that is remembered."""

import json
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, Step, answer, status
from llm_cases import cache_in, content, engine, harbour

from summarizer.engines.llm.manner import Manner, Memory
from summarizer.errors import ModelError

NEWER, OLDER = "max_completion_tokens", "max_tokens"
NOT_OLDER = (
    "Unsupported parameter: 'max_tokens' is not supported with this model. "
    "Use 'max_completion_tokens' instead."
)


def sent(server: FaultServer, *names: str) -> list[list[str]]:
    """Return which of the parameters `names` each request had."""
    return [[name for name in names if name in received.body] for received in server.requests]


def extra_forbidden(name: str) -> Step:
    """Return a step that refuses `name` as FastAPI does."""
    detail = [
        {
            "type": "extra_forbidden",
            "loc": ["body", name],
            "msg": "Extra inputs are not permitted",
            "input": 6000,
        }
    ]
    return lambda handler, _: handler.send(422, {"detail": detail})


@pytest.mark.parametrize(
    "refusal",
    [
        status(400, NOT_OLDER, kind="unsupported_parameter"),
        status(400, "Please send max_completion_tokens instead of max_tokens"),
        status(500, f"litellm.BadRequestError: OpenAIException - {NOT_OLDER}"),
        extra_forbidden(OLDER),
    ],
    ids=["OpenAI", "another", "gateway", "FastAPI"],
)
def test_a_newer_model_behind_a_gateway_gets_the_limit_by_its_new_name(
    server: FaultServer, refusal: Step
) -> None:
    server.script(refusal, answer(content()))
    proposal = engine(server, max_output_tokens=900).propose(harbour())
    assert proposal.draft.highlights
    assert sent(server, OLDER, NEWER) == [[OLDER], [NEWER]]
    assert (server.requests[1].body[NEWER], server.formats) == (900, ["json_schema"] * 2)
    assert proposal.usage.requests == 2


@pytest.mark.parametrize(
    "refusal",
    [
        extra_forbidden(NEWER),
        status(400, "Unrecognized request argument supplied: max_completion_tokens"),
        status(400, "property 'max_completion_tokens' is unsupported"),
    ],
    ids=["FastAPI", "Azure", "Groq"],
)
def test_a_server_that_knows_the_old_name_alone_gets_that(server: FaultServer, refusal: Step) -> None:
    memory = Memory()
    memory.put(f"{server.url} tester", Manner(limit="max_completion_tokens"))
    server.script(refusal, answer(content()))
    assert engine(server, memory=memory).propose(harbour()).draft.highlights
    assert sent(server, OLDER, NEWER) == [[NEWER], [OLDER]]


@pytest.mark.parametrize(
    "said",
    [
        "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",
        "Unsupported parameter: 'temperature' is not supported with this model.",
        "gpt-5 models don't support temperature=0.2. Only temperature=1 is supported.",
        "invalid temperature: only 1 is allowed for this model",
        "`temperature` is deprecated for this model.",
    ],
)
def test_a_temperature_that_the_server_does_not_take_is_left_out_and_that_is_told(
    server: FaultServer, said: str
) -> None:
    server.script(status(400, said), answer(content()))
    proposal = engine(server, temperature=0.2).propose(harbour())
    assert sent(server, "temperature") == [["temperature"], []]
    assert proposal.warnings == ("The server takes no temperature for tester, so 0.2 was left out.",)


def test_who_sets_no_temperature_is_told_nothing(server: FaultServer) -> None:
    memory = Memory()
    memory.put(f"{server.url} tester", Manner(temperature=False))
    server.script(answer(content()))
    assert engine(server, memory=memory).propose(harbour()).warnings == ()


@pytest.mark.parametrize("cached", [True, False])
def test_a_servers_parameters_are_remembered(server: FaultServer, tmp_path: Path, cached: bool) -> None:
    """In the process without a cache, in the cache by another process."""
    memory = Memory()
    server.script(
        status(400, NOT_OLDER),
        status(400, "Unsupported parameter: 'temperature'"),
        answer(content()),
        answer(content()),
    )
    for highlights in (5, 6):
        fields: dict[str, Any] = cache_in(tmp_path) if cached else {"memory": memory}
        engine(server, highlights=highlights, temperature=0.2, **fields).propose(harbour())
    names = [OLDER, NEWER, "temperature"]
    assert sent(server, *names) == [[OLDER, "temperature"], [NEWER, "temperature"], [NEWER], [NEWER]]


def test_the_parameters_hold_for_the_plainer_modes(server: FaultServer) -> None:
    server.script(status(400, NOT_OLDER), status(400, "response_format"), answer(content()))
    engine(server).propose(harbour())
    assert sent(server, OLDER, NEWER) == [[OLDER], [NEWER], [NEWER]]
    assert server.formats == ["json_schema", "json_schema", "json_object"]


def test_a_truncated_answer_is_asked_for_by_the_new_name_too(server: FaultServer) -> None:
    cut = answer(content()[:40], finish="length")
    server.script(status(400, NOT_OLDER), cut, answer(content()))
    engine(server, max_output_tokens=900).propose(harbour())
    assert [received.body.get(NEWER) for received in server.requests] == [None, 900, 1800]


def test_a_server_that_takes_neither_name_is_asked_twice(server: FaultServer) -> None:
    server.script(extra_forbidden(OLDER), extra_forbidden(NEWER))
    memory = Memory()
    with pytest.raises(ModelError, match=r"422\. It does not take the parameter max_completion_tokens\."):
        engine(server, memory=memory).propose(harbour())
    assert len(server.requests) == 2
    assert memory.get(f"{server.url} tester") is None


@pytest.mark.parametrize(
    "said",
    [
        "max_tokens is too large: 6000. This model supports at most 4096 completion tokens, and no more is allowed.",
        "'temperature' must be between 0 and 1: 1.5 is not allowed",
        "The model `max` is not supported.",
    ],
)
def test_a_wrong_value_is_an_error_and_no_refusal_of_the_parameter(server: FaultServer, said: str) -> None:
    server.script(status(400, said))
    with pytest.raises(ModelError) as failed:
        engine(server, temperature=1.5).propose(harbour())
    assert said in str(failed.value)
    assert len(server.requests) == 1


def test_a_request_quoted_back_refuses_nothing(server: FaultServer) -> None:
    """The parameters are in it, the response format, and whatever words the article has."""

    def echo(handler: Any, body: dict[str, Any]) -> None:
        wrong = {
            "type": "value_error",
            "loc": ["body"],
            "msg": "Unknown model",
            "input": json.dumps(body),
        }
        handler.send(422, {"detail": [wrong]})

    server.always = echo
    with pytest.raises(ModelError, match="422"):
        engine(server, temperature=0.2).propose(harbour())
    assert len(server.requests) == 1
