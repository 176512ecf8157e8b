"""A server that cannot do what it is asked for is asked in a plainer form, and that is remembered."""

import json
from pathlib import Path
from typing import Any

import httpx2
import openai
import pytest
from fault_server import FaultServer, answer, status
from llm_cases import (
    HARBOUR,
    WRONG,
    Waits,
    article,
    cache_in,
    claim,
    content,
    engine,
    harbour,
    highlight,
    settings,
)

from summarizer.config import load_settings
from summarizer.engines.llm import LlmEngine
from summarizer.engines.llm.faults import fault_of
from summarizer.engines.llm.manner import Manner, Memory
from summarizer.errors import ModelError
from summarizer.store import Store


@pytest.mark.parametrize(
    "refusal",
    [
        status(400, "response_format.type must be json_object"),
        status(404, "No endpoints found that support structured outputs."),
        status(422, "Input should be 'text' or 'json_object': response_format"),
        status(500, "KeyError: 'json_schema'"),
    ],
    ids=["400", "404", "422", "500"],
)
def test_a_server_without_json_schema_is_asked_for_an_object_with_schema(
    server: FaultServer, refusal: Any
) -> None:
    server.script(refusal, answer(content()))
    assert engine(server).propose(harbour()).draft.highlights
    assert server.formats == ["json_schema", "json_object"]
    assert list(server.requests[1].body["response_format"]["schema"]["properties"]) == [
        "highlights",
        "claims",
    ]


def test_a_server_without_any_format_is_asked_in_words(server: FaultServer) -> None:
    refusal = status(400, "response_format is not supported")
    server.script(refusal, refusal, answer(f"Sure:\n```json\n{content()}\n```"))
    assert engine(server).propose(harbour()).draft.highlights
    assert server.formats == ["json_schema", "json_object", None]
    assert '"reporting_verb"' in server.requests[2].body["messages"][0]["content"]


def test_an_unspoken_500_counts_as_cannot_only_the_second_time(server: FaultServer) -> None:
    server.script(status(500), status(500), answer(content()))
    assert engine(server).propose(harbour()).draft.highlights
    assert server.formats == ["json_schema", "json_schema", "json_object"]


def test_a_passing_500_is_not_mistaken_for_cannot(server: FaultServer, tmp_path: Path) -> None:
    server.script(status(500), answer(content()))
    engine(server, **cache_in(tmp_path)).propose(harbour())
    assert server.formats == ["json_schema", "json_schema"]
    assert Store.open(tmp_path, warn=pytest.fail).mode(f"{server.url} tester") == "json_schema"


def test_a_500_that_says_when_it_is_over_is_not_mistaken_for_cannot(server: FaultServer) -> None:
    server.script(*[status(500, headers={"Retry-After": "1"})] * 3, answer(content()))
    engine(server).propose(harbour())
    assert server.formats == ["json_schema"] * 4


def test_a_server_that_was_out_of_order_is_asked_strictly_again(server: FaultServer) -> None:
    """When the plainest way brings a 500 too, it was not about the format."""
    server.script(*[status(500)] * 5, answer(content()))
    waits, memory = Waits(), Memory()
    engine(server, waits, memory).propose(harbour())
    assert server.formats == ["json_schema", "json_schema", "json_object", None, "json_schema", "json_schema"]
    assert [0.5 * 2**n <= wait <= 2**n for n, wait in enumerate(waits)] == [True] * 3
    assert memory.get(f"{server.url} tester") == Manner("json_schema", proved=True)


def test_a_server_that_stays_out_of_order_is_asked_seven_times(server: FaultServer) -> None:
    server.always = status(500)
    with pytest.raises(ModelError, match=r"500\. Try again later.* \(7 requests tried\)$") as failed:
        engine(server).propose(harbour())
    assert (failed.value.retryable, len(server.requests)) == (True, 7)


def test_a_server_known_to_constrain_strictly_does_so_after_a_few_500s(server: FaultServer) -> None:
    memory = Memory()
    server.script(answer(content()), *[status(500)] * 4, answer(content()))
    engine(server, memory=memory).propose(harbour())
    engine(server, memory=memory).propose(harbour())
    assert server.formats == ["json_schema"] * 6


