"""What the LLM engine sends to a server that works, and how it tells of the exchange."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from fault_server import FaultServer, answer
from llm_cases import HARBOUR, WRONG, content, engine, harbour, highlight, settings

from summarizer.errors import ConfigError
from summarizer.prompting import load


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every object schema inside `schema`."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def test_a_strict_schema_is_on_the_wire_on_re_asks_too(server: FaultServer) -> None:
    server.script(answer(WRONG), answer(content()))
    engine(server).propose(harbour())
    formats = [received.body["response_format"] for received in server.requests]
    assert formats[0] == formats[1]
    assert formats[0]["type"] == "json_schema"
    assert formats[0]["json_schema"]["strict"] is True
    schema = formats[0]["json_schema"]["schema"]
    parts = list(objects(schema))
    assert len(parts) == 3
    for part in parts:
        assert part["required"] == list(part["properties"])
        assert part["additionalProperties"] is False
    banned = ("$ref", "$defs", "default", "maxLength", "minLength", "title", "pattern")
    assert [word for word in banned if f'"{word}"' in json.dumps(schema)] == []


def test_the_model_is_asked_only_for_what_only_a_model_can_give(server: FaultServer) -> None:
    server.script(answer(content()))
    engine(server).propose(harbour())
    schema = server.requests[0].body["response_format"]["json_schema"]["schema"]
    assert list(schema["properties"]["claims"]["items"]["properties"]) == [
        "sentences", "text", "type", "speaker", "reporting_verb", "voice", "modality", "checkworthiness",
    ]  # fmt: skip


def test_without_claims_the_model_is_not_asked_for_any(server: FaultServer) -> None:
    server.script(answer(json.dumps({"highlights": [highlight(HARBOUR[0], 1)]})))
    proposal = engine(server, claims=False).propose(harbour())
    assert proposal.draft.claims == ()
    body = server.requests[0].body
    assert list(body["response_format"]["json_schema"]["schema"]["properties"]) == ["highlights"]
    assert "## Claims" not in body["messages"][0]["content"]
    assert "the claims" not in body["messages"][1]["content"]


def test_the_request_holds_the_settings_and_nothing_else(server: FaultServer) -> None:
    server.script(answer(content()))
    engine(server, temperature=0.3, max_output_tokens=900, api_key="sk-1").propose(harbour())
    received = server.requests[0]
    assert (received.body["model"], received.body["temperature"], received.body["max_tokens"]) == (
        "tester",
        0.3,
        900,
    )
    assert set(received.body) == {"model", "temperature", "max_tokens", "messages", "response_format"}
    assert received.headers["authorization"] == "Bearer sk-1"


def test_temperature_is_left_to_the_server_when_not_set(server: FaultServer) -> None:
    server.script(answer(content()))
    engine(server).propose(harbour())
    assert "temperature" not in server.requests[0].body


def test_a_server_without_keys_gets_a_dummy(server: FaultServer) -> None:
    server.script(answer(content()))
    engine(server).propose(harbour())
    assert server.requests[0].headers["authorization"] == "Bearer none"


@pytest.mark.parametrize("code", ["klingon", "EN", "pt_BR", "../x"])
def test_what_is_no_language_code_is_answered_with_examples(server: FaultServer, code: str) -> None:
    with pytest.raises(ConfigError, match=r"\(language: must be a language code such as en, de or pt-BR\)"):
        settings(server, language=code)


@pytest.mark.parametrize("code", ["en", "pt-BR", "zh-Hant", "fil"])
def test_the_model_is_told_the_language(server: FaultServer, code: str) -> None:
    server.script(answer(content()))
    engine(server, language=code).propose(harbour())
    assert code in server.requests[0].body["messages"][0]["content"]


def test_the_proposal_says_how_it_came_about(server: FaultServer) -> None:
    server.script(answer(content(), usage=(321, 45)))
    proposal = engine(server).propose(harbour())
    assert (proposal.model, proposal.prompt, proposal.prompt_sha256) == (
        "tester",
        "default",
        load("default").sha256,
    )
    assert proposal.usage.model_dump() == {"requests": 1, "input_tokens": 321, "output_tokens": 45}
    assert (proposal.cached, proposal.warnings) == (False, ())


def test_progress_is_told(server: FaultServer) -> None:
    from summarizer.engines.llm import LlmEngine

    server.script(answer(content()))
    told: list[str] = []
    LlmEngine(settings(server), progress=told.append).propose(harbour())
    assert told == ["asking tester"]


def test_importing_the_engine_imports_no_heavy_library() -> None:
    """Only a call pays for openai and instructor."""
    code = (
        "import sys, summarizer.engines.llm; print([m for m in ('openai', 'instructor') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
