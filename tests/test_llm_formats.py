"""A server that cannot do what it is asked for is asked in a plainer form, and that is remembered."""

import json
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, answer, status
from llm_cases import HARBOUR, article, cache_in, claim, content, engine, harbour, highlight

from summarizer.errors import ModelError
from summarizer.store import Store


@pytest.mark.parametrize(
    "refusal",
    [
        status(400, "response_format.type must be json_object"),
        status(422, "Input should be 'text' or 'json_object': response_format"),
        status(500, "KeyError: 'json_schema'"),
    ],
    ids=["400", "422", "500"],
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
    assert Store.open(tmp_path, warn=pytest.fail).mode(f"{server.url} tester") is None


def test_a_mode_that_worked_only_after_faults_is_not_remembered(server: FaultServer, tmp_path: Path) -> None:
    """The server was down all along; nothing is known of what it can do."""
    server.script(*[status(500)] * 5, answer(content()))
    engine(server, **cache_in(tmp_path)).propose(harbour())
    assert server.formats == ["json_schema"] * 2 + ["json_object"] * 2 + [None] * 2
    assert Store.open(tmp_path, warn=pytest.fail).mode(f"{server.url} tester") is None


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


def test_a_bad_request_about_something_else_does_not_step_down(server: FaultServer) -> None:
    server.script(status(400, "This model's maximum context length is 4096 tokens."))
    with pytest.raises(ModelError, match="4096"):
        engine(server).propose(harbour())
    assert len(server.requests) == 1


def test_an_answer_of_another_shape_steps_down(server: FaultServer) -> None:
    """Some servers take a schema and ignore it; then the model has to be told in words."""
    other = json.dumps({"summary": "The bridge closes."})
    server.script(*[answer(other)] * 4, answer(content()))
    assert engine(server).propose(harbour()).draft.highlights
    assert server.formats == ["json_schema"] * 2 + ["json_object"] * 2 + [None]