def test_a_server_known_to_constrain_strictly_is_asked_otherwise_in_the_end(server: FaultServer) -> None:
    """Another program may answer at the same address by now."""
    memory = Memory()
    server.script(answer(content()), *[status(500)] * 5, answer(content()))
    engine(server, memory=memory).propose(harbour())
    engine(server, memory=memory).propose(harbour())
    assert server.formats == ["json_schema"] * 6 + ["json_object"]


@pytest.mark.parametrize(
    ("url", "cannot"),
    [
        ("https://api.openai.com/v1", False),
        ("https://eu.api.openai.com/v1", False),
        ("https://me.openai.azure.com/openai/v1?api-version=1", False),
        ("https://api.openai.com.example/v1", None),
        ("http://127.0.0.1:8000/v1", None),
    ],
)
def test_a_bare_500_of_openai_is_never_about_the_format(url: str, cannot: bool | None) -> None:
    response = httpx2.Response(500, request=httpx2.Request("POST", url))
    fault = fault_of(openai.InternalServerError("", response=response, body=None), {}, load_settings(), url)
    assert (fault.about_format, fault.retryable) == (cannot, True)


@pytest.mark.parametrize(
    "doubtful",
    [
        pytest.param([status(500), status(500)], id="500"),
        pytest.param([answer("The bridge closes.")], id="prose"),
        pytest.param([answer('{"summary": "The bridge closes."}')], id="another shape"),
    ],
)
def test_a_doubtful_step_down_is_believed_when_it_comes_again(
    server: FaultServer, tmp_path: Path, doubtful: list[Any]
) -> None:
    """In another process, too, as long as there is a cache."""
    server.script(*doubtful, answer(content()), *doubtful, answer(content()), answer(content()))
    for highlights in (5, 6, 7):
        engine(server, **cache_in(tmp_path), highlights=highlights).propose(harbour())
    strict = ["json_schema"] * len(doubtful)
    assert server.formats == [*strict, "json_object", *strict, "json_object", "json_object"]


@pytest.mark.parametrize(
    "passing", [[status(500), status(500)], [answer("The bridge closes.")]], ids=["500", "prose"]
)
def test_a_doubtful_step_down_is_forgotten_when_the_strict_way_works(
    server: FaultServer, tmp_path: Path, passing: list[Any]
) -> None:
    server.script(*passing, *[answer(content())] * 3)
    for highlights in (5, 6, 7):
        engine(server, **cache_in(tmp_path), highlights=highlights).propose(harbour())
    assert server.formats[len(passing) :] == ["json_object", "json_schema", "json_schema"]


def test_a_doubtful_step_down_does_not_keep_the_cache_from_answering(
    server: FaultServer, tmp_path: Path
) -> None:
    server.script(answer("The bridge closes."), answer(content()))
    engine(server, **cache_in(tmp_path)).propose(harbour())
    again = engine(server, **cache_in(tmp_path)).propose(harbour())
    assert (again.cached, again.usage.requests, len(server.requests)) == (True, 0, 2)


def test_the_mode_that_worked_is_remembered_for_the_server_and_model(
    server: FaultServer, tmp_path: Path
) -> None:
    server.script(status(400, "response_format"), answer(content()))
    engine(server, **cache_in(tmp_path)).propose(harbour())
    server.script(answer(content()), answer(content()))
    engine(server, **cache_in(tmp_path)).propose(article(*HARBOUR))
    engine(server, **cache_in(tmp_path), model="another").propose(article(*HARBOUR))
    assert server.formats == ["json_schema", "json_object", "json_object", "json_schema"]


def test_the_mode_is_remembered_within_an_article_without_a_cache(server: FaultServer) -> None:
    everywhere = range(1, 49)
    fits_any_part = content(
        [highlight("The bridge closes.", *everywhere)], [claim("It closes.", *everywhere)]
    )
    server.script(status(400, "response_format"), *[answer(fits_any_part)] * 99)
    engine(server, context_tokens=500).propose(article(*[HARBOUR] * 12))
    assert server.formats[:2] == ["json_schema", "json_object"]
    assert set(server.formats[2:]) == {"json_object"}


