"""The LLM engine on a server that works: what goes over the wire, and what is made of the answers."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fault_server import FaultServer, answer, status
from llm_cases import HARBOUR, article, cache_in, claim, content, engine, harbour, highlight, settings

from summarizer.engines.llm import probe
from summarizer.errors import ModelError
from summarizer.prompting import load
from summarizer.store import Store

WRONG = content([highlight("The bridge closes.", 9)], [])


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


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


# Step-down


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


@pytest.mark.parametrize(
    "wrapped",
    [
        "```json\n{}\n```",
        "<think>The bridge {closes}.</think>\n{}",
        "Let me see.</think>{}",
        "Here you are:\n{}\nAnything else?",
        "<think>```json {{}}``` is wrong</think>```\n{}\n```",
    ],
)
def test_fences_thoughts_and_chatter_around_the_answer_are_tolerated(
    server: FaultServer, wrapped: str
) -> None:
    server.script(answer(wrapped.replace("{}", content())))
    assert engine(server).propose(harbour()).draft.highlights[0].text == HARBOUR[0]
    assert server.formats == ["json_schema"]


# Checks on our side


def test_a_wrong_answer_goes_back_once_with_the_reasons(server: FaultServer) -> None:
    server.script(answer(WRONG), answer(content()))
    proposal = engine(server).propose(harbour())
    first, second = (received.body["messages"] for received in server.requests)
    assert second[:2] == first
    assert second[2] == {"role": "assistant", "content": WRONG}
    assert "highlight 1 (“The bridge closes.”) points to sentence 9" in second[3]["content"]
    assert "list of claims is empty" in second[3]["content"]
    assert "pydantic.dev" not in second[3]["content"]
    assert (len(second), proposal.warnings) == (4, ())


CLAIM = claim("Repairs may cost 2.6 million euros.", 3)
SECOND = highlight("Ada Brandt said that Velden could not wait.", 2)


@pytest.mark.parametrize(
    ("highlights", "claims", "kept", "warning"),
    [
        ([SECOND, highlight("No.", 9)], [CLAIM], (1, 1), "which it was not shown; it was left out"),
        ([SECOND, highlight("No.", 0, 4)], [CLAIM], (2, 1), "was not shown; the number was ignored"),
        ([SECOND, highlight("No.")], [CLAIM], (1, 1), "names no sentence it rests on; it was left out"),
        ([SECOND, highlight("  ", 1)], [CLAIM], (1, 1), "highlight 2 has no text; it was left out"),
        ([SECOND, SECOND], [CLAIM], (1, 1), "highlight 2 repeats highlight 1; it was left out"),
        ([SECOND, {"text": "No."}], [CLAIM], (1, 1), "is not as asked for (sentences); it was left out"),
        ([SECOND, "No."], [CLAIM], (1, 1), "is not as asked for (no object); it was left out"),
        ([SECOND], [CLAIM, claim("It was big.", 1, type="news")], (1, 1), "2 is not as asked for (type)"),
        ([SECOND], [], (1, 0), "list of claims is empty"),
        ([], [CLAIM], (0, 1), "list of highlights is empty"),
        ([highlight(f"Fact {n}.", 1) for n in range(4)], [CLAIM], (3, 1), "the last 1 were left out"),
        ([SECOND], [claim(f"Fact {n}.", 1) for n in range(33)], (1, 30), "the last 3 were left out"),
        ([highlight("word " * 40, 1)], [CLAIM], (1, 1), "has 40 words, more than 30; it was kept"),
    ],
)  # fmt: skip
def test_what_is_valid_is_kept_and_the_rest_reported(
    server: FaultServer, highlights: Any, claims: Any, kept: tuple[int, int], warning: str
) -> None:
    server.script(*[answer(content(highlights, claims))] * 2)
    proposal = engine(server, highlights=3).propose(harbour())
    assert (len(proposal.draft.highlights), len(proposal.draft.claims)) == kept
    assert [warning in told for told in proposal.warnings] == [True]
    assert len(server.requests) == 2


def test_nothing_valid_at_all_is_an_error(server: FaultServer) -> None:
    server.script(answer(WRONG), answer(WRONG))
    with pytest.raises(ModelError, match="points to sentence 9"):
        engine(server).propose(harbour())
    assert server.formats == ["json_schema"] * 2


def test_an_answer_of_another_shape_steps_down(server: FaultServer) -> None:
    """Some servers take a schema and ignore it; then the model has to be told in words."""
    other = json.dumps({"summary": "The bridge closes."})
    server.script(*[answer(other)] * 4, answer(content()))
    assert engine(server).propose(harbour()).draft.highlights
    assert server.formats == ["json_schema"] * 2 + ["json_object"] * 2 + [None]


def test_items_are_tidied_not_changed(server: FaultServer) -> None:
    messy = highlight("  The old\n bridge “closes”\u00a0for 18 months. ", 3, 1, 1)
    spoken = claim("It may cost 2.6 million euros.", 3, speaker="  ", reporting_verb="said")
    server.script(answer(content([messy], [spoken])))
    draft = engine(server).propose(harbour()).draft
    assert draft.highlights[0].model_dump() == {
        "text": "The old bridge “closes” for 18 months.",
        "sentences": (1, 3),
    }
    assert (draft.claims[0].speaker, draft.claims[0].reporting_verb) == (None, "said")


@pytest.mark.parametrize("text", ["\ud800 half", "[" * 100_000, '{"highlights": ' + "[" * 100_000])
def test_hostile_answers_are_errors_not_crashes(server: FaultServer, text: str) -> None:
    server.always = answer(text)
    with pytest.raises(ModelError, match="not in the form asked for"):
        engine(server).propose(harbour())


def test_half_characters_in_an_item_are_no_crash(server: FaultServer) -> None:
    """A lone surrogate cannot be printed or hashed, so the item must not get through."""
    server.always = answer(content([highlight("Half \ud800 character.", 1)]))
    with pytest.raises(ModelError):
        engine(server).propose(harbour())


# Cache


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


# Doctor's question


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


def test_importing_the_engine_imports_no_heavy_library() -> None:
    """Only a call pays for openai and instructor."""
    code = (
        "import sys, summarizer.engines.llm; print([m for m in ('openai', 'instructor') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