def test_the_mode_is_remembered_within_the_process_without_a_cache(server: FaultServer) -> None:
    """As for a program that calls `summarize` for one article after the other."""
    server.script(status(400, "response_format"), answer(content()), answer(content()))
    for _ in range(2):
        LlmEngine(settings(server, model="of this test alone")).propose(harbour())
    assert server.formats == ["json_schema", "json_object", "json_object"]


def test_what_is_remembered_is_forgotten_after_a_week() -> None:
    now = [0.0]
    memory = Memory(now_s=lambda: now[0])
    memory.put("server", Manner("markdown", proved=True))
    now[0] = 7 * 24 * 3600 - 1
    assert memory.get("server") == Manner("markdown", proved=True)
    now[0] += 1
    assert memory.get("server") is None


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("json_object", Manner("json_object", proved=True)),
        ("json_schema doubtful max_completion_tokens", Manner(limit="max_completion_tokens")),
        ("markdown doubtful no_temperature", Manner("markdown", temperature=False)),
    ],
)
def test_what_is_remembered_is_read_as_it_was_written(text: str, manner: Manner) -> None:
    assert (str(manner), Manner.read(text)) == (text, manner)


def test_what_another_version_remembers_says_nothing() -> None:
    assert Manner.read("telepathy") == Manner()


def test_a_bad_request_about_something_else_does_not_step_down(server: FaultServer) -> None:
    server.script(status(400, "This model's maximum context length is 4096 tokens."))
    with pytest.raises(ModelError, match="4096"):
        engine(server).propose(harbour())
    assert len(server.requests) == 1


def test_an_answer_of_another_shape_steps_down(server: FaultServer) -> None:
    """Some servers take a schema and ignore it; then the model has to be told in words."""
    other = json.dumps({"summary": "The bridge closes."})
    server.script(*[answer(other)] * 3, answer(content()))
    assert engine(server).propose(harbour()).draft.highlights
    assert server.formats == ["json_schema", "json_object", None, None]


def test_an_answer_of_nearly_the_right_shape_goes_back_once_and_is_kept(server: FaultServer) -> None:
    """The server may not constrain, but the model knows what is wanted: no plainer way is better."""
    half = json.dumps({"highlights": [highlight(HARBOUR[0], 1)]})
    server.script(answer(half), answer("{}"))
    proposal = engine(server).propose(harbour())
    assert [item.text for item in proposal.draft.highlights] == [HARBOUR[0]]
    assert proposal.warnings == ("The model's list of claims is empty; there are no claims.",)
    assert server.formats == ["json_schema", "json_schema"]


@pytest.mark.parametrize("spoilt", [content()[:60], content() + "}"], ids=["cut off", "no JSON"])
def test_a_spoilt_answer_goes_back_once_and_no_further(server: FaultServer, spoilt: str) -> None:
    server.script(answer(spoilt), answer(spoilt), answer(content()))
    with pytest.raises(ModelError, match="not in the form asked for"):
        engine(server).propose(harbour())
    assert server.formats == ["json_schema", "json_schema"]


@pytest.mark.parametrize("bad", ["", None, "I see.", content()[:60]])
def test_a_bad_moment_of_a_server_known_to_constrain_strictly_is_asked_again(
    server: FaultServer, bad: str | None
) -> None:
    memory = Memory()
    server.script(answer(content()), answer(bad), answer(content()))
    for _ in range(2):
        engine(server, memory=memory).propose(harbour())
    assert server.formats == ["json_schema"] * 3


def test_a_server_that_constrains_strictly_no_more_is_asked_otherwise(server: FaultServer) -> None:
    memory = Memory()
    server.script(answer(content()), answer("I see."), answer("I see."), answer(content()))
    for _ in range(2):
        engine(server, memory=memory).propose(harbour())
    assert server.formats == ["json_schema"] * 3 + ["json_object"]


def test_a_500_behind_an_answer_is_no_cannot(server: FaultServer) -> None:
    server.script(answer(WRONG), *[status(500)] * 3, answer(content()))
    engine(server).propose(harbour())
    assert server.formats == ["json_schema"] * 5
